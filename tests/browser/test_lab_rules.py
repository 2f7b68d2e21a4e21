"""The extension's pure rules, asked in the browser: what may run by itself, and which folder is the course's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.server import JupyterServer

pytestmark = pytest.mark.browser

GOOD = 'from lessons import open_lesson\nlesson = open_lesson("focus")'
PLAIN = [
    [GOOD],
    [GOOD, "lesson.predict()"],
    ["# only a remark", "", "\n\n", GOOD],
    ["from lessons import open_lesson, other_word\nl2 = open_lesson('two_hats')\nl2.case()   "],
    [GOOD + "\r\nlesson.begin()"],
]
NOT_PLAIN = [
    ["import os"],
    ["from lessons import *"],
    ["from lessons.lab import install"],
    ["from lessons import open_lesson as o"],
    [GOOD, "other.predict()"],
    ["lesson.predict()", GOOD],
    [GOOD, "lesson.predict(1)"],
    [GOOD, "lesson.__init__()"],
    [GOOD, "lesson.a.b()"],
    [GOOD, "lesson.predict"],
    [GOOD, "lesson.predict(); x()"],
    [GOOD, "  lesson.predict()"],
    [GOOD, "lesson.predict() # remark"],
    ["lesson = open_lesson('a' + 'b')"],
    ["lesson = open_lesson('../x')"],
    ["%run x.py"],
    ["!ls"],
    ["%%bash\nls"],
    ["lesson?"],
    *[[f"# remark{end}!ls"] for end in "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"],
]


@pytest.fixture(scope="module")
def rules(browser: Browser, server: JupyterServer) -> Iterator[Page]:
    """A page that has loaded nothing but the extension's rules."""
    page = browser.new_page()
    installed = next((server.folder / "prefix/share/jupyter/labextensions/two-hats-lab/static").iterdir())
    place = f"{server.url}/lab/extensions/two-hats-lab/static/{installed.name}"
    page.goto(f"{place}/words.json?token={server.token}")
    page.evaluate("async module => { window.rules = await import(module); }", f"{place}/course.js")
    yield page
    page.close()


def ask(rules: Page, name: str, *arguments: Any) -> bool:
    answer: bool = rules.evaluate("([name, given]) => window.rules[name](...given)", [name, list(arguments)])
    return answer


@pytest.mark.parametrize("sources", PLAIN)
def test_calls_of_the_lesson_are_plain(rules: Page, sources: list[str]) -> None:
    assert ask(rules, "isPlainLesson", sources)


@pytest.mark.parametrize("sources", NOT_PLAIN)
def test_anything_else_is_not(rules: Page, sources: list[str]) -> None:
    assert not ask(rules, "isPlainLesson", sources)


@pytest.mark.parametrize(
    ("root", "path", "inside"),
    [
        ("/srv/course", "notebooks/01.ipynb", True),
        ("/srv/course/", "notebooks/instructor/01.ipynb", True),
        ("/srv/course/notebooks", "01.ipynb", True),
        ("~/course", "notebooks/01.ipynb", True),
        ("/srv/course", "notebooks2/01.ipynb", False),
        ("/srv/course", "01.ipynb", False),
        ("/srv/course", "notebooks/../elsewhere/01.ipynb", False),
        ("/srv", "notebooks/01.ipynb", False),
        ("c:\\Users\\Me\\course", "notebooks/01.ipynb", True),
    ],
)
def test_the_folder_of_the_course(rules: Page, root: str, path: str, inside: bool) -> None:
    folders = ["/srv/course/notebooks", "~/course/notebooks", "C:/Users/me/course/notebooks"]
    assert ask(rules, "isInFolder", root, path, folders) is inside


def test_only_our_metadata_count(rules: Page) -> None:
    assert ask(rules, "isCourse", {"course": "two-hats", "lesson": "focus"})
    assert not any(ask(rules, "isCourse", other) for other in (None, {}, {"course": "three-hats"}))
