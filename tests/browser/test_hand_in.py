"""Handing in by keyboard: what is shown is written, twice is once, nothing is lost, and it can be taken back."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from lessons.activities.next import notebook_name
from lessons.classroom.table import read_folder
from lessons.course import library
from tests.browser import judge
from tests.browser.driver import LabBrowser
from tests.browser.hands import Keyboard
from tests.browser.server import JupyterServer
from tests.browser.test_hostile import ATTACKS, INJECTED
from tests.browser.walk import Walk

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HOSTILE = ATTACKS["image"] + ATTACKS["script"] + ATTACKS["formula"] + ATTACKS["leftwards"]
LESSON = library.lesson("focus")


class Learner(Walk):
    """Lesson 1 with the row to hand in at its end."""

    @property
    def row(self) -> Locator:
        return self.part("next").locator(".th-hand-in")

    def press(self, name: str) -> None:
        """Press a button of the row; whatever it brings has the focus."""
        self.hands.press(self.row.get_by_role("button", name=name, exact=True))

    def shown(self) -> str:
        """The file as it is shown, letter by letter."""
        self.press("Show the file letter by letter")
        text: str = self.row.locator("pre").evaluate("pre => pre.textContent")
        return text

    def said(self) -> Locator:
        """What came of the last press; it has the focus."""
        said = self.row.locator("[data-th-key$=-said]")
        expect(said).to_be_focused()
        return said


@pytest.fixture(scope="module")
def classroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The class folder: a link, so that a test can put something else behind its name."""
    folder = tmp_path_factory.mktemp("classroom")
    (folder / "real").mkdir()
    (folder / "class").symlink_to(folder / "real")
    return folder / "class"


@pytest.fixture(scope="module")
def learner(browser: Browser, classroom: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Learner]:
    """Lesson 1 on a server with a class folder; the tests of this file go through it in order."""
    folder = tmp_path_factory.mktemp("jupyter")
    with JupyterServer(folder, variables={"TWO_HATS_CLASS": str(classroom)}) as server:
        page = LabBrowser(server, browser)
        page.open_lesson(judge.copy_notebook(server, notebook_name(LESSON)))
        yield Learner(page, LESSON, Keyboard(page))
        page.close()


def files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def unharmed(learner: Learner) -> None:
    """Nothing that was typed has become a part of the page, and nothing has failed."""
    assert learner.lab.page.evaluate(INJECTED) == 0
    assert learner.lab.page.evaluate("() => window.alerted === undefined")
    assert learner.lab.dialogs == [] and learner.lab.cell_errors() == [] and learner.lab.console_errors() == []


def test_before_anything_is_answered_there_is_nothing_to_hand_in(learner: Learner, classroom: Path) -> None:
    learner.press("Hand in …")
    expect(learner.said()).to_contain_text("There is nothing to hand in yet.")
    assert files(classroom) == []


def test_what_is_shown_is_written_letter_by_letter(learner: Learner, classroom: Path) -> None:
    learner.predict()
    learner.case()
    learner.cards()
    learner.hands.write(learner.part("reflect").locator("textarea"), HOSTILE)
    learner.hands.press(learner.button("reflect", "Save my words"))
    learner.press("Hand in …")
    expect(learner.row.locator("[data-th-key$=-preview]")).to_be_focused()
    expect(learner.row).to_contain_text(str(classroom))
    expect(learner.row).to_contain_text("Your prediction: 7, fairly sure (2 in 3)")
    expect(learner.row.locator("blockquote")).to_contain_text("window.alerted=1")
    expect(learner.row.get_by_role("checkbox", name="What you wrote under Reflect")).not_to_be_checked()
    shown = learner.shown()
    judge.passes_axe(learner.lab)
    learner.press("Hand in now")
    expect(learner.said()).to_contain_text("Handed in.")
    expect(learner.lab.page.locator(".th-live")).to_contain_text("Handed in.")
    (file,) = files(classroom)
    assert file.read_text("utf-8") == shown
    assert "alerted" not in shown and "Kim" not in shown
    assert json.loads(shown)["choices"] == {"1": "A", "2": "B"}
    unharmed(learner)


def test_pressing_again_with_nothing_new_writes_no_second_file(learner: Learner, classroom: Path) -> None:
    before = files(classroom)
    learner.press("Hand in again …")
    learner.press("Hand in now")
    expect(learner.said()).to_contain_text("Nothing is new since")
    assert files(classroom) == before
    learner.press("Hand in again …")
    learner.press("Not now")
    expect(learner.row.get_by_role("button", name="Hand in again …")).to_be_focused()


def test_hostile_words_go_along_when_they_are_ticked_and_stay_words(learner: Learner, classroom: Path) -> None:
    learner.press("Hand in again …")
    learner.hands.tick(learner.row.get_by_role("checkbox", name="What you wrote under Reflect"))
    shown = learner.shown()
    learner.press("Hand in now")
    expect(learner.said()).to_contain_text("Handed in.")
    (file,) = files(classroom)  # the older file, whose place it takes, is gone
    assert file.read_text("utf-8") == shown
    found = read_folder(classroom)
    assert [made.texts["reflection"] for made in found.hand_ins] == [HOSTILE]
    unharmed(learner)


@pytest.mark.parametrize("trouble", ["missing", "read only"])
def test_a_folder_in_trouble_is_one_sentence_and_the_file_can_be_sent(
    learner: Learner, classroom: Path, trouble: str
) -> None:
    real = classroom.resolve()
    row = {"missing": 0, "read only": 4}[trouble]  # two cards that lie in the first box: each gives something new
    learner.hands.choose(learner.part("cards").locator(".th-card-row .widget-radio-box").nth(row), 1)
    with_link_to(classroom, real.parent / "nowhere" if trouble == "missing" else locked(real.parent))
    try:
        learner.press("Hand in again …")
        learner.press("Hand in now")
        expect(learner.said()).to_have_text(re.compile(r"^Not handed in: [^.]*" + re.escape(str(classroom))))
        assert learner.row.get_by_role("alert").count() == 1
        learner.press("Make a file to send instead")
        expect(learner.said()).to_contain_text("Your file is ready.")
        with learner.lab.page.expect_download() as saved:
            learner.hands.press(learner.said().get_by_role("link"))
        sent = json.loads(saved.value.path().read_bytes())
    finally:
        with_link_to(classroom, real)
    (kept,) = files(classroom)
    assert sent["seal"] != json.loads(kept.read_bytes())["seal"]
    shutil.copyfile(saved.value.path(), classroom / "sent.json")  # as the teacher would
    assert [made.seal for made in read_folder(classroom).hand_ins] == [sent["seal"]]
    (classroom / "sent.json").unlink()
    unharmed(learner)


def with_link_to(link: Path, target: Path) -> None:
    link.unlink()
    link.symlink_to(target)


def locked(folder: Path) -> Path:
    """A folder in which this account can make no file, whoever it is."""
    if os.geteuid() == 0:  # whom no permission keeps out
        return Path("/sys/kernel")
    folder = folder / "locked"
    folder.mkdir(mode=0o500)
    return folder


def test_it_is_taken_back_after_asking_once(learner: Learner, classroom: Path) -> None:
    learner.press("Withdraw")
    expect(learner.row.locator("[data-th-key$=-really]")).to_be_focused()
    learner.press("Yes, take it back")
    expect(learner.said()).to_contain_text("It takes back what you sent.")  # files were made to be sent, too
    expect(learner.said().get_by_role("link")).to_have_attribute("download", re.compile("^focus-withdrawn-"))
    found = read_folder(classroom)
    assert (found.hand_ins, found.left_out, found.withdrawn) == ((), (), 1)
    assert "alerted" not in "".join(file.read_text("utf-8") for file in files(classroom))
    expect(learner.row.get_by_role("button", name="Hand in …", exact=True)).to_be_visible()
    judge.passes_axe(learner.lab)
    judge.never_scrolls_sideways(learner.lab)


def test_afterwards_it_can_be_handed_in_anew(learner: Learner, classroom: Path) -> None:
    learner.press("Hand in …")
    learner.press("Hand in now")
    expect(learner.said()).to_contain_text("Handed in.")
    found = read_folder(classroom)
    assert (len(found.hand_ins), found.left_out) == (1, ())
    assert judge.record_text(learner.lab.server).count('"handed_in"') >= 4
