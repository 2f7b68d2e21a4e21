"""The numbers that lesson 7 prints are those of its model."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

import numpy as np
import pytest

from lessons.course import library
from lessons.course.opportunity.learning import PEOPLE, QUESTIONS, Rules, chances, history, known, start
from lessons.course.opportunity.model import FAST, MIDDLE, SLOW, Levers, finding, months_until_level, numbers, run, ways
from lessons.course.opportunity.paths import passes, path

LESSON = library.lesson("opportunity")
TASKS = {task.name: task for task in LESSON.explore.tasks}
REPLIES = {one.says: one.reply for one in LESSON.facilitator.misconceptions}


def knows(way: str, **levers: float) -> str:
    return f"{ways(Levers(**levers))[way]:.0f}"


def right(speed: int) -> int:
    """How many of 30 a firm has right in the end."""
    return round(QUESTIONS * (1 + path(speed, 50)[60, 0] / 100) / 2)


def test_the_two_firms_of_the_prediction() -> None:
    said = LESSON.predict.situation
    assert f"Two firms of {PEOPLE} people face the same {QUESTIONS} yes-or-no questions" in said
    assert f"It ends with {right(SLOW)} of {QUESTIONS} right." in said
    assert (SLOW, FAST) == (10, 90) and "one in ten" in said and "nine in ten" in said
    told = LESSON.explore.prediction
    assert f"In this model it is {right(FAST)}." in told and f"the {QUESTIONS - right(FAST)} wrong answers" in told
    assert f"{knows('fast', judged=60)} %, against {knows('slow', judged=60)} %" in told
    assert f"until period {passes(SLOW, FAST, 50) - 1} the fast firm knew more" in told  # type: ignore[operator]


def test_the_table_of_ways() -> None:
    table = LESSON.explore.ways
    assert table
    speeds = [head.split("(")[1].split(" ")[0] for head in table.header[1:]]
    assert speeds == [str(speed) for speed in (FAST, MIDDLE, SLOW)]
    for row, best in zip(table.rows, table.best, strict=True):
        found = list(ways(Levers(judged=int(row[0]))).values())
        assert [f"{share:.0f}" for share in found] == list(row[1:])
        assert best == found.index(max(found))


def test_only_the_date_changes_which_speed_is_best() -> None:
    keys = [finding(run(Levers(adopts=20, judged=judged)))[0] for judged in (20, 5, 60)]
    assert keys == ["near_best", "fast", "slow"]
    assert TASKS["Another date"].notice.startswith("A middle speed knows most, then a fast one, then a slow one.")


def test_this_firm_in_a_changing_world() -> None:
    task = TASKS["A changing world"]
    assert task.levers == {"judged": 60, "change": 2}
    alone = Levers(judged=60, change=2.0)
    shown = [f"{numbers(run(levers))['you']:.0f}" for levers in (alone, replace(alone, newcomers=10))]
    assert "This firm falls to {} %, then rises to {} %.".format(*shown) in task.notice


@pytest.mark.slow
@pytest.mark.parametrize(("newcomers", "printed"), [(0.0, 7), (0.1, 53)])
def test_many_firms_in_a_changing_world(newcomers: float, printed: int) -> None:
    random = np.random.default_rng(5)
    firms, rules = (150,), Rules(0.9, 0.5, newcomers, 0.02)
    *_, last = history(start(random, firms), islice(chances(random, firms), 60), rules)
    share = 100 * known(last)
    assert share.mean() == pytest.approx(printed, abs=4 * share.std() / np.sqrt(firms[0]) + 0.5)
    assert f"{printed} %" in TASKS["A changing world"].notice
    assert "from 7 % to 53 %" in LESSON.check.questions[3].answers[3].feedback


def test_arguing_with_the_model() -> None:
    task = TASKS["Argue with the model"]
    assert (
        f"At 20, fast firms know {knows('fast', learns=10)} %, slow ones {knows('slow', learns=10)} %." in task.notice
    )


def test_the_months_of_the_check() -> None:
    question = LESSON.check.questions[1]
    level = months_until_level(known_way=10, trial=4, chance=0.25, better=13)
    assert question.value == level == 9
    texts = {answer.text: answer for answer in question.answers}
    assert "6 lost, then 0.75 gained in each of 8 months" in texts["9"].feedback and (level - 1) * 0.75 == 6
    lucky = months_until_level(known_way=10, trial=4, chance=1, better=13)
    assert "the lucky case" in texts[f"{lucky:g}"].feedback


def test_the_question_from_lesson_3_is_lesson_3s() -> None:
    model = library.model("staying_power")
    question = LESSON.check.questions[4]
    reveal = f"{model.reveal():.0f}"
    assert next(answer for answer in question.answers if answer.right).text == reveal
    assert question.from_lesson == library.lesson("staying_power").number


def test_what_the_facilitator_says() -> None:
    reply = REPLIES["So the middle is always right."]
    assert f"it has {knows('middle', judged=5)} %, the fast firm {knows('fast', judged=5)} %" in reply
    assert (
        f"{right(FAST)} − {QUESTIONS - right(FAST)} of {QUESTIONS}" in REPLIES["74 %, so 74 people in 100 are right."]
    )
    note = LESSON.facilitator.notes[-1]
    assert f"slow passes fast ({passes(SLOW, FAST, 50)})" in note
    assert f"passes the middle ({passes(SLOW, MIDDLE, 50)})" in note
