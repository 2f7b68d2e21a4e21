"""Lesson 8: spare people, foresight and waiting."""

import itertools
from dataclasses import replace
from math import factorial, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.course.day_to_day import model
from lessons.course.day_to_day.model import Levers, chance_to_wait, cost, course, in_line, run, wait, ways

some_levers = st.builds(
    Levers,
    people=st.integers(9, 14),
    foresight=st.integers(0, 12),
    lead=st.integers(1, 12),
    likely=st.integers(0, 20).map(lambda five: 5.0 * five),
    waiting=st.integers(1, 40).map(lambda tenth: tenth / 10),
    size=st.integers(0, 16).map(lambda five: 5.0 * five),
)


# ---- against values from elsewhere -----------------------------------------------------------------------------------
@pytest.mark.parametrize("busy", [0.5, 0.8, 0.95])
def test_one_person_and_two_people_agree_with_their_closed_forms(busy):
    assert wait(busy) == pytest.approx(busy / (1 - busy), abs=1e-9)
    assert in_line(2, 2 * busy) == pytest.approx(2 * busy**3 / (1 - busy**2), abs=1e-9)


@pytest.mark.parametrize(("people", "load", "table"), [(10, 8.0, 0.4092), (3, 2.0, 4 / 9), (5, 4.0, 0.5541)])
def test_the_chance_to_wait_agrees_with_erlangs_table_and_with_its_definition(people, load, table):
    full = load**people / factorial(people) * people / (people - load)
    by_definition = full / (sum(load**k / factorial(k) for k in range(people)) + full)
    assert chance_to_wait(people, load) == pytest.approx(by_definition, abs=1e-12)
    assert chance_to_wait(people, load) == pytest.approx(table, abs=1e-4)


def test_a_simulated_line_waits_as_long():
    random, runs, customers = np.random.default_rng(0), 400, 600
    change = random.exponential(1, (customers, runs)) - random.exponential(1 / 0.6, (customers, runs))
    waiting, means = np.zeros(runs), np.zeros(runs)
    for step in change:  # Lindley: the next one waits for what is left
        waiting = np.maximum(waiting + step, 0)
        means += waiting / customers
    # starting empty hardly matters at 60 %: the line forgets within some ten customers
    assert means.mean() == pytest.approx(wait(0.6), abs=4 * means.std() / sqrt(runs) + 0.02)


@pytest.mark.parametrize(("people", "size", "lead"), [(9, 40.0, 8), (9, 80.0, 3), (10, 40.0, 12)])
def test_the_pile_is_the_excess_times_the_weeks_it_takes(people, size, lead):
    levers = Levers(people=people, size=size, lead=lead)
    pile = course(levers, comes=True).pile
    excess = 8 * (1 + size / 100) - people
    weeks_to_notice = next(week for week in itertools.count(1) if week * excess > people + 1e-9)
    assert pile.max() == pytest.approx(excess * (weeks_to_notice - 1 + lead))
    # it then falls by what the new people can do beyond the new demand
    after = int(pile.argmax()) + 1
    spare = people + model.people_to_order(levers) - 8 * (1 + size / 100)
    assert pile[after - 1] - pile[after] == pytest.approx(spare)


# ---- what always holds -----------------------------------------------------------------------------------------------
@given(st.integers(1, 20), st.floats(0.05, 0.97))
def test_waiting_grows_ever_faster_and_sharing_shortens_it(people, busy):
    steps = [wait(busy + step, people) for step in (0.0, 0.01, 0.02)]
    assert steps[0] < steps[1] < steps[2]
    assert steps[2] - steps[1] > steps[1] - steps[0] - 1e-12
    assert wait(busy, people + 1) < wait(busy, people)


@given(some_levers)
def test_those_who_order_in_time_have_no_pile(levers):
    in_time = replace(levers, foresight=levers.lead)
    assert course(in_time, comes=True).pile.max() == 0
    assert course(levers, comes=False).pile.max() == 0


@given(some_levers)
def test_a_longer_way_and_a_bigger_change_never_shrink_the_pile(levers):
    blind = replace(levers, foresight=0, lead=min(levers.lead, 11), size=min(levers.size, 75.0))
    peak = course(blind, comes=True).pile.max()
    assert course(replace(blind, lead=blind.lead + 1), comes=True).pile.max() >= peak - 1e-9


@given(some_levers)
def test_expected_cost_is_linear_in_likelihood_and_in_the_price_of_waiting(levers):
    ends = [cost(replace(levers, likely=likely)).total for likely in (0.0, 100.0)]
    share = levers.likely / 100
    assert cost(levers).total == pytest.approx((1 - share) * ends[0] + share * ends[1])
    dearer = cost(replace(levers, waiting=2 * levers.waiting))
    assert dearer.waiting + dearer.pile == pytest.approx(2 * (cost(levers).waiting + cost(levers).pile))
    assert dearer.people == cost(levers).people


@given(some_levers)
def test_the_picture_and_the_causes_fit_the_outcome(levers):
    outcome = run(levers)
    drawn = model.picture(outcome)
    totals = dict(zip(drawn["plans"], drawn["costs"].sum(axis=1), strict=True))
    assert totals == pytest.approx({"yours": outcome.cost.total, **ways(levers)})
    assert sum(model.causes(outcome).values()) == pytest.approx(outcome.cost.total)
    assert np.all(drawn["wait_ten"] < drawn["wait_one"])
    assert drawn["pile"].shape == drawn["pile_unforeseen"].shape == drawn["weeks"].shape
    if drawn["ordered_week"] >= 0 and drawn["ordered_week"] + levers.lead < 60:
        arrived = drawn["people"] > levers.people
        assert int(arrived.argmax()) == drawn["ordered_week"] + levers.lead
    named = model.numbers(outcome)
    assert named["peak"] == pytest.approx(named["short"] * named["grows"], abs=1e-6)
    assert named["paid"] + named["queue"] + named["piled"] == pytest.approx(named["own"])


# ---- what the texts say ----------------------------------------------------------------------------------------------
def test_the_prediction():
    # "The answer is 4.75 times: from 4 job lengths to 19."
    assert model.reveal() == 4.75
    assert (wait(0.8), model.answers()["wait_at_95"]) == (pytest.approx(4), pytest.approx(19))
    assert wait(0.9) == pytest.approx(9)  # check 2: "At 90 % busy, a request waits 9 job lengths."
    assert f"{wait(0.95, 10):.2f}" == "1.65"  # "ten people who share one line, at 95 % busy, wait 1.65 job lengths"


@pytest.mark.parametrize(
    ("levers", "printed", "best"),
    [
        # lean and spare (9 or 11 people), without and with foresight (0 or 8 weeks)
        (Levers(likely=10.0, waiting=0.2), ("10.3", "11.2", "12.1", "12.4"), "lean_wait"),
        (Levers(), ("13.3", "11.9", "13.1", "13.0"), "spare_wait"),
        (Levers(likely=80.0, waiting=4.0), ("41.4", "21.0", "25.5", "20.0"), "spare_early"),
        (Levers(likely=80.0, waiting=0.2, size=80.0), ("14.9", "14.8", "14.6", "14.9"), "lean_early"),
    ],
)
def test_which_way_wins_where(levers, printed, best):
    values = ways(levers)
    assert tuple(values.values()) == pytest.approx([float(value) for value in printed], abs=0.051)
    assert min(values, key=values.__getitem__) == best


def test_spare_people_in_the_text():
    # "one person's line waits 8 job lengths, 4, then 2.7. Cost: 13.3, 12.4, 11.9."
    named = [model.numbers(run(Levers(people=people))) for people in (9, 10, 11)]
    assert [f"{one['w']:.1f}" for one in named] == ["8.0", "4.0", "2.7"]
    assert [f"{one['own']:.1f}" for one in named] == ["13.3", "12.4", "11.9"]


def test_foresight_in_the_text():
    # "move foresight to 4, then 8: the pile falls from 26 jobs to 9 to none"
    named = [model.numbers(run(Levers(foresight=weeks))) for weeks in (0, 4, 8)]
    assert [round(one["peak"]) for one in named] == [26, 9, 0]
    assert [round(one["k"]) for one in named] == [26, 8, 0]
    # "Now set likely to 10 %, waiting to 0.2. … looking ahead costs 12.1, not looking 10.3."
    unlikely = model.numbers(run(Levers(foresight=8, likely=10.0, waiting=0.2)))
    assert (f"{unlikely['own']:.1f}", f"{unlikely['own0']:.1f}") == ("12.1", "10.3")


def test_with_eleven_people_the_pile_still_grows_in_the_last_week():
    # "11.9, cheaper than any foresight. But in week 60 the pile still grows, and nobody was ordered."
    outcome = run(Levers(people=11))
    pile = outcome.changed.pile
    assert pile[-1] > pile[-2] > 0
    assert model.ordered_week(outcome) == -1
    assert model.takeaway(outcome) == "left"
    with_foresight = [cost(Levers(people=11, foresight=weeks)).total for weeks in range(1, 13)]
    assert min(with_foresight) > outcome.cost.total


def test_the_three_ends_of_a_pile_can_be_reached():
    assert model.takeaway(run(Levers())) == "cleared"
    assert model.takeaway(run(Levers(foresight=8))) == "none"


# ---- findings --------------------------------------------------------------------------------------------------------
def test_every_finding_is_true_where_it_stands_and_each_can_be_reached():
    seen = set()
    grid = itertools.product(
        (9, 10, 11, 14), (0, 4, 8, 12), (2, 8), (0.0, 50.0, 100.0), (0.1, 0.5, 4.0), (0.0, 40.0, 80.0)
    )
    for levers in itertools.starmap(Levers, grid):
        key, named = model.finding(run(levers))
        own, own0, up, down = (named[name] for name in ("own", "own0", "up", "down"))
        assert key.startswith("foresight") == (levers.foresight > 0)
        assert {
            "foresight_pays": own < own0 - 0.1,
            "foresight_costs": own > own0 + 0.1,
            "foresight_level": abs(own - own0) <= 0.1,
            "one_more": up < own - 0.1 and levers.people < 14,
            "one_fewer": down < own - 0.1 and levers.people > 9,
            "enough": min(up, down) >= own - 0.1,
        }[key]
        if key == "one_more" and levers.people > 9:
            assert up <= down
        seen.add(key)
    assert seen == {"foresight_pays", "foresight_costs", "foresight_level", "one_more", "one_fewer", "enough"}
