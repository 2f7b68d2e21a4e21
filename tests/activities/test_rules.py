"""The rules of the activities, without a widget."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.activities.case import Path
from lessons.activities.check import grade, keyed
from lessons.activities.explore import Exploration
from lessons.activities.numbers import read_number, show_number
from lessons.activities.predict import Commitment
from lessons.activities.progress import progress, where_to_go_on
from lessons.course import library
from lessons.course.case_rules import paths
from lessons.course.schema import ALTERNATIVE, Lesson, Prediction, Question
from lessons.record.state import LessonState

LESSONS = library.lessons()
LETTERS = "ABC"
by_slug = pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)


# ---- numbers as people type them
TYPED = {
    "14": 14,
    " 14,5 ": 14.5,
    "14 people": 14,
    "46 %": 46,
    "−3": -3,
    "+2": 2,
    "about 14": None,
    "": None,
    "1e9": None,
    "14 or 15": None,
    "1.2.3": None,
    "9" * 12: None,
}


@pytest.mark.parametrize(("typed", "value"), TYPED.items())
def test_a_number_as_people_type_it(typed: str, value: float | None) -> None:
    assert read_number(typed) == value


@given(st.text())
def test_reading_a_number_never_fails(typed: str) -> None:
    value = read_number(typed)
    assert value is None or abs(value) < 1e10


@given(st.integers(-9999, 9999))
def test_a_printed_number_reads_back(number: int) -> None:
    assert read_number(show_number(number)) == number


# ---- predict
@pytest.fixture
def asked(focus: Lesson) -> Prediction:
    return focus.predict


def test_within_the_margin_is_right(asked: Prediction) -> None:
    rules = Commitment(asked)
    assert [rules.right(value) for value in (11, 12, 14, 16, 17)] == [False, True, True, True, False]


def test_what_is_missing_is_said(asked: Prediction) -> None:
    rules = Commitment(asked)
    assert rules.problem(" ", False, "fairly") == "predict.no_number"
    assert rules.problem("6", False, "fairly") == "predict.out_of_range"
    assert rules.problem("many", False, "fairly") == "predict.out_of_range"
    assert rules.problem("14", False, None) == "predict.not_sure"
    assert rules.problem("14 people", False, "nearly") == ""


def test_words_may_be_the_right_answer(asked: Prediction) -> None:
    rules = Commitment(asked.model_copy(update={"value": None, "alternative": "no share is enough"}))
    assert rules.read("", True) == ALTERNATIVE
    assert rules.right(ALTERNATIVE)
    assert not rules.right(14)
    assert rules.shown(ALTERNATIVE) == "no share is enough"


# ---- case
@by_slug
def test_each_path_ends_and_adds_up_as_the_rules_of_the_course_say(lesson: Lesson) -> None:
    walked = {}
    for first, second in itertools.product(LETTERS, LETTERS):
        path = Path(lesson.case, {1: first, 2: second})
        assert path.open is None
        walked[first + second] = path.total()
    expected = {path.name: path.totals for path in paths(lesson.case)}
    assert {name: (t["results"], t["people"], t["future"], -t["hours"]) for name, t in walked.items()} == expected


@by_slug
def test_the_second_consequence_may_depend_on_the_first_choice(lesson: Lesson) -> None:
    for option in lesson.case.decisions[1].options:
        for first, variant in option.after.items():
            led = Path(lesson.case, {1: first, 2: option.id}).consequence(2)
            assert (variant.adds or variant.instead) in led.happens
            assert led.notice == (variant.notice or option.notice)
            assert led.measures == (variant.measures or option.measures)


def test_decisions_open_one_after_the_other(focus: Lesson) -> None:
    assert [Path(focus.case, chosen).open for chosen in ({}, {1: "A"}, {1: "A", 2: "B"})] == [1, 2, None]


# ---- check
QUESTIONS = [
    pytest.param(lesson, question, id=f"{lesson.slug}-{number}")
    for lesson in LESSONS
    for number, question in enumerate(lesson.check.questions, 1)
]


def right_answer(question: Question) -> object:
    if question.form == "one":
        return next(one.id for one in question.answers if one.right)
    if question.form == "several":
        return [one.id for one in question.answers if one.right]
    if question.form == "classify":
        return {key: one.box for key, one in keyed(question)}
    return question.value


@pytest.mark.parametrize(("lesson", "question"), QUESTIONS)
def test_the_right_answer_is_met_as_right(lesson: Lesson, question: Question) -> None:
    reply = grade(question, right_answer(question))  # type: ignore[arg-type]
    assert reply.right
    assert all(told.feedback for told in reply.told)


@pytest.mark.parametrize(("lesson", "question"), QUESTIONS)
def test_every_other_answer_gets_feedback_of_its_own(lesson: Lesson, question: Question) -> None:
    for given_answer in wrong_answers(question):
        reply = grade(question, given_answer)  # type: ignore[arg-type]
        assert not reply.right
        assert reply.told
        assert all(told.feedback for told in reply.told)


def wrong_answers(question: Question) -> list[object]:
    if question.form == "one":
        return [one.id for one in question.answers if not one.right]
    if question.form == "several":
        ids = [one.id for one in question.answers]
        subsets = itertools.chain.from_iterable(itertools.combinations(ids, n) for n in range(1, len(ids) + 1))
        return [list(subset) for subset in subsets if list(subset) != right_answer(question)]
    if question.form == "classify":
        right = {key: one.box for key, one in keyed(question)}
        other = {box: next(b for b in question.boxes if b != box) for box in question.boxes}
        return [{**right, key: other[box]} for key, box in right.items()]
    assert question.value is not None
    likely = [read_number(one.text) for one in question.answers[:-1] if not one.right]
    return [*likely, question.value + question.within + 1]


# ---- explore
@by_slug
def test_every_task_and_the_start_have_all_their_words(lesson: Lesson) -> None:
    rules = Exploration(library.model(lesson.slug), lesson.explore)
    runs = [rules.start(), *(rules.set_up(task.levers) for task in lesson.explore.tasks)]
    for run in runs:
        words = rules.chart_words(run)
        for text in (words.title, words.subtitle, words.takeaway, rules.in_words(run), rules.title(run)):
            assert "{" not in text
        assert len(rules.settings(run)) == len(lesson.explore.levers)
        assert all(shown for _, shown in rules.results(run))


@by_slug
def test_causes_stand_by_size_and_have_their_names(lesson: Lesson) -> None:
    rules = Exploration(library.model(lesson.slug), lesson.explore)
    causes = rules.causes(rules.start())
    sizes = [abs(read_number(value) or 0) for _, value in causes]
    assert sizes == sorted(sizes, reverse=True)
    assert {name for name, _ in causes} <= set(lesson.explore.labels.values())


def test_a_lever_stops_where_the_week_is_full(focus: Lesson) -> None:
    rules = Exploration(library.model("focus"), focus.explore)
    run = rules.move(rules.move(rules.start(), "planning", 24), "inspiring", 24)
    assert (run.levers.planning, run.levers.inspiring, run.limit) == (24, 16, "week")
    assert "40 hours" in focus.explore.limits[run.limit]


def test_levers_come_back_and_nonsense_does_not(focus: Lesson) -> None:
    rules = Exploration(library.model("focus"), focus.explore)
    run = rules.restore({"people": 4.0, "planning": 99.0, "unknown": 1.0})
    assert (run.levers.people, run.levers.planning) == (4, 6)
    assert isinstance(run.levers.people, int)
    assert rules.restore(None).levers == rules.start().levers


# ---- progress
def test_progress_counts_what_was_answered(focus: Lesson) -> None:
    empty = progress(focus, LessonState())
    assert not any(empty.values())
    assert where_to_go_on(empty) is None
    some = progress(focus, LessonState(choices={1: "A", 2: "B"}))
    assert [step for step, done in some.items() if done] == ["case"]
    assert where_to_go_on(some) == "predict"
    assert where_to_go_on(dict.fromkeys(some, True)) is None
