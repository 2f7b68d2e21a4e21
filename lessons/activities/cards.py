"""Cards: place each one first, then set your place beside the article's and what the studies suggest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import figures
from figures.contract import Words
from lessons.course import library
from lessons.course.schema import Card, Role
from lessons.page import parts
from lessons.page.live import LiveFigure
from lessons.page.markup import Markup, join, tag

from .desk import Desk
from .roles import COLUMNS, role_tag, role_word
from .view import View
from .words import word

SORT = "lesson"


@dataclass(frozen=True)
class Sorting:
    """The rules of a lesson's cards: which are placed, and when the columns open."""

    cards: Mapping[str, Card]
    placed: Mapping[str, str]

    @property
    def done(self) -> int:
        """How many of these cards are placed."""
        return sum(card in self.placed for card in self.cards)

    @property
    def counts(self) -> dict[str, int]:
        """How many are placed, and how many there are."""
        return {"done": self.done, "all": len(self.cards)}

    @property
    def complete(self) -> bool:
        """Whether each card has its place."""
        return self.done == len(self.cards)

    def lens(self) -> list[tuple[str, Role | None, tuple[str, ...], Role | None]]:
        """For the chart: text, the article's place, sentence ids, the learner's place."""
        return [(card.text, card.article, card.sentences, self.placed.get(key)) for key, card in self.cards.items()]  # type: ignore[misc]


class CardsView(View):
    """One row of four buttons a card; then three columns side by side and the lens, with no tick and no score."""

    step = "cards"

    def __init__(self, desk: Desk) -> None:
        self.chart = figures.chart("lens")
        self.live = LiveFigure(self.chart, desk.page.look, word("notes.not_drawn"))
        desk.page.watch(self.live.set_look)
        self._opened = False
        super().__init__(desk)

    def parts(self) -> list[Any]:
        words = self.desk.lesson.cards
        self.cards = {key: library.cards()[key] for key in words.cards}
        self._tally, self._columns = parts.html(), parts.html(classes=("th-screen",))
        self._lens = parts.box(classes=("th-screen",))
        self._opened = self._opened or self._sorting().complete
        self._open = parts.button(word("buttons.open_columns"), self._open_columns)
        intro = parts.html(self.desk.writer.paragraph(words.intro))
        rows = [self._row(key, card) for key, card in self.cards.items()]
        first = parts.box(intro, *rows, self._tally, self._open, classes=("th-screen",))
        self._follow()
        return [first, self._columns, self._lens, parts.html(self.desk.writer.paragraph(words.note))]

    def _sorting(self) -> Sorting:
        return Sorting(self.cards, self.desk.state.placed.get(SORT, {}))

    def _row(self, key: str, card: Card) -> Any:
        options = [(role_word(role), role) for role in COLUMNS]
        field, radios = parts.choices(card.text, options, self._sorting().placed.get(key), flat=True)
        field.add_class("th-card-row")
        radios.observe(lambda change: self._place(key, change["new"]), "value")
        return field

    def _place(self, key: str, role: str | None) -> None:
        if role is None:
            return
        self.keep("placed", card=key, role=role, sort=SORT)
        self._opened = self._opened or self._sorting().complete
        self._follow()
        self.desk.page.say(self._status(key, role))

    def _status(self, key: str, role: str) -> str:
        sorting = self._sorting()
        box = word(f"roles.{role}.name")
        return word("cards.status", {"card": self.cards[key].text, "box": box, **sorting.counts})

    def _open_columns(self) -> None:
        self._opened = True
        self._follow()
        self.desk.page.focus("columns")

    def _follow(self) -> None:
        """Everything that follows the places: the count, the columns, the lens."""
        sorting = self._sorting()
        self._tally.value = tag("p", word("cards.tally", sorting.counts), class_="th-muted")
        self._open.layout.display = "none" if self._opened else ""
        self._columns.value = self._table(sorting) if self._opened else ""
        if self._opened:
            self._draw(sorting)
        self._lens.children = (self.live.widget,) if self._opened else ()

    def _table(self, sorting: Sorting) -> Markup:
        header = (word("cards.card"), word("cards.you"), word("cards.article"), word("cards.research"))
        rows = [
            (
                card.text,
                self._named(sorting.placed.get(key), "cards.not_placed"),
                self._article(card),
                role_tag(card.research),
            )
            for key, card in self.cards.items()
        ]
        return tag("div", parts.table(header, rows, word("cards.columns")), data_th_key="columns", tabindex="-1")

    def _article(self, card: Card) -> Markup:
        ids = self.desk.writer.write(" ".join(card.sentences)) if card.sentences else None
        return join(self._named(card.article, "notes.not_named"), " " if ids else None, ids)

    def _named(self, role: Any, otherwise: str) -> Markup:
        return role_tag(role) if role else tag("span", word(otherwise), class_="th-muted")

    def _draw(self, sorting: Sorting) -> None:
        data = self.chart.Data(cards=tuple(sorting.lens()))
        words = lens_words(sorting)
        self.live.show(data, words, lens_text(sorting.cards.values(), words))


def lens_words(sorting: Sorting) -> Words:
    """The title says what the lens shows now: how many of the article's places are the learner's too."""
    named = [key for key, card in sorting.cards.items() if card.article]
    same = sum(sorting.placed.get(key) == sorting.cards[key].article for key in named)
    numbers = {"same": same, "named": len(named), "placed": sorting.done}
    title = word("cards.lens_title" if sorting.done else "cards.lens_title_empty", numbers)
    return Words(title, word("cards.lens_subtitle"), "", word("cards.lens_source"), library.word_table("cards.lens"))


def lens_text(cards: Iterable[Card], words: Words) -> str:
    """The lens as text."""
    return f"{words.title}. {'; '.join(f'{card.text}: {article_word(card)}' for card in cards)}."


def article_word(card: Card) -> str:
    """Where the article puts a card, in a word."""
    return word(f"roles.{card.article}.name") if card.article else word("notes.not_named")
