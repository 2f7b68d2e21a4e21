"""Show of hands: a form for numbers that were counted in the room, and for the tally of a paper sort."""

from __future__ import annotations

from typing import Any

from lessons.activities.numbers import show_number
from lessons.activities.roles import ROLES
from lessons.classroom.counting import counted_numbers
from lessons.classroom.ranges import ranges
from lessons.course.prose import fill
from lessons.page import parts
from lessons.page.markup import tag

from .desk import ByHand, DebriefDesk
from .sorts import core

LETTERS = "ABC"
MOST_SHOWN = 40
"""Characters of what was typed that a sentence repeats."""


class HandsView:
    """The form is set anew for another lesson; what was typed for this one stays."""

    def __init__(self, desk: DebriefDesk) -> None:
        self.desk, self.words = desk, desk.words.hands
        self._slug, self._inner = "", parts.box()
        self.widget = parts.box(self._inner, classes=("th-root", "th-activity", "th-hands"))
        desk.join(self.widget)
        desk.on_change("hands", self.show, of_lesson=True)
        self.show()

    def show(self) -> None:
        """Set the form for the lesson that is talked about now."""
        if self._slug == self.desk.lesson.slug:
            return
        self._slug = self.desk.lesson.slug
        self._said, self._tallied = parts.html(), parts.html()
        intro = parts.html(self.desk.writer.paragraph(self.words.intro))
        self._inner.children = (
            parts.box(intro, *self._hands(), classes=("th-screen",)),
            parts.box(*self._cards(), classes=("th-not-projected",)),
        )

    # ---- hands
    def _hands(self) -> list[Any]:
        first, self._first = parts.entry(self.words.first)
        after = [parts.entry(fill(self.words.after, {"letter": letter})) for letter in LETTERS]
        self._after = {letter: entry for letter, (_, entry) in zip(LETTERS, after, strict=True)}
        guesses, self._guesses = parts.entry(f"{self.words.guesses} {self._ranges()}")
        nearly, self._nearly = parts.entry(self.words.nearly)
        fields = parts.box(first, *(field for field, _ in after), guesses, nearly, classes=("th-counting",))
        use = parts.button(self.words.use, self._use, primary=True)
        clear = parts.button(self.words.clear, self._clear)
        return [fields, parts.row(use, clear), self._said]

    def _ranges(self) -> str:
        """The three ranges in words: under 14, 14 to 20, over 20."""
        low, high = ranges(self.desk.lesson.predict)
        ends = {"a": show_number(low), "b": show_number(high)}
        names = (fill(text, ends) for text in (self.words.under, self.words.between, self.words.over))
        return f"{', '.join(names)} ({self.desk.lesson.predict.unit})"

    def _use(self) -> None:
        typed = [self._first, *self._after.values(), self._guesses, self._nearly]
        sizes = [len(LETTERS)] * (len(LETTERS) + 2) + [1]
        read = [counted_numbers(one.value, size) for one, size in zip(typed, sizes, strict=True)]
        wrong = next((one.value for one, numbers in zip(typed, read, strict=True) if numbers is None), None)
        if wrong is not None:
            self._complain(self._said, fill(self.words.bad, {"text": _short(wrong)}))
            return
        first, *after, guesses, nearly = (numbers or () for numbers in read)
        paths = (
            {letter: _by_letter(counts) for letter, counts in zip(LETTERS, after, strict=True)} if any(after) else {}
        )
        counted = ByHand(_by_letter(first) if first else {}, paths, guesses, nearly[0] if nearly else None)
        self.desk.count_by_hand(counted)
        self._say(self._said, self.words.used)

    def _clear(self) -> None:
        self.desk.count_by_hand(None)
        self._say(self._said, self.words.cleared)

    # ---- cards
    def _cards(self) -> list[Any]:
        options = [(shown, key) for key, shown in self.words.sorts.items()]
        which, self._which = parts.choices(self.words.which, options, "first", flat=True)
        self._entries: dict[str, Any] = {}
        rows = parts.box(classes=("th-counting",))

        def fill_rows() -> None:
            if not self._entries:  # twenty-four fields, made when they are asked for
                fields = {key: parts.entry(card.text) for key, card in core().items()}
                self._entries = {key: entry for key, (_, entry) in fields.items()}
                rows.children = tuple(field for field, _ in fields.values())

        use = parts.button(self.words.use, self._use_cards, primary=True)
        clear = parts.button(self.words.clear, self._clear_cards)
        helped = parts.html(self.desk.writer.paragraph(self.words.cards_help))
        content = parts.box(helped, which, rows, parts.row(use, clear), self._tallied)
        head = parts.html(tag("h3", self.words.cards, class_="th-h3"))
        return [head, parts.Disclosure(self.words.open, self.words.close, content, fill_rows).widget]

    def _use_cards(self) -> None:
        tally: dict[str, dict[str, int]] = {}
        for key, entry in self._entries.items():
            numbers = counted_numbers(entry.value, len(ROLES))
            if numbers is None:
                said = {"text": _short(entry.value), "card": core()[key].text}
                self._complain(self._tallied, fill(self.words.bad_card, said))
                return
            if numbers:
                tally[key] = dict(zip(ROLES, numbers, strict=True))
        self.desk.tally(self._which.value, tally)
        self._say(self._tallied, self.words.used if tally else self.words.cleared)

    def _clear_cards(self) -> None:
        self.desk.tally(self._which.value, {})
        self._say(self._tallied, self.words.cleared)

    def _say(self, place: Any, sentence: str) -> None:
        place.value = tag("p", sentence, class_="th-p")
        self.desk.page.say(sentence)

    def _complain(self, place: Any, sentence: str) -> None:
        place.value = parts.alert(sentence)


def _short(text: str) -> str:
    """What was typed, as far as a sentence can hold it."""
    return text if len(text) <= MOST_SHOWN else text[: MOST_SHOWN - 1] + "…"


def _by_letter(counts: tuple[int, ...]) -> dict[str, int]:
    """Hands for each option; none where nothing was counted."""
    return dict(zip(LETTERS, counts or (0,) * len(LETTERS), strict=True))
