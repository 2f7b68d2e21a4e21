"""Something of the learner's own that is kept for a later lesson: a choice, a number or a few words."""

from __future__ import annotations

from typing import Any

from lessons.course.schema import Keep
from lessons.page import parts
from lessons.page.markup import tag

from .desk import Desk
from .numbers import read_number, show_number
from .words import local_day, word

LONGEST = 2_000  # characters of a few words


def shown_value(value: Any) -> str:
    """A kept value as words: a number without needless zeros, anything else as it was typed."""
    return show_number(value) if isinstance(value, int | float) else str(value)


class KeepBox:
    """The question and the way to answer it. A choice is kept when made, words and numbers with a button."""

    def __init__(self, desk: Desk, keep: Keep) -> None:
        self.desk, self.asked = desk, keep
        kept = desk.everything.kept.get(keep.id)
        self._said = parts.html(self._when(kept.at) if kept else None)
        self.widget = parts.box(*self._parts(kept.value if kept else None), self._said, classes=("th-keep",))

    def _parts(self, value: Any) -> list[Any]:
        label = self.desk.writer.write(self.asked.prompt)
        if self.asked.form == "choice":
            options = [(option, option) for option in self.asked.options]
            field, radios = parts.choices(label, options, value if value in self.asked.options else None, flat=True)
            radios.observe(lambda change: self._keep(change["new"]), "value")
            return [field]
        field, self._text = parts.entry(label, shown_value(value) if value is not None else "")
        return [field, parts.button(word("keep.keep"), self._typed)]

    def _typed(self) -> None:
        text = self._text.value
        value: Any = text if self.asked.form == "text" else read_number(text)
        if problem := self._problem(value):
            self._said.value = parts.alert(word(problem, {**self._span(), "longest": LONGEST}))
        else:
            self._keep(value)

    def _problem(self, value: Any) -> str:
        """The key of what is wrong with a value, or ""."""
        if self.asked.form == "number":
            return "" if value is not None and self.asked.low <= value <= self.asked.high else "keep.no_number"
        if not value.strip():
            return "keep.empty"
        return "keep.too_long" if len(value) > LONGEST else ""

    def _span(self) -> dict[str, str]:
        return {"low": show_number(self.asked.low), "high": show_number(self.asked.high)}

    def _keep(self, value: Any) -> None:
        if value is None:
            return
        trouble = self.desk.keep("kept", id=self.asked.id, value=value)
        self._said.value = parts.alert(trouble) if trouble else self._when(self.desk.everything.kept[self.asked.id].at)
        self.desk.page.say(word("keep.spoken"))

    def _when(self, at: str) -> Any:
        return tag("span", word("keep.kept", {"date": local_day(at)}), class_="th-muted")
