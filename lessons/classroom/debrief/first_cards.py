"""A class's first sort: a row a card, four boxes, a mark for each person; from the most agreed to the most split."""

from __future__ import annotations

from typing import Any

from figures.class_cards import COLUMNS, Card
from lessons.classroom.agreement import Placed, alpha, by_agreement
from lessons.classroom.rules import enough
from lessons.page.markup import tag

from .screen import Numbers, Screen
from .sorts import ClassSort, class_sort, core

ON_A_SCREEN = 12


class FirstCardsScreen(Screen):
    """Two screens of twelve cards; the second has alpha under it."""

    name = "first_cards"

    def parts(self) -> list[Any]:
        found = class_sort(self.desk, "first")
        if not found.enough:
            return self.waiting(found.people)
        order = by_agreement(found.seen)
        order += [one for one in found.cards if not enough(one.people)]
        groups = [order[start : start + ON_A_SCREEN] for start in range(0, len(order), ON_A_SCREEN)]
        return [self._screen(found, number, group, len(groups)) for number, group in enumerate(groups, 1)]

    def _screen(self, found: ClassSort, number: int, group: list[Placed], count: int) -> Any:
        picture = self.picture(f"cards.{number}", "class_cards")
        cards = [self._card(one) for one in group]
        numbers: Numbers = {
            "a": sum(one.agreed for one in found.seen), "s": sum(one.split for one in found.seen),
            "c": len(found.cards), "n": found.people, "by": self.by(found.by_hand), "part": number, "parts": count,
            "list": "; ".join(f"{one.text}: {one.largest}" for one in cards),
        }  # fmt: skip
        picture.show(picture.chart.Data(cards, found.people), "all", numbers)
        below = tag("p", self._alpha(found), class_="th-muted") if number == count else None
        return self.drawn(picture, below)

    def _card(self, one: Placed) -> Card:
        text = core()[one.card].text
        if not enough(one.people):
            return Card(text, None, self.words.says["few"])
        counts = [one.boxes.get(role, 0) for role in COLUMNS]
        box = self.desk.roles[one.box] if one.box else self.words.says["two_boxes"]
        return Card(text, counts, self.say("largest", {"box": box, "k": one.largest, "n": one.people}), one.agreed)

    def _alpha(self, found: ClassSort) -> str:
        value = alpha(found.seen)
        return self.words.says["no_alpha"] if value is None else self.say("alpha", {"alpha": value})
