"""The portfolio from a button, by keyboard: the files that a browser saves are whole and hold what was typed."""

from __future__ import annotations

import html
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from playwright.sync_api import Browser, Locator, expect

from lessons.activities.next import notebook_name
from lessons.course import library
from tests.browser import judge
from tests.browser.driver import LabBrowser
from tests.browser.hands import Keyboard
from tests.browser.server import JupyterServer
from tests.publish.reading import bare, words_of

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TYPED = 'I ask Kim: <b>why</b> #read("x") $x^2$ \\input{y} {{DDE}} [a](b) at 10 % — naïve'


@pytest.fixture(scope="module")
def opened(browser: Browser, server: JupyterServer) -> Iterator[LabBrowser]:
    """A lesson in which something was written, with the record's part open."""
    shutil.rmtree(server.learner, ignore_errors=True)
    page = LabBrowser(server, browser)
    page.open_lesson(judge.copy_notebook(server, notebook_name(library.lesson("focus"))))
    reflect, hands = part(page, "reflect"), Keyboard(page)
    hands.write(reflect.locator("textarea"), TYPED)
    hands.press(reflect.get_by_role("button", name="Save my words", exact=True))
    hands.press(part(page, "head").get_by_role("button", name="My record", exact=True))
    hands.press(part(page, "head").get_by_role("button", name="Save my portfolio", exact=True))
    yield page
    page.close()
    judge.end_kernels(server)
    shutil.rmtree(server.learner, ignore_errors=True)


def part(lab: LabBrowser, step: str) -> Locator:
    return lab.page.locator(f".th-activity.th-{step}")


def link(lab: LabBrowser, ending: str) -> Locator:
    return part(lab, "head").get_by_role("link", name=re.compile(rf"{re.escape(ending)}$"))


def saved(lab: LabBrowser, ending: str, folder: Path) -> bytes:
    """What the browser saves when the link is followed by Enter."""
    with lab.page.expect_download() as download:
        Keyboard(lab).press(link(lab, ending))
    place = folder / download.value.suggested_filename
    download.value.save_as(place)
    assert re.fullmatch(rf"two-hats-portfolio-[a-z]+-[a-z]+-\d+{re.escape(ending)}", place.name)
    return place.read_bytes()


def test_it_is_said_that_the_portfolio_is_ready(opened: LabBrowser) -> None:
    expect(part(opened, "head").locator("a[download]")).to_have_count(3)
    files = part(opened, "head").locator('[data-th-key="portfolio-files"]')
    expect(files).to_be_focused()
    expect(files).to_contain_text(library.words("portfolio.made"))


@pytest.mark.parametrize("ending", ["-a4.pdf", "-us-letter.pdf"])
def test_a_pdf_is_saved_whole_and_holds_what_was_typed(opened: LabBrowser, tmp_path: Path, ending: str) -> None:
    pdf = saved(opened, ending, tmp_path)
    assert pdf.startswith(b"%PDF")
    assert pdf.rstrip().endswith(b"%%EOF")
    assert bare(TYPED) in words_of(pdf)


def test_markdown_is_saved_and_holds_what_was_typed(opened: LabBrowser, tmp_path: Path) -> None:
    text = saved(opened, ".md", tmp_path).decode("utf-8")
    assert text.startswith("# My portfolio\n")
    shown = re.sub(r"<[^>]*>", "", MarkdownIt("commonmark").render(text))
    assert TYPED in html.unescape(shown)


def test_nothing_was_run_and_nothing_broke(opened: LabBrowser) -> None:
    assert opened.dialogs == []
    assert opened.cell_errors() == []
    assert opened.console_errors() == []
