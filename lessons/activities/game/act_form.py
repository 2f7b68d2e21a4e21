"""One act in six lines: each is kept as soon as it can be, and what is still open is said in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import ipywidgets as widgets

from lessons.activities.desk import Desk
from lessons.activities.words import local_time
from lessons.course.look_back_schema import Act, PlanLine
from lessons.course.prose import fill
from lessons.page import parts
from lessons.page.markup import Markup, join, tag

from .own_words import changed
from .plan_rules import LINES, troubles


class ActForm:
    """Six fields under each other, a button, and below it what is open."""

    def __init__(self, desk: Desk, words: Act) -> None:
        self.desk, self.words = desk, words
        self._controls = {line: self._control(line) for line in LINES}
        self._said, self._open = parts.html(self._when()), parts.html(classes=("th-problem",))
        fields = [self._field(line) for line in LINES]
        save = parts.row(parts.button(words.save, self._keep, primary=True), self._said)
        self.widget = parts.box(*fields, save, self._open, classes=("th-act",))

    def _control(self, line: PlanLine) -> Any:
        kept = self.desk.state.texts.get(line)
        control = widgets.Text(value=kept.text if kept else "", placeholder=self.words.lines[line].hint)
        control.add_class(f"th-key-{line}")
        return control

    def _field(self, line: PlanLine) -> Any:
        return parts.field(tag("strong", self.words.lines[line].label), self._controls[line], classes=("th-line",))

    def _keep(self) -> None:
        """Keep every line that is sound, and every one that was emptied; say what is wrong with the others."""
        typed = {line: self._controls[line].value for line in LINES}
        wrong = troubles(self.words, typed, date.today())
        failed = ""
        for line, text in typed.items():
            if changed(self.desk, line, text) and (line not in wrong or not text.strip()):
                failed = self.desk.keep("wrote", prompt=line, text=text.strip()) or failed
        sentences = [failed] if failed else list(wrong.values())
        self._open.value = _alert(sentences)
        self._said.value = self._when() or ""
        self.desk.page.say(sentences[0] if sentences else self.words.spoken)

    def _when(self) -> Any:
        kept = [self.desk.state.texts[line].at for line in LINES if line in self.desk.state.texts]
        if not kept:
            return None
        return tag("span", fill(self.words.saved, {"time": local_time(max(kept))}), class_="th-muted")


def _alert(sentences: Sequence[str]) -> Markup | str:
    """All of it at once, a line each: six alerts in a row would be read over each other."""
    lines = [piece for sentence in sentences for piece in (tag("br"), sentence)][1:]
    return parts.alert(join(*lines)) if lines else ""
