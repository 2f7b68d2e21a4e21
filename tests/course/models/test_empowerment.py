"""Lesson 12: who should decide?"""

import itertools
from dataclasses import replace
from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.course.empowerment import model
from lessons.course.empowerment.model import (
    WAYS,
    Levers,
    decisions,
    limit_error,
    run,
    talk_error,
    ways,
    word_edges,
    words,
)

LEANS = [0.03, 0.08, 0.15, 0.22]
NOTHING_SEEN = Levers(seen=0.0, change=0.0)
some_levers = st.builds(
    Levers,
    much=st.integers(0, 60).map(float),
    weeks=st.integers(0, 8).map(float),
    change=st.integers(0, 20).map(float),
    seen=st.integers(0, 20).map(lambda five: 5.0 * five),
    shared=st.integers(0, 20).map(lambda five: 5.0 * five),
)


# ---- against values from elsewhere -----------------------------------------------------------------------------------
def test_delegation_beats_asking_up_to_dessein_s_bias():
    assert model.equal_lean() == pytest.approx(1 / sqrt(12), abs=1e-9)


@pytest.mark.parametrize("lean", LEANS)
def test_on_each_edge_the_person_is_indifferent_between_two_words(lean):
    edges = word_edges(lean)
    middles = (edges[1:] + edges[:-1]) / 2
    wanted = edges[1:-1] + lean
    assert wanted - middles[:-1] == pytest.approx(middles[1:] - wanted)
    assert (edges[0], edges[-1]) == (0, 1)
    assert np.all(np.diff(edges) > 0)


@pytest.mark.parametrize("lean", LEANS)
def test_one_word_more_could_not_be_believed(lean):
    count = int(words(lean)) + 1
    index = np.arange(count + 1)
    edges = index / count - 2 * lean * index * (count - index)
    assert np.any(np.diff(edges) <= 0)  # such words would have to overlap


@pytest.mark.parametrize("lean", [*LEANS, 0.3, 0.5])
def test_errors_are_those_of_the_decisions_themselves(lean):
    needed = (np.arange(200_000) + 0.5) / 200_000
    order, ask, limit, local = ((decisions(needed, lean) - needed) ** 2).mean(axis=1)
    assert order == pytest.approx(1 / 12, abs=1e-9)
    assert ask == pytest.approx(float(talk_error(lean)), abs=1e-6)
    assert limit == pytest.approx(float(limit_error(lean, 0.0)), abs=1e-6)
    assert local == pytest.approx(lean**2, abs=1e-9)


@pytest.mark.parametrize("lean", [0.05, 0.15, 0.4])
def test_no_other_limit_is_better(lean):
    needed = (np.arange(4000) + 0.5) / 4000
    limits = np.linspace(0.5, 1.2, 701)
    losses = [((np.minimum(needed + lean, limit) - needed) ** 2).mean() for limit in limits]
    assert limits[np.argmin(losses)] == pytest.approx(1 - lean, abs=0.002)


def test_the_ends_of_the_scale():
    assert float(limit_error(0.5, 0.0)) == pytest.approx(1 / 12)  # so much freedom is one order
    assert float(talk_error(0.25)) == pytest.approx(1 / 12)  # one word tells nothing
    assert float(talk_error(0.0)) == 0
    assert ways(Levers(seen=100.0, weeks=0.0))["ask"] == 0  # "asking has no error at all"


# ---- what always holds -----------------------------------------------------------------------------------------------
@given(some_levers)
def test_errors_are_never_negative_and_one_order_never_changes(levers):
    found = ways(levers)
    assert min(found.values()) >= 0
    assert found["order"] == pytest.approx(100)
    unhurried = ways(replace(levers, change=0.0))
    assert unhurried["limit"] <= unhurried["local"] + 1e-9


@given(some_levers)
def test_leaning_costs_whoever_uses_the_person(levers):
    more = replace(levers, much=levers.much + 1)
    here, there = ways(levers), ways(more)
    assert there["local"] >= here["local"]
    assert there["ask"] >= here["ask"] - 1e-9
    if levers.weeks == 0:
        assert there["limit"] >= here["limit"] - 1e-9


@given(some_levers)
def test_reports_help_and_late_decisions_hurt_those_who_ask(levers):
    asked = ways(levers)["ask"]
    assert ways(replace(levers, seen=levers.seen + 5))["ask"] <= asked + 1e-9
    assert ways(replace(levers, weeks=levers.weeks + 1))["ask"] >= asked
    assert ways(replace(levers, change=levers.change + 1))["ask"] >= asked
    assert ways(replace(levers, weeks=levers.weeks + 1))["local"] == ways(levers)["local"]


@given(st.floats(0.001, 0.6), st.floats(0.001, 0.1))
def test_the_more_a_person_leans_the_fewer_words(lean, more):
    assert words(lean) >= words(lean + more) >= 1
    assert float(talk_error(lean)) <= float(talk_error(lean + more)) + 1e-12 <= 1 / 12 + 1e-9


@given(some_levers)
def test_the_picture_and_the_causes_fit_the_outcome(levers):
    outcome = run(levers)
    drawn = model.picture(outcome)
    assert drawn["decided"].shape == (4, drawn["needed"].size)
    assert drawn["edges"].size == drawn["words"] + 1
    assert len(np.unique(drawn["decided"][1])) <= drawn["words"]
    row = int(np.flatnonzero(drawn["map_change"] == levers.change)[0])
    column = int(np.flatnonzero(drawn["map_much"] == levers.much)[0])
    best = WAYS[drawn["map_winner"][row, column]]
    assert outcome.errors[best] == pytest.approx(min(outcome.errors.values()), abs=1e-9)
    causes = model.causes(outcome)
    assert causes["words"] + causes["late"] == pytest.approx(outcome.errors["ask"])


# ---- what the texts say ----------------------------------------------------------------------------------------------
def test_the_prediction():
    # "The mathematics says 29 … From 25 on, asking teaches you nothing … At 29, a limit has 62, both others 100."
    assert model.reveal() == 29
    assert int(words(0.25)) == 1 < int(words(0.249))
    at_29 = ways(replace(NOTHING_SEEN, much=29.0))
    assert (round(at_29["limit"]), round(at_29["ask"])) == (62, 100)
    assert at_29["local"] == pytest.approx(100, abs=1)


@pytest.mark.parametrize(
    ("levers", "printed", "finding"),
    [
        # one order, asking, a limit, the person
        (Levers(), ("100.0", "26.8", "23.4", "27.0"), "limit"),
        (Levers(seen=90.0, change=2.0, weeks=1.0), ("100.0", "5.7", "21.7", "27.0"), "ask"),
        (Levers(change=15.0), ("100.0", "74.8", "37.8", "27.0"), "local"),
        (Levers(shared=80.0), ("100.0", "10.7", "1.4", "1.1"), "level"),
        (Levers(much=55.0, seen=0.0, change=10.0, weeks=4.0), ("100.0", "148.0", "148.0", "363.0"), "order"),
    ],
)
def test_which_way_wins_where(levers, printed, finding):
    outcome = run(levers)
    assert tuple(f"{error:.1f}" for error in outcome.errors.values()) == printed
    assert model.finding(outcome)[0] == finding


def test_speed_in_the_text():
    # "Move change from 5 to 0, 10 and 20. … asking has 27, then 21, 45, 117. Letting decide stays at 27. The winner
    # changes twice."
    found = [run(Levers(change=change)) for change in (5.0, 0.0, 10.0, 20.0)]
    assert [round(outcome.errors["ask"]) for outcome in found] == [27, 21, 45, 117]
    assert {round(outcome.errors["local"]) for outcome in found} == {27}
    winners = [model.ranking(run(Levers(change=float(change))))[0] for change in range(21)]
    assert [way for way, _ in itertools.groupby(winners)] == ["ask", "limit", "local"]


def test_shared_aims_in_the_text():
    # "letting decide falls from 27 to 6.8 to 1.1"
    errors = [ways(Levers(shared=shared))["local"] for shared in (0.0, 50.0, 80.0)]
    assert [f"{error:.1f}" for error in errors] == ["27.0", "6.8", "1.1"]


def test_the_last_honest_word():
    # "set seen and change to 0, then too much to 24 and 26: asking goes from 94 to 100"
    assert [round(ways(replace(NOTHING_SEEN, much=much))["ask"]) for much in (24.0, 26.0)] == [94, 100]
    assert int(words(0.10)) == 2


def test_twice_the_lean_is_four_times_the_error():
    assert ways(Levers(much=10.0))["local"] == pytest.approx(12)  # check 2: 12, then 48
    assert model.answers()["local_at_20"] == pytest.approx(48)


# ---- findings --------------------------------------------------------------------------------------------------------
def test_every_finding_is_true_where_it_stands_and_each_can_be_reached():
    seen = set()
    grid = itertools.product(
        (0.0, 10.0, 15.0, 29.0, 60.0), (0.0, 2.0, 8.0), (0.0, 5.0, 20.0), (0.0, 60.0, 100.0), (0.0, 80.0)
    )
    for levers in itertools.starmap(Levers, grid):
        outcome = run(levers)
        key, named = model.finding(outcome)
        best, second = sorted(outcome.errors.values())[:2]
        if key == "level":
            assert second - best < 0.5
        else:
            assert outcome.errors[key] == best <= second - 0.5
        assert named["x"] == second
        assert outcome.errors[model.named(outcome)["way"]] == best
        assert outcome.errors[model.named(outcome)["way2"]] == second
        seen.add(key)
    assert seen == {"level", *WAYS}
