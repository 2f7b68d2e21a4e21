"""The numbers in the game's words: what the rules name, and what a month came to. All from the model."""

from __future__ import annotations

import math

from lessons.course.two_hats.game import READINGS, readings
from lessons.course.two_hats.month import BALANCED, HOURS, MONTH, House, Month
from lessons.course.two_hats.review import (
    BUDGET_POINTS,
    budget_moves,
    commitment_moves,
    delivered,
    direction_case,
    direction_moves,
    held_back,
    largest,
)

Numbers = dict[str, float | str]
SMALL = 0.3
"""Points of budget under which a part of it is not named."""
HELD = 0.5
"""Points of commitment under which the one who may leave is said to be held."""
NOTHING_CLOSED = 0.5
"""Per cent of the distance under which nothing was closed."""


def hours_for(share: float) -> float:
    """Hours that have this share of their possible effect."""
    return -BALANCED.half * math.log2(1 - share)


def rules() -> Numbers:
    """Every number that the rules name."""
    c, start = BALANCED, readings(House(), 1)
    return {
        "month": MONTH,
        "order_lost": 100 * (1 - c.order_kept),
        "foresight": 1 / c.foresight,
        "mistrust": hours_for(c.mistrust[1]),
        "inspire_level": hours_for(c.inspire[1]),
        "develop_level": hours_for(c.develop[1]),
        "running": BUDGET_POINTS * c.running,
        "pays": 100 * c.running / c.earns / c.full_delivery,
        "rush": 100 * c.rush,
        **{f"start_{name}": float(value) for name, value in zip(READINGS, start, strict=True)},
    }


def ends(month: Month, number: int) -> Numbers:
    """What the practice month's words name: readings after it, order, and budget before."""
    read = dict(zip(READINGS, readings(month.after, number).tolist(), strict=True))
    even = readings(month.before, number)
    return {**read, "order": order(month), "budget0": float(even[READINGS.index("budget")])}


def order(month: Month) -> float:
    """Order after a month's planning, 100 when full."""
    return 100 * float(min(month.after.order, 1))


def loss(month: Month) -> str:
    """What held delivery back most."""
    return largest(held_back(month))


def delivery(month: Month, number: int) -> Numbers:
    """The numbers of the line on delivery, whatever held it back."""
    held = held_back(month)
    return {
        "month": delivered(month),
        "average": float(readings(month.after, number)[0]),
        "share": 100 * (1 - held["commitment"]),
        "commitment": 100 * float(month.after.commitment),
        "errors": 100 * held["errors"],
        "order": order(month),
        "fit": 100 * (1 - held["misfit"]),
        "asked": 100 * month.asked,
        "skill": 100 * (1 - held["skill"]),
    }


def causes(month: Month) -> list[tuple[str, float]]:
    """What moved commitment: the two largest causes and the rest, as (key of a sentence, points).

    In a month in which somebody may leave, that is always one of the two.
    """
    moves = commitment_moves(month)
    size = {cause: abs(points) for cause, points in moves.items()}
    if month.event.kind == "key_person":
        size["key"] = math.inf
    first, second, *others = sorted(moves, key=lambda cause: -size[cause])
    named = [(_named(cause, moves[cause]), moves[cause]) for cause in (first, second)]
    return [*named, ("rest", sum(moves[cause] for cause in others))]


def _named(cause: str, points: float) -> str:
    """The key of the sentence that is true of a cause of this size."""
    if cause == "key":
        return "key_held" if -points < HELD else "key_left"
    if cause in ("check", "gap"):
        return cause
    return f"{cause}_{'up' if points >= 0 else 'down'}"


def stopped(month: Month) -> tuple[str, float]:
    """Whether commitment stopped at an end of its range: ``lowest`` or ``highest`` and that end, or ""."""
    after, wanted = 100 * float(month.after.commitment), 100 * float(month.before.commitment)
    wanted += sum(commitment_moves(month).values())
    if abs(after - wanted) < 1e-6:
        return "", after
    return ("lowest" if after > wanted else "highest"), after


def money(month: Month) -> dict[str, float]:
    """The parts of the budget's change that are worth a word, each without its sign."""
    return {part: abs(points) for part, points in budget_moves(month).items() if abs(points) >= SMALL}


def beyond(month: Month) -> tuple[str, float]:
    """Whether the budget lies past what its reading shows: ``debt`` or ``beyond`` and by how many points, or ""."""
    points = 50 + BUDGET_POINTS * float(month.after.budget)
    if points < 0:
        return "debt", -points
    return ("beyond", points - 100) if points > 100 else ("", 0.0)


def course(month: Month) -> str:
    """The key of the sentence that is true of direction. Planning looks ahead too, so it may close some distance."""
    case = direction_case(month)
    if not case.endswith("_unscanned"):
        return case
    closed = direction_moves(month)["closed"] >= NOTHING_CLOSED
    return case if closed else case.replace("_unscanned", "_still")


def direction(month: Month) -> Numbers:
    """The numbers of the line on direction."""
    moves = direction_moves(month)
    return {
        "before": moves["before"],
        "event": moves["after_event"],
        "after": moves["end"],
        "closed": moves["closed"],
        "order": order(month),
        "commitment": 100 * float(month.after.commitment),
    }


def spent_on(month: Month, kind: str) -> float:
    """Hours spent on one kind in a month."""
    return float(month.hours[HOURS.index(kind)])
