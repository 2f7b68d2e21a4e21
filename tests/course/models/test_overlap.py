"""Lesson 13: two skills, one person."""

import itertools
from math import asin, pi

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.course.overlap import model
from lessons.course.overlap.model import CHOSEN_FOR, PEOPLE, Levers, run, ways
from lessons.course.overlap.skills import BOTH, LEADING, MANAGING, chosen, people, promoted, stars_in_both

links = st.integers(-50, 95).map(lambda hundredth: hundredth / 100)
shares = st.integers(2, 99).map(lambda percent: percent / 100)
some_levers = st.builds(
    Levers, link=links, top=st.integers(1, 50), promoted=st.integers(2, 100), chosen_for=st.integers(0, 2)
)


# ---- against values from elsewhere -----------------------------------------------------------------------------------
@pytest.mark.parametrize("link", [-0.8, -0.2, 0.0, 0.4, 0.9])
def test_sheppards_quadrants(link):
    assert stars_in_both(link, 0.5) / 2 == pytest.approx(1 / 4 + asin(link) / (2 * pi), abs=1e-10)  # Sheppard (1898)


@pytest.mark.parametrize("share", [0.01, 0.1, 0.37])
def test_no_link_is_chance_and_a_full_one_is_everybody(share):
    assert stars_in_both(0.0, share) == pytest.approx(share, abs=1e-12)
    assert stars_in_both(1.0, share) == pytest.approx(1, abs=1e-6)


def test_two_million_simulated_people():
    random, count, link = np.random.default_rng(0), 1_000_000, 0.5
    managing = random.standard_normal(count)
    leading = link * managing + np.sqrt(1 - link**2) * random.standard_normal(count)
    star_leaders = leading > np.quantile(leading, 0.9)
    stars = np.mean(managing[star_leaders] > np.quantile(managing, 0.9))
    assert stars_in_both(link, 0.1) == pytest.approx(stars, abs=4 * np.sqrt(0.25 / star_leaders.sum()))
    for chosen_for, score in ((BOTH, managing + leading), (MANAGING, managing), (LEADING, leading)):
        inside = score > np.quantile(score, 0.9)
        like = chosen(link, 0.1, chosen_for)
        near = 4 / np.sqrt(inside.sum())
        assert like.link == pytest.approx(np.corrcoef(managing[inside], leading[inside])[0, 1], abs=near)
        assert like.mean_managing == pytest.approx(managing[inside].mean(), abs=near)
        assert like.mean_leading == pytest.approx(leading[inside].mean(), abs=near)
        assert like.slope == pytest.approx(np.polyfit(managing[inside], leading[inside], 1)[0], abs=4 * near)


# ---- what always holds -----------------------------------------------------------------------------------------------
@given(links, shares)
def test_a_stronger_link_makes_more_stars_in_both(link, share):
    assert 0 <= stars_in_both(link, share) < stars_in_both(link + 0.04, share) <= 1


@given(links, shares)
def test_promotion_for_both_lowers_the_link_and_for_one_only_weakens_it(link, share):
    assert chosen(link, share, BOTH).link < link
    for_one = chosen(link, share, MANAGING).link
    assert for_one == pytest.approx(chosen(link, share, LEADING).link)
    assert abs(for_one) <= abs(link) + 1e-12
    assert for_one * link >= 0


@given(links, st.integers(0, 2))
def test_promoting_everybody_changes_nothing(link, chosen_for):
    like = chosen(link, 1.0, chosen_for)
    assert like.link == pytest.approx(link)
    assert (like.mean_managing, like.mean_leading) == (0, 0)


@given(links, st.integers(0, 50))
def test_the_dots_have_exactly_the_link(link, seed):
    managing, leading = people(link, PEOPLE, seed)
    assert np.corrcoef(managing, leading)[0, 1] == pytest.approx(link, abs=1e-12)
    assert [managing.mean(), leading.mean()] == pytest.approx([0, 0], abs=1e-12)
    assert [managing.std(), leading.std()] == pytest.approx([1, 1])


@given(some_levers)
def test_the_picture_fits_the_outcome(levers):
    outcome = run(levers)
    drawn, said = model.picture(outcome), model.numbers(outcome)
    skills = {"managing": drawn["managing"], "leading": drawn["leading"]}
    score = skills.get(CHOSEN_FOR[levers.chosen_for], drawn["managing"] + drawn["leading"])
    assert np.array_equal(score >= drawn["line"], drawn["promoted"])
    assert drawn["promoted"].sum() == said["k"] == round(PEOPLE * levers.promoted / 100)
    place = np.flatnonzero(drawn["curve_link"] == levers.link)
    assert drawn["curve_stars"][place] == pytest.approx([drawn["here_stars"]])
    rise = np.diff(drawn["trend"], axis=0)[0]
    assert rise[1] / rise[0] == pytest.approx(outcome.chosen.slope)
    assert model.causes(outcome)["choice"] == pytest.approx(said["r"] - said["rp"])


def test_at_least_one_is_promoted():
    assert promoted(np.arange(5.0), 0.01).tolist() == [False] * 4 + [True]


# ---- what the texts say ----------------------------------------------------------------------------------------------
def test_32_of_100_stars_are_stars_in_both():
    assert model.reveal() == 32
    assert f"{100 * stars_in_both(0.5, 0.1):.1f}" == "32.4"  # "Exact: 32.4."
    # "No link would give 10, a link of 0.9 gives 69." "31 are not, even at 0.9"
    assert [round(100 * stars_in_both(link, 0.1)) for link in (0.0, 0.9)] == [10, 69]
    assert round(model.answers()["not_stars"]) == 31


@pytest.mark.parametrize(
    ("link", "share", "chosen_for", "printed", "title"),
    [
        # "Link among all | Promoted | Link among the promoted | So it is"
        (0.0, 10, BOTH, "-0.71", "made"),
        (0.5, 50, BOTH, "0.04", "hidden"),
        (0.71, 10, BOTH, "0.00", "hidden"),
        (0.9, 10, BOTH, "0.53", "weaker"),
        (0.5, 10, MANAGING, "0.23", "one_skill"),
        # "Promote half, and it is −0.47." "promote for managing only … the link stays 0"
        (0.0, 50, BOTH, "-0.47", "made"),
        (0.0, 10, MANAGING, "0.00", "one_skill_unrelated"),
    ],
)
def test_real_hidden_or_made(link, share, chosen_for, printed, title):
    outcome = run(Levers(link=link, promoted=share, chosen_for=chosen_for))
    assert f"{abs(outcome.link_among_promoted) if printed == '0.00' else outcome.link_among_promoted:.2f}" == printed
    assert model.finding(outcome)[0] == title


def test_it_takes_a_link_of_71_to_see_none():
    seen = [abs(run(Levers(link=hundredth / 100)).link_among_promoted) for hundredth in range(96)]
    assert int(np.argmin(seen)) == 71


def test_mean_skill_of_the_chosen_tenth():
    # need: one skill 1.75, 1.75 and 1.24, 1.52; both added up 1.75, 2.63 and 2.48, 3.04 (link 0, then 0.5)
    unrelated, related = (ways(Levers(link=link)) for link in (0.0, 0.5))
    printed = {"one_one": (1.75, 1.75), "one_both": (1.24, 1.52), "both_one": (1.75, 2.63), "both_both": (2.48, 3.04)}
    for way, values in printed.items():
        assert (round(unrelated[way], 2), round(related[way], 2)) == values


def test_ways_are_the_means_of_the_chosen():
    levers = Levers(link=0.3, promoted=20)
    both, one = chosen(0.3, 0.2, BOTH), chosen(0.3, 0.2, MANAGING)
    assert list(ways(levers).values()) == pytest.approx(
        [
            one.mean_managing,
            both.mean_managing,
            one.mean_managing + one.mean_leading,
            both.mean_managing + both.mean_leading,
        ]
    )


# ---- findings --------------------------------------------------------------------------------------------------------
def test_every_finding_is_true_where_it_stands_and_each_can_be_reached():
    seen = set()
    for link, share, chosen_for in itertools.product(
        (-0.5, -0.2, 0.0, 0.3, 0.71, 0.95), (2, 10, 50, 99, 100), (0, 1, 2)
    ):
        outcome = run(Levers(link=link, promoted=share, chosen_for=chosen_for))
        key, said = model.finding(outcome)
        r, rp = said["r"], said["rp"]
        truth = {
            "everybody": rp == pytest.approx(r),
            "one_skill_unrelated": abs(rp) < 0.005,
            "one_skill": abs(rp) < abs(r),
            "hardly": abs(r - rp) < 0.05,
            "hidden": abs(rp) <= 0.05 < abs(r),
            "made": rp < 0 <= r,
            "rivals": rp < r < 0,
            "weaker": 0 < rp < r,
        }
        assert truth[key], (key, link, share, chosen_for)
        because = model.named(outcome)["because"]
        assert (because == "weak_and_strong") == (chosen_for == BOTH and rp < r - 0.05)
        seen.add(key)
    assert seen == {"everybody", "one_skill_unrelated", "one_skill", "hardly", "hidden", "made", "rivals", "weaker"}
