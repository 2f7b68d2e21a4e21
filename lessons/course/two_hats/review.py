"""Looking back: what each month did and why, and a year beside other ways through the same events.

Readings are in points, 0 to 100. What moved commitment and budget in a month adds up exactly to its change, as long as
the reading does not stop at one of its ends.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from .events import MARKET, TECHNOLOGY, Year
from .game import READINGS, final, month_by_month, play, total
from .month import BALANCED, HOURS, SCAN, Array, Constants, Month
from .players import EVEN, answering

BUDGET_POINTS = 100 / 3
"""Points of budget for each unit of the model."""
NEARLY_NOTHING = 10.0
"""A reading that ends no higher than this is called nearly nothing."""
ON_COURSE = 99.5
"""From here on direction is printed as 100."""
SLACK = 1e-9


# ---- one month -------------------------------------------------------------------------------------------------------
def delivered(month: Month, constants: Constants = BALANCED) -> float:
    """Delivery of this month alone, in points; it may exceed 100."""
    return float(100 * month.delivered * month.fit / constants.full_delivery)


def held_back(month: Month, constants: Constants = BALANCED) -> dict[str, float]:
    """What held delivery back, each as the share (0 to 1) that it took of what was there without it."""
    after = month.after
    return {
        "skill": float(1 - np.minimum(after.skill, 1)),
        "commitment": float((1 - constants.willing) * (1 - after.commitment)),
        "order": float((1 - constants.orderly) * (1 - np.minimum(after.order, 1))),
        "errors": float(month.errors),
        "overload": float(constants.overload_loss * np.minimum(month.overload, 1)),
        "misfit": float(1 - month.fit),
    }


def commitment_moves(month: Month) -> dict[str, float]:
    """What each cause did to commitment, in points."""
    return {cause: 100 * float(move) for cause, move in month.commitment_moves.items()}


def budget_moves(month: Month, constants: Constants = BALANCED) -> dict[str, float]:
    """What was earned and what was spent, in points."""
    c = constants
    parts = {
        "earned": c.earns * month.delivered * month.fit,
        "running": -c.running,
        "overtime": -c.overtime * month.overload,
        "repairs": -c.repairs * month.errors * month.delivered,
    }
    return {name: BUDGET_POINTS * float(part) for name, part in parts.items()}


def direction_moves(month: Month) -> dict[str, float]:
    """Direction before the month, after its event, and at its end, and how many % of the distance were closed."""
    before, after = month.before, month.after
    distances = {
        "before": before.market - before.course,
        "after_event": after.market - before.course,
        "end": after.market - after.course,
    }
    points = {name: 100 * float(np.exp(-(distance**2) / 2)) for name, distance in distances.items()}
    return {**points, "closed": 100 * float(month.turned)}


def direction_case(month: Month) -> str:
    """Which sentence is true of direction: what the event did, or how much of an old distance was closed, if any."""
    scanned = bool(month.hours[SCAN] > 0)
    if month.event.kind in (MARKET, TECHNOLOGY):
        return "after_event" if scanned else "after_event_unscanned"
    on_course = direction_moves(month)["after_event"] >= ON_COURSE
    if on_course:
        return "nothing_to_turn" if scanned else "nothing_missed"
    return "distance_left" if scanned else "distance_unscanned"


def largest(parts: Mapping[str, float]) -> str:
    """The part that is largest in size; of equal ones, the first."""
    return max(parts, key=lambda name: abs(parts[name]))


# ---- a year beside other ways ----------------------------------------------------------------------------------------
@dataclass(frozen=True, eq=False)
class Replay:
    """A year that was played, and the way that answers each month in the same events.

    hours (months, 5); months: what came of them; own, answering: readings after each month (4, months).
    """

    year: Year
    hours: Array
    months: tuple[Month, ...]
    own: Array
    answering: Array

    @property
    def final(self) -> Array:
        """The four readings at the end: (4,)."""
        return self.own[:, -1]


def replay(year: Year, hours: Array) -> Replay:
    """The year with these hours: (5,) for the same split every month, or (months, 5)."""
    spent = np.broadcast_to(np.asarray(hours, dtype=float), (year.months, len(HOURS)))
    months = play(year, spent)
    return Replay(year, spent, months, month_by_month(months), month_by_month(play(year, answering(year))))


def verdict(played: Replay, weights: Mapping[str, float]) -> str:
    """What the year came to, under one's own weights: the first that is true of these, in this order."""
    answer = played.answering[:, -1]
    you, other, even = (total(read, weights) for read in (played.final, answer, final(played.year, np.array(EVEN))))
    cases = (
        ("nearly_nothing", played.final.min() <= NEARLY_NOTHING),
        ("every_reading", bool(np.all(played.final >= answer - SLACK))),
        ("above_answering", you >= other),
        ("above_even", you >= even),
        ("even_better", True),
    )
    return next(key for key, holds in cases if holds)


@dataclass(frozen=True)
class Turning:
    """The month that made the largest difference to a reading, beside the way that answers each month.

    below: whether the reading ended below that way's. month counts from 1. kind: where the hours differed most then.
    """

    below: bool
    reading: str
    you: float
    answering: float
    month: int
    event: str
    kind: str
    hours: float
    answering_hours: float


def turning_month(played: Replay) -> Turning:
    """Where the reading furthest below the answering way lost most, or, if none is below, where the lead grew."""
    ahead = played.own - played.answering
    row = int(ahead[:, -1].argmin())
    below = bool(ahead[row, -1] < -SLACK)
    if not below:
        row = int(ahead[:, -1].argmax())
    steps = np.diff(ahead[row], prepend=0.0)
    month = int(steps.argmin() if below else steps.argmax())
    hours, others = played.hours[month], answering(played.year)[month]
    kind = int(np.abs(hours - others).argmax())
    return Turning(
        below=below,
        reading=READINGS[row],
        you=float(played.own[row, -1]),
        answering=float(played.answering[row, -1]),
        month=month + 1,
        event=played.months[month].event.kind,
        kind=HOURS[kind],
        hours=float(hours[kind]),
        answering_hours=float(others[kind]),
    )
