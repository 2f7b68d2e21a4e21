"""Four panels that share their axes: what each way brings week by week, in many futures and in one replayed future."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.lines import Line2D
from numpy.typing import NDArray

from figures import palette, typeface
from figures.contract import Role
from figures.frame import Box, Frame

Array = NDArray[np.float64]
LEVELS = (0, 50, 100)
TOP = 102.0
"""Upper end of the axes, so that a line at 100 % is drawn whole."""


@dataclass(frozen=True)
class FanWords:
    """heading and key (how to read them) stand over the panels, week beside the last number of the axis."""

    heading: str
    key: str
    week: str


@dataclass(frozen=True)
class Ways:
    """Rows are panels: low, middle, high, replayed (panels, weeks) in %; scores (panels,); jumps: weeks."""

    low: Array
    middle: Array
    high: Array
    replayed: Array
    scores: Array
    jumps: Array


class Fan:
    """Two rows of two panels: a band, its dashed middle, one future as a line, dotted lines where the market moves."""

    def __init__(
        self, frame: Frame, box: Box, weeks: Array, panels: Sequence[tuple[Role, str]], words: FanWords
    ) -> None:
        self._frame, self._weeks, self._words = frame, np.asarray(weeks, dtype=float), words
        boxes = self._furniture(box)
        self._panels = [_Panel(frame, place, self._weeks, *panel) for place, panel in zip(boxes, panels, strict=True)]

    @property
    def moving(self) -> tuple[Artist, ...]:
        """What `update` changes."""
        return tuple(artist for panel in self._panels for artist in panel.moving)

    def update(self, ways: Ways) -> None:
        """Show other values."""
        best = int(np.argmax(ways.scores))
        for n, panel in enumerate(self._panels):
            panel.update(ways.low[n], ways.middle[n], ways.high[n], ways.replayed[n], ways.jumps)
            panel.score(float(ways.scores[n]), n == best)

    def _furniture(self, box: Box) -> list[Box]:
        """Draw heading, key and axes; the places of the panels."""
        frame, pad = self._frame, self._frame.margin * 0.35
        label, small = frame.line("label"), frame.line("small")
        under = frame.heading(self._words.heading, box) - pad * 0.3
        under = frame.key(self._words.key, box, under) - pad
        left = typeface.width("100", frame.points("small")) + pad
        gap = frame.margin
        width = (box.width - left - gap) / 2
        height = (under - box.bottom - small - pad - 2 * label - gap * 0.8) / 2
        tops = (under - label, under - 2 * label - height - gap * 0.8)
        places = [Box(box.left + left + n * (width + gap), top - height, width, height) for top in tops for n in (0, 1)]
        for place in (places[0], places[2]):
            for level in LEVELS:
                y = place.bottom + place.height * level / TOP
                frame.text("small", f"{level}", place.left - pad, y, colour="muted", align="right", anchor="center")
        for place in places[2:]:
            self._number_weeks(place, place.bottom - pad)
        return places

    def _number_weeks(self, place: Box, y: float) -> None:
        first, last = int(self._weeks[0]), int(self._weeks[-1]) + 1
        said = ((first, "left"), ((first + last) // 2, "center"), (f"{self._words.week} {last}", "right"))
        for share, (words, align) in zip((0.0, 0.5, 1.0), said, strict=True):
            self._frame.text("small", f"{words}", place.left + place.width * share, y, colour="muted", align=align)  # type: ignore[arg-type]


class _Panel:
    """One way: its name and score over the axes, and what moves in them."""

    def __init__(self, frame: Frame, box: Box, weeks: Array, role: Role, name: str) -> None:
        self._frame, self._weeks = frame, weeks
        colours, points = frame.colours, frame.size.points
        ends = float(weeks[0]), float(weeks[-1])
        axes = frame.axes(box, ends, (0.0, TOP))
        lines = [[(ends[0], level), (ends[1], level)] for level in LEVELS]
        shades = [colours["axis"], colours["rule"], colours["rule"]]
        axes.add_collection(LineCollection(lines, colors=shades, linewidths=points / 14, zorder=0), autolim=False)
        self._band = PolyCollection(
            [], facecolors=colours[f"{role}_tint"], edgecolors=colours[role], linewidths=points / 40, antialiaseds=True,
            hatch=palette.hatch(frame.look, role), zorder=1,
        )  # fmt: skip
        axes.add_collection(self._band, autolim=False)
        self._jumps = Line2D([], [], color=colours["ink"], lw=points / 12, ls=(0, (1, 2)), zorder=2, antialiased=True)
        self._middle = Line2D([], [], color=colours[f"{role}_text"], lw=points / 9, ls=(0, (4, 2)), zorder=3)
        self._line = Line2D([], [], color=colours[role], lw=points / 4.5, zorder=4, solid_joinstyle="round")
        for line in (self._jumps, self._middle, self._line):
            axes.add_line(line)
        y = box.top + frame.margin * 0.12
        frame.text(
            "label", f"{palette.GLYPH[role]} {name}", box.left, y, colour=f"{role}_text", strong=True, anchor="bottom"
        )
        self._score = frame.text("label", "", box.right, y, align="right", anchor="bottom")

    @property
    def moving(self) -> tuple[Artist, ...]:
        return self._band, self._jumps, self._middle, self._line, self._score

    def update(self, low: Array, middle: Array, high: Array, replayed: Array, jumps: Array) -> None:
        weeks = self._weeks
        outline = np.column_stack([np.concatenate([weeks, weeks[::-1]]), np.concatenate([low, high[::-1]])])
        self._band.set_verts([outline])
        self._middle.set_data(weeks, middle)
        self._line.set_data(weeks, replayed)
        self._jumps.set_data(np.repeat(jumps, 3), np.tile([0.0, TOP, np.nan], len(jumps)))

    def score(self, percent: float, best: bool) -> None:
        """Print the mean over all weeks and futures; the best one is set strong."""
        font = typeface.font(self._frame.points("label"), best)
        self._score.set(
            text=f"{percent:.0f} %", fontproperties=font, color=self._frame.colours["ink" if best else "muted"]
        )


__all__ = ["Fan", "FanWords", "Ways"]
