"""A whole year: months in a row, the four readings at its end, and a total under weights that somebody chose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from .events import Year, events
from .month import BALANCED, Array, Constants, House, Month, spend

EDITION = 1
"""Grows when the same events and hours would come to other readings: a saved game is played by its own edition only."""

READINGS = ("delivery", "budget", "commitment", "direction")
REFERENCE_WEIGHTS = {"delivery": 0.4, "budget": 0.2, "commitment": 0.2, "direction": 0.2}
"""For tests and for balancing only: learners choose their own before they play."""


def play(year: Year, hours: Array, constants: Constants = BALANCED) -> tuple[Month, ...]:
    """All months of a year. hours: (…, 5) for the same split every month, or (…, months, 5).

    The first months never depend on later hours, so going back a month keeps all before it.
    """
    spent = np.asarray(hours, dtype=float)
    if spent.ndim < 2 or spent.shape[-2] != year.months:
        spent = np.repeat(spent[..., None, :], year.months, axis=-2)
    return play_so_far(year, [spent[..., month, :] for month in range(year.months)], constants)


def play_so_far(year: Year, hours: Sequence[Any], constants: Constants = BALANCED) -> tuple[Month, ...]:
    """The months of a year that are spent: hours (5,) or (players, 5) for each of them, from none to all."""
    played, house = [], House()
    for event, spent in zip(events(year), hours, strict=False):
        month = spend(house, np.asarray(spent, dtype=float), event, constants)
        played.append(month)
        house = month.after
    return tuple(played)


def readings(house: House, months: int, constants: Constants = BALANCED) -> Array:
    """Delivery, budget, commitment, direction, 0 to 100, after so many months: (4, …)."""
    delivery = np.clip(house.value / max(months, 1) / constants.full_delivery, 0, 1)
    budget = np.clip(0.5 + house.budget / 3, 0, 1)
    direction = np.exp(-((house.market - house.course) ** 2) / 2)
    return 100 * np.stack(np.broadcast_arrays(delivery, budget, house.commitment, direction)).astype(float)


def month_by_month(played: tuple[Month, ...], constants: Constants = BALANCED) -> Array:
    """The readings after each month: (4, months, …). Delivery is the average so far."""
    after = [readings(month.after, number, constants) for number, month in enumerate(played, start=1)]
    return np.stack(after, axis=1)


def final(year: Year, hours: Array, constants: Constants = BALANCED) -> Array:
    """The readings at the end of a year: (4, …)."""
    return readings(play(year, hours, constants)[-1].after, year.months, constants)


def total(read: Array, weights: Mapping[str, float] = REFERENCE_WEIGHTS) -> Array:
    """The readings (4, …) under weights that add up to any sum: (…), 0 to 100."""
    shares = np.array([weights[name] for name in READINGS], dtype=float)
    return np.asarray(np.tensordot(shares / shares.sum(), read, axes=1))
