"""The butterfly: two measured means a row, mirrored at a spine. What both have lies at the spine, the rest outside.

For measured numbers only, such as a survey's means over two groups of jobs: the course makes up no scores of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from figures import palette, typeface
from figures.contract import Look, Role, Words, label
from figures.frame import SCALE, SIZES, Align, Box, Frame
from figures.palette import GLYPH

LABELS = (
    "left",  # over the bars: whose means stand to the left, and whose to the right
    "right",
    "shared",  # what both have
    "trait",  # in the table: what a row is
)
THICKNESS = 0.62
"""Height of a bar as a share of its row's line."""


class Row(NamedTuple):
    """A trait (at most 44 characters) with its two means."""

    trait: str
    left: float
    right: float


@dataclass(frozen=True)
class Data:
    """rows: `Row` or plain tuples of its fields, in the order in which they are shown. low, high: the ends of the scale
    on which the means were measured; bars begin at low. sides: the roles whose colour and sign the two sides carry.
    decimals: how many are printed.

    Raises ValueError, one line, for a mean that lies outside its scale.
    """

    rows: Sequence[Row | tuple[str, float, float]]
    low: float
    high: float
    sides: tuple[Role, Role] = ("managing", "leading")
    decimals: int = 1

    def __post_init__(self) -> None:
        for row in self.each():
            for mean in row[1:]:
                if not self.low <= mean <= self.high:
                    raise ValueError(f"{row.trait}: expected a mean from {self.low:g} to {self.high:g}, found {mean:g}")

    def each(self) -> list[Row]:
        """The rows as `Row`."""
        return [Row(*fields) for fields in self.rows]

    def shown(self, mean: float) -> str:
        """A mean as it is printed."""
        return f"{mean:.{self.decimals}f}"


def rows(data: Data, labels: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The chart as a table, header first."""
    header = (labels["trait"], labels["left"], labels["right"])
    return [header, *((row.trait, data.shown(row.left), data.shown(row.right)) for row in data.each())]


def shape(data: Data) -> tuple[object, ...]:
    """What of the data the layout depends on: the traits, the scale and the sides, not the means."""
    return (data.low, data.high, data.sides, data.decimals, *(row.trait for row in data.each()))


class Chart:
    """A row a trait; in a narrow column its words stand over its bars. The chart grows with its rows."""

    def __init__(self, data: Data, words: Words, look: Look) -> None:
        self._said = {key: label(words, key) for key in LABELS}
        self._narrow, size = look.size == "narrow", SIZES[look.size]
        self._em, self._points = size.points / 72, size.points
        self._columns(data, size.width - 2 * self._em)
        heights = [self._height(row) for row in data.each()]
        self._frame = Frame.around(look, words, sum(heights) + self._head())
        self._draw(data, heights)
        self.update(data, words)

    @property
    def figure(self) -> Figure:
        return self._frame.figure

    @property
    def moving(self) -> tuple[Artist, ...]:
        return *(part for pair in (*self._bars, *self._values) for part in pair), *self._frame.moving

    def update(self, data: Data, words: Words) -> None:
        """Show other means of the same traits, on the same scale."""
        for row, bars, values in zip(data.each(), self._bars, self._values, strict=True):
            self._show(data, row, bars, values)
        self._frame.update(words)

    def mark(self, prediction: float | None) -> None:
        """A table of means has no single number to predict: nothing is drawn."""

    # ---- measures: inches from the left edge of the room
    def _columns(self, data: Data, width: float) -> None:
        """Where the spine lies, and how long a bar at the end of the scale is."""
        number = typeface.width(data.shown(data.high), self._points * SCALE["label"], True) + self._em * 0.7
        widest = max((typeface.width(row.trait, self._points) for row in data.each()), default=0.0)
        self._words = width if self._narrow else min(widest * 1.03, width * 0.36)
        start = 0.0 if self._narrow else self._words + self._em
        self._full = (width - start) / 2 - number
        self._spine = start + number + self._full

    def _lines(self, row: Row) -> list[str]:
        return typeface.wrap(row.trait, self._points, self._words)

    def _height(self, row: Row) -> float:
        line, count = typeface.height(1, self._points), len(self._lines(row))
        return (line * (count + 1) if self._narrow else line * count) + self._em * 0.6

    def _head(self) -> float:
        """Two lines for the heads: the sides, and under them what both have."""
        return typeface.height(2, self._points, 1.35) + self._em * 0.5

    # ---- drawing
    def _draw(self, data: Data, heights: Sequence[float]) -> None:
        frame, room = self._frame, self._frame.room
        self._sides = data.sides
        self._axes = frame.axes(room, (room.left, room.right), (room.bottom, room.top))
        self._bars: list[tuple[Rectangle, ...]] = []
        self._values: list[tuple[Text, Text]] = []
        self._draw_heads(room)
        top = room.top - self._head()
        for row, high in zip(data.each(), heights, strict=True):
            self._row(row, Box(room.left, top - high, room.width, high))
            top -= high

    def _draw_heads(self, room: Box) -> None:
        """The sides over their halves, the shared part under them on the spine."""
        spine, gap = room.left + self._spine, self._em * 0.6
        ends: tuple[tuple[str, Role, float, Align], ...] = (
            ("left", self._sides[0], spine - gap, "right"),
            ("right", self._sides[1], spine + gap, "left"),
        )
        for key, role, x, align in ends:
            self._head_of(key, role, x, room.top, align)
        self._head_of("shared", "both", spine, room.top - typeface.height(1, self._points, 1.35), "center")

    def _head_of(self, key: str, role: Role, x: float, y: float, align: Align) -> None:
        words = f"{GLYPH[role]} {self._said[key]}"
        self._frame.text("body", words, x, y, colour=f"{role}_text", strong=True, align=align)

    def _row(self, row: Row, box: Box) -> None:
        line = typeface.height(1, self._points)
        words = "\n".join(self._lines(row))
        if self._narrow:
            self._frame.text("body", words, box.left, box.top - self._em * 0.3)
            middle = box.bottom + self._em * 0.3 + line / 2
        else:
            middle = box.bottom + box.height / 2
            right = box.left + self._words
            self._frame.text("body", words, right, middle, align="right", anchor="center")
        self._bars.append(self._parts(self._axes, middle, line * THICKNESS))
        left, right_ = self._sides
        self._values.append((self._value(left, middle, "right"), self._value(right_, middle, "left")))

    def _parts(self, axes: Axes, middle: float, high: float) -> tuple[Rectangle, ...]:
        """Left's own, what both have to the left, to the right, right's own."""
        left, right = self._sides
        found = []
        for role in (left, "both", "both", right):
            bar = Rectangle((0, middle - high / 2), 0, high, lw=0, antialiased=True, zorder=2)
            bar.set_facecolor(self._frame.colours[role])
            if mark := palette.hatch(self._frame.look, role):
                bar.set(hatch=mark, edgecolor=self._frame.colours["paper"])
            axes.add_patch(bar)
            found.append(bar)
        return tuple(found)

    def _value(self, role: Role, middle: float, align: Align) -> Text:
        return self._frame.text("label", y=middle, colour=f"{role}_text", strong=True, align=align, anchor="center")

    def _show(self, data: Data, row: Row, bars: tuple[Rectangle, ...], values: tuple[Text, Text]) -> None:
        """Set the bars of a row and the numbers at their ends."""
        spine, slit = self._frame.room.left + self._spine, self._em * 0.06
        long = [self._full * (mean - data.low) / (data.high - data.low) for mean in row[1:]]
        both = min(long)
        places = (
            (spine - long[0], long[0] - both),
            (spine - both, both - slit),
            (spine + slit, both - slit),
            (spine + both, long[1] - both),
        )
        for bar, (x, width) in zip(bars, places, strict=True):
            bar.set(x=x, width=max(width, 0.0))
        ends = (spine - long[0] - self._em * 0.35, spine + long[1] + self._em * 0.35)
        for text, x, mean in zip(values, ends, row[1:], strict=True):
            text.set(text=data.shown(mean), x=x)
