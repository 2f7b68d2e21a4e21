"""One page to take away: the class report, printed for both papers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from lessons.classroom.rules import enough
from lessons.course import library
from lessons.page import parts
from lessons.page.markup import Markup, tag
from lessons.page.save import save_link

from .report import people, report
from .screen import Numbers, Screen

PAPERS = {"a4": "A4", "us-letter": "Letter"}


class TakeAwayScreen(Screen):
    """A button, and a link for each paper once it is printed. New hand-ins take the links away again."""

    name = "take_away"
    of_lesson = True
    today: Callable[[], date] = staticmethod(date.today)

    def parts(self) -> list[Any]:
        count = people(self.desk)
        if not enough(count):
            return [self.said(self.words.says["not_yet"])]
        self._made = parts.html()
        day = self.today()
        numbers: Numbers = {"course": library.words("sheet.course"), "date": day.strftime("%d.%m.%Y"), "n": count}
        make = parts.button(self.words.says["make"], lambda: self._make(day), primary=True)
        return [self.said(self.say("title", numbers), *([make] if self.desk.report else []), self._made)]

    def _make(self, day: date) -> None:
        assert self.desk.report is not None
        try:
            files = self.desk.report(report(self.desk, day))
        except ValueError as error:
            self._made.value = parts.alert(self.say("failed", {"reason": str(error)}))
            return
        self._made.value = tag("ul", *(tag("li", self._link(paper, pdf, day)) for paper, pdf in files.items()))
        self.desk.page.say(self.words.says["made"])

    def _link(self, paper: str, pdf: bytes, day: date) -> Markup:
        name = f"two-hats-class-{day.isoformat()}-{PAPERS.get(paper, paper).lower()}.pdf"
        return save_link(self.say("save", {"name": name}), name, "application/pdf", pdf)
