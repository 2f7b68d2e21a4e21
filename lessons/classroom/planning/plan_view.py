"""Plan a session: choose what you have, see the plan, make its papers."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lessons.course import library
from lessons.course.prose import fill
from lessons.course.session import Plan, plan
from lessons.page import parts
from lessons.page.markup import tag

from .desk import PlanDesk
from .files import FileMaker
from .form import PlanForm
from .printing import Handout
from .shown import ShownPlan


class PlanHead:
    """What this notebook is for."""

    def __init__(self, desk: PlanDesk) -> None:
        head = desk.words.head
        minutes = tag("p", head.minutes, class_="th-meta")
        intro = tag("p", desk.writer.write(desk.printing.guide.intro), " ", head.intro, class_="th-p")
        text = parts.html(minutes, intro)
        self.widget = parts.box(text, classes=("th-root", "th-activity", "th-head"))
        desk.join(self.widget)


class PlanView:
    """The form, the plan that follows from it, and two buttons."""

    def __init__(self, desk: PlanDesk) -> None:
        self.desk = desk
        self._form = PlanForm(desk.printing.guide, self._changed)
        self._shown = parts.box()
        self._files = FileMaker(desk, "plan-files")
        make = desk.words.make
        one = parts.button(make.one, self._print)
        sheets = parts.button(make.sheets, self._make_sheets, primary=True)
        form = parts.box(self._form.widget, classes=("th-screen",))
        below = parts.box(self._files.field, parts.row(sheets, one), self._files.said)
        self._below = parts.box(self._shown, below, classes=("th-screen",))
        anchor = parts.html(tag("span", desk.words.plan.minute_plan, class_="th-sr"), key="step-plan")
        self.widget = parts.box(anchor, form, self._below, classes=("th-root", "th-activity", "th-planning"))
        desk.join(self.widget)
        self._show()

    def _plan(self) -> Plan | None:
        wish = self._form.wish
        return plan(wish, self.desk.printing.guide, library.lessons(), library.cards()) if wish else None

    def _show(self) -> str:
        """Set the plan anew; its title, or what is wrong with the wish."""
        self._files.clear()
        made = self._plan()
        if made is None:
            self._shown.children = (parts.html(parts.alert(self.desk.words.ask.same)),)
            return self.desk.words.ask.same
        shown = ShownPlan(self.desk, made)
        self._shown.children = tuple(shown.widgets())
        return fill(self.desk.words.ask.changed, {"title": shown.title})

    def _changed(self) -> None:
        self.desk.page.say(self._show())

    def _print(self) -> None:
        self._make(self.desk.printing.plan)

    def _make_sheets(self) -> None:
        self._make(self.desk.printing.sheets)

    def _make(self, printed: Callable[[Plan, str], Sequence[Handout]]) -> None:
        made = self._plan()
        if made is None:
            self._files.refuse(self.desk.words.ask.same)
        else:
            self._files.make(printed(made, self._form.paper))
