"""Sort again: the 24 cards in a new order. A finished sort is compared, and may be taken up again or begun anew."""

from __future__ import annotations

from typing import Any

from lessons.activities.cards import Sorting
from lessons.activities.desk import Desk
from lessons.activities.hand_in import hand_in_box
from lessons.activities.start.row import plain_row
from lessons.activities.start.sort import SCREEN, core_cards
from lessons.activities.view import View
from lessons.activities.words import word
from lessons.course import library
from lessons.page import parts
from lessons.page.markup import tag
from lessons.record.state import Kept

from .compared import Compared
from .sources import SECOND, Places


class SortAgainView(View):
    """Sorting by six; after "finish" what moved and whose middle it is, until the sort is taken up again."""

    step = "sort_again"

    def __init__(self, desk: Desk) -> None:
        self.words = library.laboratory().sort_again
        self._compared, self._taken_up = Compared(desk), False
        super().__init__(desk)

    def parts(self) -> list[Any]:
        self.cards = core_cards(self.desk.diary.code, self.words.id)
        kept = self._kept()
        if kept is None or self._taken_up:
            return self._asking(kept)
        return [*self._compared.parts(kept, self.cards), self._once_more(), *hand_in_box(self.desk, self.step)]

    def _kept(self) -> Kept | None:
        return self.desk.everything.kept.get(self.words.id)

    def _placed(self) -> Places:
        return self.desk.state.placed.get(SECOND, {})

    # ---- sorting
    def _asking(self, kept: Kept | None) -> list[Any]:
        keys = list(self.cards)
        groups = [keys[first : first + SCREEN] for first in range(0, len(keys), SCREEN)]
        self._tally, self._problem = parts.html(), parts.html(classes=("th-problem",))
        screens = [self._group(number * SCREEN, group) for number, group in enumerate(groups)]
        name = self.words.finish if kept is None else self.words.finish_again
        finish = parts.button(name, self._finish, primary=True)
        self._follow()
        return [self._intro(kept), *screens, parts.box(self._tally, finish, self._problem, classes=("th-screen",))]

    def _intro(self, kept: Kept | None) -> Any:
        """What to do; and, where a finished sort is taken up again, the two ways out of it."""
        text = self.words.intro if kept is None else self.words.taken_up
        said = parts.html(self.desk.writer.paragraph(text), key="sorting-again")
        ways = [] if kept is None else [parts.row(*self._ways())]
        return parts.box(said, *ways, classes=("th-screen",))

    def _ways(self) -> tuple[Any, Any]:
        return parts.button(self.words.clear, self._clear), parts.button(self.words.leave, self._leave)

    def _group(self, before: int, keys: list[str]) -> Any:
        place = {"first": before + 1, "last": before + len(keys), "all": len(self.cards)}
        heading = parts.html(tag("h3", word("sort.group", place), class_="th-h3"))
        placed = self._placed()
        rows = [plain_row(self.cards[key].text, key, placed.get(key), self._place) for key in keys]
        return parts.box(heading, *rows, classes=("th-screen", "th-six"))

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
        self._compare()
        self._trouble.value = parts.alert(trouble) if trouble else ""

    def _compare(self) -> None:
        self._taken_up = False
        self.moved_on("sorted-again")
        self.desk.page.say(self._compared.title)

    # ---- once more
    def _once_more(self) -> Any:
        """A finished sort may be changed; the record keeps what it was."""
        return parts.row(parts.button(self.words.once_more, self._take_up), classes=("th-not-projected",))

    def _take_up(self) -> None:
        """Sort on from where the finished sort ended."""
        self._taken_up = True
        self._lay(self._finished())
        self.moved_on("sorting-again", self.words.taken_up)

    def _clear(self) -> None:
        """Take every card back."""
        self._lay({})
        self.moved_on("sorting-again", self.words.cleared)

    def _leave(self) -> None:
        """Back to the finished sort, as it was."""
        self._lay(self._finished())
        self._compare()

    def _finished(self) -> Places:
        kept = self._kept()
        return kept.value if kept and isinstance(kept.value, dict) else {}

    def _lay(self, wanted: Places) -> None:
        """Write down what is needed so that the cards lie so."""
        placed = self._placed()
        for key in self.cards:
            if placed.get(key) != wanted.get(key):
                self.keep("placed", card=key, role=wanted.get(key, ""), sort=SECOND)
