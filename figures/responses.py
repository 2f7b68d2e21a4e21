"""What several ways decide, over what is needed, each with its name and its error at the right end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from matplotlib.artist import Artist
from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D
from numpy.typing import NDArray

from figures import palette, typeface
from figures.contract import Role
from figures.frame import Box, Frame
from figures.labels import spread

Array = NDArray[np.float64]
LEVELS = (0, 50, 100)
TOP = 125.0
"""Upper end of what is decided; what lies beyond runs out of the picture."""
Dash = Literal["solid", "long", "short", "dots"]
DASHES: dict[Dash, object] = {"solid": "-", "long": (0, (5, 1.5)), "short": (0, (1.6, 1.6)), "dots": (0, (1, 1))}


@dataclass(frozen=True)
class Way:
    """Where lines run together, a later one with gaps lets an earlier one be seen."""

    role: Role
    name: str
    dash: Dash


@dataclass(frozen=True)
class ResponseWords:
    """heading and key stand over the lines, across and up along the axes, guess beside a prediction."""

    heading: str
    key: str
    across: str
    up: str
    guess: str


class Responses:
    """Both axes go over the same points; the dotted diagonal decides just what is needed."""

    def __init__(self, frame: Frame, box: Box, ways: Sequence[Way], words: ResponseWords) -> None:
        self._frame, self._ways, self._words = frame, ways, words
        self.box = self._furniture(box)
        colours, points = frame.colours, frame.size.points
        axes = frame.axes(self.box, (0.0, 100.0), (0.0, TOP))
        levels = [[(0.0, level), (100.0, level)] for level in LEVELS]
        shades = [colours["axis"], colours["rule"], colours["rule"]]
        axes.add_collection(LineCollection(levels, colors=shades, linewidths=points / 14, zorder=0), autolim=False)
        axes.add_line(Line2D([0, 100], [0, 100], color=colours["muted"], lw=points / 9, ls=(0, (1, 2)), zorder=1))
        self._lines = [self._line(way, 3 + n) for n, way in enumerate(ways)]
        self._guess = Line2D([], [], color=colours["ink"], lw=points / 10, ls=(0, (4, 2)), zorder=2)
        for line in (*self._lines, self._guess):
            axes.add_line(line)
        self._said = [frame.text("label", anchor="center") for _ in ways]
        pad = frame.margin * 0.3
        self._guessed = frame.text("label", "", self.box.left + pad, self.box.top - pad * 0.5, strong=True)
        self._guessed.set_bbox({"facecolor": colours["paper"], "edgecolor": "none", "pad": 0.8})

    @property
    def moving(self) -> tuple[Artist, ...]:
        """What `update` and `mark` change."""
        return *self._lines, self._guess, *self._said, self._guessed

    def update(self, lines: Sequence[tuple[Array, Array]], errors: Array) -> None:
        """Show what each way decides, as points of a line (a NaN breaks it), and its error; the best one is strong."""
        box, points, best = self.box, self._frame.points("label"), int(np.argmin(errors))
        for line, (needed, decided) in zip(self._lines, lines, strict=True):
            line.set_data(needed, decided)
        ends = [min(float(decided[np.isfinite(decided)][-1]), TOP) / TOP * box.height for _, decided in lines]
        high = typeface.height(1, points, 1.15)
        places = spread(ends, [high] * len(ends), 0.0, box.height)
        for n, (text, y) in enumerate(zip(self._said, places, strict=True)):
            way = self._ways[n]
            text.set(
                text=f"{palette.GLYPH[way.role]} {way.name}: {errors[n]:.1f}",
                position=(box.right + self._frame.margin * 0.4, box.bottom + y),
                fontproperties=typeface.font(points, n == best),
                color=self._frame.colours[f"{way.role}_text"],
            )

    def mark(self, prediction: float | None) -> None:
        """Draw a line that lies so many points over what is needed; None takes it away."""
        self._guess.set_data(*(([], []) if prediction is None else ([0, 100], [prediction, prediction + 100])))
        self._guessed.set_text("" if prediction is None else f"╌ {self._words.guess}: {prediction:g}")

    def _line(self, way: Way, order: int) -> Line2D:
        return Line2D(
            [], [], color=self._frame.colours[way.role], lw=self._frame.size.points / 4.5, ls=DASHES[way.dash],
            zorder=order, antialiased=True, dash_capstyle="butt", solid_capstyle="butt", solid_joinstyle="round",
        )  # fmt: skip

    def _furniture(self, box: Box) -> Box:
        """Draw heading, key, axes and their numbers; what is left for the lines, with room for names on the right."""
        frame, pad, small = self._frame, self._frame.margin * 0.35, self._frame.line("small")
        under = frame.heading(self._words.heading, box) - pad * 0.3
        under = frame.key(self._words.key, box, under) - pad
        frame.text("small", self._words.up, box.left, under, colour="muted")
        left = typeface.width("100", frame.points("small")) + pad
        names = [f"{palette.GLYPH[way.role]} {way.name}: 000.0" for way in self._ways]
        right = max(typeface.width(name, frame.points("label"), True) for name in names) * 1.03 + frame.margin * 0.4
        bottom = box.bottom + 2 * small + pad
        inner = Box(box.left + left, bottom, box.width - left - right, under - small - pad * 0.5 - bottom)
        frame.text("small", self._words.across, inner.right, box.bottom + small, colour="muted", align="right")
        for level in LEVELS:
            x, y = inner.left + inner.width * level / 100, inner.bottom + inner.height * level / TOP
            frame.text("small", f"{level}", x, inner.bottom - pad, colour="muted", align="center")
            frame.text("small", f"{level}", inner.left - pad, y, colour="muted", align="right", anchor="center")
        return inner


__all__ = ["ResponseWords", "Responses", "Way"]
