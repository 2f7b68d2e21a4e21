"""The chart and the whispers: how far a message travels by orders, and how far by advice.

After the idea of Krackhardt and Hanson (1993): behind the chart of a firm there is another one, of who asks whom. The
network here is invented. A message starts with one person; each tie passes it on with a fixed chance, for at most four
steps (bond percolation). On the chart, a tree of 1, 4 and 16 people, the reach is exact: 4p + 16p². On the ties of
advice it is an average over 3,000 draws, the same ones wherever the levers stand, so that reach changes smoothly.

People are numbered: 0 is in charge, 1 to 4 lead the teams, 5 to 20 are their members; 10 is the colleague whom all ask.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lessons.course.lever import lever, within_ranges

PEOPLE = 21
IN_CHARGE, COLLEAGUE, NOBODY = 0, 10, -1
LEADS = range(1, 5)
TEAMS = np.array([0, 1, 2, 3, 4, *np.repeat([1, 2, 3, 4], 4)])
"""The team of each person (21,); 0 for the person in charge."""
ASKED_BY = (3, 6, 8, 9, 11, 13, 15, 16, 17, 19, 20)
"""Ties to the colleague that are put in by hand, into every team."""
STEPS = 4
DRAWS = 3000
SEED = 5

Array = NDArray[np.float64]
Bits = NDArray[np.int32]
Tie = tuple[int, int]


@dataclass(frozen=True)
class Levers:
    order: float = lever(60.0, 0.0, 100.0, 1.0)
    advice: float = lever(50.0, 0.0, 100.0, 1.0)
    starts: int = lever(COLLEAGUE, 0, PEOPLE - 1, 1)
    leaves: int = lever(NOBODY, NOBODY, PEOPLE - 1, 1)


@dataclass(frozen=True, eq=False)
class Spread:
    """Who hears of a message, draw by draw: bit j of reached[i, draw] says whether one from i reaches j."""

    reached: Bits

    def counts(self) -> Array:
        """How many others a message from each person reaches on average: (21,)."""
        return np.asarray(np.bitwise_count(self.reached).mean(axis=1) - 1)

    def chances(self, start: int) -> Array:
        """Each person's chance of being reached from one: (21,), 1 for the one who starts."""
        return np.asarray((self.reached[start] >> np.arange(PEOPLE)[:, None] & 1).mean(axis=1))


@dataclass(frozen=True, eq=False)
class Outcome:
    """Reach by chart and by advice, before and after somebody has left."""

    levers: Levers
    chart: float
    chart_after: float
    before: Spread
    after: Spread
    both: float


# ---- the network -----------------------------------------------------------------------------------------------------
def chart_ties() -> tuple[Tie, ...]:
    """The chart: the person in charge to four leads, each of them to four members."""
    members = ((int(TEAMS[person]), person) for person in range(5, PEOPLE))
    return (*((IN_CHARGE, lead) for lead in LEADS), *members)


@lru_cache(maxsize=1)
def advice_ties() -> tuple[Tie, ...]:
    """Who asks whom: often within a team, seldom across, everyone's ties to the colleague, one to the top."""
    random = np.random.default_rng(SEED)
    asked = {(IN_CHARGE, 1), *((min(COLLEAGUE, person), max(COLLEAGUE, person)) for person in ASKED_BY)}
    for person in range(5, PEOPLE):
        for other in range(1, person):
            if random.random() < (0.40 if TEAMS[person] == TEAMS[other] else 0.03):
                asked.add((other, person))
    return tuple(sorted(asked))


@lru_cache(maxsize=1)
def luck() -> NDArray[np.float32]:
    """One number between 0 and 1 for each pair of people and each draw: (21, 21, draws), symmetric in use (i < j)."""
    drawn = np.random.default_rng(SEED).random((PEOPLE, PEOPLE, DRAWS), dtype=np.float32)
    drawn.setflags(write=False)
    return drawn


# ---- the equations ---------------------------------------------------------------------------------------------------
def spread(chances: Mapping[Tie, float], gone: int = NOBODY) -> Spread:
    """What becomes of a message from anyone, within four steps. ``chances``: that a tie passes it on."""
    open_ties = [(tie, _open(tie, chance)) for tie, chance in chances.items() if gone not in tie]
    reached = np.repeat(np.int32(1) << np.arange(PEOPLE, dtype=np.int32)[:, None], DRAWS, axis=1)
    for _ in range(STEPS):
        a_step_less = reached.copy()
        for (one, other), is_open in open_ties:
            reached[one] |= is_open & a_step_less[other]
            reached[other] |= is_open & a_step_less[one]
    return Spread(reached)


def _open(tie: Tie, chance: float) -> Bits:
    """All bits set in the draws in which the tie passes the message on: (draws,)."""
    is_open = (luck()[tie] < chance).astype(np.int32)
    return np.asarray(-is_open)


def reach_by_chart(order: float, gone: int = NOBODY) -> float:
    """How many others an order from the top reaches, exactly; ``order`` is a share."""
    return float(chart_chances(order, gone)[1:].sum())


def chart_chances(order: float, gone: int = NOBODY) -> Array:
    """Each person's chance that an order from the top reaches them: one step to the leads, two to the others. (21,)."""
    chance = np.full(PEOPLE, order**2)
    chance[list(LEADS)] = order
    chance[IN_CHARGE] = 1.0
    if gone == IN_CHARGE:
        return np.zeros(PEOPLE)
    if gone in LEADS:
        chance[gone == TEAMS] = 0.0
    if gone != NOBODY:
        chance[gone] = 0.0
    return chance


def by_both(order: float, advice: float) -> dict[Tie, float]:
    """The chance of each tie if an order also travels as advice, and advice also as an order."""
    chances = dict.fromkeys(chart_ties(), order)
    for tie in advice_ties():
        chances[tie] = 1 - (1 - chances.get(tie, 0.0)) * (1 - advice)
    return chances


@lru_cache(maxsize=32)
def spread_of_advice(advice: float, gone: int) -> Spread:
    """Spread along the ties of advice, each with the same chance."""
    return spread(dict.fromkeys(advice_ties(), advice), gone)


def share_without_post(asked: Sequence[str], posts: Sequence[str]) -> float:
    """Of all ties, the % that go to people who hold no post."""
    return 100 * sum(person not in posts for person in asked) / len(asked)


# ---- the model's face ------------------------------------------------------------------------------------------------
def run(levers: Levers) -> Outcome:
    """Reach by chart, by advice and from the top by both, and by advice when somebody has left."""
    order, advice = levers.order / 100, levers.advice / 100
    return Outcome(
        levers=levers,
        chart=reach_by_chart(order),
        chart_after=reach_by_chart(order, levers.leaves),
        before=spread_of_advice(advice, NOBODY),
        after=spread_of_advice(advice, levers.leaves),
        both=float(spread(by_both(order, advice)).counts()[IN_CHARGE]),
    )


def starter_after(levers: Levers) -> int:
    """Who starts in the third picture: the same person, or, if just that one has left, the next of the team."""
    if levers.starts != levers.leaves:
        return levers.starts
    team = np.flatnonzero(TEAMS[levers.leaves] == TEAMS)
    mates = team[team != levers.leaves]
    return int(mates[mates > levers.leaves][0] if np.any(mates > levers.leaves) else mates[0]) if len(mates) else 1


def picture(outcome: Outcome) -> dict[str, Any]:
    """The chart's data: three pictures of the same 21 people, to be drawn in the same places.

    teams (21,): team of each person, 0 for the person in charge. posts (21,): whether they hold a post (0 … 4).
    chart_ties (20, 2), advice_ties (k, 2): pairs of people. Chances in % (21,) of being reached, 100 for who starts:
    chart_chance: by order from the top; advice_chance: by advice from ``starts``; after_chance: the same when
    ``leaves`` has left, from ``starts_after``; the one who left has 0. leaves: -1 = nobody. colleague: 10.
    Reach, in people: chart, advice, after (of the starters shown), both: from the top by both ways,
    chart_after: by order when ``leaves`` has left.
    """
    levers = outcome.levers
    again = starter_after(levers)
    return {
        "teams": TEAMS,
        "posts": np.arange(PEOPLE) < 5,
        "chart_ties": np.array(chart_ties()),
        "advice_ties": np.array(advice_ties()),
        "chart_chance": 100 * chart_chances(levers.order / 100),
        "advice_chance": 100 * outcome.before.chances(levers.starts),
        "after_chance": 100 * outcome.after.chances(again),
        "starts": levers.starts,
        "starts_after": again,
        "leaves": levers.leaves,
        "colleague": COLLEAGUE,
        "chart": outcome.chart,
        "advice": float(outcome.before.counts()[levers.starts]),
        "after": float(outcome.after.counts()[again]),
        "both": outcome.both,
        "chart_after": outcome.chart_after,
    }


def finding(outcome: Outcome) -> tuple[str, dict[str, float]]:
    """What stands out: the first that is true of these, in this order."""
    levers, now = outcome.levers, numbers(outcome)
    chart, colleague, both, lost = now["chart"], now["col"], now["both"], now["c"] - now["d"]
    left = levers.leaves != NOBODY
    cases = (
        ("nothing", chart < 0.5 and colleague < 0.5),
        ("colleague_left", levers.leaves == COLLEAGUE and lost >= 0.5),
        ("left_same", left and lost < 0.5),
        ("left_less", left),
        ("other_starts", levers.starts not in (IN_CHARGE, COLLEAGUE)),
        ("level", abs(chart - colleague) < 0.75),
        ("colleague_first", colleague > both + 0.5),
        ("chart_enough", chart > colleague and both - chart < 1),
        ("chart_more", chart > colleague),
        ("advice_more", True),
    )
    return next(key for key, holds in cases if holds), now


def named(outcome: Outcome) -> dict[str, str]:
    """Who has left: nobody, in_charge, lead, colleague or member."""
    leaves = outcome.levers.leaves
    kinds = {NOBODY: "nobody", IN_CHARGE: "in_charge", COLLEAGUE: "colleague"}
    return {"who": kinds.get(leaves, "lead" if leaves in LEADS else "member")}


def numbers(outcome: Outcome) -> dict[str, float]:
    """Every number that the texts name, reach in people.

    chart, both: from the top; chart_after: by chart when somebody has left; col: the colleague by advice; s: whoever
    starts; c, d: average of the others by advice, before and after; pf, pi: chances in %; leads, others: reached by
    chart; first, later: reached by the colleague herself, and by those who heard it from her.
    """
    levers, counts = outcome.levers, outcome.before.counts()
    others = [one for one in range(1, PEOPLE) if one not in (COLLEAGUE, levers.leaves)]
    first = levers.advice / 100 * sum(COLLEAGUE in tie for tie in advice_ties())
    return {
        "chart": outcome.chart,
        "chart_after": outcome.chart_after,
        "both": outcome.both,
        "col": float(counts[COLLEAGUE]),
        "s": float(counts[levers.starts]),
        "c": float(counts[others].mean()),
        "d": float(outcome.after.counts()[others].mean()),
        "pf": levers.order,
        "pi": levers.advice,
        "leads": 4 * levers.order / 100,
        "others": 16 * (levers.order / 100) ** 2,
        "first": first,
        "later": float(counts[COLLEAGUE]) - first,
    }


def settle(levers: Levers, moved: str) -> tuple[Levers, str]:
    """These levers limit each other in nothing."""
    return within_ranges(levers), ""


def reveal() -> float:
    """How many of the other 20 the colleague's message reaches at the start."""
    return float(round(run(Levers()).before.counts()[COLLEAGUE]))


def answers() -> dict[str, float]:
    """ties_without_post: Ana holds the post; four people ask Bo, two ask Cy, one asks Ana."""
    return {"ties_without_post": share_without_post(["Bo"] * 4 + ["Cy"] * 2 + ["Ana"], posts=["Ana"])}


def ways(levers: Levers) -> dict[str, float]:
    """People reached by the chart, by the colleague's advice, and from the top by both ways."""
    outcome = run(levers)
    return {"chart": outcome.chart, "colleague": numbers(outcome)["col"], "both": outcome.both}


def causes(outcome: Outcome) -> dict[str, float]:
    """Whom an order does not reach, in people: leads with all behind them, and members behind a lead who heard."""
    order = outcome.levers.order / 100
    return {"first_step": 20 * (1 - order), "second_step": 16 * order * (1 - order)}
