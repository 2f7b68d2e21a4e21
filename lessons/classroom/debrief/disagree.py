"""Where a class disagrees: three cards worth ten minutes, with the places of the article and the studies below."""

from __future__ import annotations

from typing import Any

from figures.class_bars import Cell, Row
from figures.class_cards import COLUMNS
from lessons.activities.laboratory.sources import article, research
from lessons.activities.roles import role_tag
from lessons.classroom.agreement import Placed, worth_ten_minutes
from lessons.classroom.rules import counted
from lessons.course.schema import Card
from lessons.page.markup import Markup, join, tag

from .screen import Numbers, Screen
from .sorts import core, latest


class DisagreeScreen(Screen):
    """Four rows, a column a card."""

    name = "disagree"

    def parts(self) -> list[Any]:
        found = latest(self.desk)
        if not found.enough:
            return self.waiting(found.people)
        three = worth_ten_minutes(found.seen, article(core()), research(core()))
        if not three:
            return self.waiting(0)
        picture = self.picture("three", "class_bars")
        rows = [Row(self.desk.role_titles[role], [_cell(one, role) for one in three], role=role) for role in COLUMNS]
        numbers: Numbers = {"n": found.people, "by": self.by(found.by_hand), **self._title(three[0]),
                   "list": "; ".join(self.say("title", self._title(one)) for one in three)}  # fmt: skip
        picture.show(picture.chart.Data([core()[one.card].text for one in three], rows), "all", numbers)
        return [self.drawn(picture, self._sources(three))]

    def _title(self, one: Placed) -> dict[str, float | str]:
        counts = {role[0] if role != "neither" else "o": one.boxes.get(role, 0) for role in COLUMNS}
        return {"card": core()[one.card].text, **counts}

    def _sources(self, three: list[Placed]) -> Markup:
        """What the article says and what the studies suggest of each card, without a tick."""
        return tag("ul", *(tag("li", self._source(core()[one.card])) for one in three), class_="th-sources")

    def _source(self, card: Card) -> Markup:
        says, named = self.words.says, self.words.says["not_named"]
        article = role_tag(card.article) if card.article else named
        return join(
            tag("strong", card.text), tag("br"), says["article"], " ", article, tag("br"), says["research"], " ",
            role_tag(card.research),
        )  # fmt: skip


def _cell(one: Placed, role: str) -> Cell:
    count = one.boxes.get(role, 0)
    return Cell(count, one.people, counted(count, one.people))
