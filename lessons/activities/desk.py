"""What every activity has before it: the lesson's words, the page, and the learner's diary."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol

from lessons.course.own_case import own_cases_in
from lessons.course.schema import Lesson
from lessons.learner import home
from lessons.learner.diary import Diary
from lessons.page.page import Page
from lessons.page.prose import Writer
from lessons.record.handin_shape import Handed
from lessons.record.state import LessonState, State
from lessons.record.trouble import Trouble

from .notes import notes_of_the_course
from .words import word

MadePortfolio = Callable[[State, str], Sequence[tuple[str, str, bytes]]]
"""Makes the portfolio of a learner's state and code: the name, media type and content of each file."""


class ClassPlace(Protocol):
    """Where hand-ins go from this computer. The facade gives it, because activities do not know the classroom."""

    @property
    def shown(self) -> str:
        """The class folder as a person reads it; "" where there is none, and files are only made, to be sent."""

    def file(self, made: Handed) -> tuple[str, bytes] | Trouble:
        """The name and the bytes of a file, or why there can be none."""

    def write(self, made: Handed) -> Trouble | None:
        """Put a file into the folder; why it is not there, or None."""

    def has(self, lesson: str, seal: str) -> bool:
        """Whether the hand-in with this seal lies in the folder, as far as this account can see."""

    def remove(self, lesson: str, seals: Iterable[str]) -> None:
        """Delete the files of these hand-ins, where this account may."""


class Shown(Protocol):
    """What the desk asks of a view: to be shown anew, and to be given back."""

    widget: Any

    def show(self) -> None:
        """Set the parts from the learner's state."""


class Desk:
    """The place where one lesson is done by one learner. ``known``: whether it is certain who is learning.

    portfolio: how a portfolio is made; the facade sets it, because activities do not know how things are printed.
    last_page: the same for the last page of the course.
    hand_in: where hand-ins go; the facade sets it too. Without it nothing is handed in, as in the practice round.
    """

    portfolio: MadePortfolio | None = None
    last_page: MadePortfolio | None = None
    hand_in: ClassPlace | None = None

    def __init__(self, lesson: Lesson, page: Page, diary: Diary, known: bool = True) -> None:
        self.lesson, self.page, self.diary, self.known = lesson, page, diary, known
        self.writer = Writer(page, notes_of_the_course())
        self._listeners: dict[str, Callable[[], None]] = {}
        self._views: list[Shown] = []

    @property
    def everything(self) -> State:
        """The learner's state over all lessons."""
        return self.diary.state

    @property
    def state(self) -> LessonState:
        """The learner's state in this lesson."""
        return self.everything.lesson(self.lesson.slug)

    def keep(self, kind: str, /, **data: Any) -> str:
        """Write an event; returns "" or one sentence that says why it could not be saved."""
        trouble = self._write(kind, data)
        self.tell()
        return "" if trouble is None else word(f"learner.{trouble.key}", {"path": trouble.path})

    def put_away_cases(self) -> None:
        """Start a class's own cases over, which have places of their own in the record."""
        for place in own_cases_in(self.lesson.slug, self.everything.lessons):
            self.diary.write("started_over", place)

    def tell(self) -> None:
        """Let everything that follows answers look again."""
        for listener in list(self._listeners.values()):
            listener()

    def _write(self, kind: str, data: dict[str, Any]) -> Trouble | None:
        return self.diary.write(kind, self.lesson.slug, **data)

    def on_answer(self, name: str, listener: Callable[[], None]) -> None:
        """Call this whenever the learner has answered something; one listener a name."""
        self._listeners[name] = listener

    def join(self, view: Shown) -> None:
        """A view that is shown anew when the learner changes or starts over."""
        self._views.append(view)

    def show_all(self) -> None:
        """Show every activity from the learner's state."""
        self.page.explained.clear()
        for view in self._views:
            view.show()

    def close(self) -> None:
        """Give the parts back when the lesson is opened anew in the same kernel."""
        for view in self._views:
            view.widget.close()

    def become(self, code: str) -> None:
        """Go on as the learner with this code."""
        self.diary, self.known = Diary(home.learner_folder(code)), True
        home.remember(code)
        self.show_all()
