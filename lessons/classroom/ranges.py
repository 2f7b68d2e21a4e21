"""The three ranges that hands are raised for: under, between and over two numbers around the answer."""

from __future__ import annotations

from lessons.course.schema import Prediction


def ranges(asked: Prediction) -> tuple[float, float]:
    """Two numbers inside the range that is asked for, a fifth of it apart or more, with the answer between them.

    Where the answer is no number, they cut the range into thirds.
    """
    wide = asked.high - asked.low
    if asked.value is None:
        return asked.low + wide / 3, asked.low + 2 * wide / 3
    margin = max(asked.within, wide / 10)
    low, high = asked.value - margin, asked.value + margin
    return _stepped(max(low, asked.low), asked), _stepped(min(high, asked.high), asked)


def _stepped(value: float, asked: Prediction) -> float:
    """The nearest step of the range."""
    step = asked.step or 1.0
    return round(asked.low + round((value - asked.low) / step) * step, 6)
