"""Slides: one a page, readable from the back of a room, without answers; these stand in the speaker's copy."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from lessons.course import library, prose
from lessons.course.schema import Lesson
from lessons.publish.deck import deck, deck_data, speaker_copy
from lessons.publish.press import Paper
from lessons.publish.proof import SheetError
from tests.publish.pdf import assert_accessible, assert_named, figure_texts, images, pages, structure, text_outside

Read = Callable[..., str]
Squeeze = Callable[[str], str]


@pytest.fixture(scope="module")
def slides(focus: Lesson) -> bytes:
    return deck(focus)


@pytest.mark.parametrize("lesson", library.lessons(), ids=lambda lesson: lesson.slug)
def test_every_lesson_has_slides_that_hold_their_words(lesson: Lesson, tmp_path: Path) -> None:
    pdf = deck(lesson)
    assert pages(pdf) == len(deck_data(lesson)["slides"])
    assert text_outside(pdf) == []
    assert_accessible(pdf, tmp_path)


def test_they_are_16_to_9(slides: bytes) -> None:
    with pikepdf.open(io.BytesIO(slides)) as file:
        for one in file.pages:
            assert float(one.MediaBox[2]) / float(one.MediaBox[3]) == pytest.approx(16 / 9, rel=0.01)


def test_they_are_named_and_their_headings_in_order(slides: bytes, focus: Lesson) -> None:
    assert_named(slides, focus.title)
    levels = [kind for kind in structure(slides) if kind in ("/H1", "/H2", "/H3")]
    assert levels == ["/H1"] + ["/H2"] * (pages(slides) - 1)


def test_the_chart_is_drawn_in_lines_and_told_in_words(slides: bytes, focus: Lesson) -> None:
    model = library.model("focus")
    said = prose.plain(focus.explore.in_words, model.numbers(model.run(model.Levers())))
    assert figure_texts(slides) == [said]
    assert images(slides) == 0


def test_answers_stand_in_the_speaker_s_copy_only(
    slides: bytes, focus: Lesson, paper: Paper, read: Read, squeeze: Squeeze, tmp_path: Path
) -> None:
    noted = speaker_copy(focus, paper)
    assert text_outside(noted) == []
    assert_accessible(noted, tmp_path)
    shown, known = read(slides), read(noted)
    answers = [answer for question in focus.check.questions for answer in question.answers]
    options = [option for decision in focus.case.decisions for option in decision.options]
    for words in (*(answer.feedback for answer in answers), *(option.happens for option in options)):
        assert squeeze(prose.plain(words)) not in shown
        assert squeeze(prose.plain(words)) in known, words
    for words in (*(option.text for option in options), focus.claim.catch, *focus.facilitator.debrief):
        assert squeeze(prose.plain(words)) in shown, words


def test_the_speaker_s_copy_has_the_paper_asked_for(focus: Lesson, paper: Paper) -> None:
    width = {"a4": 210 / 25.4, "us-letter": 8.5}[paper]
    with pikepdf.open(io.BytesIO(speaker_copy(focus, paper))) as file:
        assert 3 <= len(file.pages) < len(deck_data(focus)["slides"]) / 2
        assert float(file.pages[0].MediaBox[2]) / 72 == pytest.approx(width, abs=0.01)


def test_the_same_lesson_gives_the_same_bytes(slides: bytes, focus: Lesson) -> None:
    assert deck(focus) == slides


def test_a_slide_that_is_too_full_is_refused(focus: Lesson) -> None:
    case = focus.case.model_copy(update={"opening": focus.case.opening * 12})
    with pytest.raises(SheetError, match=r"^A slide of lesson focus fits only in type of"):
        deck(focus.model_copy(update={"case": case}))
