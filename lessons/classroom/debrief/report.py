"""A class report as plain data: sums only, and three lines to fill in. Printing it is no business of a classroom."""

from __future__ import annotations

from datetime import date
from typing import Any

from figures.class_cards import COLUMNS
from lessons.activities.laboratory.sources import article, research
from lessons.classroom.agreement import Placed, alpha, by_agreement, worth_ten_minutes
from lessons.classroom.moves import FIRST, SECOND, moves, sorts_of
from lessons.classroom.rules import counted, enough
from lessons.classroom.thoughts import thoughts

from .desk import DebriefDesk
from .sorts import ClassSort, class_sort, core, latest

MOST_THOUGHTS = 3


def people(desk: DebriefDesk) -> int:
    """How many people the report speaks of: codes in the charts, or cards of one kind that were counted by hand."""
    codes = {made.pseudonym for made in desk.shown}
    return max(len(codes), *(class_sort(desk, which).people for which in desk.tallies), 0)


def report(desk: DebriefDesk, day: date) -> dict[str, Any]:
    """What the page says. Nothing of fewer than five people is in it: such a part is None."""
    first, last = class_sort(desk, "first"), latest(desk)
    return {
        "lesson": {"number": desk.lesson.number, "title": desk.lesson.title},
        "date": day.isoformat(),
        "people": people(desk),
        "by_hand": first.by_hand,
        "cards": _cards(first) if first.enough else None,
        "moved": _moved(desk),
        "disagree": _disagree(last) if last.enough else None,
        "hard": _hard(desk),
    }


def _cards(found: ClassSort) -> dict[str, Any]:
    return {
        "people": found.people,
        "agreed": sum(one.agreed for one in found.seen),
        "split": sum(one.split for one in found.seen),
        "alpha": alpha(found.seen),
        "rows": [_row(one) for one in by_agreement(found.seen)],
    }


def _row(one: Placed) -> dict[str, Any]:
    counts = [one.boxes.get(role, 0) for role in COLUMNS]
    return {"text": core()[one.card].text, "counts": counts, "agreed": one.agreed, "split": one.split}


def _moved(desk: DebriefDesk) -> dict[str, Any] | None:
    found = moves(*(sorts_of(desk.shown, where, core()) for where in (FIRST, SECOND)))
    if not enough(found.people):
        return None
    flows = {f"{one}-{two}": found.flows.get((one, two), 0) for one in COLUMNS for two in COLUMNS}
    return {"people": found.people, "a_person": found.a_person, "to_both": found.to_both, "finding": found.finding,
            "flows": flows}  # fmt: skip


def _disagree(found: ClassSort) -> list[dict[str, Any]]:
    three = worth_ten_minutes(found.seen, article(core()), research(core()))
    return [{**_row(one), "article": core()[one.card].article, "research": core()[one.card].research} for one in three]


def _hard(desk: DebriefDesk) -> dict[str, Any] | None:
    found = thoughts(desk.lesson, desk.of(desk.lesson.slug))
    if not enough(found.people):
        return None
    said = desk.words.thoughts
    rows = [(said[code], counted(count, found.people)) for code, count in list(found.counts.items())[:MOST_THOUGHTS]]
    return {"people": found.people, "rows": rows}
