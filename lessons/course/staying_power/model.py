"""When the bonus stops: who works while a reward is on, and who carries on afterwards.

People differ in how keen they are: keenness is normally distributed, and a person works in a week in which keenness
plus what comes from outside is above zero. The after-effects of rewards are the differences in free choice that Deci,
Koestner and Ryan (1999) found in 128 experiments, in standard deviations. That they act on a week's work in this way,
and how far a bonus pulls while it runs, are teaching assumptions. In dull work there is no after-effect: there is
nothing to crowd out.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from statistics import NormalDist
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lessons.course.lever import lever, within_ranges

NORMAL = NormalDist()
PEOPLE = 50
WEEKS_BEFORE = 4
PLANS = ("nothing", "praise", "bonus", "both")
AFTER_BONUS = (-0.40, -0.36, -0.28)
"""Paid for taking part, for finishing, for doing well: free choice afterwards (Deci, Koestner and Ryan, 1999)."""
PRAISE = 0.33
"""Positive feedback, same source. Here it takes no time and goes on after the bonus has stopped."""
LEVEL = 0.05
"""Totals less than so many weeks apart print as level."""

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Levers:
    carry_on: int = lever(60, 10, 95, 1)
    paid_for: int = lever(1, 0, 2, 1, "Deci, Koestner and Ryan (1999)")
    pull: float = lever(1.0, 0.0, 2.0, 0.1)
    weeks_on: int = lever(12, 0, 36, 1)
    weeks_after: int = lever(24, 0, 60, 1)
    cost: float = lever(10.0, 0.0, 50.0, 1.0)
    interesting: int = lever(1, 0, 1, 1, "boundary condition of the experiments")


@dataclass(frozen=True)
class Plan:
    """What one plan does: what it adds to keenness, the share at work, and weeks of work a person, less the cost."""

    shift_on: float
    shift_after: float
    share_on: float
    share_after: float
    total: float


@dataclass(frozen=True)
class Outcome:
    """The four plans in the situation that the levers describe, by name."""

    levers: Levers
    plans: dict[str, Plan]


# ---- the equations ---------------------------------------------------------------------------------------------------
def after_bonus(levers: Levers) -> float:
    """What a bonus leaves behind when it stops, in standard deviations. None paid, or dull work: nothing."""
    return AFTER_BONUS[levers.paid_for] if levers.interesting and levers.weeks_on else 0.0


def shifts(plan: str, levers: Levers) -> tuple[float, float]:
    """What a plan adds to keenness while it is on and after the bonus has stopped. Effects add up (an assumption)."""
    praise = PRAISE if levers.interesting and plan in ("praise", "both") else 0.0
    if plan in ("nothing", "praise"):
        return praise, praise
    return praise + levers.pull, praise + after_bonus(levers)


def share_at_work(carry_on: float, shift: float) -> float:
    """Share of people at work if ``carry_on`` (a share) would work anyway and all become keener by ``shift``."""
    return NORMAL.cdf(NORMAL.inv_cdf(carry_on) + shift)


def plan_of(name: str, levers: Levers) -> Plan:
    """One plan, whole. Its cost is a share of the work done while a bonus is on."""
    on, after = shifts(name, levers)
    anyway = levers.carry_on / 100
    share_on, share_after = share_at_work(anyway, on), share_at_work(anyway, after)
    paid = levers.cost / 100 if name in ("bonus", "both") else 0.0
    total = WEEKS_BEFORE * anyway + levers.weeks_on * share_on * (1 - paid) + levers.weeks_after * share_after
    return Plan(on, after, share_on, share_after, total)


def weeks_to_lose_the_gain(levers: Levers) -> float:
    """Weeks after the stop until a bonus has cost as much work as it brought, its own cost included."""
    bonus, anyway = plan_of("bonus", levers), levers.carry_on / 100
    gained = levers.weeks_on * (bonus.share_on * (1 - levers.cost / 100) - anyway)
    return gained / (anyway - bonus.share_after)


@lru_cache(maxsize=1)
def keenness() -> Array:
    """Keenness of 50 people who stand for all: the middles of 50 equal parts, keenest first. (50,), mean 0."""
    middles = (np.arange(PEOPLE) + 0.5) / PEOPLE
    keenest_first = np.array([NORMAL.inv_cdf(share) for share in middles])[::-1].copy()
    keenest_first.setflags(write=False)
    return keenest_first


# ---- the model's face ------------------------------------------------------------------------------------------------
def run(levers: Levers) -> Outcome:
    """All four plans."""
    return Outcome(levers, {name: plan_of(name, levers) for name in PLANS})


def picture(outcome: Outcome) -> dict[str, Any]:
    """The chart's data: four grids, in the order of ``plans`` (nothing, praise, bonus, both).

    weeks: how many (4 before, then those with the bonus, then those after). present (4, 50, weeks): whether a person
    is at work; row 0 of each grid is the keenest, to be drawn at the bottom. carry_on: how many of the 50 would work
    anyway (the dotted line). start, stop: the first week with the bonus, and the first after it. share_on, share_after
    (4,): % at work while it runs and after. totals (4,): weeks of work a person, less the cost.
    """
    levers, plans = outcome.levers, [outcome.plans[name] for name in PLANS]
    lengths = (WEEKS_BEFORE, levers.weeks_on, levers.weeks_after)
    weekly = np.array([np.repeat((0.0, plan.shift_on, plan.shift_after), lengths) for plan in plans])
    anyway = keenness() + NORMAL.inv_cdf(levers.carry_on / 100)
    return {
        "plans": PLANS,
        "weeks": sum(lengths),
        "present": anyway[None, :, None] + weekly[:, None, :] > 0,
        "carry_on": int((anyway > 0).sum()),
        "start": WEEKS_BEFORE,
        "stop": WEEKS_BEFORE + levers.weeks_on,
        "share_on": np.array([100 * plan.share_on for plan in plans]),
        "share_after": np.array([100 * plan.share_after for plan in plans]),
        "totals": np.array([plan.total for plan in plans]),
    }


def finding(outcome: Outcome) -> tuple[str, dict[str, float]]:
    """What the bonus does: the first that is true of these, in this order."""
    levers, bonus = outcome.levers, outcome.plans["bonus"]
    cases = (
        ("no_bonus", levers.weeks_on == 0),
        ("hardly", round(100 * bonus.share_on) == levers.carry_on),
        ("lasts", levers.weeks_after == 0),
        ("dull", not levers.interesting),
        ("stops", True),
    )
    return next(key for key, holds in cases if holds), numbers(outcome)


def takeaway(outcome: Outcome) -> str:
    """ "level" if the two best totals print alike, "costs" if the bonus brings less than nothing does, else "best"."""
    totals = {name: plan.total for name, plan in outcome.plans.items()}
    second, best = sorted(totals.values())[-2:]
    if best - second < LEVEL:
        return "level"
    return "costs" if totals["bonus"] < totals["nothing"] - LEVEL else "best"


def named(outcome: Outcome) -> dict[str, str]:
    """The plan with the highest total."""
    return {"best": max(PLANS, key=lambda name: outcome.plans[name].total)}


def numbers(outcome: Outcome) -> dict[str, float]:
    """Every number that the texts name.

    B, on, after, praise, both_after: of 100 people, how many work with nothing, with the bonus, after it, with praise,
    and after the bonus with praise.
    d: the after-effect in standard deviations. N, P, X, A: totals with nothing, praise, bonus, both; top: the highest.
    """
    levers, plans = outcome.levers, outcome.plans
    return {
        "B": levers.carry_on,
        "on": 100 * plans["bonus"].share_on,
        "after": 100 * plans["bonus"].share_after,
        "praise": 100 * plans["praise"].share_after,
        "both_after": 100 * plans["both"].share_after,
        "d": after_bonus(levers),
        "N": plans["nothing"].total,
        "P": plans["praise"].total,
        "X": plans["bonus"].total,
        "A": plans["both"].total,
        "top": max(plan.total for plan in plans.values()),
        "weeks": WEEKS_BEFORE + levers.weeks_on + levers.weeks_after,
        "weeks_on": levers.weeks_on,
        "weeks_after": levers.weeks_after,
        "cost": levers.cost,
    }


def settle(levers: Levers, moved: str) -> tuple[Levers, str]:
    """These levers limit each other in nothing."""
    return within_ranges(levers), ""


def reveal() -> float:
    """Of 100 people, how many carry on when the bonus of the start has stopped."""
    return float(round(100 * plan_of("bonus", Levers()).share_after))


def answers() -> dict[str, float]:
    """weeks_to_lose_the_gain: at the start, leaving out the cost."""
    return {"weeks_to_lose_the_gain": weeks_to_lose_the_gain(Levers(cost=0.0))}


def ways(levers: Levers) -> dict[str, float]:
    """Weeks of work a person, less the cost, with each plan."""
    return {name: plan_of(name, levers).total for name in PLANS}


def causes(outcome: Outcome) -> dict[str, float]:
    """What the bonus takes away, in weeks of work a person: people who stop after it, and its own cost."""
    levers, bonus = outcome.levers, outcome.plans["bonus"]
    return {
        "after_effect": levers.weeks_after * (levers.carry_on / 100 - bonus.share_after),
        "cost": levers.weeks_on * bonus.share_on * levers.cost / 100,
    }
