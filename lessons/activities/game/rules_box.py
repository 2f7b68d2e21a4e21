"""The rules of the game on the page: the rules, the kinds of hours, the readings."""

from __future__ import annotations

from typing import Any

from lessons.activities.desk import Desk
from lessons.course.game_schema import Play as Words
from lessons.course.prose import fill
from lessons.course.two_hats.game import READINGS
from lessons.course.two_hats.month import HOURS
from lessons.page import parts
from lessons.page.markup import tag

from . import facts
from .hours import hour_name
from .standing import NO_READING


def rules(desk: Desk, words: Words) -> list[Any]:
    """Three screens."""
    numbers, write = facts.rules(), desk.writer
    said = tag("ol", *(tag("li", write.write(rule, numbers)) for rule in words.rules.rules), class_="th-game-rules")
    screens = (
        (write.paragraph(words.rules.intro), said),
        (_hours(desk, words, numbers), write.paragraph(words.rules.note)),
        (_readings(desk, words, numbers),),
    )
    return [parts.html(*screen, classes=("th-screen",)) for screen in screens]


def _hours(desk: Desk, words: Words, numbers: facts.Numbers) -> Any:
    rows = [(hour_name(kind, words.hours[kind]), desk.writer.write(words.hours[kind].about, numbers)) for kind in HOURS]
    return parts.table(words.rules.header, rows, words.rules.table)


def _readings(desk: Desk, words: Words, numbers: facts.Numbers) -> Any:
    rows = [
        (
            words.readings[name].name,
            desk.writer.write(words.readings[name].about, numbers),
            NO_READING if name == "delivery" else fill(f"{{start_{name}:.0f}}", numbers),
        )
        for name in READINGS
    ]
    return parts.table(words.rules.readings_header, rows, words.rules.readings)
