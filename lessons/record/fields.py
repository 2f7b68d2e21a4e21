"""What an event's data holds, read strictly: each raises KeyError, TypeError or ValueError where it does not fit."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from .events import Event


def text(event: Event, name: str) -> str:
    """The text of that name."""
    value = event.data[name]
    if not isinstance(value, str):
        raise TypeError(name)
    return value


def number(value: Any) -> float:
    """A finite number."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise TypeError(value)
    return float(value)


def whole(event: Event, name: str, least: int = 1) -> int:
    """The whole number of that name, no smaller than ``least``."""
    value = event.data[name]
    if type(value) is not int or value < least:
        raise TypeError(name)
    return value


def numbers(value: Any) -> tuple[float, ...]:
    """A list of at least one number, none below zero."""
    if not isinstance(value, (list, tuple)) or not value:
        raise TypeError(value)
    found = tuple(number(one) for one in value)
    if min(found) < 0:
        raise ValueError(value)
    return found


def named_numbers(value: Any) -> Mapping[str, float]:
    """Numbers by name, none below zero."""
    if not isinstance(value, Mapping) or not value:
        raise TypeError(value)
    found = {str(name): number(one) for name, one in value.items()}
    if min(found.values()) < 0:
        raise ValueError(value)
    return found
