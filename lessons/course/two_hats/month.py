"""One month of the house: 40 hours are spent, an event comes, and order, commitment, skill, money and course follow.

Everything works on many players at once: numbers of a house are arrays (players,) or single numbers, and hours have
the five `HOURS` as their last axis. The equations and signs lean on Kotter (planning and turning) and on Falk and
Kosfeld (2006, close checking); every number is a teaching assumption.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .events import KEY_PERSON, MARKET, RUSH, SCARE, TECHNOLOGY, Event

HOURS = ("plan", "check", "inspire", "scan", "develop")
PLAN, CHECK, INSPIRE, SCAN, DEVELOP = range(5)
MANAGING, LEADING = slice(0, 2), slice(2, 5)
"""Which of the five kinds of hours belong to which hat."""
MONTH = 40.0

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Constants:
    """The numbers of the game; the defaults are the balanced ones. A pair (size, level): size × (effect − level)."""

    half: float = 8.0
    """Hours of planning, inspiring, developing that have half of their possible effect; of checking, for mistrust."""
    half_quick: float = 6.0
    """The same for checking, where it finds errors, and for scanning."""
    order_kept: float = 0.55
    order_gained: float = 0.60
    errors: float = 0.45
    """Share of the work that is wrong where nobody checks."""
    scare: float = 0.75
    scare_caught: float = 1.35
    """Errors that a scare of usual size adds; the full effect of checking catches so many times as many."""
    drift: tuple[float, float] = (-0.12, 0.45)
    """Commitment comes back to this level by itself, by so much of the way."""
    inspire: tuple[float, float] = (0.16, 0.30)
    develop: tuple[float, float] = (0.08, 0.30)
    mistrust: tuple[float, float] = (-0.12, 0.55)
    """Checking costs commitment only above its level."""
    astray: tuple[float, float] = (-0.05, 2.0)
    """Commitment lost with each step past what people want, up to so many steps."""
    leaving: float = 0.32
    """Commitment lost when a key person of usual weight may leave and nothing holds them."""
    reasons_hold: float = 1.6
    """The full effect of inspiring would hold so many times as much, in a house in order."""
    reasons_without_order: float = 0.30
    """Share of it that reasons can hold without any order."""
    skill_kept: float = 0.98
    skill_gained: float = 0.06
    skill_leaves: float = 0.35
    willing: float = 0.35
    """Share of what people can do, and of how fast they can turn, that needs no commitment."""
    orderly: float = 0.40
    """Share of the work that needs no order."""
    rush: float = 0.60
    """How much more a rush of usual size asks for."""
    copes: tuple[float, float] = (0.35, 0.95)
    """How much a house with no order can take on, and how much more with full order."""
    overload_loss: float = 0.60
    market: float = 1.1
    technology: float = 0.5
    """Steps that a turn of the market, or a new technology, of usual size moves what people want."""
    foresight: float = 0.25
    """An hour of planning looks ahead as far as this share of an hour of scanning."""
    turns_without_order: float = 0.30
    """How fast a house without any order turns, as a share of how fast it would in full order."""
    earns: float = 0.50
    running: float = 0.19
    overtime: float = 0.10
    repairs: float = 0.15
    full_delivery: float = 0.60
    """What a month delivers, in the unit of this model, when delivery reads 100."""


BALANCED = Constants()
AS_SPECIFIED = Constants(reasons_without_order=1.0, foresight=0.0, turns_without_order=1.0, full_delivery=0.75)
"""Before balancing: leading beat managing in nearly every year of ten months. See `model`."""


@dataclass(frozen=True, eq=False)
class House:
    """Where a house stands. Budget and value are sums so far; market and course are steps along one line."""

    order: Any = 0.4
    commitment: Any = 0.5
    skill: Any = 0.7
    budget: Any = 0.5
    course: Any = 0.0
    market: Any = 0.0
    value: Any = 0.0


@dataclass(frozen=True, eq=False)
class Month:
    """One month: the house before and after it, its event and hours, and the shares that explain what came of it.

    asked: what was asked for, 1 in a usual month; overload: how much of it was too much; errors, fit: shares of the
    work; delivered: before fit. commitment_moves: what each cause did to commitment, before it stops at its ends.
    """

    before: House
    after: House
    event: Event
    hours: Array
    asked: float
    overload: Any
    errors: Any
    fit: Any
    delivered: Any
    commitment_moves: dict[str, Any]
    turned: Any
    """Share of the distance to what people want that was closed."""


def effect(hours: Any, half: float) -> Any:
    """Share of its possible effect that so many hours have: half with ``half`` hours, 3/4 with twice that."""
    return 1 - 0.5 ** (hours / half)


def spend(house: House, hours: Array, event: Event, constants: Constants = BALANCED) -> Month:
    """One month: the event comes, and the hours (…, 5) do what they can."""
    c, spent = constants, np.asarray(hours, dtype=float)
    market = house.market + moved(event, c)
    gap = market - house.course
    order = np.clip(c.order_kept * house.order + c.order_gained * effect(spent[..., PLAN], c.half), 0, 1.2)
    errors = error_share(spent[..., CHECK], event, c)
    loss = leaving_loss(spent[..., INSPIRE], order, event, c)
    moves = commitment_moves(house.commitment, spent, gap, loss, c)
    commitment = np.clip(house.commitment + sum(moves.values()), 0.02, 1)
    skill_lost = c.skill_leaves * loss_without_hold(event, c) * (1 - commitment)
    learned = c.skill_gained * effect(spent[..., DEVELOP], c.half)
    skill = np.clip(c.skill_kept * house.skill + learned - skill_lost, 0.2, 1.6)
    asked = 1 + c.rush * event.size if event.kind == RUSH else 1.0
    overload = np.maximum(asked - (c.copes[0] + c.copes[1] * np.minimum(order, 1)), 0)
    output = skill * partly(c.willing, commitment) * partly(c.orderly, order) * (1 - errors)
    delivered = output * (1 + (asked - 1) / 2) * (1 - c.overload_loss * np.minimum(overload, 1))
    fit = np.exp(-(gap**2) / 2)
    turned = turning(spent, commitment, order, c)
    after = House(
        order=order,
        commitment=commitment,
        skill=skill,
        budget=house.budget + earned(delivered, fit, overload, errors, c),
        course=house.course + gap * turned,
        market=market,
        value=house.value + delivered * fit,
    )
    return Month(house, after, event, spent, asked, overload, errors, fit, delivered, moves, turned)


def partly(without: float, share: Any) -> Any:
    """What works to the part ``without`` on its own, and for the rest as far as the share goes (up to 1)."""
    return without + (1 - without) * np.minimum(share, 1)


def moved(event: Event, c: Constants) -> float:
    """Steps that the event moves what people want."""
    steps = {MARKET: c.market, TECHNOLOGY: c.technology}
    return steps.get(event.kind, 0.0) * event.size * event.sign


def error_share(checking: Any, event: Event, c: Constants) -> Any:
    """Share of the work that is wrong or done again."""
    found = effect(checking, c.half_quick)
    scare = c.scare * event.size if event.kind == SCARE else 0.0
    return np.clip(c.errors * (1 - found) + scare * np.maximum(1 - c.scare_caught * found, 0), 0, 0.9)


def loss_without_hold(event: Event, c: Constants) -> float:
    """Commitment that goes with a key person whom nothing holds."""
    return c.leaving * event.size if event.kind == KEY_PERSON else 0.0


def leaving_loss(inspiring: Any, order: Any, event: Event, c: Constants) -> Any:
    """Commitment that goes when a key person may leave: reasons to stay hold best where the work is in order."""
    held = c.reasons_hold * effect(inspiring, c.half) * partly(c.reasons_without_order, order)
    return loss_without_hold(event, c) * np.maximum(1 - held, 0)


def commitment_moves(commitment: Any, hours: Array, gap: Any, loss: Any, c: Constants) -> dict[str, Any]:
    """What each cause does to commitment in a month."""
    inspired, developed, watched = (effect(hours[..., kind], c.half) for kind in (INSPIRE, DEVELOP, CHECK))
    return {
        "drift": c.drift[0] * (commitment - c.drift[1]),
        "inspire": c.inspire[0] * (inspired - c.inspire[1]),
        "develop": c.develop[0] * (developed - c.develop[1]),
        "check": c.mistrust[0] * np.maximum(watched - c.mistrust[1], 0),
        "gap": c.astray[0] * np.minimum(np.abs(gap), c.astray[1]),
        "key": -loss,
    }


def turning(hours: Array, commitment: Any, order: Any, c: Constants) -> Any:
    """Share of the distance to what people want that a house closes: it must see, want and be able to turn."""
    seen = effect(hours[..., SCAN] + c.foresight * hours[..., PLAN], c.half_quick)
    return seen * partly(c.willing, commitment) * partly(c.turns_without_order, order)


def earned(delivered: Any, fit: Any, overload: Any, errors: Any, c: Constants) -> Any:
    """What the month adds to the budget, after its costs."""
    costs = c.running + c.overtime * overload + c.repairs * errors * delivered
    return c.earns * delivered * fit - costs
