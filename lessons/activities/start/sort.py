"""The first card sort: the 24 core cards in four boxes, without a verdict; it may be left and taken up again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lessons.activities.cards import Sorting
from lessons.activities.hand_in import hand_in_box
from lessons.activities.predict import SURE, sure_words
from lessons.activities.roles import COLUMNS, role_tag
from lessons.activities.view import View
from lessons.activities.words import local_day, word
from lessons.course import library
from lessons.course.order import mixed
from lessons.course.prose import fill
from lessons.course.schema import Card
from lessons.page import parts
from lessons.page.markup import Markup, tag
from lessons.record.state import Kept

from .desk import FIRST, desk_of
from .row import plain_row

SCREEN = 6
"""Cards on one screen in class view."""
SKIPS = ("th-not-projected",)
"""The ways to another place on the page: in class view, where that place is another screen, they are hidden."""


def core_cards(code: str, sort: str) -> dict[str, Card]:
    """The cards of a sort in this learner's own order: the same on every day, and not the neighbour's."""
    core = [(key, card) for key, card in library.cards().items() if card.core]
    return dict(mixed(core, code, sort))


class SortView(View):
    """Four times six cards, how sure one is of the whole, and a button that locks it."""

    step = "sort"

    def parts(self) -> list[Any]:
        self.words = desk_of(self).start.sort
        self.cards = core_cards(self.desk.diary.code, self.words.id)
        saved = desk_of(self).saved_sort
        return [self._saved(saved), *hand_in_box(self.desk, self.step)] if saved else self._asking()

    def _asking(self) -> list[Any]:
        keys = list(self.cards)
        groups = [keys[first : first + SCREEN] for first in range(0, len(keys), SCREEN)]
        self._tally, self._problem = parts.html(), parts.html(classes=("th-problem",))
        screens = [self._group(number * SCREEN, group) for number, group in enumerate(groups)]
        last = self._last()
        self._follow()
        return [self._intro(), *screens, last]

    def _intro(self) -> Any:
        write = self.desk.writer
        boxes = (
            tag("li", tag("strong", word(f"roles.{role}.title")), ": ", write.write(self.words.boxes[role]))
            for role in COLUMNS
        )
        text = (
            write.paragraph(self.words.intro),
            tag("ul", *boxes, class_="th-goals"),
            write.paragraph(self.words.hint),
        )
        to_map = parts.button(word("sort.skip_to_map"), lambda: self.desk.page.focus("step-map"))
        return parts.box(parts.html(*text), parts.row(self._to_card(), to_map, classes=SKIPS), classes=("th-screen",))

    def _to_card(self) -> Any:
        button = parts.button(word("sort.skip_to_card"), self._next_card)
        button.add_class(SKIPS[0])
        return button

    def _group(self, before: int, keys: list[str]) -> Any:
        place = {"first": before + 1, "last": before + len(keys), "all": len(self.cards)}
        heading = parts.html(tag("h3", word("sort.group", place), class_="th-h3"))
        placed = self._sorting().placed
        rows = [plain_row(self.cards[key].text, key, placed.get(key), self._place) for key in keys]
        return parts.box(heading, *rows, classes=("th-screen", "th-six"))

    def _last(self) -> Any:
        heading = parts.html(tag("h3", word("sort.last"), class_="th-h3"))
        degrees = [(word("predict.degree", sure_words(sure)), sure) for sure in SURE]
        question = tag("span", self.words.question, " ", word("confidences.question"))
        field, self._sure = parts.choices(question, degrees, flat=True)
        field.add_class("th-key-sort-sure")
        save = parts.button(word("sort.save"), self._save, primary=True)
        return parts.box(
            heading, parts.row(self._tally, self._to_card()), field, save, self._problem, classes=("th-screen",)
        )

    def _sorting(self) -> Sorting:
        return Sorting(self.cards, self.desk.state.placed.get(FIRST, {}))

    def _place(self, key: str, role: str) -> None:
        self.keep("placed", card=key, role=role, sort=FIRST)
        self._follow()
        numbers: dict[str, float | str] = {
            "card": self.cards[key].text,
            "box": word(f"roles.{role}.name"),
            **self._sorting().counts,
        }
        self.desk.page.say(word("cards.status", numbers))

    def _follow(self) -> None:
        self._tally.value = tag("p", word("cards.tally", self._sorting().counts), class_="th-muted")

    def _next_card(self) -> None:
        placed = self._sorting().placed
        free = next((key for key in self.cards if key not in placed), None)
        self.desk.page.focus(f"card-{free}" if free else "sort-sure")
        if free is None:
            self.desk.page.say(word("sort.complete"))

    def _save(self) -> None:
        sorting = self._sorting()
        if not sorting.done or self._sure.value not in SURE:
            self._problem.value = parts.alert(word("predict.not_sure" if sorting.done else "sort.empty"))
            return
        places = {key: sorting.placed[key] for key in sorted(self.cards) if key in sorting.placed}
        self.desk.keep("kept", id=self.words.confidence, value=self._sure.value)
        trouble = self.desk.keep("kept", id=self.words.id, value=places)
        self.moved_on("sort-saved", word("sort.spoken"))
        self._trouble.value = parts.alert(trouble) if trouble else ""

    def _saved(self, kept: Kept) -> Any:
        """The sort as it was saved: one list a box, and the cards that were left open."""
        places: Mapping[str, Any] = kept.value if isinstance(kept.value, Mapping) else {}
        saved = fill(self.words.saved, {"date": local_day(kept.at)})
        note = parts.note("✎", saved, self.words.later, self._sure_then(), key="sort-saved")
        lists = [self._list(role_tag(role), [key for key in self.cards if places.get(key) == role]) for role in COLUMNS]
        left = [key for key in self.cards if places.get(key) not in COLUMNS]
        if left:
            lists.append(self._list(tag("span", word("sort.left_open")), left))
        return parts.box(note, parts.html(tag("div", *lists, class_="th-mat")), classes=("th-screen",))

    def _sure_then(self) -> Markup | None:
        kept = self.desk.everything.kept.get(self.words.confidence)
        if kept is None or kept.value not in SURE:
            return None
        return tag("span", word("sort.sure_then", sure_words(kept.value)), class_="th-muted")

    def _list(self, name: Markup, keys: list[str]) -> Markup:
        items = (tag("li", self.cards[key].text) for key in keys)
        return tag(
            "div", tag("h3", name, f" · {len(keys)}", class_="th-mat-name"), tag("ul", *items), class_="th-mat-box"
        )
