"""The map of the course: thirteen differences, two phrases a row, and a tick for each lesson done.

There is no scale: the two marks stand at the same places in every row, the band between them is grey, and nobody is a
point on it. A side that the article leaves empty has an open ring in place of its mark.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

from figures import typeface
from figures.contract import Look, Words, label
from figures.frame import SCALE, SIZES, Align, Box, Frame
from figures.palette import GLYPH

LABELS = (
    "managing",  # heads of the two sides
    "leading",
    "lesson",  # heads of the columns before them; in the table, `done` follows a lesson that is done
    "difference",
    "done",
)
SIDES: tuple[tuple[str, Align], ...] = (("managing", "right"), ("leading", "left"))
"""The two sides, and how their words stand: towards the middle."""
MARKER = {"managing": "s", "leading": "o"}
TICK = "✓"
AIR = {"notebook": 0.75, "narrow": 0.9, "projector": 0.3, "print": 0.75}
"""Room between two rows, in ems; a projector's screen is 720 pixels high, and its type must stay large."""


class Row(NamedTuple):
    """A difference: its name, the number of its lesson, a phrase for each side, whether its lesson is done.

    empty: the side of which the article names nothing, or "".
    """

    name: str
    lesson: int
    managing: str
    leading: str
    done: bool = False
    empty: str = ""


@dataclass(frozen=True)
class Data:
    """The differences in the order of the course, as `Row` or as plain tuples of its fields."""

    rows: Sequence[Row | tuple[str, int, str, str, bool, str]]

    def each(self) -> list[Row]:
        """The rows as `Row`."""
        return [Row(*fields) for fields in self.rows]


def rows(data: Data, labels: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The chart as a table, header first."""
    header = tuple(labels[key] for key in ("difference", "lesson", "managing", "leading"))
    said = {True: f" {TICK} {labels['done']}", False: ""}
    return [header, *((row.name, f"{row.lesson}{said[row.done]}", row.managing, row.leading) for row in data.each())]


def shape(data: Data) -> tuple[object, ...]:
    """What of the data the layout depends on: everything but what is done."""
    return tuple(row._replace(done=False) for row in data.each())


class Chart:
    """A row a difference. In a narrow column the name stands over its two phrases."""

    def __init__(self, data: Data, words: Words, look: Look) -> None:
        self._said = {key: label(words, key) for key in LABELS}
        self._narrow = look.size == "narrow"
        size = SIZES[look.size]
        self._em, self._points = size.points / 72, size.points
        self._air = AIR[look.size]
        self._columns(data, size.width - 2 * self._em)
        heights = [self._height(row) for row in data.each()]
        self._frame = Frame.around(look, words, sum(heights) + self._head())
        self._ticks = self._draw(data, heights)
        self.update(data, words)

    @property
    def figure(self) -> Figure:
        return self._frame.figure

    @property
    def moving(self) -> tuple[Artist, ...]:
        return *self._ticks, *self._frame.moving

    def update(self, data: Data, words: Words) -> None:
        """Show what is done now."""
        for tick, row in zip(self._ticks, data.each(), strict=True):
            tick.set_text(TICK if row.done else "")
        self._frame.update(words)

    def mark(self, prediction: float | None) -> None:
        """Nobody is a point on this map: nothing is drawn."""

    # ---- measures: inches from the left edge of the room
    def _columns(self, data: Data, width: float) -> None:
        """Where the columns lie: tick and number, name, the two phrases with the band between their marks."""
        number = typeface.width("12", self._points, True)
        self._tick = typeface.width(TICK, self._points) + self._em * 0.4
        self._name = self._tick + number + self._em * 0.7
        names = max(typeface.width(row.name, self._points, True) for row in data.each())
        start = 0.0 if self._narrow else self._name + names + self._em
        self._band = (width - start) * (0.1 if self._narrow else 0.17)
        self._phrase = (width - start - self._band) / 2 - self._em * 0.9
        self._marks = start + self._phrase + self._em * 0.9, width - self._phrase - self._em * 0.9

    def _lines(self, row: Row, side: str) -> list[str]:
        return typeface.wrap(getattr(row, side), self._points, self._phrase * 0.97)

    def _height(self, row: Row) -> float:
        deepest = max(len(self._lines(row, side)) for side, _ in SIDES) + (1 if self._narrow else 0)
        return typeface.height(deepest, self._points) + self._em * self._air

    def _head(self) -> float:
        return typeface.height(1, self._points * SCALE["head"]) + self._em * 0.6

    # ---- drawing
    def _draw(self, data: Data, heights: Sequence[float]) -> list[Text]:
        """All that stays, from the top down; the places of the ticks."""
        room, ticks = self._frame.room, []
        axes = self._frame.axes(room, (room.left, room.right), (room.bottom, room.top))
        self._heads(room)
        top = room.top - self._head()
        for row, high in zip(data.each(), heights, strict=True):
            self._rule(axes, room, top)
            ticks.append(self._row(axes, room, row, Box(room.left, top - high, room.width, high)))
            top -= high
        return ticks

    def _heads(self, room: Box) -> None:
        """The names of the two sides over their marks."""
        for (side, align), x in zip(SIDES, self._marks, strict=True):
            words = f"{GLYPH[side]} {self._said[side]}"
            shift = self._em * (-0.9 if align == "right" else 0.9)
            self._frame.text(
                "head",
                words,
                room.left + x + shift,
                room.top,
                colour=f"{side}_text",
                strong=True,
                align=align,
            )
        if not self._narrow:
            self._frame.text("small", self._said["lesson"], room.left, room.top - self._em * 0.2, colour="muted")

    def _rule(self, axes: Axes, room: Box, y: float) -> None:
        line = [room.left, room.right], [y, y]
        axes.add_line(Line2D(*line, color=self._frame.colours["rule"], lw=self._points / 18, zorder=1))

    def _row(self, axes: Axes, room: Box, row: Row, box: Box) -> Text:
        line = typeface.height(1, self._points)
        first = box.top - self._em * 0.4 - line / 2 if self._narrow else box.bottom + box.height / 2
        tick = self._frame.text("body", x=room.left, y=first, anchor="center", colour="result_text", strong=True)
        number = room.left + self._name - self._em * 0.5
        self._frame.text("body", f"{row.lesson}", number, first, colour="muted", align="right", anchor="center")
        self._frame.text("body", row.name, room.left + self._name, first, strong=True, anchor="center")
        middle = (box.bottom + first - line / 2) / 2 if self._narrow else first
        self._pair(axes, room, row, middle)
        return tick

    def _pair(self, axes: Axes, room: Box, row: Row, y: float) -> None:
        """Two phrases, two marks, and the band between them."""
        left, right = (room.left + x for x in self._marks)
        colours = self._frame.colours
        axes.add_line(Line2D([left, right], [y, y], color=colours["rule"], lw=self._points * 0.36, zorder=2))
        for (side, align), x in zip(SIDES, (left, right), strict=True):
            named = row.empty != side
            axes.add_line(self._mark(side, x, y, named))
            shift = self._em * (-0.9 if align == "right" else 0.9)
            words = "\n".join(self._lines(row, side))
            colour = "ink" if named else "muted"
            self._frame.text("body", words, x + shift, y, colour=colour, align=align, anchor="center")

    def _mark(self, side: str, x: float, y: float, named: bool) -> Line2D:
        """A square or a circle; an open ring where the article names nothing."""
        colours = self._frame.colours
        fill, edge = (colours[side],) * 2 if named else (colours["paper"], colours["neither"])
        return Line2D(
            [x], [y], ls="none", marker=MARKER[side] if named else "o", ms=self._points * 0.82, mfc=fill, mec=edge,
            mew=self._points / 8, zorder=3,
        )  # fmt: skip
