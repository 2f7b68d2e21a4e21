"""The course holds what it promises: sentences, differences, cards and references that fit together."""

from __future__ import annotations

from collections import Counter

import pytest

from lessons.course import library
from lessons.course.mark_rules import texts
from lessons.course.prose import parse

SIDE = 34  # characters that a phrase of the course map may have


def test_all_28_sentences_are_paraphrased_in_the_order_of_the_article() -> None:
    assert list(library.article()) == [f"P{paragraph}.S{place}" for paragraph in range(1, 8) for place in range(1, 5)]


def test_every_sentence_belongs_to_a_lesson() -> None:
    assert all(sentence.lessons for sentence in library.article().values())


def test_there_are_thirteen_differences_with_short_phrases() -> None:
    differences = library.differences()
    assert len(differences) == 13
    assert all(len(side) <= SIDE for one in differences.values() for side in (one.managing, one.leading))


def test_differences_stand_in_the_order_of_their_lessons() -> None:
    numbers = [difference.lesson for difference in library.differences().values()]
    assert numbers == sorted(numbers) and set(numbers) == set(range(1, 13))


def test_a_sentence_is_treated_in_the_lesson_of_the_difference_it_belongs_to() -> None:
    for key, difference in library.differences().items():
        assert any(difference.lesson in library.article()[sentence].lessons for sentence in difference.sentences), key


def test_there_are_54_cards_and_31_of_them_we_read_as_both() -> None:
    cards = library.cards()
    assert list(cards) == [f"T{number:02d}" for number in range(1, 55)]
    assert Counter(card.research for card in cards.values()) == {"both": 31, "managing": 14, "leading": 8, "neither": 1}
    assert Counter(card.article for card in cards.values()) == {"managing": 20, "leading": 18, "both": 3, None: 13}


def test_the_core_cards_are_8_managing_8_leading_and_8_both_or_neither() -> None:
    core = [card for card in library.cards().values() if card.core]
    assert Counter("shared" if card.research in ("both", "neither") else card.research for card in core) == {
        "managing": 8,
        "leading": 8,
        "shared": 8,
    }


def test_core_cards_of_one_side_are_so_in_the_article_too() -> None:
    core = [card for card in library.cards().values() if card.core and card.research in ("managing", "leading")]
    assert [card.article for card in core] == [card.research for card in core]


def test_a_card_has_a_difference_or_belongs_to_lesson_13_or_14() -> None:
    without = {card.lesson for card in library.cards().values() if not card.difference}
    assert without <= {11, 13, 14}


def test_a_card_is_at_home_in_the_lesson_of_its_difference() -> None:
    for key, card in library.cards().items():
        if card.difference:
            assert card.lesson == library.differences()[card.difference].lesson, key


def test_card_texts_are_different_and_short() -> None:
    words = [card.text for card in library.cards().values()]
    assert len(set(words)) == 54 and all(2 <= len(text.split()) <= 9 for text in words)


def test_every_card_says_what_our_reading_rests_on() -> None:
    for key, card in library.cards().items():
        assert card.research_note.endswith((".", "?")) and card.sources, key
        assert all(library.references()[source].checked for source in card.sources), key


def test_the_shared_files_fit_together() -> None:
    assert library.course().shared_is_sound


def test_references_have_one_form() -> None:
    for key, reference in library.references().items():
        assert reference.id == key
        assert f"({reference.year})" in reference.text and reference.text.endswith((".", "?")), key
        assert "doi" not in reference.text.lower(), key


@pytest.mark.parametrize("slug", library.course().slugs())
def test_a_lesson_keeps_every_rule(slug: str) -> None:
    assert library.lesson(slug).slug == slug


@pytest.mark.parametrize("slug", library.course().slugs())
def test_a_lesson_treats_the_sentences_that_the_article_gives_it(slug: str) -> None:
    lesson = library.lesson(slug)
    given = {key for key, sentence in library.article().items() if lesson.number in sentence.lessons}
    cited = {run.target for _, text in texts(lesson) for run in parse(text) if run.kind == "sentence"}
    cited |= {key for _, side in lesson.claim.sides for key in side.sentences}
    assert given == set(lesson.sentences) and given <= cited


@pytest.mark.parametrize("slug", library.course().slugs())
def test_a_lesson_asks_five_questions_and_one_brings_back_an_older_lesson(slug: str) -> None:
    questions = library.lesson(slug).check.questions
    assert len(questions) >= 5
    assert any(question.from_lesson is not None for question in questions)
