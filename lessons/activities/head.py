"""The head of a lesson: what it takes, what it is for, how far one is, and starting over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from lessons.page import parts
from lessons.page.markup import Markup, join, tag

from .own_record import OwnRecord
from .progress import progress_in, where_to_go_on
from .view import View
from .who import Who
from .words import word


class HeadView(View):
    """Objectives, then who one is, then how far one is."""

    step = "head"
    personal = False
    may_start_over = True

    def parts(self) -> list[Any]:
        who = Who(self.desk).widget
        if not self.desk.known:
            return [parts.html(self._about()), who]
        self._far, self._asked, self._again = parts.html(), parts.box(), parts.box()
        record = parts.Disclosure(word("record.show"), word("record.hide"), OwnRecord(self.desk).widget)
        bar = parts.row(self._far, *self._go_on(), self._again, record.button, classes=("th-progress",))
        self._follow()
        self.desk.on_answer("head", self._follow)
        return [parts.html(self._about()), who, bar, self._asked, record.inner]

    def _about(self) -> Markup:
        lesson = self.desk.lesson
        meta = word("head.meta", {"number": lesson.number, "minutes": lesson.minutes})
        warning = tag("p", tag("em", lesson.warning), class_="th-p") if lesson.warning else None
        return join(self._goals(meta, (one.text for one in lesson.objectives)), warning)

    def _goals(self, meta: str, texts: Iterable[str]) -> Markup:
        goals = tag("ul", *(tag("li", self.desk.writer.write(text)) for text in texts), class_="th-goals")
        return join(tag("p", meta, class_="th-meta"), tag("p", word("notes.by_the_end"), class_="th-p"), goals)

    def _steps(self) -> Mapping[str, bool]:
        """Each step that counts, and whether it is done."""
        return progress_in(self.desk.lesson, self.desk.everything)

    def _follow(self) -> None:
        """How far one is now; starting over is offered once there is something to start over from."""
        steps = self._steps()
        self._far.value = self._how_far(list(steps.values()))
        if self.may_start_over and any(steps.values()) and not self._again.children:
            self._again.children = (parts.button(word("buttons.start_over"), self._ask, key="start-over"),)

    def _how_far(self, steps: list[bool]) -> Markup:
        boxes = (tag("i", class_="th-done" if done else None) for done in steps)
        track = tag("span", *boxes, class_="th-track", aria_hidden="true")
        return tag("span", track, " ", word("head.far", {"done": sum(steps), "all": len(steps)}), class_="th-far")

    def _go_on(self) -> list[Any]:
        step = where_to_go_on(self._steps())
        if step is None:
            return []
        return [parts.button(word("buttons.go_on"), lambda: self.desk.page.focus(f"step-{step}"), primary=True)]

    def _ask(self) -> None:
        """Starting over asks once, and says that nothing is thrown away."""
        question = parts.html(tag("p", word("head.really"), class_="th-p"), key="really")
        yes = parts.button(word("head.yes"), self._start_over, primary=True)
        no = parts.button(word("head.no"), self._leave)
        self._asked.children = (question, parts.row(yes, no))
        self.desk.page.focus("really")

    def _leave(self) -> None:
        self._asked.children = ()
        self.desk.page.focus("start-over")

    def _start_over(self) -> None:
        self.desk.put_away_cases()
        self.keep("started_over")
        self.desk.show_all()
        self.desk.page.focus("step-head")
        self.desk.page.say(word("head.fresh"))
