"""A lesson's words and its model agree: levers, findings, names in braces, and numbers that the text gives."""

from __future__ import annotations

from dataclasses import fields, replace
from types import ModuleType
from typing import Any

import pytest

from lessons.activities.explore import Exploration, Run
from lessons.course import library
from lessons.course.lever import levers_of
from lessons.course.prose import fill, names
from lessons.course.schema import Lesson

LEARNERS = {"guess", "answer", "date"}  # names that the learner's record fills


@pytest.fixture(params=library.course().slugs())
def lesson(request: pytest.FixtureRequest) -> Lesson:
    return library.lesson(request.param)


@pytest.fixture
def model(lesson: Lesson) -> ModuleType:
    return library.model(lesson.slug)


def corners(model: ModuleType) -> list[Any]:
    """The start, and each lever alone at either end."""
    start = model.Levers()
    ends = [(lever.name, end) for lever in levers_of(model.Levers) for end in (lever.low, lever.high)]
    return [start, *(model.settle(replace(start, **{name: end}), name)[0] for name, end in ends)]


def test_every_lever_has_words_and_every_word_a_lever(lesson: Lesson, model: ModuleType) -> None:
    assert set(lesson.explore.levers) == {lever.name for lever in fields(model.Levers)}


def test_every_task_sets_levers_within_their_ranges(lesson: Lesson, model: ModuleType) -> None:
    known = {lever.name: lever for lever in levers_of(model.Levers)}
    for task in lesson.explore.tasks:
        for name, value in task.levers.items():
            assert known[name].low <= value <= known[name].high, (task.name, name)


def test_findings_and_texts_can_be_filled_wherever_the_levers_stand(lesson: Lesson, model: ModuleType) -> None:
    explore = lesson.explore
    shared = (
        explore.subtitle,
        explore.takeaway,
        *explore.takeaways.values(),
        explore.why,
        explore.in_words,
        explore.prediction,
        *explore.table.values(),
    )
    for levers in corners(model):
        outcome = model.run(levers)
        key, numbers = model.finding(outcome)
        own = Exploration(model, explore).numbers(Run(outcome))
        assert fill(explore.findings[key], {**own, **numbers})  # as the title is filled, with words for names
        known = {**own, **dict.fromkeys(LEARNERS, "x")}
        assert all(set(names(text)) <= set(known) for text in shared)
        assert all("nan" not in fill(text, known) for text in shared)


def test_every_takeaway_and_every_word_that_a_model_names_is_there(lesson: Lesson, model: ModuleType) -> None:
    explore = lesson.explore
    which, named = getattr(model, "takeaway", lambda _: ""), getattr(model, "named", lambda _: {})
    for levers in corners(model):
        outcome = model.run(levers)
        known = {**model.numbers(outcome), **{name: explore.labels[key] for name, key in named(outcome).items()}}
        key = which(outcome)
        assert fill(explore.takeaways[key] if key else explore.takeaway or "-", known)


def test_the_predictions_answer_is_the_models(lesson: Lesson, model: ModuleType) -> None:
    if lesson.predict.value is not None:
        assert model.reveal() == pytest.approx(lesson.predict.value, abs=0.05 + lesson.predict.step / 20)


def test_numbers_that_a_question_says_are_computed_are_the_models(lesson: Lesson, model: ModuleType) -> None:
    for question in lesson.check.questions:
        if question.computed:
            assert model.answers()[question.computed] == pytest.approx(question.value, abs=max(question.within, 0.05))


def test_causes_and_limits_have_words(lesson: Lesson, model: ModuleType) -> None:
    assert set(model.causes(model.run(model.Levers()))) <= set(lesson.explore.labels)
    reasons = {
        model.settle(model.Levers(**{lever.name: end}), lever.name)[1]
        for lever in levers_of(model.Levers)
        for end in (lever.low, lever.high)
    }
    assert reasons - {""} <= set(lesson.explore.limits)


def test_lesson_1s_table_of_ways_is_what_the_model_gives() -> None:
    lesson, model = library.lesson("focus"), library.model("focus")
    assert lesson.explore.ways
    for row, best in zip(lesson.explore.ways.rows, lesson.explore.ways.best, strict=True):
        tangle, hiding = (float(number) for number in row[0].split(" (")[0].split(", "))
        ways = list(model.ways(model.Levers(tangle=tangle, hiding=hiding)).values())
        assert [f"{value:.1f}" for value in ways] == list(row[1:])
        assert ways.index(max(ways)) == best


def test_numbers_in_lesson_1s_texts_are_what_the_model_gives() -> None:
    model, explore = library.model("focus"), library.lesson("focus").explore

    def delivered(**levers: float) -> str:
        return f"{model.run(model.Levers(**levers)).now.delivered:.1f}"

    def hours(people: int) -> str:
        best = model.run(model.Levers(people=people)).best
        return f"{best.planning + best.inspiring:g}"

    best = model.run(model.Levers()).best
    assert f"{best.planning:g} hours of planning and {best.inspiring:g} of inspiring" in explore.prediction
    assert f"delivers {best.delivered:.1f} people’s" in library.lesson("focus").predict.situation
    assert f"from {hours(2)} hours to {hours(4)} to {hours(8)}" in explore.tasks[0].notice
    falls = f"{delivered()} falls to {delivered(planning=0)}, then to {delivered(inspiring=0)}"
    assert falls in explore.tasks[1].notice
