"""Lesson 5: the chart and the whispers."""

import itertools
from math import sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.course.position import model
from lessons.course.position.model import (
    COLLEAGUE,
    DRAWS,
    IN_CHARGE,
    PEOPLE,
    Levers,
    advice_ties,
    by_both,
    chart_chances,
    chart_ties,
    reach_by_chart,
    run,
    spread,
    ways,
)

FEW = settings(max_examples=25, deadline=None)
SHARE = st.integers(0, 20).map(lambda twentieth: twentieth / 20)
some_levers = st.builds(
    Levers,
    order=st.integers(0, 100).map(float),
    advice=st.integers(0, 100).map(float),
    starts=st.integers(0, 20),
    leaves=st.integers(-1, 20),
)


def four_standard_errors(size: float) -> float:
    return 4 * size / sqrt(DRAWS)


# ---- against values from elsewhere -----------------------------------------------------------------------------------
@pytest.mark.parametrize("order", [0.5, 0.7, 0.9, 0.95])
def test_the_tree_agrees_with_its_formula(order):
    assert reach_by_chart(order) == pytest.approx(4 * order + 16 * order**2)
    drawn = spread(dict.fromkeys(chart_ties(), order))
    assert drawn.counts()[IN_CHARGE] == pytest.approx(reach_by_chart(order), abs=four_standard_errors(6))
    assert drawn.chances(IN_CHARGE) == pytest.approx(chart_chances(order), abs=four_standard_errors(0.5))


@pytest.mark.parametrize("chance", [0.3, 0.6, 0.8])
def test_a_ring_agrees_with_its_formula(monkeypatch, chance):
    ring = {(min(i, j), max(i, j)): chance for i in range(PEOPLE) for j in ((i + 1) % PEOPLE,)}
    one_way_or_the_other = sum(chance**d + chance ** (PEOPLE - d) - chance**PEOPLE for d in range(1, PEOPLE))
    monkeypatch.setattr(model, "STEPS", PEOPLE)
    assert spread(ring).counts()[0] == pytest.approx(one_way_or_the_other, abs=four_standard_errors(6))
    monkeypatch.setattr(model, "STEPS", 4)  # within four steps each way nothing comes round
    assert spread(ring).counts()[0] == pytest.approx(
        2 * sum(chance**d for d in range(1, 5)), abs=four_standard_errors(3)
    )


def test_a_triangle_agrees_with_all_eight_ways_it_can_fall():
    chance = 0.4
    reached = 0.0
    for ab, bc, ac in itertools.product((0, 1), repeat=3):
        weight = np.prod([chance if is_open else 1 - chance for is_open in (ab, bc, ac)])
        reached += weight * ((ab or (ac and bc)) + (ac or (ab and bc)))
    drawn = spread(dict.fromkeys(((0, 1), (1, 2), (0, 2)), chance)).counts()[0]
    assert drawn == pytest.approx(reached, abs=four_standard_errors(1))


def test_with_no_chance_nobody_hears_and_with_certainty_all_within_four_steps():
    assert np.all(spread(dict.fromkeys(advice_ties(), 0.0)).counts() == 0)
    certain = spread(dict.fromkeys(advice_ties(), 1.0))
    matrix = np.eye(PEOPLE)
    for one, other in advice_ties():
        matrix[one, other] = matrix[other, one] = 1
    within_four_steps = (np.linalg.matrix_power(matrix, 4) > 0).sum(axis=1) - 1
    assert certain.counts() == pytest.approx(within_four_steps)


# ---- the network -----------------------------------------------------------------------------------------------------
def test_the_colleague_has_no_post_and_ties_to_twelve_people_in_every_team():
    partners = {one if other == COLLEAGUE else other for one, other in advice_ties() if COLLEAGUE in (one, other)}
    assert len(partners) == 12  # "A colleague without a post has advice ties to 12 people."
    assert {int(model.TEAMS[person]) for person in partners} == {1, 2, 3, 4}
    assert not model.picture(run(Levers()))["posts"][COLLEAGUE]
    assert len(chart_ties()) == 20


# ---- what always holds -----------------------------------------------------------------------------------------------
@FEW
@given(SHARE, SHARE)
def test_reach_grows_with_chances_and_ties(one, other):
    low, high = sorted((one, other))
    assert np.all(
        spread(dict.fromkeys(advice_ties(), low)).counts() <= spread(dict.fromkeys(advice_ties(), high)).counts()
    )
    both = spread(by_both(low, high)).counts()
    assert np.all(both >= spread(dict.fromkeys(chart_ties(), low)).counts())
    assert np.all(both >= spread(dict.fromkeys(advice_ties(), high)).counts())


@FEW
@given(some_levers)
def test_somebody_leaving_never_raises_anyones_chance(levers):
    outcome = run(levers)
    for start in (0, 6, 10, 20):
        if start != levers.leaves:
            assert np.all(outcome.after.chances(start) <= outcome.before.chances(start))
    assert np.all((outcome.before.counts() >= 0) & (outcome.before.counts() <= 20))
    assert outcome.chart_after <= outcome.chart


@FEW
@given(some_levers)
def test_the_picture_fits_the_outcome(levers):
    drawn = model.picture(run(levers))
    for chances, reach in (("chart_chance", "chart"), ("advice_chance", "advice"), ("after_chance", "after")):
        assert drawn[chances].sum() == pytest.approx(100 + 100 * drawn[reach], abs=1e-6)
    assert drawn["advice_chance"][levers.starts] == 100
    assert drawn["after_chance"][drawn["starts_after"]] == 100
    if levers.leaves >= 0:
        assert drawn["after_chance"][levers.leaves] == 0
        assert drawn["starts_after"] != levers.leaves


@pytest.mark.parametrize(("leaves", "after"), [(-1, 8.16), (0, 0.0), (1, 6.12), (10, 7.8)])
def test_the_chart_without_somebody(leaves, after):
    # "the chart drops from 8 to 6" without a lead: three leads and twelve members are left
    assert reach_by_chart(0.6, leaves) == pytest.approx(after)


@FEW
@given(some_levers)
def test_causes_account_for_everyone_an_order_misses(levers):
    outcome = run(levers)
    assert sum(model.causes(outcome).values()) == pytest.approx(20 - outcome.chart)


# ---- what the texts say ----------------------------------------------------------------------------------------------
def test_the_prediction():
    # "In this model it is 13, against 8 by the chart. Half of her 12 ties make 6."
    assert model.reveal() == 13
    named = model.numbers(run(Levers()))
    assert (round(named["chart"]), round(named["col"]), named["first"]) == (8, 13, 6)
    assert named["first"] + named["later"] == named["col"]


@pytest.mark.parametrize("seed", range(5))
def test_in_other_drawings_she_reaches_10_to_12(monkeypatch, seed):
    # "in five other drawings she reaches 10 to 12"
    monkeypatch.setattr(model, "SEED", seed)
    ties = advice_ties.__wrapped__()
    assert 9.5 < spread(dict.fromkeys(ties, 0.5)).counts()[COLLEAGUE] < 12.5


@pytest.mark.parametrize(
    ("order", "advice", "printed"),
    [
        # "Which way wins where": chart, colleague, from the top by both
        (95, 30, (18, 7, 19)),
        (80, 50, (13, 13, 19)),
        (60, 50, (8, 13, 16)),
        (40, 60, (4, 15, 14)),
    ],
)
def test_which_way_wins_where(order, advice, printed):
    values = ways(Levers(order=float(order), advice=float(advice)))
    assert tuple(round(values[way]) for way in ("chart", "colleague", "both")) == printed


def test_chart_and_colleague_meet_near_77_per_cent():
    colleague = ways(Levers())["colleague"]
    assert reach_by_chart(0.77) < colleague < reach_by_chart(0.78)


def test_when_somebody_leaves():
    # "the others' advice now reaches under 3 people on average; before it was over 8. Without a lead it stays near 8"
    named = model.numbers(run(Levers(leaves=COLLEAGUE)))
    assert named["d"] < 3
    assert named["c"] > 8
    for lead in model.LEADS:
        named = model.numbers(run(Levers(leaves=lead)))
        assert 7.4 < named["d"] < 8.5
        assert (round(named["chart"]), round(named["chart_after"])) == (8, 6)


def test_six_of_seven_ties_go_to_people_without_the_post():
    assert model.answers()["ties_without_post"] == pytest.approx(100 * 6 / 7)  # check 2: 86


# ---- findings --------------------------------------------------------------------------------------------------------
def is_true(key: str, levers: Levers, named: dict[str, float]) -> bool:
    """Whether what the finding's title says holds; ``key`` may be any."""
    chart, colleague, both, before, after = (named[name] for name in ("chart", "col", "both", "c", "d"))
    return {
        "colleague_left": levers.leaves == COLLEAGUE and after < before,
        "left_same": levers.leaves >= 0 and abs(before - after) < 0.5,
        "left_less": levers.leaves >= 0 and after < before,
        "other_starts": levers.starts not in (IN_CHARGE, COLLEAGUE),
        "nothing": max(chart, colleague) < 0.5,
        "level": abs(chart - colleague) < 0.75,
        "colleague_first": colleague > both,
        "chart_enough": colleague < chart and both < chart + 1,
        "chart_more": chart > colleague,
        "advice_more": colleague > chart,
    }[key]


def test_every_finding_is_true_where_it_stands_and_each_can_be_reached():
    seen = {}
    chances = (0.0, 30.0, 40.0, 50.0, 60.0, 78.0, 95.0, 100.0)
    for order, advice in itertools.product(chances, repeat=2):
        for starts, leaves in ((10, -1), (0, -1), (6, -1), (10, 10), (6, 1), (10, 7)):
            levers = Levers(order, advice, starts, leaves)
            key, named = model.finding(run(levers))
            assert is_true(key, levers, named)
            if leaves < 0:
                assert not key.startswith(("colleague_left", "left"))
            seen[key] = levers
    assert set(seen) == {
        *("colleague_left", "left_same", "left_less", "other_starts", "nothing", "level", "colleague_first"),
        *("chart_enough", "chart_more", "advice_more"),
    }


@pytest.mark.parametrize(
    ("leaves", "who"), [(-1, "nobody"), (0, "in_charge"), (3, "lead"), (10, "colleague"), (20, "member")]
)
def test_who_left_has_a_name(leaves, who):
    assert model.named(run(Levers(leaves=leaves)))["who"] == who
