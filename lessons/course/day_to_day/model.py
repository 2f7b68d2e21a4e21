"""Room to breathe: how long work waits when people are kept busy, and what a change does that was not foreseen.

Waiting is queueing theory: requests come and take time at random, c people share one line (Erlang's formulas). The
change is a fluid: more work a week than people can do piles up, until people who were ordered arrive. Costs are in pay
of one person a week. Sizes of the workshop are teaching assumptions.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from math import ceil
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lessons.course.lever import lever, within_ranges

DEMAND = 8.0
"""Jobs a week, before the change; one person does one job a week."""
WEEKS, CHANGE_WEEK = 60, 20
PLANNED_LOAD = 0.9
"""People are ordered until each would be so busy with the new work."""
SHARING = 10
"""People who share a line in the left chart."""
CLEAR = 0.1
"""Costs must differ by more than this before a finding speaks of a difference."""
LANDMARKS = (80.0, 95.0)
"""How busy the person of the prediction is, before and after: % of the time."""
WAYS = {"lean_wait": (9, 0), "spare_wait": (11, 0), "lean_early": (9, 8), "spare_early": (11, 8)}
"""People, and weeks of foresight."""

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Levers:
    people: int = lever(9, 9, 14, 1)
    foresight: int = lever(0, 0, 12, 1)
    lead: int = lever(8, 1, 12, 1)
    likely: float = lever(50.0, 0.0, 100.0, 5.0)
    waiting: float = lever(0.5, 0.1, 4.0, 0.1)
    size: float = lever(40.0, 0.0, 80.0, 5.0)


@dataclass(frozen=True, eq=False)
class Course:
    """One future, week by week: jobs that come, people there, jobs in the pile at the week's end. Each (60,)."""

    demand: Array
    people: Array
    pile: Array


@dataclass(frozen=True)
class Cost:
    """Expected cost a week, by where it comes from, in pay of one person."""

    people: float
    waiting: float
    pile: float

    @property
    def total(self) -> float:
        return self.people + self.waiting + self.pile


@dataclass(frozen=True, eq=False)
class Outcome:
    """The future in which the change comes, and what the setting and its neighbours cost over both futures."""

    levers: Levers
    changed: Course
    unforeseen: Course
    cost: Cost
    cost_unforeseen: float
    one_more: float
    one_fewer: float


# ---- waiting in line -------------------------------------------------------------------------------------------------
def chance_to_wait(people: int, load: float) -> float:
    """Erlang's C: the chance that a request finds all people busy. ``load``: the work that comes, in people."""
    blocked = 1.0
    for count in range(1, people + 1):
        blocked = load * blocked / (count + load * blocked)
    busy = load / people
    return blocked / (1 - busy * (1 - blocked))


def wait(busy: float, people: int = 1) -> float:
    """How long a request waits on average, in job lengths, if people who share a line are ``busy`` (a share)."""
    return chance_to_wait(people, people * busy) / (people * (1 - busy))


@lru_cache(maxsize=256)
def in_line(people: int, load: float) -> float:
    """How many requests wait on average; 0 where there is more work than people (it piles up instead)."""
    return chance_to_wait(people, load) * load / (people - load) if people > load else 0.0


# ---- the change ------------------------------------------------------------------------------------------------------
def demand_after(size: float) -> float:
    """Jobs a week after a change of so many per cent."""
    return DEMAND * (100 + size) / 100


def people_to_order(levers: Levers) -> int:
    """How many more people the change will need."""
    needed = ceil(round(demand_after(levers.size) / PLANNED_LOAD, 9))
    return max(needed - levers.people, 0)


def course(levers: Levers, comes: bool) -> Course:
    """A future with or without the change. With foresight people are ordered that long before it, come what may;
    without, when more than one full week of work has piled up.
    """
    demand = np.full(WEEKS, DEMAND)
    if comes:
        demand[CHANGE_WEEK:] = demand_after(levers.size)
    people, pile, behind = np.full(WEEKS, float(levers.people)), np.zeros(WEEKS), 0.0
    ordered = levers.foresight > 0
    if ordered:
        people[CHANGE_WEEK - levers.foresight + levers.lead :] += people_to_order(levers)
    for week in range(WEEKS):
        behind = max(behind + demand[week] - people[week], 0.0)
        pile[week] = behind
        if not ordered and behind > levers.people:
            people[week + levers.lead :] += people_to_order(levers)
            ordered = True
    return Course(demand, people, pile)


def cost_of_course(levers: Levers, future: Course) -> Cost:
    """Cost of one future. Where a pile is being worked off, its jobs wait; elsewhere those in the ordinary line."""
    line = [in_line(int(people), float(work)) for people, work in zip(future.people, future.demand, strict=True)]
    return Cost(
        people=float(future.people.mean()),
        waiting=levers.waiting * float(np.where(future.pile > 0, 0.0, line).mean()),
        pile=levers.waiting * float(future.pile.mean()),
    )


def cost(levers: Levers) -> Cost:
    """Expected cost over both futures."""
    likely = levers.likely / 100
    with_change = cost_of_course(levers, course(levers, comes=True))
    without = cost_of_course(levers, course(levers, comes=False))
    return Cost(
        people=likely * with_change.people + (1 - likely) * without.people,
        waiting=likely * with_change.waiting + (1 - likely) * without.waiting,
        pile=likely * with_change.pile + (1 - likely) * without.pile,
    )


# ---- the model's face ------------------------------------------------------------------------------------------------
def run(levers: Levers) -> Outcome:
    """What the setting costs, and what it would cost without foresight and with one person more or fewer."""
    here = cost(levers)
    more, fewer = (
        within_ranges(replace(levers, people=levers.people + 1)),
        within_ranges(replace(levers, people=levers.people - 1)),
    )
    return Outcome(
        levers=levers,
        changed=course(levers, comes=True),
        unforeseen=course(replace(levers, foresight=0), comes=True),
        cost=here,
        cost_unforeseen=cost(replace(levers, foresight=0)).total,
        one_more=cost(more).total,
        one_fewer=cost(fewer).total,
    )


def picture(outcome: Outcome) -> dict[str, Any]:
    """The charts' data.

    Left: busy (100,): % of the time that people are busy, 30 to 98.5; wait_one, wait_ten (100,): how long work waits
    then, in job lengths, for one person and for ten who share a line. mark_busy, mark_wait (2,): the person of the
    prediction, before and after. here_busy, here_wait: the setting of the learner, for one person's line. Right: weeks
    (60,); pile (60,): jobs waiting if the change comes; pile_unforeseen (60,): the same with no foresight; demand,
    people (60,): jobs that come and people there. change_week: 20. ordered_week: the week of the order, or -1 if none
    is made. plans: "yours" and the names of `WAYS`; costs (5, 3): what each costs here, for people, waiting in line and
    the pile, expected, in pay of one person a week.
    """
    levers, busy = outcome.levers, np.linspace(0.30, 0.985, 100)
    here = DEMAND / levers.people
    return {
        "busy": 100 * busy,
        "wait_one": np.array([wait(share) for share in busy]),
        "wait_ten": np.array([wait(share, SHARING) for share in busy]),
        "mark_busy": np.array(LANDMARKS),
        "mark_wait": np.array([wait(busy / 100) for busy in LANDMARKS]),
        "here_busy": 100 * here,
        "here_wait": wait(here),
        "weeks": np.arange(WEEKS),
        "pile": outcome.changed.pile,
        "pile_unforeseen": outcome.unforeseen.pile,
        "demand": outcome.changed.demand,
        "people": outcome.changed.people,
        "change_week": CHANGE_WEEK,
        "ordered_week": ordered_week(outcome),
        "plans": ("yours", *WAYS),
        "costs": np.array([[one.people, one.waiting, one.pile] for one in (outcome.cost, *costs_of_ways(levers))]),
    }


def ordered_week(outcome: Outcome) -> int:
    """The week in which people are ordered if the change comes; -1 if nobody is."""
    levers = outcome.levers
    if not people_to_order(levers):
        return -1
    if levers.foresight:
        return CHANGE_WEEK - levers.foresight
    noticed = np.flatnonzero(outcome.changed.pile > levers.people)
    return int(noticed[0]) if noticed.size else -1


def finding(outcome: Outcome) -> tuple[str, dict[str, float]]:
    """What would be cheaper: the first that is true of these, in this order."""
    here, blind = outcome.cost.total, outcome.cost_unforeseen
    more, fewer = outcome.one_more, outcome.one_fewer
    foresight = outcome.levers.foresight > 0
    cases = (
        ("foresight_pays", foresight and here < blind - CLEAR),
        ("foresight_costs", foresight and here > blind + CLEAR),
        ("foresight_level", foresight),
        ("one_more", more < here - CLEAR and more <= fewer),
        ("one_fewer", fewer < here - CLEAR),
        ("enough", True),
    )
    return next(key for key, holds in cases if holds), numbers(outcome)


def numbers(outcome: Outcome) -> dict[str, float]:
    """Every number that the texts name.

    n: people; busy: % of their time; w: wait in one person's line, ten: if ten shared it; d: jobs a week after the
    change; short: too many a week; grows: weeks for which the pile grows; peak: its height; k: weeks for which there is
    one; left: jobs in it in week 60; own, own0: cost, and cost without foresight; paid, queue, piled: the cost's parts;
    up, down: cost with one person more, fewer (the same where the lever ends); G: size of the change in %. The other
    levers by their names.
    """
    levers, pile = outcome.levers, outcome.changed.pile
    busy = DEMAND / levers.people
    return {
        "n": levers.people,
        "busy": 100 * busy,
        "w": wait(busy),
        "ten": wait(busy, SHARING),
        "d": demand_after(levers.size),
        "short": max(demand_after(levers.size) - levers.people, 0.0),
        "grows": float(np.sum(np.diff(pile, prepend=0.0) > 1e-9)),
        "peak": float(pile.max()),
        "k": float(np.sum(pile > 0)),
        "left": float(pile[-1]),
        "own": outcome.cost.total,
        "own0": outcome.cost_unforeseen,
        "paid": outcome.cost.people,
        "queue": outcome.cost.waiting,
        "piled": outcome.cost.pile,
        "up": outcome.one_more,
        "down": outcome.one_fewer,
        "G": levers.size,
        "foresight": levers.foresight,
        "lead": levers.lead,
        "likely": levers.likely,
        "waiting": levers.waiting,
    }


def takeaway(outcome: Outcome) -> str:
    """What becomes of the pile if the change comes: "none", "cleared", or "left" when it is still there in week 60."""
    pile = outcome.changed.pile
    return "none" if pile.max() == 0 else "left" if pile[-1] > 0 else "cleared"


def settle(levers: Levers, moved: str) -> tuple[Levers, str]:
    """These levers limit each other in nothing."""
    return within_ranges(levers), ""


def reveal() -> float:
    """How many times as long a request waits for one person who is busy 95 % of the time instead of 80 %."""
    return round(wait(0.95) / wait(0.80), 9)


def answers() -> dict[str, float]:
    """wait_at_95: job lengths that a request waits for one person who is busy 95 % of the time."""
    return {"wait_at_95": wait(0.95)}


def ways(levers: Levers) -> dict[str, float]:
    """What each of the four ways costs a week in the situation that the levers describe: the smallest is the best."""
    return {way: one.total for way, one in zip(WAYS, costs_of_ways(levers), strict=True)}


def costs_of_ways(levers: Levers) -> list[Cost]:
    """The same with their parts, in the order of `WAYS`."""
    return [cost(replace(levers, people=people, foresight=foresight)) for people, foresight in WAYS.values()]


def causes(outcome: Outcome) -> dict[str, float]:
    """What makes up the cost, in pay of one person a week."""
    return {"people": outcome.cost.people, "waiting": outcome.cost.waiting, "pile": outcome.cost.pile}
