"""An activity on the page, and what all of them share."""

from __future__ import annotations

from typing import Any

from lessons.page import parts
from lessons.page.markup import tag

from .back import BroughtBackBox
from .desk import Desk
from .words import word


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

    def keep(self, kind: str, /, **data: Any) -> None:
        """Write an event and say so if it could not be saved."""
        sentence = self.desk.keep(kind, **data)
        self._trouble.value = parts.alert(sentence) if sentence else ""

    def moved_on(self, key: str, spoken: str = "") -> None:
        """Show the new state, put the focus on the part with this key, and say what is new.

        Why the answer could not be saved, if it could not, goes on standing there.
        """
        trouble = self._trouble.value
        self.show()
        self._trouble.value = trouble
        self.desk.page.focus(key)
        if spoken:
            self.desk.page.say(spoken)
