"""Lenses side by side: one small lens a source, each card a number that can be followed from lens to lens.

Which card has which number stands below on paper; on a screen the page says it, as text that can be enlarged. In a
narrow column the lenses stand one under the other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from matplotlib.artist import Artist
from matplotlib.figure import Figure

from figures import typeface
from figures.chips import Chips
from figures.contract import Look, Role, Words, label
from figures.frame import SIZES, Box, Frame
from figures.numbered import NumberedList
from figures.palette import GLYPH
from figures.shapes import lens, rounded

INSIDE: tuple[Role, ...] = ("managing", "both", "leading")
OUTSIDE: tuple[Role | None, ...] = ("neither", None)
LABELS = (
    *INSIDE,
    "neither",
    "no_place",  # of cards that a source does not name or place
    "moved",  # what the thick edge of a number means
    "number",  # in the table
    "card",
    "article",  # the sources
    "research",
    "then",
    "now",
)


class Card(NamedTuple):
    """text; places: where each source puts it, None where it has no place; moved: it stands out in the last lens."""

    text: str
    places: Sequence[Role | None]
    moved: bool = False


@dataclass(frozen=True)
class Data:
    """sources: keys of their labels, from left to right; cards: `Card` or plain tuples, numbered from 1."""

    sources: Sequence[str]
    cards: Sequence[Card | tuple[str, Sequence[Role | None], bool]]

    def each(self) -> list[Card]:
        """The cards as `Card`."""
        return [Card(*fields) for fields in self.cards]

    def of(self, source: int, role: Role | None) -> list[int]:
        """The numbers of the cards that this source puts there."""
        return [n for n, card in enumerate(self.each(), 1) if card.places[source] == role]


def rows(data: Data, labels: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The chart as a table, header first: a row a card, a column a source."""
    header = (labels["number"], labels["card"], *(labels[source] for source in data.sources))
    body = [
        (str(n), card.text, *(labels[place or "no_place"] for place in card.places))
        for n, card in enumerate(data.each(), 1)
    ]
    return [header, *body]


def shape(data: Data) -> tuple[object, ...]:
    """What of the data the layout depends on: all of it."""
    return (tuple(data.sources), *((card.text, tuple(card.places), card.moved) for card in data.each()))


class Chart:
    """Nothing moves but the words around the chart; other places need another layout."""

    def __init__(self, data: Data, words: Words, look: Look) -> None:
        self._said = {key: label(words, key) for key in (*LABELS, *data.sources)}
        self._data, self._look = data, look
        size = SIZES[look.size]
        self._em, self._points = size.points / 72, size.points
        width = size.width - 2 * self._em
        across = 1 if look.size == "narrow" else max(len(data.sources), 1)
        self._down = max(len(data.sources), 1) // across
        self._list = self._names(data, width)
        self._gap = self._em * 1.1
        self._wide = (width - self._gap * (across - 1)) / across
        self._chips = Chips(look)
        self._heads = [typeface.balanced(self._said[key], size.points, self._wide, True) for key in data.sources]
        self._measure(width)
        self._frame = Frame.around(look, words, self._key + self._down * self._tall + self._list.height)
        self._draw()
        self.update(data, words)

    @property
    def figure(self) -> Figure:
        return self._frame.figure

    @property
    def moving(self) -> tuple[Artist, ...]:
        return self._frame.moving

    def update(self, data: Data, words: Words) -> None:
        """Other words around the same places."""
        self._frame.update(words)

    def mark(self, prediction: float | None) -> None:
        """Where cards lie is no number to predict: nothing is drawn."""

    def _names(self, data: Data, width: float) -> NumberedList:
        texts = [card.text for card in data.each()] if self._look.size == "print" else []
        return NumberedList(texts, self._look, width, 3)

    # ---- how high
    def _measure(self, width: float) -> None:
        """Heights in inches, the same for all lenses: the key, a head, the shapes, what lies outside them."""
        data, em = self._data, self._em
        region = self._wide / 3 - em * 0.5
        sources = range(len(data.sources))
        fullest = max((len(data.of(n, role)) for n in sources for role in INSIDE), default=0)
        self._signs = self._key_rows(width)
        self._key = typeface.height(len(self._signs), self._points) + em * 0.8
        self._head = typeface.height(max(map(len, self._heads), default=1), self._points) + em * 1.6
        self._region = max(self._chips.height(fullest, region), em * 3) + em * 1.1
        trays = [sum(self._tray(len(data.of(n, role))) for role in OUTSIDE) for n in sources]
        self._tall = self._head + self._region + em * 0.5 + max(trays, default=0.0) + em * 0.7

    def _tray(self, count: int) -> float:
        """A line of words and the numbers; nothing where there is no card."""
        inner = self._wide - self._em
        return self._line + self._chips.height(count, inner) + self._em * 0.6 if count else 0.0

    @property
    def _line(self) -> float:
        return typeface.height(1, self._points)

    def _key_rows(self, width: float) -> list[list[tuple[str, str]]]:
        """What the signs mean, as rows of words with their colours; and the thick edge, if a number has one."""
        parts = [(f"{GLYPH[role]} {self._said[role]}", f"{role}_text") for role in (*INSIDE, "neither")]
        moved = [(self._said["moved"], "muted")] if any(card.moved for card in self._data.each()) else []
        together = sum(self._key_width(words) for words, _ in (*parts, *moved)) <= width
        return [parts + moved] if together or not moved else [parts, moved]

    def _key_width(self, words: str) -> float:
        return typeface.width(words, self._points) * 1.03 + self._em * 1.5

    # ---- drawing
    def _draw(self) -> None:
        room, data = self._frame.room, self._data
        self._axes = self._frame.axes(room, (room.left, room.right), (room.bottom, room.top))
        for row, parts in enumerate(self._signs):
            left = room.left
            for words, colour in parts:
                self._frame.text("body", words, left, room.top - row * self._line, colour=colour)
                left += self._key_width(words)
        top = room.top - self._key
        for n in range(len(data.sources)):
            row, column = (n, 0) if self._look.size == "narrow" else (0, n)
            left = room.left + column * (self._wide + self._gap)
            self._source(n, left, top - row * self._tall)
        self._list.draw(self._frame, Box(room.left, room.bottom, room.width, self._list.height))

    def _source(self, n: int, left: float, top: float) -> None:
        """One lens: whose it is, the counts, the numbers in the shapes, and those outside."""
        frame, em, third = self._frame, self._em, self._wide / 3
        name = "\n".join(self._heads[n])
        low = top - self._head + em * 1.7
        frame.text("body", name, left + self._wide / 2, low, strong=True, align="center", anchor="bottom")
        bottom = top - self._head - self._region
        boxes = [Box(left + place * third, bottom, third, self._region) for place in range(3)]
        lens(frame, self._axes, boxes, em * 1.2)
        for role, box in zip(INSIDE, boxes, strict=True):
            numbers = self._data.of(n, role)
            self._count(f"{GLYPH[role]} {len(numbers)}", box.left + third / 2, box.top + em * 1.45, role)
            self._numbers(n, numbers, Box(box.left + em * 0.25, bottom, third - em * 0.5, self._region))
        self._outside(n, left, bottom - em * 0.5)

    def _count(self, words: str, x: float, y: float, role: Role) -> None:
        self._frame.text("body", words, x, y, colour=f"{role}_text", strong=True, align="center")

    def _outside(self, n: int, left: float, top: float) -> None:
        """What this source puts in neither, and what it gives no place, each on a ground of its own."""
        for role in OUTSIDE:
            numbers = self._data.of(n, role)
            high = self._tray(len(numbers))
            if numbers:
                ground = rounded(self._axes, Box(left, top - high, self._wide, high), self._em * 0.6, self._em * 0.1)
                ground.set(facecolor=self._frame.colours["neither_tint"], linewidth=0, zorder=1)
                name = f"{GLYPH['neither']} {len(numbers)}" if role else f"{self._said['no_place']} · {len(numbers)}"
                self._count(name, left + self._wide / 2, top - self._em * 0.25, "neither")
                inner = Box(left + self._em * 0.5, top - high, self._wide - self._em, high - self._line)
                self._numbers(n, numbers, inner)
            top -= high

    def _numbers(self, source: int, numbers: Sequence[int], box: Box) -> None:
        cards, last = self._data.each(), source == len(self._data.sources) - 1
        self._chips.draw(self._frame, self._axes, [(n, last and cards[n - 1].moved) for n in numbers], box)
