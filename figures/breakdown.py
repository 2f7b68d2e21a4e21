"""Bars lying under each other, each cut into the parts that make up its total, and a guess at one of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.collections import PolyCollection
from matplotlib.lines import Line2D
from numpy.typing import NDArray

from figures import palette, typeface
from figures.frame import Box, Frame

Array = NDArray[np.float64]
ROW = 1.3
"""Height of a bar's row, in lines of a label."""
GAP = 0.25
"""Lines between the parts' names and the first bar."""


@dataclass(frozen=True)
class Piece:
    """How one part looks. fill, ink and outline are tokens of the palette; role gives it a hatch on paper."""

    fill: str
    ink: str
    role: str = "neither"
    outline: str = ""


class Breakdown:
    """A heading, the parts by name, a row for each bar with its name and total, and a line kept free for the guess."""

    def __init__(
        self, frame: Frame, box: Box, heading: str, bars: Sequence[tuple[str, str]], pieces: Mapping[str, Piece]
    ) -> None:
        """bars: name and role of each. pieces: by the name of the part, in the order in which they follow each other.
        The bars are as long as the box is wide; no total is shown longer than that.
        """
        self._frame, self._guessed = frame, (0, "")
        self._guess: float | None = None
        self._line = frame.line("label")
        frame.text("body", heading, box.left, box.top, strong=True)
        top = self._legend(pieces, box, box.top - frame.line("body"))
        points = frame.points("label")
        names = max(typeface.width(name, points, True) for name, _ in bars) * 1.03 + frame.margin * 0.5
        end = typeface.width("000.0", points, True) * 1.1
        self._left, self._width = box.left + names, box.width - names - end
        self._rows = [top - (n + 0.5) * self._line * ROW for n in range(len(bars))]
        for (name, role), y in zip(bars, self._rows, strict=True):
            frame.text("label", name, box.left, y, strong=True, colour=f"{role}_text", anchor="center")
        self._pieces = [self._piece(piece) for piece in pieces.values()]
        self._totals = [frame.text("label", y=y, anchor="center", strong=True) for y in self._rows]
        for text in self._totals:  # the guess passes behind them
            text.set_bbox({"facecolor": frame.colours["paper"], "linewidth": 0, "pad": 1.0})
        self._tick = self._dashes()
        self._words = frame.text("label", strong=True, y=top - len(bars) * self._line * ROW)
        self._most = 1.0

    @staticmethod
    def height(frame: Frame, width: float, bars: int, names: Sequence[str]) -> float:
        """Inches that the heading, the parts' names, the bars and the guess need in a box of this width."""
        rows = 1 + _legend_rows(frame, width, names)[-1][1]
        return frame.line("body") + frame.line("label") * (rows * 1.05 + GAP + bars * ROW + 1.1)

    @property
    def moving(self) -> tuple[Artist, ...]:
        """What `update` and `mark` change."""
        return *self._pieces, self._tick, *self._totals, self._words

    def update(self, parts: Array, at_least: float) -> None:
        """Show parts (bars, pieces). The longest bar, or ``at_least`` if it is more, takes the whole width."""
        edges = np.hstack([np.zeros((len(parts), 1)), np.cumsum(parts, axis=1)])
        self._most = max(float(edges[:, -1].max()), at_least)
        x = self._left + edges / self._most * self._width
        low, high = (np.array(self._rows) + sign * self._line * 0.42 for sign in (-1, 1))
        for n, piece in enumerate(self._pieces):
            left, right = x[:, n], x[:, n + 1]
            corners = [(left, low), (right, low), (right, high), (left, high)]
            piece.set_verts(list(np.stack([np.column_stack(corner) for corner in corners], axis=1)))
        for text, end, total in zip(self._totals, x[:, -1], edges[:, -1], strict=True):
            text.set(text=f"{total:.1f}", x=end + self._frame.margin * 0.35)
        self._draw_guess()

    def mark(self, bar: int, value: float | None, words: str) -> None:
        """Draw a guess at the total of one bar, with its words below; None takes it away."""
        self._guess, self._guessed = value, (bar, words)
        self._draw_guess()

    def _draw_guess(self) -> None:
        bar, words = self._guessed
        if self._guess is None:
            self._tick.set_data([], [])
            self._words.set_text("")
            return
        x = self._left + self._width * min(self._guess / self._most, 1.0)
        foot = self._words.get_position()[1]
        self._tick.set_data([x, x], [self._rows[bar] + self._line * 0.6, foot])
        half = typeface.width(words, self._frame.points("label"), True) * 1.03 / 2
        self._words.set(text=words, x=min(max(x - half, self._left), self._left + self._width - 2 * half))

    def _legend(self, pieces: Mapping[str, Piece], box: Box, top: float) -> float:
        """Name the parts, each behind a patch of its colour; where the bars begin."""
        frame, patch = self._frame, self._frame.margin * 0.75
        places = _legend_rows(frame, box.width, list(pieces))
        for (name, piece), (x, row) in zip(pieces.items(), places, strict=True):
            y = top - (row + 0.5) * self._line * 1.05
            sample = self._piece(piece)
            left, right, low, high = box.left + x, box.left + x + patch, y - patch / 2, y + patch / 2
            sample.set_verts([[(left, low), (right, low), (right, high), (left, high)]])
            frame.text("label", name, right + patch * 0.4, y, colour=piece.ink, anchor="center")
        return top - (places[-1][1] + 1) * self._line * 1.05 - self._line * GAP

    def _piece(self, piece: Piece) -> PolyCollection:
        frame = self._frame
        found = PolyCollection(
            [], facecolors=frame.colours[piece.fill], edgecolors=frame.colours[piece.outline or "paper"],
            linewidths=frame.size.points / (14 if piece.outline else 24), antialiaseds=True,
            hatch=palette.hatch(frame.look, piece.role), transform=frame.figure.dpi_scale_trans, zorder=3,
        )  # fmt: skip
        frame.figure.add_artist(found)
        return found

    def _dashes(self) -> Line2D:
        frame = self._frame
        found = Line2D(
            [], [], color=frame.colours["ink"], lw=frame.size.points / 7, ls=(0, (3, 2)), antialiased=True,
            transform=frame.figure.dpi_scale_trans, zorder=5,
        )  # fmt: skip
        found.set_gapcolor(frame.colours["paper"])
        frame.figure.add_artist(found)
        return found


def _legend_rows(frame: Frame, width: float, names: Sequence[str]) -> list[tuple[float, int]]:
    """Where each name stands: inches from the left, and which row."""
    found, x, row = [], 0.0, 0
    for name in names:
        wide = typeface.width(name, frame.points("label")) * 1.03 + frame.margin * 1.05
        if x and x + wide > width:
            x, row = 0.0, row + 1
        found.append((x, row))
        x += wide + frame.margin * 1.2
    return found
