"""The years that a class played in lesson 15, replayed: month by month, and with more hours of leading.

Hours come from hand-ins, so from strangers: a game that this edition cannot replay is left out. Nobody is ranked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lessons.course.two_hats.events import YEARS, Year
from lessons.course.two_hats.game import EDITION, READINGS, final, month_by_month, play
from lessons.course.two_hats.month import HOURS, LEADING, MONTH
from lessons.course.two_hats.players import MOVED, shifted
from lessons.record.handin import HandIn

Array = NDArray[np.float64]
LESSON = "two_hats"
FEWEST_MONTHS = 3
"""A shorter year has no room for a turn of the market."""
SLACK = 0.01
"""Hours by which a month may miss what it has."""


@dataclass(frozen=True)
class House:
    """One finished year: which it was, hours (months, 5), and the weights that were chosen before it, by reading."""

    year: Year
    hours: Array
    weights: Mapping[str, float]

    @property
    def largest(self) -> str:
        """The reading with the largest weight; "" where there are two."""
        top = max(self.weights.values())
        found = [name for name, weight in self.weights.items() if weight == top]
        return found[0] if len(found) == 1 else ""


@dataclass(frozen=True)
class TenMonths:
    """Houses that played the same year. leading: (houses, months) hours; readings: (4, houses, months), 0 to 100."""

    houses: tuple[House, ...]
    leading: Array
    readings: Array

    @property
    def wanted(self) -> Counter[str]:
        """How many houses gave each reading the largest weight; "" where a house had no largest."""
        return Counter(house.largest for house in self.houses)

    @property
    def finding(self) -> str:
        """Which title is true: different, where no reading was the largest for half of the houses; else same."""
        named = {name: count for name, count in self.wanted.items() if name}
        return "same" if 2 * max(named.values(), default=0) >= len(self.houses) else "different"

    def ends(self, reading: str) -> tuple[float, float, float]:
        """The lowest, the middle and the highest end of a reading."""
        low, middle, high = np.percentile(self.readings[READINGS.index(reading), :, -1], [0, 50, 100])
        return float(low), float(middle), float(high)


def houses(hand_ins: Iterable[HandIn]) -> list[House]:
    """The latest finished game of each hand-in that this edition can replay."""
    found = ([_house(game) for game in made.games] for made in hand_ins if made.lesson == LESSON)
    finished = ([house for house in games if house] for games in found)
    return [games[-1] for games in finished if games]


def most_played(found: Sequence[House]) -> list[House]:
    """The houses of the year that most of them played; of two, the one that was played first in the list."""
    if not found:
        return []
    year = Counter(house.year for house in found).most_common(1)[0][0]
    return [house for house in found if house.year == year]


def ten_months(found: Sequence[House]) -> TenMonths:
    """Replay houses of one year; at least one."""
    hours = np.stack([house.hours for house in found])
    readings = month_by_month(play(found[0].year, hours))
    return TenMonths(tuple(found), hours[..., LEADING].sum(axis=-1), np.moveaxis(readings, 1, 2))


def advised(found: Sequence[House]) -> tuple[Array, Array]:
    """The readings at the end of each year, (years, 4), as it was played and with 8 more hours of leading a month."""
    before, after = (np.empty((len(found), len(READINGS))) for _ in range(2))
    for year in {house.year for house in found}:  # all houses of one year at once
        places = [n for n, house in enumerate(found) if house.year == year]
        hours = np.stack([found[n].hours for n in places])
        before[places] = final(year, hours).T
        after[places] = final(year, shifted(hours, MOVED)).T
    return before, after


def _house(game: Any) -> House | None:
    """The house of a handed-in game; None where it is not finished, of another edition, or of impossible hours."""
    known = game.edition == EDITION and game.kind in YEARS and game.months >= FEWEST_MONTHS
    if not known or len(game.hours) != game.months or any(len(month) != len(HOURS) for month in game.hours):
        return None
    hours = np.array(game.hours, dtype=float)
    if (hours < 0).any() or (hours.sum(axis=1) > MONTH + SLACK).any():
        return None
    weights = {name: float(game.weights[name]) for name in READINGS if name in game.weights}
    if len(weights) != len(READINGS) or min(weights.values()) < 0:
        return None
    return House(Year(game.kind, game.seed, game.months), hours, weights)
