"""Sort again: the 24 cards in a new order; when that is finished, what moved, and who puts what in the middle."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from figures.contract import Role
from lessons.activities.back import said_value
from lessons.activities.cards import Sorting
from lessons.activities.desk import Desk
from lessons.activities.roles import COLUMNS, role_tag
from lessons.activities.start.row import plain_row
from lessons.activities.start.sort import SCREEN, core_cards
from lessons.activities.view import View
from lessons.activities.words import local_day, word
from lessons.course import library
from lessons.course.prose import fill
from lessons.course.schema import Card
from lessons.page import parts
from lessons.page.markup import Markup, join, tag
from lessons.record.state import Kept

from .drawn import Picture
from .sources import SECOND, Places, Sorts, article, disagreeing, research, sorts


class SortAgainView(View):
    """Sorting by six; after "finish" the shift, the learner's own guesses, a lens for each source, and the cards."""

    step = "sort_again"

    def __init__(self, desk: Desk) -> None:
        self.words = words = library.laboratory().sort_again
        twin = library.laboratory().shared_by
        self._moves = Picture(desk, "shift", words.moves, twin.open_text, twin.close_text)
        self._lens = Picture(desk, "lens", words.lens, twin.open_text, twin.close_text)
        super().__init__(desk)

    def parts(self) -> list[Any]:
        self.cards = core_cards(self.desk.diary.code, self.words.id)
        kept = self.desk.everything.kept.get(self.words.id)
        return self._compared(kept) if kept else self._asking()

    def _sorts(self) -> Sorts:
        return sorts(self.desk.everything, self.words.first, self.words.id, self.cards)

    # ---- sorting
    def _asking(self) -> list[Any]:
        keys = list(self.cards)
        groups = [keys[first : first + SCREEN] for first in range(0, len(keys), SCREEN)]
        self._tally, self._problem = parts.html(), parts.html(classes=("th-problem",))
        screens = [self._group(number * SCREEN, group) for number, group in enumerate(groups)]
        finish = parts.button(self.words.finish, self._finish, primary=True)
        intro = parts.html(self.desk.writer.paragraph(self.words.intro), classes=("th-screen",))
        self._follow()
        return [intro, *screens, parts.box(self._tally, finish, self._problem, classes=("th-screen",))]

    def _group(self, before: int, keys: list[str]) -> Any:
        place = {"first": before + 1, "last": before + len(keys), "all": len(self.cards)}
        heading = parts.html(tag("h3", word("sort.group", place), class_="th-h3"))
        placed = self._placed()
        rows = [plain_row(self.cards[key].text, key, placed.get(key), self._place) for key in keys]
        return parts.box(heading, *rows, classes=("th-screen", "th-six"))

    def _placed(self) -> Places:
        return self.desk.state.placed.get(SECOND, {})

    def _place(self, key: str, role: str) -> None:
        self.keep("placed", card=key, role=role, sort=SECOND)
        self._follow()
        counts = Sorting(self.cards, self._placed()).counts
        box = word(f"roles.{role}.name")
        said: dict[str, float | str] = {"card": self.cards[key].text, "box": box, **counts}
        self.desk.page.say(word("cards.status", said))

    def _follow(self) -> None:
        counts = Sorting(self.cards, self._placed()).counts
        self._tally.value = tag("p", word("cards.tally", counts), class_="th-muted")

    def _finish(self) -> None:
        placed = self._placed()
        if not placed:
            self._problem.value = parts.alert(self.words.none)
            return
        places = {key: placed[key] for key in sorted(self.cards) if key in placed}
        trouble = self.desk.keep("kept", id=self.words.id, value=places)
        self.moved_on("sorted-again", self._moves.title)
        self._trouble.value = parts.alert(trouble) if trouble else ""

    # ---- comparing
    def _compared(self, kept: Kept) -> list[Any]:
        found = self._sorts()
        key, numbers = found.finding()
        said = {**numbers, **self._said(found)}
        moves = [(self.cards[move.card].text, move.before, move.after) for move in found.shift.moved]
        self._moves.show(self._moves.chart.Data(moves), key, said)
        head = fill(self.words.saved, {"date": local_day(kept.at), **said})
        note = parts.note("✎", head, self._with(found), key="sorted-again")
        chart = [self._moves.widget, self._moves.twin] if found.shift.common else []
        return [
            parts.box(note, classes=("th-screen",)),
            *chart,  # as tall as cards have moved, and one's own: not for class view
            parts.html(*self._own_words(), classes=("th-screen",)),
            self._lenses(found),
            self._table(found),
        ]

    def _with(self, found: Sorts) -> str:
        """With what the second sort is compared."""
        kept = self.desk.everything.kept.get(self.words.first)
        date = local_day(kept.at) if kept else ""
        return fill(self.words.compared[found.first], {"date": date, "n1": len(found.then)})  # type: ignore[index]

    def _said(self, found: Sorts) -> dict[str, float | str]:
        """Counts of both sorts by box, the list of moves, and on how many cards the two columns differ."""
        words = self.words.moves.labels
        counts = {
            f"{role[0] if role != 'neither' else 'o'}{number}": sum(place == role for place in places.values())
            for number, places in ((1, found.then), (2, found.now))
            for role in COLUMNS
        }
        moved = [
            fill(
                words["moved_from_to"],
                {"card": self.cards[move.card].text, "before": words[move.before], "after": words[move.after]},
            )
            for move in found.shift.moved
        ]
        differ = sum(bool(card.article) and card.article != card.research for card in self.cards.values())
        return {**counts, "list": "; ".join(moved) or words["nobody"], "d": differ}

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

    # ---- whose middle
    def _lenses(self, found: Sorts) -> Any:
        self._places: dict[str, Places] = {
            "now": found.now,
            "then": found.then,
            "article": article(self.cards),
            "research": research(self.cards),
        }
        there = [(name, key) for key, name in self.words.sources.items() if self._places[key]]
        field, radios = parts.choices(self.words.sides, there, "now", flat=True)
        radios.observe(lambda change: self._see(change["new"]), "value")
        self._draw_lens("now")
        return parts.box(field, self._lens.widget, self._lens.twin)

    def _see(self, source: str | None) -> None:
        if source:
            self._draw_lens(source)
            self.desk.page.say(self._lens.title)

    def _draw_lens(self, source: str) -> None:
        """The cards as this source places them; beside the others' places stands one's own."""
        places, own = self._places[source], self._places["now"] if source in ("article", "research") else {}
        cards = tuple(
            (card.text, places.get(key), card.sentences if source == "article" else (), own.get(key))
            for key, card in self.cards.items()
        )
        counts: dict[str, float | str] = {role[0]: sum(p == role for p in places.values()) for role in COLUMNS}
        counts |= {"o": counts.pop("n"), "u": len(cards) - len(places)}
        self._lens.show(self._lens.chart.Data(cards=cards), source, counts)

    # ---- the cards
    def _table(self, found: Sorts) -> Any:
        keys = disagreeing(self.cards, found.now)
        caption = fill(self.words.table, {"d": len(keys)})
        rows = [self._row(self.cards[key], found.then.get(key), found.now.get(key)) for key in keys]
        content = parts.html(parts.table(self.words.header, rows, caption)) if rows else parts.html(caption)
        return parts.Disclosure(self.words.open_table, self.words.close_table, content).widget

    def _row(self, card: Card, then: str | None, now: str | None) -> tuple[Markup, ...]:
        write = self.desk.writer.write
        ids = write(" ".join(card.sentences)) if card.sentences else None
        sources = write(f"[{'; '.join(card.sources)}]") if card.sources else None
        return (
            join(card.text),
            self._tag(then, "cards.not_placed"),
            self._tag(now, "cards.not_placed"),
            join(self._tag(card.article, "notes.not_named"), " " if ids else None, ids),
            join(role_tag(card.research), " " if sources else None, sources),
        )

    def _tag(self, role: Mapping[str, Role] | Any, otherwise: str) -> Markup:
        return role_tag(role) if role in COLUMNS else tag("span", word(otherwise), class_="th-muted")
