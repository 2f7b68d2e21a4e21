"""The best that a search found for the years of the lesson, knowing all events beforehand (made by `make_best`)."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import numpy as np

from .events import Year
from .month import Array

FILE = Path(__file__).with_name("best_found.csv")
CHOICES = {
    "A": Year("mixed", 0),
    "B": Year("mixed", 4),
    "C": Year("mixed", 9),
    "daily_work": Year("daily_work", 0),
    "change": Year("change", 0),
    "three_months": Year("daily_work", 0, months=3),
}
"""The years that a learner can choose. A, B and C hold all kinds of event."""


@lru_cache(maxsize=1)
def best_found() -> dict[Year, Array]:
    """The hours (months, 5) that were best for each of the `CHOICES`, under the reference weights."""
    lines = np.loadtxt(FILE, delimiter=",", skiprows=1, dtype=str)
    return {year: lines[lines[:, 0] == name][:, 2:].astype(float) for name, year in CHOICES.items()}
