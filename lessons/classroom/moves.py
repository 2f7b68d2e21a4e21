"""What moved between two sorts of a class: from box to box, and card by card."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lessons.record.handin import HandIn
from lessons.record.shift import Shift, shift

FIRST, SECOND = ("start_here", "first"), ("overlap", "second")
"""In which lesson's hand-in, and under which name, the two sorts are."""
Sort = Mapping[str, str]


@dataclass(frozen=True)
class Moves:
    """What moved, of all who handed in both sorts. people: how many; flows: (from, to) -> cards, stayed ones too."""

    people: int
    flows: Mapping[tuple[str, str], int]
    cards: Mapping[str, int]
    placed: Mapping[str, int]

    @property
    def moved(self) -> int:
        """Cards that moved, all people together."""
        return sum(count for (before, after), count in self.flows.items() if before != after)

    @property
    def all(self) -> int:
        """Cards that were placed twice, all people together."""
        return sum(self.flows.values())

    @property
    def a_person(self) -> float:
        """Moves a person."""
        return self.moved / self.people if self.people else 0.0

    @property
    def to_both(self) -> float:
        """The share of moves that go to both."""
        found = sum(count for (before, after), count in self.flows.items() if before != after == "both")
        return found / self.moved if self.moved else 0.0

    @property
    def finding(self) -> str:
        """Which title is true: hardly (under two moves a person), both (over half of the moves), or several."""
        return "hardly" if self.a_person < 2 else "both" if self.to_both > 0.5 else "several"

    def most_moved(self, count: int) -> list[tuple[str, int, int]]:
        """The cards that most people moved: card, moves, people who placed it twice."""
        order = sorted(self.cards, key=lambda card: (-self.cards[card], card))
        return [(card, self.cards[card], self.placed[card]) for card in order[:count] if self.cards[card]]


def sorts_of(hand_ins: Iterable[HandIn], where: tuple[str, str], cards: Iterable[str]) -> dict[str, Sort]:
    """The sort of each person who placed a card in it: pseudonym -> card -> box. Other cards are left out."""
    lesson, name = where
    known = set(cards)
    found = {made.pseudonym: made.sorts.get(name, {}) for made in hand_ins if made.lesson == lesson}
    kept = {code: {card: box for card, box in sort.items() if card in known} for code, sort in found.items()}
    return {code: sort for code, sort in kept.items() if sort}


def moves(first: Mapping[str, Sort], second: Mapping[str, Sort]) -> Moves:
    """Compare the sorts of everybody who is in both."""
    both = sorted(first.keys() & second.keys())
    shifts: list[Shift] = [shift(first[code], second[code]) for code in both]
    flows = Counter(
        (first[code][card], second[code][card]) for code, one in zip(both, shifts, strict=True) for card in one.common
    )
    return Moves(
        people=len(both),
        flows=flows,
        cards=Counter(move.card for one in shifts for move in one.moved),
        placed=Counter(card for one in shifts for card in one.common),
    )
