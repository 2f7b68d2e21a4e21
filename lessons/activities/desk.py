"""What every activity has before it: the lesson's words, the page, and the learner's diary."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from lessons.course.schema import Lesson
from lessons.learner import home
from lessons.learner.diary import Diary
from lessons.page import parts
from lessons.page.markup import tag
from lessons.page.page import Page
from lessons.page.prose import Writer
from lessons.record.state import LessonState, State
from lessons.record.trouble import Trouble

from .back import BroughtBackBox
from .notes import notes_of_the_course
from .words import word

MadePortfolio = Callable[[State, str], Sequence[tuple[str, str, bytes]]]
"""Makes the portfolio of a learner's state and code: the name, media type and content of each file."""


class Desk:
    """The place where one lesson is done by one learner. ``known``: whether it is certain who is learning.

    portfolio: how a portfolio is made; the facade sets it, because activities do not know how things are printed.
    """

    portfolio: MadePortfolio | None = None

    def __init__(self, lesson: Lesson, page: Page, diary: Diary, known: bool = True) -> None:
        self.lesson, self.page, self.diary, self.known = lesson, page, diary, known
        self.writer = Writer(page, notes_of_the_course())
        self._listeners: dict[str, Callable[[], None]] = {}
        self._views: list[View] = []

    @property
    def everything(self) -> State:
        """The learner's state over all lessons."""
        return self.diary.state

    @property
    def state(self) -> LessonState:
        """The learner's state in this lesson."""
        return self.everything.lesson(self.lesson.slug)

    def keep(self, kind: str, **data: Any) -> str:
        """Write an event; returns "" or one sentence that says why it could not be saved."""
        trouble = self._write(kind, data)
        for listener in list(self._listeners.values()):
            listener()
        return "" if trouble is None else word(f"learner.{trouble.key}", {"path": trouble.path})

    def _write(self, kind: str, data: dict[str, Any]) -> Trouble | None:
        return self.diary.write(kind, self.lesson.slug, **data)

    def on_answer(self, name: str, listener: Callable[[], None]) -> None:
        """Call this whenever the learner has answered something; one listener a name."""
        self._listeners[name] = listener

    def join(self, view: View) -> None:
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


class View:
    """An activity on the page: a box whose parts are set anew when something has been answered.

    personal: whether it shows something of the learner's own; if so, it waits until it is known who learns.
    """

    step = ""
    personal = True

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._trouble = parts.html(classes=("th-trouble",))
        self._inner = parts.box()
        self.widget = parts.box(self._inner, self._trouble, classes=("th-root", "th-activity", f"th-{self.step}"))
        desk.join(self)
        self.show()

    def show(self) -> None:
        """Set the parts from the learner's state; nothing of anyone's is shown while it is not known who learns."""
        self._trouble.value = ""
        shown = [*self.parts(), *self._back()] if self.desk.known or not self.personal else [self._unknown()]
        self._inner.children = (self._anchor(), *shown)

    def _back(self) -> list[Any]:
        """What comes back here from earlier lessons, in the learner's own words."""
        return [BroughtBackBox(self.desk, one).widget for one in self.desk.lesson.back if one.after == self.step]

    def _unknown(self) -> Any:
        return parts.html(tag("p", word("who.first"), class_="th-muted"))

    def _anchor(self) -> Any:
        """Where "go on where I left off" puts the focus: the step's name, for screen readers only."""
        return parts.html(tag("span", word(f"steps.{self.step}"), class_="th-sr"), key=f"step-{self.step}")

    def parts(self) -> list[Any]:
        """The widgets of this activity, top to bottom."""
        raise NotImplementedError

    def keep(self, kind: str, **data: Any) -> None:
        """Write an event and say so if it could not be saved."""
        sentence = self.desk.keep(kind, **data)
        self._trouble.value = parts.alert(sentence) if sentence else ""

    def moved_on(self, key: str, spoken: str = "") -> None:
        """Show the new state, put the focus on the part with this key, and say what is new."""
        self.show()
        self.desk.page.focus(key)
        if spoken:
            self.desk.page.say(spoken)
