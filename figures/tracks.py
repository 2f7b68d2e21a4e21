"""What several ways come to know over time, in %: their means, one's own way with its band, a date and a guess."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.lines import Line2D
from matplotlib.text import Text
from numpy.typing import NDArray

from figures import palette, typeface
from figures.contract import Role
from figures.curves import DASHES
from figures.frame import Box, Frame
from figures.labels import spread

Array = NDArray[np.float64]
BOTTOM, TOP = -20.0, 100.0
"""Ends of the axis, in %. Below 0 more is wrong than right; a line that goes further down leaves the panel."""
LEVELS = (0, 50, 100)


@dataclass(frozen=True)
class TrackWords:
    """heading stands over the lines, across under them; meeting beside the place where one way passes another."""

    heading: str
    across: str
    meeting: str


class Tracks:
    """One line a way, each with its sign and name at the right end. Words about oneself and the guess stand over it."""

    def __init__(self, frame: Frame, box: Box, x: Array, ways: Sequence[tuple[Role, str]], words: TrackWords) -> None:
        self._frame, self._x, self._words = frame, np.asarray(x, dtype=float), words
        self.box = self._furniture(box, [f"{palette.GLYPH[role]} {name}" for role, name in ways])
        colours, points = frame.colours, frame.size.points
        axes = frame.axes(self.box, (self._x[0], self._x[-1]), (BOTTOM, TOP))
        ends = [[(self._x[0], level), (self._x[-1], level)] for level in LEVELS]
        shades = [colours["axis"], colours["rule"], colours["rule"]]
        axes.add_collection(LineCollection(ends, colors=shades, linewidths=points / 14, zorder=0), autolim=False)
        self._band = PolyCollection(
            [], facecolors=colours["faint"], edgecolors=colours["rule"], linewidths=points / 20, antialiaseds=True,
            zorder=1,
        )  # fmt: skip
        axes.add_collection(self._band, autolim=False)
        self._lines = [
            Line2D([], [], color=colours[role], lw=points / 5, ls=DASHES[role], zorder=3, antialiased=True)
            for role, _ in ways
        ]
        self._own = Line2D([], [], color=colours["ink"], lw=points / 9, zorder=4, antialiased=True)
        self._date = Line2D(
            [], [], color=colours["ink"], lw=points / 14, marker="o", markevery=[0], ms=points * 0.6,
            mfc=colours["paper"], mec=colours["ink"], mew=points / 7, zorder=5, clip_on=False,
        )  # fmt: skip
        self._meeting = Line2D([], [], color=colours["ink"], lw=points / 12, ls=(0, (1, 2)), zorder=2)
        self._guess = Line2D([], [], color=colours["ink"], lw=points / 8, ls=(0, (3, 2)), zorder=4)
        for line in (*self._lines, self._own, self._date, self._meeting, self._guess):
            axes.add_line(line)
        self._names = [
            frame.text("label", f"{palette.GLYPH[role]} {name}", colour=f"{role}_text", strong=True, anchor="center")
            for role, name in ways
        ]
        self._own_words, self._guess_words = frame.text("label", strong=True), frame.text("label")
        self._meeting_words = frame.text("small", anchor="center")
        for text in (self._own_words, self._meeting_words):
            text.set_bbox({"facecolor": colours["paper"], "edgecolor": "none", "pad": 0.5})

    @property
    def moving(self) -> tuple[Artist, ...]:
        """What `update` and `mark` change."""
        lines = self._band, *self._lines, self._own, self._date, self._meeting, self._guess
        return *lines, *self._names, self._own_words, self._guess_words, self._meeting_words

    def update(self, means: Array, own: Array, band: tuple[Array, Array] | None, meeting: int, apply: bool) -> None:
        """Show other lines: means (ways, times) and own (times,). meeting: when one way passes another, 0 for never.

        ``apply`` says whether the means hold for oneself; if not, they are drawn pale.
        """
        for line, row in zip(self._lines, means, strict=True):
            line.set_data(self._x, row)
        for artist in (*self._lines, *self._names):
            artist.set_alpha(None if apply else 0.45)
        self._own.set_data(self._x, own)
        self._band.set_verts([] if band is None else [self._outline(*band)])
        high = typeface.height(1, self._frame.points("label"), 1.1)
        wanted = [self._y(float(row[-1])) for row in means]
        places = spread(wanted, [high] * len(means), self.box.bottom, self.box.top + high / 2)
        for text, y in zip(self._names, places, strict=True):
            text.set_position((self.box.right + self._frame.margin * 0.4, y))
        self._show_meeting(meeting, float(means[-1][meeting]))

    def date(self, when: int, share: float, words: str) -> None:
        """One's own point at a date, joined to its words over the panel."""
        self._date.set_data([when, when], [max(share, BOTTOM), self._level(1)])
        self._put(self._own_words, words, when)

    def mark(self, share: float | None, words: str = "") -> None:
        """Draw a guess at what is known in the end, or take it away."""
        if share is None:
            self._guess.set_data([], [])
            self._guess_words.set_text("")
            return
        self._guess.set_data([self._x[0], self._x[-1]], [max(share, BOTTOM)] * 2)
        sign = "╌" if share >= BOTTOM else "↓"  # further down than the panel goes
        self._guess_words.set(text=f"{sign} {words}", position=(self.box.left, self._rows_top))

    def _show_meeting(self, when: int, share: float) -> None:
        self._meeting.set_data([when, when] if when else [], [BOTTOM * 0.5, share] if when else [])
        words = f"{when}: {self._words.meeting}" if when else ""
        wide = typeface.width(words, self._frame.points("small")) * 1.03
        x = min(self._at(when) + self._frame.margin * 0.3, self.box.right - wide)
        self._meeting_words.set(text=words, position=(x, self._y(BOTTOM * 0.5)))

    def _outline(self, low: Array, high: Array) -> Array:
        x = np.concatenate([self._x, self._x[::-1]])
        return np.column_stack([x, np.maximum(np.concatenate([low, high[::-1]]), BOTTOM)])

    def _furniture(self, box: Box, names: Sequence[str]) -> Box:
        """Draw heading and axes; what is left for the lines, with two lines of words over them."""
        frame, pad, small = self._frame, self._frame.margin * 0.35, self._frame.line("small")
        self._rows_top = frame.heading(self._words.heading, box) - pad * 0.3
        left = typeface.width("100", frame.points("small")) + pad
        right = max(typeface.width(name, frame.points("label"), True) for name in names) * 1.03 + frame.margin * 0.4
        inner = Box(box.left + left, box.bottom + small + pad, box.width - left - right, 0.0)
        inner = inner._replace(height=self._rows_top - 2.5 * frame.line("label") - inner.bottom)
        for n, tick in enumerate(np.linspace(self._x[0], self._x[-1], 4)):
            x = inner.left + inner.width * n / 3
            words = f"{self._words.across} {tick:g}" if n == 3 else f"{tick:g}"
            frame.text("small", words, x, inner.bottom - pad, colour="muted", align="center")
        for level in LEVELS:
            y = inner.bottom + inner.height * (level - BOTTOM) / (TOP - BOTTOM)
            frame.text("small", f"{level}", inner.left - pad, y, colour="muted", align="right", anchor="center")
        return inner

    def _level(self, row: int) -> float:
        """Where, on the axis of shares, the foot of a line of words over the panel is."""
        inches = self._rows_top - (row + 1) * self._frame.line("label") * 1.1 - self.box.bottom
        return BOTTOM + (TOP - BOTTOM) * inches / self.box.height

    def _at(self, when: float) -> float:
        first, last = float(self._x[0]), float(self._x[-1])
        return self.box.left + self.box.width * (when - first) / (last - first)

    def _y(self, share: float) -> float:
        return self.box.bottom + self.box.height * (share - BOTTOM) / (TOP - BOTTOM)

    def _put(self, text: Text, words: str, when: float) -> None:
        """Words over a date, in the second line over the panel, moved sideways where it ends."""
        half = typeface.width(words, self._frame.points("label"), True) * 1.03 / 2
        x = min(max(self._at(when), self.box.left + half), self.box.right - half)
        text.set(text=words, position=(x - half, self._rows_top - self._frame.line("label") * 1.1))


__all__ = ["TrackWords", "Tracks"]
