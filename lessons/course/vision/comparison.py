"""Which way wins where: the four ways over a map of situations, over hours, and over other sets of constants."""

from __future__ import annotations

import itertools
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from .simulation import CONSTANTS, WAYS, Array, Constants, Hours, follow, four_ways, futures, losses, mean_value

SEED = 11
FUTURES = 200
LEVEL = 1.0
"""Two ways less than so many points apart come out about level."""
ABOUT_LEVEL = len(WAYS)
"""On the map, in place of the index of a winner."""
HOURS = np.array([0.0, 1, 2, 3, 4, 6, 8, 12, 16, 20, 24, 32, 40])
"""Hours a week for which one hat and two are compared; closer together where more of them bring most."""


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


def mean_values(hours: Hours, moves: int, size: float, streams: int) -> Array:
    """Value in % of the ideal, averaged over weeks and futures: (teams,)."""
    return 100 * mean_value(hours, *futures(moves, size, FUTURES, SEED), streams)


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
    values = mean_values(teams, moves, size, streams).reshape(3, -1)
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
