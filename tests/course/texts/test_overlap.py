"""The numbers that lesson 13 prints are those of its model."""

from __future__ import annotations

import re

import pytest

from lessons.course import library
from lessons.course.overlap.model import Levers, answers, reveal, run
from lessons.course.overlap.model import ways as ways_of
from lessons.course.overlap.skills import stars_in_both

LESSON = library.lesson("overlap")
TASKS = {task.name: task for task in LESSON.explore.tasks}
CHOSEN_FOR = {"both skills added": 0, "managing only": 1, "leading only": 2}
PROMOTED = {"best tenth": 10, "better half": 50}


def among(link: float, promoted: int = 10, chosen_for: int = 0) -> str:
    """The link among the promoted, as the texts write it: −0.71."""
    value = round(run(Levers(link=link, promoted=promoted, chosen_for=chosen_for)).link_among_promoted, 2)
    return "0" if value == 0 else f"{value:.2f}".replace("-", "−")


def stars(link: float) -> str:
    return f"{100 * stars_in_both(link, 0.1):.0f}"


def test_the_prediction_and_what_is_said_of_it() -> None:
    said = LESSON.explore.prediction
    assert f"says {reveal():.0f}. No link would give {stars(0)}, a link of 0.9 gives {stars(0.9)}." in said
    assert "a link of 0.5" in LESSON.predict.situation and Levers().link == 0.5


def test_what_there_is_to_notice() -> None:
    assert f"it looks like {among(0)}. Promote half, and it is {among(0, 50)}." in TASKS["No link at all"].notice
    assert among(0, 10, 1) == "0" and "The link stays 0." in TASKS["For one skill"].notice
    hiding = re.search(r"takes (0\.\d\d)\.", TASKS["Argue with the model"].notice)
    assert hiding and among(float(hiding[1])) == "0"


@pytest.mark.parametrize("row", LESSON.explore.ways.rows if LESSON.explore.ways else (), ids=lambda row: row[0])
def test_the_table_of_links(row: tuple[str, str, str, str]) -> None:
    """Hidden: there, but not seen. Made: not there, but seen. Real: there, and seen, though weaker."""
    share, what = row[1].split(", ")
    found = among(float(row[0]), PROMOTED[share], CHOSEN_FOR[what])
    assert row[2] == found
    seen, there = abs(float(found.replace("−", "-"))) > 0.05, float(row[0]) != 0
    assert row[3].split()[0].strip(",") == {(True, True): "real", (False, True): "hidden", (True, False): "made"}[
        (seen, there)
    ]  # fmt: skip


def test_which_rule_fits_which_job() -> None:
    none, some = (ways_of(Levers(link=link)) for link in (0.0, 0.5))
    assert LESSON.explore.ways
    note = LESSON.explore.ways.note
    one = f"chosen for that one, {none['one_one']:.2f}; for both added, {none['one_both']:.2f}"
    assert f"{one}, or {some['one_both']:.2f} with a link of 0.5." in note and none["one_one"] == some["one_one"]
    both = f"chosen for one, {none['both_one']:.2f}, or {some['both_one']:.2f} with a link of 0.5"
    assert f"{both}; for both added, {none['both_both']:.2f} or {some['both_both']:.2f}." in note


def test_stars_that_miss_the_other_top_tenth() -> None:
    missing = f"{answers()['not_stars']:.0f}"
    likely = {answer.text: answer for answer in LESSON.check.questions[1].answers}
    assert likely[missing].right and f"{stars(0.9)} are, {missing} are not" in likely[missing].feedback
    replies = {one.says: one.reply for one in LESSON.facilitator.misconceptions}
    assert f"Even at 0.9, {missing} of 100" in replies["Related means guaranteed."]
    assert f"{stars(0.5)} of 100, where chance gives {stars(0)}." in replies["No guarantee means unrelated."]


def test_the_answers_in_short() -> None:
    said = LESSON.facilitator.answers
    assert f"Prediction {reveal():.0f}." in said and f"Exact: {100 * stars_in_both(0.5, 0.1):.1f}." in said
    assert f"among the promoted tenth: {among(0)}." in said


def test_what_comes_back_from_lesson_11_is_what_its_table_says() -> None:
    ways = library.lesson("vision").explore.ways
    assert ways
    managing, leading, both = next(row[2:5] for row in ways.rows if row[0] == "4 moves of 2.5, 2 strands")
    replies = {answer.text: answer for answer in LESSON.check.questions[4].answers}
    assert f"Both came second there, {both} to {leading}." in replies["Both"].feedback
    assert replies["Leading alone"].right and float(managing) < float(both)
