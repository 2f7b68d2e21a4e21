"""Simple ways through the same events, and what one piece of advice does to three players."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np

from .best import best_found
from .events import Year
from .game import READINGS, final
from .month import Array
from .players import (
    EVEN,
    MOSTLY_LEADING,
    MOSTLY_MANAGING,
    MOVED,
    ONLY_LEADING,
    ONLY_MANAGING,
    STEADY,
    answering,
    shifted,
)

WAYS = ("even", "steady", "answering", "only_managing", "only_leading", "best_found")
YEARS_OF_THE_PREDICTION = 60


def way_hours(way: str, year: Year) -> Array | None:
    """The hours of one of the `WAYS`; None for the best found of a year for which nobody searched."""
    if way == "answering":
        return answering(year)
    if way == "best_found":
        return best_found().get(year)
    steady = {"even": EVEN, "steady": STEADY, "only_managing": ONLY_MANAGING, "only_leading": ONLY_LEADING}
    return np.array(steady[way])


@lru_cache(maxsize=256)
def way_readings(way: str, year: Year) -> Array:
    """Readings at the end of one of the `WAYS`: (4,). NaN where there is none."""
    hours = way_hours(way, year)
    return np.full(len(READINGS), np.nan) if hours is None else final(year, hours)


@lru_cache(maxsize=1)
def advice_to_lead_more() -> dict[str, Array]:
    """What 8 more hours of leading change on average in 60 mixed years, for three players: readings (4,).

    mostly_managing, answering; mostly_leading, who instead moves 8 hours to managing.
    """
    years = [Year("mixed", seed) for seed in range(YEARS_OF_THE_PREDICTION)]

    def mean_change(hours_in: Any, moved: float) -> Array:
        gains = [final(year, shifted(hours_in(year), moved)) - final(year, hours_in(year)) for year in years]
        return np.asarray(np.mean(gains, axis=0))

    return {
        "mostly_managing": mean_change(lambda _: np.array(MOSTLY_MANAGING), MOVED),
        "answering": mean_change(answering, MOVED),
        "mostly_leading": mean_change(lambda _: np.array(MOSTLY_LEADING), -MOVED),
    }
