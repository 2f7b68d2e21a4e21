"""The teacher's desk: the class as it was found, as it is shown, and what was counted by hand."""

from __future__ import annotations

import secrets
import threading
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lessons.activities.notes import notes_of_the_course
from lessons.activities.roles import ROLES
from lessons.classroom.archive import read_class
from lessons.classroom.rules import batch, next_shown
from lessons.classroom.tallies import with_case
from lessons.classroom.watching import signature
from lessons.course import library
from lessons.course.own_case import OwnCase
from lessons.course.schema import Lesson
from lessons.page.page import Page
from lessons.page.prose import Writer
from lessons.record.handin import HandIn

MadeReport = Callable[[Mapping[str, Any]], Mapping[str, bytes]]
"""Prints a class report from plain data: a PDF for each paper. Raises ValueError with one sentence."""


FoundCases = Callable[[], Sequence[OwnCase]]
"""Finds the class's own cases."""


@dataclass(frozen=True)
class ByHand:
    """What a teacher counted in one lesson: nothing where it was not counted.

    first: hands for each option of decision 1; second: the same of decision 2, after each option of decision 1;
    guesses: hands under, between and over two numbers; nearly: hands for "nearly certain".
    """

    first: Mapping[str, int] = field(default_factory=dict)
    second: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    guesses: tuple[int, ...] = ()
    nearly: int | None = None


Tally = Mapping[str, Mapping[str, int]]
"""A paper sort as it was counted: card -> box -> cards."""


class DebriefDesk:
    """One class debrief. Whatever changes what is shown, every listener hears of it.

    report: how a class report is printed; own_cases: the class's own cases as they are now. The facade gives both,
    because a classroom knows neither how things are printed nor where a teacher keeps things.
    """

    def __init__(
        self, page: Page, place: str = "", report: MadeReport | None = None, own_cases: FoundCases = tuple
    ) -> None:
        self.page, self.place, self.report = page, place, report
        self._own_cases = own_cases
        self.writer = Writer(page, notes_of_the_course())
        self.words = library.debrief()
        self.roles: dict[str, str] = {role: library.words("roles", role, "name") for role in ROLES}
        self.role_titles: dict[str, str] = {role: library.words("roles", role, "title") for role in ROLES}
        self.measures = library.word_table("measures")
        self.lesson: Lesson = library.lessons()[0]
        self.hands: dict[str, ByHand] = {}
        self.tallies: dict[str, Tally] = {}
        self.found: tuple[HandIn, ...] = ()
        self.left_out: tuple[str, ...] = ()
        self.withdrawn = 0
        self.shown: tuple[HandIn, ...] = ()
        self.salt = secrets.token_hex(8)
        self._signature: object = None
        self._lock = threading.RLock()
        self._listeners: dict[str, tuple[Callable[[], None], bool]] = {}
        self._widgets: list[Any] = []

    def on_change(self, name: str, listener: Callable[[], None], *, of_lesson: bool = False) -> None:
        """Call this whenever the class changes; ``of_lesson``: or the lesson, and what was counted in it. One listener
        a name."""
        self._listeners[name] = (listener, of_lesson)

    def join(self, widget: Any) -> None:
        """A widget that is given back when the notebook is opened anew."""
        self._widgets.append(widget)

    def close(self) -> None:
        """Give the parts back."""
        self._listeners.clear()
        for widget in self._widgets:
            widget.close()

    def update(self, place: str) -> None:
        """The teacher's button: read the folder and show all that is in it."""
        with self._lock:
            self.place = place
            self._read()
            self.shown = self.found
            self._suggest()
            self._tell()

    def look(self) -> bool:
        """Look at the folder without being asked; whether a batch of new hand-ins came into the charts."""
        with self._lock:
            if not self.place or signature(Path(self.place).expanduser()) == self._signature:
                return False
            self._read()
            before, self.shown = self.shown, next_shown(self.shown, self.found, pressed=False)
            self._tell()
            return self.shown != before

    @property
    def new(self) -> int:
        """Hand-ins that are found and not yet in the charts."""
        return batch(self.shown, self.found)

    def choose(self, slug: str) -> None:
        """Talk about another lesson."""
        with self._lock:
            self.lesson = library.lesson(slug)
            self._tell(lesson_only=True)

    def count_by_hand(self, counted: ByHand | None) -> None:
        """Show what was counted by hand for this lesson, or nothing of it."""
        with self._lock:
            self.hands.pop(self.lesson.slug, None)
            if counted is not None:
                self.hands[self.lesson.slug] = counted
            self._tell(lesson_only=True)

    def tally(self, sort: str, counted: Tally) -> None:
        """Show a paper sort, the first or the second; an empty tally takes it out again."""
        with self._lock:
            self.tallies.pop(sort, None)
            if counted:
                self.tallies[sort] = counted
            self._tell()

    @property
    def by_hand(self) -> ByHand:
        """What was counted by hand for this lesson."""
        return self.hands.get(self.lesson.slug, ByHand())

    @property
    def cases(self) -> list[Lesson]:
        """The lesson that is talked about, once for its own case and once for each own case of the class."""
        own = (case for case in self._own_cases() if case.lesson == self.lesson.slug)
        return [self.lesson, *(with_case(self.lesson, case) for case in own)]

    def of(self, slug: str) -> Sequence[HandIn]:
        """The hand-ins of a lesson that are in the charts."""
        return [made for made in self.shown if made.lesson == slug]

    def _suggest(self) -> None:
        """Where nobody handed in the lesson that is open, open the one that most people did, the latest of equals."""
        counts = Counter(made.lesson for made in self.shown)
        known = [lesson for lesson in library.lessons() if counts[lesson.slug]]
        if known and not counts[self.lesson.slug]:
            self.lesson = max(known, key=lambda lesson: (counts[lesson.slug], lesson.number))

    def _read(self) -> None:
        folder = Path(self.place).expanduser()
        self._signature = signature(folder)
        found = read_class(folder)
        self.found, self.left_out, self.withdrawn = found.hand_ins, found.left_out, found.withdrawn

    def _tell(self, *, lesson_only: bool = False) -> None:
        for listener, of_lesson in list(self._listeners.values()):
            if of_lesson or not lesson_only:
                listener()
