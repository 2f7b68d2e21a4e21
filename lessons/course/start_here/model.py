"""The practice round's model: a drop falls every few seconds, and a bucket fills.

Exact arithmetic, no research: twenty drops make one millilitre, so a litre is 20,000 drops.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from lessons.course.lever import lever, within_ranges

DROPS = 20_000
"""Drops in a litre (teaching assumption: a drop of a twentieth of a millilitre)."""
DAY = 86_400
"""Seconds in a day."""
WEEK = 7
"""Days between two evenings in the reading room."""
SPANS = (14, 28, 49)
"""Days that the chart may show: the shortest span in which the bucket is full."""


@dataclass(frozen=True)
class Levers:
    seconds: int = lever(3, 1, 10, 1)
    litres: int = lever(10, 5, 20, 1)


@dataclass(frozen=True)
class Outcome:
    """After how many days the bucket is full."""

    levers: Levers
    days: float


def run(levers: Levers) -> Outcome:
    """The days until so many litres have dripped in, a drop every so many seconds."""
    return Outcome(levers, levers.litres * DROPS * levers.seconds / DAY)


def picture(outcome: Outcome) -> dict[str, Any]:
    """The chart's data. days (n + 1,): 0 … the span, a point every tenth of a day; water: litres in the bucket then;
    litres: what it holds; full: the day on which it is full; week: days between two evenings."""
    span = next(span for span in SPANS if outcome.days <= span)
    days = np.linspace(0, span, span * 10 + 1)
    water = np.minimum(days * DAY / outcome.levers.seconds / DROPS, outcome.levers.litres)
    return {"days": days, "water": water, "litres": outcome.levers.litres, "full": outcome.days, "week": WEEK}


def finding(outcome: Outcome) -> tuple[str, dict[str, float]]:
    """Which evening is too late: the first that is true of these, in this order."""
    limits = (("weekend", 2), ("too_late", WEEK), ("weekly", 2 * WEEK))
    key = next((key for key, limit in limits if outcome.days < limit), "forget")
    return key, numbers(outcome)


def numbers(outcome: Outcome) -> dict[str, float]:
    """Every number that the texts name."""
    levers = outcome.levers
    drops = levers.litres * DROPS
    return {
        "days": outcome.days,
        "seconds": levers.seconds,
        "litres": levers.litres,
        "drops": drops,
        "all_seconds": drops * levers.seconds,
        "in_a_week": WEEK * DAY / levers.seconds / DROPS,
    }


def settle(levers: Levers, moved: str) -> tuple[Levers, str]:
    """The levers do not limit each other."""
    return within_ranges(levers), ""


def reveal() -> float:
    """The prediction's answer: days until the bucket of the start is full."""
    return run(Levers()).days


def answers() -> dict[str, float]:
    """The check question asks for no number."""
    return {}


def ways(levers: Levers) -> dict[str, float]:
    """Nothing competes here."""
    return {}


def causes(outcome: Outcome) -> dict[str, float]:
    """The one thing that takes room away: litres a day."""
    return {"leak": DAY / outcome.levers.seconds / DROPS}
