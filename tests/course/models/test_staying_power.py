"""Lesson 3: when the bonus stops."""

import itertools
from math import erf, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.course.staying_power import model
from lessons.course.staying_power.model import PLANS, Levers, plan_of, run, share_at_work, ways

some_levers = st.builds(
    Levers,
    carry_on=st.integers(10, 95),
    paid_for=st.integers(0, 2),
    pull=st.integers(0, 20).map(lambda tenth: tenth / 10),
    weeks_on=st.integers(0, 36),
    weeks_after=st.integers(0, 60),
    cost=st.integers(0, 50).map(float),
    interesting=st.integers(0, 1),
)


# ---- against values from elsewhere -----------------------------------------------------------------------------------
@pytest.mark.parametrize(("paid_for", "effect"), [(0, -0.40), (1, -0.36), (2, -0.28)])
def test_where_half_carry_on_the_share_afterwards_is_the_normal_distribution_itself(paid_for, effect):
    share = plan_of("bonus", Levers(carry_on=50, paid_for=paid_for)).share_after
    assert share == pytest.approx((1 + erf(effect / sqrt(2))) / 2, abs=1e-12)


def test_simulated_groups_show_the_published_difference():
    count = 200_000
    wish = np.random.default_rng(1).standard_normal(count)
    threshold = np.quantile(wish, 0.4)  # 60 % of them would carry on
    share = float(np.mean(wish - 0.36 > threshold))
    standard_error = 0.5 / np.sqrt(count)
    assert plan_of("bonus", Levers()).share_after == pytest.approx(share, abs=4 * sqrt(2) * standard_error)


def test_the_fifty_people_stand_for_all():
    drawn = model.picture(run(Levers()))
    assert model.keenness().mean() == pytest.approx(0, abs=1e-12)
    at_work = drawn["present"].mean(axis=1) * 100
    for week, expected in ((0, 60.0), (10, drawn["share_on"]), (30, drawn["share_after"])):
        assert at_work[:, week] == pytest.approx(expected, abs=1)  # half a person of fifty


def test_a_total_is_what_the_weeks_add_up_to():
    levers = Levers(weeks_on=7, weeks_after=3, cost=20.0)
    for name in PLANS:
        plan = plan_of(name, levers)
        paid = 0.8 if name in ("bonus", "both") else 1.0
        weeks = [0.6] * 4 + [plan.share_on * paid] * 7 + [plan.share_after] * 3
        assert plan.total == pytest.approx(sum(weeks))


@pytest.mark.parametrize("cost", [0.0, 10.0])
def test_the_break_even_week_is_where_totals_cross(cost):
    week = model.weeks_to_lose_the_gain(Levers(cost=cost))

    def ahead(after: int) -> float:
        values = ways(Levers(cost=cost, weeks_after=after))
        return values["bonus"] - values["nothing"]

    assert ahead(int(week)) > 0 > ahead(int(week) + 1)


# ---- what always holds -----------------------------------------------------------------------------------------------
@given(some_levers)
def test_shares_are_shares_and_praise_never_takes_away(levers):
    plans = run(levers).plans
    assert all(0 < plan.share_on < 1 and 0 < plan.share_after < 1 for plan in plans.values())
    assert plans["praise"].total >= plans["nothing"].total
    assert plans["both"].share_on >= plans["bonus"].share_on
    assert plans["both"].share_after >= plans["bonus"].share_after


@given(some_levers)
def test_each_week_after_the_stop_costs_the_bonus_unless_work_is_dull(levers):
    def ahead(after: int) -> float:
        values = ways(Levers(**{**vars(levers), "weeks_after": after}))
        return values["bonus"] - values["nothing"]

    lost = ahead(levers.weeks_after) - ahead(levers.weeks_after + 1)
    if levers.interesting and levers.weeks_on:
        assert lost > 0
    else:
        assert lost == pytest.approx(0, abs=1e-9)


@given(some_levers, st.floats(0.1, 1))
def test_a_stronger_pull_brings_more(levers, more):
    stronger = Levers(**{**vars(levers), "pull": levers.pull + more, "weeks_on": levers.weeks_on + 1})
    weaker = Levers(**{**vars(levers), "weeks_on": levers.weeks_on + 1})
    assert plan_of("bonus", stronger).total > plan_of("bonus", weaker).total


@given(some_levers)
def test_the_picture_fits_the_outcome(levers):
    drawn = model.picture(run(levers))
    assert drawn["present"].shape == (4, 50, drawn["weeks"])
    assert drawn["weeks"] == 4 + levers.weeks_on + levers.weeks_after
    # row 0 is the keenest: whoever works, all keener people work too
    assert np.all(drawn["present"][:, :-1] >= drawn["present"][:, 1:])
    assert np.all(drawn["present"][0].sum(axis=0) == drawn["carry_on"])


def test_paid_for_doing_well_leaves_most():
    after = [plan_of("bonus", Levers(paid_for=paid_for)).share_after for paid_for in range(3)]
    assert after == sorted(after)


# ---- what the texts say ----------------------------------------------------------------------------------------------
def test_the_prediction():
    # "Each week, 60 carry on … Now 89 work." "The model says 46 … Paid for taking part, it is 44; for doing well, 49."
    assert model.reveal() == 46
    named = model.numbers(run(Levers()))
    assert (named["B"], round(named["on"]), round(named["after"]), round(named["praise"])) == (60, 89, 46, 72)
    assert named["d"] == -0.36
    assert round(100 * plan_of("bonus", Levers(paid_for=0)).share_after) == 44
    assert round(100 * plan_of("bonus", Levers(paid_for=2)).share_after) == 49


def test_bonus_and_praise_together_nearly_cancel_out():
    assert round(model.numbers(run(Levers()))["both_after"]) == 59
    assert share_at_work(0.6, 0.33 - 0.36) == pytest.approx(0.6, abs=0.02)


def test_the_whole_gain_is_lost_after_25_weeks():
    # check 2: "25 … With the cost, it is 17." and the sum that its feedback does: 29 × 12 = 348 won, 14 lost each week
    assert model.answers()["weeks_to_lose_the_gain"] == pytest.approx(25, abs=0.5)
    assert round(model.weeks_to_lose_the_gain(Levers())) == 17
    assert pytest.approx(model.answers()["weeks_to_lose_the_gain"], abs=0.1) == 348 / 14


@pytest.mark.parametrize(
    ("levers", "printed", "best"),
    [
        # "Which way wins where": nothing, praise, bonus, both
        (Levers(), ("24.0", "28.3", "23.0", "26.7"), {"praise"}),
        (Levers(weeks_after=4), ("12.0", "13.9", "13.9", "14.9"), {"both"}),
        (Levers(weeks_on=36, weeks_after=0), ("24.0", "28.3", "31.4", "33.0"), {"both"}),
        (Levers(carry_on=20, interesting=0), ("8.0", "8.0", "11.7", "11.7"), {"bonus", "both"}),
    ],
)
def test_which_way_wins_where(levers, printed, best):
    values = ways(levers)
    assert tuple(f"{values[plan]:.1f}" for plan in PLANS) == printed
    top = max(values.values())
    assert {plan for plan in PLANS if values[plan] > top - 1e-9} == best


def test_when_others_pass_the_bonus():
    # "praise passes the bonus in week 4, and nothing passes it in week 18"
    def first_week_ahead(plan: str) -> int:
        return next(week for week in range(61) if (w := ways(Levers(weeks_after=week)))[plan] > w["bonus"])

    assert first_week_ahead("praise") == 4
    assert first_week_ahead("nothing") == 18


def test_paying_people_who_would_have_come():
    values = ways(Levers(carry_on=90))  # "set 90 carry on anyway. The bonus brings 34.0 weeks, nothing 36.0."
    assert (f"{values['bonus']:.1f}", f"{values['nothing']:.1f}") == ("34.0", "36.0")


# ---- findings --------------------------------------------------------------------------------------------------------
def expected_finding(levers: Levers) -> str:
    if levers.weeks_on == 0:
        return "no_bonus"
    if round(100 * share_at_work(levers.carry_on / 100, levers.pull)) == levers.carry_on:
        return "hardly"
    if levers.weeks_after == 0:
        return "lasts"
    return "stops" if levers.interesting else "dull"


def test_every_finding_and_takeaway_is_true_where_it_stands_and_each_can_be_reached():
    findings, takeaways, winners = set(), set(), set()
    grid = itertools.product((10, 60, 95), (0, 2), (0.0, 0.1, 2.0), (0, 12), (0, 4, 60), (0.0, 50.0), (0, 1))
    for levers in itertools.starmap(Levers, grid):
        outcome = run(levers)
        key, named = model.finding(outcome)
        assert key == expected_finding(levers)
        if key == "stops":  # "The bonus lifts {B} to {on}; when it stops, only {after} carry on"
            assert round(named["on"]) > named["B"] > round(named["after"])
        totals = ways(levers)
        second, best = sorted(totals.values())[-2:]
        told = model.takeaway(outcome)
        assert (told == "level") == (best - second < 0.05)
        if told == "costs":
            assert totals["bonus"] < totals["nothing"]
        assert totals[model.named(outcome)["best"]] == best == named["top"]
        findings.add(key)
        takeaways.add(told)
        if told == "best":
            winners.add(model.named(outcome)["best"])
    assert findings == {"no_bonus", "hardly", "lasts", "dull", "stops"}
    assert takeaways == {"level", "costs", "best"}
    assert winners == {"praise", "both"}  # a bonus wins only level with both, nothing only level with praise
