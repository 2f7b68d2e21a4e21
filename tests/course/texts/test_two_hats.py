"""The numbers that lesson 15 prints are those of its balanced model."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import numpy as np
import pytest

from lessons.activities.explore import Exploration
from lessons.course import library
from lessons.course.two_hats import model
from lessons.course.two_hats.comparison import advice_to_lead_more
from lessons.course.two_hats.events import YEARS, Year
from lessons.course.two_hats.game import READINGS, final, total
from lessons.course.two_hats.model import EQUAL, Levers, run
from lessons.course.two_hats.month import BALANCED, HOURS, MANAGING, effect
from lessons.course.two_hats.players import (
    EVEN,
    MOSTLY_LEADING,
    MOSTLY_MANAGING,
    MOVED,
    ONLY_LEADING,
    ONLY_MANAGING,
    answering,
    grid,
    leading_share,
    shifted,
)

LESSON = library.lesson("two_hats")
EXPLORE = LESSON.explore
RULES = Exploration(model, EXPLORE)
SIXTY = [Year("mixed", seed) for seed in range(60)]
SITUATIONS = {
    "Three months of daily work": ("daily_work", 3, 40),
    "Ten months of daily work": ("daily_work", 10, 40),
    "Ten months of change": ("change", 10, 40),
    "Ten mixed months": ("mixed", 10, 60),
}
"""Kind of year, months, and years that the table averages over."""


def task(number: int) -> tuple[object, dict[str, float]]:
    """A task and the numbers that its own setting leads to."""
    one = EXPLORE.tasks[number - 1]
    return one, model.numbers(RULES.set_up(one.levers).outcome)


def with_hours(year: int, hours: tuple[float, ...], moved: float = 0.0) -> dict[str, float]:
    return model.numbers(run(Levers(year, *hours, moved)))


def signed(value: float) -> str:
    return f"{value:+.0f}".replace("-", "−")


@cache
def advice() -> dict[str, dict[str, float]]:
    """What moving 8 hours changes on average, by player and reading."""
    return {player: dict(zip(READINGS, change, strict=True)) for player, change in advice_to_lead_more().items()}


# ---- the prediction --------------------------------------------------------------------------------------------------
def test_the_situation_of_the_prediction() -> None:
    said, first = LESSON.predict.situation, advice()["mostly_managing"]
    assert f"spends {sum(MOSTLY_MANAGING[:2]):.0f} hours on managing" in said
    managed = np.mean([answering(year)[:, MANAGING].sum(axis=1).mean() for year in SIXTY])
    assert "spends about 15" in said and managed == pytest.approx(15, abs=0.75)
    assert f"move {MOVED:g} hours a month" in said
    others = sorted(value for reading, value in first.items() if reading != "commitment")
    assert f"{first['commitment']:.0f} points of commitment, and {others[0]:.0f} to {others[-1]:.0f} points" in said
    assert min(first.values()) > 0  # "gains on all four readings, on average"


def test_what_is_told_of_the_prediction() -> None:
    second, third, told = advice()["answering"], advice()["mostly_leading"], EXPLORE.prediction
    assert (
        f"budget falls by {-second['budget']:.0f} points on average, and delivery by {-second['delivery']:.0f}" in told
    )
    assert f"Commitment rises by {second['commitment']:.0f} and direction falls by {-second['direction']:.0f}" in told
    assert f"manages only {sum(MOSTLY_LEADING[:2]):.0f} of 40 hours" in told
    gains = f"bring {third['budget']:.0f} points of budget and {third['delivery']:.0f} of delivery"
    assert f"{gains}, and cost {-third['commitment']:.0f} of commitment" in told


def test_the_answers_for_the_facilitator() -> None:
    said = LESSON.facilitator.answers
    each = [final(year, shifted(answering(year)))[1] - final(year, answering(year))[1] for year in SIXTY]
    assert f"(60 years, {signed(min(each))} to {signed(max(each))})" in said
    first, second, third = (signed(total(np.array(list(change.values())))) for change in advice().values())
    assert f"first player’s total by {first} on average, the answering player’s by {second}" in said
    assert f"the third player’s by {third}" in said
    gain = LESSON.facilitator.misconceptions[0].reply
    assert f"gave the first player {advice()['mostly_managing']['commitment']:.0f} points of commitment" in gain


def test_from_which_weight_of_commitment_the_signs_turn() -> None:
    def totals(weight: float) -> dict[str, float]:
        weights = {name: weight if name == "commitment" else (1 - weight) / 3 for name in READINGS}
        return {player: float(total(np.array(list(change.values())), weights)) for player, change in advice().items()}

    before, after = totals(0.69), totals(0.72)
    assert before["answering"] < 0 < after["answering"]
    assert before["mostly_leading"] > 0 > after["mostly_leading"]
    assert before["mostly_managing"] > 0 and after["mostly_managing"] > 0  # "the last two signs"
    assert "about 71 % of the weight" in LESSON.check.questions[3].answers[2].feedback
    assert "about 71 % of the weight" in LESSON.facilitator.answers


# ---- things to try ---------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("number", range(1, len(EXPLORE.tasks) + 1))
def test_a_task_sets_the_hours_that_it_names(number: int) -> None:
    one = EXPLORE.tasks[number - 1]
    levers = RULES.set_up(one.levers).levers
    kept = {name: float(getattr(levers, name)) for name in EXPLORE.levers}
    assert RULES.restore(kept).levers == levers  # the next day, too, though the hours begin all given out
    assert all(getattr(levers, name) == value for name, value in one.levers.items())
    assert sum(getattr(levers, kind) for kind in HOURS) == 40
    named = {"Year A": 0, "Three months of daily work": 5, "A year of change": 4}
    year = next(value for words, value in named.items() if one.do.startswith(words))
    assert levers.year == year


def test_one_hat_only() -> None:
    one, managing = task(1)
    leading = with_hours(0, (0, 0, 20, 10, 10))
    assert "20 hours of planning and 20 of checking" in one.do
    assert "20 of inspiring, 10 of scanning, 10 of developing" in one.do
    assert f"Commitment ends at {managing['c']:.0f} the first time, budget at {leading['b']:.0f}" in one.notice
    assert f"the totals are {managing['you']:.0f} and {leading['you']:.0f}" in one.notice


def test_a_short_year() -> None:
    one, managing = task(2)
    leading = with_hours(5, (0, 0, 25, 0, 15))
    assert "30 hours of planning and 10 of checking. Then 25 of inspiring and 15 of developing" in one.do
    assert f"Delivery {managing['a']:.0f} against {leading['a']:.0f}" in one.notice
    assert f"commitment {managing['c']:.0f} against {leading['c']:.0f}" in one.notice


def test_one_piece_of_advice_and_three_splits() -> None:
    one, first = task(3)
    splits = (MOSTLY_MANAGING, 8), ((10, 6, 13, 4, 7), 8), (MOSTLY_LEADING, -8)
    for hours, _ in splits:
        *most, last = (f"{h:g}" for h in hours)
        assert f"{', '.join(most)} and {last}" in one.do
    results = [with_hours(0, hours, moved) for hours, moved in splits]
    assert first == results[0]
    changes = [signed(result["a2"] - result["a"]) for result in results]
    assert f"Delivery moves by {changes[0]}, {changes[1]} and {changes[2]}" in one.notice
    even_like = np.array(splits[1][0])
    mean = answering(model.CHOICES["A"]).mean(axis=0)
    assert even_like == pytest.approx(mean, abs=0.6)  # the steady split nearest to the way that answers each month


def test_argue_with_the_model() -> None:
    one, unseen = task(4)
    seen = with_hours(4, (10, 5, 15, 5, 5))
    assert "15, 5, 15, 0 and 5 hours" in one.do and "give 5 hours of planning to scanning" in one.do
    assert f"Direction {unseen['d']:.0f}, then {seen['d']:.0f}; delivery {unseen['a']:.0f}, then {seen['a']:.0f}" in (
        one.notice
    )
    assert BALANCED.foresight == 0.25  # "like a quarter of an hour of scanning"
    year, blind = model.CHOICES["change"], replace(BALANCED, foresight=0.0)
    without = [final(year, np.array(hours, float), blind)[3] for hours in ((15, 5, 15, 0, 5), (10, 5, 15, 5, 5))]
    assert f"Without that it is {without[0]:.0f}, then {without[1]:.0f}" in one.notice


# ---- which way wins where --------------------------------------------------------------------------------------------
@cache
def totals_of(kind: str, months: int, years: int) -> tuple[dict[str, float], np.ndarray]:
    """The mean total of each way, and of the best steady split, which is given too."""
    every = [Year(kind, seed, months) for seed in range(years)]
    plans, steady = grid(), (ONLY_MANAGING, ONLY_LEADING, EVEN)
    means = np.mean([total(final(year, plans)) for year in every], axis=0)
    rest = [float(np.mean([total(final(year, np.array(hours))) for year in every])) for hours in steady]
    answered = float(np.mean([total(final(year, answering(year))) for year in every]))
    names = ("managing", "leading", "even", "best", "answering")
    return dict(zip(names, (*rest, means.max(), answered), strict=True)), plans[means.argmax()]


@pytest.mark.parametrize("row", range(4))
def test_the_table_of_ways(row: int) -> None:
    table = EXPLORE.ways
    assert table
    situation, *cells = table.rows[row]
    means, plan = totals_of(*SITUATIONS[situation])
    split = f"({plan[MANAGING].sum():.0f} + {40 - plan[MANAGING].sum():.0f})"
    printed = [f"{value:.0f}" for value in means.values()]
    printed[3] += f" {split}"
    assert cells == printed
    ranked = sorted(means.values())
    level = ranked[-1] - ranked[-2] < 0.5
    assert table.best[row] == (-1 if level else list(means.values()).index(ranked[-1]))


def test_what_stands_under_the_table() -> None:
    table = EXPLORE.ways
    assert table and f"from {len(grid())};" in table.intro
    wins = {}
    for kind in YEARS:
        every = np.stack([total(final(Year(kind, seed), grid())) for seed in range(100)])
        only = [every[:, leading_share(grid()) == share] for share in (0, 1)]
        managing, leading = (each[:, each.mean(axis=0).argmax()] for each in only)
        wins[kind] = int((managing > leading).sum())
    counted = f"in {wins['mixed']} of 100 mixed years, in {wins['daily_work']} of daily work and in {wins['change']}"
    assert counted in table.note


def test_half_and_half_in_the_facilitators_reply() -> None:
    reply = next(one.reply for one in LESSON.facilitator.misconceptions if one.says == "So half and half.")
    splits = {name: totals_of(*case)[1][MANAGING].sum() for name, case in SITUATIONS.items()}
    assert "three months of daily work 25 and 15" in reply and splits.pop("Three months of daily work") == 25
    assert set(splits.values()) == {20}  # "as one split for ten months it is often the best of its kind"
    means, _ = totals_of(*SITUATIONS["Ten mixed months"])
    assert means["answering"] > means["best"]  # "in mixed years answering the month beats every steady split"


def test_all_of_it_taken_away() -> None:
    reply = next(one.reply for one in LESSON.facilitator.misconceptions if one.code == "M2")
    ends = final(model.CHOICES["A"], np.array(ONLY_LEADING))
    assert f"delivery ends at {ends[0]:.0f}, budget at {ends[1]:.0f}" in reply


# ---- levers, findings, check -----------------------------------------------------------------------------------------
def test_what_the_levers_mean() -> None:
    words = EXPLORE.levers
    assert "almost half of the order is gone" in words["plan"].meaning and 0.5 < BALANCED.order_kept < 0.6
    mistrust, sinks = (
        BALANCED.half * np.log2(1 / (1 - level)) for level in (BALANCED.mistrust[1], BALANCED.inspire[1])
    )
    assert "Over 9 hours" in words["check"].meaning and 9 < mistrust < 9.5
    assert "Under about 4 hours" in words["inspire"].meaning and sinks == pytest.approx(4, abs=0.2)
    assert float(effect(mistrust, BALANCED.half)) == pytest.approx(BALANCED.mistrust[1])
    assert len(words["year"].values) == len(model.CHOICES)


def test_every_finding_can_come_true() -> None:
    settings = {
        "level": Levers(),
        "nearly_nothing": Levers(0, 20, 20, 0, 0, 0),
        "above_even": Levers(0, 10, 5, 10, 5, 10),
        "even_better": Levers(0, 4, 4, 8, 16, 8),
        "above_answering": Levers(3, 10, 10, 10, 0, 10),
    }
    for key, levers in settings.items():
        assert model.finding(run(levers))[0] == key
    answered = model.look_back(model.CHOICES["A"], answering(model.CHOICES["A"]))
    assert {*settings, model.finding(answered)[0]} == set(EXPLORE.findings)


def test_level_with_an_even_split_says_the_same_number_twice() -> None:
    for levers in (Levers(), Levers(plan=7.0, check=9.0), Levers(inspire=7.0)):
        key, said = model.finding(run(levers))
        printed = f"{said['you']:.0f}", f"{said['even']:.0f}"
        assert (key == "level") == (printed[0] == printed[1])


def test_the_total_of_the_check() -> None:
    question = LESSON.check.questions[1]
    read = np.array([40.0, 50.0, 80.0, 90.0])
    assert [f"{value:g}" for value in (model.answers()["total"], total(read, EQUAL), read.sum())] == [
        answer.text for answer in question.answers[:3]
    ]
    assert f"{read[0] * 0.4:g} for delivery, and {read[1:].sum() * 0.2:g} for the other three" in (
        question.answers[0].feedback
    )


def test_in_words_counts_the_events_of_the_year() -> None:
    said = model.numbers(run(Levers(year=5)))
    assert said["months"] == 3 and sum(value for key, value in said.items() if key.startswith("n_")) == 3
