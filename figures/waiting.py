"""How long work waits: hardly at all while there are empty hours, and very long when the last ones are filled."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D
from numpy.typing import NDArray

from figures import typeface
from figures.frame import Box, Frame

Array = NDArray[np.float64]
RIGHT, TOP = 100.0, 40.0
"""Where the axes end: % busy, and job lengths. Beyond, a curve leaves the panel."""
LEVELS = (0, 10, 20, 30, 40)
SHARED = (0, (4, 2))


@dataclass(frozen=True)
class WaitWords:
    """heading stands over the curves, across under them; alone and shared name them; own and guess stand by marks."""

    heading: str
    across: str
    alone: str
    shared: str
    own: str
    guess: str


class Waiting:
    """Two curves over how busy people are, two landmarks on one of them, one's own point and a guess."""

    def __init__(
        self,
        frame: Frame,
        box: Box,
        curves: tuple[Array, Array, Array],
        landmarks: tuple[Array, Array],
        words: WaitWords,
    ) -> None:
        """curves: busy, wait of one person, wait where the line is shared. landmarks: busy and wait, two of each; the
        guess says how many times as long as at the first of them one waits at the second."""
        self._frame, self._words, self._landmarks = frame, words, landmarks
        busy, alone, shared = curves
        self._low = float(busy[0])
        self.box = self._furniture(box)
        axes = frame.axes(self.box, (self._low, RIGHT), (0.0, TOP))
        colours, points = frame.colours, frame.size.points
        levels = [[(self._low, level), (RIGHT, level)] for level in LEVELS]
        shades = [colours["axis"], *[colours["rule"]] * (len(LEVELS) - 1)]
        axes.add_collection(LineCollection(levels, colors=shades, linewidths=points / 14, zorder=0), autolim=False)
        axes.add_line(Line2D(busy, shared, color=colours["muted"], lw=points / 7, ls=SHARED, zorder=2))
        axes.add_line(Line2D(busy, alone, color=colours["ink"], lw=points / 4.5, zorder=3))
        axes.add_line(Line2D(*landmarks, ls="none", marker="o", ms=points * 0.55, color=colours["ink"], zorder=4))
        self._own = Line2D(
            [], [], marker="o", ms=points * 0.8, mfc=colours["paper"], mec=colours["ink"], mew=points / 7,
            color=colours["ink"], lw=points / 14, markevery=[0], zorder=5, clip_on=False,
        )  # fmt: skip
        self._guess = Line2D(
            [], [], marker="D", ms=points * 0.6, mfc=colours["paper"], mec=colours["ink"], mew=points / 8,
            color=colours["ink"], lw=points / 8, ls=(0, (3, 2)), markevery=[1], zorder=5, clip_on=False,
        )  # fmt: skip
        for line in (self._own, self._guess):
            axes.add_line(line)
        self._own_words, self._guess_words = frame.text("label", strong=True), frame.text("label", strong=True)
        self._guess_words.set_bbox({"facecolor": colours["paper"], "linewidth": 0, "pad": 0.5})
        self._name_landmarks()

    @property
    def moving(self) -> tuple[Artist, ...]:
        """What `update` and `mark` change."""
        return self._own, self._guess, self._own_words, self._guess_words

    def update(self, busy: float, wait: float) -> None:
        """Put one's own point elsewhere; its words stand over the panel."""
        box, words = self.box, f"{self._words.own}: {wait:.1f}"
        self._own.set_data([busy, busy], [wait, TOP])
        half = self._width(words) / 2
        x = min(max(self._inches(busy, 0.0)[0], box.left + half), box.right - half)
        self._own_words.set(text=words, position=(x - half, box.top + self._frame.line("label")))

    def mark(self, prediction: float | None) -> None:
        """Draw a guess at how many times as long one waits at the second landmark, or take it away."""
        if prediction is None:
            self._guess.set_data([], [])
            self._guess_words.set_text("")
            return
        busy, wait = self._landmarks
        at = min(prediction * float(wait[0]), TOP)
        self._guess.set_data([self._low, busy[1]], [at, at])
        self._guess.set_marker("D" if at < TOP else "^")  # further up than the panel goes
        high = self._frame.line("label")
        y = self._inches(0.0, at)[1]
        below = y + high > self.box.top
        words = f"{self._words.guess}: {prediction:g} × {float(wait[0]):.3g}"
        self._guess_words.set(text=words, position=(self.box.left, y - high * 0.15 if below else y + high))

    def _furniture(self, box: Box) -> Box:
        """Draw heading, key and axes; what is left for the curves, with a line of words over them."""
        frame, pad, small, label = (
            self._frame,
            self._frame.margin * 0.35,
            self._frame.line("small"),
            self._frame.line("label"),
        )
        top = self._key(box, frame.heading(self._words.heading, box) - pad * 0.5)
        left = typeface.width("40", frame.points("small")) + pad
        inner = Box(box.left + left, box.bottom + 2 * small + pad, box.width - left - pad, 0.0)
        inner = inner._replace(height=top - 1.3 * label - inner.bottom)
        frame.text("small", self._words.across, inner.right, box.bottom + small, colour="muted", align="right")
        for tick in np.arange(np.ceil(self._low / 20) * 20, RIGHT + 1, 20):
            x = inner.left + inner.width * (tick - self._low) / (RIGHT - self._low)
            frame.text("small", f"{tick:g}", x, inner.bottom - pad, colour="muted", align="center")
        for level in LEVELS:
            y = inner.bottom + inner.height * level / TOP
            frame.text("small", f"{level}", inner.left - pad, y, colour="muted", align="right", anchor="center")
        return inner

    def _key(self, box: Box, top: float) -> float:
        """Name the two curves, each behind a piece of its line; where the key ends."""
        frame, line, points = self._frame, self._frame.line("label"), self._frame.size.points
        sample = frame.margin * 1.8
        looks = ((self._words.alone, "ink", points / 4.5, "-"), (self._words.shared, "muted", points / 7, SHARED))
        for n, (name, colour, wide, style) in enumerate(looks):
            y = top - (n + 0.5) * line
            stroke = Line2D(
                [box.left, box.left + sample], [y, y], color=frame.colours[colour], lw=wide, ls=style,
                transform=frame.figure.dpi_scale_trans,
            )  # fmt: skip
            frame.figure.add_artist(stroke)
            frame.text("label", name, box.left + sample + frame.margin * 0.4, y, colour=colour, anchor="center")
        return top - 2 * line

    def _name_landmarks(self) -> None:
        """Their numbers, to the upper left, where the curve never is."""
        gap = self._frame.margin * 0.45
        for busy, wait in zip(*self._landmarks, strict=True):
            x, y = self._inches(float(busy), float(wait))
            said = self._frame.text("label", f"{busy:g} %: {wait:.3g}", x - gap, y, align="right", anchor="bottom")
            said.set_bbox({"facecolor": self._frame.colours["paper"], "linewidth": 0, "pad": 0.3})  # lines pass behind

    def _inches(self, busy: float, wait: float) -> tuple[float, float]:
        box = self.box
        return box.left + box.width * (busy - self._low) / (RIGHT - self._low), box.bottom + box.height * wait / TOP

    def _width(self, words: str) -> float:
        return typeface.width(words, self._frame.points("label"), True) * 1.03


__all__ = ["WaitWords", "Waiting"]
