"""The line to the extension: what it tells is heard, what it is told arrives, and a page that has gone does no harm."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from lessons.page.bridge import Bridge
from lessons.page.page import Page


class Line:
    """Stands for the comm of one window."""

    def __init__(self, broken: bool = False) -> None:
        self.sent: list[Mapping[str, Any]] = []
        self.broken = broken

    def send(self, message: Mapping[str, Any]) -> None:
        if self.broken:
            raise RuntimeError("the window has gone")
        self.sent.append(message)

    def on_msg(self, heard: Callable[[Mapping[str, Any]], None]) -> None:
        self.hear = heard

    def on_close(self, closed: Callable[[Mapping[str, Any]], None]) -> None:
        self.closed = closed


def said(**data: Any) -> Mapping[str, Any]:
    return {"content": {"data": data}}


@pytest.fixture
def bridge() -> Bridge:
    return Bridge()


def test_what_the_extension_says_at_its_opening_is_heard(bridge: Bridge) -> None:
    heard: list[Mapping[str, Any]] = []
    bridge.listen(heard.append)
    bridge._opened(Line(), said(theme="dark"))
    assert heard == [{"theme": "dark"}]


def test_every_window_is_told_and_a_closed_one_is_not(bridge: Bridge) -> None:
    first, second = Line(), Line()
    bridge._opened(first, said())
    bridge._opened(second, said())
    bridge.send({"say": "one"})
    second.closed({})
    bridge.send({"say": "two"})
    assert first.sent == [{"say": "one"}, {"say": "two"}]
    assert second.sent == [{"say": "one"}]


def test_a_window_that_has_gone_keeps_nobody_from_hearing(bridge: Bridge) -> None:
    gone, here = Line(broken=True), Line()
    bridge._opened(gone, said())
    bridge._opened(here, said())
    bridge.send({"say": "hello"})
    assert here.sent == [{"say": "hello"}]


def test_a_page_draws_for_its_theme_its_width_and_class_view(bridge: Bridge) -> None:
    page = Page(bridge)
    looks: list[Any] = []
    page.watch(looks.append)
    line = Line()
    bridge._opened(line, said(theme="dark", width=848))
    line.hear(said(width=400))
    line.hear(said(view="class"))
    line.hear(said(view="class"))
    assert [(look.theme, look.size) for look in looks] == [
        ("dark", "notebook"),
        ("dark", "narrow"),
        ("dark", "projector"),
    ]


def test_nonsense_changes_nothing(bridge: Bridge) -> None:
    page = Page(bridge)
    before = page.look
    line = Line()
    bridge._opened(line, {"content": {"data": None}})
    line.hear(said(theme=7, width="wide", view=None, other="x"))
    assert page.look == before


def test_a_lesson_opened_anew_listens_alone(bridge: Bridge) -> None:
    old = Page(bridge)
    looks: list[Any] = []
    old.watch(looks.append)
    Page(bridge)
    bridge._opened(Line(), said(theme="dark"))
    assert looks == []
