"""What people ticked for the class: plans, and sentences that changed. Without codes, in an order by chance."""

from __future__ import annotations

from typing import Any

from figures.class_bars import Cell, Row
from lessons.classroom.own_words import FIELDS, LESSON, Plan, more_frequent, plans, sentences
from lessons.classroom.rules import enough
from lessons.course.prose import fill
from lessons.page import parts
from lessons.page.markup import Markup, join, tag

from .screen import Numbers, Screen

ON_A_SCREEN = 2
SHORTEST = {"plan_if": "if", "plan_then": "then", "plan_date": "date", "plan_observer": "observer",
            "plan_unless": "unless", "plan_change": "change"}  # fmt: skip
"""The key of the words that stand before each part of a plan."""


class PlansScreen(Screen):
    """Two plans at a time."""

    name = "plans"

    def show(self) -> None:
        self._first = 0
        super().show()

    def parts(self) -> list[Any]:
        handed = self.desk.of(LESSON)
        if not enough(len(handed)):
            return self.missing(len(handed))
        self._plans = plans(handed, self.desk.salt)
        if not self._plans:
            return [self.said(self.words.says["none"])]
        numbers: Numbers = {
            "k": len(self._plans), "d": self._with("plan_date"), "o": self._with("plan_observer"),
            "u": self._with("plan_unless"),
        }  # fmt: skip
        self._list = parts.html(key="plans-list")
        self._fill()
        more = [parts.button(self.words.says["next"], self._next)] if len(self._plans) > ON_A_SCREEN else []
        return [self.said(self.say("title", numbers), self._list, *more)]

    def _with(self, key: str) -> int:
        return sum(key in plan for plan in self._plans)

    def _next(self) -> None:
        self._first = (self._first + ON_A_SCREEN) % (-(-len(self._plans) // ON_A_SCREEN) * ON_A_SCREEN)
        self._fill()
        self.desk.page.focus("plans-list")

    def _fill(self) -> None:
        shown = self._plans[self._first : self._first + ON_A_SCREEN]
        place = {"first": self._first + 1, "last": self._first + len(shown), "all": len(self._plans)}
        items = (tag("li", self._plan(plan)) for plan in shown)
        inner = join(tag("p", self.say("page", place), class_="th-muted"), tag("ul", *items, class_="th-plans"))
        self._list.value = parts.keyed(inner, "plans-list")

    def _plan(self, plan: Plan) -> Markup:
        return join(*(
            tag("p", tag("strong", self.words.says[SHORTEST[key]]), " ", plan[key]) for key in FIELDS if key in plan
        ))  # fmt: skip


class MindsScreen(Screen):
    """Words of the second sentences; the sentences themselves can be opened."""

    name = "minds"

    def parts(self) -> list[Any]:
        found = sentences(self.desk.of(LESSON), self.desk.salt)
        if not enough(len(found)):
            return self.missing(len(found))
        people, kept = len(found), sum(one.kept for one in found)
        title = {"k": kept, "c": people - kept}
        gained = more_frequent(found, set(self.words.says["common"].split()))
        pairs = [(one.then, one.now) for one in found]
        header = (self.words.says["then"], self.words.says["now"])
        table = parts.html(parts.table(header, pairs, self.words.says["caption"]))
        opened = parts.Disclosure(self.words.says["open"], self.words.says["close"], table)
        opened.widget.add_class("th-not-projected")
        if not gained:
            said = fill(self.words.charts["words"].findings["all"], title)
            return [self.said(said, parts.html(tag("p", self.words.says["no_words"], class_="th-p")), opened.widget)]
        rows = [Row(f"“{word}”", [self._cell(n, people) for n in (then, now)]) for word, then, now in gained]
        picture = self.picture("words", "class_bars")
        said = "; ".join(f"“{word}” {then}, {now}" for word, then, now in gained)
        picture.show(picture.chart.Data(list(header), rows), "all", {**title, "n": people, "by": "", "list": said})
        screen = self.drawn(picture)
        return [screen, opened.widget]

    def _cell(self, count: int, people: int) -> Cell:
        return Cell(count, people, self.say("of", {"k": count, "n": people}))
