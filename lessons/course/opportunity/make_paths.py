"""Makes `paths.csv`: what firms come to know in a world that stands still, for each pair of speeds.

Run it with `python -m lessons.course.opportunity.make_paths`; it takes some ten minutes on one core. The numbers in the
lesson’s texts are whole %; with 4,000 firms a pair some means are still off by a third of one.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .learning import PERIODS, Rules, chances, history, known, start
from .paths import ADOPTS, FILE, LEARNS, SPREAD

FIRMS = 20_000
AT_ONCE = 50
"""Firms simulated together: few enough to stay in the processor's cache."""
SEED = 7


def simulated(rules: Rules, firms: int, seed: int) -> NDArray[np.float64]:
    """What so many firms know at each time: (61, firms). Each batch has a seed of its own, the same for all rules."""
    batches = [np.random.default_rng([seed, batch]) for batch in range(-(-firms // AT_ONCE))]
    return np.concatenate([_batch(random, rules) for random in batches], axis=1)[:, :firms]


def _batch(random: np.random.Generator, rules: Rules) -> NDArray[np.float64]:
    begun = start(random, (AT_ONCE,))
    draws = chances(random, (AT_ONCE,), newcomers=rules.newcomers > 0)
    return np.array([known(firms) for firms in history(begun, draws, rules)])


def rows(firms: int, seed: int) -> Iterator[tuple[object, ...]]:
    """The lines of the table: speeds in %, period, then mean and spread of what is known in %."""
    for learns in LEARNS:
        for adopts in ADOPTS:
            percent = 100 * simulated(Rules(adopts / 100, learns / 100), firms, seed)
            spread = np.percentile(percent, SPREAD, axis=1)
            for period in range(PERIODS + 1):
                values = (percent[period].mean(), spread[0, period], spread[1, period])
                yield learns, adopts, period, *(f"{value:.2f}" for value in values)


def make(path: Path = FILE, firms: int = FIRMS, seed: int = SEED) -> None:
    """Write the table, once all of it is there."""
    lines = list(rows(firms, seed))
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("learns", "adopts", "period", "mean", "low", "high"))
        table.writerows(lines)


if __name__ == "__main__":
    make()
