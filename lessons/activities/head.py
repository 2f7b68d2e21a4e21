"""The head of a lesson: what it takes, what it is for, how far one is, and starting over."""

from __future__ import annotations

from typing import Any

from lessons.page import parts
from lessons.page.markup import Markup, join, tag

from .desk import View
from .own_record import OwnRecord
from .progress import progress, where_to_go_on
from .who import Who
from .words import word


class HeadView(View):
    """Objectives, then who one is, then how far one is."""

    step = "head"

    def parts(self) -> list[Any]:
        self.steps = progress(self.desk.lesson, self.desk.state)
        who = Who(self.desk).widget
        if not self.desk.known:
            return [parts.html(self._about()), who]
        record = parts.Disclosure(word("record.show"), word("record.hide"), OwnRecord(self.desk).widget)
        self._far = parts.html(self._how_far())
        self.desk.on_answer("head", lambda: setattr(self._far, "value", self._how_far()))
        self._asked = parts.box()
        actions = [*self._go_on(), *self._start_over(), record.button]
        return [
            parts.html(self._about()),
            who,
            parts.row(self._far, *actions, classes=("th-progress",)),
            self._asked,
            record.inner,
        ]

    def _about(self) -> Markup:
        lesson = self.desk.lesson
        meta = word("head.meta", {"number": lesson.number, "minutes": lesson.minutes})
        goals = tag(
            "ul", *(tag("li", self.desk.writer.write(one.text)) for one in lesson.objectives), class_="th-goals"
        )
        warning = tag("p", tag("em", lesson.warning), class_="th-p") if lesson.warning else None
        return join(tag("p", meta, class_="th-meta"), tag("p", word("notes.by_the_end"), class_="th-p"), goals, warning)

    def _how_far(self) -> Markup:
        steps = progress(self.desk.lesson, self.desk.state)
        done = sum(steps.values())
        track = tag(
            "span",
            *(tag("i", class_="th-done" if one else None) for one in steps.values()),
            class_="th-track",
            aria_hidden="true",
        )
        return tag("span", track, " ", word("head.far", {"done": done, "all": len(steps)}), class_="th-far")

    def _go_on(self) -> list[Any]:
        step = where_to_go_on(self.steps)
        if step is None:
            return []
        return [parts.button(word("buttons.go_on"), lambda: self.desk.page.focus(f"step-{step}"), primary=True)]

    def _start_over(self) -> list[Any]:
        if not any(self.steps.values()):
            return []
        return [parts.button(word("buttons.start_over"), self._ask, key="start-over")]

    def _ask(self) -> None:
        """Starting over asks once, and says that nothing is thrown away."""
        question = parts.html(tag("p", word("head.really"), class_="th-p"), key="really")
        yes = parts.button(word("head.yes"), self._over, primary=True)
        no = parts.button(word("head.no"), self._leave)
        self._asked.children = (question, parts.row(yes, no))
        self.desk.page.focus("really")

    def _leave(self) -> None:
        self._asked.children = ()
        self.desk.page.focus("start-over")

    def _over(self) -> None:
        self.keep("started_over")
        self.desk.show_all()
        self.desk.page.focus("step-head")
        self.desk.page.say(word("head.fresh"))
