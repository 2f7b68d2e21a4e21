"""A lever: a number of a model that a learner may move, with its range, its step and its source."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import Any, TypeVar

Number = TypeVar("Number", int, float)
Levers = TypeVar("Levers")

ASSUMED = "teaching assumption"


@dataclass(frozen=True)
class Lever:
    """One lever of a model, as `levers_of` lists it."""

    name: str
    default: float
    low: float
    high: float
    step: float
    source: str


def lever(default: Number, low: Number, high: Number, step: Number, source: str = ASSUMED) -> Number:
    """A dataclass field that is a lever. Whole numbers throughout make a lever that moves in whole numbers."""
    return field(default=default, metadata={"low": low, "high": high, "step": step, "source": source})


def levers_of(levers: Any) -> tuple[Lever, ...]:
    """The levers of a dataclass (or of one of its objects), in the order of its fields."""
    return tuple(_lever(one) for one in fields(levers))


def within_ranges(levers: Levers) -> Levers:
    """The same levers with each value moved to the nearest end of its own range, if it lies outside."""
    moved = {one.name: min(max(getattr(levers, one.name), one.low), one.high) for one in levers_of(levers)}
    return replace(levers, **moved)  # type: ignore[type-var]  # any dataclass of levers will do


def _lever(one: Any) -> Lever:
    range_and_source = {key: one.metadata[key] for key in ("low", "high", "step", "source")}
    return Lever(name=one.name, default=one.default, **range_and_source)
