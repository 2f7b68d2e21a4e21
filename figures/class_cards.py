"""A class's sort: a row a card, four boxes, one mark for each person, and the number beside them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from figures import typeface
from figures.contract import Look, Role, Words, label
from figures.frame import SCALE, SIZES, Box, Frame
from figures.palette import GLYPH
from figures.settled import Settled

COLUMNS: tuple[Role, ...] = ("managing", "both", "leading", "neither")
LABELS = (
    *COLUMNS,
    "card",  # in the table
    "agreement",
    "few",  # in place of the marks of a card that too few have placed
)
MARKER = {"managing": "s", "leading": "o", "both": "D", "neither": "ring"}
MOST = 40
"""People up to whom each has a mark; more are a bar."""
ROWS = 3
"""Lines of marks in a box."""


class Card(NamedTuple):
    """A card; how many put it into each of `COLUMNS`, None where too few placed it; largest: its largest box, in words;
    agreed: whether the class agrees on it."""

    text: str
    counts: Sequence[int] | None
    largest: str
    agreed: bool = False


@dataclass(frozen=True)
class Data:
    """cards: `Card`, in the order in which they are shown; people: how many sorted."""

    cards: Sequence[Card]
    people: int


def rows(data: Data, labels: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The chart as a table, header first."""
    header = (labels["card"], *(labels[role] for role in COLUMNS), labels["agreement"])
    return [header, *(_row(card, labels) for card in data.cards)]


def _row(card: Card, labels: Mapping[str, str]) -> tuple[str, ...]:
    counts = [labels["few"]] * len(COLUMNS) if card.counts is None else [str(count) for count in card.counts]
    return card.text, *counts, card.largest


def shape(data: Data) -> tuple[object, ...]:
    """All of it: other data need a new chart."""
    return (data.people, *((one.text, tuple(one.counts or ()), one.largest, one.agreed) for one in data.cards))


class Chart(Settled):
    """In a narrow column a card's words stand over its boxes."""

    def __init__(self, data: Data, words: Words, look: Look) -> None:
        self._said = {key: label(words, key) for key in LABELS}
        size = SIZES[look.size]
        self._narrow, self._em, self._points = look.size == "narrow", size.points / 72, size.points
        self._tight = look.size == "projector"
        width = size.width - 2 * self._em
        self._text = width if self._narrow else width * 0.4
        self._start = 0.0 if self._narrow else self._text + self._em * 0.6
        self._step = (width - self._start) / len(COLUMNS)
        self._number = typeface.width("000", self._points * SCALE["label"], True) + self._em * 0.3
        self._bars = data.people > MOST
        self._dot = self._fitting(data)
        heights = [self._height(card) for card in data.cards]
        head = typeface.height(1, self._points, 1.3)
        self.frame = Frame.around(look, words, sum(heights) + head)
        self._heads()
        top = self.frame.room.top - head
        for card, high in zip(data.cards, heights, strict=True):
            self._row(card, Box(self.frame.room.left, top - high, width, high))
            top -= high
        self.update(data, words)

    @property
    def _cell(self) -> float:
        """Width of the room for marks."""
        return self._step - self._number - self._em * 0.5

    def _fitting(self, data: Data) -> float:
        """Size of a mark with which everybody has room in one box."""
        largest = max((max(card.counts) for card in data.cards if card.counts), default=1)
        a_line = -(-min(largest, MOST) // ROWS)
        return min(self._em * 0.62, self._cell / max(a_line, 1) / 1.12)

    def _lines(self, card: Card) -> list[str]:
        return typeface.wrap(card.text, self._points, self._text * 0.97, card.agreed)

    def _height(self, card: Card) -> float:
        words = typeface.height(len(self._lines(card)), self._points, 1.14)
        marks = self._lines_of_marks(card) * self._dot * 1.15
        gap = self._em * (0.22 if self._tight else 0.45)
        return (words + marks + self._em * 0.3 if self._narrow else max(words, marks)) + gap

    @property
    def _a_line(self) -> int:
        """Marks beside each other in a box."""
        return max(int(self._cell / (self._dot * 1.12) + 1e-6), 1)

    def _lines_of_marks(self, card: Card) -> int:
        """Lines that the fullest box of a card needs."""
        return 1 if self._bars else max(1, -(-max(card.counts or [0]) // self._a_line))

    def _heads(self) -> None:
        frame, room = self.frame, self.frame.room
        points = frame.points("label")
        for column, role in enumerate(COLUMNS):
            words = f"{GLYPH[role]} {self._said[role]}"
            shown = words if typeface.width(words, points, True) * 1.04 < self._step else self._said[role]
            frame.text("label", shown, self._x(column) + self._em * 0.3, room.top, colour=f"{role}_text", strong=True)

    def _row(self, card: Card, box: Box) -> None:
        frame, lines = self.frame, self._lines(card)
        self.line((box.left, box.right), (box.top, box.top), "rule", self._points / 18)
        words = "\n".join(lines)
        if self._narrow:
            frame.text("body", words, box.left, box.top - self._em * 0.15, strong=card.agreed)
            middle = (
                box.top
                - typeface.height(len(lines), self._points, 1.14)
                - self._em * 0.3
                - self._lines_of_marks(card) * self._dot * 0.58
            )
        else:
            middle = box.bottom + box.height / 2
            frame.text("body", words, box.left, middle, strong=card.agreed, anchor="center")
        if card.counts is None:
            few = typeface.fit(self._said["few"], frame.points("small"), self._step * 3, 1)[0]
            frame.text("small", few, self._x(0), middle, colour="muted", anchor="center")
            return
        for column, count in enumerate(card.counts):
            self._marks(column, count, middle, sum(card.counts))

    def _marks(self, column: int, count: int, y: float, people: int) -> None:
        role, x = COLUMNS[column], self._x(column)
        strong = bool(count) and 10 * count >= 7 * people
        colour = "ink" if count else "muted"
        frame = self.frame
        edge = x + self._number - self._em * 0.3
        frame.text("label", str(count), edge, y, colour=colour, strong=strong, align="right", anchor="center")
        x += self._number
        if not count:
            return
        if self._bars:
            thick = self._em * 0.75
            self.bar(Box(x, y - thick / 2, self._cell * count / people, thick), role, role, "ink")
            return
        a_line = self._a_line
        lines = -(-count // a_line)
        pitch = self._dot * 1.12
        places = [divmod(n, a_line) for n in range(count)]
        across = [x + pitch * (place + 0.5) for _, place in places]
        down = [y + pitch * ((lines - 1) / 2 - line) for line, _ in places]
        size = self._dot * 72 * (0.8 if MARKER[role] == "D" else 0.92)
        self.dots(across, down, size, role, MARKER[role])

    def _x(self, column: int) -> float:
        return self.frame.room.left + self._start + self._step * column


__all__ = ["COLUMNS", "LABELS", "Card", "Chart", "Data", "rows", "shape"]
