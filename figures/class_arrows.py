"""Years of a class with the same change made in each: an arrow from where a year ended to where it ends then."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from matplotlib.collections import LineCollection
from numpy.typing import NDArray

from figures import typeface
from figures.contract import Look, Words, label
from figures.frame import SIZES, Box, Frame
from figures.settled import Settled

Array = NDArray[np.float64]
LABELS = (
    "across",  # names of the axes
    "up",
    "number",  # in the table
    "before",
    "after",
)
HIGHEST = {"notebook": 4.0, "narrow": 3.2, "projector": 4.0, "print": 2.8}
"""Inches for the plane, by size."""


@dataclass(frozen=True)
class Data:
    """before, after: (years, 2), across and up, 0 to 100."""

    before: Array
    after: Array


def rows(data: Data, labels: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The chart as a table, header first: years by how much the reading across gains, so nobody is ranked by an end."""
    names = [f"{labels[axis]}, {labels[when]}" for axis in ("across", "up") for when in ("before", "after")]
    order = np.argsort(-(data.after - data.before)[:, 0], kind="stable")
    body = [
        (str(place), *(f"{value:.0f}" for axis in (0, 1) for value in (data.before[n, axis], data.after[n, axis])))
        for place, n in enumerate(order, 1)
    ]
    return [(labels["number"], *names), *body]


def shape(data: Data) -> tuple[object, ...]:
    """All of it: other data need a new chart."""
    return data.before.shape, data.before.tobytes(), data.after.tobytes()


class Chart(Settled):
    """A ring where a year ended, a line, and a dot where it ends with the change."""

    def __init__(self, data: Data, words: Words, look: Look) -> None:
        self._said = {key: label(words, key) for key in LABELS}
        size = SIZES[look.size]
        self._em = size.points / 72
        foot, head = self._em * 3.0, self._em * 1.6
        self.frame = frame = Frame.around(look, words, HIGHEST[look.size] + foot + head)
        room = frame.room
        left = self._em * 2.2
        self._plot = Box(room.left + left, room.bottom + foot, room.width - left - self._em * 0.6, HIGHEST[look.size])
        self._axes()
        before, after = (self._places(one) for one in (data.before, data.after))
        lines = LineCollection(
            list(np.stack([before, after], axis=1)), colors=frame.colours["axis"], linewidths=size.points / 9, zorder=3,
            transform=frame.figure.dpi_scale_trans, antialiaseds=True,
        )  # fmt: skip
        frame.figure.add_artist(lines)
        dot = size.points * (0.55 if len(before) <= 60 else 0.35)
        self.dots(before[:, 0].tolist(), before[:, 1].tolist(), dot, "axis", "ring")
        self.dots(after[:, 0].tolist(), after[:, 1].tolist(), dot, "leading")
        self.update(data, words)

    def _places(self, values: Array) -> Array:
        plot = self._plot
        share = np.clip(np.asarray(values, dtype=float), 0, 100) / 100
        return np.column_stack([plot.left + share[:, 0] * plot.width, plot.bottom + share[:, 1] * plot.height])

    def _axes(self) -> None:
        frame, plot, pad, thin = self.frame, self._plot, self._em * 0.35, self.frame.size.points / 16
        for share in (0.0, 0.5, 1.0):
            x, y = plot.left + plot.width * share, plot.bottom + plot.height * share
            colour = "rule" if share else "axis"
            self.line((x, x), (plot.bottom, plot.top), colour, thin)
            self.line((plot.left, plot.right), (y, y), colour, thin)
            frame.text("small", f"{share * 100:.0f}", x, plot.bottom - pad, colour="muted", align="center")
            if share:
                frame.text(
                    "small", f"{share * 100:.0f}", plot.left - pad, y, colour="muted", align="right", anchor="center"
                )
        frame.text("label", f"{self._said['across']} →", plot.right, plot.bottom - pad * 4.2, align="right")
        frame.text("label", f"↑ {self._said['up']}", plot.left, plot.top + self._em * 1.5)
        self._key(plot.bottom - pad * 4.2)

    def _key(self, y: float) -> None:
        frame, x = self.frame, self._plot.left
        middle = y - self._em * 0.6
        size = frame.size.points * 0.55
        self.dots([x + self._em * 0.3], [middle], size, "axis", "ring")
        frame.text("small", self._said["before"], x + self._em * 0.8, middle, colour="muted", anchor="center")
        wide = typeface.width(self._said["before"], frame.points("small")) + self._em * 2.0
        self.dots([x + wide + self._em * 0.3], [middle], size, "leading")
        frame.text("small", self._said["after"], x + wide + self._em * 0.8, middle, colour="muted", anchor="center")


__all__ = ["LABELS", "Chart", "Data", "rows", "shape"]
