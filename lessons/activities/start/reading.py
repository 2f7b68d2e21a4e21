"""The parts of lesson 0 that are read: its head, the welcome, the cast, and the end."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lessons.activities.head import HeadView
from lessons.activities.next import NextView
from lessons.activities.view import View
from lessons.activities.words import word
from lessons.page import parts
from lessons.page.markup import Markup, tag

from .desk import desk_of, steps_done


class StartHeadView(HeadView):
    """As in every lesson; but a first sentence and a first sort stay first, so nothing is started over."""

    may_start_over = False

    def _about(self) -> Markup:
        start = desk_of(self).start
        meta = word("start.meta", {"minutes": start.minutes, "fewer": start.without_practice})
        return self._goals(meta, (one.text for one in start.objectives))

    def _steps(self) -> Mapping[str, bool]:
        return steps_done(desk_of(self), self.desk.state)


class StartNextView(NextView):
    """The way to lesson 1."""

    def _steps(self) -> Mapping[str, bool]:
        return steps_done(desk_of(self), self.desk.state)


class WelcomeView(View):
    """What this course is and is not, and the doors to what lies further down."""

    step = "welcome"
    personal = False

    def parts(self) -> list[Any]:
        welcome, write = desk_of(self).start.welcome, self.desk.writer
        head = tag("tr", *(tag("th", cell, scope="col") for cell in welcome.header))
        body = (tag("tr", tag("td", write.write(row.yes)), tag("td", write.write(row.no))) for row in welcome.rows)
        table = tag("table", tag("thead", head), tag("tbody", *body))
        wide = tag(
            "div", table, class_="th-table th-is-table", tabindex="0", role="region", aria_label=welcome.header[0]
        )
        doors = [parts.button(door.text, lambda to=door.to: self._go(to)) for door in welcome.doors]  # type: ignore[misc]
        after = [write.paragraph(text) for text in welcome.after]
        return [
            parts.html(write.paragraph(welcome.intro)),
            parts.html(wide),
            parts.html(*after),
            parts.row(*doors, classes=("th-not-projected",)),
        ]

    def _go(self, step: str) -> None:
        self.desk.page.focus(f"step-{step}")


class CastView(View):
    """The six people, and the seventh chair."""

    step = "cast"
    personal = False

    def parts(self) -> list[Any]:
        cast, write = desk_of(self).start.cast, self.desk.writer
        people = (tag("li", tag("strong", one.name), " ", write.write(one.text)) for one in cast.people)
        return [
            parts.html(tag("p", tag("em", cast.credit), class_="th-muted"), write.paragraph(cast.opening)),
            parts.html(tag("ul", *people, class_="th-goals")),
            parts.html(write.paragraph(cast.closing)),
        ]
