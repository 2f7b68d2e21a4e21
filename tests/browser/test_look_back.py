"""Looking back, the plan and the last page of lesson 15 in a real browser, by keyboard alone."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from lessons.course import library
from lessons.course.two_hats.best import CHOICES
from lessons.course.two_hats.game import EDITION, READINGS, final
from lessons.course.two_hats.players import STEADY
from lessons.learner import home
from lessons.learner.diary import Diary
from tests.browser import judge
from tests.browser.driver import LabBrowser
from tests.browser.hands import Keyboard
from tests.browser.server import JupyterServer

pytestmark = pytest.mark.browser
NOTEBOOK = "15_two_hats.ipynb"
CODE = "blue-lamp-42"
YEAR = CHOICES["A"]
HABIT = [[16, 8, 8, 2, 6]] * 6 + [[10, 8, 10, 6, 6]] * 4
GAME = library.game()
BACK, PLAN, LAST = GAME.look_back, GAME.plan, GAME.last_page
OLD, NEW = "one holds the list", "who asks first"
HOSTILE = "the <img src=x onerror=alert(1)> roof & **leaks**"
LINES = {
    "plan_if": "the Monday list is full",
    "plan_then": HOSTILE,
    "plan_date": "31.02.2030",
    "plan_observer": "Dina, on Friday",
    "plan_unless": "somebody is ill",
    "plan_change": "nothing waits for a month",
}


@pytest.fixture(scope="module")
def opened(browser: Browser, server: JupyterServer) -> Iterator[LabBrowser]:
    """Lesson 15 with a year played and the course done; the tests of this file go through it in order."""
    shutil.rmtree(server.learner, ignore_errors=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TWO_HATS_HOME", str(server.learner))
        home.remember(CODE)
        a_whole_course(Diary(home.learner_folder(CODE)))
    page = LabBrowser(server, browser)
    page.open_lesson(judge.copy_notebook(server, NOTEBOOK))
    yield page
    page.close()
    judge.end_kernels(server)


def a_whole_course(diary: Diary) -> None:
    """What comes back in lesson 15, and a finished year of three players."""
    weights = {"delivery": 4, "budget": 2, "commitment": 2, "direction": 2}
    year = {"edition": EDITION, "kind": YEAR.kind, "seed": YEAR.seed, "months": YEAR.months}
    diary.write("began", "two_hats", game="0badcafe", weights=weights, team=3, **year)
    for month, hours in enumerate(HABIT, 1):
        diary.write("spent", "two_hats", game="0badcafe", month=month, hours=hours, because="")
        if month == 5:
            diary.write("expected", "two_hats", game="0badcafe", reading="budget", value=35, text="meetings")
    for lesson in library.lessons():
        for decision in (1, 2):
            diary.write("chose", lesson.slug, decision=decision, option="ABC"[(lesson.number + decision) % 3])
        diary.write("predicted", lesson.slug, value=lesson.predict.low, sure="nearly")
    diary.write("kept", "start_here", id="sentence00", value=OLD, sealed=True)
    diary.write("kept", "vision", id="split11", value=5)
    diary.write("kept", "following", id="unless09", value="sign, unless the form is wrong")
    diary.write("kept", "position", id="asked05", value="D. K.")
    diary.write("kept", "start_here", id="sort00", value={"T01": "managing", "T02": "leading"})
    diary.write("kept", "overlap", id="sort13", value={"T01": "both", "T02": "leading"})


def part(lab: LabBrowser, step: str) -> Locator:
    return lab.page.locator(f".th-activity.th-{step}")


def button(lab: LabBrowser, step: str, name: str) -> Locator:
    return part(lab, step).get_by_role("button", name=name, exact=True)


def write(lab: LabBrowser, prompt: str, text: str) -> None:
    Keyboard(lab).write(lab.page.locator(f".th-key-{prompt}").locator("input, textarea"), text)


def test_the_year_is_looked_back_on(opened: LabBrowser) -> None:
    shown, hands = part(opened, "look_back"), Keyboard(opened)
    expect(shown.locator(".th-chart img").first).to_have_attribute(
        "alt", re.compile(r"^By your weights, above an even")
    )
    for said in ("The largest step came in month 9", "400 hours: 54 % managing", "you kept 5 of 12 hours for leading"):
        expect(shown).to_contain_text(said)
    hands.press(shown.get_by_role("button", name=BACK.year_end.open_text).first)
    expect(shown.locator("table").first).to_contain_text("1: calm")


def test_the_same_events_are_played_again_by_keyboard(opened: LabBrowser) -> None:
    shown, hands = part(opened, "look_back"), Keyboard(opened)
    hands.push(shown.locator(".noUi-handle"))
    expect(shown).to_contain_text("9 hours a month to leading")
    hands.press(button(opened, "look_back", BACK.again.see))
    expect(shown.locator(".th-chart img")).to_have_count(2)
    numbers = shown.locator("input[type=number]")
    for place, hours in enumerate(STEADY):
        hands.write(numbers.nth(numbers.count() - len(STEADY) + place), f"{hours:.0f}")
    hands.press(button(opened, "look_back", BACK.again.own_press))
    commitment = final(YEAR, [list(STEADY)] * YEAR.months)[READINGS.index("commitment")]
    row = shown.get_by_role("row").filter(has_text="your split: 10, 5, 10, 5, 10")
    expect(row).to_contain_text(f"{commitment:.0f} (+")


def test_the_old_sentence_is_opened_by_the_new_one(opened: LabBrowser) -> None:
    hands = Keyboard(opened)
    expect(opened.page.locator(".jp-Notebook")).not_to_contain_text(OLD)
    write(opened, "sentence15", NEW)
    hands.press(button(opened, "plan", PLAN.sentence.save))
    assert NEW in opened.focused()["text"]
    expect(part(opened, "plan")).to_contain_text(f"you wrote: “{OLD}”")
    expect(part(opened, "last_page")).to_contain_text(OLD)


def test_a_plan_is_written_and_stands_on_the_last_page(opened: LabBrowser) -> None:
    hands = Keyboard(opened)
    write(opened, "managing_first", "the roof leaks")
    write(opened, "leading_first", "nobody knows what for")
    hands.press(button(opened, "plan", PLAN.halves.save))
    for line, text in LINES.items():
        write(opened, line, text)
    hands.press(button(opened, "plan", PLAN.act.save))
    expect(part(opened, "plan").locator("[role=alert]")).to_contain_text("“31.02.2030” is no day of the calendar.")
    write(opened, "plan_date", "4 March")
    hands.press(button(opened, "plan", PLAN.act.save))
    expect(part(opened, "plan").locator("[role=alert]")).to_have_count(0)
    last = part(opened, "last_page")
    for text in ("the roof leaks", "nobody knows what for", "4 March", HOSTILE, "between your two sorts: 1 of 2"):
        expect(last).to_contain_text(text)
    expect(last.locator("img")).to_have_count(0)
    expect(last.locator("table").first.locator("tbody td")).to_have_count(28)


def test_the_page_is_saved_as_a_file(opened: LabBrowser) -> None:
    Keyboard(opened).press(button(opened, "last_page", LAST.save))
    links = part(opened, "last_page").locator("a[download]")
    expect(links.first).to_have_attribute("href", re.compile(r"^data:application/pdf;base64,JVBERi"))


def test_a_card_is_opened_for_the_one_who_holds_it(opened: LabBrowser) -> None:
    hands, team = Keyboard(opened), GAME.team
    hands.press(button(opened, "team", team.show))
    hands.press(button(opened, "team", "Open card 5"))
    assert opened.focused()["text"].startswith("The cash box")
    expect(part(opened, "team")).to_contain_text("Player 3")
    hands.press(button(opened, "team", "Close card 5"))
    expect(part(opened, "team")).not_to_contain_text("The cash box")
    hands.press(button(opened, "look_back", team.open_all))
    expect(part(opened, "look_back").locator(".th-all-cards h4")).to_have_count(5)


def test_it_passes_axe_and_fits_every_width_and_class_view(opened: LabBrowser) -> None:
    judge.passes_axe(opened)
    judge.never_scrolls_sideways(opened)
    judge.fits_class_view(opened)


def finds_it_all(window: LabBrowser) -> None:
    """Everything that was written is there."""
    expect(part(window, "plan")).to_contain_text(f"you wrote: “{OLD}”")
    expect(part(window, "last_page")).to_contain_text("4 March")
    assert window.page.locator(".th-key-plan_then input").input_value() == HOSTILE


def test_a_restart_finds_it_all_again(opened: LabBrowser, server: JupyterServer) -> None:
    opened.restart_kernel()
    opened.page.wait_for_selector(".th-lab[data-th-state=ran]")
    opened.wait_executed()
    opened.settle()
    finds_it_all(opened)
    judge.is_as_it_was(opened, server, NOTEBOOK)


def test_another_window_finds_it_too(opened: LabBrowser, browser: Browser, server: JupyterServer) -> None:
    second = LabBrowser(server, browser)
    try:
        second.open_lesson(f"notebooks/{NOTEBOOK}")
        finds_it_all(second)
    finally:
        second.close()
