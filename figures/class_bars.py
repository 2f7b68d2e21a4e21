"""Bars of a class: a row an option, a thought or a word; a column a question, a path or a card.

Each bar is part of a track that stands for all who could have chosen it, so bars of groups of different size compare.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from figures import typeface
from figures.contract import Look, Words, label
from figures.frame import SCALE, SIZES, Box, Frame
from figures.palette import GLYPH, ROLES
from figures.settled import Settled

LABELS = (
    "what",  # in the table: what a row is
    "few",  # in place of a column of a group that is too small
    "promise",  # in the table: the upright line
)
FEW = 5
"""Rows up to which a projector's chart has thicker bars and more room between them."""


class Cell(NamedTuple):
    """So many of so many, and how that is printed."""

    people: int
    of: int
    shown: str


class Row(NamedTuple):
    """text and a smaller note under it; a cell for each column, None where the group is too small; role: one of the
    four boxes, or ""; promise: a share, 0 to 1, that is marked on the track."""

    text: str
    cells: Sequence[Cell | None]
    note: str = ""
    role: str = ""
    promise: float | None = None


@dataclass(frozen=True)
class Data:
    """heads: a heading for each column, "" for none; rows: `Row`, in the order in which they are shown."""

    heads: Sequence[str]
    rows: Sequence[Row]


def rows(data: Data, labels: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The chart as a table, header first."""
    promised = any(row.promise is not None for row in data.rows)
    header = (labels["what"], *(head or " " for head in data.heads), *([labels["promise"]] if promised else []))
    return [header, *(_row(row, labels, promised) for row in data.rows)]


def _row(row: Row, labels: Mapping[str, str], promised: bool) -> tuple[str, ...]:
    name = f"{row.text} ({row.note})" if row.note else row.text
    cells = (cell.shown if cell else labels["few"] for cell in row.cells)
    return name, *cells, *([f"{row.promise or 0:.2f}"] if promised else [])


def shape(data: Data) -> tuple[object, ...]:
    """All of it: other data need a new chart."""
    return (tuple(data.heads), *((*row[:1], tuple(row.cells), *row[2:]) for row in data.rows))


class Chart(Settled):
    """Words to the left, bars to the right; in a narrow column, and where there are several, words stand over bars."""

    def __init__(self, data: Data, words: Words, look: Look) -> None:
        self._said = {key: label(words, key) for key in LABELS}
        size = SIZES[look.size]
        self._em, self._points, self._data = size.points / 72, size.points, data
        width = size.width - 2 * self._em
        self._over = look.size == "narrow"
        self._roomy = 1.6 if look.size == "projector" and len(data.rows) <= FEW else 1.0
        self._text = width if self._over else width * (0.46 if len(data.heads) == 1 else 0.34)
        start = 0.0 if self._over else self._text + self._em * 0.8
        self._step = (width - start) / max(len(data.heads), 1)
        self._start = start
        self._print = self._widest_number()
        heights = [self._height(row) for row in data.rows]
        head = self._head_height()
        self.frame = Frame.around(look, words, head + sum(heights))
        self._draw(head, heights)
        self.update(data, words)

    @property
    def _track(self) -> float:
        """Length of a bar that is all of its group."""
        return max(self._step - self._print - self._em * 1.1, self._em)

    @property
    def _thick(self) -> float:
        return self._em * 0.95 * self._roomy

    def _widest_number(self) -> float:
        shown = [cell.shown for row in self._data.rows for cell in row.cells if cell]
        points = self._points * SCALE["label"]
        return max((typeface.width(one, points, True) for one in shown), default=0.0) * 1.05

    def _lines(self, row: Row) -> tuple[list[str], list[str]]:
        text = f"{GLYPH[row.role]} {row.text}" if row.role in ROLES else row.text
        small = self._points * SCALE["small"]
        room = self._text * 0.97
        return typeface.wrap(text, self._points, room), typeface.wrap(row.note, small, room)

    def _words_height(self, row: Row) -> float:
        text, note = self._lines(row)
        small = self._points * SCALE["small"]
        return typeface.height(len(text), self._points, 1.16) + typeface.height(len(note), small, 1.16)

    def _height(self, row: Row) -> float:
        words = self._words_height(row)
        bar = self._thick * 1.15
        return (words + bar if self._over else max(words, bar)) + self._em * 0.7 * self._roomy

    def _heads(self) -> list[list[str]]:
        return [typeface.wrap(head, self._points, self._step * 0.9, True) for head in self._data.heads]

    def _head_height(self) -> float:
        lines = max((len(lines) for lines in self._heads()), default=0)
        return typeface.height(lines, self._points) + self._em * 0.4 if lines else 0.0

    def _draw(self, head: float, heights: Sequence[float]) -> None:
        frame, room = self.frame, self.frame.room
        for column, lines in enumerate(self._heads()):
            frame.text("body", "\n".join(lines), self._x(column), room.top, strong=True)
        top = room.top - head
        for row, high in zip(self._data.rows, heights, strict=True):
            self._row(row, Box(room.left, top - high, room.width, high))
            top -= high

    def _row(self, row: Row, box: Box) -> None:
        text, note = self._lines(row)
        high = self._words_height(row)
        inner = box.height - self._em * 0.7 * self._roomy
        top = box.top if self._over else box.top - (inner - high) / 2
        colour = f"{row.role}_text" if row.role in ROLES else "ink"
        frame = self.frame
        frame.text("body", "\n".join(text), box.left, top, colour=colour, strong=row.role in ROLES)
        under = top - typeface.height(len(text), self._points, 1.16)
        frame.text("small", "\n".join(note), box.left, under, colour="muted")
        middle = top - high - self._thick * 0.65 if self._over else box.top - inner / 2
        for column, cell in enumerate(row.cells):
            self._cell(row, cell, column, middle)

    def _cell(self, row: Row, cell: Cell | None, column: int, y: float) -> None:
        x, thick, frame = self._x(column), self._thick, self.frame
        if cell is None:
            words = typeface.fit(self._said["few"], frame.points("small"), self._step * 0.92, 1)[0]
            frame.text("small", words, x, y, colour="muted", anchor="center")
            return
        self.bar(Box(x, y - thick / 2, self._track, thick), "faint", edge="rule")
        share = cell.people / cell.of if cell.of else 0.0
        role = row.role if row.role in ROLES else ""
        if cell.people:
            self.bar(Box(x, y - thick / 2, self._track * share, thick), role or "result", role, "ink" if role else "")
        if row.promise is not None:
            at = x + self._track * row.promise
            self.line((at, at), (y - thick * 0.85, y + thick * 0.85), "ink", self._points / 5, order=5)
        frame.text("label", cell.shown, x + self._track + self._em * 0.35, y, strong=True, anchor="center")

    def _x(self, column: int) -> float:
        return self.frame.room.left + self._start + self._step * column


__all__ = ["LABELS", "Cell", "Chart", "Data", "Row", "rows", "shape"]
