"""Ways of playing, and the same year with hours moved from one hat to the other."""

from __future__ import annotations

import numpy as np

from .events import CALM, KEY_PERSON, MARKET, RUSH, SCARE, TECHNOLOGY, Year, events
from .month import LEADING, MANAGING, MONTH, Array

EVEN = (8.0, 8.0, 8.0, 8.0, 8.0)
STEADY = (10.0, 5.0, 10.0, 5.0, 10.0)
ONLY_MANAGING = (20.0, 20.0, 0.0, 0.0, 0.0)
ONLY_LEADING = (0.0, 0.0, 20.0, 10.0, 10.0)
MOSTLY_MANAGING = (14.0, 12.0, 6.0, 2.0, 6.0)
MOSTLY_LEADING = (4.0, 2.0, 16.0, 8.0, 10.0)
MOVED = 8.0
"""Hours a month that "lead more" moves from one hat to the other: a fifth of them."""

ANSWERING_BASE = (10.0, 5.0, 13.0, 2.0, 8.0)
ANSWERS = {
    CALM: (0, 0, 0, 0, 3),
    RUSH: (5, 0, 0, 0, -2),
    KEY_PERSON: (0, 0, 5, 0, 0),
    SCARE: (0, 7, 0, 0, -2),
    MARKET: (0, 0, 0, 7, -2),
    TECHNOLOGY: (0, 0, 0, 5, 1),
}
"""What the answering way adds to its base in a month with such an event."""
AFTER_A_MOVE = (0, 0, 0, 3, 0)
"""And in the month after the market or technology moved."""


def answering(year: Year) -> Array:
    """The hours of a way that answers each month's event, which is announced before the hours are set: (months, 5)."""
    hours, moved_before = [], False
    for event in events(year):
        wanted = np.array(ANSWERING_BASE) + ANSWERS[event.kind] + moved_before * np.array(AFTER_A_MOVE)
        hours.append(wanted * MONTH / wanted.sum())
        moved_before = event.kind in (MARKET, TECHNOLOGY)
    return np.array(hours)


def shifted(hours: Array, moved: float = MOVED) -> Array:
    """The same hours (…, 5) with so many a month moved from managing to leading; negative, the other way.

    Each hat gives and takes in proportion to what it has, or evenly if it has nothing; none gives more than it has.
    """
    spent = np.array(hours, dtype=float)
    managing, leading = (spent[..., hat].sum(axis=-1, keepdims=True) for hat in (MANAGING, LEADING))
    given = np.clip(moved, -leading, managing)
    for hat, had, gets in ((MANAGING, managing, -given), (LEADING, leading, given)):
        kinds = spent[..., hat].shape[-1]
        share = np.divide(spent[..., hat], had, out=np.full_like(spent[..., hat], 1 / kinds), where=had > 0)
        spent[..., hat] += gets * share
    return spent


def grid(step: int = 5) -> Array:
    """Every steady plan in steps of so many hours: (plans, 5). In steps of five there are 495."""
    whole = range(0, int(MONTH) + 1, step)
    plans = [(a, b, c, d, MONTH - a - b - c - d) for a in whole for b in whole for c in whole for d in whole]
    return np.array([plan for plan in plans if plan[-1] >= 0], dtype=float)


def leading_share(hours: Array) -> Array:
    """Share of the hours (…, 5) that go to leading."""
    spent = np.asarray(hours, dtype=float)
    return np.asarray(spent[..., LEADING].sum(axis=-1) / spent.sum(axis=-1))
