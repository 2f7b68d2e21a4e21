"""A map of where something pays: above its break-even line it does, below it does not; one's own place and a guess."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.lines import Line2D
from matplotlib.text import Text
from numpy.typing import NDArray

from figures import typeface
from figures.frame import Box, Frame
from figures.labels import Rect, around, place, spread

Array = NDArray[np.float64]
LEVELS = (0, 20, 40, 60, 80, 100)
WORSE = 50
"""How many times worse it is for words to cover words than to cover a line."""


@dataclass(frozen=True)
class MapWords:
    """heading stands over the map, across and up along it; own follows the cost of one's own line; pays and not name
    the two sides; here and guess stand by marks."""

    heading: str
    across: str
    up: str
    own: str
    pays: str
    not_: str
    here: str
    guess: str


class BreakEvenMap:
    """Shares in % over x: the side that pays and the other, thin lines for fixed costs, a thick one for one's own."""

    def __init__(self, frame: Frame, box: Box, x: Array, costs: Array, words: MapWords) -> None:
        self._frame, self._x, self._costs, self._words = frame, x, costs, words
        self._guess: float | None = None
        self._taken: list[Rect] = []
        self.box = self._furniture(box)
        axes = frame.axes(self.box, (x[0], x[-1]), (0.0, 100.0))
        colours, points = frame.colours, frame.size.points
        grid = [[(x[0], level), (x[-1], level)] for level in LEVELS]
        axes.add_collection(
            LineCollection(grid, colors=colours["rule"], linewidths=points / 14, zorder=0), autolim=False
        )
        self._sides = {role: self._side(role) for role in ("managing", "leading")}
        for side in self._sides.values():
            axes.add_collection(side, autolim=False)
        self._thin = LineCollection([], colors=colours["on_tint"], linewidths=points / 13, zorder=2)
        axes.add_collection(self._thin, autolim=False)
        self._own = Line2D([], [], color=colours["ink"], lw=points / 4.5, zorder=3)
        self._here = Line2D(
            [], [], ls="none", marker="o", ms=points * 0.9, mfc=colours["paper"], mec=colours["ink"], mew=points / 6,
            zorder=5, clip_on=False,
        )  # fmt: skip
        self._across = Line2D([], [], color=colours["ink"], lw=points / 8, ls=(0, (3, 2)), zorder=4, clip_on=False)
        for line in (self._own, self._here, self._across):
            axes.add_line(line)
        self._numbers = [frame.text("small", colour="muted", anchor="bottom") for _ in costs]
        self._names = [frame.text("label", strong=True, colour=f"{role}_text") for role in self._sides]
        self._here_words, self._guess_words = frame.text("label", strong=True), frame.text("label", strong=True)

    @property
    def moving(self) -> tuple[Artist, ...]:
        """What `update` and `mark` change."""
        words = *self._numbers, *self._names, self._here_words, self._guess_words, self._own_words, self._own_line
        return *self._sides.values(), self._thin, self._own, self._here, self._across, *words

    def update(self, fixed: Array, own: Array, cost: float, here: tuple[float, float], there: bool) -> None:
        """fixed (costs, n) and own (n,): break-evens in %, inf where there is none. ``there``: whether there is
        anything to pay; without it the map is empty but for one's own place."""
        x, level = self._x, np.minimum(own, 200.0)
        corners = [(x[0], 0.0), *zip(x, level, strict=True), (x[-1], 0.0)]
        over = [(x[0], 100.0), *zip(x, np.minimum(level, 100.0), strict=True), (x[-1], 100.0)]
        self._sides["leading"].set_verts([corners] if there else [])
        self._sides["managing"].set_verts([over] if there else [])
        self._own.set_data(x, level if there else np.full_like(x, np.nan))
        shown = np.minimum(fixed, 200.0)
        self._thin.set_segments([np.column_stack([x, line]) for line in shown] if there else [])
        self._own_line.set_visible(there)
        self._own_words.set_text(f"{cost:.3g} % {self._words.own}" if there else "")
        self._number_lines(fixed, there)
        self._here.set_data([here[0]], [here[1]])
        lines = [rect for line in (own, *fixed) for rect in self._crossed(line)] if there else []
        self._taken = [*self._name_sides(own, there) * WORSE, *lines]
        self._name_here(here)
        self._draw_guess()

    def mark(self, prediction: float | None) -> None:
        """Draw a guess at the share from which it pays, or take it away."""
        self._guess = prediction
        self._draw_guess()

    def _furniture(self, box: Box) -> Box:
        """Draw heading, key and axes; what is left for the map."""
        frame, pad, small, label = (
            self._frame,
            self._frame.margin * 0.35,
            self._frame.line("small"),
            self._frame.line("label"),
        )
        top = frame.heading(self._words.heading, box) - pad * 0.5
        self._own_line, self._own_words = self._key(box, top - label / 2)
        frame.text("small", self._words.up, box.left, top - label, colour="muted")
        left = typeface.width("100", frame.points("small")) + pad
        right = typeface.width("30 %", frame.points("small")) + pad
        inner = Box(box.left + left, box.bottom + 2 * small + pad, box.width - left - right, 0.0)
        inner = inner._replace(height=top - label - 2 * small - pad - inner.bottom)
        frame.text("small", self._words.across, box.right, box.bottom + small, colour="muted", align="right")
        for tick in np.arange(np.ceil(self._x[0] / 20) * 20, self._x[-1] + 1, 20):
            at = self._inches(float(tick), 0.0, inner)[0]
            frame.text("small", f"{tick:g}", at, inner.bottom - pad, colour="muted", align="center")
        for level in LEVELS:
            y = inner.bottom + inner.height * level / 100
            frame.text("small", f"{level}", inner.left - pad, y, colour="muted", align="right", anchor="center")
        return inner

    def _key(self, box: Box, y: float) -> tuple[Line2D, Text]:
        """A piece of the thick line; the place for its words."""
        frame, sample = self._frame, self._frame.margin * 1.8
        stroke = Line2D(
            [box.left, box.left + sample], [y, y], color=frame.colours["ink"], lw=frame.size.points / 4.5,
            transform=frame.figure.dpi_scale_trans,
        )  # fmt: skip
        frame.figure.add_artist(stroke)
        return stroke, frame.text("label", "", box.left + sample + frame.margin * 0.4, y, anchor="center")

    def _side(self, role: str) -> PolyCollection:
        colours = self._frame.colours
        return PolyCollection([], facecolors=colours[f"{role}_tint"], linewidths=0, antialiaseds=True, zorder=1)

    def _number_lines(self, fixed: Array, there: bool) -> None:
        """The cost of each thin line where it leaves the map: over its top, or at its right side."""
        for text in self._numbers:
            text.set_text("")
        if not there:
            return
        box, points, gap = self.box, self._frame.points("small"), self._frame.margin * 0.25
        at_top: list[tuple[int, float]] = []
        at_side: list[tuple[int, float]] = []
        for n, line in enumerate(fixed):
            if line[-1] < 100:
                at_side.append((n, self._inches(self._x[-1], float(line[-1]))[1]))
            elif line[0] < 100:
                at_top.append((n, self._inches(float(np.interp(100.0, line, self._x)), 100.0)[0]))
        said = [f"{cost:g} %" for cost in self._costs]
        wide = [typeface.width(said[n], points) + gap for n, _ in at_top]
        for (n, _), x in zip(at_top, spread([x for _, x in at_top], wide, box.left, box.right + gap), strict=True):
            self._numbers[n].set(text=said[n], position=(x, box.top + gap * 0.5), ha="center", va="bottom")
        high = [self._frame.line("small")] * len(at_side)
        for (n, _), y in zip(at_side, spread([y for _, y in at_side], high, box.bottom, box.top), strict=True):
            self._numbers[n].set(text=said[n], position=(box.right + gap, y), ha="left", va="center")

    def _name_sides(self, own: Array, there: bool) -> list[Rect]:
        """Name the side that pays in the upper left corner, the other in the lower right one, where there is room."""
        box, gap, points = self.box, self._frame.margin * 0.4, self._frame.points("label")
        high, found = typeface.height(1, points, 1.15), []
        for text, words, left in zip(self._names, (self._words.pays, self._words.not_), (True, False), strict=True):
            wide = typeface.width(words, points, True) * 1.03
            x = box.left + gap if left else box.right - gap - wide
            y = box.top - gap if left else box.bottom + gap + high
            near, level = x + wide if left else x, y - high if left else y
            share = float(np.interp(near, self._across_inches(), own))
            limit = 100 * (level - box.bottom) / box.height
            fits = there and (share < limit if left else share > limit)
            text.set(text=words if fits else "", position=(x, y))
            if fits:
                found.append(Rect(x, y - high, x + wide, y))
        return found

    def _across_inches(self) -> Array:
        share: Array = (self._x - self._x[0]) / (self._x[-1] - self._x[0])
        return self.box.left + self.box.width * share

    def _crossed(self, line: Array) -> list[Rect]:
        """A line inside the map as a row of narrow boxes, for words to keep off it."""
        every = slice(None, None, 4)
        x, y = self._across_inches()[every], self.box.bottom + self.box.height * np.minimum(line[every], 100.0) / 100
        inside = line[every][:-1] < 100
        corners = np.column_stack([x[:-1], y[:-1], x[1:], y[1:] + self._frame.margin * 0.1])
        return [Rect(*corner) for corner in corners[inside].tolist()]

    def _name_here(self, here: tuple[float, float]) -> None:
        x, y = self._inches(*here)
        radius = self._frame.size.points / 72 * 0.7
        spot = Rect(x - radius, y - radius, x + radius, y + radius)
        places = around(x, y, radius * 0.6, *self._extent(self._words.here))
        # corners first, as a guess may cross its height
        rect = self._free(places[4:8] + places[2:4] + places[:2] + places[8:], [spot])
        self._here_words.set(text=self._words.here, position=(rect.x0, rect.y1))
        self._taken += [spot, rect] * WORSE

    def _draw_guess(self) -> None:
        if self._guess is None:
            self._across.set_data([], [])
            self._guess_words.set_text("")
            return
        self._across.set_data([self._x[0], self._x[-1]], [self._guess] * 2)
        words = f"{self._words.guess}: {self._guess:g} %"
        wide, high = self._extent(words)
        box, y, gap = self.box, self._inches(0.0, self._guess)[1], self._frame.margin * 0.2
        starts = np.linspace(box.left + gap, box.right - gap - wide, 5).tolist()
        above, below = y + gap * 0.3, y - high - gap * 0.3
        wanted = [
            Rect(x, low, x + wide, low + high)
            for low in (above, below, above + high + 2 * gap, below - high - 2 * gap)
            for x in starts
        ]
        rect = self._free(wanted, [])
        self._guess_words.set(text=words, position=(rect.x0, rect.y1))

    def _extent(self, words: str) -> tuple[float, float]:
        points = self._frame.points("label")
        return typeface.width(words, points, True) * 1.03, typeface.height(1, points, 1.15)

    def _free(self, wanted: list[Rect], more: list[Rect]) -> Rect:
        box = self.box
        inside = [rect for rect in wanted if rect.y0 > box.bottom and rect.y1 < box.top]
        (rect,) = place([inside], Rect(box.left, box.bottom, box.right, box.top), [*self._taken, *more])
        return rect

    def _inches(self, x: float, share: float, box: Box | None = None) -> tuple[float, float]:
        box = box or self.box
        across = (x - self._x[0]) / (self._x[-1] - self._x[0])
        return box.left + box.width * float(across), box.bottom + box.height * share / 100


__all__ = ["BreakEvenMap", "MapWords"]
