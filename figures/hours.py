"""Hours by kind, month by month, under the events that the months brought: bars in the tones of two hats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.lines import Line2D
from numpy.typing import NDArray

from figures import palette, typeface
from figures.contract import Role
from figures.frame import Box, Frame
from figures.labels import spread

Array = NDArray[np.float64]
THICK = 0.84
"""Width of a bar, as a share of its month."""
LEVELS = (0, 20, 40)
MONTH = 40.0
"""Hours in a month, the height of the panel."""


@dataclass(frozen=True)
class Kind:
    """A kind of hours: its name, the hat it belongs to, and its colours."""

    name: str
    role: Role
    fill: str
    edge: str


@dataclass(frozen=True)
class HourWords:
    """month stands beside the last number; split names the thin line, "" for none."""

    month: str
    split: str = ""


class Hours:
    """One bar a month. Its event stands over it, the names of the kinds beside the last bar, with hours on average."""

    def __init__(
        self, frame: Frame, box: Box, kinds: Sequence[Kind], events: Sequence[str], months: int, words: HourWords
    ) -> None:
        """``box``: as wide as the panel; names of kinds stand to the right of it, numbers to the left. ``events``:
        every name that one can have, which fixes the rows kept for them."""
        self._frame, self._kinds, self._words = frame, kinds, words
        self._rows = event_rows(frame, events, box.width / months)
        self.box = self._furniture(box)
        axes = frame.axes(self.box, (0.0, 1.0), (0.0, MONTH))
        self._grid(axes)
        self._layers = [self._layer(axes, kind) for kind in kinds]
        ink, points = frame.colours["ink"], frame.size.points
        self._split = Line2D([], [], color=ink, lw=points / 9, ls=(0, (4, 2)), zorder=4)
        axes.add_line(self._split)
        self._names = [frame.text("label", colour=f"{kind.role}_text", strong=True, anchor="center") for kind in kinds]
        self._split_name = frame.text("small", anchor="bottom", align="right")
        self._split_name.set_bbox({"facecolor": frame.colours["paper"], "edgecolor": "none", "pad": 0.8})  # over bars
        self._said = [frame.text("small", align="center", anchor="bottom") for _ in range(months)]
        self._numbers = [frame.text("small", colour="muted", align="center") for _ in range(months)]

    @staticmethod
    def height(frame: Frame, rows: EventRows, panel: float) -> float:
        """Inches that it takes, with a panel so high."""
        return rows.height(frame) + panel + frame.line("small") + frame.margin * 0.35

    @property
    def moving(self) -> tuple[Artist, ...]:
        """What `update` changes, the events and the numbers of the months aside: they are the year's."""
        return *self._layers, self._split, *self._names, self._split_name

    def update(self, hours: Array, events: Sequence[str], calm: str, split: float | None) -> None:
        """Show other hours (kinds, months); ``calm`` is the event that is not set off. split: hours of managing."""
        self._show_months(events, calm)
        edges = np.vstack([np.zeros(hours.shape[1]), np.cumsum(hours, axis=0)])
        middles, half = centres(hours.shape[1]), THICK / hours.shape[1] / 2
        for layer, low, high in zip(self._layers, edges[:-1], edges[1:], strict=True):
            x = np.stack([middles - half, middles + half, middles + half, middles - half], axis=1)
            y = np.stack([low, low, high, high], axis=1)
            layer.set_verts(np.stack([x, y], axis=2)[high > low])
        self._name(edges[:, -1], hours.mean(axis=1))
        self._split.set_data([0, 1] if split is not None else [], [split, split] if split is not None else [])
        words = self._words.split if split is not None else ""
        height = self.box.bottom + self.box.height * (split or 0.0) / MONTH
        self._split_name.set(text=words, position=(self.box.right, height))

    def _show_months(self, events: Sequence[str], calm: str) -> None:
        """The events, those that are not calm set off, and the numbers of the months; what is left over is empty."""
        frame, many = self._frame, len(events)
        for n, (said, number) in enumerate(zip(self._said, self._numbers, strict=True)):
            shown = n < many
            x = self.box.left + self.box.width * (n + 0.5) / many
            name = events[n] if shown else ""
            strong = name != calm
            lines = typeface.wrap(name, frame.points("small"), self._rows.room(self.box.width / many), strong)
            y = self.box.top + frame.margin * 0.3 + self._rows.level(n) * self._rows.one(frame)
            said.set(
                text="\n".join(lines), position=(x, y), color=frame.colours["ink" if strong else "muted"],
                fontproperties=typeface.font(frame.points("small"), strong),
            )  # fmt: skip
            named = n == many - 1 and self._roomy(many)
            label = f"{self._words.month} {n + 1}" if named else f"{n + 1}"
            number.set(text=label if shown else "", position=(x, self.box.bottom - frame.margin * 0.25))

    def _roomy(self, many: int) -> bool:
        """Whether the word for a month fits under the last bar."""
        wide = typeface.width(f"{self._words.month} {many}", self._frame.points("small"))
        return wide < self.box.width / many

    def _name(self, edges: Array, average: Array) -> None:
        """The kinds beside the last bar, at the height of their part of it."""
        frame, scale = self._frame, self.box.height / MONTH
        high = typeface.height(1, frame.points("label"), 1.2)
        middles = (edges[:-1] + edges[1:]) / 2 * scale
        places = spread(middles.tolist(), [high] * len(middles), 0.0, self.box.height)
        for text, kind, at, hours in zip(self._names, self._kinds, places, average, strict=True):
            words = f"{palette.GLYPH[kind.role]} {kind.name} {hours:.3g}"
            text.set(text=words, position=(self.box.right + frame.margin * 0.4, self.box.bottom + at))

    def _furniture(self, box: Box) -> Box:
        """Draw the numbers of the axis; what is left for the bars."""
        frame, pad, small = self._frame, self._frame.margin * 0.35, self._frame.line("small")
        top = box.top - self._rows.height(frame)
        bottom = box.bottom + small + pad
        inner = Box(box.left, bottom, box.width, top - bottom)
        for level in LEVELS:
            y = inner.bottom + inner.height * level / MONTH
            frame.text("small", f"{level}", inner.left - pad, y, colour="muted", align="right", anchor="center")
        return inner

    def _grid(self, axes: Axes) -> None:
        colours, points = self._frame.colours, self._frame.size.points
        lines = [[(0, level), (1, level)] for level in LEVELS]
        shades = [colours["axis"], *[colours["rule"]] * (len(lines) - 1)]
        axes.add_collection(LineCollection(lines, colors=shades, linewidths=points / 14, zorder=0), autolim=False)

    def _layer(self, axes: Axes, kind: Kind) -> PolyCollection:
        colours = self._frame.colours
        found = PolyCollection(
            [], facecolors=colours[kind.fill], edgecolors=colours[kind.edge], linewidths=self._frame.size.points / 20,
            antialiaseds=True, hatch=palette.hatch(self._frame.look, kind.role), zorder=2,
        )  # fmt: skip
        axes.add_collection(found, autolim=False)
        return found


@dataclass(frozen=True)
class EventRows:
    """Rows for the names of events: where a month is too narrow for one, every second or third month has a row."""

    many: int
    lines: int

    def level(self, month: int) -> int:
        """The row of a month's name; 0 is the lowest."""
        return month % self.many

    def room(self, month: float) -> float:
        """Inches that a name may be wide, over months so wide."""
        return month * self.many * 0.96

    def one(self, frame: Frame) -> float:
        """Height of one row in inches."""
        return typeface.height(self.lines, frame.points("small"), 1.15)

    def height(self, frame: Frame) -> float:
        """Height of all rows in inches."""
        return self.many * self.one(frame) + frame.margin * 0.3


def event_rows(frame: Frame, names: Sequence[str], month: float) -> EventRows:
    """As few rows as let every name stand in two lines, over months so many inches wide."""
    points = frame.points("small")
    for many in (1, 2, 3):
        room = month * many * 0.96
        lines = [typeface.wrap(name, points, room, True) for name in names]
        widest = max(typeface.width(word, points, True) for name in names for word in name.split())
        if widest <= room and max(len(one) for one in lines) <= 2:
            break
    return EventRows(many, max(len(one) for one in lines))


def centres(months: int) -> Array:
    """Where the months stand on an axis from 0 to 1."""
    return (np.arange(months) + 0.5) / months


__all__ = ["EventRows", "HourWords", "Hours", "Kind", "centres", "event_rows"]
