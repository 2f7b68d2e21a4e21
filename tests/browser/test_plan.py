"""Planning a session in a real browser, by keyboard: papers, a notice, and a case of one's own that a lesson offers."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from lessons.activities.next import notebook_name
from lessons.course import library
from tests.browser import judge
from tests.browser.driver import LabBrowser
from tests.browser.hands import Keyboard
from tests.browser.server import JupyterServer

pytestmark = pytest.mark.browser

NAME = "instructor/plan_a_session.ipynb"
TITLE = "The late bus <img src=x onerror=alert(1)> & *more*"


@pytest.fixture(scope="module")
def opened(browser: Browser, server: JupyterServer) -> Iterator[LabBrowser]:
    """The notebook, opened once; the tests of this file go through it in order."""
    shutil.rmtree(server.learner, ignore_errors=True)
    (server.notebooks / "instructor").mkdir(exist_ok=True)
    page = LabBrowser(server, browser)
    page.open_lesson(judge.copy_notebook(server, NAME))
    yield page
    page.close()
    shutil.rmtree(server.learner, ignore_errors=True)  # the other tests' lessons have no class's case


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where this file's papers go."""
    return tmp_path_factory.mktemp("papers") / "new"


def part(lab: LabBrowser, name: str) -> Locator:
    return lab.page.locator(f".th-activity.th-{name}")


def field(lab: LabBrowser, name: str, label: str) -> Locator:
    """The control under a label of a part."""
    return part(lab, name).get_by_label(label, exact=True)


def choose(lab: LabBrowser, name: str, label: str, place: int) -> None:
    """Choose one of the radio buttons under a label."""
    group = part(lab, name).get_by_role("radiogroup", name=label, exact=True)
    hands = Keyboard(lab)
    hands.reach(group.locator("input:checked"))
    before = [one.is_checked() for one in group.locator("input").all()].index(True)
    key = "ArrowDown" if place > before else "ArrowUp"
    lab.press(*[key] * abs(place - before))
    lab.settle()
    expect(group.locator("input").nth(place)).to_be_checked()


def pick(lab: LabBrowser, control: Locator, place: int) -> None:
    """Choose one of a list, by arrows."""
    Keyboard(lab).reach(control)
    lab.press("Home", *["ArrowDown"] * place)
    lab.settle()


def press(lab: LabBrowser, name: str, button: str) -> None:
    Keyboard(lab).press(part(lab, name).get_by_role("button", name=button, exact=True))


def test_it_opens_as_a_page_and_shows_a_plan(opened: LabBrowser) -> None:
    judge.opens_as_a_page(opened, "Plan a session")
    expect(part(opened, "planning")).to_contain_text("50 minutes: Who leads when nobody is the boss?")


def test_a_plan_is_chosen_and_printed_by_keyboard(opened: LabBrowser, papers: Path) -> None:
    plan = part(opened, "planning")
    choose(opened, "planning", "How much time do you have?", 1)
    expect(opened.page.locator(".th-live")).to_have_text("The plan has changed: Why go on? 90 minutes.")
    pick(opened, field(opened, "planning", "Which theme?"), 1)
    choose(opened, "planning", "What do they have?", 1)
    expect(plan).to_contain_text("Who says so? 90 minutes")
    expect(plan.locator("table")).to_have_count(2)
    press(opened, "planning", "Questions and replies: lesson 9")
    expect(plan.locator("table")).to_have_count(3)
    Keyboard(opened).write(field(opened, "planning", "Folder for the files"), str(papers))
    press(opened, "planning", "Make the sheets of this plan")
    expect(plan.locator("[data-th-key=plan-files]")).to_be_focused()
    expect(plan).to_contain_text(f"{len(list(papers.iterdir()))} files are in {papers}.")
    names = sorted(path.name for path in papers.iterdir())
    assert "plan_theme_09_05_a4.pdf" in names and "09_following_show_of_hands_a4.pdf" in names
    assert all(path.read_bytes().startswith(b"%PDF") for path in papers.iterdir())


def test_the_notice_waits_for_its_brackets(opened: LabBrowser, papers: Path) -> None:
    notice = part(opened, "notice")
    hands = Keyboard(opened)
    hands.write(field(opened, "notice", "Folder for the files"), str(papers))
    press(opened, "notice", "Print the notice")
    expect(notice.get_by_role("alert")).to_contain_text("Still empty: school or firm;")
    for label in library.notice().fields.values():
        name = label[:1].upper() + label[1:]
        hands.write(field(opened, "notice", name), "<b>A & B</b>")
    press(opened, "notice", "Print the notice")
    expect(notice).to_contain_text("One file is in")
    assert (papers / "privacy_notice_a4.pdf").read_bytes().startswith(b"%PDF")


def test_a_case_is_written_by_keyboard_and_seen_as_typed(opened: LabBrowser, server: JupyterServer) -> None:
    case, hands = part(opened, "own-case"), Keyboard(opened)
    expect(case.locator(".th-checks")).to_contain_text("Fields that are still empty: 22.")
    press(opened, "own-case", "Write the case into my folder")
    expect(case.get_by_role("alert")).to_contain_text("a needed check is open")
    pick(opened, field(opened, "own-case", "Begin with"), 1)
    expect(case.locator(".th-checks")).to_contain_text("Each of the nine ways has something that another lacks.")
    hands.write(field(opened, "own-case", "Title"), TITLE)
    hands.write(case.locator("textarea").first, "<script>alert(2)</script> It is *now*.")
    expect(case.locator(".th-preview")).to_contain_text("<script>alert(2)</script> It is *now*.")
    choose(opened, "own-case", "Part of the form", 2)
    expect(case.locator(".th-case-option")).to_have_count(3)
    choose(opened, "own-case", "Part of the form", 0)
    press(opened, "own-case", "Write the case into my folder")
    expect(case).to_contain_text("Lesson 1 offers it from the next time it is opened.")
    expect(case.locator("[data-th-key=case-found]")).to_contain_text(f"“{TITLE}”, for lesson 1")
    assert len(list((server.learner / "cases").glob("*.toml"))) == 1


def test_its_parts_pass_axe_in_light_and_dark(opened: LabBrowser) -> None:
    press(opened, "own-case", "How to write one in twenty minutes")
    judge.passes_axe(opened)


def test_it_never_scrolls_sideways(opened: LabBrowser) -> None:
    judge.never_scrolls_sideways(opened)


def test_nothing_failed_or_asked_and_the_notebook_is_as_it_was(opened: LabBrowser, server: JupyterServer) -> None:
    judge.is_as_it_was(opened, server, NAME)
    assert opened.page.locator(".jp-OutputArea-output img, .jp-OutputArea-output script").count() == 0


def test_the_lesson_offers_it_and_a_bad_file_does_no_harm(
    opened: LabBrowser, browser: Browser, server: JupyterServer
) -> None:
    (server.learner / "cases" / "bad.toml").write_bytes(b"\xff<img src=x onerror=alert(3)>")
    press(opened, "own-case", "Look again")
    expect(part(opened, "own-case").locator("[data-th-key=case-found]")).to_contain_text(
        "bad.toml: expected a text file"
    )
    page = LabBrowser(server, browser)
    try:
        page.open_lesson(judge.copy_notebook(server, notebook_name(library.lesson("focus"))))
        case, hands = part(page, "case"), Keyboard(page)
        which = case.locator(".widget-radio-box").first
        expect(which).to_contain_text(f"Your class’s case: {TITLE}")
        hands.choose(which, 1)
        expect(case).to_contain_text("<script>alert(2)</script> It is *now*.")
        hands.choose(case.locator(".widget-radio-box").nth(1), 0)
        press(page, "case", "This is my choice")
        expect(case.locator("[data-th-key=consequence1]")).to_be_focused()
        assert page.axe() == [] and page.cell_errors() == [] and page.dialogs == []
    finally:
        page.close()
    (chose,) = (event for event in judge.record_events(server) if event["kind"] == "chose")
    assert re.fullmatch(r"focus\.[0-9a-f]{16}", chose["lesson"])
