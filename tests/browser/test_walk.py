"""Every lesson, done in a real browser by keyboard alone and by pointer. Generated from the list of lessons."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from lessons.activities.next import NOTEBOOKS, notebook_name
from lessons.course import library
from lessons.course.schema import Lesson
from tests.browser import judge
from tests.browser.driver import LabBrowser
from tests.browser.hands import Keyboard, Pointer
from tests.browser.laboratory_walk import walk_of
from tests.browser.server import JupyterServer
from tests.browser.walk import WORDS

pytestmark = pytest.mark.browser


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
    page = LabBrowser(server, browser)
    page.open_lesson(judge.copy_notebook(server, notebook_name(lesson)))
    yield page
    page.close()


def test_it_opens_as_a_page_with_the_focus_on_its_title(opened: LabBrowser, lesson: Lesson) -> None:
    judge.opens_as_a_page(opened, lesson.title)


def test_it_is_done_by_keyboard_alone_with_a_restart_in_the_middle(opened: LabBrowser, lesson: Lesson) -> None:
    walk = walk_of(opened, lesson, Keyboard(opened))
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
    judge.passes_axe(opened)


def test_it_never_scrolls_sideways(opened: LabBrowser) -> None:
    judge.never_scrolls_sideways(opened)


def test_class_view_needs_no_scrolling(opened: LabBrowser) -> None:
    judge.fits_class_view(opened)


def test_the_notebook_and_the_console_are_as_they_were(
    opened: LabBrowser, server: JupyterServer, lesson: Lesson
) -> None:
    judge.is_as_it_was(opened, server, notebook_name(lesson))


def test_the_answers_are_there_the_next_day(
    opened: LabBrowser, browser: Browser, server: JupyterServer, lesson: Lesson
) -> None:
    opened.close()
    judge.end_kernels(server)
    page = LabBrowser(server, browser)
    try:
        page.open_lesson(f"notebooks/{notebook_name(lesson)}")
        walk = walk_of(page, lesson, Pointer(page))
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


def test_everything_was_written_down(server: JupyterServer, opened: LabBrowser, lesson: Lesson) -> None:
    text = judge.record_text(server)
    for kind in ("predicted", "chose", "rewound", "explored", "placed", "answered", "wrote", "started_over"):
        assert f'"kind":"{kind}"' in text
