"""How far a class agrees on where cards lie: the largest box of each card, its spread, and Krippendorff's alpha.

People may leave cards open. Alpha is for nominal data with values missing, after K. Krippendorff, *Computing
Krippendorff's Alpha-Reliability* (2011).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import krippendorff
import numpy as np

Boxes = Mapping[str, int]
"""Box -> how many people put a card there."""
AGREED, SPLIT = 0.70, 0.40
"""A class agrees on a card from this share in one box on, and is split where no box has more than that."""


@dataclass(frozen=True)
class Placed:
    """Where the people of a class put one card."""

    card: str
    boxes: Boxes

    @property
    def people(self) -> int:
        """How many placed it."""
        return sum(self.boxes.values())

    @property
    def largest(self) -> int:
        """How many are in its largest box."""
        return max(self.boxes.values(), default=0)

    @property
    def box(self) -> str | None:
        """Its largest box; None where there are two, or nobody placed it."""
        found = [box for box, count in self.boxes.items() if count == self.largest and count]
        return found[0] if len(found) == 1 else None

    @property
    def agreed(self) -> bool:
        """Whether at least 70 % put it in one box."""
        return self.people > 0 and self.largest >= AGREED * self.people - 1e-9

    @property
    def split(self) -> bool:
        """Whether no box has more than 40 %."""
        return self.people > 0 and self.largest <= SPLIT * self.people + 1e-9

    @property
    def spread(self) -> float:
        """The share of all pairs of people who put it in different boxes, 0 to 1."""
        n = self.people
        if n < 2:
            return 0.0
        return 1 - sum(count * (count - 1) for count in self.boxes.values()) / (n * (n - 1))


def placed(sorts: Iterable[Mapping[str, str]], cards: Iterable[str]) -> list[Placed]:
    """Where people put each of these cards. sorts: one for each person, card -> box; a card may be left open."""
    sorts = list(sorts)
    return [Placed(card, Counter(sort[card] for sort in sorts if card in sort)) for card in cards]


def alpha(found: Iterable[Placed]) -> float | None:
    """Krippendorff's alpha over cards; None where it is not defined: fewer than two boxes, or no card with two people.

    1: all agree on every card; 0: no more than boxes drawn by chance would; below 0: less than that.
    """
    shared = [one for one in found if one.people >= 2]
    boxes = sorted({box for one in shared for box, count in one.boxes.items() if count})
    if len(boxes) < 2:
        return None
    counts = np.array([[one.boxes.get(box, 0) for box in boxes] for one in shared])
    return float(krippendorff.alpha(value_counts=counts, level_of_measurement="nominal"))


def by_agreement(found: Iterable[Placed]) -> list[Placed]:
    """From the card that most agree on to the one with the widest spread."""
    return sorted(found, key=lambda one: (one.spread, one.card))


def worth_ten_minutes(found: Iterable[Placed], article: Mapping[str, str], research: Mapping[str, str]) -> list[Placed]:
    """Three cards to talk about, each with people in it: the two with the widest spread, then one where the class
    differs from the article and from the studies, the most agreed of these; where there is none, the third widest."""
    widest = [one for one in reversed(by_agreement(found)) if one.people]
    rest = widest[2:]
    against = [one for one in reversed(rest) if one.box and one.box not in (article.get(one.card), research[one.card])]
    return [*widest[:2], *(against or rest)[:1]]
