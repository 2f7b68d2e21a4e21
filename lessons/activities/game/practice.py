"""The practice month: one calm month, played as often as one likes and kept nowhere, with three tries to follow."""

from __future__ import annotations

from typing import Any

from lessons.activities.desk import Desk
from lessons.course.game_schema import Play as Words
from lessons.course.game_schema import Try
from lessons.course.prose import fill
from lessons.course.two_hats.events import CALM, Event
from lessons.course.two_hats.month import MONTH, House, Month, spend
from lessons.page import parts
from lessons.page.markup import Markup, join, tag

from . import facts
from .hours import HoursControl
from .play import EVEN, left
from .sentences import what_moved


def practised(hours: Any) -> Month:
    """A calm first month with these hours."""
    return spend(House(), hours, Event(CALM))


def numbers(hours: Any) -> facts.Numbers:
    """What the words of a try name: what these hours come to, and what an even month comes to."""
    even = facts.ends(practised(EVEN), 1)
    return {**facts.ends(practised(hours), 1), **{f"even_{name}": value for name, value in even.items()}}


class PracticeBox:
    """One screen behind a button: what to try next, the hours, and what came of them."""

    def __init__(self, desk: Desk, words: Words, opened: bool) -> None:
        self._desk, self._words, self._done = desk, words, set[int]()
        self._asked, self._came = parts.html(), parts.html()
        self._hours = HoursControl(desk, words.hours, words.month, EVEN)
        practice = words.practice
        self._set_up = parts.button(practice.set_up, self._set)
        press = parts.button(practice.spend, self._spend, primary=True)
        left_side = parts.box(self._hours.widget, parts.row(press, self._set_up))
        self._ask()
        body = parts.box(self._asked, parts.row(left_side, self._came, classes=("th-game-beside",)))
        self._shown = parts.Disclosure(practice.open, practice.close, body)
        if opened:
            self._shown.toggle()
        head = parts.html(tag("h3", practice.title, class_="th-h3"), tag("p", practice.intro, class_="th-p"))
        self.widget = parts.box(head, self._shown.widget, classes=("th-screen", "th-game-practice"))

    def close(self) -> None:
        """Put it away: the year begins. Its button opens it again."""
        if self._shown.open:
            self._shown.toggle()

    @property
    def _next(self) -> Try | None:
        """The first try that was not made yet."""
        tries = self._words.practice.tries
        return next((one for number, one in enumerate(tries) if number not in self._done), None)

    def _ask(self) -> None:
        """Say what to try next, or that the year can begin."""
        due = self._next
        text = due.do if due else self._words.practice.closing
        self._asked.value = self._desk.writer.paragraph(text)
        self._set_up.disabled = due is None

    def _set(self) -> None:
        if due := self._next:
            self._hours.set(due.hours)

    def _spend(self) -> None:
        hours = self._hours.hours
        if left(hours):
            said = fill(self._words.month.short, {"sum": sum(hours), "hours": MONTH})
            self._came.value = parts.alert(said)
            return
        month = practised(hours)
        came = self._came_of(hours, month)
        self._came.value = tag("div", came, key="practised", class_="th-note th-plain")
        self._ask()
        self._desk.page.say(fill(self._words.came.spoken, {**facts.ends(month, 1), "month": 1}))

    def _came_of(self, hours: tuple[int, ...], month: Month) -> Markup:
        """What the try was about, if it was one, and the four lines."""
        tries = self._words.practice.tries
        number = next((number for number, one in enumerate(tries) if one.hours == hours), None)
        if number is not None:
            self._done.add(number)
        said = self._words.practice.other if number is None else tries[number].came
        write = self._desk.writer
        first = tag("p", write.write(said, numbers(hours)))
        return join(first, lines(self._desk, self._words, month, 1))


def lines(desk: Desk, words: Words, month: Month, number: int) -> Markup:
    """What moved and why: a line a reading."""
    write = desk.writer.write
    said = [
        tag("li", *(part for one in line for part in (write(one.text, one.numbers), " ")))
        for line in what_moved(words.came, month, number)
    ]
    return tag("ul", *said, class_="th-moved")
