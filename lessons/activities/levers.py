"""The levers on the page: each a slider and a number to type, moving together, or a list of names to choose from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from lessons.course.lever import Lever
from lessons.course.schema import LeverWords
from lessons.page import parts
from lessons.page.markup import join, tag

NEAR = 1e-9
"""Positions of a lever closer than this are the same."""


class LeverControl:
    """One lever. ``moved(name, value)`` is called when a person moves it, never when the program sets it."""

    def __init__(self, lever: Lever, words: LeverWords, moved: Callable[[str, float], None]) -> None:
        self.name, self._lever, self._moved, self._quiet = lever.name, lever, moved, False
        self._value = lever.default
        self.controls = _named(lever, words) or _numbered(lever)
        for control in self.controls:
            control.observe(self._changed, "value")
        label = join(words.label, tag("span", f" ({words.unit})", class_="th-unit") if words.unit else None)
        line = parts.row(*self.controls, classes=("th-lever-row",))
        self.widget = parts.box(
            parts.field(label, line), parts.html(tag("p", words.meaning, class_="th-muted")), classes=("th-lever",)
        )

    def set(self, value: float) -> None:
        """Put the lever somewhere without telling anyone.

        A slider answers 5 with 5.000000000000001; where a control already stands it is left alone, or the two would
        go on answering each other.
        """
        self._value, self._quiet = value, True
        try:
            for control in self.controls:
                if abs(control.value - value) > NEAR:
                    control.value = value
        finally:
            self._quiet = False

    def _changed(self, change: Any) -> None:
        if self._quiet:
            return
        before, value = self._value, _on_a_step(self._lever, change["new"])
        self.set(value)
        if abs(value - before) > NEAR:
            self._moved(self.name, value)


def _on_a_step(lever: Lever, value: float) -> float:
    """The nearest position that the lever has: what is typed or slid may lie between two."""
    steps = round((value - lever.low) / lever.step)
    found = min(lever.low + steps * lever.step, lever.high)
    return found if isinstance(found, int) else round(found, 9)


def _numbered(lever: Lever) -> tuple[Any, ...]:
    """A slider and a number to type."""
    whole = all(isinstance(part, int) for part in (lever.low, lever.high, lever.step))
    span = {"min": lever.low, "max": lever.high, "step": lever.step, "value": lever.default}
    slider, number = (
        (widgets.IntSlider, widgets.BoundedIntText) if whole else (widgets.FloatSlider, widgets.BoundedFloatText)
    )
    typed = number(**span)
    typed.add_class("th-number")
    return slider(**span, readout=False, continuous_update=True), typed


def _named(lever: Lever, words: LeverWords) -> tuple[Any, ...]:
    """A list to choose from, if each position of the lever has a name of its own; else nothing."""
    steps = round((lever.high - lever.low) / lever.step)
    positions = [lever.low + step * lever.step for step in range(steps + 1)]
    names = [words.values.get(f"{position:g}", "") for position in positions]
    if not all(names):
        return ()
    chosen = widgets.Dropdown(options=list(zip(names, positions, strict=True)), value=lever.default)
    chosen.add_class("th-chooser")
    return (chosen,)
