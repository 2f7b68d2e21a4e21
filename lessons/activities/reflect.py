"""Reflect: the learner's own words, and one small thing kept for a later lesson."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets

from lessons.page import parts
from lessons.page.markup import tag

from .keep import KeepBox
from .view import View
from .words import local_time, word

PROMPT = "reflection"
LONGEST = 20_000  # characters; a text longer than that is refused in a sentence, not cut


class ReflectView(View):
    """A text area that is saved by its button, and a choice that is saved when made."""

    step = "reflect"

    def parts(self) -> list[Any]:
        reflect = self.desk.lesson.reflect
        earlier = self.desk.state.texts.get(PROMPT)
        self._area = widgets.Textarea(value=earlier.text if earlier else "", rows=7)
        self._area.add_class("th-key-reflection")
        self._saved = parts.html(self._when(earlier.at) if earlier else None)
        label = tag("span", self.desk.writer.write(reflect.prompt), class_="th-prompt")
        save = parts.row(parts.button(word("reflect.save"), self._save, primary=True), self._saved)
        kept = [KeepBox(self.desk, reflect.keep).widget] if reflect.keep else []
        return [parts.field(label, self._area), save, *kept]

    def _save(self) -> None:
        text = self._area.value
        if not text.strip():
            self._saved.value = parts.alert(word("reflect.empty"))
        elif len(text) > LONGEST:
            self._saved.value = parts.alert(word("reflect.too_long", {"longest": LONGEST}))
        else:
            self.keep("wrote", prompt=PROMPT, text=text)
            self._saved.value = self._when(self.desk.state.texts[PROMPT].at)
            self.desk.page.say(word("reflect.spoken"))

    def _when(self, at: str) -> Any:
        return tag(
            "span",
            word("reflect.saved_at", {"time": local_time(at)}),
            " ",
            self.desk.lesson.reflect.saved,
            class_="th-muted",
        )
