"""Lesson 6: Deming's funnel as a board of darts."""

import itertools
from dataclasses import replace
from math import sqrt

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.course.goals import model
from lessons.course.goals.model import WAYS, Levers, chances, expected_score, levers_of_way, run, throw, ways

FEW = settings(max_examples=25, deadline=None)
STEADY = Levers(wander=0.0, drift=0.0)
some_levers = st.builds(
    Levers,
    gain=st.integers(0, 18).map(lambda tenth: tenth / 10),
    wander=st.integers(0, 20).map(lambda twentieth: twentieth / 20),
    drift=st.integers(0, 6).map(lambda twentieth: twentieth / 20),
    review=st.integers(0, 20).map(lambda five: 5 * five),
    judge=st.integers(0, 15).map(lambda tenth: tenth / 10),
)


def total(levers: Levers) -> float:
    return expected_score(levers).total


# ---- against values from elsewhere -----------------------------------------------------------------------------------
@pytest.mark.parametrize("gain", [0.2, 0.5, 1.0, 1.5])
def test_correcting_chance_leads_to_the_known_variance(gain):
    # an autoregression of first order: variance 2 / (2 − g) a dimension, reached after a while
    late = model.process_variance(gain, 0.0)[-1] + 1
    assert late == pytest.approx(2 / (2 - gain), rel=1e-9)
    assert model.lasting_spread(gain) == pytest.approx(2 * late)


@pytest.mark.parametrize(("gain", "wander"), [(0.4, 0.5), (0.6, 1.0), (1.2, 0.3)])
def test_correcting_wandering_work_leads_to_the_known_variance(gain, wander):
    late = model.process_variance(gain, wander)[-1] + 1
    assert late == pytest.approx(2 / (2 - gain) + wander**2 / (gain * (2 - gain)))


@pytest.mark.parametrize("wander", [0.3, 0.5, 1.0])
def test_the_best_correction_is_that_of_exponential_smoothing(wander):
    q = wander**2
    textbook = (-q + sqrt(q * q + 4 * q)) / 2  # wander = noise: the golden ratio, .618
    gains = np.linspace(0.05, 1.5, 146)
    best = gains[np.argmin([model.process_variance(gain, wander)[-1] for gain in gains])]
    assert best == pytest.approx(textbook, abs=0.01)


@pytest.mark.parametrize(
    "levers",
    [
        Levers(),
        Levers(gain=0.0, wander=0.2, drift=0.0, review=0),
        Levers(gain=0.0, wander=0.0, review=0),
        Levers(gain=1.5, wander=0.2, drift=0.1, review=5, judge=1.5),
    ],
)
def test_simulated_boards_score_as_the_closed_form_says(levers):
    boards = throw(levers, chances.__wrapped__(600, 1))
    scores = (boards**2).sum(axis=2).mean(axis=1)
    assert scores.mean() == pytest.approx(total(levers), abs=4 * scores.std() / sqrt(len(scores)))


def test_boards_without_movement_are_chance_itself():
    alone = throw(levers_of_way("alone", STEADY), chances())
    assert np.array_equal(alone, chances()[0])


def test_the_boards_that_learners_see_come_close_to_their_scores():
    for levers in (Levers(), Levers(wander=0.0), Levers(drift=0.0), STEADY):
        seen = (run(levers).boards ** 2).sum(axis=2).mean(axis=1)
        assert seen == pytest.approx(np.array(list(ways(levers).values())), rel=0.1)


# ---- what always holds -----------------------------------------------------------------------------------------------
@given(some_levers)
def test_a_score_is_the_sum_of_its_parts_and_never_beats_chance(levers):
    score = expected_score(levers)
    assert min(score.chance, score.work, score.moved, score.judged) >= 0
    assert score.total == pytest.approx(sum(model.causes(run(levers)).values()))
    assert score.total >= 2


@given(some_levers, st.floats(0.01, 0.3))
def test_what_moves_costs(levers, more):
    assert total(replace(levers, drift=levers.drift + more)) > total(levers)
    assert total(replace(levers, wander=levers.wander + more)) > total(levers)
    reviewed = replace(levers, review=levers.review or 5)
    assert total(replace(reviewed, judge=levers.judge + more)) > total(reviewed)


def test_correcting_chance_only_widens_and_choosing_again_in_a_steady_world_only_adds():
    widths = [total(replace(STEADY, gain=gain / 10, review=0)) for gain in range(19)]
    assert np.all(np.diff(widths) > 0)
    intervals = [total(replace(STEADY, gain=0.0, review=review)) for review in (0, 100, 20, 5)]
    assert np.all(np.diff(intervals) > 0)


def test_where_the_target_moves_fast_choosing_seldom_costs():
    scores = [total(Levers(gain=0.0, wander=0.0, drift=0.3, review=review)) for review in (5, 10, 20, 50, 100)]
    assert np.all(np.diff(scores) > 0)


@FEW
@given(some_levers)
def test_the_picture_fits_the_outcome(levers):
    drawn = model.picture(run(levers))
    assert drawn["dots"].shape == (4, 200, 2)
    assert drawn["parts"].sum(axis=1) == pytest.approx(drawn["scores"])
    far = np.sqrt((drawn["dots"] ** 2).sum(axis=2)) > drawn["board"]
    assert np.array_equal(far.sum(axis=1), drawn["off"])
    assert drawn["scores"][drawn["own"]] == pytest.approx(total(levers))


# ---- what the texts say ----------------------------------------------------------------------------------------------
def test_the_prediction():
    # "It is 4.0: the spread doubles." "(200 pieces: 3.99)"
    assert model.reveal() == 4 == 2 * model.lasting_spread(0)
    assert f"{total(replace(STEADY, gain=1.0, review=0)):.2f}" == "3.99"


@pytest.mark.parametrize(
    ("levers", "printed", "winner"),
    [
        # the table in the text: alone, correct, choose, both; lower is better
        (STEADY, (2.0, 2.5, 2.45, 2.95), "alone"),
        (Levers(drift=0.0), (20.1, 2.8, 20.5, 3.2), "correct"),
        (Levers(wander=0.0), (6.5, 7.0, 2.9, 3.4), "choose"),
        (Levers(), (24.6, 7.3, 21.0, 3.7), "both"),
    ],
)
def test_which_way_wins_where(levers, printed, winner):
    values = ways(levers)
    assert tuple(values.values()) == pytest.approx(printed, abs=0.05)
    assert min(values, key=values.__getitem__) == winner
    assert model.finding(run(levers))[0] == winner


def test_numbers_printed_to_one_decimal():
    # "choosing alone gives 2.9, both 3.4" · "leaving it alone is best, 2.0. Correcting gives 2.5, both 2.9."
    assert [f"{ways(Levers(wander=0.0))[way]:.1f}" for way in ("choose", "both")] == ["2.9", "3.4"]
    assert [f"{ways(STEADY)[way]:.1f}" for way in ("alone", "correct", "both")] == ["2.0", "2.5", "2.9"]
    # "Back to the start, 3.7 with both. Choose again every 5 pieces, not 20. Notice: 3.4" · "changed 39 times"
    assert [f"{total(Levers(review=review)):.1f}" for review in (20, 5)] == ["3.7", "3.4"]
    assert len(set(model.chosen_before(5).tolist()) - {0}) == 39
    # "2.0 + 0.78 + 0.43 + 0.45 = 3.66"
    parts = model.causes(run(Levers()))
    assert {cause: round(part, 2) for cause, part in parts.items()} == {
        "chance": 2.0,
        "work": 0.78,
        "moved": 0.43,
        "judged": 0.45,
    }


def test_the_extra_for_five_minutes():
    # "Correct 0.2, 0.4, 1: 2.2, 2.5, 4.0. Then let the work drift by 1: the best correction is near 0.6."
    steady = [total(replace(STEADY, gain=gain, review=0)) for gain in (0.2, 0.4, 1.0)]
    assert [f"{score:.1f}" for score in steady] == ["2.2", "2.5", "4.0"]
    gains = np.arange(1, 19) / 10
    scores = [total(Levers(gain=gain, wander=1.0, drift=0.0, review=0)) for gain in gains]
    assert gains[np.argmin(scores)] == 0.6


def test_with_poor_judgement_the_interval_hardly_matters():
    scores = [total(Levers(gain=0.0, wander=0.0, review=review, judge=1.5)) for review in (5, 10, 20)]
    assert max(scores) - min(scores) < 0.3


def test_a_correction_of_chance_moves_what_was_right():
    assert model.answers()["middle_after_correcting"] == 8 - 2  # check 2: 6


# ---- findings --------------------------------------------------------------------------------------------------------
def test_every_finding_is_true_where_it_stands_and_each_can_be_reached():
    seen = set()
    grid = itertools.product((0.0, 0.4, 1.8), (0.0, 0.3, 1.0), (0.0, 0.15, 0.3), (0, 5, 20, 100), (0.0, 0.5, 1.5))
    for levers in itertools.starmap(Levers, grid):
        key, named = model.finding(run(levers))
        printed = {way: round(named[letter], 1) for letter, way in zip("achb", WAYS, strict=True)}
        if key == "nothing":
            assert levers.gain == levers.review == 0
            assert len(set(printed.values())) == 1
        elif key == "only_correcting":
            assert printed["choose"] == printed["alone"]
        elif key == "only_choosing":
            assert printed["correct"] == printed["alone"]
        else:
            assert printed[key] == min(printed.values())
            earlier = WAYS[: WAYS.index(key)]
            assert all(printed[way] > printed[key] for way in earlier)
        seen.add(key)
    assert seen == {"nothing", "only_correcting", "only_choosing", *WAYS}


def test_the_fullest_margin_has_a_name():
    outcome = run(Levers())
    off = model.off_board(outcome.boards)
    assert off[WAYS.index(model.named(outcome)["arm"])] == off.max() == model.numbers(outcome)["k"] > 0
