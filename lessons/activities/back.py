"""An earlier answer brought back, in one sentence, with its date; never as a mistake."""

from __future__ import annotations

from typing import Any

from lessons.course import library
from lessons.course.schema import BroughtBack, Keep, Lesson
from lessons.page import parts
from lessons.page.markup import tag
from lessons.record.calibration import CONFIDENCES

from .desk import Desk
from .keep import KeepBox, shown_value
from .words import local_day, word


class BroughtBackBox:
    """Shown only if there is an answer to bring back; "Change" opens it, and the earlier one stays in the record."""

    def __init__(self, desk: Desk, back: BroughtBack) -> None:
        self.desk, self.back = desk, back
        self._change = parts.box()
        self.widget = parts.box(*self._parts(), classes=("th-back",))

    def _parts(self) -> list[Any]:
        if self.back.id is None:
            return [self._said({})]
        kept = self.desk.everything.kept.get(self.back.id)
        if kept is None:
            return []
        said = self._said({"answer": said_value(self.back.id, kept.value), "date": local_day(kept.at)})
        keep = asked_in_its_lesson(self.back.id)
        if not self.back.offer_change or keep is None:
            return [said]
        return [said, parts.button(word("back.change"), lambda: self._open(keep)), self._change]

    def _said(self, numbers: dict[str, str]) -> Any:
        text = self.desk.writer.write(self.back.text, numbers)
        return parts.html(tag("p", text, class_="th-p"), classes=("th-brought-back",))

    def _open(self, keep: Keep) -> None:
        self._change.children = (KeepBox(self.desk, keep).widget,)


def said_value(name: str, value: Any) -> str:
    """A kept value as words; of how sure one was, the record keeps a key."""
    if name.startswith("confidence") and value in CONFIDENCES:
        return word(f"confidences.{value}.name")
    return shown_value(value)


def asked_in_its_lesson(name: str) -> Keep | None:
    """The question that asked for it, in whichever lesson that was."""
    asked = (keep for lesson in library.lessons() for keep in _keeps(lesson))
    return next((keep for keep in asked if keep.id == name), None)


def _keeps(lesson: Lesson) -> list[Keep]:
    turn = lesson.half_way.keep if lesson.half_way else None
    return [keep for keep in (lesson.explore.keep, lesson.reflect.keep, turn) if keep]
