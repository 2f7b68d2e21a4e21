"""A show of hands: which numbers a class can be asked about without telling the answer."""

from __future__ import annotations

import math

from .schema import Prediction


def thirds(asked: Prediction) -> tuple[float, float]:
    """Two numbers that cut the range of a prediction in three, on its steps. They do not depend on the answer."""
    span = (asked.high - asked.low) / 3
    low, high = (_on_step(asked.low + part * span, asked) for part in (1, 2))
    return low, high


def _on_step(number: float, asked: Prediction) -> float:
    steps = math.floor((number - asked.low) / asked.step + 0.5)
    return round(asked.low + steps * asked.step, 6)
