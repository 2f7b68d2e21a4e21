"""One month on the page: what came of the last one, and who says what, the hours, and where the house stands."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from lessons.activities.desk import Desk
from lessons.activities.keep import LONGEST
from lessons.activities.numbers import read_number
from lessons.activities.words import word
from lessons.course.game_schema import Play as Words
from lessons.course.prose import fill
from lessons.course.two_hats.game import READINGS, readings
from lessons.course.two_hats.month import MONTH
from lessons.page import parts
from lessons.page.markup import join, tag

from . import facts
from .hours import HoursControl
from .play import Play, left
from .practice import lines
from .sentences import line_of
from .standing import hours_line, kinds, shown, so_far, stands

Spend = Callable[[tuple[int, ...], str], None]
"""Called with the hours of the month and the line why."""


def came(desk: Desk, words: Words, play: Play) -> Any:
    """The screen on the last month that was spent: four lines, and the first choice beside a second one."""
    number = play.spent
    month = play.months[-1]
    event = words.events[month.event.kind].name
    head = tag("h3", fill(words.came.title, {"month": number, "event": event}), class_="th-h3")
    said = tag("div", lines(desk, words, month, number), class_="th-note th-plain")
    first = _first_try(words, play)
    return parts.html(parts.keyed(head, "came"), said, first, classes=("th-screen",))


def _first_try(words: Words, play: Play) -> Any:
    """Hours and readings of the first choice beside those of the second, if the month was spent twice."""
    number = play.spent
    tried = play.first_try(number)
    if tried is None:
        return None
    before, now = readings(tried.after, number), play.readings
    rows = [
        (name_of(words, name), shown(one), shown(two)) for name, one, two in zip(READINGS, before, now, strict=True)
    ]
    hours = (words.month.so_far_header[2], hours_line(tried.hours.tolist()), hours_line(play.game.hours[-1]))
    return join(parts.table(words.came.first_header, [hours, *rows], words.came.first), kinds(words))


def name_of(words: Words, reading: str) -> str:
    """The name of a reading."""
    return words.readings[reading].name


class MonthBox:
    """The open month: two columns, the hours beside the readings. It acts once; then a new one takes its place."""

    def __init__(
        self, desk: Desk, words: Words, play: Play, spend: Spend, back: Callable[[], None], rule: str = ""
    ) -> None:
        """rule: how a team decides; "" for one player."""
        self._desk, self._words, self.play, self._spend, self._back = desk, words, play, spend, back
        self._rule = rule
        self._used = False
        self._hours = HoursControl(desk, words.hours, words.month, play.hours())
        self._line, self._because = parts.entry(words.month.because)
        self._line.add_class("th-wide")
        self._problem = parts.html(classes=("th-problem",))
        beside = parts.row(
            parts.box(self._hours.widget, self._line, self._buttons(), self._problem),
            parts.html(stands(words, play)),
            classes=("th-game-beside",),
        )
        self.widget = parts.box(self._announced(), beside, classes=("th-screen",))

    def _announced(self) -> Any:
        """Which month it is, who says what, and what it does in the model."""
        words, month = self._words, self.play.spent + 1
        event = words.events[self.play.events[month - 1].kind]
        head = tag("h3", fill(words.month.title, {"month": month, "months": self.play.game.months}), class_="th-h3")
        line = line_of(event.lines, self.play.told(month))
        said = tag("p", tag("strong", event.who), join(": “", line, "”"), class_="th-p th-announced")
        does = self._desk.writer.write(event.does, facts.rules())
        name = join(event.name[:1].upper(), event.name[1:], ". ")
        model = tag("p", tag("strong", name), words.month.model, " ", does, class_="th-muted")
        rule = tag("p", self._rule, class_="th-muted") if self._rule else None
        return parts.html(tag("div", head, said, model, rule), key="month")

    def _buttons(self) -> Any:
        words, play = self._words.month, self.play
        pressed = [parts.button(words.spend, self._press, primary=True, key="spend")]
        if play.spent:
            pressed.append(parts.button(words.same, lambda: self._hours.set(play.hours())))
        if play.may_go_back:
            pressed.append(parts.button(words.back, self._go_back))
        elif play.spent:
            pressed.append(parts.html(tag("span", words.back_used, class_="th-muted")))
        return parts.row(*pressed)

    def _press(self) -> None:
        hours, because = self._hours.hours, self._because.value.strip()
        if left(hours):
            said = fill(self._words.month.short, {"sum": sum(hours), "hours": MONTH})
        elif len(because) > LONGEST:
            said = word("keep.too_long", {"longest": LONGEST})
        elif not self._used:
            self._used = True
            self._spend(hours, because)
            return
        else:
            return
        self._problem.value = parts.alert(said)

    def _go_back(self) -> None:
        if not self._used:
            self._used = True
            self._back()


class HalfWayBox:
    """The question after month five: one number and one line, seen again at the end."""

    def __init__(self, desk: Desk, words: Words, keep: Callable[[str, float, str], None]) -> None:
        self._words, self._keep = words.half_way, keep
        names = [(name_of(words, name), name) for name in READINGS]
        which, self._which = parts.choices(words.half_way.which, names, flat=True)
        number, self._number = parts.entry(words.half_way.number)
        line, self._line = parts.entry(words.half_way.line)
        line.add_class("th-wide")
        self._problem = parts.html(classes=("th-problem",))
        head = tag("h3", words.half_way.title, class_="th-h3")
        asked = parts.html(head, desk.writer.paragraph(words.half_way.ask), key="half-way")
        press = parts.button(words.half_way.keep, self._press)
        self.widget = parts.box(asked, which, number, line, press, self._problem, classes=("th-screen",))

    def _press(self) -> None:
        value, text = read_number(self._number.value), self._line.value.strip()
        if self._which.value is None or value is None or not 0 <= value <= 100:
            self._problem.value = parts.alert(self._words.missing)
        elif len(text) > LONGEST:
            self._problem.value = parts.alert(word("keep.too_long", {"longest": LONGEST}))
        else:
            self._keep(self._which.value, value, text)


def year_so_far(words: Words, play: Play) -> Any:
    """The table of the months that are spent, behind a button."""
    table = parts.html(so_far(words, play))
    shut = parts.Disclosure(words.month.open, words.month.close, table)
    shut.widget.add_class("th-not-projected")
    return shut.widget


def reading_now(play: Play, reading: str) -> float:
    """Where one reading stands."""
    return float(np.asarray(play.readings)[READINGS.index(reading)])
