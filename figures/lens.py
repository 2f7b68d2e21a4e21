"""The lens: two overlapping shapes with trait cards in them, and a tray below for what lies outside both.

On paper the overlap is the darkest area and on the dark theme the lightest, as with two inks or two lamps. In a narrow
column the shapes stand one over the other.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from figures import shapes
from figures.cardlist import CardList, Entry
from figures.contract import Look, Role, Words, label
from figures.frame import SIZES, Box, Frame
from figures.palette import GLYPH

LABELS = ("managing", "both", "leading", "neither", "not_named", "yours")
"""Names of the three regions and of the two parts of the tray; ``yours`` stands before the place you gave a card."""
INSIDE = ("managing", "both", "leading")
"""The regions of the lens, from left to right or from the top down."""
TRAY = ("neither", None)
FULL = 12
"""So many cards fit one screen of a projector in large type."""


class Card(NamedTuple):
    """text; role: where it lies, None when it is not named; ids of sentences; mine: where the learner put it.

    of: how many of how many people put it there, where a class is drawn.
    """

    text: str
    role: Role | None = None
    ids: Sequence[str] = ()
    mine: Role | None = None
    of: tuple[int, int] | None = None


@dataclass(frozen=True)
class Data:
    """The cards in the order in which they are shown, as `Card` or as plain tuples of its first fields."""

    cards: Sequence[Card | tuple[str, Role | None, Sequence[str], Role | None]]

    @classmethod
    def of_class(cls, cards: Sequence[tuple[str, Mapping[Role, int]]]) -> Data:
        """A class's places: text and how many put the card where. It lies where most put it; a tie has no place."""
        return cls(tuple(_of_class(text, counts) for text, counts in cards))

    def of(self, role: str | None) -> list[Card]:
        """The cards that lie there."""
        return [card for card in (Card(*fields) for fields in self.cards) if card.role == role]


def rows(data: Data, labels: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The chart as a table, header first: one column a region, its cards with their sentences; then the tray."""
    columns = [[_with_ids(card) for card in data.of(role)] for role in (*INSIDE, *TRAY)]
    header = tuple(labels[role or "not_named"] for role in (*INSIDE, *TRAY))
    deepest = max(len(column) for column in columns)
    return [header, *(tuple(column[n] if n < len(column) else "" for column in columns) for n in range(deepest))]


def shape(data: Data) -> tuple[object, ...]:
    """What of the data the layout depends on: the cards and where they lie, not where the learner put them."""
    cards = [Card(*fields) for fields in data.cards]
    return (
        any(card.mine for card in cards),
        *((card.text, card.role, tuple(card.ids), bool(card.of)) for card in cards),
    )


def _of_class(text: str, counts: Mapping[Role, int]) -> Card:
    people, most = sum(counts.values()), max(counts.values(), default=0)
    first = [role for role, count in counts.items() if count == most]
    if not people or len(first) > 1:
        return Card(text)
    return Card(text, first[0], of=(most, people))


def _with_ids(card: Card) -> str:
    behind = ", ".join((*card.ids, *([_share(card)] if card.of else ())))
    return f"{card.text} ({behind})" if behind else card.text


def _share(card: Card) -> str:
    """So many of so many, as in 17/30."""
    return "/".join(str(count) for count in card.of or ())


class Chart:
    """Only the learner's own places move; the cards stay where they are."""

    def __init__(self, data: Data, words: Words, look: Look) -> None:
        self._labels = {key: label(words, key) for key in LABELS}
        self._narrow = look.size == "narrow"
        size = SIZES[look.size]
        self._em = size.points / 72
        self._radius = self._em * (1.4 if self._narrow else 2.6)
        width = size.width - 2 * self._em
        self._tray_roles = [role for role in TRAY if data.of(role)]
        self._lists = {role: self._list(data, role, look, width) for role in (*INSIDE, *self._tray_roles)}
        self._head = self._em * 2.1
        self._frame = Frame.around(look, words, self._lens_height() + self._tray_height())
        self._draw()
        self.update(data, words)

    @property
    def figure(self) -> Figure:
        return self._frame.figure

    @property
    def moving(self) -> tuple[Artist, ...]:
        return (*(text for cards in self._lists.values() for text in cards.moving), *self._frame.moving)

    def update(self, data: Data, words: Words) -> None:
        """Show other places of the learner's, title, subtitle and takeaway, for the same cards."""
        for role, cards in self._lists.items():
            cards.update([self._below(card) for card in data.of(role)])
        self._frame.update(words)

    def mark(self, prediction: float | None) -> None:
        """A sort has no number to predict: nothing is drawn."""

    def _below(self, card: Card) -> str:
        """What stands under a card: how many of a class, its sentences, and where the learner put it."""
        ids = ", ".join(card.ids)
        mine = f"{self._labels['yours']}: {GLYPH[card.mine]} {self._labels[card.mine]}" if card.mine else ""
        return " · ".join(part for part in (_share(card), ids, mine) if part)

    def _list(self, data: Data, role: str | None, look: Look, width: float) -> CardList:
        """The cards of a region, wrapped to its width; the line below keeps room for the learner's longest word."""
        placed = any(Card(*fields).mine for fields in data.cards)
        longest = max((role for role in (*INSIDE, "neither")), key=lambda name: len(self._labels[name]))
        widest = [card._replace(mine=longest) if placed else card for card in data.of(role)]  # type: ignore[arg-type]
        entries = [Entry(card.text, self._below(card)) for card in widest]
        step = "small" if look.size == "projector" and len(data.cards) > FULL else "body"
        if self._narrow:
            return CardList(entries, look, width - 2 * self._em)
        if role in INSIDE:
            return CardList(entries, look, width / len(INSIDE) - 2 * self._em, step=step)
        return CardList(entries, look, width / len(self._tray_roles) - self._em, 3 // len(self._tray_roles), step)

    def _lens_height(self) -> float:
        heights = [self._lists[role].height for role in INSIDE]
        if self._narrow:
            self._regions = [height + self._head + self._em * 1.5 for height in heights]
            return sum(self._regions)
        self._regions = [max(max(heights) + self._em * 2.6, self._em * 8)] * 3
        return self._regions[0] + self._head

    def _tray_height(self) -> float:
        heights = [self._lists[role].height + self._head for role in self._tray_roles]
        if not heights:
            return 0.0
        return (sum(heights) if self._narrow else max(heights)) + self._em * 2.5

    def _draw(self) -> None:
        room = self._frame.room
        axes = self._frame.axes(room, (room.left, room.right), (room.bottom, room.top))
        boxes = self._down(room) if self._narrow else self._across(room)
        shapes.lens(self._frame, axes, boxes, self._radius)
        for role, box in zip(INSIDE, boxes, strict=True):
            top = box.top if self._narrow else room.top
            self._heading(role, box.left + box.width / 2, top - self._em * (0.9 if self._narrow else 0.2))
            inner = box._replace(height=box.height - self._head) if self._narrow else box
            self._lists[role].draw(self._frame, inner)
        if self._tray_roles:
            self._tray(axes, room._replace(height=self._tray_height() - self._em))

    def _across(self, room: Box) -> list[Box]:
        """Managing, both, leading from left to right, under their headings."""
        wide, high = room.width / 3, self._regions[0]
        bottom = room.top - self._head - high
        return [Box(room.left + n * wide, bottom, wide, high) for n in range(3)]

    def _down(self, room: Box) -> list[Box]:
        """Managing, both, leading from the top down, each with its heading inside."""
        tops = [room.top - sum(self._regions[:n]) for n in range(3)]
        return [Box(room.left, top - high, room.width, high) for top, high in zip(tops, self._regions, strict=True)]

    def _heading(self, role: str, x: float, y: float) -> None:
        words = f"{GLYPH[role]} {self._labels[role]} · {self._lists[role].count}"
        self._frame.text("head", words, x, y, colour=f"{role}_text", strong=True, align="center")

    def _tray(self, axes: Axes, room: Box) -> None:
        """What lies outside both shapes, on a grey ground of its own."""
        ground = shapes.rounded(axes, room, self._radius, self._em * 0.1)
        ground.set(facecolor=self._frame.colours["neither_tint"], linewidth=0, zorder=1)
        top = room.top - self._em * 0.6
        wide = room.width if self._narrow else room.width / len(self._tray_roles)
        for n, role in enumerate(self._tray_roles):
            cards = self._lists[role]
            high = cards.height + self._head
            left = room.left if self._narrow else room.left + n * wide
            name = f"{GLYPH['neither']} {self._labels['neither']}" if role else self._labels["not_named"]
            words = f"{name} · {cards.count}"
            self._frame.text("head", words, left + wide / 2, top, colour="neither_text", strong=True, align="center")
            cards.draw(self._frame, Box(left, top - high, wide, cards.height))
            top -= high if self._narrow else 0
