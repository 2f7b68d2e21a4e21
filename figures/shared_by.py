"""Who calls which difference shared: a row a difference, a column a source, with the counts of cards that say so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

from figures import typeface
from figures.contract import Look, Words, label
from figures.frame import SIZES, Box, Frame

LABELS = (
    "difference",
    "article",  # the sources
    "research",
    "then",
    "now",
)


class Count(NamedTuple):
    """So many of so many cards lie in both; at least half of them call a difference shared."""

    both: int
    of: int

    @property
    def shared(self) -> bool:
        return self.of > 0 and 2 * self.both >= self.of

    @property
    def shown(self) -> str:
        return f"{self.both}/{self.of}"


class Row(NamedTuple):
    """A difference with a count for each source."""

    name: str
    counts: Sequence[Count | tuple[int, int]]

    def each(self) -> list[Count]:
        return [Count(*count) for count in self.counts]


@dataclass(frozen=True)
class Data:
    """sources: keys of the sources' labels, from left to right; rows: `Row` or plain tuples of its fields."""

    sources: Sequence[str]
    rows: Sequence[Row | tuple[str, Sequence[tuple[int, int]]]]

    def each(self) -> list[Row]:
        """The rows as `Row`."""
        return [Row(*fields) for fields in self.rows]


def rows(data: Data, labels: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The chart as a table, header first; ◆ stands before what is called shared."""
    header = (labels["difference"], *(labels[source] for source in data.sources))
    body = [
        (row.name, *(f"◆ {count.shown}" if count.shared else count.shown for count in row.each()))
        for row in data.each()
    ]
    return [header, *body]


def shape(data: Data) -> tuple[object, ...]:
    """What of the data the layout depends on: the sources and the differences."""
    return (tuple(data.sources), *(row.name for row in data.each()))


class Chart:
    """A full diamond where a source calls a difference shared, a small ring where it does not, and the count."""

    def __init__(self, data: Data, words: Words, look: Look) -> None:
        self._said = {key: label(words, key) for key in LABELS}
        size = SIZES[look.size]
        self._em, self._points = size.points / 72, size.points
        self._gap = 0.12 if look.size == "projector" else 0.45  # thirteen rows beside the controls on one screen
        width = size.width - 2 * self._em
        names = [typeface.width(row.name, self._points) * 1.04 for row in data.each()]
        self._left = min(max(names, default=0.0), width * 0.36) + self._em
        self._step = (width - self._left) / max(len(data.sources), 1)
        heads = [typeface.balanced(self._said[key], self._points, self._step * 0.92, True) for key in data.sources]
        head = typeface.height(max(map(len, heads), default=1), self._points) + self._em * 0.5
        heights = [self._height(row) for row in data.each()]
        self._frame = Frame.around(look, words, head + sum(heights))
        self._draw(data, heads, head, heights)
        self.update(data, words)

    @property
    def figure(self) -> Figure:
        return self._frame.figure

    @property
    def moving(self) -> tuple[Artist, ...]:
        return *(part for row in self._cells for cell in row for part in cell), *self._frame.moving

    def update(self, data: Data, words: Words) -> None:
        """Show other counts of the same differences and sources."""
        for row, cells in zip(data.each(), self._cells, strict=True):
            for count, (mark, text) in zip(row.each(), cells, strict=True):
                self._show(count, mark, text)
        self._frame.update(words)

    def mark(self, prediction: float | None) -> None:
        """Who calls what shared is no number to predict: nothing is drawn."""

    def _lines(self, row: Row) -> list[str]:
        return typeface.wrap(row.name, self._points, self._left - self._em)

    def _height(self, row: Row) -> float:
        return typeface.height(len(self._lines(row)), self._points) + self._em * self._gap

    def _draw(self, data: Data, heads: list[list[str]], head: float, heights: Sequence[float]) -> None:
        frame, room = self._frame, self._frame.room
        for column, lines in enumerate(heads):
            frame.text("body", "\n".join(lines), self._x(column), room.top, strong=True, align="center")
        top, self._cells = room.top - head, list[list[tuple[Line2D, Text]]]()
        for row, high in zip(data.each(), heights, strict=True):
            box = Box(room.left, top - high, room.width, high)
            self._rule(box)
            middle = box.bottom + high / 2
            frame.text("body", "\n".join(self._lines(row)), room.left, middle, anchor="center")
            self._cells.append([self._cell(self._x(column), middle) for column in range(len(data.sources))])
            top -= high

    def _cell(self, x: float, y: float) -> tuple[Line2D, Text]:
        mark = Line2D([x - self._em * 0.75], [y], ls="none", antialiased=True, mew=self._points / 9, zorder=3,
                      transform=self._frame.figure.dpi_scale_trans)  # fmt: skip
        self._frame.figure.add_artist(mark)
        return mark, self._frame.text("small", x=x + self._em * 0.05, y=y, anchor="center")

    def _show(self, count: Count, mark: Line2D, text: Text) -> None:
        colours = self._frame.colours
        if count.shared:
            mark.set(marker="D", markersize=self._points * 0.8, markerfacecolor=colours["both"])
        else:
            mark.set(marker="o", markersize=self._points * 0.5, markerfacecolor=colours["paper"])
        mark.set_markeredgecolor(colours["both" if count.shared else "axis"])
        text.set(text=count.shown, color=colours["both_text" if count.shared else "muted"])

    def _x(self, column: int) -> float:
        return self._frame.room.left + self._left + self._step * (column + 0.5)

    def _rule(self, box: Box) -> None:
        ends = [box.left, box.right], [box.top, box.top]
        rule = Line2D(*ends, color=self._frame.colours["rule"], lw=self._points / 16, antialiased=True, zorder=1,
                      transform=self._frame.figure.dpi_scale_trans)  # fmt: skip
        self._frame.figure.add_artist(rule)
