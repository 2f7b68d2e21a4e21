"""A few of the learner's own words that are kept with a button: one or several fields, an event each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import ipywidgets as widgets

from lessons.activities.desk import Desk
from lessons.activities.reflect import LONGEST
from lessons.activities.words import local_time, word
from lessons.course.prose import fill
from lessons.page import parts
from lessons.page.markup import tag


class OwnWords:
    """Fields with their labels, a button, and when they were last kept.

    labels: prompt of the record -> label. rows: lines of each field; one line is a field to type in. check: what is
    wrong with what was typed, as a sentence, or "". after: called once something was kept.
    """

    def __init__(
        self,
        desk: Desk,
        labels: Mapping[str, object],
        save: str,
        saved: str,
        rows: int = 3,
        after: Callable[[], None] = lambda: None,
    ) -> None:
        self.desk, self._saved_text, self._after = desk, saved, after
        self.fields = {prompt: self._field(prompt, rows) for prompt in labels}
        self._said = parts.html(self._when())
        shown = [parts.field(tag("strong", label), self.fields[prompt]) for prompt, label in labels.items()]
        button = parts.button(save, self._keep, primary=True)
        self.widget = parts.box(*shown, parts.row(button, self._said), classes=("th-to-write",))

    def _field(self, prompt: str, rows: int) -> Any:
        earlier = self.desk.state.texts.get(prompt)
        value = earlier.text if earlier else ""
        control = widgets.Textarea(value=value, rows=rows) if rows > 1 else widgets.Text(value=value)
        control.add_class(f"th-key-{prompt}")
        return control

    def _keep(self) -> None:
        typed = {prompt: control.value for prompt, control in self.fields.items()}
        long = next((text for text in typed.values() if len(text) > LONGEST), None)
        if long is not None:
            self._said.value = parts.alert(word("reflect.too_long", {"longest": LONGEST}))
        elif not any(text.strip() for text in typed.values()):
            self._said.value = parts.alert(word("reflect.empty"))
        else:
            self._write(typed)

    def _write(self, typed: Mapping[str, str]) -> None:
        trouble = ""
        for prompt, text in typed.items():
            if changed(self.desk, prompt, text):
                trouble = self.desk.keep("wrote", prompt=prompt, text=text) or trouble
        self._said.value = parts.alert(trouble) if trouble else self._when()
        self.desk.page.say(word("reflect.spoken"))
        self._after()

    def _when(self) -> Any:
        """When they were last kept; nothing before that."""
        kept = [self.desk.state.texts[prompt].at for prompt in self.fields if prompt in self.desk.state.texts]
        if not kept:
            return None
        return tag("span", fill(self._saved_text, {"time": local_time(max(kept))}), class_="th-muted")


def own_text(desk: Desk, prompt: str) -> str:
    """The latest words to a prompt, "" where there are none."""
    text = desk.state.texts.get(prompt)
    return text.text.strip() if text else ""


def changed(desk: Desk, prompt: str, text: str) -> bool:
    """Whether a text is worth an event: what was never written and is still empty is not."""
    earlier = desk.state.texts.get(prompt)
    return bool(text.strip()) if earlier is None else text != earlier.text
