"""Watched and unwatched: a rule, and what it costs in goodwill.

Sixty people would each give some effort freely, from 0 to 100. A rule asks for a least effort, and gets it where the
work can be watched; being controlled costs a share of goodwill everywhere. That control has a hidden cost was found by
Falk and Kosfeld (2006); four repetitions found it again, and smaller (Ziegelmeyer, Schmelz and Ploner, 2012). Nothing
here is left to chance: the sixty are fixed quantiles of a normal distribution with a spread of 20, cut at 0 and 100.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from statistics import NormalDist
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lessons.course.lever import lever, within_ranges

PEOPLE = 60
SPREAD = 20.0
NEVER = 999.0
"""Stands for a break-even that no share reaches, because the rule lifts nobody: % in texts."""
EXPLAINED = 0.8
"""How well the rule is explained in the way "an explained rule"."""
MAP_FREE = np.linspace(20, 85, 131)
MAP_COSTS = np.array([5.0, 15.0, 30.0])

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Levers:
    free: float = lever(60.0, 20.0, 85.0, 1.0)
    rule: float = lever(50.0, 0.0, 80.0, 1.0)
    watched: float = lever(40.0, 0.0, 100.0, 1.0)
    hidden: float = lever(15.0, 0.0, 40.0, 1.0, "range: Falk and Kosfeld (2006), Ziegelmeyer et al. (2012)")
    explained: float = lever(0.0, 0.0, 1.0, 0.1)


@dataclass(frozen=True, eq=False)
class Efforts:
    """What each of the sixty gives: with no rule, under the rule unseen, under the rule and watched. Each (60,)."""

    free: Array
    unwatched: Array
    watched: Array


@dataclass(frozen=True, eq=False)
class Outcome:
    """Efforts of all, the average with the rule, and the share of work, in %, from which the rule pays."""

    levers: Levers
    efforts: Efforts
    with_rule: float
    break_even: float


# ---- the equations ---------------------------------------------------------------------------------------------------
@lru_cache(maxsize=4)
def quantiles(people: int = PEOPLE) -> Array:
    """The middles of as many equal parts of a normal distribution, ascending: (people,)."""
    middles = (np.arange(people) + 0.5) / people
    found = np.array([NormalDist().inv_cdf(share) for share in middles])
    found.setflags(write=False)
    return found


def free_efforts(mean: ArrayLike, spread: float = SPREAD, people: int = PEOPLE) -> Array:
    """What each would give freely, ascending: (…, people) for any means. Cuts at 0 and 100 move averages a little."""
    return np.clip(np.asarray(mean)[..., None] + spread * quantiles(people), 0, 100)


def lost_goodwill(levers: Levers) -> float:
    """Share of free effort that the rule costs: nothing without a rule, or if all had a say in it."""
    return levers.hidden / 100 * (1 - levers.explained) if levers.rule > 0 else 0.0


def efforts(levers: Levers) -> Efforts:
    """Free effort, less the goodwill lost; where it is watched, at least what the rule asks for."""
    free = free_efforts(levers.free)
    unwatched = free * (1 - lost_goodwill(levers))
    return Efforts(free, unwatched, np.maximum(unwatched, levers.rule))


def break_even(free: Array, rule: float, lost: float) -> Array:
    """Share of the work that must be watched before the rule pays: above 1 it never does, inf if it lifts nobody.

    free: (…, people); the answer has one number for each team, (…).
    """
    unwatched = free * (1 - lost)
    cost = (free - unwatched).mean(axis=-1)
    lift = (np.maximum(unwatched, rule) - unwatched).mean(axis=-1)
    share = np.divide(cost, lift, out=np.full(cost.shape, np.inf), where=lift > 0)
    return np.where(cost == 0, 0.0, share)


# ---- the model's face ------------------------------------------------------------------------------------------------
def run(levers: Levers) -> Outcome:
    """The sixty with and without the rule."""
    given, share = efforts(levers), levers.watched / 100
    return Outcome(
        levers=levers,
        efforts=given,
        with_rule=float(share * given.watched.mean() + (1 - share) * given.unwatched.mean()),
        break_even=100 * float(break_even(given.free, levers.rule, lost_goodwill(levers))),
    )


def picture(outcome: Outcome) -> dict[str, Any]:
    """The charts' data. Effort is from 0 to 100.

    Left, one line a person, ascending by free effort: watched, free, unwatched (60,); more (60,): True for those who
    give more when watched than they would freely. rule: what it asks for. means (3,): watched, free, unwatched.
    Right, the map: map_free (131,), 20 to 85; map_costs (3,): hidden costs of 5, 15 and 30 %; map_break_even (3, 131):
    % of work to watch before a rule like this one pays, inf where it never does; own_break_even (131,): the same with
    the goodwill that it costs at the learner's setting, own_cost in %. here_free, here_watched: the learner's place.
    """
    levers, given = outcome.levers, outcome.efforts
    own_cost = lost_goodwill(levers)
    return {
        "watched": given.watched,
        "free": given.free,
        "unwatched": given.unwatched,
        "more": given.watched > given.free,
        "rule": levers.rule,
        "means": np.array([given.watched.mean(), given.free.mean(), given.unwatched.mean()]),
        "map_free": MAP_FREE,
        "map_costs": MAP_COSTS,
        "map_break_even": np.array([break_even_line(levers.rule, cost / 100) for cost in MAP_COSTS]),
        "own_break_even": break_even_line(levers.rule, own_cost),
        "own_cost": 100 * own_cost,
        "here_free": levers.free,
        "here_watched": levers.watched,
    }


def break_even_line(rule: float, lost: float) -> Array:
    """The break-even in % over `MAP_FREE`: (131,)."""
    return 100 * break_even(free_efforts(MAP_FREE), rule, lost)


def finding(outcome: Outcome) -> tuple[str, dict[str, float]]:
    """Whether the rule pays, with averages as they are printed: the first that is true of these, in this order."""
    named = numbers(outcome)
    free, rule = round(named["free"]), round(named["rule"])
    cases = (
        ("no_rule", outcome.levers.rule == 0),
        ("no_cost", lost_goodwill(outcome.levers) == 0),
        ("level", free == rule),
        ("pays", rule > free),
        ("not_yet", outcome.break_even <= 100),
        ("never", True),
    )
    return next(key for key, holds in cases if holds), named


def numbers(outcome: Outcome) -> dict[str, float]:
    """Every number that the texts name.

    free, rule, watched, unwatched: averages with no rule, with the rule, where it is watched, where it is not; be: % of
    the work to watch before the rule pays (999 = never: it lifts nobody). f: what the rule asks for; c: % of goodwill
    lost; up, down: of the sixty, who would give less than f freely, and the others; s, x: share watched, explained.
    """
    levers, given = outcome.levers, outcome.efforts
    below = int((given.free < levers.rule).sum())
    return {
        "free": float(given.free.mean()),
        "rule": outcome.with_rule,
        "watched": float(given.watched.mean()),
        "unwatched": float(given.unwatched.mean()),
        "be": min(outcome.break_even, NEVER),
        "f": levers.rule,
        "c": 100 * lost_goodwill(levers),
        "up": below,
        "down": PEOPLE - below,
        "s": levers.watched,
        "x": levers.explained,
        "hidden": levers.hidden,
    }


def settle(levers: Levers, moved: str) -> tuple[Levers, str]:
    """These levers limit each other in nothing."""
    return within_ranges(levers), ""


def reveal() -> float:
    """The break-even at the start, in %: above 100, so that no share is enough."""
    return float(round(run(Levers()).break_even))


def answers() -> dict[str, float]:
    """half_watched: the average with the rule of the start, if half of the work can be watched."""
    return {"half_watched": run(replace(Levers(), watched=50.0)).with_rule}


def ways(levers: Levers) -> dict[str, float]:
    """Average effort with no rule, with the rule as an order, and with the rule well explained."""
    return {
        "no_rule": run(replace(levers, rule=0.0)).with_rule,
        "rule": run(replace(levers, explained=0.0)).with_rule,
        "explained": run(replace(levers, explained=EXPLAINED)).with_rule,
    }


def causes(outcome: Outcome) -> dict[str, float]:
    """What the rule takes away from the average: lost goodwill, and (below 0) what it lifts where it is watched."""
    given = outcome.efforts
    lift = float((given.watched - given.unwatched).mean())
    return {
        "goodwill": float((given.free - given.unwatched).mean()),
        "lift": -outcome.levers.watched / 100 * lift,
    }
