"""All sheets in one file, with contents that name the page of each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lessons.course import library
from lessons.publish.booklet import booklet
from lessons.publish.press import Paper
from lessons.publish.proof import SheetError
from tests.publish.pdf import assert_accessible, assert_named, pages, structure, text_outside

Read = Callable[..., str]
Squeeze = Callable[[str], str]
LESSONS = library.lessons()


@pytest.fixture(scope="module")
def whole(paper: Paper) -> bytes:
    return booklet(library.start(), LESSONS, paper)


def test_each_lesson_has_its_two_pages(whole: bytes) -> None:
    assert pages(whole) == 1 + 2 * len(LESSONS)
    assert text_outside(whole) == []


def test_it_can_be_read_aloud(whole: bytes, tmp_path: Path) -> None:
    assert_accessible(whole, tmp_path)
    assert_named(whole, "Two Hats: all lessons")
    assert structure(whole).count("/H1") == 1 + len(LESSONS)


def test_contents_name_every_lesson_with_its_page(whole: bytes, read: Read, squeeze: Squeeze) -> None:
    text = read(whole)
    for number, lesson in enumerate(LESSONS):
        assert squeeze(f"{lesson.title}{2 + 2 * number}") in text, lesson.slug
        assert text.count(squeeze(lesson.title)) >= 2


def test_the_same_lessons_give_the_same_bytes(paper: Paper) -> None:
    few = LESSONS[:2]
    assert booklet(library.start(), few, paper) == booklet(library.start(), few, paper)


def test_a_sheet_that_does_not_fit_is_refused(paper: Paper) -> None:
    case = LESSONS[0].case.model_copy(update={"opening": LESSONS[0].case.opening * 20})
    with pytest.raises(SheetError, match="lesson focus"):
        booklet(library.start(), [LESSONS[0].model_copy(update={"case": case})], paper)
