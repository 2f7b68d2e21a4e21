"""The card sorts of a class as the desk has them: from hand-ins, or counted by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lessons.classroom.agreement import Placed, placed
from lessons.classroom.moves import FIRST, SECOND, sorts_of
from lessons.classroom.rules import enough
from lessons.course import library
from lessons.course.schema import Card

from .desk import DebriefDesk

WHERE = {"first": FIRST, "second": SECOND}


@dataclass(frozen=True)
class ClassSort:
    """One sort of the 24 core cards. people: how many took part; by_hand: whether it was counted by hand."""

    cards: tuple[Placed, ...]
    people: int
    by_hand: bool

    @property
    def enough(self) -> bool:
        """Whether anything of it may be shown."""
        return enough(self.people)

    @property
    def seen(self) -> list[Placed]:
        """The cards that enough people placed."""
        return [one for one in self.cards if enough(one.people)]

    @property
    def boxes(self) -> Mapping[str, str]:
        """Where most of the class put each card; a card with two largest boxes is left out."""
        return {one.card: one.box for one in self.seen if one.box}


def core() -> dict[str, Card]:
    """The 24 cards that everybody sorts."""
    return {key: card for key, card in library.cards().items() if card.core}


def class_sort(desk: DebriefDesk, which: str) -> ClassSort:
    """The first or the second sort; what was counted by hand comes before hand-ins."""
    if which in desk.tallies:
        tally = desk.tallies[which]
        found = tuple(Placed(card, tally.get(card, {})) for card in core())
        return ClassSort(found, max(one.people for one in found), True)
    people = sorts_of(desk.shown, WHERE[which], core())
    return ClassSort(tuple(placed(people.values(), core())), len(people), False)


def latest(desk: DebriefDesk) -> ClassSort:
    """The second sort, where enough people made it; else the first."""
    second = class_sort(desk, "second")
    return second if second.enough else class_sort(desk, "first")
