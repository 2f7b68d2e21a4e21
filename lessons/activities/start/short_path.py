"""The short path through the course, and six of the cards placed again."""

from __future__ import annotations

from typing import Any

from lessons.activities.roles import COLUMNS, role_tag
from lessons.activities.view import View
from lessons.activities.words import word
from lessons.course import library
from lessons.course.prose import fill
from lessons.page import parts
from lessons.page.markup import Markup, tag
from lessons.record.shift import shift

from .desk import StartDesk, desk_of
from .row import plain_row

AGAIN = "six"
"""The name of this sort in the record; it takes the place of no other."""


class ShortPathView(View):
    """A table of minutes, and a button for six cards again."""

    step = "short_path"

    def __init__(self, desk: StartDesk) -> None:
        self._opened = False
        super().__init__(desk)

    def parts(self) -> list[Any]:
        path, write = desk_of(self).start.short_path, self.desk.writer
        rows = [(f"{row.minutes}", write.write(row.do), write.write(row.where)) for row in path.rows]
        table = parts.table(path.header, rows, path.intro)
        self._six = parts.box()
        button = parts.button(path.again.open, self._open)
        if self._opened:
            self._show_six()
        first = parts.box(parts.html(table, write.paragraph(path.note)), button, classes=("th-screen",))
        return [first, self._six]

    def _open(self) -> None:
        self._opened = True
        self._show_six()
        self.desk.page.focus("six")

    def _show_six(self) -> None:
        """The six cards, or the sentence that the first sort comes first."""
        words = desk_of(self).start.short_path.again
        if desk_of(self).saved_sort is None:
            self._six.children = (parts.html(tag("p", words.first, class_="th-p"), key="six"),)
            return
        intro = parts.html(tag("p", words.intro, class_="th-p"), key="six")
        again = self._again()
        rows = [plain_row(library.cards()[key].text, key, again.get(key), self._place) for key in words.cards]
        self._moves = parts.html(self._moved())
        self._six.children = (parts.box(intro, *rows, classes=("th-screen", "th-six")), self._moves)

    def _again(self) -> dict[str, str]:
        placed = self.desk.state.placed.get(AGAIN, {})
        return {key: placed[key] for key in desk_of(self).start.short_path.again.cards if key in placed}

    def _before(self) -> dict[str, str]:
        """Where the six lay in the first sort; a card that was left open is not among them."""
        kept = desk_of(self).saved_sort
        places = kept.value if kept and isinstance(kept.value, dict) else {}
        cards = desk_of(self).start.short_path.again.cards
        return {key: places[key] for key in cards if places.get(key) in COLUMNS}

    def _place(self, key: str, role: str) -> None:
        self.keep("placed", card=key, role=role, sort=AGAIN)
        self._moves.value = self._moved() or ""
        done, cards = len(self._again()), desk_of(self).start.short_path.again.cards
        numbers: dict[str, float | str] = {
            "card": library.cards()[key].text,
            "box": word(f"roles.{role}.name"),
            "done": done,
            "all": len(cards),
        }
        self.desk.page.say(word("six.done") if done == len(cards) else word("cards.status", numbers))

    def _moved(self) -> Markup | None:
        """First place, new place, and whether it moved; only when all six lie."""
        words, again, before = desk_of(self).start.short_path.again, self._again(), self._before()
        if len(again) < len(words.cards):
            return None
        moved = {move.card for move in shift(before, again).moved}
        header = (*(word(f"six.{key}") for key in ("card", "first", "now")), "")
        rows = [
            (
                library.cards()[key].text,
                role_tag(before[key]) if key in before else word("sort.left_open"),  # type: ignore[arg-type]
                role_tag(again[key]),  # type: ignore[arg-type]
                word(f"six.{'moved' if key in moved else 'stayed'}"),
            )
            for key in words.cards
        ]
        said = fill(words.moved, {"moved": len(moved)})
        return tag("div", parts.table(header, rows, said), class_="th-screen")
