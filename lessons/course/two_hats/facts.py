"""What the five cards of a team say: facts of the balanced model, each computed from it.

Sizes are those of an event of the usual size.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from .events import CALM, KEY_PERSON, MARKET, RUSH, SCARE, TECHNOLOGY, Event
from .game import readings
from .month import (
    BALANCED,
    HOURS,
    Array,
    House,
    commitment_moves,
    effect,
    error_share,
    leaving_loss,
    moved,
    spend,
    turning,
)
from .players import grid

C = BALANCED
LOW_ORDER, GOOD_ORDER, FULL_ORDER = 0.4, 0.8, 1.0
CALMED, EAGER = 0.5, 0.8
"""Two levels of commitment."""
FINE_STEP = 2
"""Hours between the splits that are tried for the best first month."""


@cache
def numbers() -> dict[str, float]:
    """Every number that the cards name, in hours, points or per cent."""
    return {**_door(), **_workshop(), **_night_staff(), **_town(), **_cash_box()}


def spent(**hours: float) -> Array:
    """Hours of the five kinds, by name; 0 where nothing is said: (5,)."""
    return np.array([hours.get(kind, 0.0) for kind in HOURS])


def order_held(planning: float) -> float:
    """Where so many hours of planning a month hold order in the end, in points."""
    return float(100 * C.order_gained * effect(planning, C.half) / (1 - C.order_kept))


def rush_done(order: float) -> float:
    """% of its usual work that a house with so much order does in a rush, against a calm month with the same order."""
    house, hours = House(order=order / C.order_kept), spent()
    rush, calm = (spend(house, hours, Event(kind)) for kind in (RUSH, CALM))
    return float(100 * rush.delivered / calm.delivered)


def errors(checking: float, kind: str = CALM) -> float:
    """% of the work that has errors after so many hours of checking."""
    return float(100 * error_share(checking, Event(kind), C))


def inspired(hours: float) -> float:
    """Points of commitment that so many hours of inspiring bring in a month."""
    return float(100 * commitment_moves(C.drift[1], spent(inspire=hours), 0.0, 0.0, C)["inspire"])


def watched(hours: float) -> float:
    """Points of commitment that so many hours of checking take."""
    return float(-100 * commitment_moves(C.drift[1], spent(check=hours), 0.0, 0.0, C)["check"])


def lost(inspiring: float, order: float = FULL_ORDER) -> float:
    """Points of commitment that go when a key person may leave."""
    return float(100 * leaving_loss(inspiring, order, Event(KEY_PERSON), C))


def closed(scanning: float, commitment: float, order: float) -> float:
    """% of the distance to what the town wants that so many hours of scanning close."""
    return float(100 * turning(spent(scan=scanning), commitment, order, C))


def direction_after(kind: str) -> float:
    """Where an event of the usual size takes direction, from 100."""
    return float(readings(House(market=moved(Event(kind), C)), 1)[3])


def best_first_month() -> float:
    """The most that any split of the hours delivers in the first month, which is calm."""
    months = spend(House(), grid(FINE_STEP), Event(CALM))
    return float(readings(months.after, 1)[0].max())


def paying_delivery() -> float:
    """A month's delivery that pays the running costs where nothing else is to be paid."""
    return float(100 * C.running / C.earns / C.full_delivery)


def _door() -> dict[str, float]:
    return {
        "order_kept": 100 * C.order_kept,
        "low_order": 100 * LOW_ORDER,
        "good_order": 100 * GOOD_ORDER,
        "rush_low": rush_done(LOW_ORDER),
        "rush_good": rush_done(GOOD_ORDER),
        "rush_full": rush_done(FULL_ORDER),
        "plan_some": 10,
        "plan_much": 16,
        "held_some": order_held(10),
        "held_much": order_held(16),
    }


def _workshop() -> dict[str, float]:
    return {
        "check_some": 6,
        "check_more": 12,
        "check_much": 16,
        "errors_none": errors(0),
        "errors_some": errors(6),
        "errors_more": errors(12),
        "scare_some": errors(6, SCARE),
        "scare_more": errors(12, SCARE),
        "watched_from": 9,
        "watched_much": watched(16),
    }


def _night_staff() -> dict[str, float]:
    return {
        "inspire_hold": 4,
        "inspire_more": 12,
        "inspired_none": -inspired(0),
        "inspired_more": inspired(12),
        "lost_none": lost(0),
        "inspire_some": 6,
        "inspire_much": 11,
        "lost_some": lost(6),
        "lost_much": lost(11),
        "lost_some_low": lost(6, LOW_ORDER),
        "lost_much_low": lost(11, LOW_ORDER),
    }


def _town() -> dict[str, float]:
    return {
        "market": direction_after(MARKET),
        "technology": direction_after(TECHNOLOGY),
        "scan_some": 6,
        "calmed": 100 * CALMED,
        "eager": 100 * EAGER,
        "closed_calmed": closed(6, CALMED, FULL_ORDER),
        "closed_eager": closed(6, EAGER, FULL_ORDER),
        "closed_eager_none": closed(6, EAGER, 0),
        "plan_ahead": 12,
        "as_scanning": 12 * C.foresight,
    }


def _cash_box() -> dict[str, float]:
    learned = {name: 100 * C.skill_gained * float(effect(hours, C.half)) for name, hours in (("some", 8), ("much", 16))}
    return {
        "running": 100 * C.running / 3,
        "pays": paying_delivery(),
        "best_first": best_first_month(),
        "skill_lost": 100 * (1 - C.skill_kept),
        "develop_some": 8,
        "develop_much": 16,
        "learned_some": learned["some"],
        "learned_much": learned["much"],
    }
