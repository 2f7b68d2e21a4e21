"""What moved between the two sorts of a class: bands from box to box, and the cards that most people moved."""

from __future__ import annotations

from typing import Any

from figures.class_moves import BOXES
from lessons.classroom.moves import FIRST, SECOND, Moves, moves, sorts_of
from lessons.classroom.rules import enough
from lessons.page.markup import Markup, tag

from .screen import Numbers, Screen
from .sorts import class_sort, core

MOST = 3
"""Cards that are named."""


class MovedScreen(Screen):
    """Only people who handed in both sorts; paper sorts are compared box by box in words."""

    name = "moved"

    def parts(self) -> list[Any]:
        if {"first", "second"} <= self.desk.tallies.keys():
            return [self.said(self._tallies())]
        found = self.found()
        if not enough(found.people):
            return self.missing(found.people)
        picture = self.picture("moves", "class_moves")
        labels = picture.words.labels
        said = (
            f"{labels[one]} → {labels[two]}: {found.flows[one, two]}"
            for one in BOXES for two in BOXES if one != two and found.flows.get((one, two))
        )  # fmt: skip
        numbers: Numbers = {
            "m": found.a_person, "b": 10 * found.to_both, "n": found.people, "by": "", "all": found.all,
            "stayed": found.all - found.moved, "list": "; ".join(said) or labels["stayed"],
        }  # fmt: skip
        picture.show(picture.chart.Data(found.flows), found.finding, numbers)
        return [self.drawn(picture, self._most(found))]

    def found(self) -> Moves:
        """What moved, of everybody with both sorts."""
        first, second = (sorts_of(self.desk.shown, where, core()) for where in (FIRST, SECOND))
        return moves(first, second)

    def _most(self, found: Moves) -> Markup | None:
        """The cards that moved most; one that fewer than five people placed twice is not named."""
        named = [one for one in found.most_moved(len(core())) if enough(one[2])][:MOST]
        said = [self.say("one", {"card": core()[card].text, "k": k, "n": n}) for card, k, n in named]
        return tag("p", self.say("most", {"list": "; ".join(said)}), class_="th-p") if said else None

    def _tallies(self) -> str:
        before, after = (class_sort(self.desk, which) for which in ("first", "second"))
        totals = [
            self.say(
                "tally",
                {"box": self.desk.roles[box], "before": _total(before.cards, box), "after": _total(after.cards, box)},
            )
            for box in BOXES
        ]
        return self.say("by_hand", {"list": "; ".join(totals)})


def _total(cards: Any, box: str) -> int:
    return sum(one.boxes.get(box, 0) for one in cards)
