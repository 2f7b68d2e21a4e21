"""Lesson 10: the grid of two behaviours."""

import itertools
from dataclasses import replace
from math import sqrt

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from lessons.course.people import model
from lessons.course.people.model import CORNERS, Levers, determinant, dots, pairs, run, settle, ways, weights

HUNDREDTH = st.integers(0, 80).map(lambda hundredth: hundredth / 100)
raw_levers = st.builds(
    Levers,
    care=HUNDREDTH,
    structure=HUNDREDTH,
    together=st.integers(-6, 14).map(lambda twentieth: twentieth / 20),
)
some_levers = raw_levers.filter(lambda levers: determinant(levers) > 1e-6)


# ---- against values from elsewhere -----------------------------------------------------------------------------------
def test_corners_and_pairs_agree_with_drawn_bosses():
    count = 400_000
    wanted = np.array([[1, 0.2, 0.48], [0.2, 1, 0.29], [0.48, 0.29, 1]])
    care, structure, outcomes = np.linalg.cholesky(wanted) @ np.random.default_rng(0).standard_normal((3, count))
    exact = ways(Levers())
    for corner, (up, right) in CORNERS.items():
        inside = (np.sign(care) == up) & (np.sign(structure) == right)
        share = 100 * np.mean(outcomes[inside] > 0)
        assert exact[corner] == pytest.approx(share, abs=4 * 50 / sqrt(inside.sum()))
    ahead = (care[::2] > care[1::2]) == (outcomes[::2] > outcomes[1::2])
    assert pairs(0.48) == pytest.approx(100 * ahead.mean(), abs=4 * 50 / sqrt(count / 2))


def test_weights_agree_with_least_squares_on_the_dots():
    care, structure, outcomes = dots(Levers())
    solved, *_ = np.linalg.lstsq(np.stack([care, structure], axis=1), outcomes, rcond=None)
    found = weights(Levers())
    assert solved == pytest.approx([found.care, found.structure])
    unexplained = np.var(outcomes - solved @ np.stack([care, structure])) / np.var(outcomes)
    assert found.explained == pytest.approx(1 - unexplained)


def test_independent_behaviours_add_up():
    assert weights(Levers(together=0.0)).explained == pytest.approx(0.48**2 + 0.29**2)
    assert pairs(0.0) == 50
    assert pairs(1.0) == 100


def test_the_dots_have_exactly_the_wanted_correlations():
    levers = Levers(0.6, 0.1, 0.35)
    assert np.corrcoef(dots(levers)) == pytest.approx(np.array([[1, 0.35, 0.6], [0.35, 1, 0.1], [0.6, 0.1, 1]]))


# ---- what always holds -----------------------------------------------------------------------------------------------
@given(some_levers)
def test_opposite_corners_add_up_to_a_hundred(levers):
    corners = ways(levers)
    assert corners["both"] + corners["neither"] == pytest.approx(100, abs=1e-9)
    assert corners["care"] + corners["structure"] == pytest.approx(100, abs=1e-9)
    assert all(-1e-9 <= share <= 100 + 1e-9 for share in corners.values())


@given(some_levers)
def test_exchanging_the_behaviours_exchanges_the_corners(levers):
    corners = ways(levers)
    exchanged = ways(replace(levers, care=levers.structure, structure=levers.care))
    assert exchanged["care"] == pytest.approx(corners["structure"])
    assert exchanged["both"] == pytest.approx(corners["both"])


@given(some_levers)
def test_both_beats_neither_and_is_best_where_both_weights_count(levers):
    corners = ways(levers)
    assert corners["both"] >= corners["neither"] - 1e-9
    found = weights(levers)
    # corners are ordered by the sum of correlations, not of weights: this holds where k is not large
    if found.care > 0 and found.structure > 0 and levers.together <= 0:
        assert corners["both"] >= max(corners["care"], corners["structure"]) - 1e-9


@given(raw_levers, st.sampled_from(["care", "structure", "together"]))
def test_the_lever_moved_last_stops_where_all_three_can_hold(levers, moved):
    settled, limit = settle(levers, moved)
    assert np.linalg.eigvalsh(np.corrcoef(dots(settled))).min() > -1e-9
    others = {"care", "structure", "together"} - {moved}
    assert all(getattr(settled, name) == getattr(levers, name) for name in others)
    assert (limit == "possible") == (settled != levers)
    if limit:
        step = 0.05 if moved == "together" else 0.01
        steps = getattr(settled, moved) / step
        assert steps == pytest.approx(round(steps))
        beyond = step if getattr(levers, moved) > getattr(settled, moved) else -step
        further = replace(settled, **{moved: getattr(settled, moved) + beyond})
        assert determinant(further) <= 1e-3


@given(some_levers)
def test_the_picture_and_the_causes_fit_the_outcome(levers):
    assume(determinant(levers) > 1e-3)
    outcome = run(levers)
    drawn = model.picture(outcome)
    assert drawn["care"].shape == drawn["structure"].shape == drawn["above"].shape == (400,)
    assert drawn["shares"][0] == outcome.corners["both"]
    assert sum(model.causes(outcome).values()) == pytest.approx(100)


# ---- what the texts say ----------------------------------------------------------------------------------------------
def test_the_prediction():
    # "Read from .48, it is 66 of 100. A coin has 50; structure, .29, has 59."
    assert model.reveal() == 66
    assert round(model.answers()["structure_pairs"]) == 59
    # lesson 11, check 5: "In lesson 10, .48 gave 66"; .44 gives 64.5
    assert f"{pairs(0.44):.1f}" == "64.5"


@pytest.mark.parametrize(
    ("levers", "printed", "finding"),
    [
        # both, care alone, structure alone, neither
        (Levers(), (72, 58, 42, 28), "both"),
        (Levers(0.29, 0.48), (72, 42, 58, 28), "both"),
        (Levers(structure=0.0), (64, 68, 32, 36), "care_ahead"),
        (Levers(care=0.0), (58, 39, 61, 42), "structure_ahead"),
        (Levers(0.25, 0.30), (66, 48, 52, 34), "both"),
        (Levers(0.30, 0.30), (67, 50, 50, 33), "both"),
    ],
)
def test_corners_in_the_text(levers, printed, finding):
    outcome = run(levers)
    assert tuple(round(share) for share in outcome.corners.values()) == printed
    assert model.finding(outcome)[0] == finding


@pytest.mark.parametrize(("together", "printed"), [(0.2, "0.20"), (0.5, "0.07"), (0.7, "-0.09")])
def test_the_weight_of_structure_in_the_text(together, printed):
    # "structure's weight falls from .20 to .07 to −.09"
    assert f"{model.numbers(run(Levers(together=together)))['bs']:.2f}" == printed


def test_both_is_ahead_in_about_four_of_five_settings():
    steps = itertools.product(range(0, 81, 4), range(0, 81, 4), range(-30, 71, 5))
    settings = (Levers(care / 100, structure / 100, together / 100) for care, structure, together in steps)
    found = [model.finding(run(levers))[0] for levers in settings if determinant(levers) > 1e-9]
    assert found.count("both") / len(found) == pytest.approx(0.8, abs=0.03)


# ---- findings --------------------------------------------------------------------------------------------------------
def test_every_finding_is_true_where_it_stands_and_each_can_be_reached():
    seen = set()
    for care, structure, together in itertools.product(range(0, 81, 8), range(0, 81, 8), range(-30, 71, 10)):
        levers = Levers(care / 100, structure / 100, together / 100)
        if determinant(levers) <= 1e-9:
            continue
        key, named = model.finding(run(levers))
        both, alone = round(named["both"]), (round(named["people"]), round(named["task"]))
        assert {
            "no_link": named["both"] == pytest.approx(50) and alone == (50, 50),
            "care_ahead": alone[0] > both,
            "structure_ahead": alone[1] > both,
            "level": both == max(alone),
            "both": both > max(alone),
        }[key]
        seen.add(key)
    assert seen == {"no_link", "care_ahead", "structure_ahead", "level", "both"}
