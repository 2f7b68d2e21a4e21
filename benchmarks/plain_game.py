"""The year of lesson 15 as a beginner would write it: one player, plain numbers, one loop. A rival to measure against.

It is also a second telling of the equations: a test holds its readings and the model's together.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from lessons.course.two_hats.events import KEY_PERSON, MARKET, RUSH, SCARE, TECHNOLOGY, Event


def f(hours: float, half: float = 8.0) -> float:
    """Share of the possible effect."""
    return float(1 - 0.5 ** (hours / half))


def clip(value: float, low: float, high: float) -> float:
    """The value, or the end that it is past."""
    return min(max(value, low), high)


def plain_year(year: Sequence[Event], hours: Sequence[Sequence[float]]) -> tuple[float, float, float, float]:
    """Delivery, budget, commitment, direction at the end."""
    order, commit, skill, budget, course, market, value = 0.4, 0.5, 0.7, 0.5, 0.0, 0.0, 0.0
    for event, (plan, check, inspire, scan, develop) in zip(year, hours, strict=True):
        market += {MARKET: 1.1, TECHNOLOGY: 0.5}.get(event.kind, 0.0) * event.size * event.sign
        gap = market - course
        order = clip(0.55 * order + 0.60 * f(plan), 0, 1.2)
        scare = 0.75 * event.size if event.kind == SCARE else 0.0
        errors = clip(0.45 * (1 - f(check, 6)) + scare * max(1 - 1.35 * f(check, 6), 0), 0, 0.9)
        leaving = 0.32 * event.size if event.kind == KEY_PERSON else 0.0
        held = 1.6 * f(inspire) * (0.30 + 0.70 * min(order, 1))
        commit += 0.12 * (0.45 - commit) + 0.16 * (f(inspire) - 0.30) + 0.08 * (f(develop) - 0.30)
        commit -= 0.12 * max(f(check) - 0.55, 0) + 0.05 * min(abs(gap), 2) + leaving * max(1 - held, 0)
        commit = clip(commit, 0.02, 1)
        skill = clip(0.98 * skill + 0.06 * f(develop) - 0.35 * leaving * (1 - commit), 0.2, 1.6)
        asked = 1 + 0.60 * event.size if event.kind == RUSH else 1.0
        overload = max(asked - (0.35 + 0.95 * min(order, 1)), 0)
        output = skill * (0.35 + 0.65 * commit) * (0.40 + 0.60 * min(order, 1)) * (1 - errors)
        delivered = output * (1 + (asked - 1) / 2) * (1 - 0.60 * min(overload, 1))
        fit = math.exp(-(gap**2) / 2)
        budget += 0.5 * delivered * fit - 0.19 - 0.10 * overload - 0.15 * errors * delivered
        value += delivered * fit
        course += gap * f(scan + 0.25 * plan, 6) * (0.35 + 0.65 * commit) * (0.30 + 0.70 * min(order, 1))
    delivery = clip(value / len(hours) / 0.60, 0, 1)
    direction = math.exp(-((market - course) ** 2) / 2)
    return 100 * delivery, 100 * clip(0.5 + budget / 3, 0, 1), 100 * commit, 100 * direction
