"""A lesson can be read at grade 9 or below, in sentences of at most 28 words, in British spelling, without shouting."""

from __future__ import annotations

import re

import pytest

from lessons.course import library

from .readability import grade, learner_texts, sentences, syllables, words

GRADE, WORDS = 9.0, 28
AMERICAN = re.compile(r"\b\w*(?:ization|izing|ized?|color|behavior|labor|center)s?\b", re.IGNORECASE)
NAMES = re.compile(r"\bDepartment of Labor\b")  # a name is spelt as its owner spells it
TYPES = re.compile(
    r"\b(?:true|natural|born|typical|real|mere|great) (?:leader|manager)s?\b|\byou are a (?:leader|manager)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("slug", library.course().slugs())
def test_a_lesson_reads_at_grade_9_or_below(slug: str) -> None:
    found = [sentence for _, text in learner_texts(library.lesson(slug)) if "." in text for sentence in sentences(text)]
    assert len(found) > 100
    assert grade(found) <= GRADE


@pytest.mark.parametrize("slug", library.course().slugs())
def test_no_sentence_of_a_lesson_is_longer_than_28_words(slug: str) -> None:
    long = [
        one for _, text in learner_texts(library.lesson(slug)) for one in sentences(text) if len(words(one)) > WORDS
    ]
    assert long == []


@pytest.mark.parametrize("slug", library.course().slugs())
def test_a_lesson_does_not_shout_and_types_nobody(slug: str) -> None:
    for path, text in learner_texts(library.lesson(slug)):
        assert "!" not in text, path
        assert not TYPES.search(text), path


@pytest.mark.parametrize("slug", library.course().slugs())
def test_a_lesson_is_spelt_the_british_way(slug: str) -> None:
    allowed = {"size", "sizes", "sized", "prize", "prizes", "realized"}
    for path, text in learner_texts(library.lesson(slug)):
        assert {word.lower() for word in AMERICAN.findall(NAMES.sub("", text))} <= allowed, path


def test_long_words_and_sentences_make_a_higher_grade() -> None:
    easy = sentences("The cat sat on the mat. It was warm.")
    hard = sentences("Organisational considerations necessitate considerable methodological sophistication throughout.")
    assert grade(easy) < 2 < 12 < grade(hard)


def test_the_articles_own_terms_count_as_two_syllables() -> None:
    assert syllables("management") == syllables("leadership") == syllables("Managers") == 2
    assert syllables("considerable") > 2


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("plan", 1),
        ("planned", 1),
        ("people", 2),
        ("holding", 2),
        ("delivered", 3),
        ("coming", 2),
        ("hours", 1),
        ("takes", 1),
    ],
)
def test_syllables_are_counted_as_spoken(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_reference_and_the_point_in_a_number_end_no_sentence() -> None:
    assert len(sentences("It delivers {x:.1f} or 6.7, says P1.S1. [march1991] That is all.")) == 2
