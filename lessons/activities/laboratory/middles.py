"""Whose middle: the lenses of all sources side by side, each card a number; then one of them large, with the words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lessons.activities.desk import Desk
from lessons.activities.roles import COLUMNS
from lessons.course import library
from lessons.course.schema import Card
from lessons.page import parts
from lessons.page.markup import tag

from .drawn import Picture
from .sources import Places, Sorts, agreeing, places_of


class Middles:
    """``parts`` gives the chart of small lenses, the cards with their numbers, and the lens with a switch."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.words = desk, library.laboratory().sort_again
        twin = library.laboratory().shared_by
        self._lenses = Picture(desk, "lenses", self.words.lenses, twin.open_text, twin.close_text)
        self._lens = Picture(desk, "lens", self.words.lens, twin.open_text, twin.close_text)

    def parts(self, found: Sorts, cards: Mapping[str, Card]) -> list[Any]:
        """The widgets, top to bottom; a source that places no card is left out."""
        self._cards = cards
        self._places = {source: places for source, places in places_of(found, cards).items() if places}
        self._draw_lenses(found)
        return [
            parts.box(self._lenses.widget, classes=("th-screen", "th-figure")),
            self._numbers(),
            self._lenses.twin,
            self._large(),
        ]

    def _draw_lenses(self, found: Sorts) -> None:
        """All sources, the learner now last, where the cards that moved stand out."""
        moved = {move.card for move in found.shift.moved}
        rows = [
            (card.text, tuple(places.get(key) for places in self._places.values()), key in moved)
            for key, card in self._cards.items()
        ]
        middle = {source: sum(role == "both" for role in places.values()) for source, places in self._places.items()}
        numbers = {
            "a": float(middle["article"]),
            "s": float(middle["research"]),
            "b": float(middle.get("now", 0)),
            "k": float(agreeing(self._cards, found.now)),
        }
        key = "middles" if "now" in middle else "nobody"
        self._lenses.show(self._lenses.chart.Data(tuple(self._places), rows), key, numbers)

    def _numbers(self) -> Any:
        """Which card has which number: below the chart on the page, a screen of its own in class view."""
        heading = tag("h3", self.words.numbers, class_="th-h3")
        cards = tag("ol", *(tag("li", card.text) for card in self._cards.values()), class_="th-numbered")
        return parts.box(parts.html(heading, cards), classes=("th-screen",))

    # ---- one of them, with the words of its cards
    def _large(self) -> Any:
        there = [(name, key) for key, name in self.words.sources.items() if key in self._places]
        field, radios = parts.choices(self.words.sides, there, there[0][1], flat=True)
        radios.observe(lambda change: self._see(change["new"]), "value")
        self._draw_lens(there[0][1])
        figure = parts.box(self._lens.widget, self._lens.twin, classes=("th-figure",))
        return parts.row(parts.box(field, classes=("th-levers",)), figure, classes=("th-beside", "th-screen"))

    def _see(self, source: str | None) -> None:
        if source:
            self._draw_lens(source)
            self.desk.page.say(self._lens.title)

    def _draw_lens(self, source: str) -> None:
        """The cards as this source places them; under the others' places stands one's own."""
        places = self._places[source]
        own: Places = self._places.get("now", {}) if source in ("article", "research") else {}
        cards = tuple(
            (card.text, places.get(key), card.sentences if source == "article" else (), own.get(key))
            for key, card in self._cards.items()
        )
        counts: dict[str, float | str] = {role[0]: sum(p == role for p in places.values()) for role in COLUMNS}
        counts |= {"o": counts.pop("n"), "u": len(cards) - len(places)}
        self._lens.show(self._lens.chart.Data(cards=cards), source, counts)
