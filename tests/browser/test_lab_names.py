"""What a screen reader is told: names, roles, states, values, and one live region that speaks at the right moment."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.driver import LabBrowser
from tests.browser.sample import write_lesson
from tests.browser.server import JupyterServer

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def lesson(browser: Browser, server: JupyterServer) -> Iterator[LabBrowser]:
    """One opened lesson for all tests here."""
    page = LabBrowser(server, browser)
    page.open_lesson(str(write_lesson(server.notebooks / "names").relative_to(server.root)))
    yield page
    page.close()


def test_radio_buttons_are_one_named_group(lesson: LabBrowser) -> None:
    group = lesson.page.get_by_role("radiogroup", name="How many follow?")
    radios = group.get_by_role("radio")
    assert radios.count() == 3
    names = {radio.get_attribute("name") for radio in radios.all()}
    assert len(names) == 1 and None not in names
    radios.nth(0).check()
    radios.nth(2).check()
    expect(radios.nth(0)).not_to_be_checked()


def test_sliders_say_their_name_and_their_value_with_its_unit(lesson: LabBrowser) -> None:
    slider = lesson.page.get_by_role("slider", name="Height")
    expect(slider).to_have_attribute("aria-valuetext", "50 metres")
    slider.focus()
    lesson.press("ArrowRight", "ArrowRight")
    expect(slider).to_have_attribute("aria-valuetext", "52 metres")
    people = lesson.page.get_by_role("slider", name="People")
    expect(people).to_have_attribute("aria-valuetext", "5")
    people.focus()
    lesson.press("ArrowRight")
    expect(people).to_have_attribute("aria-valuetext", "6")
    expect(lesson.page.get_by_role("slider", name="Span, lower end")).to_have_count(1)
    expect(lesson.page.get_by_role("slider", name="Span, upper end")).to_have_count(1)
    expect(lesson.page.get_by_role("slider", name="Not now")).to_be_disabled()


def test_fields_groups_and_toggles_have_names_and_states(lesson: LabBrowser) -> None:
    for role, name in (
        ("combobox", "Which one?"),
        ("spinbutton", "How many?"),
        ("textbox", "Why?"),
        ("textbox", "Who?"),
        ("group", "Which apply?"),
        ("group", "Side"),
        ("checkbox", "Alpha"),
        ("checkbox", "Beta"),
    ):
        expect(lesson.page.locator(".jp-OutputArea").get_by_role(role, name=name, exact=True)).to_have_count(1)
    left = lesson.page.get_by_role("button", name="left")
    right = lesson.page.get_by_role("button", name="right")
    right.click()
    expect(right).to_have_attribute("aria-pressed", "true")
    expect(left).to_have_attribute("aria-pressed", "false")
    left.click()
    expect(right).to_have_attribute("aria-pressed", "false")


def test_targets_are_at_least_24_pixels(lesson: LabBrowser) -> None:
    small = lesson.page.evaluate(
        "() => [...document.querySelectorAll('.jp-OutputArea :is(button, select, textarea, input, [role=slider])')]"
        ".concat([...document.querySelectorAll('.th-bar button')])"
        ".map(element => [element.outerHTML.slice(0, 80), element.getBoundingClientRect()])"
        ".filter(([, box]) => box.width && (box.width < 24 || box.height < 24)).map(([html]) => html)"
    )
    assert small == []


def test_the_live_region_speaks_half_a_second_after_the_last_words(lesson: LabBrowser) -> None:
    region = lesson.page.get_by_role("status").and_(lesson.page.locator(".th-live"))
    expect(region).to_have_attribute("aria-live", "polite")
    lesson.page.evaluate(
        """() => { const region = document.querySelector('.th-live'); window.spoken = [];
          new MutationObserver(() => window.spoken.push([region.textContent, performance.now()]))
            .observe(region, {childList: true}); }"""
    )
    speak = lesson.page.get_by_role("button", name="Speak")
    speak.click()
    expect(region).to_have_text("Last words")
    before = time.monotonic()
    speak.click()  # the same words again must be spoken again
    lesson.page.wait_for_function("() => window.spoken.length === 2")
    assert time.monotonic() - before > 0.45
    assert [text for text, _ in lesson.page.evaluate("() => window.spoken")] == ["Last words", "Last words"]


def test_the_kernel_can_move_the_focus_to_what_is_not_drawn_yet(lesson: LabBrowser) -> None:
    lesson.page.get_by_role("button", name="Jump").click()
    expect(lesson.page.locator("[data-th-key=late]")).to_be_focused()


def test_nothing_is_wrong_in_either_theme(lesson: LabBrowser) -> None:
    for theme in ("light", "dark"):
        lesson.theme(theme)
        assert lesson.axe() == []
    lesson.theme("light")
    assert lesson.console_errors() == []
