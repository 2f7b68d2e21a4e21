"""Half way: the strip of first choices, and the guess that a later lesson brings back."""

from __future__ import annotations

import ipywidgets as widgets
import pytest

from lessons.activities.desk import Desk
from lessons.activities.half_way import HalfWayView, marks, strip, strip_table
from lessons.course import library
from lessons.course.mistakes import ContentError
from lessons.learner.diary import Diary
from lessons.page.page import Page
from tests.activities.conftest import Heard
from tests.activities.test_views import every, press, reopened, text

LESSON = library.lesson("day_to_day")
FIRST = library.lesson("focus")


@pytest.fixture
def at_eight(desk: Desk, heard: Heard) -> Desk:
    """The same learner's desk in the lesson that has the page."""
    return Desk(LESSON, Page(heard), Diary(desk.diary.folder))


def test_what_was_chosen_first_is_what_stands_in_the_strip(desk: Desk) -> None:
    hats = [{option.id: option.hat for option in decision.options} for decision in FIRST.case.decisions]
    assert marks(FIRST, desk.everything) == (None, None)
    desk.keep("chose", decision=1, option="B")
    assert marks(FIRST, desk.everything) == (hats[0]["B"], None)
    desk.keep("chose", decision=2, option="A")
    desk.keep("rewound", decision=1)
    desk.keep("chose", decision=1, option="C")
    assert marks(FIRST, desk.everything) == (hats[0]["B"], hats[1]["A"])


def test_an_option_that_the_lesson_no_longer_has_is_left_out(desk: Desk) -> None:
    desk.keep("chose", decision=1, option="E")
    assert marks(FIRST, desk.everything) == (None, None)


def test_the_strip_has_the_lessons_up_to_this_one(at_eight: Desk) -> None:
    numbers = [lesson.number for lesson in library.lessons()]
    assert list(strip(LESSON, at_eight.everything)) == [number for number in numbers if 1 <= number <= 8]


def test_signs_have_words_and_an_empty_mark_says_so() -> None:
    shown = strip_table({1: ("managing", "neither"), 2: (None, "both")})
    for sign, name in (("■", "managing"), ("○", "neither"), ("◆", "both"), ("–", "left out")):
        assert f'<span aria-hidden="true">{sign}</span><span class="th-sr">{name}</span>' in shown
    assert shown.count("<th ") == 3 + 2 and shown.count("<td>") == 4


def test_the_strip_follows_the_case_of_this_lesson(at_eight: Desk) -> None:
    view = HalfWayView(at_eight)
    empty = text(view).count(">left out</span>")
    at_eight.keep("chose", decision=1, option="A")
    assert text(view).count(">left out</span>") == empty - 1


def test_both_sentences_and_both_questions_are_there_and_one_is_crossed_out(at_eight: Desk) -> None:
    shown, words = text(HalfWayView(at_eight)), LESSON.half_way
    assert words
    assert all(side.text in shown and side.sentences[0] in shown for side in words.sides)
    assert f"<del>{words.old}</del>" in shown and f"<strong>{words.new}</strong>" in shown
    assert "(crossed out)" in shown


def test_the_guess_is_kept_from_0_to_24_and_for_lesson_13(at_eight: Desk) -> None:
    view = HalfWayView(at_eight)
    (field,) = every(view, widgets.Text)
    for wrong in ("25", "-1", "many", ""):
        field.value = wrong
        press(view, "Keep this")
        assert "moves08" not in at_eight.everything.kept
        assert "from 0 to 24" in text(view)
    field.value = "7"
    press(view, "Keep this")
    assert reopened(at_eight).kept["moves08"].value == 7
    assert LESSON.half_way and LESSON.half_way.keep.back_in == (13,)


def test_a_lesson_without_the_page_says_what_is_missing(desk: Desk) -> None:
    with pytest.raises(ContentError, match=r"focus/lesson.toml: half_way: expected a table"):
        HalfWayView(desk)
