"""A plan as it stands on the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lessons.course.prose import fill
from lessons.course.schema import Lesson
from lessons.course.session import COUNTED, Meeting, Plan
from lessons.course.session_words import print_rows, title, uses
from lessons.page import parts
from lessons.page.markup import Markup, join, tag

from .desk import PlanDesk


class ShownPlan:
    """The parts of a plan, top to bottom; questions and replies are behind a button for each lesson."""

    def __init__(self, desk: PlanDesk, plan: Plan) -> None:
        self.desk, self.plan, self.words = desk, plan, desk.words.plan
        self.write = desk.writer.write
        self.title = title(plan, desk.printing.guide)

    def widgets(self) -> list[Any]:
        """All of it."""
        return [parts.html(*self._about(), *self._meetings()), *self._lessons(), parts.html(*self._after())]

    def _about(self) -> Iterator[Markup]:
        yield tag("h3", self.title, class_="th-h3")
        care = [lesson for lesson in self.plan.lessons if lesson.warning]
        if care:
            said = (
                (tag("strong", fill(self.words.care_of, {"number": one.number})), " ", self.write(one.warning), " ")
                for one in care
            )
            head = tag("strong", self.words.care, ".")
            yield tag("div", tag("p", head, " ", *(part for one in said for part in one)), class_="th-note th-plain")
        if found := uses(self.plan):
            yield tag("p", found, class_="th-p")
        if self.plan.remark:
            yield tag("p", self.write(self.plan.remark), class_="th-p")

    def _meetings(self) -> Iterator[Markup]:
        for meeting in self.plan.meetings:
            name = fill(self.words.meeting, {"name": meeting.name}) if meeting.name else self.words.minute_plan
            if meeting.name:
                yield tag("h4", name, class_="th-h3")
            if meeting.before:
                yield tag("p", fill(self.words.before, {"before": meeting.before}), class_="th-p")
            if meeting.question:
                yield tag("p", tag("strong", fill(self.words.question, {"question": meeting.question})), class_="th-p")
            yield self._steps(meeting, name)

    def _steps(self, meeting: Meeting, caption: str) -> Markup:
        rows = [
            (fill(self.words.span, {"start": step.start, "end": step.end}), self.write(step.do))
            for step in meeting.steps
        ]
        return parts.table((self.words.minutes, self.words.do), rows, caption)

    def _lessons(self) -> Iterator[Any]:
        for lesson in self.plan.lessons:
            number = {"number": lesson.number}
            yield parts.Disclosure(
                fill(self.words.open_lesson, number),
                fill(self.words.close_lesson, number),
                parts.html(self._asked(lesson)),
            ).widget

    def _asked(self, lesson: Lesson) -> Markup:
        side = lesson.facilitator
        head = fill(self.words.of_lesson, {"number": lesson.number, "title": lesson.title})
        questions = tag("ul", *(tag("li", self.write(one)) for one in side.debrief), class_="th-goals")
        rows = [(self.write(one.says), self.write(one.reply)) for one in side.misconceptions]
        replies = parts.table((self.words.says, self.words.reply), rows, self.words.misconceptions)
        return join(tag("h4", head, class_="th-h3"), tag("p", self.words.ask, class_="th-p"), questions, replies)

    def _after(self) -> Iterator[Markup]:
        if self.plan.cards:
            yield tag("h4", self.words.cards, class_="th-h3")
            yield tag("ul", *(tag("li", self.write(card)) for card in self.plan.cards), class_="th-goals")
        yield tag("h4", self.words.group, class_="th-h3")
        yield join(*(tag("p", self.write(text), class_="th-p") for text in self.plan.groups))
        if self.plan.wish.group != COUNTED and not self.plan.wish.computers:
            yield tag("p", self.words.under_five, class_="th-p")
        yield parts.table((self.words.what, self.words.copies), print_rows(self.plan), self.words.prints)
