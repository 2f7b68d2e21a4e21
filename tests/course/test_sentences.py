"""Every sentence of the article is treated in a lesson; those that are not yet are named here, by id."""

from __future__ import annotations

from lessons.activities.next import NOTEBOOKS, notebook_name
from lessons.course import library

NOT_YET: set[str] = set()
LESSONS = [lesson for lesson in library.lessons() if (NOTEBOOKS / notebook_name(lesson)).is_file()]


def test_the_sentences_that_no_lesson_treats_are_the_ones_named_here() -> None:
    treated = {identity for lesson in LESSONS for identity in lesson.sentences}
    assert set(library.article()) - treated == NOT_YET


def test_a_lesson_treats_the_sentences_that_the_article_leads_to_it() -> None:
    by_number = {lesson.number: lesson for lesson in LESSONS}
    for identity, sentence in library.article().items():
        for number in by_number.keys() & set(sentence.lessons[:1]):
            assert identity in by_number[number].sentences, (identity, number)
