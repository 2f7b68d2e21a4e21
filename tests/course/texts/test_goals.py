"""The numbers that lesson 6 prints are those of its model."""

from __future__ import annotations

from lessons.course import library
from lessons.course.goals.model import Levers, chosen_before, expected_score, run, ways

LESSON = library.lesson("goals")
SITUATIONS = {
    "nothing": Levers(wander=0.0, drift=0.0),
    "the work, 0.3": Levers(drift=0.0),
    "the right target, 0.15": Levers(wander=0.0),
    "both (start)": Levers(),
}


def printed(levers: Levers) -> list[str]:
    return [f"{score:.1f}" for score in ways(levers).values()]


def test_the_table_of_ways() -> None:
    table = LESSON.explore.ways
    assert table
    assert [row[0] for row in table.rows] == list(SITUATIONS)
    for row, best in zip(table.rows, table.best, strict=True):
        scores = list(ways(SITUATIONS[row[0]]).values())
        assert printed(SITUATIONS[row[0]]) == list(row[1:])
        assert best == scores.index(min(scores))


def test_what_there_is_to_notice() -> None:
    steady, both, argue = (task.notice for task in LESSON.explore.tasks)
    *_, choose, all_of_it = printed(SITUATIONS["the right target, 0.15"])
    assert f"choosing alone gives {choose}, both {all_of_it}" in steady
    alone, correct, _, all_of_it = printed(SITUATIONS["nothing"])
    assert f"is best, {alone}; correcting gives {correct}, both {all_of_it}" in both
    alone, correct, *_ = printed(SITUATIONS["the work, 0.3"])
    assert f"{alone} falls to {correct}" in both
    assert f"{expected_score(Levers()).total:.1f} with both" in LESSON.explore.tasks[2].do
    assert argue.startswith(f"{expected_score(Levers(review=5)).total:.1f},")
    changes = len(set(chosen_before(5).tolist()) - {0})
    assert f"changed {changes} times" in argue


def test_full_correction_of_chance_can_be_seen_as_the_text_says() -> None:
    score = ways(Levers(gain=1.0, wander=0.0, drift=0.0))["correct"]
    assert f"It is {score:.1f}: the spread doubles" in LESSON.explore.prediction
    assert run(Levers()).scores["alone"].chance == 2.0 and "is 2.0" in LESSON.predict.situation


def test_the_facilitators_numbers() -> None:
    replies = " ".join(one.reply for one in LESSON.facilitator.misconceptions)
    alone, correct, *_ = printed(SITUATIONS["the work, 0.3"])
    assert f"correct nothing: {alone}. With correcting: {correct}." in replies
    assert f"choosing without correcting leaves {printed(Levers())[2]}." in replies
    steady = [expected_score(Levers(gain, 0.0, 0.0, 0)).total for gain in (0.2, 0.4, 1.0)]
    assert ", ".join(f"{score:.1f}" for score in steady) in LESSON.facilitator.notes[1]
