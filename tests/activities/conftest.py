"""A desk to do lessons at: a real lesson, a fresh diary, and a page that remembers what it said."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from lessons.activities.desk import Desk
from lessons.course import library
from lessons.course.schema import Lesson
from lessons.learner import home
from lessons.learner.diary import Diary
from lessons.page.bridge import Bridge
from lessons.page.page import Page


class Heard(Bridge):
    """A bridge that keeps what was sent."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[dict[str, Any]] = []

    def send(self, message: Any) -> None:
        self.sent.append(dict(message))


@pytest.fixture
def focus() -> Lesson:
    return library.lesson("focus")


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def desk(focus: Lesson, heard: Heard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("TWO_HATS_HOME", str(tmp_path / "home"))
    return Desk(focus, Page(heard), Diary(home.learner_folder("blue-lamp-42")))
