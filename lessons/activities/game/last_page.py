"""The last page: what a learner leaves with, on one side. No certificate, no score; what is missing leaves no gap."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lessons.activities.desk import Desk
from lessons.activities.half_way import strip, strip_table
from lessons.activities.own_record import ready_to_save
from lessons.activities.view import View
from lessons.activities.words import local_day
from lessons.course import library
from lessons.course.prose import fill
from lessons.page import parts
from lessons.page.markup import Markup, join, tag
from lessons.record.shift import Shift, shift

from .own_words import own_text
from .plan import FIRST, SENTENCE
from .plan_rules import LINES


class LastPageView(View):
    """Follows every answer, so that it shows what the page in one's hand would."""

    step = "last_page"

    def __init__(self, desk: Desk) -> None:
        self.words = library.game().last_page
        super().__init__(desk)
        desk.on_answer("last_page", self.show)

    def parts(self) -> list[Any]:
        own = [part for part in (self._sentences(), self._choices(), self._halves()) if part]
        plan = self._plan()
        self._files = parts.html()
        empty = [] if own or plan else [tag("p", self.words.empty, class_="th-muted")]
        screens = [parts.html(self._whose(), *empty, *own, classes=("th-screen",))]
        if plan:
            screens.append(parts.html(plan, classes=("th-screen",)))
        six = parts.html(self._six(), self.desk.writer.paragraph(f"*{self.words.closing}*"))
        return [*screens, parts.box(six, classes=("th-screen",)), *self._saving()]

    # ---- one's own
    def _whose(self) -> Markup:
        last = self.desk.everything.last_at
        said = {"code": self.desk.diary.code, "date": local_day(last) if last else ""}
        return tag("p", tag("strong", fill(self.words.whose, said)), class_="th-p")

    def _sentences(self) -> Markup | None:
        """Both sentences; the first one only beside today's."""
        today = own_text(self.desk, SENTENCE)
        if not today:
            return None
        first = self.desk.everything.kept.get(FIRST)
        pairs = [(self.words.first, str(first.value))] if first else []
        return _quotes([*pairs, (self.words.today, today)])

    def _choices(self) -> Markup | None:
        """The strip of choices, where there is one, and how many cards moved, where there are two sorts."""
        cases = strip(self.desk.lesson, self.desk.everything)
        marked = {number: hats for number, hats in cases.items() if number < self.desk.lesson.number}  # not this one
        made = any(hat for hats in marked.values() for hat in hats)
        shown = [strip_table(marked), tag("p", self.words.type, class_="th-muted")] if made else []
        moved = self._moved()
        if moved is not None:
            numbers = {"moved": len(moved.moved), "common": len(moved.common)}
            shown.append(tag("p", fill(self.words.moved, numbers), class_="th-p"))
        return join(*([_heading(self.words.choices)] if made else []), *shown) if shown else None

    def _moved(self) -> Shift | None:
        words, kept = library.laboratory().sort_again, self.desk.everything.kept
        sorts = [kept[name].value for name in (words.first, words.id) if name in kept]
        if len(sorts) < 2 or not all(isinstance(places, Mapping) for places in sorts):
            return None
        return shift(*sorts)

    def _halves(self) -> Markup | None:
        pairs = ((self.words.managing, "managing_first"), (self.words.leading, "leading_first"))
        said = [(half, own_text(self.desk, prompt)) for half, prompt in pairs]
        written = [(half, text) for half, text in said if text]
        return _quotes(written) if written else None

    def _plan(self) -> Markup | None:
        words = library.game().plan.act.lines
        lines = [(words[line].label, own_text(self.desk, line)) for line in LINES]
        written = [(label, text) for label, text in lines if text]
        return join(_heading(self.words.plan), _quotes(written)) if written else None

    # ---- the six
    def _six(self) -> Markup:
        rows = [(one.name, f"“{one.first}”", f"“{one.last}”") for one in self.words.people]
        return join(_heading(self.words.six), parts.table(self.words.header, rows, self.words.table))

    # ---- saving
    def _saving(self) -> list[Any]:
        """A button that makes the page to print; nothing where the course can print none."""
        made = self.desk.last_page or self.desk.portfolio
        if made is None:
            return []

        def save() -> None:
            self._files.value = ready_to_save(self.desk, made, self.words.saved, "page-files")
            self.desk.page.focus("page-files")

        return [parts.row(parts.button(self.words.save, save, primary=True)), self._files]


def _quotes(pairs: list[tuple[str, str]]) -> Markup:
    """What was asked, and the learner's words to it."""
    return tag("dl", *(join(tag("dt", asked), tag("dd", said)) for asked, said in pairs), class_="th-own-page")


def _heading(title: str) -> Markup:
    return tag("h3", title, class_="th-h3")
