"""Who is learning: a code that keeps records apart on one computer. It is no password."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets

from lessons.learner import home
from lessons.page import parts
from lessons.page.markup import tag
from lessons.record.trouble import Trouble

from .desk import Desk
from .words import word


class Who:
    """ "Going on as …" or, on a shared computer, the question who one is before anything is shown."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._form = parts.box()
        self.widget = parts.box(classes=("th-who",))
        self.widget.children = tuple(self._known() if desk.known else self._asking())

    def _known(self) -> list[Any]:
        name = parts.html(tag("span", word("who.going_on", {"code": self.desk.diary.code}), class_="th-muted"))
        other = parts.button(word("who.someone_else"), self._ask, key="someone-else")
        return [parts.row(name, other), self._form]

    def _asking(self) -> list[Any]:
        code = self.desk.diary.code
        go_on = parts.button(word("who.go_on_as", {"code": code}), lambda: self._become(code), primary=True)
        other = parts.button(word("who.someone_else"), self._ask, key="someone-else")
        return [parts.html(tag("p", word("who.question"), class_="th-p")), parts.row(go_on, other), self._form]

    def _ask(self) -> None:
        """Offer a code of one's own, or a new one."""
        field, self._code = parts.entry(word("who.code"))
        self._code.add_class("th-key-code")
        self._problem = parts.html(classes=("th-problem",))
        offered = home.new_code()
        mine = parts.button(word("who.use_mine"), self._typed)
        new = parts.button(word("who.use_new", {"code": offered}), lambda: self._become(offered))
        shared = widgets.Checkbox(description=word("who.shared"), value=home.is_shared(), indent=False)
        shared.observe(lambda change: home.set_shared(bool(change["new"])), "value")
        note = parts.html(tag("p", word("who.no_password"), class_="th-muted"))
        self._form.children = (field, self._problem, parts.row(mine, new), shared, note)
        self.desk.page.focus("code")

    def _typed(self) -> None:
        code = home.clean_code(self._code.value)
        if isinstance(code, Trouble):
            self._problem.value = parts.alert(word(f"learner.{code.key}"))
        else:
            self._become(code)

    def _become(self, code: str) -> None:
        self.desk.become(code)
        self.desk.page.focus("step-head")
        self.desk.page.say(word("who.going_on", {"code": code}))
