"""Round numbers for axes and contours."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray


def step(low: float, high: float, parts: int) -> float:
    """A round step (1, 2 or 5 times a power of ten) that cuts low … high into at most so many parts."""
    rough = (high - low) / parts
    power = 10.0 ** math.floor(math.log10(rough))
    return next(round_ * power for round_ in (1, 2, 5, 10) if round_ * power >= rough * (1 - 1e-9))


def ticks(low: float, high: float, parts: int = 5) -> NDArray[np.float64]:
    """Round numbers from low to high, both included where they are round."""
    if not high > low:
        return np.array([low])
    by = step(low, high, parts)
    first, last = math.ceil(low / by - 1e-9), math.floor(high / by + 1e-9)
    return np.arange(first, last + 1, dtype=np.float64) * by


def decimals(by: float) -> int:
    """Decimals needed to write multiples of this step."""
    return next(n for n in range(12) if abs(round(by, n) - by) < 1e-9 * by)
