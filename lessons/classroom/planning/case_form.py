"""The form for a case of one's own: a field for every text, three marks and the hours for every option."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from lessons.course import library
from lessons.course.case_draft import LETTERS, MARKS, OPTION_TEXTS, Draft, Path, at, put
from lessons.course.own_case import MOST_HOURS
from lessons.course.prose import fill
from lessons.page import parts
from lessons.page.markup import tag

SIGNS = (("+", 1), ("0", 0), ("−", -1))
ROWS = {"opening": 5, "happens": 2, "notice": 2, "scene": 2}
"""Lines of the fields that have more than one."""


class CaseForm:
    """Writes into a draft, field by field, and calls ``changed`` after each; ``show`` begins from another draft."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self.words = library.planning().own_case
        self.draft: Draft = {}
        self._changed = changed
        steps = [
            (self.words.moment, 0),
            *((fill(self.words.decision, {"number": number}), number) for number in (1, 2)),
        ]
        step, self._step = parts.choices(self.words.part, steps, 0, flat=True)  # type: ignore[arg-type]
        self._step.observe(lambda _change: self._show_step(), "value")
        self._place = parts.box()
        self.widget = parts.box(step, self._place, classes=("th-case-form",))

    def show(self, draft: Draft) -> None:
        """Every field from this draft."""
        self.draft = draft
        self._step.value = 0
        self._show_step()

    def _show_step(self) -> None:
        """The fields of one part; what the others hold stands in the draft."""
        before = self._place.children
        number = self._step.value
        self._place.children = (self._decision(number - 1) if number else self._moment(),)
        for widget in before:
            widget.close()

    def _moment(self) -> Any:
        lessons = [(f"{one.number}. {one.title}", one.slug) for one in library.lessons()]
        lesson = widgets.Dropdown(options=lessons, value=at(self.draft, ("lesson",)))
        lesson.observe(lambda change: self._put(("lesson",), change["new"]), "value")
        ways = [(self.words.fields["beside"], "beside"), (self.words.fields["instead"], "instead")]
        shown = "instead" if at(self.draft, ("replaces",)) is True else "beside"
        replaces, radios = parts.choices(self.words.fields["replaces"], ways, shown, flat=True)
        radios.observe(lambda change: self._put(("replaces",), change["new"] == "instead"), "value")
        texts = (self._text(("case", name)) for name in ("title", "credit", "opening", "closing"))
        head = parts.html(tag("h3", self.words.moment, class_="th-h3"), key="case-part")
        return parts.box(head, parts.field(self.words.fields["lesson"], lesson), replaces, *texts)

    def _decision(self, number: int) -> Any:
        here: Path = ("case", "decisions", number)
        head = parts.html(tag("h3", fill(self.words.decision, {"number": number + 1}), class_="th-h3"), key="case-part")
        scene = (self._text((*here, "scene")),) if number else ()
        options = (self._option(here, which) for which, _ in enumerate(at(self.draft, (*here, "options"))))
        return parts.box(head, *scene, self._text((*here, "question")), *options)

    def _option(self, decision: Path, which: int) -> Any:
        here: Path = (*decision, "options", which)
        hat = at(self.draft, (*here, "hat"))
        letter = at(self.draft, (*here, "id"))
        name = library.words("roles", hat, "name") if hat else ""
        head = parts.html(tag("h4", fill(self.words.option, {"letter": letter, "hat": name}), class_="th-h3"))
        texts = [self._text((*here, name)) for name in OPTION_TEXTS]
        if decision[-1]:
            texts += [self._text((*here, "after", first, "adds"), first) for first in LETTERS]
        return parts.box(head, *texts, self._marks(here, letter), classes=("th-case-option",))

    def _marks(self, option: Path, letter: str) -> Any:
        label = parts.html(tag("p", fill(self.words.marks, {"letter": letter}), class_="th-muted"))
        marks = (self._mark((*option, "measures", name), name) for name in MARKS)
        return parts.box(label, parts.row(*marks, self._hours((*option, "measures", "hours")), classes=("th-marks",)))

    def _mark(self, path: Path, name: str) -> Any:
        control = widgets.Dropdown(options=SIGNS, value=at(self.draft, path) or 0)
        control.observe(lambda change: self._put(path, change["new"]), "value")
        return parts.field(library.words("measures", name), control)

    def _hours(self, path: Path) -> Any:
        control = widgets.BoundedIntText(value=at(self.draft, path) or 0, min=0, max=MOST_HOURS)
        control.add_class("th-number")
        control.observe(lambda change: self._put(path, change["new"]), "value")
        return parts.field(self.words.fields["hours"], control)

    def _text(self, path: Path, letter: str = "") -> Any:
        """A field that is read when one leaves it, so that typing is never held up."""
        name = str(path[-1])
        text, rows = str(at(self.draft, path)), ROWS.get(name, 1)
        kind = widgets.Textarea if rows > 1 else widgets.Text
        control = kind(value=text, continuous_update=False, **({"rows": rows} if rows > 1 else {}))
        control.add_class("th-wide")
        control.observe(lambda change: self._put(path, change["new"]), "value")
        return parts.field(fill(self.words.fields[name], {"letter": letter}), control)

    def _put(self, path: Path, value: Any) -> None:
        put(self.draft, path, value)
        self._changed()
