"""Hostile text in every text field of lesson 0 and of lesson 1: as typed or refused in a sentence, never run.

On the page no element is made of it, nothing opens, nothing runs; in the record it stands as it was typed.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from lessons.activities.next import notebook_name
from lessons.course import library
from tests.browser import judge
from tests.browser.driver import LabBrowser
from tests.browser.hands import Pointer
from tests.browser.server import JupyterServer

pytestmark = [pytest.mark.browser, pytest.mark.slow]

ATTACKS = {
    "image": '<img src=x onerror="window.alerted=1">',
    "script": "</textarea><script>window.alerted=1; alert(1)</script>",
    "drawing": "<svg onload=window.alerted=1><a href=javascript:alert(1)>x</a></svg>",
    "formula": '=HYPERLINK("http://x","y")+cmd|\'/C calc\'!A1',
    "marks": "**{answer}** [kotter1990hbr] P1.S1 {0.__class__} $$x$$ [y](javascript:alert(1))",
    "control": "bell\x07 escape\x1b[31m null\x00 form\x0c tab\t",
    "leftwards": "\u202eevil\u2066 ‮مدير\u200f קפה",
    "emoji": "🎩🎩 👩🏽‍🔬 🏳️‍🌈 \ufeff\u200b",
}
MEGABYTE = (ATTACKS["image"] + ATTACKS["script"] + "🎩").ljust(200, "x") * 5_000
INJECTED = """() => document.querySelector('.jp-Notebook').querySelectorAll(
  'img[src="x"], script, svg[onload], a[href^=javascript]').length"""
ONE_SENTENCE = {  # together at most 300 characters, so that the sentence can be sealed
    "elements": ATTACKS["image"] + ATTACKS["script"] + ATTACKS["drawing"],
    "signs": ATTACKS["formula"] + ATTACKS["marks"] + ATTACKS["control"] + ATTACKS["leftwards"] + ATTACKS["emoji"],
}


class Victim:
    """A notebook with its fields, and what must be true of it after each attack."""

    def __init__(self, lab: LabBrowser, server: JupyterServer) -> None:
        self.lab, self.server, self.hands = lab, server, Pointer(lab)

    def part(self, step: str) -> Locator:
        return self.lab.page.locator(f".th-activity.th-{step}")

    def press(self, part: Locator, name: str) -> None:
        self.hands.press(part.get_by_role("button", name=name, exact=True).first)

    def fill(self, field: Locator, text: str) -> str:
        """Put a text into a field at once, as pasting does; what the field then holds."""
        field.fill(text)
        held: str = field.input_value()
        field.blur()
        self.lab.settle()
        return held

    def unharmed(self) -> None:
        """Nothing has run, nothing has opened, no element was made."""
        assert self.lab.dialogs == []
        assert self.lab.page.evaluate("() => window.alerted === undefined")
        assert self.lab.page.evaluate(INJECTED) == 0
        assert self.lab.cell_errors() == []
        assert self.lab.console_errors() == []

    def refused(self, part: Locator) -> None:
        """One sentence says so, and does not repeat what was typed."""
        sentence = part.get_by_role("alert").last
        expect(sentence).to_be_visible()
        assert len(sentence.inner_text()) < 200 and "alerted" not in sentence.inner_text()
        self.unharmed()

    def kept(self, kind: str) -> list[Any]:
        """The events of one kind, in the order in which they were written."""
        return [event for event in judge.record_events(self.server) if event["kind"] == kind]


@pytest.fixture
def victim(lab: LabBrowser, server: JupyterServer) -> Iterator[Victim]:
    """A learner nobody has seen before."""
    shutil.rmtree(server.learner, ignore_errors=True)
    yield Victim(lab, server)
    judge.end_kernels(server)


def refuse_everywhere(victim: Victim, text: str) -> None:
    """Fields that take numbers and codes only, and the practice round's, which keeps nothing."""
    predict, head = victim.part("predict"), victim.part("head")
    victim.fill(predict.locator("input[type=text]"), text)
    victim.press(predict, "Commit to this answer")
    victim.refused(predict)
    victim.fill(head.locator(".th-key-code input"), text)
    victim.press(head, "Go on with this code")
    victim.refused(head)


def test_lesson_0(victim: Victim, server: JupyterServer) -> None:
    victim.lab.open_lesson(judge.copy_notebook(server, "00_start_here.ipynb"))
    victim.press(victim.part("head"), "I am someone else")
    for text in (*ATTACKS.values(), MEGABYTE):
        refuse_everywhere(victim, text)
        reflect = victim.part("reflect")
        victim.fill(reflect.locator("textarea"), text)
        victim.press(reflect, "Save my words")
        victim.unharmed()
    assert judge.record_files(server) == []
    sentence = victim.part("sentence")
    victim.fill(sentence.locator("textarea"), MEGABYTE)
    victim.press(sentence, "Seal my sentence")
    victim.refused(sentence)
    expect(sentence.get_by_role("alert")).to_contain_text("Shorten it to 300")


@pytest.mark.parametrize("kind", ONE_SENTENCE)
def test_a_sealed_sentence(victim: Victim, server: JupyterServer, kind: str) -> None:
    victim.lab.open_lesson(judge.copy_notebook(server, "00_start_here.ipynb"))
    part = victim.part("sentence")
    held = victim.fill(part.locator("textarea"), ONE_SENTENCE[kind])
    victim.press(part, "Seal my sentence")
    expect(part.locator(".th-note")).to_contain_text("Sealed")
    victim.unharmed()
    (event,) = victim.kept("kept")
    assert event["data"] == {"id": "sentence00", "value": held, "sealed": True}
    assert held.replace("\n", "") == ONE_SENTENCE[kind].replace("\r", "").replace("\n", "")
    victim.press(victim.part("privacy"), "Show my record")
    assert held not in victim.part("privacy").locator("pre").inner_text()


def test_lesson_1(victim: Victim, server: JupyterServer) -> None:
    lesson = library.lesson("focus")
    path = judge.copy_notebook(server, notebook_name(lesson))
    victim.lab.open_lesson(path)
    victim.press(victim.part("head"), "I am someone else")
    reflect, check = victim.part("reflect"), victim.part("check")
    place = next(n for n, one in enumerate(lesson.check.questions) if one.form == "numeric")
    question = check.locator(".th-question-box").nth(place)
    held = ""
    for text in (*ATTACKS.values(), MEGABYTE):
        refuse_everywhere(victim, text)
        victim.fill(question.locator("input[type=text]"), text)
        victim.press(question, "Answer")
        victim.refused(question)
        typed = victim.fill(reflect.locator("textarea"), text)
        victim.press(reflect, "Save my words")
        if text is MEGABYTE:
            victim.refused(reflect)
        else:
            held = typed
            victim.unharmed()
            assert victim.kept("wrote")[-1]["data"] == {"prompt": "reflection", "text": held}
    head = victim.part("head")
    victim.press(head, "My record")
    victim.press(head, "Show my record")
    expect(head.locator("pre")).to_contain_text("window.alerted=1")
    victim.unharmed()
    victim.lab.open_lesson(path)  # the next day
    expect(reflect.locator("textarea")).to_have_value(held)
    victim.unharmed()
