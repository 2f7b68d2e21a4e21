"""Whatever a lesson's text contains, it is printed as typed: no text is ever read as typst markup."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lessons.course import prose
from lessons.course.schema import Lesson
from lessons.publish.glyphs import printable
from lessons.publish.press import press
from lessons.publish.sheet import participant_sheet, sheet_data

Read = Callable[..., str]
Squeeze = Callable[[str], str]
MARKUP = (
    '#import "other.typ": *',
    '#read("/etc/passwd")',
    '#panic("stop")',
    "$x^2$ and $",
    "\\ \\u{41} \\#",
    "<label> @reference",
    "a ] b [ c ) d ( e } f { g",
    "`raw` ```typ #1```",
    "// not a comment /* nor this */",
    "= Heading - item + item / term: x",
    "_under_ ~ -- --- ... 'single' \"double\"",
    "<script>alert(1)</script> &amp; \\LaTeX %",
)
typed = st.text(
    st.sampled_from(sorted(char for char in printable() & printable(italic=True) if char.isprintable())),
    min_size=1,
    max_size=60,
)


def titled(lesson: Lesson, text: str) -> Lesson:
    return lesson.model_copy(update={"title": text})


def told(lesson: Lesson, text: str) -> Lesson:
    return lesson.model_copy(update={"case": lesson.case.model_copy(update={"opening": text})})


@pytest.mark.parametrize("markup", MARKUP)
def test_markup_in_a_title_appears_as_typed(markup: str, focus: Lesson, read: Read, squeeze: Squeeze) -> None:
    assert read(participant_sheet(titled(focus, markup), "a4")).startswith(squeeze(markup))


@pytest.mark.parametrize("markup", MARKUP)
def test_markup_in_prose_appears_as_typed(markup: str, focus: Lesson, read: Read, squeeze: Squeeze) -> None:
    """In prose, braces ask for a number, so a lone brace is doubled, and stars are marks of our own."""
    text = f"It reads {markup} here."
    doubled = text.replace("{", "{{").replace("}", "}}")
    shown = "".join(run.text for run in prose.parse(doubled, {}))
    assert squeeze(shown) in read(participant_sheet(told(focus, doubled), "a4"))


@given(text=typed.filter(str.strip))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_printable_text_appears_as_typed(text: str, focus: Lesson, read: Read, squeeze: Squeeze) -> None:
    """The press is asked itself: an odd title may need three pages, which is not the question here."""
    printed = press("sheet.typ", sheet_data(titled(focus, text)), "a4", 9.0)
    assert read(printed.pdf).startswith(squeeze(text))
