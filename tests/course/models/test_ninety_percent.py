"""Lesson 14: the ladder of claims."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.course.ninety_percent import model
from lessons.course.ninety_percent.model import (
    STEPS,
    Levers,
    Z,
    range_with_silent,
    rated_better,
    run,
    sampling_range,
    share_of_all,
)

some_levers = st.builds(
    Levers,
    reported=st.integers(50, 100),
    answers=st.integers(0, 396).map(lambda five: 20 + 5 * five),
    answered=st.integers(1, 20).map(lambda five: 5 * five),
    steadiness=st.integers(4, 19).map(lambda twentieth: twentieth / 20),
    lowest=st.integers(2, 20).map(lambda five: 5 * five),
    gain=st.integers(0, 10).map(lambda tenth: tenth / 10),
)


# ---- against values from elsewhere -----------------------------------------------------------------------------------
@pytest.mark.parametrize(("share", "answers"), [(90, 500), (50, 20), (73, 1185), (99, 2000)])
def test_wilsons_ends_solve_his_equation(share, answers):
    for end in sampling_range(share, answers):
        distance = abs(share - end) / 100
        assert distance == pytest.approx(Z * np.sqrt(end / 100 * (1 - end / 100) / answers), abs=1e-12)


def test_wilson_in_the_textbooks():
    assert sampling_range(90, 10) == pytest.approx((59.58, 98.21), abs=0.005)
    nobody = sampling_range(0, 10)
    assert nobody == pytest.approx((0, 100 * Z**2 / (10 + Z**2)))
    assert sampling_range(100, 10)[1] == pytest.approx(100)


@pytest.mark.parametrize(("steadiness", "lowest", "gain"), [(0.6, 30, 0.0), (0.3, 10, 0.0), (0.8, 50, 0.4)])
def test_simulated_people_are_rated_better_as_often(steadiness, lowest, gain):
    people = 1_000_000
    random = np.random.default_rng(1)
    first = random.standard_normal(people)
    second = steadiness * first + np.sqrt(1 - steadiness**2) * random.standard_normal(people) + gain
    chosen = first < np.quantile(first, lowest / 100)
    share = np.mean(second[chosen] > first[chosen])
    error = np.sqrt(share * (1 - share) / chosen.sum())
    assert rated_better(steadiness, lowest, gain) == pytest.approx(100 * share, abs=400 * error + 0.02)


def test_everybody_and_a_gain_is_one_normal_probability():
    # the difference of two ratings has standard deviation √(2(1 − r)): here 1 / .894 = 1.118, and Φ(1.118) = .868
    assert rated_better(0.6, 100, 1.0) == pytest.approx(86.8, abs=0.05)
    assert rated_better(0.6, 100, 0.0) == pytest.approx(50, abs=1e-9)


# ---- what always holds -----------------------------------------------------------------------------------------------
@given(some_levers)
def test_ranges_hold_the_reported_share_and_stay_shares(levers):
    outcome = run(levers)
    for low, high in (outcome.by_chance, outcome.with_silent):
        assert 0 <= low <= levers.reported + 1e-9
        assert levers.reported - 1e-9 <= high <= 100
    assert np.subtract(*outcome.with_silent[::-1]) == pytest.approx(100 - levers.answered)
    assert outcome.with_gain >= outcome.no_course >= 50 - 1e-9
    assert all(value >= -1e-9 for value in model.causes(outcome).values())


@given(st.integers(50, 100), st.integers(20, 1000), st.integers(5, 95))
def test_more_answers_narrow_one_range_and_fewer_silent_the_other(share, answers, answered):
    assert np.ptp(sampling_range(share, 2 * answers)) < np.ptp(sampling_range(share, answers))
    assert np.ptp(range_with_silent(share, answered + 5)) < np.ptp(range_with_silent(share, answered))


@given(st.floats(0.2, 0.9), st.integers(10, 95), st.floats(0, 0.9))
def test_bad_luck_explains_less_where_ratings_are_steady_or_more_people_take_part(steadiness, lowest, gain):
    here = rated_better(steadiness, lowest, 0.0)
    assert rated_better(steadiness + 0.05, lowest, 0.0) < here
    assert rated_better(steadiness, lowest + 5, 0.0) < here
    assert rated_better(steadiness, lowest, gain + 0.1) > rated_better(steadiness, lowest, gain)


@given(some_levers)
def test_the_picture_fits_the_numbers(levers):
    outcome = run(levers)
    drawn, said = model.picture(outcome), model.numbers(outcome)
    assert drawn["low"].shape == drawn["high"].shape == (len(STEPS),)
    assert list(drawn["low"]) == [said[name] for name in ("p", "a", "lo", "no", "none")]
    assert list(drawn["high"]) == [said[name] for name in ("p", "b", "hi", "no", "none")]
    assert drawn["with_gain"] == said["yes"]


# ---- what the texts say ----------------------------------------------------------------------------------------------
def rounded(*values: float) -> list[str]:
    return [f"{value:.0f}" for value in values]


def test_71_of_100_with_nothing_done():
    assert model.reveal() == 71
    # "At a steadiness of .5: 74; at .8: 65."
    assert rounded(rated_better(0.5, 30, 0.0), rated_better(0.8, 30, 0.0)) == ["74", "65"]


def test_more_answers_leave_the_second_bar_as_it_is():
    # "the first bar shrinks from 70–97 to 89–91. The second stays at 27–97."
    few, many = run(Levers(answers=20)), run(Levers(answers=2000))
    assert rounded(*few.by_chance) == ["70", "97"]
    assert rounded(*many.by_chance) == ["89", "91"]
    assert rounded(*few.with_silent) == rounded(*many.with_silent) == ["27", "97"]


def test_fewer_silent_people():
    assert run(Levers(answered=90)).with_silent == pytest.approx((81, 91))  # "the second bar shrinks to 81–91"


def test_no_effect_and_a_large_one_look_alike():
    # "gain to 0, the lowest 10 %, steadiness .30: 89 %. Then everybody, gain 1, steadiness .60: 87 %."
    assert rounded(run(Levers(lowest=10, steadiness=0.3)).no_course) == ["89"]
    assert rounded(run(Levers(lowest=100, gain=1.0)).with_gain) == ["87"]


def test_a_gain_of_one_passes_84_of_100_earlier_colleagues():
    assert rounded(100 * model.below(1.0)) == ["84"]  # "1 means that an average person passes 84 of 100"


def test_the_share_of_all_in_the_check():
    # "18 of the 20, and 40 of the 80 who were silent"; 18 alone counts every silent person as a no
    assert model.answers()["share_of_all"] == pytest.approx(58)
    assert share_of_all(90, 20, 0) == pytest.approx(18) == range_with_silent(90, 20)[0]


@pytest.mark.parametrize(
    ("changed", "title", "at_least", "no_course"),
    [
        # "Setting (reported 90 %) | Finding"
        ({}, "undecided_range", "27", "71"),
        ({"answered": 80}, "undecided", "72", "71"),
        ({"answered": 90}, "stronger", "81", "71"),
        ({"answered": 90, "lowest": 10, "steadiness": 0.3}, "weak", "81", "89"),
        ({"answered": 90, "lowest": 100}, "stronger", "81", "50"),
    ],
)
def test_strong_weak_or_undecided(changed, title, at_least, no_course):
    key, said = model.finding(run(Levers(**changed)))
    assert key == title
    assert rounded(said["lo"], said["no"]) == [at_least, no_course]


# ---- findings --------------------------------------------------------------------------------------------------------
def test_every_finding_is_true_where_it_stands_and_each_can_be_reached():
    seen = set()
    for reported, answered, steadiness, lowest in itertools.product(
        (50, 70, 90, 100), (5, 50, 80, 100), (0.2, 0.6, 0.95), (10, 30, 100)
    ):
        outcome = run(Levers(reported=reported, answered=answered, steadiness=steadiness, lowest=lowest))
        key, said = model.finding(outcome)
        wide = said["hi"] - said["lo"] > 50 + 1e-9
        assert (key == "undecided_range") == wide
        if key == "weak":
            assert reported <= said["no"] + 5
        if key == "stronger":
            assert said["lo"] > said["no"] + 5
        seen.add(key)
    assert seen == {"undecided_range", "weak", "stronger", "undecided"}
