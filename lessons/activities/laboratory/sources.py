"""Who puts which card where, and which differences that makes shared. Pure: no widget, nothing remembered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from figures.shared_by import Count
from lessons.course.schema import Card, Difference
from lessons.record.shift import Shift, shift
from lessons.record.state import State

SECOND = "second"
"""The name of the second sort in the record."""
Places = Mapping[str, str]


@dataclass(frozen=True)
class Sorts:
    """A learner's two sorts, card -> role, and how they came about.

    first: "saved", "unfinished" (placed but never saved) or "missing"; finished: whether the second sort is.
    """

    then: Places
    now: Places
    first: str
    finished: bool

    @property
    def shift(self) -> Shift:
        """What moved between the two."""
        return shift(self.then, self.now)

    def finding(self) -> tuple[str, dict[str, float]]:
        """Which title is true of what moved, and its numbers: the first that fits of these, in this order."""
        found, all_cards = self.shift, 24
        numbers = {
            "n2": float(len(self.now)),
            "common": float(len(found.common)),
            "moved": float(len(found.moved)),
            "b": float(found.moved_to("both")),
        }
        cases = (
            ("nothing", not self.now),
            ("no_first", not found.common),
            ("some", len(found.common) < all_cards),
            ("stayed", not found.moved),
            ("all", True),
        )
        return next(key for key, holds in cases if holds), numbers


def sorts(state: State, first: str, second: str, core: Mapping[str, Card]) -> Sorts:
    """Both sorts of the core cards from the record; first, second: under which ids they are kept when saved."""
    then, saved = _kept(state, first), first in state.kept
    begun = state.lesson("start_here").placed.get("first", {})
    now, finished = _kept(state, second), second in state.kept
    placed = state.lesson("overlap").placed.get(SECOND, {})
    then = then if saved else begun
    return Sorts(
        then={card: role for card, role in then.items() if card in core},
        now={card: role for card, role in (now if finished else placed).items() if card in core},
        first="saved" if saved else "unfinished" if then else "missing",
        finished=finished,
    )


def _kept(state: State, name: str) -> Places:
    kept = state.kept.get(name)
    value = kept.value if kept else None
    return {str(card): str(role) for card, role in value.items()} if isinstance(value, Mapping) else {}


def article(cards: Mapping[str, Card]) -> Places:
    """Where the article puts the cards that it names."""
    return {key: card.article for key, card in cards.items() if card.article}


def research(cards: Mapping[str, Card]) -> Places:
    """Where our reading of the studies puts each card."""
    return {key: card.research for key, card in cards.items()}


def places_of(own: Sorts, cards: Mapping[str, Card]) -> dict[str, Places]:
    """What each source says of these cards, from the article to the learner now; empty where it says nothing."""
    return {"article": article(cards), "research": research(cards), "then": own.then, "now": own.now}


def counts(places: Places, cards: Mapping[str, Card], differences: Sequence[str]) -> list[Count]:
    """For each difference, how many of its cards lie in both; a card that is not placed does not."""
    belong = {one: [key for key, card in cards.items() if card.difference == one] for one in differences}
    return [Count(sum(places.get(key) == "both" for key in belong[one]), len(belong[one])) for one in differences]


def shared(found: Sequence[Count], differences: Mapping[str, Difference]) -> list[str]:
    """The names of the differences that a source calls shared."""
    return [one.name for one, count in zip(differences.values(), found, strict=True) if count.shared]


def agreeing(cards: Mapping[str, Card], now: Places) -> int:
    """On how many cards the article, the studies and the learner now name the same box."""
    return sum(now.get(key) == card.research == card.article for key, card in cards.items())


def disagreeing(cards: Mapping[str, Card], now: Places) -> list[str]:
    """Cards on which the learner now, the article and the studies do not all agree.

    A card left open agrees with nobody; one that the article does not name is left to the other two.
    """
    return [key for key, card in cards.items() if len({now.get(key), card.research, card.article or card.research}) > 1]
