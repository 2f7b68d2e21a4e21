"""Three gates: what is approved at the plan, taken if it is now or never, and started when it could also wait.

Quasi-hyperbolic discounting (Laibson, 1997) and naive procrastination (O'Donoghue and Rabin, 1999). A project costs its
payback once; from the next quarter on it brings 1 a quarter, for as long as the opportunity lives. All that comes later
counts β of what comes today, and δ less with each further quarter. Paybacks and gates are in quarters, values in
quarterly gains of one project.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lessons.course.lever import lever, within_ranges

PROJECTS = 60
SEED = 2
WAYS = ("quarter_by_quarter", "deadlines", "patient")
LEVEL = 1.0
"""Values less than this apart count as level."""

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Levers:
    pull: float = lever(70.0, 30.0, 100.0, 1.0, "form: Laibson (1997); estimates of the size vary: teaching assumption")
    patience: float = lever(98.0, 90.0, 99.5, 0.5)
    vanish: float = lever(0.0, 0.0, 30.0, 1.0)
    judged: int = lever(12, 2, 40, 1)
    deadlines: int = lever(0, 0, 1, 1)


@dataclass(frozen=True)
class Gates:
    """The longest payback, in quarters, that passes: at the plan, if it is now or never, and if it could also wait."""

    plan: float
    now_or_never: float
    today: float


@dataclass(frozen=True, eq=False)
class Outcome:
    """The gates, the projects (60,) through each, and what three ways have brought by the day of judgement."""

    levers: Levers
    gates: Gates
    through: NDArray[np.bool_]
    values: dict[str, float]


# ---- the equations ---------------------------------------------------------------------------------------------------
def kept_a_quarter(levers: Levers) -> float:
    """What a gain keeps that comes one quarter later: patience, times the chance that the opportunity still lives."""
    return levers.patience / 100 * (1 - levers.vanish / 100)


def gates(levers: Levers) -> Gates:
    """At the plan all is later, so the pull cancels. On the day the cost is today's. Where the project could also wait,
    a person who trusts their later self starts only if starting now beats starting next quarter.
    """
    beta, kept = levers.pull / 100, kept_a_quarter(levers)
    return Gates(plan=kept / (1 - kept), now_or_never=beta * kept / (1 - kept), today=beta * kept / (1 - beta * kept))


@lru_cache(maxsize=1)
def paybacks() -> Array:
    """Paybacks of the 60 projects, ascending, spread evenly over the logarithm of 1 to 60 quarters: (60,)."""
    drawn = np.random.default_rng(SEED).uniform(np.log(1), np.log(60), PROJECTS)
    projects = np.exp(np.sort(drawn))
    projects.setflags(write=False)
    return projects


def quarters_alive(vanish: float, judged: int) -> float:
    """Expected quarters in which a project started today brings its gain before the day of judgement."""
    lives = 1 - vanish / 100
    return float(sum(lives**quarter for quarter in range(1, judged + 1)))


def value(gate: float, levers: Levers) -> float:
    """What all projects through a gate have brought by the day of judgement, less what they cost."""
    started = paybacks()[paybacks() <= gate]
    return float((quarters_alive(levers.vanish, levers.judged) - started).sum())


def gain_of_waiting(cost: float, gain: float, pull: float) -> float:
    """How much better next quarter looks than today, where a gain comes later in both cases and only the cost moves."""
    share = pull / 100
    return share * (gain - cost) - (share * gain - cost)


# ---- the model's face ------------------------------------------------------------------------------------------------
def run(levers: Levers) -> Outcome:
    """The three gates, who passes them, and what the three ways bring."""
    here = gates(levers)
    limits = np.array([here.plan, here.now_or_never, here.today])
    return Outcome(levers, here, paybacks() <= limits[:, None], ways(levers))


def picture(outcome: Outcome) -> dict[str, Any]:
    """The chart's data. Paybacks and gates are in quarters.

    paybacks (60,): the projects, ascending. gates (3,): the longest payback through the plan, now or never, started
    today. through (3, 60): whether each project passes each gate. counts (3,): how many do. deadlines: True if now or
    never is in force. judged: quarters until the day of judgement. ways: quarter_by_quarter, deadlines, patient.
    values (3,): what each way has brought by then, in quarterly gains (may be negative).
    """
    here = outcome.gates
    return {
        "paybacks": paybacks(),
        "gates": np.array([here.plan, here.now_or_never, here.today]),
        "through": outcome.through,
        "counts": outcome.through.sum(axis=1),
        "deadlines": bool(outcome.levers.deadlines),
        "judged": outcome.levers.judged,
        "ways": WAYS,
        "values": np.array([outcome.values[way] for way in WAYS]),
    }


def finding(outcome: Outcome) -> tuple[str, dict[str, float]]:
    """What becomes of the approved projects: the first that is true of these, in this order."""
    approved, now_or_never, today = outcome.through.sum(axis=1)
    deadlines = outcome.levers.deadlines == 1
    cases = (
        ("no_pull", outcome.levers.pull == 100),
        ("deadline_none", deadlines and now_or_never == 0),
        ("deadline_helps", deadlines and now_or_never > today),
        ("deadline_same", deadlines),
        ("none", today == 0),
        ("all", today == approved),
        ("some", True),
    )
    return next(key for key, holds in cases if holds), numbers(outcome)


def takeaway(outcome: Outcome) -> str:
    """The way that has brought most, or "level" if the second is less than one point behind."""
    second, best = sorted(outcome.values.values())[-2:]
    return "level" if best - second < LEVEL else max(WAYS, key=outcome.values.__getitem__)


def numbers(outcome: Outcome) -> dict[str, float]:
    """Every number that the texts name.

    a, b, c: projects through each gate; x, y, z: the gates in quarters; q, d, p: values quarter by quarter, with
    deadlines, patient; J: quarters until judged; save: by how many % the cost looks lighter next quarter.
    """
    levers, here = outcome.levers, outcome.gates
    a, b, c = outcome.through.sum(axis=1)
    return {
        "a": float(a),
        "b": float(b),
        "c": float(c),
        "x": here.plan,
        "y": here.now_or_never,
        "z": here.today,
        "q": outcome.values["quarter_by_quarter"],
        "d": outcome.values["deadlines"],
        "p": outcome.values["patient"],
        "J": levers.judged,
        "save": 100 * (1 - levers.pull / 100 * kept_a_quarter(levers)),
        "pull": levers.pull,
        "patience": levers.patience,
        "vanish": levers.vanish,
    }


def settle(levers: Levers, moved: str) -> tuple[Levers, str]:
    """These levers limit each other in nothing."""
    return within_ranges(levers), ""


def reveal() -> float:
    """The longest payback that the person at the start ever starts, in quarters to one decimal."""
    return round(gates(Levers()).today, 1)


def answers() -> dict[str, float]:
    """gain_of_waiting: of a project that costs 6 and brings 20 later, where later counts 70 %."""
    return {"gain_of_waiting": gain_of_waiting(cost=6, gain=20, pull=70)}


def ways(levers: Levers) -> dict[str, float]:
    """What each way has brought by the day of judgement: no dates, a date for each project, and no pull of today."""
    here = gates(levers)
    limits = (here.today, here.now_or_never, here.plan)
    return {way: value(limit, levers) for way, limit in zip(WAYS, limits, strict=True)}


def causes(outcome: Outcome) -> dict[str, float]:
    """How many of the 60 projects each cause keeps from starting without a date."""
    approved, now_or_never, today = (int(count) for count in outcome.through.sum(axis=1))
    without_vanishing = Levers(pull=outcome.levers.pull, patience=outcome.levers.patience, vanish=0.0)
    hoped_for = int((paybacks() <= gates(without_vanishing).plan).sum())
    return {
        "vanishing": float(hoped_for - approved),
        "pull": float(approved - now_or_never),
        "postponing": float(now_or_never - today),
    }
