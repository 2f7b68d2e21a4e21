"""Curves of several ways over one axis, with one's own point on it and a prediction drawn across."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D
from matplotlib.text import Text
from numpy.typing import NDArray

from figures import palette, typeface
from figures.contract import Role
from figures.frame import Box, Frame
from figures.labels import spread

Array = NDArray[np.float64]
LEVELS = (0, 50, 100)
DASHES = {"managing": (0, (5, 2)), "leading": (0, (2, 1.2)), "both": "-", "neither": (0, (1, 1.5))}


@dataclass(frozen=True)
class CurveWords:
    """heading stands over the curves, across under them, own beside one's point, guess beside the prediction."""

    heading: str
    across: str
    own: str
    guess: str


class Curves:
    """One line a way over ``x``, in %, each with its sign at the right end."""

    def __init__(self, frame: Frame, box: Box, x: Array, roles: Sequence[Role], words: CurveWords) -> None:
        self._frame, self._x, self._roles, self._words = frame, np.asarray(x, dtype=float), roles, words
        self.box = self._furniture(box)
        colours, points = frame.colours, frame.size.points
        axes = frame.axes(self.box, (self._x[0], self._x[-1]), (0.0, 100.0))
        ends = [[(self._x[0], level), (self._x[-1], level)] for level in LEVELS]
        shades = [colours["axis"], colours["rule"], colours["rule"]]
        axes.add_collection(LineCollection(ends, colors=shades, linewidths=points / 14, zorder=0), autolim=False)
        self._lines = [Line2D([], [], color=colours[role], lw=points / 5, ls=DASHES[role], zorder=3) for role in roles]
        self._own = Line2D(
            [], [], marker="o", ms=points * 0.6, mfc=colours["paper"], mec=colours["ink"], mew=points / 7,
            color=colours["ink"], lw=points / 14, markevery=[0], zorder=5, clip_on=False,
        )  # fmt: skip
        self._guess = Line2D([], [], color=colours["ink"], lw=points / 8, ls=(0, (3, 2)), zorder=4, clip_on=False)
        for line in (*self._lines, self._own, self._guess):
            axes.add_line(line)
        self._signs = [frame.text("label", palette.GLYPH[role], colour=role, anchor="center") for role in roles]
        self._own_words, self._guess_words = frame.text("label", strong=True), frame.text("label", strong=True)
        self._own_words.set_bbox({"facecolor": colours["paper"], "edgecolor": "none", "pad": 0.5})  # the guess goes on

    @property
    def moving(self) -> tuple[Artist, ...]:
        """What `update` and `mark` change."""
        return *self._lines, self._own, self._guess, *self._signs, self._own_words, self._guess_words

    def update(self, values: Array, own: tuple[float, float]) -> None:
        """Show other values (ways, points) and one's own point."""
        for line, row in zip(self._lines, values, strict=True):
            line.set_data(self._x, row)
        self._own.set_data([own[0], own[0]], [own[1], self._level(1)])
        self._put(self._own_words, f"{self._words.own}: {own[1]:.0f} %", own[0], 1)
        box, gap = self.box, self._frame.margin * 0.4
        high = typeface.height(1, self._frame.points("label"), 1.0)
        places = spread([box.height * float(row[-1]) / 100 for row in values], [high] * len(values), 0.0, box.height)
        for text, y in zip(self._signs, places, strict=True):
            text.set_position((box.right + gap, box.bottom + y))

    def mark(self, prediction: float | None) -> None:
        """Draw a prediction on the axis, or take it away."""
        if prediction is None:
            self._guess.set_data([], [])
            self._guess_words.set_text("")
            return
        at = float(np.clip(prediction, self._x[0], self._x[-1]))
        self._guess.set_data([at, at], [0.0, self._level(0)])
        self._put(self._guess_words, f"{self._words.guess}: {prediction:g}", at, 0)

    def _furniture(self, box: Box) -> Box:
        """Draw the heading and the axes; what is left for the curves, with two lines of words over them."""
        frame, pad, small = self._frame, self._frame.margin * 0.35, self._frame.line("small")
        self._rows_top = frame.heading(self._words.heading, box) - pad * 0.3
        left = typeface.width("100", frame.points("small")) + pad
        sign = typeface.width("■", frame.points("label")) + frame.margin * 0.5
        inner = Box(box.left + left, box.bottom + 2 * small + pad, box.width - left - sign, 0.0)
        inner = inner._replace(height=self._rows_top - 2.3 * frame.line("label") - inner.bottom)
        frame.text("small", self._words.across, inner.right, box.bottom + small, colour="muted", align="right")
        for tick in np.linspace(self._x[0], self._x[-1], 5):
            x = inner.left + inner.width * (tick - self._x[0]) / (self._x[-1] - self._x[0])
            frame.text("small", f"{tick:g}", x, inner.bottom - pad, colour="muted", align="center")
        for level in LEVELS:
            y = inner.bottom + inner.height * level / 100
            frame.text("small", f"{level}", inner.left - pad, y, colour="muted", align="right", anchor="center")
        return inner

    def _level(self, row: int) -> float:
        """Where, on the axis of values, the foot of a line of words over the curves is."""
        inches = self._rows_top - (row + 1) * self._frame.line("label") * 1.1 - self.box.bottom
        return 100 * inches / self.box.height

    def _put(self, text: Text, words: str, at: float, row: int) -> None:
        """Words over a place on the axis, moved sideways where the panel ends."""
        half = typeface.width(words, self._frame.points("label"), True) * 1.03 / 2
        x = self.box.left + self.box.width * (at - self._x[0]) / (self._x[-1] - self._x[0])
        x = min(max(x, self.box.left + half), self.box.right - half)
        text.set(text=words, position=(x - half, self._rows_top - row * self._frame.line("label") * 1.1))


__all__ = ["CurveWords", "Curves"]
