"""The first sentence: written before anything is read, sealed, and not shown again before lesson 15."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets

from lessons.activities.view import View
from lessons.activities.words import local_day, word
from lessons.course import library
from lessons.course.prose import fill
from lessons.page import parts
from lessons.page.markup import tag
from lessons.record.handin import LAST_SENTENCE

from .desk import LEFT_OUT, StartDesk, desk_of


class SentenceView(View):
    """A few lines to write, a button that seals them, and one for who would rather not."""

    step = "sentence"

    def __init__(self, desk: StartDesk) -> None:
        self._after_all = False
        self._area: widgets.Textarea | None = None
        super().__init__(desk)

    def parts(self) -> list[Any]:
        if self._area is not None:
            self._area.close()  # what is sealed stays in no widget either
            self._area = None
        words = desk_of(self).start.sentence
        kept = self.desk.everything.kept.get(words.id)
        if kept is not None:
            then = words.opened if self._seal_is_open() else words.later
            return [parts.note("✉", fill(words.sealed, {"date": local_day(kept.at)}), then, key="sealed")]
        if LEFT_OUT in self.desk.state.answers and not self._after_all:
            return [
                parts.note("–", words.left_out, key="left-out"),
                parts.button(word("sentence.after_all"), self._open),
            ]
        return self._asking()

    def _seal_is_open(self) -> bool:
        """The seal opens in the last lesson, when a new sentence is written there."""
        return LAST_SENTENCE in self.desk.everything.lesson(library.lessons()[-1].slug).texts

    def _asking(self) -> list[Any]:
        words, write = desk_of(self).start.sentence, self.desk.writer
        self._area = widgets.Textarea(rows=3)
        self._area.add_class("th-key-sentence")
        self._problem = parts.html(classes=("th-problem",))
        field = parts.field(tag("strong", write.write(words.prompt)), self._area)
        seal = parts.button(word("sentence.seal"), self._seal, primary=True)
        buttons = parts.row(seal, parts.button(word("sentence.rather_not"), self._leave_out))
        return [parts.html(write.paragraph(words.intro)), field, buttons, self._problem]

    def _seal(self) -> None:
        assert self._area is not None
        words, text = desk_of(self).start.sentence, self._area.value
        if not text.strip():
            self._problem.value = parts.alert(word("sentence.empty"))
        elif len(text) > words.longest:
            numbers: dict[str, float | str] = {"long": f"{len(text):,}", "longest": words.longest}
            self._problem.value = parts.alert(word("sentence.too_long", numbers))
        else:
            self._after_all = False
            self._kept_and_shown("sealed", "spoken", "kept", id=words.id, value=text, sealed=True)

    def _leave_out(self) -> None:
        self._after_all = False
        self._kept_and_shown("left-out", "spoken_left_out", "answered", question=LEFT_OUT, answer=False)

    def _open(self) -> None:
        self._after_all = True
        self.moved_on("sentence")

    def _kept_and_shown(self, key: str, spoken: str, kind: str, **data: Any) -> None:
        """Write it down, show what is left to see, and say if it could not be saved."""
        trouble = self.desk.keep(kind, **data)
        self.moved_on(key, word(f"sentence.{spoken}"))
        self._trouble.value = parts.alert(trouble) if trouble else ""
