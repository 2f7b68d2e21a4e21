"""Who calls which difference shared: the article, the studies, and the class before and after."""

from __future__ import annotations

from typing import Any

from figures.shared_by import Count
from lessons.activities.laboratory.sources import Places, article, counts, research, shared
from lessons.course import library

from .screen import Numbers, Screen
from .sorts import class_sort, core

SOURCES = ("article", "research", "then", "now")


class SharedScreen(Screen):
    """The matrix of lesson 13, with the class in place of the learner."""

    name = "shared"

    def parts(self) -> list[Any]:
        sorts = {"then": class_sort(self.desk, "first"), "now": class_sort(self.desk, "second")}
        there = {name: sort for name, sort in sorts.items() if sort.enough}
        if not there:
            return self.waiting(max(sort.people for sort in sorts.values()))
        places: dict[str, Places] = {"article": article(core()), "research": research(core())}
        places |= {name: sort.boxes for name, sort in there.items()}
        differences = library.differences()
        found = {name: counts(where, core(), list(differences)) for name, where in places.items()}
        picture = self.picture("matrix", "shared_by")
        rows = list(zip((one.name for one in differences.values()), zip(*found.values(), strict=True), strict=True))
        latest = list(there.values())[-1]
        numbers: Numbers = {
            "k": _number(found[list(there)[-1]]), "a": _number(found["article"]), "r": _number(found["research"]),
            "n": latest.people, "by": self.by(latest.by_hand), **self._named(found),
        }  # fmt: skip
        picture.show(picture.chart.Data(tuple(found), rows), "all", numbers)
        return [self.drawn(picture)]

    def _named(self, found: dict[str, list[Count]]) -> dict[str, str]:
        """The names of what each source calls shared."""
        labels, differences = self.words.charts["matrix"].labels, library.differences()
        named = {name: ", ".join(shared(column, differences)) or labels["nobody"] for name, column in found.items()}
        return {name: named.get(name, labels["closed"]) for name in SOURCES}


def _number(column: list[Count]) -> int:
    return sum(count.shared for count in column)
