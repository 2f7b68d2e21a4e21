"""Makes `best_found.csv`: for each year of the lesson, the hours with the highest total that a search finds.

Run it with `python -m lessons.course.two_hats.make_best`; it takes some seconds. Cross-entropy search: many plans are
drawn around a mean, and the mean moves towards the best of them. The total is that of the reference weights.
"""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np

from .best import CHOICES, FILE
from .events import Year
from .game import final, total
from .month import HOURS, MONTH, Array
from .players import answering

ROUNDS, DRAWN, KEPT = 120, 400, 40
FIRST_SPREAD, LAST_SPREAD = 40.0, 900.0
"""Concentration of the plans drawn around the mean, at first and at last."""


def search(year: Year, seed: int = 0) -> tuple[float, Array]:
    """The best total found and its hours (months, 5), to a tenth of an hour."""
    random = np.random.default_rng(seed)
    mean, spread = answering(year) / MONTH, FIRST_SPREAD
    best, best_plan = -1.0, mean
    for _ in range(ROUNDS):
        drawn = random.standard_gamma(np.maximum(mean * spread, 0.15), (DRAWN, *mean.shape))
        drawn[0] = mean
        plans = drawn / drawn.sum(axis=-1, keepdims=True)
        totals = total(final(year, MONTH * plans))
        order = np.argsort(-totals)[:KEPT]
        if totals[order[0]] > best:
            best, best_plan = float(totals[order[0]]), plans[order[0]]
        mean = 0.6 * mean + 0.4 * plans[order].mean(axis=0)
        spread = min(1.06 * spread, LAST_SPREAD)
    rounded = in_tenths(best_plan)
    return float(total(final(year, rounded))), rounded


def in_tenths(plan: Array) -> Array:
    """Shares (months, 5) as hours to a tenth that add up to the month."""
    hours = np.round(MONTH * plan, 1)
    rows = np.arange(len(hours))
    hours[rows, hours.argmax(axis=1)] += MONTH - hours.sum(axis=1)
    return np.asarray(np.round(hours, 1))


def make(path: Path = FILE) -> None:
    """Write the table, once all of it is there."""
    found = {name: search(year)[1] for name, year in CHOICES.items()}
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("year", "month", *HOURS))
        for name, plan in found.items():
            table.writerows((name, month, *hours) for month, hours in enumerate(plan.tolist(), start=1))


if __name__ == "__main__":
    make()
