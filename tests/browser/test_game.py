"""The game of lesson 15 in a real browser: by keyboard alone with a restart in the middle, and again by pointer."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from lessons.course.two_hats.best import CHOICES
from tests.browser import judge
from tests.browser.driver import LabBrowser
from tests.browser.game_walk import WORDS, GameWalk
from tests.browser.hands import Keyboard, Pointer
from tests.browser.server import JupyterServer

pytestmark = pytest.mark.browser
NOTEBOOK = "15_two_hats.ipynb"
EVEN = [8, 8, 8, 8, 8]
SHORT = [EVEN, [12, 4, 8, 8, 8], [12, 4, 12, 4, 8]]
LONG = [*SHORT, EVEN, [8, 4, 8, 12, 8], [8, 4, 8, 12, 8], [8, 14, 8, 2, 8], EVEN, [8, 6, 14, 4, 8], EVEN]


@pytest.fixture
def table(server: JupyterServer, browser: Browser) -> Iterator[LabBrowser]:
    """Lesson 15, opened as a learner nobody has seen before."""
    shutil.rmtree(server.learner, ignore_errors=True)
    page = LabBrowser(server, browser)
    page.open_lesson(judge.copy_notebook(server, NOTEBOOK))
    yield page
    page.close()
    judge.end_kernels(server)


def spent(server: JupyterServer) -> list[list[int]]:
    """The hours of all months that were written down."""
    return [event["data"]["hours"] for event in judge.record_events(server) if event["kind"] == "spent"]


def test_three_months_by_keyboard_alone(table: LabBrowser, server: JupyterServer) -> None:
    walk = GameWalk(table, Keyboard(table))
    walk.begin("three_months")
    for hours in SHORT:
        walk.spend(hours)
        assert table.focused()["text"].startswith("What came of month")
    expect(walk.part).to_contain_text(WORDS.end.title)
    walk.shows(CHOICES["three_months"], SHORT)
    assert spent(server) == SHORT
    assert table.cell_errors() == [] == table.console_errors()


@pytest.mark.slow
def test_ten_months_by_keyboard_alone_with_a_restart_and_a_step_back(table: LabBrowser, server: JupyterServer) -> None:
    walk = GameWalk(table, Keyboard(table))
    walk.begin("change")
    for hours in LONG[:4]:
        walk.spend(hours, "the roof leaks")
    table.restart_kernel()
    table.page.wait_for_selector(".th-lab[data-th-state=ran]")
    table.wait_executed()
    table.settle()
    walk.stands_at(5)
    walk.spend([0, 0, 20, 10, 10])
    walk.hands.press(walk.button(WORDS.month.back))
    walk.stands_at(5)
    assert table.focused()["text"].startswith("Month 5")
    walk.spend(LONG[4])
    expect(walk.part).to_contain_text(WORDS.came.first)
    expect(walk.part).to_contain_text(WORDS.half_way.ask)
    walk.hands.choose(walk.part.locator(".widget-radio-box").last, 1)
    walk.hands.write(walk.part.locator(".th-field input[type=text]").first, "40")
    walk.hands.press(walk.button(WORDS.half_way.keep))
    expect(walk.part).not_to_contain_text(WORDS.half_way.ask)
    for month, hours in enumerate(LONG[5:], 6):
        walk.stands_at(month)
        walk.spend(hours)
    expect(walk.part).to_contain_text("you expected Budget at 40")
    walk.shows(CHOICES["change"], LONG)
    assert spent(server)[-5:] == LONG[5:] and len(spent(server)) == 11
    judge.passes_axe(table)
    judge.never_scrolls_sideways(table)
    judge.is_as_it_was(table, server, NOTEBOOK)


@pytest.mark.slow
def test_ten_months_by_pointer_come_to_the_same_readings(table: LabBrowser) -> None:
    walk = GameWalk(table, Pointer(table))
    walk.begin("change")
    for month, hours in enumerate(LONG, 1):
        walk.stands_at(month)
        walk.spend(hours)
        if month == 1:
            judge.passes_axe(table)
            judge.never_scrolls_sideways(table)
            judge.fits_class_view(table)
    walk.shows(CHOICES["change"], LONG)
    walk.hands.press(walk.button(WORDS.end.again))
    walk.begin("three_months")
    walk.hands.push(walk.part.locator(".th-hours").last.locator(".noUi-handle").first)
    expect(walk.part.locator(".th-hours").last).to_contain_text("too many")
    assert table.cell_errors() == [] == table.console_errors()


@pytest.mark.slow
def test_before_a_game_every_screen_fits_and_practice_keeps_nothing(table: LabBrowser, server: JupyterServer) -> None:
    walk = GameWalk(table, Pointer(table))
    for guided in WORDS.practice.tries:
        walk.hands.press(walk.button(WORDS.practice.set_up))
        walk.hands.press(walk.button(WORDS.practice.spend))
        expect(walk.part.locator(".th-game-practice")).to_contain_text(guided.came.split("{")[0].split(":")[0])
    judge.passes_axe(table)
    judge.fits_class_view(table)
    assert spent(server) == []
