"""What a teacher asks for: time, lessons, people, screens, paper."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from lessons.course import library
from lessons.course.prose import fill
from lessons.course.session import GROUPS, LENGTHS, GuidePlans, Length, Wish, themes
from lessons.page import parts

OWN = "own"
SCREENS = "screens"


class PlanForm:
    """The questions; ``changed`` is called after every answer. ``wish`` is None while two lessons are the same one."""

    def __init__(self, guide: GuidePlans, changed: Callable[[], None]) -> None:
        self.words = library.planning().ask
        self._changed = changed
        self._themes = {f"{one.case}+{one.model}": (one.case, one.model) for one in themes(guide)}
        lengths = [(self.words.lengths[name], name) for name in LENGTHS]
        length, self._length = parts.choices(self.words.length, lengths, "lesson")
        self._lesson_field, self._lesson = _chosen(self.words.lesson, _lessons(), 5)
        self._theme_field, self._theme = _chosen(self.words.theme, self._theme_names(guide), next(iter(self._themes)))
        self._case_field, self._case = _chosen(self.words.case_from, _lessons(), 1)
        self._model_field, self._model = _chosen(self.words.model_from, _lessons(), 2)
        group, self._group = parts.choices(
            self.words.group, [(self.words.groups[name], name) for name in GROUPS], "6", flat=True
        )
        have, self._have = parts.choices(
            self.words.computers, [(shown, key) for key, shown in self.words.have.items()], SCREENS, flat=True
        )
        papers = [(shown, key) for key, shown in self.words.papers.items()]
        paper, self._paper = parts.choices(self.words.paper, papers, "a4", flat=True)
        self._what = parts.box()
        self._show_what()
        self.widget = parts.box(length, self._what, group, have, paper)
        for control in (self._length, self._theme):
            control.observe(lambda _change: self._show_what(), "value")
        for control in (self._length, self._lesson, self._theme, self._case, self._model, self._group, self._have):
            control.observe(lambda _change: self._changed(), "value")

    @property
    def wish(self) -> Wish | None:
        """What is asked for now."""
        length: Length = self._length.value
        lessons = self._lessons(length)
        if len(set(lessons)) < len(lessons):
            return None
        return Wish(length, lessons, self._group.value, self._have.value == SCREENS)

    @property
    def paper(self) -> str:
        """``a4`` or ``us-letter``."""
        return str(self._paper.value)

    def _lessons(self, length: Length) -> tuple[int, ...]:
        if length == "lesson":
            return (self._lesson.value,)
        if length == "theme":
            own = (self._case.value, self._model.value)
            return own if self._theme.value == OWN else self._themes[self._theme.value]
        return ()

    def _show_what(self) -> None:
        """Which lessons: asked only where the length leaves it open."""
        own = (self._case_field, self._model_field) if self._theme.value == OWN else ()
        shown: dict[str, tuple[Any, ...]] = {"lesson": (self._lesson_field,), "theme": (self._theme_field, *own)}
        self._what.children = shown.get(self._length.value, ())

    def _theme_names(self, guide: GuidePlans) -> list[tuple[str, str]]:
        names = (
            (fill(self.words.theme_name, {"name": one.name, "case": one.case, "model": one.model}), key)
            for key, one in zip(self._themes, themes(guide), strict=True)
        )
        return [*names, (self.words.own_theme, OWN)]


def _lessons() -> list[tuple[str, int]]:
    name = library.planning().ask.lesson_name
    return [(fill(name, {"number": one.number, "title": one.title}), one.number) for one in library.lessons()]


def _chosen(label: str, options: list[Any], value: object) -> tuple[Any, Any]:
    """A list to choose one from, with its label."""
    control = widgets.Dropdown(options=options, value=value)
    return parts.field(label, control), control
