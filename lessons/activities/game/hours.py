"""The hours of a month on the page: five kinds, each a slider and a number to type, and what is left of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import ipywidgets as widgets

from lessons.activities.desk import Desk
from lessons.activities.roles import role_name
from lessons.course.game_schema import HourWords, MonthWords
from lessons.course.prose import fill
from lessons.course.schema import Role
from lessons.course.two_hats.month import HOURS, MANAGING, MONTH
from lessons.page import parts
from lessons.page.markup import Markup, tag

from .play import left


def hat_of(kind: str) -> Role:
    """Under which hat a kind of hours is."""
    return "managing" if kind in HOURS[MANAGING] else "leading"


def hour_name(kind: str, words: HourWords) -> Markup:
    """■ Plan, ● Inspire: a kind of hours in the colour of its hat."""
    hat = hat_of(kind)
    return tag("span", role_name(hat, words.name), class_=f"th-hat th-hat-{hat}")


class HoursControl:
    """Five controls and the line that says what is left. ``hours`` are whole; what is set elsewhere is rounded."""

    def __init__(self, desk: Desk, hours: Mapping[Any, HourWords], words: MonthWords, at: Sequence[float]) -> None:
        self._desk, self._words, self._quiet = desk, words, False
        self._pairs = {kind: _pair() for kind in HOURS}
        self._left = parts.html()
        rows = [
            parts.field(hour_name(kind, hours[kind]), parts.row(*self._pairs[kind], classes=("th-lever-row",)))
            for kind in HOURS
        ]
        self.set(at)
        for kind, pair in self._pairs.items():
            for control in pair:
                control.observe(lambda change, kind=kind: self._moved(kind, change["new"]), "value")
        self.widget = parts.box(*rows, self._left, classes=("th-hours",))

    @property
    def hours(self) -> tuple[int, ...]:
        """The hours as they are set."""
        return tuple(slider.value for slider, _ in self._pairs.values())

    def set(self, hours: Sequence[float]) -> None:
        """Put all five somewhere without a word."""
        self._quiet = True
        try:
            for pair, value in zip(self._pairs.values(), hours, strict=True):
                for control in pair:
                    control.value = round(value)
        finally:
            self._quiet = False
        self._say_left()

    def _moved(self, kind: str, value: int) -> None:
        if self._quiet:
            return
        self._quiet = True
        try:
            for control in self._pairs[kind]:
                control.value = value
        finally:
            self._quiet = False
        self._desk.page.say(self._say_left())

    def _say_left(self) -> str:
        """Show what is left, too much or just right; returns it."""
        rest = left(self.hours)
        text = self._words.full if not rest else self._words.left if rest > 0 else self._words.over
        said = fill(text, {"left": rest, "over": -rest, "hours": MONTH})
        self._left.value = tag("p", said, class_="th-left-hours" if not rest else "th-left-hours th-limit")
        return said


def _pair() -> tuple[widgets.IntSlider, widgets.BoundedIntText]:
    """A slider and a number, from none to all hours of a month."""
    span = {"min": 0, "max": int(MONTH), "step": 1}
    typed = widgets.BoundedIntText(**span)
    typed.add_class("th-number")
    return widgets.IntSlider(**span, readout=False, continuous_update=True), typed
