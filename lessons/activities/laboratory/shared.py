"""Who calls it shared: thirteen differences, and the sources that put at least half of their cards in both."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from figures.shared_by import Count
from lessons.activities.desk import Desk
from lessons.activities.view import View
from lessons.course import library
from lessons.course.schema import Card
from lessons.page import parts
from lessons.page.markup import tag

from .drawn import Picture
from .sources import Sorts, article, counts, research, shared, sorts

CORE, ALL = "core", "all"


class SharedByView(View):
    """The matrix, and a switch from the 24 cards to all 54 for the article and the studies."""

    step = "shared_by"

    def __init__(self, desk: Desk) -> None:
        self.words = words = library.laboratory().shared_by
        self._matrix = Picture(desk, "shared_by", words.chart, words.open_text, words.close_text)
        super().__init__(desk)
        desk.on_answer("shared_by", self._follow)

    def parts(self) -> list[Any]:
        options = [(self.words.core, CORE), (self.words.all, ALL)]
        field, self._which = parts.choices(self.words.which, options, CORE)
        self._which.observe(lambda _: self._switch(), "value")
        self._closed = parts.html()
        self._drawn: object = None
        self._follow()
        write = self.desk.writer
        intro = parts.html(write.paragraph(self.words.intro), classes=("th-not-projected",))
        below = parts.html(write.paragraph(self.words.closer), classes=("th-not-projected",))
        figure = parts.box(self._matrix.widget, self._matrix.twin, classes=("th-figure",))
        beside = parts.row(parts.box(field, self._closed, classes=("th-levers",)), figure, classes=("th-beside",))
        return [parts.box(intro, beside, classes=("th-screen",)), below]

    def _sorts(self) -> Sorts:
        again = library.laboratory().sort_again
        return sorts(self.desk.everything, again.first, again.id, core())

    def _switch(self) -> None:
        self._follow()
        self.desk.page.say(self._matrix.title)

    def _follow(self) -> None:
        """Draw what is there now; the first sort stays closed until the second is finished."""
        own = self._sorts()
        now = (self._which.value, own)
        if now == self._drawn:
            return
        self._drawn = now
        self._closed.value = "" if own.finished else tag("p", self.words.closed, class_="th-muted")
        found = matrix(own, everything() if self._which.value == ALL else core())
        differences = library.differences()
        names = [one.name for one in differences.values()]
        rows = list(zip(names, zip(*found.values(), strict=True), strict=True))
        key, numbers = finding(found)
        called = {source: ", ".join(shared(column, differences)) for source, column in found.items()}
        labels = self.words.chart.labels
        said = {source: called.get(source, labels["closed"]) or labels["nobody"] for source in (*SOURCES,)}
        self._matrix.show(self._matrix.chart.Data(tuple(found), rows), key, {**numbers, **said})


SOURCES = ("article", "research", "then", "now")


def core() -> dict[str, Card]:
    """The 24 core cards."""
    return {key: card for key, card in library.cards().items() if card.core}


def everything() -> dict[str, Card]:
    """All 54 cards."""
    return dict(library.cards())


def matrix(own: Sorts, cards: Mapping[str, Card]) -> dict[str, list[Count]]:
    """For each source that is open, a count for each difference. The learner's are always over the core cards."""
    differences = list(library.differences())
    found = {
        "article": counts(article(cards), cards, differences),
        "research": counts(research(cards), cards, differences),
    }
    if own.finished:
        mine = {"then": own.then, "now": own.now}
        found |= {key: counts(places, core(), differences) for key, places in mine.items() if places}
    return found


def finding(found: Mapping[str, list[Count]]) -> tuple[str, dict[str, float]]:
    """Which title is true, and how many differences each source calls shared."""
    number = {source: sum(count.shared for count in column) for source, column in found.items()}
    agreed = sum(len({count.shared for count in row}) == 1 for row in zip(*found.values(), strict=True))
    numbers = {"a": number["article"], "s": number["research"], "k": number.get("now", 0), "n": agreed}
    key = "nothing" if "now" not in found else "some" if number["now"] else "none"
    return key, {name: float(value) for name, value in numbers.items()}
