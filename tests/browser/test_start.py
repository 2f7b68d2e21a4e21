"""Lesson 0 in a real browser: by keyboard with a restart in the middle, by pointer the next day; nothing too early."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from lessons.activities.next import notebook_name
from lessons.course import library
from tests.browser import judge
from tests.browser.driver import LabBrowser
from tests.browser.hands import Keyboard, Pointer
from tests.browser.server import JupyterServer
from tests.browser.start_walk import CARDS, SENTENCE, START, StartWalk

pytestmark = pytest.mark.browser

NAME = "00_start_here.ipynb"
SIGNS = re.compile("[■●◆○]")
ROLE_COLOURS = """() => {
  const root = document.querySelector('.th-root'), style = getComputedStyle(root), probe = document.createElement('i');
  root.append(probe);
  const colours = new Set();
  for (const role of ['managing', 'leading', 'both']) for (const kind of ['', '-text', '-tint']) {
    probe.style.color = style.getPropertyValue(`--th-${role}${kind}`);
    colours.add(getComputedStyle(probe).color);
  }
  probe.remove();
  const found = [];
  for (const element of document.querySelectorAll('.jp-Notebook *')) {
    const {color, backgroundColor, borderTopColor} = getComputedStyle(element);
    const used = [color, backgroundColor, borderTopColor];
    if (used.some(one => colours.has(one))) found.push(element.outerHTML.slice(0, 120));
  }
  return found; }"""
MODELS = """async () => {
  const {kernel} = window.jupyterapp.shell.currentWidget.sessionContext.session;
  let text = '';
  const code = 'import json, ipywidgets as w; print(json.dumps([str(m.value) for m in w.Widget.widgets.values() ' +
    'if hasattr(m, "value")]) if hasattr(w.Widget, "widgets") else "[]")';
  const run = kernel.requestExecute({code, silent: false, store_history: false});
  run.onIOPub = message => { if (message.header.msg_type === 'stream') text += message.content.text; };
  await run.done;
  return text; }"""


@pytest.fixture(scope="module")
def opened(browser: Browser, server: JupyterServer) -> Iterator[LabBrowser]:
    """Lesson 0, opened once as a learner nobody has seen before; the tests of this file go through it in order."""
    shutil.rmtree(server.learner, ignore_errors=True)
    judge.copy_notebook(server, notebook_name(library.lesson("focus")))
    page = LabBrowser(server, browser)
    page.open_lesson(judge.copy_notebook(server, NAME))
    yield page
    page.close()


def shows_no_hat(lab: LabBrowser) -> None:
    """No sign, no label and no colour of a hat on the page."""
    assert not SIGNS.search(lab.page.locator(".jp-Notebook").inner_text())
    assert lab.page.locator(".jp-Notebook [class*=th-hat], .jp-Notebook [class*=th-role]").count() == 0
    assert lab.page.evaluate(ROLE_COLOURS) == []


def test_it_opens_as_a_page_and_shows_no_hat(opened: LabBrowser) -> None:
    judge.opens_as_a_page(opened, START.title)
    shows_no_hat(opened)


def test_practice_is_done_by_keyboard_and_nothing_of_it_is_kept(opened: LabBrowser, server: JupyterServer) -> None:
    before = sorted(path for path in server.learner.rglob("*") if path.is_file())
    walk = StartWalk(opened, Keyboard(opened))
    walk.practice()
    badges = opened.page.locator(".th-practice-head").get_by_text("Practice: not kept", exact=True)
    expect(badges.locator("visible=true")).to_have_count(8)
    assert sorted(path for path in server.learner.rglob("*") if path.is_file()) == before
    assert judge.record_files(server) == []
    shows_no_hat(opened)


def test_the_rest_is_done_by_keyboard_with_a_restart_in_the_middle(opened: LabBrowser) -> None:
    walk = StartWalk(opened, Keyboard(opened))
    walk.sentence()
    walk.place(0, 9)
    expect(opened.page.locator(".th-live")).to_contain_text(f"9 of {CARDS} placed.")
    shows_no_hat(opened)
    opened.restart_kernel()
    opened.page.wait_for_selector(".th-lab[data-th-state=ran]")
    opened.settle()
    expect(walk.part("sentence").locator(".th-note")).to_contain_text("Sealed")
    expect(walk.part("sort").locator("input:checked")).to_have_count(9)
    expect(walk.part("predict").locator("input[type=text]")).to_be_visible()  # practice was not kept
    walk.hands.press(walk.button("sort", "Go to the next card without a place").first)
    expect(walk.row(9).locator("input").first).to_be_focused()
    walk.place(9, CARDS)
    shows_no_hat(opened)
    walk.save()
    expect(opened.page.locator(".th-live")).to_have_text("Your sort is saved.")


def test_what_was_saved_is_locked_and_the_map_and_the_signs_are_there(opened: LabBrowser) -> None:
    walk = StartWalk(opened, Keyboard(opened))
    expect(walk.part("sort").locator("input, .th-btn:not(.th-hand-in .th-btn)")).to_have_count(0)
    assert SIGNS.search(walk.part("sort").inner_text())
    expect(walk.part("map").locator("img")).to_have_attribute(
        "alt", re.compile("^13 rows, one for each difference. Focus")
    )
    walk.open_all()
    links = walk.part("map").locator("table a")
    expect(links.first).to_have_attribute("href", notebook_name(library.lesson("focus")))
    expect(walk.part("next")).to_contain_text("You have done every step of this lesson.")
    expect(walk.part("next").locator("a")).to_have_attribute("href", re.compile("01_focus.ipynb$"))


def test_the_sealed_sentence_is_nowhere_on_the_page_nor_in_the_widgets(
    opened: LabBrowser, server: JupyterServer
) -> None:
    assert "asks what for" not in opened.page.content()
    widgets = opened.page.evaluate(MODELS)
    assert "You sort the cards again in lesson 13" in widgets
    assert "asks what for" not in widgets
    assert json.dumps(SENTENCE)[1:-1] in judge.record_text(server)


def test_its_parts_pass_axe_in_light_and_dark(opened: LabBrowser) -> None:
    judge.passes_axe(opened)


def test_it_never_scrolls_sideways(opened: LabBrowser) -> None:
    judge.never_scrolls_sideways(opened)


def test_class_view_needs_no_scrolling_after_the_sort(opened: LabBrowser) -> None:
    assert judge.fits_class_view(opened) > 20


def test_the_notebook_and_the_console_are_as_they_were(opened: LabBrowser, server: JupyterServer) -> None:
    judge.is_as_it_was(opened, server, NAME)


def test_it_is_there_the_next_day_and_somebody_else_does_it_by_pointer(
    opened: LabBrowser, browser: Browser, server: JupyterServer
) -> None:
    opened.close()
    judge.end_kernels(server)
    page = LabBrowser(server, browser)
    try:
        page.open_lesson(f"notebooks/{NAME}")
        walk = StartWalk(page, Pointer(page))
        expect(walk.part("head")).to_contain_text("2 of 2 steps done")
        walk.hands.press(walk.button("head", "I am someone else"))
        walk.hands.press(walk.part("head").get_by_role("button", name=re.compile("^Begin as ")))
        expect(walk.part("head")).to_contain_text("0 of 2 steps done")
        shows_no_hat(page)
        walk.practice()
        assert judge.fits_class_view(page) > 20  # the 24 cards, six a screen, and a practice round with its replies
        walk.hands.press(walk.button("sentence", "I would rather not"))
        expect(walk.part("sentence")).to_contain_text("You left your sentence out.")
        walk.place(0, CARDS)
        walk.save()
        assert page.axe() == []
        assert page.cell_errors() == []
        assert page.console_errors() == []
    finally:
        page.close()


def test_what_is_kept_is_the_sentence_the_sort_and_how_sure(server: JupyterServer) -> None:
    events = judge.record_events(server)
    assert {event["kind"] for event in events} == {"kept", "placed", "answered"}
    kept = [event["data"] for event in events if event["kind"] == "kept"]
    assert [(one["id"], one.get("sealed")) for one in kept] == [
        ("sentence00", True), ("confidence00", None), ("sort00", None), ("confidence00", None), ("sort00", None),
    ]  # fmt: skip
    assert all(len(one["value"]) == CARDS for one in kept if one["id"] == "sort00")
    assert {event["data"]["sort"] for event in events if event["kind"] == "placed"} == {"first", "six"}
