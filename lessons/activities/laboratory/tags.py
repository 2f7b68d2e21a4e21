"""Which skill is managing and which leading: our tags, and anybody's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lessons.activities.desk import Desk
from lessons.activities.occupations import jobs
from lessons.course import library
from lessons.course.prose import fill
from lessons.page import parts
from lessons.page.markup import tag

from .reading import Reading


class TagsBox:
    """One row of three buttons a skill, behind a button; one skill has a button of its own."""

    def __init__(self, desk: Desk, changed: Callable[[Reading], None]) -> None:
        self.desk, self._changed = desk, changed
        self.words = library.laboratory().tags
        self._reading, self._quiet = Reading.ours(), False
        self._said = parts.html()
        self._rows = {skill: self._row(skill) for skill in jobs().skills}
        rows = parts.box(*(field for field, _ in self._rows.values()))
        tags = parts.Disclosure(self.words.open, self.words.close, rows)
        tags.widget.add_class("th-not-projected")
        buttons = parts.row(
            parts.button(self.words.take_out, lambda: self._set(self._reading.retag(self.words.one_out, "neither"))),
            parts.button(self.words.ours, lambda: self._set(Reading.ours())),
        )
        intro = parts.html(desk.writer.paragraph(self.words.intro))
        self.widget = parts.box(intro, self._said, buttons, tags.widget, classes=("th-screen",))

    def show(self, reading: Reading) -> None:
        """Show these tags and how strongly the two sides go together."""
        self._reading, self._quiet = reading, True
        for skill, (_, radios) in self._rows.items():
            radios.value = reading.tags[skill]
        self._quiet = False
        said = fill_link(reading)
        self._said.value = tag("p", tag("strong", said), class_="th-p")

    def _row(self, skill: str) -> tuple[Any, Any]:
        options = [(shown, key) for key, shown in self.words.sides.items()]
        field, radios = parts.choices(skill, options, self._reading.tags[skill], flat=True)
        field.add_class("th-card-row")
        radios.observe(lambda change: self._moved(skill, change["new"]), "value")
        return field, radios

    def _moved(self, skill: str, side: str | None) -> None:
        if side and not self._quiet:
            self._set(self._reading.retag(skill, side))

    def _set(self, reading: Reading) -> None:
        self._changed(reading)
        self.desk.page.say(fill_link(reading))


def fill_link(reading: Reading) -> str:
    """How strongly the two sides go together, or what is missing."""
    words = library.laboratory().tags
    return fill(words.link, {"r": reading.link()}) if reading.complete else words.empty
