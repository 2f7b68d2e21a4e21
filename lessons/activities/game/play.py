"""The rules of playing a year: which month is open, what it brings, who may go back, and what stands in the way.

A game is its record: kind of year, seed and hours. All else follows from the model, so a game goes on anywhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from lessons.course.two_hats.best import CHOICES
from lessons.course.two_hats.events import YEARS, Event, Year, events
from lessons.course.two_hats.game import EDITION, READINGS, play_so_far, readings, total
from lessons.course.two_hats.month import HOURS, MONTH, Array, House, Month, spend
from lessons.record.state import Game

EVEN = (8, 8, 8, 8, 8)
"""What the first month's controls stand at: nobody's advice."""
CLASS_YEARS = ("A", "B", "C")
ASKED_AFTER = 5
"""The month after which the player is asked what one reading will come to."""
NEARLY = 1e-6
LENGTHS = range(3, 61)
"""Months of a year that can be played. The model's own have ten or three; a stranger's record may say anything."""


@dataclass(frozen=True)
class Weights:
    """Points for each reading, before a year. They must add up to ``points``."""

    given: Mapping[str, int]
    points: int

    @property
    def sum(self) -> int:
        """Points given so far."""
        return sum(self.given.values())

    @property
    def left(self) -> int:
        """Points still to give; negative if there are too many."""
        return self.points - self.sum


def trouble(game: Game) -> str:
    """Why a recorded game cannot be played on here: ``edition``, ``not_ours``, or "" if it can."""
    if game.edition != EDITION:
        return "edition"
    known = game.kind in YEARS and game.months in LENGTHS and set(game.weights) == set(READINGS)
    fits = all(len(hours) == len(HOURS) and abs(sum(hours) - MONTH) < NEARLY for hours in game.hours)
    return "" if known and fits and sum(game.weights.values()) > 0 else "not_ours"


def choice_of(game: Game) -> str:
    """The name under which the game's year is offered, or ""."""
    year = Year(game.kind, game.seed, game.months)
    return next((name for name, one in CHOICES.items() if one == year), "")


@dataclass(frozen=True)
class Play:
    """A recorded game of this edition, as far as it is played. Raises ValueError for one that is not of it."""

    game: Game

    def __post_init__(self) -> None:
        if why := trouble(self.game):
            raise ValueError(why)

    @property
    def year(self) -> Year:
        """The year that is played."""
        return Year(self.game.kind, self.game.seed, self.game.months)

    @property
    def events(self) -> tuple[Event, ...]:
        """All events of the year, those to come among them."""
        return events(self.year)

    @cached_property
    def months(self) -> tuple[Month, ...]:
        """The months spent so far."""
        return play_so_far(self.year, self.game.hours)

    @property
    def spent(self) -> int:
        """How many months are spent."""
        return len(self.game.hours)

    @property
    def open(self) -> int | None:
        """The month whose hours are to be set, from 1; None at the end of the year."""
        return None if self.game.done else self.spent + 1

    @property
    def house(self) -> House:
        """Where the house stands now."""
        return self.months[-1].after if self.months else House()

    def readings_after(self, month: int) -> Array:
        """Delivery, budget, commitment, direction after so many months; delivery is NaN before the first: (4,)."""
        house = self.months[month - 1].after if month else House()
        read = readings(house, month)
        if not month:
            read[0] = np.nan
        return read

    @property
    def readings(self) -> Array:
        """Where the four readings stand now: (4,)."""
        return self.readings_after(self.spent)

    @property
    def total(self) -> float:
        """The readings under the player's own weights; NaN before the first month."""
        return float(total(self.readings, self.game.weights))

    def told(self, month: int) -> int:
        """The how-manieth time this is that the month's kind of event comes, from 1."""
        kinds = [event.kind for event in self.events[:month]]
        return kinds.count(kinds[-1])

    def hours(self) -> tuple[float, ...]:
        """What the open month's controls stand at: the same as last month."""
        return self.game.hours[-1] if self.game.hours else EVEN

    def because(self, month: int) -> str:
        """The line written for a month."""
        return self.game.because[month - 1]

    @property
    def goes_back_once(self) -> bool:
        """Whether only one step back is open, so that groups stay comparable: in class years and in a team."""
        return self.game.team > 1 or choice_of(self.game) in CLASS_YEARS

    @property
    def may_go_back(self) -> bool:
        """Whether the last month may be opened again."""
        return self.spent > 0 and not (self.goes_back_once and self.game.backs)

    def first_try(self, month: int) -> Month | None:
        """What the hours that were first spent in a month would have done from the same start, if they were others."""
        first, now = self.game.firsts.get(month), self.months[month - 1]
        if first is None or len(first) != len(HOURS) or first == self.game.hours[month - 1]:
            return None
        return spend(now.before, np.array(first), now.event)

    @property
    def asks(self) -> bool:
        """Whether the question half way is open: after month five of a longer year, until it is answered."""
        return self.spent == ASKED_AFTER < self.game.months and self.game.expected is None


def left(hours: Sequence[float]) -> float:
    """Hours of the month that are not given away; negative if there are too many."""
    return MONTH - float(sum(hours))
