"""A class on a real JupyterHub: five people sort and hand in one after the other; the teacher's notebook shows five."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from typing import Any, cast

import pytest
from playwright.sync_api import Browser, expect

from lessons.classroom.gathering import read_folder
from lessons.course import library
from tests.browser.driver import OPENED, LabBrowser
from tests.browser.hands import Pointer
from tests.browser.hub import PASSWORD, Hub, install_proxy
from tests.browser.start_walk import CARDS, StartWalk

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(os.name == "nt", reason="JupyterHub does not run on Windows"),
    pytest.mark.skipif(not shutil.which("npm"), reason="npm is not installed; with it, a class meets on a JupyterHub"),
]

START = "notebooks/00_start_here.ipynb"
DEBRIEF = "notebooks/instructor/class_debrief.ipynb"
PEOPLE = ("anna", "ben", "chloe", "dmitri", "eve")


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hub]:
    """A hub with nobody on it yet."""
    proxy = install_proxy(tmp_path_factory.mktemp("proxy"))
    with Hub(tmp_path_factory.mktemp("hub"), proxy) as running:
        yield running


def sign_in(hub: Hub, browser: Browser, name: str, path: str = "") -> LabBrowser:
    """Somebody gives their name, and waits until their own server has opened and run the notebook."""
    lab = LabBrowser(cast(Any, hub.seat(name)), browser)
    lab.page.set_default_timeout(120_000)
    target = f"{hub.url}/hub/user-redirect/doc/tree/{path}" if path else hub.url
    lab.page.goto(target)
    lab.page.fill("#username_input", name)
    lab.page.fill("#password_input", PASSWORD)
    lab.page.click("#login_submit")
    lab.page.wait_for_function(OPENED, arg=path or START)
    lab.wait_ran()
    return lab


class Learner(StartWalk):
    """Lesson 0's sort, and the row to hand in under it."""

    def sort(self, first: int) -> None:
        """Place all cards, the first box being another one for each person; say how sure, and save."""
        for place in range(CARDS):
            self.hands.choose(self.row(place), (first + place) % 4)
        part = self.part("sort")
        self.hands.choose(part.locator(".th-key-sort-sure .widget-radio-box"), first % 3)
        self.hands.press(self.button("sort", library.words("sort", "save")))

    def hand_in(self) -> None:
        """See what would be handed in, and hand it in."""
        self.hands.press(self.button("sort", library.words("hand_in", "open")))
        expect(self.part("sort")).to_contain_text(library.words("hand_in", "contents"))
        self.hands.press(self.button("sort", library.words("hand_in", "now")))
        expect(self.part("sort")).to_contain_text(library.words("hand_in", "handed_in"))


@pytest.mark.parametrize("place", range(len(PEOPLE)), ids=PEOPLE)
def test_each_person_opens_the_course_sorts_and_hands_in(hub: Hub, browser: Browser, place: int) -> None:
    """The hub opens lesson 0 by itself; the record lies in one's own home."""
    lab = sign_in(hub, browser, PEOPLE[place])
    learner = Learner(lab, Pointer(lab))
    learner.sort(place)
    learner.hand_in()
    assert lab.cell_errors() == []
    lab.close()
    assert len(list(hub.drop.glob("*.json"))) == place + 1
    records = {file.relative_to(hub.homes).parts[0] for file in hub.homes.rglob("*.jsonl")}
    assert records == set(PEOPLE[: place + 1])


def test_the_folder_holds_five_sorts_of_five_people(hub: Hub) -> None:
    found = read_folder(hub.drop)
    assert [len(one.sorts["first"]) for one in found.hand_ins] == [CARDS] * len(PEOPLE)
    assert len({one.pseudonym for one in found.hand_ins}) == len(PEOPLE) and not found.left_out


def test_the_teachers_notebook_shows_five(hub: Hub, browser: Browser) -> None:
    lab = sign_in(hub, browser, "teacher", DEBRIEF)
    expect(lab.page.locator(".th-activity", has_text=re.compile(r"\b5 hand-ins")).first).to_be_visible()
    assert lab.cell_errors() == []
    lab.close()


def test_no_lesson_was_changed(hub: Hub) -> None:
    assert len(hub.handed_out) > len(library.lessons())
    assert {path: path.read_bytes() for path in hub.handed_out} == hub.handed_out
