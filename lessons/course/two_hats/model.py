"""Two hats in ten months: 40 hours a month over five kinds of work, and the same events again with other hours.

`events` and `month` hold the game, `game` a year of it, `players` and `comparison` ways of playing it, `best` what a
search found, and `review` what the debrief asks.

Balanced, not symmetric. As specified (`month.AS_SPECIFIED`), the best steady plan of leading alone beat the best one of
managing alone in every one of 100 years of each kind, under the reference weights. Four numbers were changed:

- planning looks ahead as far as a quarter of its hours of scanning would (0 before; P4.S4 gives foresight to managing);
- without any order a house turns at 30 % of its speed (100 before): seeing and wanting do not yet move anything;
- without any order reasons hold 30 % of what they could of a key person (100 before);
- delivery reads 100 at .60 of the model's unit (.75 before, when it was the lowest reading in nearly every game).

Over the same 100 years of ten months managing alone now beats leading alone in 38 of 100 mixed years, 45 years of daily
work and 44 years of change. On average both come to nearly the same total (35 and 36, 46 and 46, 31 and 31), by
opposite readings: the one ends with hardly any commitment, the other with no money and little delivered. No steady plan
is best on all four readings in any of these years, and the way that answers each month beats 95 % of random games in
all of 60 years of each kind. In three months managing alone is ahead on average. `test_two_hats` counts all of this.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from lessons.course.lever import lever, within_ranges

from .best import CHOICES
from .comparison import WAYS, advice_to_lead_more, way_readings
from .events import KINDS, Year
from .game import READINGS, month_by_month, play, total
from .month import HOURS, LEADING, MANAGING, MONTH, Array
from .players import MOVED, shifted
from .review import Replay, held_back, turning_month, verdict
from .review import replay as replayed

YEARS = tuple(CHOICES)
EQUAL = dict.fromkeys(READINGS, 1.0)
SHOWN = ("own", "moved", "answering", "even", "best_found")
CHANGED = 0.5
"""A reading that changes by less than half a point has neither risen nor fallen."""


@dataclass(frozen=True)
class Levers:
    year: int = lever(0, 0, len(CHOICES) - 1, 1)
    plan: float = lever(8.0, 0.0, MONTH, 1.0)
    check: float = lever(8.0, 0.0, MONTH, 1.0)
    inspire: float = lever(8.0, 0.0, MONTH, 1.0)
    scan: float = lever(8.0, 0.0, MONTH, 1.0)
    develop: float = lever(8.0, 0.0, MONTH, 1.0)
    moved: float = lever(MOVED, -16.0, 16.0, 1.0)


@dataclass(frozen=True, eq=False)
class Outcome:
    """A year, and its events again with hours moved to leading, and as many moved to managing. months: as played.

    moved, other_way: readings after each month (4, months). levers: None for a year played month by month.
    """

    levers: Levers | None
    replay: Replay
    by: float
    moved: Array
    other_way: Array


# ---- years -----------------------------------------------------------------------------------------------------------
def year_of(levers: Levers) -> Year:
    """The year that the levers choose."""
    return CHOICES[YEARS[levers.year]]


def look_back(year: Year, hours: Array, by: float = MOVED, levers: Levers | None = None) -> Outcome:
    """A year played with these hours, (5,) or (months, 5), beside the same events with ``by`` hours moved."""
    played = replayed(year, hours)
    moved, other_way = (month_by_month(play(year, shifted(played.hours, hours_moved))) for hours_moved in (by, -by))
    return Outcome(levers, played, by, moved, other_way)


# ---- the model's face ------------------------------------------------------------------------------------------------
def run(levers: Levers) -> Outcome:
    """The chosen year with the same split every month."""
    hours = np.array([getattr(levers, kind) for kind in HOURS])
    return look_back(year_of(levers), hours, levers.moved, levers)


def picture(outcome: Outcome) -> dict[str, Any]:
    """The chart's data. Readings are 0 to 100; n: months of the year, 10 or 3.

    months (n,): 1 … n. events (n,): calm, rush, key_person, scare, market or technology. hours (5, n): plan, check,
    inspire, scan, develop. kinds (5,), readings (4,): their keys. own, moved, answering (4, n): delivery, budget,
    commitment, direction after each month, as played, with hours moved to leading, and of the way that answers each
    month. moved_by: the hours moved (negative: to managing). ways (5,): own, moved, answering, even, best_found; final
    (5, 4): their readings at the end, NaN where there is none.
    """
    played = outcome.replay
    ends = [played.final, outcome.moved[:, -1], *(way_readings(way, played.year) for way in SHOWN[2:])]
    return {
        "months": np.arange(1, played.year.months + 1),
        "events": np.array([month.event.kind for month in played.months]),
        "hours": played.hours.T,
        "kinds": HOURS,
        "readings": READINGS,
        "own": played.own,
        "moved": outcome.moved,
        "answering": played.answering,
        "moved_by": outcome.by,
        "ways": SHOWN,
        "final": np.array(ends),
    }


def finding(outcome: Outcome) -> tuple[str, dict[str, float]]:
    """What the year came to, under equal weights; `review.verdict` says it under a learner's own.

    "level" where the total is printed as the same number as an even split's, and the verdict is about that split.
    """
    said, key = numbers(outcome), verdict(outcome.replay, EQUAL)
    level = key in ("above_even", "even_better") and f"{said['you']:.0f}" == f"{said['even']:.0f}"
    return "level" if level else key, said


def takeaway(outcome: Outcome) -> str:
    """ "below" if a reading ends below the way that answers each month, else "ahead"."""
    return "below" if turning_month(outcome.replay).below else "ahead"


def named(outcome: Outcome) -> dict[str, str]:
    """What stands for words in the texts: readings, kinds of event and of hours, and the hat that hours move to."""
    turn = turning_month(outcome.replay)
    return {
        "to": "leading" if outcome.by >= 0 else "managing",
        "reading": READINGS[int(outcome.replay.final.argmin())],
        "most": READINGS[int(np.abs(changes(outcome)[0]).argmax())],
        "most2": READINGS[int(np.abs(changes(outcome)[1]).argmax())],
        "why_reading": turn.reading,
        "why_event": turn.event,
        "why_kind": turn.kind,
    }


def changes(outcome: Outcome) -> tuple[Array, Array]:
    """What the moved hours change in each reading, and what they change if moved the other way: two arrays (4,)."""
    ends = (outcome.moved, outcome.other_way)
    there, back = (readings[:, -1] - outcome.replay.final for readings in ends)
    return there, back


def numbers(outcome: Outcome) -> dict[str, float]:
    """Every number that the texts name.

    months; n_calm, n_rush …: months with each kind of event. managing, leading: % of the hours; a, b, c, d: delivery,
    budget, commitment, direction at the end, and a2 … d2 with hours moved; by: hours moved. value: the lowest reading.
    up, down: readings that rise and fall then, n: the largest change; up2, down2, n2: the same with hours moved the
    other way. you, answering, even: totals under equal weights. why_you, why_answering, why_month, why_h, why_h2: see
    `review.Turning`.
    """
    played, (there, back), turn = outcome.replay, changes(outcome), turning_month(outcome.replay)
    hours = played.hours.sum()
    return {
        "months": played.year.months,
        **{f"n_{kind}": sum(month.event.kind == kind for month in played.months) for kind in KINDS},
        "managing": 100 * float(played.hours[:, MANAGING].sum() / hours) if hours else 0.0,
        "leading": 100 * float(played.hours[:, LEADING].sum() / hours) if hours else 0.0,
        **dict(zip("abcd", played.final.tolist(), strict=True)),
        **dict(zip(("a2", "b2", "c2", "d2"), outcome.moved[:, -1].tolist(), strict=True)),
        "by": abs(outcome.by),
        "value": float(played.final.min()),
        **_counted(there, ""),
        **_counted(back, "2"),
        "you": float(total(played.final, EQUAL)),
        "answering": float(total(played.answering[:, -1], EQUAL)),
        "even": float(total(way_readings("even", played.year), EQUAL)),
        "why_you": turn.you,
        "why_answering": turn.answering,
        "why_month": turn.month,
        "why_h": turn.hours,
        "why_h2": turn.answering_hours,
    }


def _counted(change: Array, suffix: str) -> dict[str, float]:
    """How many readings rise and fall, and the largest change, with its sign."""
    return {
        f"up{suffix}": float((change >= CHANGED).sum()),
        f"down{suffix}": float((change <= -CHANGED).sum()),
        f"n{suffix}": float(change[np.abs(change).argmax()]),
    }


def settle(levers: Levers, moved: str) -> tuple[Levers, str]:
    """A month has 40 hours: the kind moved last stops where they are all given out ("month")."""
    levers = within_ranges(levers)
    spent = {kind: getattr(levers, kind) for kind in HOURS}
    over = sum(spent.values()) - MONTH
    if over <= 0:
        return levers, ""
    for kind in (moved, *reversed(HOURS)):  # the others give way only where the one moved last cannot
        if kind in spent and over > 0:
            given = min(over, getattr(levers, kind))
            levers = replace(levers, **{kind: getattr(levers, kind) - given})
            over -= given
    return levers, "month"


def reveal() -> float:
    """Points of budget that the answering player gains or loses, on average, with 8 more hours of leading a month."""
    return float(round(advice_to_lead_more()["answering"][READINGS.index("budget")]))


def answers() -> dict[str, float]:
    """total: of readings 40, 50, 80 and 90, where delivery has 4 points of 10 and each other reading 2."""
    weights = dict(zip(READINGS, (4.0, 2.0, 2.0, 2.0), strict=True))
    return {"total": float(total(np.array([40.0, 50.0, 80.0, 90.0]), weights))}


def ways(levers: Levers) -> dict[str, float]:
    """The readings at the end of each of the `WAYS` in the chosen year: even_delivery, even_budget, …"""
    year = year_of(levers)
    ends = {way: way_readings(way, year) for way in WAYS}
    return {f"{way}_{name}": float(value) for way in WAYS for name, value in zip(READINGS, ends[way], strict=True)}


def causes(outcome: Outcome) -> dict[str, float]:
    """What held delivery back, in % of what there was without each, averaged over the months."""
    each = [held_back(month) for month in outcome.replay.months]
    return {cause: 100 * float(np.mean([month[cause] for month in each])) for cause in each[0]}
