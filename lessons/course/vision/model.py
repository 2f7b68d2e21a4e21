"""Two hats, 104 weeks: leading keeps the direction right, managing keeps the work together.

The structure follows Kotter (1990): management copes with complexity, leadership copes with change. What people want
sits still, then jumps. Hours of *leading* make a team notice and turn. Hours of *managing* keep its strands of work
from colliding and re-plan after a turn. All of them come out of one person's own work. The value of a week is the
share of what an ideal team would deliver; its four losses add up in logarithms. Distances are in steps: one step off,
work keeps exp(−½) = 61 % of its value. Every constant is a teaching assumption; `robustness` says what hangs on them.
"""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lessons.course.lever import lever, within_ranges

WEEKS = 104
WEEK_HOURS = 40.0
SEED = 11
FUTURES = 200
REPLAYED = 7
"""The future that the chart replays: the same one whatever the levers say."""
WAYS = ("neither", "managing", "leading", "both")
NEITHER, MANAGING, LEADING, BOTH, OWN = range(5)
LEVEL = 1.0
"""Two ways less than so many points apart come out about level."""
ABOUT_LEVEL = len(WAYS)
"""On the map, in place of the index of a winner."""
HOURS = np.array([0.0, 1, 2, 3, 4, 6, 8, 12, 16, 20, 24, 32, 40])
"""Hours a week for which one hat and two are compared; closer together where more of them bring most."""

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Levers:
    moves: int = lever(3, 0, 6, 1)
    size: float = lever(2.0, 0.0, 3.0, 0.25)
    streams: int = lever(8, 1, 12, 1, "links n(n − 1)/2 as in Brooks (1975); 2 % a link: teaching assumption")
    hours: float = lever(12.0, 2.0, 24.0, 2.0)
    leading: float = lever(6.0, 0.0, 24.0, 0.5)


@dataclass(frozen=True)
class Constants:
    """What learners cannot move. Rates are shares a week, costs are log-losses."""

    team: int = 8
    hours_scale: float = 8.0
    """Hours that bring 63 % of their possible effect (half comes with 5.5)."""
    turn: tuple[float, float] = (0.01, 0.25)
    """Share of a gap closed in a week with no leading, and with any amount of it."""
    replan: tuple[float, float] = (0.20, 0.50)
    """Share of unfinished re-planning done in a week with no managing, and with any amount of it."""
    noise: float = 0.25
    """How far the signals that a team turns to are off, in steps (standard deviation)."""
    link_cost: float = 0.02
    """Loss from each link between two strands that nobody looks after."""
    replan_cost: float = 0.05
    """Loss for each strand after the first and each step of turning that is not yet re-planned."""


@dataclass(frozen=True, eq=False)
class Hours:
    """Hours a week of several teams: managing (teams,) and leading (teams,)."""

    managing: Array
    leading: Array

    def beside(self, market: Array) -> Hours:
        """The same hours, shaped so that they broadcast against futures of shape market[..., week]."""
        shape = (-1,) + (1,) * (market.ndim - 1)
        return Hours(self.managing.reshape(shape), self.leading.reshape(shape))


@dataclass(frozen=True, eq=False)
class Losses:
    """The four log-losses; they add up to −ln(value). wrong, replanning: (teams, …, weeks); the others are constant."""

    wrong: Array
    colliding: Array
    replanning: Array
    own_work: Array

    def value(self) -> Array:
        """Share of the ideal that is delivered: (teams, …, weeks)."""
        return np.exp(-(self.wrong + self.replanning + self.colliding[..., None] + self.own_work[..., None]))

    def means(self) -> Array:
        """Each loss of each team, averaged over futures and weeks: (teams, 4)."""
        parts = (self.wrong, self.colliding, self.replanning, self.own_work)
        return np.stack([part.reshape(len(part), -1).mean(axis=1) for part in parts], axis=1)


@dataclass(frozen=True, eq=False)
class Map:
    """Value in % of each way over sizes of move and numbers of strands: values (strands, sizes, ways)."""

    sizes: Array
    streams: NDArray[np.int64]
    values: Array

    def winner(self) -> NDArray[np.int64]:
        """Index of the way that wins, or `ABOUT_LEVEL` where the best two are less than a point apart."""
        second, first = np.moveaxis(np.sort(self.values, axis=-1)[..., -2:], -1, 0)
        return np.where(first - second < LEVEL, ABOUT_LEVEL, self.values.argmax(axis=-1))


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


CONSTANTS = Constants()


# ---- the equations ---------------------------------------------------------------------------------------------------
def effect(hours: Array, scale: float) -> Array:
    """Share of its possible effect that so many hours have: each further hour brings less."""
    return 1 - np.exp(-hours / scale)


def between(ends: tuple[float, float], share: Array) -> Array:
    """The value that lies a share of the way from the first end to the second."""
    return ends[0] + (ends[1] - ends[0]) * share


def turning_rate(leading: Array, constants: Constants = CONSTANTS) -> Array:
    """Share of the gap to what people want that a team closes in a week."""
    return between(constants.turn, effect(leading, constants.hours_scale))


def gap_half_life(leading: float, constants: Constants = CONSTANTS) -> float:
    """Weeks until half of a gap is closed."""
    return float(np.log(0.5) / np.log1p(-turning_rate(np.asarray(leading), constants)))


def links(streams: int) -> float:
    """Pairs of strands that must fit together."""
    return streams * (streams - 1) / 2


def futures(moves: int, size: float, count: int, seed: int) -> tuple[Array, Array]:
    """What people want in each week, and the noise in what a team hears of it: two arrays (futures, weeks).

    Jumps come in weeks 4 to 95, are ±size × (0.75 … 1.25), and for one seed differ in nothing but their size.
    """
    random = np.random.default_rng(seed)
    wanted = np.zeros((count, WEEKS))
    if moves:
        when = random.integers(4, WEEKS - 8, (count, moves))
        jump = size * random.uniform(0.75, 1.25, (count, moves)) * random.choice((-1, 1), (count, moves))
        has_come = np.arange(WEEKS) >= when[:, :, None]
        wanted = (has_come * jump[:, :, None]).sum(axis=1)
    return wanted, random.standard_normal((count, WEEKS))


def follow(hours: Hours, market: Array, noise: Array, constants: Constants = CONSTANTS) -> tuple[Array, Array]:
    """How far each team is off, and how much re-planning it has not finished: two arrays (teams, …, weeks).

    In each week the gap and the unfinished plans are what they are; then the team takes a step towards what it hears.
    """
    hours = hours.beside(market)
    turn = turning_rate(hours.leading, constants)
    replan = between(constants.replan, effect(hours.managing, constants.hours_scale))
    direction = np.zeros(np.broadcast_shapes(turn.shape, market.shape[:-1]))
    unfinished = np.zeros_like(direction)
    gaps, plans = np.empty((2, WEEKS, *direction.shape))
    for week in range(WEEKS):
        gaps[week] = market[..., week] - direction
        plans[week] = unfinished
        step = turn * (gaps[week] + constants.noise * noise[..., week])
        direction = direction + step
        unfinished = (1 - replan) * unfinished + np.abs(step)
    return np.moveaxis(gaps, 0, -1), np.moveaxis(plans, 0, -1)


def losses(hours: Hours, gap: Array, plans: Array, streams: int, constants: Constants = CONSTANTS) -> Losses:
    """The four losses of teams that are off by ``gap`` with ``plans`` unfinished; shapes as `follow` returns them."""
    given = hours.beside(gap[0])
    return Losses(
        wrong=gap**2 / 2,
        colliding=constants.link_cost * links(streams) * (1 - effect(given.managing, constants.hours_scale)),
        replanning=constants.replan_cost * (streams - 1) * plans,
        own_work=-np.log1p(-(given.managing + given.leading) / WEEK_HOURS / constants.team),
    )


def live(hours: Hours, market: Array, noise: Array, streams: int, constants: Constants = CONSTANTS) -> Losses:
    """What teams lose that live through the given futures."""
    return losses(hours, *follow(hours, market, noise, constants), streams, constants)


def four_ways(total: float) -> Hours:
    """So many hours a week used in each of the `WAYS`: none, all managing, all leading, half and half."""
    half = total / 2
    return Hours(np.array([0.0, total, 0.0, half]), np.array([0.0, 0.0, total, half]))


def mean_values(hours: Hours, levers: Levers) -> Array:
    """Value in % of the ideal, averaged over weeks and futures: (teams,)."""
    market, noise = futures(levers.moves, levers.size, FUTURES, SEED)
    return np.asarray(100 * live(hours, market, noise, levers.streams).value().mean(axis=(1, 2)))


# ---- which way wins where --------------------------------------------------------------------------------------------
@lru_cache(maxsize=128)
def which_way_wins(moves: int, hours: float) -> Map:
    """The values of the four ways over the whole map: (12 strands, 13 sizes, 4 ways), in %.

    The direction of a team does not depend on its strands, so one simulation serves all of them.
    """
    sizes, streams, teams = np.linspace(0, 3, 13), np.arange(1, 13), four_ways(hours)
    market, noise = futures(moves, 1.0, FUTURES, SEED)
    gap, plans = follow(teams, sizes[:, None, None] * market, noise)
    values = np.empty((len(streams), len(sizes), len(WAYS)))
    kept = np.exp(-(gap**2) / 2)
    another_strand = np.exp(-CONSTANTS.replan_cost * plans)
    for row, count in enumerate(streams):
        lasting = losses(teams, gap[..., :1], plans[..., :1], int(count))
        constant = np.exp(-lasting.colliding - lasting.own_work)[..., 0]
        values[row] = 100 * (constant * kept.mean(axis=(2, 3))).T
        kept *= another_strand
    values.setflags(write=False)
    return Map(sizes, streams, values)


@lru_cache(maxsize=64)
def one_hat_or_two(moves: int, size: float, streams: int) -> Array:
    """Value in % with each number of `HOURS`: all managing, all leading, half and half: (3, 13)."""
    none, half = np.zeros_like(HOURS), HOURS / 2
    teams = Hours(np.concatenate([HOURS, none, half]), np.concatenate([none, HOURS, half]))
    values = mean_values(teams, Levers(moves, size, streams)).reshape(3, -1)
    values.setflags(write=False)
    return values


SITUATIONS = {
    "calm_simple": (0, 0.0, 2),
    "calm_complex": (0, 0.0, 12),
    "changing_simple": (4, 2.5, 2),
    "changing_complex": (4, 2.5, 12),
    "start": (3, 2.0, 8),
}
"""Kotter's four corners and the start: moves, size, strands."""
ROBUSTNESS_FUTURES = 30


@lru_cache(maxsize=1)
def robustness() -> dict[str, dict[str, int]]:
    """For each of the `SITUATIONS`, in how many of 243 sets of constants each way wins."""
    wins = {name: Counter(dict.fromkeys(WAYS, 0)) for name in SITUATIONS}
    for name, (moves, size, streams) in SITUATIONS.items():
        market, noise = futures(moves, size, ROBUSTNESS_FUTURES, 3)
        for scale, slow, total in itertools.product((6.0, 8.0, 10.0), (0.1, 0.2, 0.3), (8.0, 12.0, 16.0)):
            constants = Constants(hours_scale=scale, replan=(slow, 0.5))
            gap, plans = follow(four_ways(total), market, noise, constants)
            for replan_cost, link_cost in itertools.product((0.03, 0.05, 0.08), (0.015, 0.02, 0.03)):
                varied = replace(constants, replan_cost=replan_cost, link_cost=link_cost)
                value = losses(four_ways(total), gap, plans, streams, varied).value().mean(axis=(1, 2))
                wins[name][WAYS[int(value.argmax())]] += 1
    return {name: dict(count) for name, count in wins.items()}


# ---- the model's face ------------------------------------------------------------------------------------------------
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
    return replace(levers, leading=levers.hours), "hours"


@lru_cache(maxsize=1)
def best_with_managing_alone() -> tuple[int, float]:
    """At the start: the whole number of hours with which managing alone delivers most, and that value in %."""
    every = np.arange(41.0)
    values = mean_values(Hours(every, np.zeros(41)), Levers())
    return int(values.argmax()), float(values.max())


@lru_cache(maxsize=1)
def reveal() -> float:
    """The smallest whole number of hours that, half and half, beats managing alone with any number of hours."""
    every = np.arange(41.0)
    values = mean_values(Hours(every / 2, every / 2), Levers())
    return float(np.flatnonzero(values > best_with_managing_alone()[1])[0])


def answers() -> dict[str, float]:
    """both_losses: % delivered where a wrong direction alone would leave 60 % and collisions alone 50 %."""
    wrong, colliding = -np.log(0.60), -np.log(0.50)
    losses_of_one_week = Losses(np.array([[wrong]]), np.array([colliding]), np.zeros((1, 1)), np.zeros(1))
    return {"both_losses": 100 * float(losses_of_one_week.value()[0, 0])}


def ways(levers: Levers) -> dict[str, float]:
    """Value of each way in % of the ideal, in the situation and with the hours that the levers describe."""
    return dict(zip(WAYS, mean_values(four_ways(levers.hours), levers).tolist(), strict=True))


def causes(outcome: Outcome) -> dict[str, float]:
    """What each cause takes from the learner's split, in % of the ideal: its share of all that is lost."""
    lost = 100 - outcome.scores[OWN]
    shares = loss_shares(outcome)[OWN] / 100 * lost
    return dict(zip(("wrong", "colliding", "replanning", "own_work"), shares.tolist(), strict=True))
