"""Guesses, choices, confidence, moves, thoughts and counted hands, worked out by hand on small classes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.activities.check import keyed
from lessons.classroom.counting import counted_numbers
from lessons.classroom.moves import moves, sorts_of
from lessons.classroom.ranges import ranges
from lessons.classroom.rules import FEWEST
from lessons.classroom.tallies import (
    choice_finding,
    class_calibration,
    first_choices,
    guesses,
    people_of_a_word,
    second_choices,
)
from lessons.classroom.thoughts import SLIP, codes, right_at_once, thoughts
from lessons.course import library
from lessons.course.schema import Lesson
from lessons.record.calibration import Count
from lessons.record.handin import HandIn
from tests.classroom.sample_class import one

GOALS = library.lesson("goals")
LESSONS = library.lessons()


def guessed(lesson: Lesson, *values: float | None, sure: str = "nearly") -> list[HandIn]:
    return [
        one(f"person {n}", lesson.slug, prediction={"value": value, "sure": sure}) for n, value in enumerate(values)
    ]


# ---- guesses
def test_a_guess_out_of_the_range_that_was_asked_for_does_not_count() -> None:
    asked = GOALS.predict
    found = guesses(GOALS, guessed(GOALS, asked.low, asked.high, asked.high + 1, -1e300, None))
    assert found.values == (asked.low, asked.high)
    assert found.people == (3 if asked.alternative else 2) == found.sure["nearly"]


@pytest.mark.parametrize(
    ("places", "finding"),
    [
        ((-3, -2, -2, -2, 0), "below"),
        ((0, 2, 2, 2, 3), "above"),
        ((-2, -1, 0, 1, 2), "holds"),
        ((-1, 0, 0, 0, 0), "holds"),
    ],
)
def test_the_title_says_where_the_middle_half_lies(places: tuple[int, ...], finding: str) -> None:
    value = GOALS.predict.value
    assert value is not None
    assert guesses(GOALS, guessed(GOALS, *(value + place for place in places))).finding == finding


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_hands_are_raised_for_three_ranges_with_the_answer_in_the_middle(lesson: Lesson) -> None:
    asked, (low, high) = lesson.predict, ranges(lesson.predict)
    assert asked.low <= low < high <= asked.high
    assert asked.value is None or low <= asked.value <= high


# ---- choices
CLASS = [one(f"person {n}", "goals", choices=dict(zip("12", path, strict=False))) for n, path in
         enumerate(["AA", "AB", "AB", "AC", "BA", "B", "CC"])]  # fmt: skip


def test_choices_are_counted_and_the_second_ones_by_path() -> None:
    assert first_choices(GOALS, CLASS) == {"A": 4, "B": 2, "C": 1}
    assert second_choices(GOALS, CLASS)["A"] == {"A": 1, "B": 2, "C": 1}
    assert second_choices(GOALS, CLASS)["B"] == {"A": 1, "B": 0, "C": 0}


@pytest.mark.parametrize(
    ("counts", "finding"),
    [((7, 2, 1), "same"), ((6, 3, 1), "ahead"), ((4, 3, 3), "none"), ((5, 4, 1), "close"), ((5, 5, 0), "level")],
)
def test_the_title_of_a_decision(counts: tuple[int, ...], finding: str) -> None:
    assert choice_finding(dict(zip("ABC", counts, strict=True))) == (finding, ["A", "B", "C"])


# ---- confidence
def test_words_of_confidence_are_counted_for_findings_and_arithmetic_only() -> None:
    counts = {kind: [lesson for lesson in LESSONS if lesson.predict.kind == kind and lesson.predict.value is not None]
              for kind in ("exact", "published", "assumed")}  # fmt: skip
    exact, assumed = (counts["exact"] or counts["published"])[0], counts["assumed"][0]
    right, far = exact.predict.value, exact.predict.high + 10 * exact.predict.within
    made = [*guessed(exact, right, right, right, far, far), *guessed(assumed, *[assumed.predict.value] * 9)]
    found = class_calibration(LESSONS, made)
    assert found == {"guess": Count(), "fairly": Count(), "nearly": Count(3, 5)}


def test_a_word_that_four_people_used_five_times_has_no_count() -> None:
    exact = [lesson for lesson in LESSONS if lesson.predict.kind != "assumed"][:2]
    made = [*guessed(exact[0], *[1.0] * 4), *guessed(exact[1], *[1.0] * 4)]
    assert class_calibration(LESSONS, made)["nearly"] == Count()
    assert people_of_a_word(LESSONS, made) == {"guess": 0, "fairly": 0, "nearly": 4}


# ---- moves
def test_moves_of_two_people_worked_out_by_hand() -> None:
    first = {"x": {"a": "managing", "b": "leading", "c": "both"}, "y": {"a": "managing"}, "alone": {"a": "both"}}
    second = {"x": {"a": "both", "b": "leading", "d": "both"}, "y": {"a": "both"}}
    found = moves(first, second)
    assert (found.people, found.all, found.moved, found.a_person, found.to_both) == (2, 3, 2, 1.0, 1.0)
    assert found.flows == {("managing", "both"): 2, ("leading", "leading"): 1}
    assert found.most_moved(3) == [("a", 2, 2)]
    assert found.finding == "hardly"


def test_moves_of_nobody() -> None:
    found = moves({}, {})
    assert (found.people, found.a_person, found.to_both) == (0, 0.0, 0.0)


def test_only_core_cards_of_the_right_sort_count() -> None:
    made = one("x", "overlap", sorts={"second": {"T02": "both", "T01": "both"}, "other": {"T02": "leading"}})
    assert sorts_of([made], ("overlap", "second"), ["T02"]) == {made.pseudonym: {"T02": "both"}}
    assert sorts_of([made], ("start_here", "first"), ["T02"]) == {}


# ---- thoughts
@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_right_answers_point_to_no_thought_and_every_code_has_plain_words(lesson: Lesson) -> None:
    for question in lesson.check.questions:
        right = {
            "one": next((key for key, answer in keyed(question) if answer.right), None),
            "several": [key for key, answer in keyed(question) if answer.right],
            "classify": {key: answer.box for key, answer in keyed(question)},
            "numeric": question.value,
        }[question.form]
        assert codes(question, right) == set()
        used = {answer.misconception for answer in question.answers if answer.misconception}
        assert used <= {*library.debrief().thoughts, SLIP}


def test_a_thought_counts_once_for_each_person() -> None:
    wrong = {}
    for number, question in enumerate(GOALS.check.questions, 1):
        if question.form == "one":
            key = next(key for key, answer in keyed(question) if answer.misconception not in ("", SLIP))
            wrong[str(number)] = {"first": key, "right": False, "tries": 2}
    people = [one(f"person {n}", "goals", checks=wrong) for n in range(3)]
    found = thoughts(GOALS, people)
    assert found.people == 3 and found.counts and set(found.counts.values()) == {3}


@pytest.mark.parametrize("given", [None, "Z", 7.0, ["Z"], {"A": "nowhere"}, {}, [], -1e300])
def test_an_answer_of_another_kind_points_to_nothing_or_to_a_known_code(given: object) -> None:
    for lesson in LESSONS:
        for question in lesson.check.questions:
            assert codes(question, given) <= {answer.misconception for answer in question.answers}


def test_questions_right_at_once() -> None:
    rows = [one(f"{n}", "goals", checks={"1": {"first": "A", "right": n < 2, "tries": 1}}) for n in range(5)]
    assert right_at_once(GOALS, rows)[0] == (2, 5)
    assert right_at_once(GOALS, rows)[1] == (0, 0)


# ---- counted by hand
@pytest.mark.parametrize(
    ("text", "numbers"),
    [("12 9 4", (12, 9, 4)), (" 1,2;3 ", (1, 2, 3)), ("", ()), ("1 2", None), ("1 2 x", None), ("1 2 -3", None),
     ("1 2 ٣", None), ("1 2 99999", None), ("<b>", None)],
)  # fmt: skip
def test_typed_numbers_are_read_or_refused(text: str, numbers: tuple[int, ...] | None) -> None:
    assert counted_numbers(text, 3) == numbers


@given(st.text(max_size=30))
def test_whatever_is_typed_never_raises(text: str) -> None:
    found = counted_numbers(text, 3)
    assert found is None or len(found) in (0, 3)


def test_five_is_the_fewest() -> None:
    assert FEWEST == 5
