"""What a year brings: kinds of event, kinds of year, and the events that a seed stands for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

MONTHS = 10
KINDS = ("calm", "rush", "key_person", "scare", "market", "technology")
"""Calm; a rush order; a key person may leave; a quality scare; the market turns; new technology."""
CALM, RUSH, KEY_PERSON, SCARE, MARKET, TECHNOLOGY = KINDS
YEARS = {"mixed": (3, 2, 2, 2, 2, 1), "daily_work": (3, 5, 0, 4, 0, 0), "change": (3, 0, 3, 0, 4, 2)}
"""How often each of the `KINDS` comes in each kind of year, in proportion."""
SIZES = (0.7, 1.3)
"""An event is that much smaller or larger than its kind usually is. The size is not announced."""


@dataclass(frozen=True)
class Event:
    """One month's event. ``sign``: to which side the market moves, +1 or −1."""

    kind: str
    size: float = 1.0
    sign: float = 1.0


@dataclass(frozen=True)
class Year:
    """A kind of year, the seed of its events, and how many months are played."""

    kind: str
    seed: int
    months: int = MONTHS


@lru_cache(maxsize=1024)
def events(year: Year) -> tuple[Event, ...]:
    """The events of a year: the same on every machine. The first month is calm.

    A year with a market has at least one turn of it: if none came in months 3 to 8, one takes the place of another.
    """
    random = np.random.default_rng(year.seed)
    weights = np.array(YEARS[year.kind], dtype=float)
    kinds = random.choice(len(KINDS), size=year.months, p=weights / weights.sum())
    kinds[0] = KINDS.index(CALM)
    turn = KINDS.index(MARKET)
    if weights[turn] and not (kinds[2:8] == turn).any():
        kinds[random.integers(2, max(3, year.months - 2))] = turn
    sizes = random.uniform(*SIZES, year.months)
    signs = random.choice((-1.0, 1.0), year.months)
    drawn = zip(kinds, sizes, signs, strict=True)
    return tuple(Event(KINDS[kind], float(size), float(sign)) for kind, size, sign in drawn)
