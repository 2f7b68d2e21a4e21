"""Numbers on small cards, in rows: what stands for a trait card where its words have no room."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from matplotlib.axes import Axes

from figures.contract import Look
from figures.frame import SCALE, SIZES, Box, Frame
from figures.shapes import rounded


class Chips:
    """Numbers of two digits at most. ``height`` is what so many need in a width; ``draw`` puts them amid a box."""

    def __init__(self, look: Look) -> None:
        points = SIZES[look.size].points
        self._em = points / 72
        self._wide, self._high = points * SCALE["small"] / 72 * 1.5, points * SCALE["small"] / 72 * 1.35
        self._pitch = self._wide + self._em * 0.22, self._high + self._em * 0.22

    def columns(self, width: float) -> int:
        """How many fit beside each other."""
        return max(int((width + self._em * 0.22) / self._pitch[0]), 1)

    def height(self, count: int, width: float) -> float:
        """Inches that so many rows take."""
        return ceil(count / self.columns(width)) * self._pitch[1]

    def draw(self, frame: Frame, axes: Axes, numbers: Sequence[tuple[int, bool]], box: Box) -> None:
        """Each number with whether it stands out: by a thick dark edge and strong type."""
        columns = self.columns(box.width)
        top = box.bottom + (box.height + self.height(len(numbers), box.width)) / 2
        for place, (number, strong) in enumerate(numbers):
            row, column = divmod(place, columns)
            in_row = min(columns, len(numbers) - row * columns)
            left = box.left + (box.width - in_row * self._pitch[0]) / 2 + column * self._pitch[0]
            bottom = top - (row + 1) * self._pitch[1]
            self._chip(frame, axes, number, strong, Box(left + self._em * 0.11, bottom, self._wide, self._high))

    def _chip(self, frame: Frame, axes: Axes, number: int, strong: bool, box: Box) -> None:
        colours, points = frame.colours, frame.size.points
        card = rounded(axes, box, self._em * 0.25)
        card.set(facecolor=colours["paper"], edgecolor=colours["ink" if strong else "axis"], zorder=4)
        card.set_linewidth(points / (6 if strong else 22))
        frame.text("small", str(number), box.left + box.width / 2, box.bottom + box.height / 2, strong=strong,
                   align="center", anchor="center")  # fmt: skip
