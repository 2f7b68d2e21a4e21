"""The line between the kernel and the course's JupyterLab extension.

The extension opens a comm once a lesson has run. It tells the theme, the view and the width of the page; it is told
what to speak and where to put the focus. Without the extension nobody answers, and nothing here fails.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Mapping
from typing import Any

import comm

TARGET = "two_hats"

Listener = Callable[[Mapping[str, Any]], None]


class Bridge:
    """All open lines of one kernel (two windows on one notebook are two lines)."""

    def __init__(self) -> None:
        self._lines: list[Any] = []
        self._listeners: list[Listener] = []
        self._lock = threading.Lock()
        # outside a kernel (a test, a script) there is nobody to listen to
        with contextlib.suppress(Exception):
            comm.get_comm_manager().register_target(TARGET, self._opened)

    def listen(self, listener: Listener) -> None:
        """Call this with every message of the extension, such as ``{"theme": "dark"}``."""
        with self._lock:
            self._listeners.append(listener)

    def forget_listeners(self) -> None:
        """Drop the listeners of a lesson that is being opened anew."""
        with self._lock:
            self._listeners.clear()

    def send(self, message: Mapping[str, Any]) -> None:
        """Tell every open page; a page that has gone is forgotten."""
        with self._lock:
            lines = list(self._lines)
        for line in lines:
            try:
                line.send(dict(message))
            except Exception:
                self._closed(line)

    def _opened(self, line: Any, message: Mapping[str, Any]) -> None:
        with self._lock:
            self._lines.append(line)
        line.on_msg(self._heard)
        line.on_close(lambda _message: self._closed(line))
        self._heard(message)

    def _closed(self, line: Any) -> None:
        with self._lock:
            self._lines = [other for other in self._lines if other is not line]

    def _heard(self, message: Mapping[str, Any]) -> None:
        data = message.get("content", {}).get("data") or {}
        with self._lock:
            listeners = list(self._listeners)
        for listener in listeners:
            listener(data)
