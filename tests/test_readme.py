"""The README tells the truth about what is here: every lesson, every picture, every command."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from lessons.activities.next import NOTEBOOKS, notebook_name
from lessons.course import library
from lessons.course.schema import Lesson

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
LESSONS = [lesson for lesson in library.lessons() if (NOTEBOOKS / notebook_name(lesson)).is_file()]


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_every_lesson_has_its_row(lesson: Lesson) -> None:
    sentences = " ".join(lesson.sentences)
    link = f"[{lesson.slug}](notebooks/{notebook_name(lesson)})"
    assert f"| {lesson.number:02d} | {link} | {lesson.title} | {sentences} |" in README


def test_every_picture_is_there_and_says_what_it_shows() -> None:
    pictures = re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", README)
    assert pictures
    for words, path in pictures:
        assert len(words) > 40, path
        assert (ROOT / path).is_file()


def test_every_link_into_the_course_leads_somewhere() -> None:
    for path in re.findall(r"\]\((?!http)([^)#]+)\)", README):
        assert (ROOT / path).exists(), path
