"""What the tests of printed sheets share: the lesson, its sheets, and a reader of the words of a PDF."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lessons.course import library
from lessons.course.schema import Lesson
from lessons.publish.press import Paper
from lessons.publish.sheet import participant_sheet
from tests.publish.reading import bare, words_of

Read = Callable[..., str]


@pytest.fixture(scope="session")
def focus() -> Lesson:
    return library.lesson("focus")


@pytest.fixture(scope="session")
def charted(focus: Lesson) -> Lesson:
    """Lesson 1 without its table of ways, so that its sheet shows the chart; shorter, to leave room for it."""
    explore = focus.explore.model_copy(update={"ways": None})
    check = focus.check.model_copy(update={"questions": focus.check.questions[:2]})
    evidence = focus.evidence.model_copy(update={"lines": focus.evidence.lines[:1]})
    return focus.model_copy(update={"explore": explore, "check": check, "evidence": evidence})


@pytest.fixture(scope="session", params=["a4", "us-letter"])
def paper(request: pytest.FixtureRequest) -> Paper:
    return request.param  # type: ignore[no-any-return]


@pytest.fixture(scope="session")
def sheet(focus: Lesson, paper: Paper) -> bytes:
    return participant_sheet(focus, paper)


@pytest.fixture(scope="session")
def read() -> Read:
    """Reads the words of a PDF that typst wrote, in reading order, without spaces: ``read(pdf, decoration=False)``."""
    return words_of


@pytest.fixture(scope="session")
def squeeze() -> Callable[[str], str]:
    return bare
