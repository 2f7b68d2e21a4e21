"""Class view: one screen at a time, moved by keys and buttons, without scrolling; and what the kernel is told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.driver import LabBrowser
from tests.browser.sample import write_lesson
from tests.browser.server import JupyterServer

pytestmark = pytest.mark.browser

OVERFLOW = """() => {
  const outer = document.querySelector('.jp-WindowedPanel-outer');
  return outer.scrollHeight - outer.clientHeight; }"""
NEXT_WIDTH = """() => {
  const {kernel} = window.jupyterapp.shell.currentWidget.sessionContext.session;
  window.sent = new Promise(told => kernel.anyMessage.connect((_, {msg, direction}) =>
    direction === 'send' && msg.content.data?.width && told(msg.content.data.width))); }"""
SCREENS = ("Why do people follow?", "A guess", "First decision", "Reflect", "Last words")


@pytest.fixture(scope="module")
def opened(browser: Browser, server: JupyterServer) -> Iterator[LabBrowser]:
    """One opened lesson for all tests here."""
    page = LabBrowser(server, browser)
    page.open_lesson(str(write_lesson(server.notebooks / "class").relative_to(server.root)))
    yield page
    page.close()


@pytest.fixture
def lesson(opened: LabBrowser) -> Iterator[LabBrowser]:
    """The lesson in class view, at its first screen."""
    opened.page.evaluate("() => { document.querySelector('.jp-WindowedPanel-outer').scrollTop = 0; }")
    opened.page.get_by_role("button", name="Class view").click()
    yield opened
    if opened.page.locator(".th-class").count():
        opened.press("Escape")


def headings(lesson: LabBrowser) -> list[str]:
    """The headings that can be seen."""
    seen = lesson.page.locator(".jp-Notebook :is(h1, h2, h3):visible").all_inner_texts()
    return [text.strip() for text in seen]


def test_each_screen_takes_the_focus_says_its_place_and_needs_no_scrolling(lesson: LabBrowser) -> None:
    for number, title in enumerate(SCREENS, start=1):
        assert lesson.focused()["text"].rstrip("¶") == title
        expect(lesson.page.locator(".th-bar-place")).to_have_text(f"{number} of {len(SCREENS)}")
        expect(lesson.page.locator(".th-live")).to_have_text(f"{number} of {len(SCREENS)}. {title}")
        assert lesson.page.evaluate(OVERFLOW) <= 0
        assert lesson.sideways() == 0
        lesson.press("PageDown")
    expect(lesson.page.locator(".th-bar-place")).to_have_text("5 of 5")  # the last one stays


def test_a_screen_stands_alone_under_the_heading_of_its_section(lesson: LabBrowser) -> None:
    lesson.press("PageDown", "PageDown")
    assert headings(lesson) == ["The case", "First decision"]
    expect(lesson.page.get_by_text("Around the screens.")).to_be_hidden()
    expect(lesson.page.get_by_role("menubar")).to_have_count(1)
    covered = lesson.page.evaluate(
        "() => document.querySelector('.th-class').contains(document.elementFromPoint(60, 10))"
    )
    assert covered  # menus and file names lie under the lesson


def test_keys_outside_controls_move_and_in_controls_do_not(lesson: LabBrowser) -> None:
    place = lesson.page.locator(".th-bar-place")
    lesson.press("ArrowRight")
    expect(place).to_have_text("2 of 5")
    slider = lesson.page.get_by_role("slider", name="Height")
    slider.focus()
    lesson.press("ArrowRight")
    expect(place).to_have_text("2 of 5")
    lesson.press("PageDown")
    expect(place).to_have_text("3 of 5")
    lesson.press("ArrowLeft", "PageUp", "Space")
    expect(place).to_have_text("2 of 5")
    lesson.page.get_by_role("button", name="Next").click()
    lesson.page.get_by_role("button", name="Back").click()
    expect(place).to_have_text("2 of 5")
    lesson.settle()


def test_escape_leads_back_to_the_page_where_one_was(lesson: LabBrowser) -> None:
    lesson.press("PageDown", "PageDown", "Escape")
    expect(lesson.page.locator(".th-class")).to_have_count(0)
    assert lesson.focused()["text"].rstrip("¶") == "The case"
    assert "Around the screens." in lesson.page.locator(".jp-Notebook").inner_text()
    expect(lesson.page.get_by_role("button", name="Class view")).to_have_attribute("aria-pressed", "false")
    assert lesson.page.locator(".th-now, .th-path").count() == 0
    menu = lesson.page.get_by_role("menubar").bounding_box()
    assert menu and not lesson.page.evaluate(
        "y => document.querySelector('.th-lab').contains(document.elementFromPoint(60, y))", menu["y"] + 5
    )


def test_a_screen_that_appears_is_counted_and_the_view_stays(lesson: LabBrowser) -> None:
    lesson.press("PageDown", "PageDown")
    lesson.page.get_by_role("button", name="Continue the case").click()
    expect(lesson.page.locator(".th-bar-place")).to_have_text("3 of 6")
    assert headings(lesson) == ["The case", "First decision"]
    lesson.press("PageDown")
    assert headings(lesson) == ["The case", "Second decision"]
    assert lesson.axe() == []
    assert lesson.console_errors() == []


def heard(folder: Path) -> dict[str, Any]:
    """The last value of every fact that the stand-in kernel was told."""
    facts: dict[str, Any] = {}
    for message in json.loads((folder / "heard.json").read_text(encoding="utf-8")):
        facts |= message
    return facts


def test_the_kernel_is_told_theme_view_and_width(lab: LabBrowser, server: JupyterServer) -> None:
    folder = server.notebooks / "told"
    lab.open_lesson(str(write_lesson(folder).relative_to(server.root)))
    column = lab.outputs.first.evaluate("element => element.clientWidth")
    assert heard(folder) == {"theme": "light", "view": "page", "width": column}
    assert column == 880
    lab.theme("dark")
    lab.page.get_by_role("button", name="Class view").click()
    lab.settle()
    told = heard(folder)
    assert (told["theme"], told["view"]) == ("dark", "class")
    lab.press("Escape")
    lab.page.evaluate(NEXT_WIDTH)
    lab.width(600)
    narrow = lab.page.evaluate("() => window.sent")
    lab.settle()
    assert narrow == lab.outputs.first.evaluate("element => element.clientWidth") < 600
    assert heard(folder) == {"theme": "dark", "view": "page", "width": narrow}
