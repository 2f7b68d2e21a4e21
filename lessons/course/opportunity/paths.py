"""What firms come to know on average in a world that stands still, read from `paths.csv` (made by `make_paths`)."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .learning import PERIODS

FILE = Path(__file__).with_name("paths.csv")
ADOPTS = (5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95)
"""Speeds of adoption in the table, in % a period."""
LEARNS = (10, 50, 90)
"""Speeds at which the view learns, in % a vote."""
SPREAD = (10, 90)
"""The band of the table holds the middle eight in ten firms: these percentiles."""

Array = NDArray[np.float64]


@lru_cache(maxsize=1)
def table() -> Array:
    """Mean, low and high of what is known, in %: (3 speeds of the view, 11 of adoption, 61 times, 3)."""
    columns = np.loadtxt(FILE, delimiter=",", skiprows=1)
    values = columns[:, 3:].reshape(len(LEARNS), len(ADOPTS), PERIODS + 1, 3)
    values.setflags(write=False)
    return values


def paths(learns: int) -> Array:
    """The part of the table for one speed of the view: (11, 61, 3). Raises ValueError if it is not one of `LEARNS`."""
    return np.asarray(table()[LEARNS.index(learns)])


def path(adopts: float, learns: int) -> Array:
    """Mean, low and high at each time for any speed of adoption from 5 to 95 %, between the table's: (61, 3)."""
    after = int(np.clip(np.searchsorted(ADOPTS, adopts), 1, len(ADOPTS) - 1))
    below, above = ADOPTS[after - 1], ADOPTS[after]
    share = (adopts - below) / (above - below)
    known = paths(learns)
    return np.asarray((1 - share) * known[after - 1] + share * known[after])


def best_speed(learns: int, when: int) -> tuple[int, float]:
    """The speed of the table at which firms know most at a time, and what they know then, in %."""
    means = paths(learns)[:, when, 0]
    return ADOPTS[int(means.argmax())], float(means.max())


def passes(slow: float, fast: float, learns: int) -> int | None:
    """The first period from which slow firms know more than fast ones, or None if they do not by the last."""
    behind = np.flatnonzero(path(slow, learns)[:, 0] <= path(fast, learns)[:, 0])
    first = int(behind[-1]) + 1
    return first if first <= PERIODS else None
