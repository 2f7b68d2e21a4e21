"""Steady plans, the same split every month: which is best on average, and how often one hat alone beats the other.

Totals are those of the reference weights, in which delivery counts double.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from .events import MONTHS, Year
from .game import final, total
from .month import Array
from .players import grid, leading_share

YEARS_COMPARED = 60
"""So many years of a kind stand behind "on average"."""
YEARS_ALONE = 100
"""And so many behind "managing alone beats leading alone"."""


@lru_cache(maxsize=16)
def totals(kind: str, months: int = MONTHS, years: int = YEARS_COMPARED) -> Array:
    """Total of every steady plan of the five-hour grid in each year: (years, plans)."""
    plans = grid()
    return np.stack([total(final(Year(kind, seed, months), plans)) for seed in range(years)])


def best_steady(kind: str, months: int = MONTHS) -> Array:
    """The hours (5,) of the steady plan with the highest total on average."""
    plan: Array = grid()[totals(kind, months).mean(axis=0).argmax()]
    return plan


def managing_alone_ahead(kind: str) -> int:
    """In how many of `YEARS_ALONE` years the best plan of managing alone has a higher total than that of leading alone.

    Best is, for each hat, the plan with the highest total on average.
    """
    share, each_year = leading_share(grid()), totals(kind, years=YEARS_ALONE)
    managing, leading = (_best_of(each_year[:, share == hat]) for hat in (0, 1))
    return int((managing > leading).sum())


def _best_of(plans: Array) -> Array:
    """The totals, year by year, of the plan that is best on average."""
    best: Array = plans[:, plans.mean(axis=0).argmax()]
    return best
