"""The numbers that lesson 12 prints are those of its model."""

from __future__ import annotations

import re
from itertools import pairwise
from math import sqrt

import numpy as np
import pytest

from lessons.course import library
from lessons.course.empowerment.model import WAYS, Levers, equal_lean, errors, finding, named, numbers, run, ways, words

LESSON = library.lesson("empowerment")


def error(way: str, **levers: float) -> float:
    return ways(Levers(**levers))[way]


def test_the_answer_to_the_prediction_and_what_it_is_worth_there() -> None:
    said, lean = LESSON.explore.prediction, 100 * equal_lean()
    assert lean == pytest.approx(100 / sqrt(12))
    assert f"The mathematics says {lean:.0f} ({lean:.2f}, to be exact)" in said
    _, ask, limit, local = errors(lean / 100, 0.0, 0.0)
    assert f"At {lean:.2f}, asking and letting decide have {ask:.0f} each; a limit has {limit:.0f}." in said
    assert f"{local:.0f}" == f"{ask:.0f}"
    assert f"{error('local', much=29.0, seen=0.0, change=0.0):.0f}" == "101"  # why the text says 28.87 and not 29


def test_from_25_points_on_asking_teaches_nothing() -> None:
    assert "From 25 on, asking teaches you nothing" in LESSON.explore.prediction
    assert int(words(0.25)) == 1 < int(words(0.249))


def test_the_table_of_ways() -> None:
    table = LESSON.explore.ways
    assert table
    for row, best in zip(table.rows, table.best, strict=True):
        found = ways(situation(row[0]))
        assert [f"{value:.1f}" for value in found.values()] == list(row[1:])
        assert WAYS[best] == min(found, key=found.__getitem__)
    assert set(table.best) == {0, 1, 2, 3}


def situation(words_: str) -> Levers:
    """Levers named in the first cell of a row: "seen 90 %, change 2, weeks 1"."""
    names = {"too much": "much", "seen": "seen", "change": "change", "weeks": "weeks"}
    found = re.findall(r"(too much|seen|change|weeks) (\d+)", words_)
    assert found or words_ == "the start"
    return Levers(**{names[name]: float(value) for name, value in found})


def test_no_rule_that_only_limits_what_may_be_decided_does_better_than_one_limit() -> None:
    """Any set of allowed decisions, of which the person takes the nearest: none beats a limit at 1 − lean."""
    table = LESSON.explore.ways
    assert table and "at 100 minus “too much”" in table.note
    needed, rng = (np.arange(600) + 0.5) / 600, np.random.default_rng(12)
    for lean in (0.05, 0.15, 0.29):
        best = float(errors(lean, 0.0, 0.0)[2]) / 1200
        for _ in range(300):
            allowed = np.sort(rng.uniform(0, 1.2, rng.integers(1, 40)))
            if rng.random() < 0.5:
                allowed = np.append(allowed, np.linspace(*np.sort(rng.uniform(0, 1.2, 2)), 300))
            wanted = needed + lean
            taken = allowed[np.abs(allowed[None, :] - wanted[:, None]).argmin(axis=1)]
            assert ((taken - needed) ** 2).mean() >= best - 1e-5


def test_what_there_is_to_notice() -> None:
    speed, shared, argue = LESSON.explore.tasks
    asked = [f"{error('ask', change=change):.0f}" for change in (5.0, 0.0, 10.0, 20.0)]
    assert "Asking has {}, then {}, {} and {}.".format(*asked) in speed.notice
    local = {f"{error('local', change=change):.0f}" for change in (0.0, 5.0, 10.0, 20.0)}
    assert local == {"27"} and "Letting decide stays at 27." in speed.notice
    winners = [finding(run(Levers(change=float(change))))[0] for change in range(21)]
    decided = [winner for winner in winners if winner != "level"]
    assert sum(one != two for one, two in pairwise(decided)) == 2
    fall = [error("local", shared=share) for share in (0.0, 50.0, 80.0)]
    assert f"Letting decide falls from {fall[0]:.0f} to {fall[1]:.1f} to {fall[2]:.1f}." in shared.notice
    assert fall[1] == pytest.approx(fall[0] / 4)
    assert error("ask", seen=100.0, weeks=0.0) == 0 and "Asking has no error at all." in argue.notice


def test_the_check_questions_about_squares() -> None:
    question = LESSON.check.questions[1]
    assert (
        f"At 10 points too much, letting decide has an error of {error('local', much=10.0):.0f}." in question.question
    )
    assert question.value == pytest.approx(error("local", much=20.0))


def test_lesson_8s_numbers_are_lesson_8s() -> None:
    asked = LESSON.check.questions[4]
    assert "95 % busy" in asked.question and "80 % busy" in asked.question
    before, after = (busy / (1 - busy) for busy in (0.95, 0.80))
    assert f"from {before:.0f} job lengths to {after:.0f}" in asked.answers[2].feedback
    assert after / before == pytest.approx(1 / 5, abs=0.02)


def test_what_the_facilitator_says() -> None:
    asked = [f"{error('ask', much=much, seen=0.0, change=0.0):.0f}" for much in (24.0, 26.0)]
    assert "asking goes from {} to {}".format(*asked) in LESSON.facilitator.notes[-1]
    a, _, c = (option.measures for option in LESSON.case.decisions[1].options)
    assert a.hours * 2 == c.hours and "for half of the hours" in LESSON.facilitator.misconceptions[2].reply


def test_takeaways_and_names_fit_where_nobody_leans_and_where_nothing_can_be_believed() -> None:
    from lessons.activities.explore import Exploration

    rules = Exploration(library.model("empowerment"), LESSON.explore)
    same, none, some = (rules.set_up(preset) for preset in ({"shared": 100.0}, {"much": 40.0}, {}))
    assert rules.takeaway(same) == "You want the same: whatever they tell you, you can believe it"
    assert rules.takeaway(none) == "They want 40 too much: when you ask, no answer can be believed"
    assert rules.takeaway(some) == "They want 15 too much: when you ask, only 2 different words can be believed"
    assert named(same.outcome)["way"] == "local"  # a limit changes nothing there
    assert numbers(same.outcome)["N"] == 1000
