"""Stacked bars with their words beside them, one bar chosen, and a prediction drawn across."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from numpy.typing import NDArray

from figures import palette, scales, typeface
from figures.frame import Box, Frame
from figures.labels import spread

Array = NDArray[np.float64]
THICKNESS = 0.78


@dataclass(frozen=True)
class Part:
    """One layer of the stack. fill and ink are tokens of the palette; role gives it a hatch on paper."""

    label: str
    fill: str
    ink: str
    role: str = "neither"


@dataclass(frozen=True)
class StackWords:
    """heading stands over the bars, across under them; points names the diamonds, guess the
    prediction, chosen the outlined bar (without a word for it, it gets its number)."""

    heading: str
    across: str
    points: str
    guess: str
    chosen: str = ""


class Stack:
    """Bars at ``at`` (k,), as high as ``top`` at most, in layers from the bottom up, with diamonds on them."""

    def __init__(self, frame: Frame, box: Box, at: Array, top: float, parts: Sequence[Part], words: StackWords) -> None:
        self._frame, self._at, self._parts, self._words = frame, np.asarray(at, dtype=float), parts, words
        self._top = top
        self._column = self._label_width(min(1.5, box.width * 0.3))
        self.box = self._furniture(box)
        axes = frame.axes(self.box, (self._at[0] - 0.6, self._at[-1] + 0.6), (0.0, top * 1.02))
        self._grid(axes)
        self._layers = [self._layer(axes, part) for part in parts]
        self._diamonds = self._line(axes, ls="none", marker="D", ms=frame.size.points * 0.48, mec="paper", zorder=4)
        self._outline = Rectangle(
            (0, 0), THICKNESS, 0, fill=False, ec=frame.colours["ink"], lw=frame.size.points / 6, antialiased=True
        )
        axes.add_patch(self._outline).set_zorder(5)
        self._pointer = self._line(axes, lw=frame.size.points / 12, zorder=3, clip_on=False)
        self._guess = self._line(axes, lw=frame.size.points / 7, ls=(0, (3, 2)), zorder=5, clip_on=False)
        self._guess.set_gapcolor(frame.colours["paper"])
        self._names = [frame.text("label", anchor="center", colour=ink, strong=True) for ink in self._inks()]
        self._chosen, self._guessed = frame.text("label", strong=True), frame.text("label", strong=True)
        self._prediction: float | None = None

    @property
    def moving(self) -> tuple[Artist, ...]:
        """What `update` and `mark` change."""
        marks = (self._diamonds, self._outline, self._pointer, self._guess)
        return *self._layers, *marks, *self._names, self._chosen, self._guessed

    def update(self, layers: Sequence[Array], diamonds: Array, chosen: float) -> None:
        """Show other heights: one (k,) array a layer, diamonds (k,), and where the chosen bar stands."""
        edges = np.vstack([np.zeros_like(diamonds), np.cumsum(np.asarray(layers, dtype=float), axis=0)])
        left, right = self._at - THICKNESS / 2, self._at + THICKNESS / 2
        for collection, low, high in zip(self._layers, edges[:-1], edges[1:], strict=True):
            corners = [(left, low), (right, low), (right, high), (left, high)]
            collection.set_verts(list(np.stack([np.column_stack(corner) for corner in corners], axis=1)))
        self._diamonds.set_data(self._at, diamonds)
        self._name_layers(edges[:, -1], float(diamonds[-1]))
        self._choose(chosen, float(np.interp(chosen, self._at, edges[-1])))

    def mark(self, prediction: float | None) -> None:
        """Draw the prediction: a dashed line where it stands, or an arrow when that is beyond the last bar."""
        if prediction is None:
            self._guess.set_data([], [])
            self._guessed.set_text("")
            return
        inside = self._at[0] <= prediction <= self._at[-1]
        words = f"{self._words.guess}: {prediction:g}"
        at = float(np.clip(prediction, self._at[0], self._at[-1]))
        level = self._top * 1.02 + self._per_inch() * (self._row(0) - self.box.top - self._frame.line("label"))
        self._guess.set_data([at, at] if inside else [], [0, level] if inside else [])
        self._put(self._guessed, words if inside else f"{words} →", at if inside else self._at[-1], 0)

    def _label_width(self, most: float) -> float:
        points = self._frame.points("label")
        self._wrapped = [typeface.wrap(part.label, points, most, True) for part in self._parts]
        self._wrapped.append(typeface.wrap(f"◆ {self._words.points}", points, most, True))
        return 1.03 * max(typeface.width(line, points, True) for lines in self._wrapped for line in lines)

    def _inks(self) -> list[str]:
        return [*(part.ink for part in self._parts), "ink"]

    def _furniture(self, box: Box) -> Box:
        """Draw the heading and the numbers of the axes; what is left for the bars."""
        frame, small, pad = self._frame, self._frame.line("label"), self._frame.margin * 0.35
        self._rows_top = frame.heading(self._words.heading, box) - pad * 0.5
        left = max(typeface.width(f"{tick:g}", frame.points("label")) for tick in self._levels()) + pad
        width = box.width - left - self._column - frame.margin * 0.5
        inner = Box(box.left + left, box.bottom + 2 * small + pad, width, 0.0)
        inner = inner._replace(height=self._rows_top - 2.4 * small - inner.bottom)
        frame.text("label", self._words.across, inner.right, box.bottom + small, colour="muted", align="right")
        for tick in self._sizes():
            at = inner.left + inner.width * self._share(tick)
            frame.text("label", f"{tick:g}", at, inner.bottom - pad, colour="muted", align="center")
        for tick in self._levels():
            y = inner.bottom + inner.height * tick / (self._top * 1.02)
            frame.text("label", f"{tick:g}", inner.left - pad, y, colour="muted", align="right", anchor="center")
        return inner

    def _levels(self) -> Array:
        return scales.ticks(0.0, self._top, 5)

    def _sizes(self) -> list[float]:
        """The first bar, and every round number after it."""
        first, last = float(self._at[0]), float(self._at[-1])
        return [first, *(tick for tick in scales.ticks(0.0, last, 5) if tick > first + 1)]

    def _share(self, at: float) -> float:
        return float((at - self._at[0] + 0.6) / (self._at[-1] - self._at[0] + 1.2))

    def _grid(self, axes: Axes) -> None:
        colours, points = self._frame.colours, self._frame.size.points
        ends = (self._at[0] - 0.6, self._at[-1] + 0.4)
        lines = [[(ends[0], tick), (ends[1], tick)] for tick in self._levels()]
        shades = [colours["axis"], *[colours["rule"]] * (len(lines) - 1)]
        axes.add_collection(
            LineCollection(lines, colors=shades, linewidths=points / 14, antialiaseds=True, zorder=0),
            autolim=False,
        )

    def _layer(self, axes: Axes, part: Part) -> PolyCollection:
        colours = self._frame.colours
        found = PolyCollection(
            [], facecolors=colours[part.fill], edgecolors=colours["paper"], linewidths=self._frame.size.points / 24,
            antialiaseds=True, hatch=palette.hatch(self._frame.look, part.role), zorder=2,
        )  # fmt: skip
        axes.add_collection(found, autolim=False)
        return found

    def _line(self, axes: Axes, *, mec: str = "ink", **style: Any) -> Line2D:
        colours = self._frame.colours
        found = Line2D(
            [], [], color=colours["ink"], mfc=colours["ink"], mec=colours[mec],
            mew=self._frame.size.points / 13, antialiased=True, solid_capstyle="butt", **style,
        )  # fmt: skip
        axes.add_line(found)
        return found

    def _per_inch(self) -> float:
        """Units of the vertical axis in one inch."""
        return self._top * 1.02 / self.box.height

    def _row(self, n: int) -> float:
        """Top, in inches, of a line of words over the bars: the prediction's (0) or the chosen bar's (1)."""
        return self._rows_top - n * self._frame.line("label") * 1.1

    def _put(self, text: Text, words: str, at: float, row: int) -> None:
        """Words centred over a bar, moved sideways where the sheet ends."""
        half = typeface.width(words, self._frame.points("label"), True) * 1.03 / 2
        right = self.box.right + self._column
        x = min(max(self.box.left + self.box.width * self._share(at), self.box.left + half), right - half)
        text.set(text=words, position=(x - half, self._row(row)))

    def _choose(self, at: float, height: float) -> None:
        self._outline.set_bounds(at - THICKNESS / 2, 0, THICKNESS, height)
        self._put(self._chosen, self._words.chosen or f"{at:g}", at, 1)
        level = self._top * 1.02 + self._per_inch() * (self._row(1) - self.box.top - self._frame.line("label"))
        self._pointer.set_data([at, at], [height, level])

    def _name_layers(self, edges: Array, diamond: float) -> None:
        """Words beside the last bar, at the height of what they name; a layer that is empty there has none."""
        points, scale = self._frame.points("label"), self.box.height / (self._top * 1.02)
        middles = [*((edges[:-1] + edges[1:]) / 2), diamond]
        shown = [n for n in range(len(middles)) if n == len(self._parts) or edges[n + 1] - edges[n] > 0.004 * self._top]
        sizes = [typeface.height(len(self._wrapped[n]), points, 1.22) for n in shown]
        places = spread([scale * middles[n] for n in shown], sizes, 0.0, self.box.height)
        for text in self._names:
            text.set_text("")
        for n, y in zip(shown, places, strict=True):
            place = (self.box.right + self._frame.margin * 0.5, self.box.bottom + y)
            self._names[n].set(text="\n".join(self._wrapped[n]), position=place)
