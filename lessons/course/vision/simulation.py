"""104 weeks of teams that follow what people want, and what they lose on the way.

What people want sits still, then jumps. Hours of *leading* make a team notice and turn. Hours of *managing* keep its
strands of work from colliding and re-plan after a turn. All of them come out of one person's own work. The value of a
week is the share of what an ideal team would deliver; its four losses add up in logarithms. Distances are in steps: one
step off, work keeps exp(−½) = 61 % of its value. The structure follows Kotter (1990): management copes with complexity,
leadership with change. Every constant is a teaching assumption.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

WEEKS = 104
WEEK_HOURS = 40.0
WAYS = ("neither", "managing", "leading", "both")

Array = NDArray[np.float64]


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


CONSTANTS = Constants()


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


def lived(hours: Hours, market: Array, noise: Array, constants: Constants = CONSTANTS) -> Iterator[tuple[Array, Array]]:
    """Week by week, how far each team is off, and how much re-planning it has not finished: two arrays (teams, …).

    In each week the gap and the unfinished plans are what they are; then the team takes a step towards what it hears.
    """
    hours = hours.beside(market)
    turn = turning_rate(hours.leading, constants)
    replan = between(constants.replan, effect(hours.managing, constants.hours_scale))
    direction = np.zeros(np.broadcast_shapes(turn.shape, market.shape[:-1]))
    unfinished = np.zeros_like(direction)
    for week in range(WEEKS):
        gap = market[..., week] - direction
        yield gap, unfinished
        step = turn * (gap + constants.noise * noise[..., week])
        direction = direction + step
        unfinished = (1 - replan) * unfinished + np.abs(step)


def follow(hours: Hours, market: Array, noise: Array, constants: Constants = CONSTANTS) -> tuple[Array, Array]:
    """All the weeks that are `lived`, as two arrays (teams, …, weeks): gaps, and unfinished plans."""
    gaps, plans = zip(*lived(hours, market, noise, constants), strict=True)
    return np.stack(gaps, axis=-1), np.stack(plans, axis=-1)


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


def mean_value(hours: Hours, market: Array, noise: Array, streams: int) -> Array:
    """Share of the ideal, averaged over weeks and futures: (teams,). Quicker than `live`: nothing is kept."""
    total = np.zeros(len(hours.managing))
    for gap, plans in lived(hours, market, noise):
        total += np.exp(-(gap**2 / 2 + CONSTANTS.replan_cost * (streams - 1) * plans)).mean(axis=1)
    nothing_moves = np.zeros((len(total), 1, 1))
    lasting = losses(hours, nothing_moves, nothing_moves, streams)
    return np.asarray(total / WEEKS * lasting.value()[:, 0, 0])


def four_ways(total: float) -> Hours:
    """So many hours a week used in each of the `WAYS`: none, all managing, all leading, half and half."""
    half = total / 2
    return Hours(np.array([0.0, total, 0.0, half]), np.array([0.0, 0.0, total, half]))
