"""One open page: what it looks like now, what it says, and where the focus goes."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from importlib.resources import files
from typing import Any

import ipywidgets as widgets

from figures.contract import Look, Theme

from .bridge import Bridge

NARROW = 560  # css px of the column under which charts stack their panels
_bridge: Bridge | None = None
_numbers = itertools.count(1)


def bridge() -> Bridge:
    """The kernel's one line to the extension."""
    global _bridge
    if _bridge is None:
        _bridge = Bridge()
    return _bridge


def fresh_id(stem: str) -> str:
    """An id that no other element of this kernel's pages has."""
    return f"th-{stem}-{next(_numbers)}"


def style_sheet() -> widgets.HTML:
    """The look of the course's parts, once a notebook, so that plain JupyterLab shows them too."""
    css = files(__package__).joinpath("page.css").read_text(encoding="utf-8")
    sheet = widgets.HTML(f"<style>{css}</style>")
    sheet.add_class("th-style")
    return sheet


class Page:
    """The page of one lesson in one notebook."""

    def __init__(self, line: Bridge | None = None) -> None:
        self._bridge = line or bridge()
        self._bridge.forget_listeners()
        self._bridge.listen(self._heard)
        self._watchers: list[Callable[[Look], None]] = []
        self._facts: dict[str, Any] = {"theme": "light", "view": "page", "width": 848}
        self.explained: dict[str, str] = {}

    @property
    def look(self) -> Look:
        """How charts are drawn now: one theme, one size."""
        theme: Theme = "dark" if self._facts["theme"] == "dark" else "light"
        if self._facts["view"] == "class":
            return Look(theme=theme, size="projector")
        return Look(theme=theme, size="narrow" if 0 < self._facts["width"] < NARROW else "notebook")

    def watch(self, watcher: Callable[[Look], None]) -> None:
        """Call this whenever theme or size change."""
        self._watchers.append(watcher)

    def say(self, text: str) -> None:
        """Speak a text to a screen reader, half a second after the last one."""
        self._bridge.send({"say": text})

    def focus(self, key: str) -> None:
        """Move the keyboard focus to the part with this key."""
        self._bridge.send({"focus": key})

    def _heard(self, message: Mapping[str, Any]) -> None:
        before = self.look
        for name, kind in (("theme", str), ("view", str), ("width", (int, float))):
            if isinstance(message.get(name), kind):
                self._facts[name] = message[name]
        if self.look != before:
            for watcher in self._watchers:
                watcher(self.look)
