"""The class debrief in a real browser: opened, read by keyboard, gone through in class view, attacked and flooded."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from lessons.classroom.handin import write
from lessons.course import library
from tests.browser import judge
from tests.browser.driver import LabBrowser
from tests.browser.hands import Keyboard
from tests.browser.server import JupyterServer
from tests.classroom.sample_class import MARKUP, hand_ins, one, put

pytestmark = pytest.mark.browser

NAME = "instructor/class_debrief.ipynb"
WORDS = library.debrief()
PEOPLE = 12
INJECTED = """() => document.querySelector('.jp-Notebook').querySelectorAll(
  'img[src="x"], script, svg[onload], a[href^=javascript]').length"""


class Debrief:
    """A teacher with a keyboard and a folder."""

    def __init__(self, lab: LabBrowser, folder: Path) -> None:
        self.lab, self.folder, self.hands = lab, folder, Keyboard(lab)

    def part(self, name: str) -> Locator:
        return self.lab.page.locator(f".th-activity.th-{name}")

    def button(self, name: str, text: str) -> Locator:
        return self.part(name).get_by_role("button", name=text, exact=True)

    def read(self) -> None:
        """Type the folder's place and press the button."""
        self.hands.write(self.part("folder").locator("input[type=text]"), str(self.folder))
        self.hands.press(self.button("folder", WORDS.folder.read))

    def unharmed(self) -> None:
        """Nothing has run, nothing has opened, no element was made, nothing has failed."""
        assert self.lab.page.evaluate("() => window.alerted === undefined")
        assert self.lab.page.evaluate(INJECTED) == 0
        assert self.lab.dialogs == []
        assert self.lab.cell_errors() == []
        assert self.lab.console_errors() == []


@pytest.fixture(scope="module")
def opened(browser: Browser, server: JupyterServer, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Debrief]:
    """The notebook, opened once where nothing names a class; the tests of this file go through it in order."""
    (server.notebooks / "instructor").mkdir(exist_ok=True)
    lab = LabBrowser(server, browser)
    lab.open_lesson(judge.copy_notebook(server, NAME))
    yield Debrief(lab, put(hand_ins(PEOPLE, ("focus", "goals")), tmp_path_factory.mktemp("class") / "hand ins"))
    lab.close()
    judge.end_kernels(server)
    shutil.rmtree(server.notebooks / "instructor")


def test_it_opens_as_a_page_and_waits(opened: Debrief) -> None:
    judge.opens_as_a_page(opened.lab, WORDS.title)
    expect(opened.part("folder")).to_contain_text(WORDS.folder.empty)
    expect(opened.part("chose")).to_contain_text("Waiting: 0 of 5.")
    assert opened.lab.page.locator(".th-debrief .th-chart img").count() == 0


def test_a_folder_is_read_by_keyboard_and_every_screen_follows(opened: Debrief) -> None:
    opened.read()
    expect(opened.part("folder")).to_contain_text(f"{PEOPLE * 5} hand-ins are in the folder, 0 of them not yet")
    expect(opened.part("came_in")).to_contain_text(f"{PEOPLE * 5} hand-ins, 0 since the last update")
    for name in ("expected", "chose", "sure", "first_cards", "moved", "disagree", "shared", "hard", "months", "advice"):
        picture = opened.part(name).locator(".th-chart img").first
        expect(picture).to_be_visible()
        opened.hands.press(opened.part(name).get_by_role("button", name=WORDS.open_text).first)
        expect(opened.part(name).locator(".th-disclosed table").first).to_be_visible()
        opened.hands.press(opened.part(name).get_by_role("button", name=WORDS.close_text).first)


def test_another_lesson_is_chosen_by_keyboard(opened: Debrief) -> None:
    picture = opened.part("chose").locator(".th-chart img").first
    before = picture.get_attribute("alt") or ""
    opened.hands.reach(opened.part("folder").locator("select"))
    opened.lab.page.keyboard.type("06")
    opened.lab.settle()
    expect(picture).not_to_have_attribute("alt", before)
    expect(opened.part("chose")).to_contain_text("You can change one thing this month.")


def test_plans_are_read_on_and_the_report_is_made(opened: Debrief) -> None:
    plans = opened.part("plans")
    expect(plans).to_contain_text("Plans 1 to 2")
    opened.hands.press(opened.button("plans", WORDS.screens["plans"].says["next"]))
    expect(plans).to_contain_text("Plans 3 to 4")
    opened.hands.press(opened.button("take_away", WORDS.screens["take_away"].says["make"]))
    links = opened.part("take_away").locator("a[download]")
    expect(links).to_have_count(2)
    assert (links.first.get_attribute("href") or "").startswith("data:application/pdf;base64,JVBERi")


def test_hands_are_counted(opened: Debrief) -> None:
    form = opened.part("hands")
    opened.hands.write(form.locator("input[type=text]").first, "12 9 many")
    opened.hands.press(form.get_by_role("button", name=WORDS.hands.use).first)
    expect(form.get_by_role("alert")).to_contain_text("cannot be read")
    opened.hands.write(form.locator("input[type=text]").first, "12 9 4")
    opened.hands.press(form.get_by_role("button", name=WORDS.hands.use).first)
    expect(form).to_contain_text(WORDS.hands.used)
    picture = opened.part("chose").locator(".th-chart img").first
    assert "12 · 48 %" in (picture.get_attribute("alt") or "")
    opened.hands.press(form.get_by_role("button", name=WORDS.hands.clear).first)
    assert "12 · 48 %" not in (picture.get_attribute("alt") or "")


def test_its_parts_pass_axe_in_light_and_dark(opened: Debrief) -> None:
    judge.passes_axe(opened.lab)


def test_it_never_scrolls_sideways(opened: Debrief) -> None:
    judge.never_scrolls_sideways(opened.lab)


def test_class_view_shows_every_screen_without_scrolling(opened: Debrief) -> None:
    assert judge.fits_class_view(opened.lab) == len(WORDS.screens) + 5  # title, folder, hands; two screens twice


def test_hostile_files_and_words_do_nothing(opened: Debrief) -> None:
    folder = opened.folder
    (folder / "<img src=x onerror=alert(1)>.json").write_text(f'{{"lesson": "{MARKUP[:20]}"}}')
    (folder / "deep.json").write_text("[" * 60_000)
    for n in range(6):
        texts = {
            "plan_if": MARKUP,
            "plan_then": "</p><svg onload=window.alerted=1>",
            "sentence00": MARKUP,
            "sentence15": MARKUP,
        }
        put([one(f"stranger {n}", "two_hats", texts=texts)], folder)
    opened.read()
    left_out = opened.part("folder").locator("details")
    expect(left_out).to_contain_text("Left out: 2")
    for _ in range(6):
        opened.hands.press(opened.button("plans", WORDS.screens["plans"].says["next"]))
        opened.unharmed()
    opened.hands.press(opened.button("minds", WORDS.screens["minds"].says["open"]))
    expect(opened.part("minds").locator(".th-disclosed").last).to_contain_text("<img src=x")
    opened.unharmed()


def test_two_hundred_hand_ins_arrive_while_the_folder_is_looked_at(opened: Debrief, tmp_path: Path) -> None:
    opened.folder = tmp_path / "class"
    everybody = [made for made in hand_ins(200, ("goals",), seed=2) if made.lesson == "goals"]
    put(everybody[:5], opened.folder)
    opened.read()
    opened.hands.tick(opened.part("folder").locator("input[type=checkbox]"))
    writers = [
        threading.Thread(target=lambda part: [write(made, opened.folder) for made in part], args=(everybody[n::20],))
        for n in range(20)
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    expect(opened.part("came_in")).to_contain_text("200 hand-ins, 0 since", timeout=60_000)
    expect(opened.part("folder")).to_contain_text(WORDS.folder.none_left_out)
    opened.unharmed()


def test_the_notebook_and_the_console_are_as_they_were(opened: Debrief, server: JupyterServer) -> None:
    judge.is_as_it_was(opened.lab, server, NAME)
