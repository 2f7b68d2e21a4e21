"""The numbers that lesson 11 prints are those of its model."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

import numpy as np
import pytest

from lessons.course import library
from lessons.course.vision.comparison import ROBUSTNESS_FUTURES, SITUATIONS, robustness
from lessons.course.vision.model import Levers, at_the_start, best_with_managing_alone, numbers, run, ways
from lessons.course.vision.simulation import WAYS, Constants, Hours, follow, four_ways, futures, losses

LESSON = library.lesson("vision")
CORNERS = [Levers(*SITUATIONS[name]) for name in SITUATIONS]


def percent(**levers: float) -> dict[str, str]:
    """What each way brings, as the texts print it."""
    whole = {name: int(value) if name in ("moves", "streams", "hours") else value for name, value in levers.items()}
    return {way: f"{value:.0f}" for way, value in ways(Levers(**whole)).items()}  # type: ignore[arg-type]


def one_hat(leading: bool) -> np.ndarray:
    hours, none = np.arange(41.0), np.zeros(41)
    return at_the_start(Hours(none, hours) if leading else Hours(hours, none))


def test_the_table_of_ways() -> None:
    table = LESSON.explore.ways
    assert table
    for row, best, levers, counts in zip(table.rows, table.best, CORNERS, robustness().values(), strict=True):
        values = ways(levers)
        assert [f"{value:.0f}" for value in values.values()] == list(row[1:5])
        assert WAYS[best] == max(values, key=values.__getitem__) == max(counts, key=counts.__getitem__)
        won = sorted(((count, way) for way, count in counts.items() if count), reverse=True)
        assert row[5] == ", ".join(f"{way} {count}" for count, way in won)


def test_the_situations_of_the_table_say_what_they_are() -> None:
    table = LESSON.explore.ways
    assert table
    for row, levers in zip(table.rows, CORNERS, strict=True):
        assert f"{levers.streams} strands" in row[0]
        moving = f"{levers.moves} moves of {levers.size:g}" if levers.moves else "Nothing moves"
        assert moving in row[0]


def test_managing_alone_beats_both_in_the_hardest_corner_only_with_dear_links() -> None:
    moves, size, streams = SITUATIONS["changing_complex"]
    market, noise = futures(moves, size, ROBUSTNESS_FUTURES, 3)
    for scale, slow, total in itertools.product((6.0, 8.0, 10.0), (0.1, 0.2, 0.3), (8.0, 12.0, 16.0)):
        constants = Constants(hours_scale=scale, replan=(slow, 0.5))
        gap, plans = follow(four_ways(total), market, noise, constants)
        for replan_cost, link_cost in itertools.product((0.03, 0.05, 0.08), (0.015, 0.02)):
            varied = replace(constants, replan_cost=replan_cost, link_cost=link_cost)
            value = losses(four_ways(total), gap, plans, streams, varied).value().mean(axis=(1, 2))
            assert WAYS[int(value.argmax())] == "both"
    assert "cost half as much again" in LESSON.explore.tasks[2].notice
    assert Constants().link_cost * 1.5 == pytest.approx(0.03)


def test_what_there_is_to_notice() -> None:
    calm, little, argue = LESSON.explore.tasks
    at = percent(**calm.levers)
    assert f"Managing alone reaches {at['managing']} %" in calm.notice
    assert f"Leading alone reaches {at['leading']} %, less than no hours at all ({at['neither']} %)" in calm.notice
    at = percent(**little.levers)
    assert f"{at['leading']} to {at['both']}" in little.notice
    winners = [max(found := ways(Levers(4, 2.5, n)), key=found.__getitem__) for n in range(2, 13)]
    assert "From four strands on, both wins" in little.notice
    assert winners == ["leading"] * 2 + ["both"] * 9
    at = percent(**argue.levers)
    assert f"{at['both']} to {at['managing']}" in argue.do
    counts = robustness()["changing_complex"]
    assert f"Both won in {counts['both']}, managing alone in {counts['managing']}" in argue.notice


def test_the_prediction() -> None:
    hours, best = best_with_managing_alone()
    assert f"at best {best:.0f} % of what" in LESSON.predict.situation
    assert f"It takes {hours} hours" in LESSON.predict.situation
    two_and_two, six_and_six = at_the_start(Hours(np.array([2.0, 6.0]), np.array([2.0, 6.0])))
    told = LESSON.explore.prediction
    assert f"two for each hat: {two_and_two:.0f} %" in told
    assert f"never passes {best:.0f} %, leading alone never {one_hat(leading=True).max():.0f} %" in told
    assert f"over both: {six_and_six:.0f} %" in told
    assert f"{two_and_two:.1f} % against {best:.1f} %" in LESSON.facilitator.answers


def test_the_check_questions() -> None:
    now, at = numbers(run(Levers())), percent()
    collides, turns, more, hardly = (answer.feedback for answer in LESSON.check.questions[1].answers)
    assert f"{now['l_coord']:.0f} % of the loss" in collides and now["l_coord"] > 50
    assert now["half_l"] == pytest.approx(3, abs=0.5) and "closes in three weeks" in turns
    values = one_hat(leading=True)
    assert 7 <= values.argmax() <= 8 and f"7 to 8 hours, {values.max():.0f} %" in more
    assert f"{at['leading']} to {at['managing']}" in hardly
    outcome = run(Levers())
    managing, leading = outcome.scores[WAYS.index("managing")], outcome.scores[WAYS.index("leading")]
    assert abs(managing - leading) < 2
    both = LESSON.check.questions[3].answers[3].feedback
    assert f"{at['both']} to {at['leading']}" in both
    split = run(Levers(leading=4.0)).scores[-1]
    assert f"4 hours leading and 8 managing, even {split:.0f}" in both
    assert f"{100 * (0.5 + math.asin(0.44) / math.pi):.0f} of 100" == LESSON.check.questions[4].answers[2].text


def test_each_situation_of_the_sorting_question_is_won_by_its_box() -> None:
    named = {"Nothing moves, 12 strands": 1, "Four far moves, 2 strands": 2, "Nothing moves, 2 strands": 0}
    named["Three moves, 8 strands"] = 4
    for answer in LESSON.check.questions[3].answers:
        values = ways(CORNERS[named[answer.text]])
        assert max(values, key=values.__getitem__) == answer.box.split()[0]


def test_the_best_split_is_the_one_that_is_told() -> None:
    every = {half / 2: run(Levers(leading=half / 2)).scores[-1] for half in range(25)}
    best = max(every, key=every.__getitem__)
    assert abs(best - 4) <= 0.5
    assert f"about 4 leading, 8 managing, {every[best]:.0f} %" in LESSON.facilitator.answers
    assert LESSON.explore.keep and f"half and half, gives {percent()['both']} %" in LESSON.explore.keep.prompt
    at = percent(moves=1)
    assert f"managing alone {at['managing']}, both {at['both']}" in LESSON.facilitator.notes[1]


def test_one_step_off_and_the_links_of_eight_strands() -> None:
    levers = LESSON.explore.levers
    assert f"worth {100 * math.exp(-0.5):.0f} %" in levers["size"].meaning
    assert f"Eight have {8 * 7 // 2} links" in levers["streams"].meaning
