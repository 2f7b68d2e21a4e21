"""The numbers that lesson 14 prints are those of its model."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import product

import pytest

from lessons.course import library
from lessons.course.ninety_percent.model import Levers, below, finding, rated_better, run, share_of_all

LESSON = library.lesson("ninety_percent")
TASKS = {task.name: task for task in LESSON.explore.tasks}
REPLIES = {one.says: one.reply for one in LESSON.facilitator.misconceptions}
START = Levers()


def span(ends: tuple[float, float]) -> str:
    return f"{ends[0]:.0f}–{ends[1]:.0f}"


def no_course(**levers: float) -> str:
    return f"{run(replace(START, **levers)).no_course:.0f}"


def test_the_situation_to_predict_is_the_models_start() -> None:
    said = LESSON.predict.situation
    assert f"go together at {START.steadiness:g}," in said and f"the lowest {START.lowest} %" in said
    assert START.gain == 0 and "Nobody took a course." in said
    assert f"It is {no_course()}." in LESSON.explore.prediction


def test_the_start_is_the_reported_survey() -> None:
    claim = f"{LESSON.claim.catch} {LESSON.claim.shared[1].text}"
    assert f"The {START.reported} % is real." in claim and f"{START.answers:,} *managers*" in claim
    levers = LESSON.explore.levers
    assert f"The survey had {START.answers:,}." in levers["answers"].meaning
    assert f"we start at {START.answered}." in levers["answered"].meaning
    assert f"passes {100 * below(1.0):.0f} of 100 earlier colleagues" in levers["gain"].meaning


def test_what_there_is_to_notice() -> None:
    few, many = run(replace(START, answers=20)), run(replace(START, answers=2000))
    more = TASKS["More answers"]
    assert f"from {span(few.by_chance)} to {span(many.by_chance)}" in more.notice
    assert f"The second stays at {span(many.with_silent)}." in more.notice and few.with_silent == many.with_silent
    fewer = TASKS["Fewer silent"]
    assert f"shrinks to {span(run(Levers(**fewer.levers)).with_silent)}." in fewer.notice
    argue = TASKS["Argue with the model"]
    assert f"The lowest {argue.levers['lowest']:g} %, steadiness {argue.levers['steadiness']:g}" in argue.do
    assert f": {no_course(**argue.levers)} % rise. Then everybody, gain 1, steadiness {START.steadiness:g}" in argue.do
    assert f": {run(replace(START, lowest=100, gain=1.0)).with_gain:.0f} % rise." in argue.do


@pytest.mark.parametrize("row", LESSON.explore.ways.rows if LESSON.explore.ways else (), ids=lambda row: row[0])
def test_the_table_of_settings(row: tuple[str, str]) -> None:
    """Each row names its levers; what it says is the finding there."""
    found = {name: re.search(form, row[0]) for name, form in FORMS.items()}
    levers = {name: float(one[1]) for name, one in found.items() if one}
    levers |= {"lowest": 100} if "everybody" in row[0] else {}
    key, said = finding(run(replace(START, **levers)))
    low, high, none = (f"{said[name]:.0f}" for name in ("lo", "hi", "no"))
    expected = {
        "undecided_range": f"undecided: {low} to {high} %",
        "undecided": f"undecided: at least {low} %, and {none} % with no course",
        "stronger": f"stronger: at least {low} %, against {none} %",
        "weak": f"weak: {none} % with no course",
    }
    assert row[1] == expected[key]


FORMS = {"answered": r"(\d+) % answered", "lowest": r"lowest (\d+) %", "steadiness": r"steadiness (0\.\d+)"}


def test_no_hat_wins_and_the_table_shows_each_finding() -> None:
    ways = LESSON.explore.ways
    assert ways and not ways.best
    assert {row[1].split(":")[0] for row in ways.rows} == {"undecided", "weak", "stronger"}


def test_the_share_in_the_check_and_its_likely_slips() -> None:
    question = LESSON.check.questions[1]
    shares = [f"{share_of_all(90, 20, silent):g}" for silent in (50, 0)]
    texts = {answer.text: answer for answer in question.answers}
    assert texts[shares[0]].right and "every silent person as a no" in texts[shares[1]].feedback
    assert "midway" in texts["70"].feedback and (90 + 50) / 2 == 70


def test_what_the_facilitator_says() -> None:
    answers = LESSON.facilitator.answers
    steadier = {steadiness: f"{rated_better(steadiness, START.lowest, 0):.0f}" for steadiness in (0.5, 0.8)}
    assert f"At a steadiness of 0.5: {steadier[0.5]}; at 0.8: {steadier[0.8]}." in answers
    start = run(START)
    assert f"Lowest share with {START.answered} % answering: {start.with_silent[0]:.0f} %." in answers
    assert f"the second bar stays at {span(start.with_silent)}" in REPLIES["More answers cure it."]


def test_the_dice_of_the_facilitator_rise_as_often_as_luck_says() -> None:
    """Two dice, nothing but luck: of those with a sum of 5 or less, most throw more the next time."""
    sums = [a + b for a, b in product(range(1, 7), repeat=2)]
    pairs = [(first, second) for first in sums if first <= 5 for second in sums]
    assert sum(second > first for first, second in pairs) / len(pairs) > 0.8
    assert "Let the room throw two dice each." in REPLIES["71 is a trick."]


def test_the_cases_percentage_is_a_count_of_those_who_were_there() -> None:
    counted = LESSON.case.decisions[0].options[0]
    assert "37 of 41 say yes" in counted.happens and f"{100 * 37 / 41:.0f} %" in counted.notice
    assert "60 names" in counted.happens and f"The other {60 - 41}" in counted.notice
    assert "Nineteen people" in LESSON.case.closing


def test_the_article_gives_three_cards_to_both_hats_and_two_of_them_are_here() -> None:
    both = {key for key, card in library.cards().items() if card.article == "both"}
    assert "only three cards to both hats. Here are two." in LESSON.cards.note
    assert len(both) == 3 and len(both & set(LESSON.cards.cards)) == 2


def test_what_comes_back_is_what_the_older_lessons_kept() -> None:
    assert [back.id for back in LESSON.back] == ["target06", "guess10", "confidence10"]
    older = library.lesson("people").predict
    assert f"The figure was {older.value:g}." in LESSON.back[1].text and "0.48" in older.situation
    assert set(older.kept_as) == {"guess10", "confidence10"}
    goals = library.lesson("goals")
    keeps = [keep for keep in (goals.explore.keep, goals.reflect.keep) if keep]
    assert any(keep.id == "target06" and LESSON.number in keep.back_in for keep in keeps)
