"""The numbers that lesson 9 prints are those of its model."""

from __future__ import annotations

from itertools import product

import numpy as np

from lessons.course import library
from lessons.course.following.model import EXPLAINED, PEOPLE, Levers, break_even, free_efforts, numbers, run, ways

LESSON = library.lesson("following")
SITUATIONS = {
    "free 75, watched 20 %": Levers(free=75.0, watched=20.0),
    "free 35, watched 90 %, hidden cost 0": Levers(free=35.0, watched=90.0, hidden=0.0),
    "free 60, watched 90 %": Levers(free=60.0, watched=90.0),
}


def named(**levers: float) -> dict[str, float]:
    return numbers(run(Levers(**levers)))


def printed(levers: Levers) -> list[str]:
    return [f"{value:.0f}" for value in ways(levers).values()]


def test_the_situation_of_the_prediction_and_its_answer() -> None:
    start, asked = Levers(), LESSON.predict.situation
    free = free_efforts(start.free)
    assert f"they give {start.free:.0f} on average" in asked and round(free.mean()) == start.free
    assert "A few give under 20, a few nearly 100" in asked and 0 < np.sum(free < 20) <= 3 < 5 > np.sum(free > 98) > 0
    assert f"at least {start.rule:.0f} from everyone" in asked and f"drops by {start.hidden:.0f} %" in asked
    one = named()
    assert one["be"] > 100 and LESSON.predict.value is None and LESSON.predict.alternative == "no share is enough"
    assert f"still {one['watched']:.0f}, against {one['free']:.0f} with no rule" in LESSON.explore.prediction
    assert f"asks for {one['be']:.0f} %" in LESSON.explore.prediction


def test_the_table_of_ways() -> None:
    table = LESSON.explore.ways
    assert table and [row[0] for row in table.rows] == list(SITUATIONS)
    for row, best in zip(table.rows, table.best, strict=True):
        efforts = list(ways(SITUATIONS[row[0]]).values())
        assert printed(SITUATIONS[row[0]]) == list(row[1:])
        assert best == efforts.index(max(efforts))
    assert f"stands at {EXPLAINED:g}" in table.intro
    for setting in product((20.0, 60.0, 85.0), (8.0, 50.0, 80.0), (0.0, 50.0, 100.0), (0.0, 15.0, 40.0)):
        _, order, explained = ways(Levers(*setting)).values()
        assert explained >= order - 1e-9  # "Explaining costs nothing in the model."


def test_what_there_is_to_notice() -> None:
    team, way_in, argue = (task.notice for task in LESSON.explore.tasks)
    shares = [named(free=free)["be"] for free in (45.0, 30.0)]
    assert f"pays from {shares[0]:.0f} % watched, then from {shares[1]:.0f} %" in team
    start, agreed = named(), named(explained=0.8)
    assert f"rises from {start['rule']:.0f} to {agreed['rule']:.0f}, level with no rule" in way_in
    assert round(agreed["rule"]) == round(agreed["free"])
    assert f"falls from {start['be']:.0f} % to {agreed['be']:.0f} %" in way_in
    high = named(rule=80.0)
    assert f"It pays, {high['rule']:.0f} against {high['free']:.0f}" in argue
    assert f"stayed at {high['c']:.0f} %" in argue and high["c"] == start["c"]


def test_why_it_happened_is_true_wherever_the_levers_stand() -> None:
    grid = product((20.0, 60.0, 85.0), (0.0, 8.0, 50.0, 80.0), (0.0, 40.0, 100.0), (0.0, 15.0, 40.0), (0.0, 0.5, 1.0))
    for setting in grid:
        outcome = run(Levers(*setting))
        given, one = outcome.efforts, numbers(outcome)
        below = given.free < one["f"]
        assert below.sum() == one["up"] and one["up"] + one["down"] == PEOPLE
        assert np.all(given.watched[below] == one["f"])  # "the rule lifts them to …"
        taken = (given.free - given.watched)[~below]  # "from them it can only take, up to …"
        assert np.all(taken >= -1e-9) and np.all(taken <= given.free[~below] * one["c"] / 100 + 1e-9)
        assert np.allclose(given.unwatched, given.free * (1 - one["c"] / 100))  # "all give … less"
        assert (given.watched > given.free).sum() == one["up"]  # "Watched, … give more than freely"
        assert one["be"] > 100 or one["rule"] >= one["free"] - 1e-9 or outcome.levers.watched < one["be"]


def test_numbers_in_evidence_and_checks() -> None:
    contested = LESSON.evidence.lines[1].text
    assert f"Try 5 % in the model: the rule pays from {named(hidden=5.0)['be']:.0f} % watched" in contested
    start, asked = named(), LESSON.check.questions[2]
    where = f"give {start['watched']:.0f} where watched and {start['unwatched']:.0f} where not"
    assert where in asked.question
    right = asked.answers[0].feedback
    assert (
        f"between {start['watched']:.0f} and {start['unwatched']:.0f}" in right
        and f"the {start['free']:.0f} they" in right
    )


def test_the_facilitators_numbers() -> None:
    replies = " ".join(one.reply for one in LESSON.facilitator.misconceptions)
    free, order, explained = printed(Levers(free=35.0, watched=90.0))
    assert f"no rule {free}, rule {order}, rule explained at {EXPLAINED:g}: {explained}" in replies
    start = named()
    assert f"still leaves {start['watched']:.0f}, under {start['free']:.0f}" in replies
    assert any(one.says.startswith(f"{start['be']:.0f} %") for one in LESSON.facilitator.misconceptions)
    assert "rule 8, free effort 30, watched 40 %: a hidden cost of 2 %" in LESSON.facilitator.notes[2]
    assert 100 * break_even(free_efforts(30.0), 8.0, 0.02) > 40


def test_lesson_4s_number_is_lesson_4s() -> None:
    example = library.model("example")
    moved = example.ways(example.Levers())["deeds"] - example.numbers(example.run(example.Levers()))["start"]
    assert f"the team moved by {moved:.0f}" in LESSON.back[1].text
