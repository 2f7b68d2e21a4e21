"""Every lesson, done in a real browser by keyboard alone and by pointer. Generated from the list of lessons."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from lessons.activities.next import NOTEBOOKS, notebook_name
from lessons.course import library
from lessons.course.schema import Lesson
from tests.browser.driver import LabBrowser
from tests.browser.hands import Keyboard, Pointer
from tests.browser.server import JupyterServer
from tests.browser.walk import WORDS, Walk

pytestmark = pytest.mark.browser

WIDTHS = (1280, 900, 640, 420)
OVERFLOW = """() => { const outer = document.querySelector('.jp-WindowedPanel-outer');
  return outer.scrollHeight - outer.clientHeight; }"""
CODE = ".jp-CodeCell .jp-InputArea-editor, .jp-InputPrompt, .jp-OutputPrompt, .jp-InputPlaceholder, .th-hint"


def every_lesson() -> list[pytest.param]:  # type: ignore[valid-type]
    """All lessons that have a notebook; with `start.py test` alone only the first and the newest are walked."""
    found = [lesson for lesson in library.lessons() if (NOTEBOOKS / notebook_name(lesson)).is_file()]
    always = {found[0].slug, found[-1].slug}
    return [
        pytest.param(
            lesson,
            id=notebook_name(lesson).removesuffix(".ipynb"),
            marks=() if lesson.slug in always else pytest.mark.slow,
        )
        for lesson in found
    ]


@pytest.fixture(scope="module", params=every_lesson())
def lesson(request: pytest.FixtureRequest) -> Lesson:
    """One lesson after the other."""
    found: Lesson = request.param
    return found


@pytest.fixture(scope="module")
def opened(browser: Browser, server: JupyterServer, lesson: Lesson) -> Iterator[LabBrowser]:
    """The lesson, opened once as a learner nobody has seen before; the tests of this file go through it in order."""
    shutil.rmtree(server.learner, ignore_errors=True)
    copy = server.notebooks / notebook_name(lesson)
    shutil.copyfile(NOTEBOOKS / notebook_name(lesson), copy)
    page = LabBrowser(server, browser)
    page.open_lesson(f"notebooks/{copy.name}")
    yield page
    page.close()


def saved(server: JupyterServer, lesson: Lesson) -> bytes:
    """The notebook's file as it is on disk."""
    return (server.notebooks / notebook_name(lesson)).read_bytes()


def test_it_opens_as_a_page_with_the_focus_on_its_title(opened: LabBrowser, lesson: Lesson) -> None:
    assert opened.cell_errors() == []
    assert opened.focused()["text"].startswith(lesson.title)
    assert opened.page.locator(CODE).locator("visible=true").count() == 0


def test_it_is_done_by_keyboard_alone_with_a_restart_in_the_middle(opened: LabBrowser, lesson: Lesson) -> None:
    walk = Walk(opened, lesson, Keyboard(opened))
    walk.predict()
    walk.case()
    opened.restart_kernel()
    opened.page.wait_for_selector(".th-lab[data-th-state=ran]")
    opened.settle()
    expect(walk.part("predict").locator(".th-note")).to_be_visible()
    expect(walk.part("case").locator(".th-chosen")).to_have_count(2)
    for step in ("explore", "cards", "check", "reflect"):
        getattr(walk, step)()
    expect(walk.part("next")).to_contain_text("You have done every step of this lesson.")


def test_its_parts_pass_axe_in_light_and_dark(opened: LabBrowser) -> None:
    for theme in ("light", "dark", "light"):
        opened.theme(theme)
        opened.settle()
        assert opened.axe() == [], theme


def test_it_never_scrolls_sideways(opened: LabBrowser) -> None:
    for width in WIDTHS:
        opened.width(width)
        opened.settle()
        assert opened.sideways() <= 0, width
    opened.width(1280)
    opened.settle()


def test_class_view_needs_no_scrolling(opened: LabBrowser) -> None:
    opened.page.evaluate("() => { document.querySelector('.jp-WindowedPanel-outer').scrollTop = 0; }")
    opened.page.get_by_role("button", name="Class view").click()  # it begins where one is
    place = opened.page.locator(".th-bar-place")
    count = int(place.inner_text().split()[-1])
    for number in range(1, count + 1):
        expect(place).to_have_text(f"{number} of {count}")
        opened.settle()
        assert opened.page.evaluate(OVERFLOW) <= 0, (number, opened.focused()["text"])
        assert opened.sideways() <= 0, number
        opened.press("PageDown")
    opened.press("Escape")
    expect(place).not_to_be_visible()


def test_the_notebook_and_the_console_are_as_they_were(
    opened: LabBrowser, server: JupyterServer, lesson: Lesson
) -> None:
    assert saved(server, lesson) == (NOTEBOOKS / notebook_name(lesson)).read_bytes()
    assert opened.cell_errors() == []
    assert opened.console_errors() == []
    assert opened.dialogs == []


def test_the_answers_are_there_the_next_day(
    opened: LabBrowser, browser: Browser, server: JupyterServer, lesson: Lesson
) -> None:
    opened.close()
    for session in server.api("GET", "/api/sessions"):
        server.api("DELETE", f"/api/sessions/{session['id']}")
    page = LabBrowser(server, browser)
    try:
        page.open_lesson(f"notebooks/{notebook_name(lesson)}")
        walk = Walk(page, lesson, Pointer(page))
        expect(walk.part("reflect").locator("textarea")).to_have_value(WORDS)
        expect(walk.part("head")).to_contain_text("6 of 6 steps done")
        walk.hands.press(walk.button("head", "Start over"))
        walk.hands.press(walk.button("head", "Yes, start over"))
        expect(walk.part("head")).to_contain_text("0 of 6 steps done")
        walk.whole()
        assert page.cell_errors() == []
        assert page.console_errors() == []
    finally:
        page.close()


def learner_files(server: JupyterServer) -> list[Path]:
    """The record's files."""
    return sorted(server.learner.rglob("*.jsonl"))


def test_everything_was_written_down(server: JupyterServer, opened: LabBrowser, lesson: Lesson) -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in learner_files(server))
    for kind in ("predicted", "chose", "rewound", "explored", "placed", "answered", "wrote", "started_over"):
        assert f'"kind":"{kind}"' in text
