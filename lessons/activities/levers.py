"""The levers on the page: each a slider and a number to type, moving together."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets

from lessons.course.lever import Lever
from lessons.course.schema import LeverWords
from lessons.page import parts
from lessons.page.markup import join, tag


class LeverControl:
    """One lever. ``moved(name, value)`` is called when a person moves it, never when the program sets it."""

    def __init__(self, lever: Lever, words: LeverWords, moved: Callable[[str, float], None]) -> None:
        self.name, self._moved, self._quiet = lever.name, moved, False
        whole = all(isinstance(part, int) for part in (lever.low, lever.high, lever.step))
        span = {"min": lever.low, "max": lever.high, "step": lever.step, "value": lever.default}
        slider, number = (
            (widgets.IntSlider, widgets.BoundedIntText) if whole else (widgets.FloatSlider, widgets.BoundedFloatText)
        )
        self.slider = slider(**span, readout=False, continuous_update=True)
        self.number = number(**span)
        self.number.add_class("th-number")
        for control in (self.slider, self.number):
            control.observe(self._changed, "value")
        label = join(words.label, tag("span", f" ({words.unit})", class_="th-unit") if words.unit else None)
        control = parts.row(self.slider, self.number, classes=("th-lever-row",))
        self.widget = parts.box(
            parts.field(label, control), parts.html(tag("p", words.meaning, class_="th-muted")), classes=("th-lever",)
        )

    def set(self, value: float) -> None:
        """Put the lever somewhere without telling anyone."""
        self._quiet = True
        try:
            self.slider.value = self.number.value = value
        finally:
            self._quiet = False

    def _changed(self, change: Any) -> None:
        if self._quiet:
            return
        self.set(change["new"])
        self._moved(self.name, change["new"])
