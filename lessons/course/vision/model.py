"""Two hats, 104 weeks: leading keeps the direction right, managing keeps the work together.

`simulation` holds the equations, `comparison` which way wins where; here is what the lesson asks of them. The structure
follows Kotter (1990): management copes with complexity, leadership copes with change. Every constant is a teaching
assumption; `robustness` says what hangs on them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np

from lessons.course.lever import lever, within_ranges

from .comparison import FUTURES, HOURS, LEVEL, SEED, Map, mean_values, one_hat_or_two, robustness, which_way_wins
from .simulation import WAYS, WEEKS, Array, Hours, Losses, four_ways, futures, gap_half_life, live

__all__ = ["Levers", "Outcome", "robustness", "run"]

REPLAYED = 7
"""The future that the chart replays: the same one whatever the levers say."""
NEITHER, MANAGING, LEADING, BOTH, OWN = range(5)


@dataclass(frozen=True)
class Levers:
    moves: int = lever(3, 0, 6, 1)
    size: float = lever(2.0, 0.0, 3.0, 0.25)
    streams: int = lever(8, 1, 12, 1, "links n(n − 1)/2 as in Brooks (1975); 2 % a link: teaching assumption")
    hours: int = lever(12, 2, 24, 2)
    leading: float = lever(6.0, 0.0, 24.0, 0.5)


@dataclass(frozen=True, eq=False)
class Outcome:
    """Five teams (the four ways, then the learner's split) in the same futures. value: (5, futures, weeks)."""

    levers: Levers
    market: Array
    value: Array
    losses: Array
    scores: Array
    by_hours: Array
    map: Map


def run(levers: Levers) -> Outcome:
    """The four ways and the learner's own split, all in the same futures."""
    ways_hours, own = four_ways(levers.hours), levers.hours - levers.leading
    teams = Hours(np.append(ways_hours.managing, own), np.append(ways_hours.leading, levers.leading))
    market, noise = futures(levers.moves, levers.size, FUTURES, SEED)
    lost = live(teams, market, noise, levers.streams)
    value = lost.value()
    return Outcome(
        levers=levers,
        market=market,
        value=value,
        losses=lost.means(),
        scores=100 * value.mean(axis=(1, 2)),
        by_hours=one_hat_or_two(levers.moves, levers.size, levers.streams),
        map=which_way_wins(levers.moves, levers.hours),
    )


def picture(outcome: Outcome) -> dict[str, Any]:
    """The chart's data. Values are in % of what an ideal team would deliver.

    weeks (104,): 0 … 103. Rows of the four panels, in the order of ``ways`` (neither, managing, leading, both):
    low, middle, high (4, 104): the middle nine tenths of 200 futures and their median; replayed (4, 104): one future,
    the same in all panels. jumps (k,), k ≤ moves: the weeks in which what people want jumps there. scores (4,) and
    own_score: means over weeks and futures. managing_hours, leading_hours (4,): hours a week of each way;
    own_managing, own_leading: of the learner's split; hours: their sum. hours_axis (13,): hours a week; by_hours
    (3, 13): the value with so many, all managing, all leading, half and half.
    Map: map_sizes (13,) steps; map_streams (12,); map_winner (12, 13) [streams, size]: index into ways, or 4 where the
    best two are less than a point apart. here_size, here_streams: the learner's place on it. winner: index of the way
    that wins there. lost (5, 4): of what each way (and, last, the learner's split) loses, the % that comes from wrong
    direction, colliding strands, re-planning, own work left undone; each row adds up to 100.
    """
    levers, here = outcome.levers, outcome.map
    teams = four_ways(levers.hours)
    low, middle, high = np.percentile(outcome.value[:OWN], (5, 50, 95), axis=1) * 100
    return {
        "weeks": np.arange(WEEKS),
        "ways": WAYS,
        "low": low,
        "middle": middle,
        "high": high,
        "replayed": outcome.value[:OWN, REPLAYED] * 100,
        "jumps": np.flatnonzero(np.diff(outcome.market[REPLAYED])) + 1,
        "scores": outcome.scores[:OWN],
        "own_score": float(outcome.scores[OWN]),
        "hours": levers.hours,
        "hours_axis": HOURS,
        "by_hours": outcome.by_hours,
        "managing_hours": teams.managing,
        "leading_hours": teams.leading,
        "own_managing": levers.hours - levers.leading,
        "own_leading": levers.leading,
        "map_sizes": here.sizes,
        "map_streams": here.streams,
        "map_winner": here.winner(),
        "here_size": levers.size,
        "here_streams": levers.streams,
        "winner": int(outcome.scores[:OWN].argmax()),
        "lost": loss_shares(outcome),
    }


def loss_shares(outcome: Outcome) -> Array:
    """Of what each team loses, the % from each of the four losses: (5, 4). They add in logarithms, so this is exact."""
    total = outcome.losses.sum(axis=1, keepdims=True)
    shares = np.divide(outcome.losses, total, out=np.zeros_like(outcome.losses), where=total > 0)
    return np.asarray(100 * shares)


def ranking(outcome: Outcome) -> tuple[int, int]:
    """The best and the second best of the four ways, as indices."""
    order = np.argsort(-outcome.scores[:OWN], kind="stable")
    return int(order[0]), int(order[1])


def finding(outcome: Outcome) -> tuple[str, dict[str, float]]:
    """The way that wins among the four, or "level" if the two best are less than a point apart."""
    first, second = ranking(outcome)
    level = outcome.scores[first] - outcome.scores[second] < LEVEL
    return "level" if level else WAYS[first], numbers(outcome)


def takeaway(outcome: Outcome) -> str:
    """ "own" if the learner's split beats all four ways, else ""."""
    return "own" if outcome.scores[OWN] > outcome.scores[:OWN].max() else ""


def named(outcome: Outcome) -> dict[str, str]:
    """The ways that the texts name: the winner (also w1) and the second best (w2)."""
    first, second = ranking(outcome)
    return {"winner": WAYS[first], "w1": WAYS[first], "w2": WAYS[second]}


def numbers(outcome: Outcome) -> dict[str, float]:
    """Every number that the texts name.

    K, S, C, T: the levers. hl, hm: the learner's hours. vn, vm, vl, vb, own: values in %; one: the better single hat;
    v: the best. half_m, half_l, half_b: weeks until half a gap is closed. m_wrong, l_coord, …: shares of a loss in %.
    """
    levers, scores = outcome.levers, outcome.scores
    return {
        "K": levers.moves,
        "S": levers.size,
        "C": levers.streams,
        "T": levers.hours,
        "hl": levers.leading,
        "hm": levers.hours - levers.leading,
        **{name: float(score) for name, score in zip(("vn", "vm", "vl", "vb", "own"), scores, strict=True)},
        "one": float(max(scores[MANAGING], scores[LEADING])),
        "v": float(scores[:OWN].max()),
        "half_m": gap_half_life(0.0),
        "half_l": gap_half_life(levers.hours),
        "half_b": gap_half_life(levers.hours / 2),
        **_named_shares(outcome),
    }


def _named_shares(outcome: Outcome) -> dict[str, float]:
    """Loss shares by name: the team's letter (n, m, l, b, own's o), then wrong, coord, replan or undone."""
    causes_of = ("wrong", "coord", "replan", "undone")
    shares = loss_shares(outcome)
    return {
        f"{team}_{cause}": float(share)
        for team, row in zip("nmlbo", shares, strict=True)
        for cause, share in zip(causes_of, row, strict=True)
    }


def settle(levers: Levers, moved: str) -> tuple[Levers, str]:
    """Leading is part of the hours: it stops there, and follows when the hours shrink ("hours")."""
    levers = within_ranges(levers)
    if levers.leading <= levers.hours:
        return levers, ""
    return replace(levers, leading=float(levers.hours)), "hours"


def at_the_start(hours: Hours) -> Array:
    """Value in % of the ideal in the situation of the start: (teams,)."""
    start = Levers()
    return mean_values(hours, start.moves, start.size, start.streams)


@lru_cache(maxsize=1)
def best_with_managing_alone() -> tuple[int, float]:
    """At the start: the whole number of hours with which managing alone delivers most, and that value in %."""
    every = np.arange(41.0)
    values = at_the_start(Hours(every, np.zeros(41)))
    return int(values.argmax()), float(values.max())


@lru_cache(maxsize=1)
def reveal() -> float:
    """The smallest whole number of hours that, half and half, beats managing alone with any number of hours."""
    every = np.arange(41.0)
    values = at_the_start(Hours(every / 2, every / 2))
    return float(np.flatnonzero(values > best_with_managing_alone()[1])[0])


def answers() -> dict[str, float]:
    """both_losses: % delivered where a wrong direction alone would leave 60 % and collisions alone 50 %."""
    wrong, colliding = -np.log(0.60), -np.log(0.50)
    losses_of_one_week = Losses(np.array([[wrong]]), np.array([colliding]), np.zeros((1, 1)), np.zeros(1))
    return {"both_losses": 100 * float(losses_of_one_week.value()[0, 0])}


def ways(levers: Levers) -> dict[str, float]:
    """Value of each way in % of the ideal, in the situation and with the hours that the levers describe."""
    values = mean_values(four_ways(levers.hours), levers.moves, levers.size, levers.streams)
    return dict(zip(WAYS, values.tolist(), strict=True))


def causes(outcome: Outcome) -> dict[str, float]:
    """What each cause takes from the learner's split, in % of the ideal: its share of all that is lost."""
    lost = 100 - outcome.scores[OWN]
    shares = loss_shares(outcome)[OWN] / 100 * lost
    return dict(zip(("wrong", "colliding", "replanning", "own_work"), shares.tolist(), strict=True))
