"""The facilitator's sheet: the plan, what to ask, and every answer with its reply."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lessons.course import library, prose
from lessons.course.schema import Lesson
from lessons.publish.facilitator import (
    facilitator_data,
    facilitator_sheet,
    measured,
    start_facilitator_sheet,
)
from lessons.publish.press import Paper
from lessons.publish.proof import SheetError
from tests.publish.pdf import assert_accessible, assert_named, pages, structure, text_outside

Read = Callable[..., str]
Squeeze = Callable[[str], str]
LESSONS = library.lessons()


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_every_lesson_has_one_that_can_be_read_aloud(lesson: Lesson, tmp_path: Path) -> None:
    pdf = facilitator_sheet(lesson, "a4")
    assert_accessible(pdf, tmp_path)
    assert_named(pdf, f"Facilitator’s sheet: {lesson.title}")
    assert text_outside(pdf) == []
    assert pages(pdf) <= 4


def test_it_says_what_a_facilitator_needs(focus: Lesson, paper: Paper, read: Read, squeeze: Squeeze) -> None:
    text = read(facilitator_sheet(focus, paper))
    for words in needed_words(focus):
        assert squeeze(prose.plain(words)) in text, words


def needed_words(lesson: Lesson) -> list[str]:
    options = [option for decision in lesson.case.decisions for option in decision.options]
    answers = [answer for question in lesson.check.questions for answer in question.answers]
    side = lesson.facilitator
    return [
        *(row.do for row in side.plan),
        *(row.minutes for row in side.plan),
        *side.debrief,
        *side.notes,
        side.answers,
        *(words for one in side.misconceptions for words in (one.says, one.reply)),
        *(words for option in options for words in (option.happens, option.notice)),
        *(variant.adds for option in options for variant in option.after.values()),
        *(answer.feedback for answer in answers),
        lesson.case.closing,
        "the cost, and the person who bears it",
    ]


def test_exactly_the_right_answers_are_called_right(focus: Lesson) -> None:
    for question, shown in zip(focus.check.questions, facilitator_data(focus)["check"], strict=True):
        assert [answer["right"] for answer in shown["answers"]] == [answer.right for answer in question.answers]


def test_the_winner_of_a_row_is_the_way_that_the_lesson_names(focus: Lesson) -> None:
    """``best`` counts ways from 0; the first column of the table names the situation."""
    assert focus.explore.ways
    shown = facilitator_data(focus)["explore"]["ways"]["best"]
    assert shown == [2, 4, 3]
    assert [column - 1 for column in shown] == list(focus.explore.ways.best)


def test_marks_are_told_in_words(focus: Lesson) -> None:
    marks = focus.case.decisions[0].options[0].measures
    assert measured(marks) == "results\u00a0+, people\u00a0−, future\u00a00, your\u00a0hours\u00a01"


def test_an_alternative_that_is_the_answer_is_named(read: Read, squeeze: Squeeze) -> None:
    lesson = library.lesson("following")
    assert lesson.predict.value is None
    assert squeeze(f"Answer: {lesson.predict.alternative}") in read(facilitator_sheet(lesson, "a4"))


def test_lesson_0_has_one_too(paper: Paper, tmp_path: Path, read: Read, squeeze: Squeeze) -> None:
    start = library.start()
    pdf = start_facilitator_sheet(start, paper)
    assert_accessible(pdf, tmp_path)
    assert structure(pdf).count("/H1") == 1
    for row in start.facilitator.plan:
        assert squeeze(prose.plain(row.do)) in read(pdf)


def test_the_same_lesson_gives_the_same_bytes(focus: Lesson, paper: Paper) -> None:
    assert facilitator_sheet(focus, paper) == facilitator_sheet(focus, paper)


def test_a_missing_glyph_is_refused(focus: Lesson) -> None:
    with pytest.raises(SheetError, match="漢"):
        facilitator_sheet(focus.model_copy(update={"title": "Plan 漢"}), "a4")
