"""Where the extra people of a growing team go: process losses, and the hours that win them back.

After Steiner (1972): what a team delivers is what it could deliver, less the losses of its process, which are losses
of *coordination* (waiting, doing things twice) and of *motivation* (effort that nobody would miss). The motivation loss
rises with the second and third person and then levels off, as Ingham et al. (1974) found. Work is counted in people
working full time; hours are hours a week of the one person in charge, who is one of the team.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lessons.course.lever import lever, within_ranges

WEEK = 40.0
"""Hours in the week of the person in charge."""
HALVING = 6.0
"""Hours that win back half of a loss (teaching assumption; with 4 or 8 the prediction's answer is 15 or 13)."""
COMPANY = 2.0
"""How many others it takes until holding back has come 63 % of its way (shape from Ingham et al., 1974)."""
COMPARED_HOURS = 12.0
"""Hours that `ways` gives to each way of using them."""
CLOSE_SHARE = 0.97
"""From this share of the best output on, a split counts as close to the best."""
CLEARLY_MORE = 1.5
"""How many times more an hour must bring on one side before the finding names that side."""

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Levers:
    people: int = lever(8, 1, 20, 1)
    planning: float = lever(6.0, 0.0, 24.0, 0.5)
    inspiring: float = lever(6.0, 0.0, 24.0, 0.5)
    tangle: float = lever(0.04, 0.0, 0.15, 0.01)
    hiding: float = lever(0.25, 0.0, 0.5, 0.05, "shape: Ingham et al. (1974); size: teaching assumption")


@dataclass(frozen=True)
class Week:
    """A split of the week, and what the team delivers with it."""

    planning: float
    inspiring: float
    delivered: float


@dataclass(frozen=True)
class Shares:
    """Where the work of a team goes, in people: the four parts add up to the head count. Numbers or arrays (sizes,)."""

    delivered: Any
    lost_motivation: Any
    lost_coordination: Any
    own: Any


@dataclass(frozen=True, eq=False)
class Outcome:
    """What one setting of the levers leads to."""

    levers: Levers
    now: Shares
    nobody: float
    planning_gain: float
    inspiring_gain: float
    best: Week


# ---- the equations ---------------------------------------------------------------------------------------------------
def won_back(hours: ArrayLike) -> Any:
    """Share of a loss that so many hours a week win back: half with `HALVING` hours, three quarters with twice that."""
    return 1 - 0.5 ** (np.asarray(hours, dtype=float) / HALVING)


def coordination_loss(people: ArrayLike, tangle: float, planning: ArrayLike) -> Any:
    """Share of everyone's work lost to tangle. Without planning, n people do the work of n / (1 + tangle (n − 1))."""
    others = np.asarray(people, dtype=float) - 1
    return (1 - 1 / (1 + tangle * others)) * (1 - won_back(planning))


def motivation_loss(people: ArrayLike, hiding: float, inspiring: ArrayLike) -> Any:
    """Share of everyone's effort held back. It rises to ``hiding`` and has nearly arrived there at five people."""
    others = np.asarray(people, dtype=float) - 1
    return hiding * (1 - np.exp(-others / COMPANY)) * (1 - won_back(inspiring))


def shares(people: ArrayLike, planning: ArrayLike, inspiring: ArrayLike, tangle: float, hiding: float) -> Shares:
    """Where the work goes: first to the hours of the person in charge, then to tangle, then to holding back."""
    own = (np.asarray(planning, dtype=float) + np.asarray(inspiring, dtype=float)) / WEEK
    at_work = np.asarray(people, dtype=float) - own
    lost_coordination = at_work * coordination_loss(people, tangle, planning)
    coordinated = at_work - lost_coordination
    lost_motivation = coordinated * motivation_loss(people, hiding, inspiring)
    return Shares(coordinated - lost_motivation, lost_motivation, lost_coordination, own)


def output(people: ArrayLike, planning: ArrayLike, inspiring: ArrayLike, tangle: float, hiding: float) -> Any:
    """What the team delivers, in people working full time. Arguments broadcast."""
    return shares(people, planning, inspiring, tangle, hiding).delivered


# ---- every split of the week -----------------------------------------------------------------------------------------
def week_hours() -> Array:
    """The hours that either lever can take, 0 to 24 in half hours: shape (49,)."""
    return np.arange(0, 24.25, 0.5)


@lru_cache(maxsize=64)
def every_week(people: int, tangle: float, hiding: float) -> Array:
    """Output of each split of the week, [planning, inspiring]: shape (49, 49). NaN where the week is too short."""
    planning, inspiring = np.meshgrid(week_hours(), week_hours(), indexing="ij")
    delivered = np.where(planning + inspiring <= WEEK, output(people, planning, inspiring, tangle, hiding), np.nan)
    delivered.setflags(write=False)
    return delivered


def best_week(people: int, tangle: float, hiding: float) -> Week:
    """The split that delivers most; of equal ones, the one with the fewest hours of planning."""
    delivered = every_week(people, tangle, hiding)
    row, column = np.unravel_index(np.nanargmax(delivered), delivered.shape)
    hours = week_hours()
    return Week(float(hours[row]), float(hours[column]), float(delivered[row, column]))


# ---- the model's face ------------------------------------------------------------------------------------------------
def run(levers: Levers) -> Outcome:
    """The team that the levers describe, what one more hour would bring it, and the best week it could have."""
    people, planning, inspiring = levers.people, levers.planning, levers.inspiring
    situation = (levers.tangle, levers.hiding)
    now = shares(people, planning, inspiring, *situation)
    return Outcome(
        levers=levers,
        now=now,
        nobody=float(output(people, 0, 0, *situation)),
        planning_gain=float(output(people, planning + 1, inspiring, *situation) - now.delivered),
        inspiring_gain=float(output(people, planning, inspiring + 1, *situation) - now.delivered),
        best=best_week(people, *situation),
    )


def picture(outcome: Outcome) -> dict[str, Any]:
    """The chart's data. Work is in people, hours are a week.

    sizes (20,): head counts 1 … 20. delivered, lost_motivation, lost_coordination, own (20,): where the work of a team
    of each size goes with the hours set; together they are the head count. nobody (20,): delivered with no hours.
    people, planning, inspiring: the levers; now: what this team delivers. grid_hours (49,): 0 … 24 in half hours.
    grid (49, 49): delivered at planning grid_hours[i] and inspiring grid_hours[j], NaN where the sum exceeds 40.
    best_planning, best_inspiring, best: the best split and what it delivers.
    """
    levers = outcome.levers
    sizes = np.arange(1, 21)
    each = shares(sizes, levers.planning, levers.inspiring, levers.tangle, levers.hiding)
    return {
        "sizes": sizes,
        "delivered": each.delivered,
        "lost_motivation": each.lost_motivation,
        "lost_coordination": each.lost_coordination,
        "own": np.full(sizes.shape, float(each.own)),
        "nobody": output(sizes, 0, 0, levers.tangle, levers.hiding),
        "people": levers.people,
        "planning": levers.planning,
        "inspiring": levers.inspiring,
        "grid_hours": week_hours(),
        "grid": every_week(levers.people, levers.tangle, levers.hiding),
        "best_planning": outcome.best.planning,
        "best_inspiring": outcome.best.inspiring,
        "best": outcome.best.delivered,
        "now": float(outcome.now.delivered),
    }


def finding(outcome: Outcome) -> tuple[str, dict[str, float]]:
    """What stands out: the first that is true of these, in this order."""
    plan, inspire = outcome.planning_gain, outcome.inspiring_gain
    no_more = plan <= 0 and inspire <= 0
    hours = outcome.levers.planning + outcome.levers.inspiring
    cases = (
        ("one_person", outcome.levers.people == 1),
        ("no_hours", no_more and hours == 0),
        ("enough", no_more),
        ("close", outcome.now.delivered >= CLOSE_SHARE * outcome.best.delivered),
        ("plan", plan > CLEARLY_MORE * inspire),
        ("inspire", inspire > CLEARLY_MORE * plan),
        ("even", True),
    )
    return next(key for key, holds in cases if holds), numbers(outcome)


def numbers(outcome: Outcome) -> dict[str, float]:
    """Every number that the texts name: work in people, hours a week, gP and gI in people for one more hour."""
    levers, now, best = outcome.levers, outcome.now, outcome.best
    return {
        "n": levers.people,
        "planning": levers.planning,
        "inspiring": levers.inspiring,
        "tangle": levers.tangle,
        "hiding": levers.hiding,
        "own": float(now.own),
        "co": float(now.lost_coordination),
        "mo": float(now.lost_motivation),
        "delivered": float(now.delivered),
        "none": outcome.nobody,
        "best": best.delivered,
        "p": best.planning,
        "i": best.inspiring,
        "gP": outcome.planning_gain,
        "gI": outcome.inspiring_gain,
    }


def settle(levers: Levers, moved: str) -> tuple[Levers, str]:
    """Planning and inspiring share one week: the lever moved last stops where the week is full ("week")."""
    levers = within_ranges(levers)
    if levers.planning + levers.inspiring <= WEEK:
        return levers, ""
    if moved == "planning":
        return replace(levers, planning=WEEK - levers.inspiring), "week"
    return replace(levers, inspiring=WEEK - levers.planning), "week"


def reveal() -> float:
    """How many people, with nobody planning or inspiring, it takes to deliver what 8 people with the best week do."""
    start = Levers()
    target = best_week(start.people, start.tangle, start.hiding).delivered
    people = start.people
    while output(people, 0, 0, start.tangle, start.hiding) < target:
        people += 1
    return float(people)


def answers() -> dict[str, float]:
    """No check question of this lesson asks for a number of the model."""
    return {}


def ways(levers: Levers) -> dict[str, float]:
    """What the team delivers with nobody in charge, and with 12 hours used in each of three ways."""
    hours, half = COMPARED_HOURS, COMPARED_HOURS / 2
    splits = {"neither": (0.0, 0.0), "planning": (hours, 0.0), "inspiring": (0.0, hours), "both": (half, half)}
    return {way: float(output(levers.people, *split, levers.tangle, levers.hiding)) for way, split in splits.items()}


def causes(outcome: Outcome) -> dict[str, float]:
    """What each cause takes away, in people."""
    now = outcome.now
    return {
        "own": float(now.own),
        "coordination": float(now.lost_coordination),
        "motivation": float(now.lost_motivation),
    }
