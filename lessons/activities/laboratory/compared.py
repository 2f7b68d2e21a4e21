"""A finished second sort: what moved, whose middle, one lens with its words, and the cards on which sources differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from lessons.activities.back import said_value
from lessons.activities.desk import Desk
from lessons.activities.roles import COLUMNS, role_tag
from lessons.activities.words import local_day, word
from lessons.course import library
from lessons.course.prose import fill
from lessons.course.schema import Card
from lessons.page import parts
from lessons.page.markup import Markup, join, tag
from lessons.record.state import Kept

from .drawn import Picture
from .middles import Middles
from .sources import Sorts, disagreeing, sorts

ROWS = 12
"""Cards that moved in one chart: so many can be read on one screen of a projector."""


class Compared:
    """``parts`` gives the widgets of a comparison, top to bottom; ``title`` is then what the first chart finds."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.words = desk, library.laboratory().sort_again
        twin = library.laboratory().shared_by
        self._moves = [Picture(desk, "shift", self.words.moves, twin.open_text, twin.close_text) for _ in range(2)]
        self._middles = Middles(desk)
        self.cards: Mapping[str, Card] = {}

    @property
    def title(self) -> str:
        """What is found: how many cards moved."""
        return self._moves[0].title

    def parts(self, kept: Kept, cards: Mapping[str, Card]) -> list[Any]:
        """Everything that compares the sort that was kept, for these cards in this order."""
        self.cards = cards
        found = sorts(self.desk.everything, self.words.first, self.words.id, cards)
        charts = self._charts(found)
        head = fill(self.words.saved, {"date": local_day(kept.at), "n2": len(found.now)})
        note = parts.note("✎", head, self._with(found, kept), key="sorted-again")
        return [
            parts.box(note, classes=("th-screen",)),
            *(charts if found.shift.common else []),
            parts.html(*self._own_words(), classes=("th-screen",)),
            *self._middles.parts(found, cards),
            self._table(found),
        ]

    def _charts(self, found: Sorts) -> list[Any]:
        """The cards that moved, in one chart or two; text and table stand under each."""
        key, numbers = found.finding()
        said = {**numbers, **self._said(found)}
        moves = [(self.cards[move.card].text, move.before, move.after) for move in found.shift.moved]
        pages = [moves[first : first + ROWS] for first in range(0, len(moves), ROWS)] or [[]]
        shown = list(zip(self._moves, pages, strict=False))
        for number, (picture, page) in enumerate(shown, 1):
            which = {"part": number, "parts": len(pages)}
            part = fill(self.words.part, which) if len(pages) > 1 else ""
            picture.show(picture.chart.Data(page), key, {**said, "list": self._listed(page), "part": part})
        return [parts.box(picture.widget, picture.twin, classes=("th-screen", "th-figure")) for picture, _ in shown]

    def _with(self, found: Sorts, kept: Kept) -> str:
        """With what the second sort is compared, and that earlier ones are not lost."""
        first = self.desk.everything.kept.get(self.words.first)
        date = local_day(first.at) if first else ""
        said = fill(self.words.compared[found.first], {"date": date, "n1": len(found.then)})  # type: ignore[index]
        return f"{said} {fill(self.words.earlier, {'k': len(kept.earlier)})}" if kept.earlier else said

    def _said(self, found: Sorts) -> dict[str, float | str]:
        """Counts of both sorts by box, and on how many cards the two columns differ."""
        counts = {
            f"{role[0] if role != 'neither' else 'o'}{number}": sum(place == role for place in places.values())
            for number, places in ((1, found.then), (2, found.now))
            for role in COLUMNS
        }
        differ = sum(bool(card.article) and card.article != card.research for card in self.cards.values())
        return {**counts, "d": differ}

    def _listed(self, moves: Sequence[tuple[str, str, str]]) -> str:
        """These moves in words."""
        words = self.words.moves.labels
        said = (
            fill(words["moved_from_to"], {"card": card, "before": words[before], "after": words[after]})
            for card, before, after in moves
        )
        return "; ".join(said) or words["nobody"]

    def _own_words(self) -> list[Markup]:
        """What the learner guessed and how sure they were, each only if it was answered; then what to think about."""
        write, words, kept = self.desk.writer, self.words, self.desk.everything.kept
        pairs = ((words.guess_kept, words.guessed), (words.sure_kept, words.sure))
        back = [
            write.paragraph(text, {"answer": said_value(name, kept[name].value), "date": local_day(kept[name].at)})
            for name, text in pairs
            if name in kept
        ]
        asked = tag("ol", *(tag("li", write.write(one)) for one in words.why))
        return [*back, asked, write.paragraph(words.drift)]

    # ---- the cards
    def _table(self, found: Sorts) -> Any:
        keys = disagreeing(self.cards, found.now)
        caption = fill(self.words.table, {"d": len(keys)})
        rows = [self._row(key, found.then.get(key), found.now.get(key)) for key in keys]
        content = parts.html(parts.table(self.words.header, rows, caption)) if rows else parts.html(caption)
        return parts.Disclosure(self.words.open_table, self.words.close_table, content).widget

    def _row(self, key: str, then: str | None, now: str | None) -> tuple[Markup, ...]:
        write, card = self.desk.writer.write, self.cards[key]
        ids = write(" ".join(card.sentences)) if card.sentences else None
        sources = write(f"[{'; '.join(card.sources)}]") if card.sources else None
        number = tag("strong", str(list(self.cards).index(key) + 1))
        return (
            join(number, " ", card.text),
            self._tag(then, "cards.not_placed"),
            self._tag(now, "cards.not_placed"),
            join(self._tag(card.article, "notes.not_named"), " " if ids else None, ids),
            join(role_tag(card.research), " " if sources else None, sources),
        )

    def _tag(self, role: Any, otherwise: str) -> Markup:
        return role_tag(role) if role in COLUMNS else tag("span", word(otherwise), class_="th-muted")
