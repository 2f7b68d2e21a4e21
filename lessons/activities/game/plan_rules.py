"""What can be wrong with a line of the plan. Nobody judges the plan: it is only asked to be one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import get_args

from lessons.course.look_back_schema import Act, PlanLine
from lessons.course.prose import fill

LINES: tuple[PlanLine, ...] = get_args(PlanLine)
DAY: PlanLine = "plan_date"
LONGEST = 300
"""Characters of a line."""
_NUMBERS = re.compile(r"(\d{1,4})\s*[-./]\s*(\d{1,2})\s*[-./]\s*(\d{1,4})\.?")
_TWO_DIGITS = 100


def days(text: str) -> tuple[date, ...]:
    """Every day that a date in figures may mean: 2026-03-04, 4.3.2026, and 4/3/2026 read either way."""
    found = _NUMBERS.fullmatch(text.strip())
    if found is None:
        return ()
    first, second, third = (int(part) for part in found.groups())
    if len(found[1]) > 2:
        orders = [(first, second, third)]
    else:
        year = third + 2000 if third < _TWO_DIGITS else third
        orders = [(year, second, first), *([(year, first, second)] if "/" in text else [])]
    return tuple(day for order in orders for day in _real(*order))


def _real(year: int, month: int, day: int) -> Iterator[date]:
    """The day, if the calendar has it."""
    try:
        yield date(year, month, day)
    except ValueError:
        return


def day_trouble(text: str, today: date) -> str:
    """``not_a_day`` for figures that are no day, ``past`` for a day that is over, "" for words and days to come."""
    if re.search(r"[^\W\d_]", text):  # words: "Tuesday", "4 March", "after the holidays"
        return ""
    found = days(text)
    if not found:
        return "not_a_day"
    return "past" if max(found) < today else ""


def trouble(words: Act, line: PlanLine, text: str, today: date) -> str:
    """One sentence that says what is wrong with a line, or ""."""
    said = text.strip()
    if not said:
        return words.lines[line].empty
    if len(said) > LONGEST:
        numbers = {"line": words.lines[line].label, "long": f"{len(said):,}", "longest": LONGEST}
        return fill(words.too_long, numbers)
    key = day_trouble(said, today) if line == DAY else ""
    return fill(getattr(words, key), {"text": said}) if key else ""


def troubles(words: Act, typed: Mapping[PlanLine, str], today: date) -> dict[PlanLine, str]:
    """What is wrong, by line, in the order of the lines; a plan is whole when this is empty."""
    found = {line: trouble(words, line, typed[line], today) for line in LINES}
    return {line: sentence for line, sentence in found.items() if sentence}
