"""A class's own case beside the course's, or in its place. Its answers stand in the record in a place of their own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from lessons.course.own_case import OwnCase
from lessons.course.prose import fill
from lessons.page import parts
from lessons.record.state import State
from lessons.record.trouble import Trouble

from .case import CaseView
from .desk import Desk
from .view import View
from .words import word

COURSE = "course"
"""The choice that stands for the course's own case."""


class CaseDesk(Desk):
    """A lesson's desk for one of its cases. What is chosen in a class's own case is kept at ``own.place``."""

    def __init__(self, outer: Desk, own: OwnCase | None) -> None:
        other = {"slug": own.place, "case": own.case} if own else {}
        super().__init__(outer.lesson.model_copy(update={**other, "back": ()}), outer.page, outer.diary, outer.known)
        self._outer, self.writer = outer, outer.writer

    @property
    def everything(self) -> State:
        return self._outer.everything

    def keep(self, kind: str, /, **data: Any) -> str:
        sentence = super().keep(kind, **data)
        self._outer.tell()
        return sentence

    def _write(self, kind: str, data: dict[str, Any]) -> Trouble | None:
        return self._outer.diary.write(kind, self.lesson.slug, **data)


class ClassCaseView(View):
    """Which case, where there is more than one; then the case, as every case is shown."""

    step = "case"

    def __init__(self, desk: Desk, own: Sequence[OwnCase]) -> None:
        self._own = {case.place: case for case in own}
        self._chosen = ""
        super().__init__(desk)

    def parts(self) -> list[Any]:
        offered = self._offered()
        if self._chosen not in offered:
            self._chosen = self._begun(offered)
        self._place = parts.box()
        self._set_case()
        if len(offered) == 1:
            return [self._place]
        field, radios = parts.choices(
            word("case.which"), [(shown, key) for key, shown in offered.items()], self._chosen
        )
        radios.observe(self._choose, "value")
        return [parts.box(field, classes=("th-screen",)), self._place]

    def _offered(self) -> dict[str, str]:
        """Each case that may be taken, with its name. One that replaces the course's case stands in its place."""
        replaced = any(case.replaces for case in self._own.values())
        course = {} if replaced else {COURSE: fill(word("case.course"), {"title": self.desk.lesson.case.title})}
        named = {key: fill(word("case.own"), {"title": case.case.title}) for key, case in self._own.items()}
        return {**course, **named}

    def _begun(self, offered: dict[str, str]) -> str:
        """The case in which something was chosen last; without one, the first."""
        states = {key: self.desk.everything.lesson(key) for key in offered if key != COURSE}
        begun = [key for key, state in states.items() if state.choices]
        if not begun or (COURSE in offered and self.desk.state.choices):
            return next(iter(offered))
        return max(begun, key=lambda key: states[key].last_at)

    def _choose(self, change: Any) -> None:
        self._chosen = change["new"]
        self._set_case()
        self.desk.page.say(word("case.changed"))

    def _set_case(self) -> None:
        before = self._place.children
        self._place.children = (inside(CaseView(CaseDesk(self.desk, self._own.get(self._chosen)))),)
        for widget in before:
            widget.close()


def inside(view: View) -> Any:
    """A view's widget as a part of another activity, not as one of its own."""
    view.widget.remove_class("th-root")
    view.widget.remove_class("th-activity")
    return view.widget
