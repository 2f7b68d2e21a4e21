"""Lesson 1: process losses of a growing team."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.course.focus import model
from lessons.course.focus.model import Levers, best_week, coordination_loss, motivation_loss, output, run, settle

SITUATIONS = {"tangled": (0.10, 0.10), "start": (0.04, 0.25), "unnoticed": (0.01, 0.45)}
HOURS = st.integers(0, 48).map(lambda half: half / 2)
SOME = {
    "people": st.integers(1, 20),
    "planning": HOURS,
    "inspiring": HOURS,
    "tangle": st.integers(0, 15).map(lambda hundredth: hundredth / 100),
    "hiding": st.integers(0, 10).map(lambda twentieth: twentieth / 20),
}


def some_team() -> st.SearchStrategy[Levers]:
    return st.builds(Levers, **SOME).map(lambda levers: settle(levers, "planning")[0])


# ---- against values from elsewhere -----------------------------------------------------------------------------------
def test_one_person_loses_nothing():
    assert output(1, 0, 0, 0.15, 0.5) == pytest.approx(1, abs=1e-12)


@pytest.mark.parametrize("tangle", [0.01, 0.04, 0.15])
def test_without_hiding_and_planning_output_has_the_form_of_amdahls_law(tangle):
    people = np.arange(1, 40)
    amdahl = 1 / (tangle + (1 - tangle) / people)  # the speed-up of n processors with a serial share of ``tangle``
    assert output(people, 0, 0, tangle, 0.0) == pytest.approx(amdahl, rel=1e-12)
    assert output(1e9, 0, 0, tangle, 0.0) == pytest.approx(1 / tangle, rel=1e-6)


def test_the_rope_table_as_handed_down_is_fitted_by_tangle_alone():
    table = {1: 1.0, 2: 0.93, 3: 0.85, 4: 0.77, 5: 0.70, 6: 0.63, 7: 0.56, 8: 0.49}  # after Moede (1927), second-hand
    people, per_head = np.array(list(table)), np.array(list(table.values()))

    def error(tangle: float, hiding: float) -> float:
        return float(np.sqrt(np.mean((output(people, 0, 0, tangle, hiding) / people - per_head) ** 2)))

    settings = itertools.product(np.arange(0, 0.2, 0.005), np.arange(0, 0.6, 0.01))
    tangle, hiding = min(settings, key=lambda setting: error(*setting))
    assert (tangle, hiding) == (pytest.approx(0.12), 0)
    assert error(tangle, hiding) == pytest.approx(0.032, abs=0.0005)


def test_the_best_week_is_found_again_by_brute_force():
    def by_hand(plan: float, inspire: float) -> float:
        tangle = (1 - 1 / (1 + 0.04 * 7)) * 2 ** (-plan / 6)
        holding_back = 0.25 * (1 - np.exp(-3.5)) * 2 ** (-inspire / 6)
        return float((8 - (plan + inspire) / 40) * (1 - tangle) * (1 - holding_back))

    halves = [half / 2 for half in range(49)]
    plan, inspire = max(
        (week for week in itertools.product(halves, halves) if sum(week) <= 40), key=lambda week: by_hand(*week)
    )
    best = best_week(8, 0.04, 0.25)
    assert (best.planning, best.inspiring) == (plan, inspire)
    assert best.delivered == pytest.approx(by_hand(plan, inspire), abs=1e-12)


# ---- what always holds -----------------------------------------------------------------------------------------------
@given(some_team())
def test_the_four_parts_add_up_to_the_head_count(levers):
    now = run(levers).now
    parts = (now.delivered, now.lost_motivation, now.lost_coordination, now.own)
    assert sum(parts) == pytest.approx(levers.people, abs=1e-9)
    assert min(parts) >= 0


@given(some_team())
def test_a_stack_in_the_picture_adds_up_to_its_size(levers):
    drawn = model.picture(run(levers))
    stack = drawn["delivered"] + drawn["lost_motivation"] + drawn["lost_coordination"] + drawn["own"]
    assert stack == pytest.approx(drawn["sizes"], abs=1e-9)
    assert drawn["delivered"][levers.people - 1] == pytest.approx(drawn["now"])
    assert drawn["nobody"][levers.people - 1] == pytest.approx(run(levers).nobody)


@given(some_team())
def test_losses_grow_with_size_and_shrink_with_hours(levers):
    tangle, hiding = levers.tangle + 0.001, levers.hiding + 0.001
    sizes, hours = np.arange(1, 30), np.arange(25)
    for loss in (coordination_loss(sizes, tangle, levers.planning), motivation_loss(sizes, hiding, levers.inspiring)):
        assert np.all((loss >= 0) & (loss < 1))
        assert np.all(np.diff(loss) > 0)
    assert np.all(np.diff(coordination_loss(8, tangle, hours)) < 0)
    assert np.all(np.diff(motivation_loss(8, hiding, hours)) < 0)


@given(some_team())
def test_nothing_beats_the_best_week_of_the_map(levers):
    outcome, drawn = run(levers), model.picture(run(levers))
    assert outcome.now.delivered <= outcome.best.delivered + 1e-12
    row, column = int(levers.planning * 2), int(levers.inspiring * 2)
    assert drawn["grid"][row, column] == pytest.approx(drawn["now"])
    assert drawn["grid"].shape == (drawn["grid_hours"].size, drawn["grid_hours"].size)
    too_long = drawn["grid_hours"][:, None] + drawn["grid_hours"][None, :] > 40
    assert np.array_equal(np.isnan(drawn["grid"]), too_long)


def test_bigger_teams_deserve_more_hours():
    totals = [best_week(people, 0.04, 0.25) for people in (2, 4, 8, 12, 20)]
    assert [week.planning + week.inspiring for week in totals] == [0, 16, 35.5, 40, 40]


@given(st.builds(Levers, **SOME), st.sampled_from(["planning", "inspiring", "people"]))
def test_the_week_never_overflows_and_the_other_lever_stays(levers, moved):
    settled, limit = settle(levers, moved)
    assert settled.planning + settled.inspiring <= 40
    assert (limit == "week") == (levers.planning + levers.inspiring > 40)
    other = "inspiring" if moved == "planning" else "planning"
    assert getattr(settled, other) == getattr(levers, other)


def test_values_outside_their_ranges_come_back_inside():
    settled, _ = settle(Levers(people=99, planning=-3.0, tangle=7.0), "people")
    assert (settled.people, settled.planning, settled.tangle) == (20, 0.0, 0.15)


# ---- what the texts say ----------------------------------------------------------------------------------------------
def test_the_prediction_is_14_and_13_fall_just_short():
    # "The model says 14; 13 people fall just short."
    assert model.reveal() == 14
    best = best_week(8, 0.04, 0.25).delivered
    assert 0.97 * best < output(13, 0, 0, 0.04, 0.25) < best <= output(14, 0, 0, 0.04, 0.25)


@pytest.mark.parametrize(("halving", "answer"), [(4.0, 15), (8.0, 13)])
def test_the_answer_hardly_depends_on_what_an_hour_is_worth(monkeypatch, halving, answer):
    monkeypatch.setattr(model, "HALVING", halving)
    model.every_week.cache_clear()
    found = model.reveal()
    model.every_week.cache_clear()
    assert found == answer


@pytest.mark.parametrize(
    ("levers", "name", "printed"),
    [
        # "it delivers 6.7 people's full-time work" · "17.5 hours of planning and 18 of inspiring"
        (Levers(), "best", "6.7"),
        (Levers(), "p", "17.5"),
        (Levers(), "i", "18.0"),
        # "With 8 people, take away your 6 planning hours …: 6.0 falls to 5.4, then to 5.3."
        (Levers(), "delivered", "6.0"),
        (Levers(planning=0.0), "delivered", "5.4"),
        (Levers(inspiring=0.0), "delivered", "5.3"),
    ],
)
def test_numbers_in_the_text(levers, name, printed):
    assert f"{model.numbers(run(levers))[name]:.1f}" == printed


@pytest.mark.parametrize(
    ("situation", "printed", "winner"),
    [
        # "Which way wins where: 8 people, 12 hours." 4.2495 prints as 4.2
        ("tangled", {"neither": "4.2", "planning": "6.2", "inspiring": "4.4", "both": "5.8"}, "planning"),
        ("start", {"neither": "4.7", "planning": "5.5", "inspiring": "5.7", "both": "6.0"}, "both"),
        ("unnoticed", {"neither": "4.2", "planning": "4.3", "inspiring": "6.4", "both": "5.8"}, "inspiring"),
    ],
)
def test_which_way_wins_where(situation, printed, winner):
    tangle, hiding = SITUATIONS[situation]
    values = model.ways(Levers(tangle=tangle, hiding=hiding))
    assert {way: f"{value:.1f}" for way, value in values.items()} == printed
    assert max(values, key=values.__getitem__) == winner


def test_two_people_need_nobody_in_charge():
    values = model.ways(Levers(people=2))  # "In this model, two people need no boss."
    assert f"{values['neither']:.2f}" == "1.73"
    assert max(values, key=values.__getitem__) == "neither"


def test_the_ninth_rope_puller_adds_a_quarter_of_one():
    # "tangled 0.12, unnoticed 0, no hours: the ninth person adds a quarter of one"
    added = output(9, 0, 0, 0.12, 0.0) - output(8, 0, 0, 0.12, 0.0)
    assert added == pytest.approx(0.25, abs=0.01)


# ---- findings --------------------------------------------------------------------------------------------------------
def expected_finding(levers: Levers) -> str:
    outcome = run(levers)
    plan, inspire = outcome.planning_gain, outcome.inspiring_gain
    if levers.people == 1:
        return "one_person"
    if plan <= 0 and inspire <= 0:
        return "enough" if levers.planning + levers.inspiring > 0 else "no_hours"
    if outcome.now.delivered >= 0.97 * outcome.best.delivered:
        return "close"
    if plan > 1.5 * inspire:
        return "plan"
    return "inspire" if inspire > 1.5 * plan else "even"


def test_every_finding_is_true_where_it_stands_and_each_can_be_reached():
    seen = set()
    grid = itertools.product((1, 2, 3, 8, 20), (0.0, 4.0, 12.0, 24.0), (0.0, 6.0, 16.0), (0.0, 0.04, 0.15), (0, 0.25))
    for people, planning, inspiring, tangle, hiding in grid:
        levers = settle(Levers(people, planning, inspiring, tangle, hiding), "inspiring")[0]
        key = model.finding(run(levers))[0]
        assert key == expected_finding(levers)
        seen.add(key)
    assert seen == {"one_person", "no_hours", "enough", "close", "plan", "inspire", "even"}
