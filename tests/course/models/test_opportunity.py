"""Lesson 7: agree fast or learn slowly."""

import itertools
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.course.opportunity import learning, make_paths, model, paths
from lessons.course.opportunity.learning import PEOPLE, QUESTIONS, Firms, Rules, chances, history, known, period, start
from lessons.course.opportunity.make_paths import simulated
from lessons.course.opportunity.model import Levers, run, ways
from lessons.course.opportunity.paths import ADOPTS, LEARNS, best_speed, passes, path, table

FEW = settings(max_examples=20, deadline=None)
some_levers = st.builds(
    Levers,
    adopts=st.integers(1, 19).map(lambda five: 5 * five),
    learns=st.sampled_from(LEARNS),
    newcomers=st.integers(0, 8).map(lambda five: 5 * five),
    change=st.integers(0, 10).map(lambda half: half / 2),
    judged=st.integers(5, 60),
)
closed_levers = some_levers.map(lambda levers: replace(levers, newcomers=0, change=0.0))


# ---- against published values ----------------------------------------------------------------------------------------
def settled(firms: Firms, scored: np.ndarray) -> np.ndarray:
    """Nobody could do better than the view did before it last moved, and nobody differs from it where it speaks."""
    best = ((firms.beliefs * firms.reality[:, None]).sum(axis=2) + (firms.beliefs == 0).sum(axis=2)).max(axis=1)
    differs = ((firms.beliefs != firms.view[:, None]) & (firms.view[:, None] != 0)).any(axis=(1, 2))
    return (best <= scored) & ~differs


def known_in_equilibrium(adopts: float, learns: float, firms: int, seed: int) -> np.ndarray:
    """What each firm knows in the first period that is settled."""
    random = np.random.default_rng(seed)
    now, found = start(random, (firms,)), []
    while len(now.view):
        before = (now.view * now.reality).sum(axis=1)
        now = period(now, next(chances(random, (len(now.view),), newcomers=False)), Rules(adopts, learns))
        done = settled(now, before)
        found.append(known(now)[done])
        now = Firms(now.reality[~done], now.beliefs[~done], now.view[~done])
    return np.concatenate(found)


@pytest.mark.parametrize(
    ("adopts", "learns", "published", "firms"),
    [
        # Workiewicz's replication of March's figure 1, 10,000 runs a cell; its spread is about 0.15
        (0.9, 0.5, 0.74207, 300),
        (0.9, 0.9, 0.72840, 300),
        (0.5, 0.1, 0.79935, 100),
        pytest.param(0.1, 0.5, 0.95425, 300, marks=pytest.mark.slow),
        pytest.param(0.3, 0.5, 0.86907, 600, marks=pytest.mark.slow),
        pytest.param(0.7, 0.9, 0.77963, 600, marks=pytest.mark.slow),
    ],
)
def test_the_published_equilibrium(adopts, learns, published, firms):
    found = known_in_equilibrium(adopts, learns, firms, seed=3)
    error = np.hypot(found.std() / np.sqrt(firms), 0.15 / np.sqrt(10_000))
    assert found.mean() == pytest.approx(published, abs=4 * error)


@pytest.mark.parametrize(("adopts", "learns", "published"), [(90, 50, 0.74207), (50, 50, 0.81063), (70, 90, 0.77963)])
def test_the_table_ends_at_the_published_equilibrium(adopts, learns, published):
    assert path(adopts, learns)[60, 0] / 100 == pytest.approx(
        published, abs=4 * 0.15 * np.sqrt(1 / make_paths.FIRMS + 1 / 10_000)
    )


def test_mixed_learners_know_more_than_uniform_ones_at_the_same_mean_speed():
    half_fast = np.where(np.arange(PEOPLE) < 25, 0.1, 0.9)  # March's figure 2
    mixed, uniform = (simulated(Rules(adopts, 0.5), 150, 5)[60].mean() for adopts in (half_fast, 0.5))
    assert mixed > uniform + 0.05


# ---- the table -------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(("adopts", "learns"), [(90, 50), (10, 90), (30, 10)])
def test_the_table_is_what_a_fresh_simulation_gives(adopts, learns):
    fresh = 100 * simulated(Rules(adopts / 100, learns / 100), 200, seed=77)
    stored = table()[LEARNS.index(learns), ADOPTS.index(adopts)]
    error = fresh.std(axis=1) * np.sqrt(1 / 200 + 1 / make_paths.FIRMS)
    assert np.all(np.abs(fresh.mean(axis=1) - stored[:, 0]) <= 4.5 * error + 1e-9)
    inside = (fresh >= stored[:, 1, None]) & (fresh <= stored[:, 2, None])
    assert 0.6 < inside[5:].mean() < 0.95  # what is known comes in steps of 2 %, so not just eight in ten


def test_the_script_writes_a_table_like_the_stored_one(tmp_path, monkeypatch):
    monkeypatch.setattr(make_paths, "LEARNS", (50,))
    monkeypatch.setattr(make_paths, "ADOPTS", (90,))
    monkeypatch.setattr(make_paths, "AT_ONCE", 20)
    file = tmp_path / "paths.csv"
    make_paths.make(file, firms=20, seed=1)
    lines = file.read_text(encoding="utf-8").splitlines()
    assert lines[0] == paths.FILE.read_text(encoding="utf-8").splitlines()[0]
    assert [line.split(",")[:3] for line in lines[1:]] == [["50", "90", str(when)] for when in range(61)]
    assert np.loadtxt(paths.FILE, delimiter=",", skiprows=1, usecols=(0, 1, 2)).tolist() == [
        list(row) for row in itertools.product(LEARNS, ADOPTS, range(61))
    ]


def test_between_the_tables_speeds_a_path_lies_between_theirs():
    assert path(15, 50) == pytest.approx((path(10, 50) + path(20, 50)) / 2)
    assert np.array_equal(path(95, 90), table()[2, -1])
    assert np.array_equal(path(5, 10), table()[0, 0])
    with pytest.raises(ValueError, match="tuple"):
        path(50, 40)


# ---- what always holds -----------------------------------------------------------------------------------------------
@FEW
@given(some_levers)
def test_beliefs_stay_beliefs_and_causes_add_up(levers):
    outcome = run(levers)
    for firm in outcome.firm[::20]:
        assert set(np.unique(firm.beliefs)) <= {-1, 0, 1}
        assert set(np.unique(firm.view)) <= {-1, 0, 1}
        assert set(np.unique(firm.reality)) <= {-1, 1}
    assert np.all(np.abs(outcome.known) <= 100)
    assert sum(model.causes(outcome).values()) == pytest.approx(100 - outcome.known[levers.judged], abs=1e-4)
    assert 0 <= model.numbers(outcome)["wrong"] <= model.numbers(outcome)["same"] <= QUESTIONS


@FEW
@given(st.sampled_from([0.1, 0.5, 0.9]), st.sampled_from([0.1, 0.9]), st.integers(0, 99))
def test_what_counts_as_plus_or_minus_does_not_matter(adopts, learns, seed):
    random = np.random.default_rng(seed)
    begun, draws = start(random), list(itertools.islice(chances(random), 20))
    other_way = Firms(-begun.reality, -begun.beliefs, -begun.view)
    turned = [replace(chance, guesses=-chance.guesses, fresh=-chance.fresh) for chance in draws]
    rules = Rules(adopts, learns, newcomers=0.1, change=0.02)
    for one, other in zip(history(begun, iter(draws), rules), history(other_way, iter(turned), rules), strict=False):
        assert known(one) == known(other)
        assert np.array_equal(one.beliefs, -other.beliefs)


@FEW
@given(st.integers(0, 99))
def test_firms_side_by_side_are_the_same_as_one_alone(seed):
    random = np.random.default_rng(seed)
    both, chance = start(random, (2,)), next(chances(random, (2,)))
    rules = Rules(0.5, 0.5, 0.2, 0.1)
    together = period(both, chance, rules)
    first = Firms(both.reality[0], both.beliefs[0], both.view[0])
    names = ("leaves", "fresh", "turns", "guesses", "adopts", "learns")
    alone = period(first, learning.Chance(**{name: getattr(chance, name)[0] for name in names}), rules)
    assert np.array_equal(together.beliefs[0], alone.beliefs)
    assert np.array_equal(together.view[0], alone.view)


def test_who_does_not_learn_stays_as_they_are():
    random = np.random.default_rng(0)
    begun, draws = start(random, (5,)), list(itertools.islice(chances(random, (5,)), 10))
    *_, deaf_people = history(begun, iter(draws), Rules(0.0, 0.5))
    assert np.array_equal(deaf_people.beliefs, begun.beliefs)
    *_, deaf_view = history(begun, iter(draws), Rules(0.5, 0.0))
    assert not deaf_view.view.any()


def test_a_closed_firm_ends_in_agreement():
    for adopts in (90, 50, 30):
        firm = run(Levers(adopts=adopts)).firm[-1]
        assert model.agreed(firm)[0] == QUESTIONS


@FEW
@given(some_levers)
def test_the_picture_fits_the_outcome(levers):
    outcome = run(levers)
    drawn = model.picture(outcome)
    assert np.all((drawn["low"] <= drawn["mean"]) & (drawn["mean"] <= drawn["high"]))
    assert drawn["mosaic"].shape == (3, PEOPLE, QUESTIONS)
    assert drawn["mosaic_view"].mean(axis=1) * 100 == pytest.approx(drawn["mosaic_known"], abs=1e-4)
    assert drawn["mosaic_known"] == pytest.approx(drawn["own"][drawn["mosaic_periods"]])
    all_agree = (drawn["mosaic"][1] == drawn["mosaic"][1][0]).all(axis=0) & (drawn["mosaic"][1][0] != 0)
    assert all_agree.sum() == model.numbers(outcome)["same"]
    assert np.all(np.diff(drawn["mosaic"].sum(axis=2), axis=1) >= 0)
    for index in np.flatnonzero(drawn["speeds"] == levers.adopts):
        assert drawn["own_mean"] == pytest.approx(drawn["mean"][index])


# ---- what the texts say ----------------------------------------------------------------------------------------------
def test_the_fast_firm_ends_with_26_of_30_right_and_the_slow_one_with_29():
    assert model.reveal() == 26
    right = QUESTIONS * (1 + path(10, 50)[60, 0] / 100) / 2
    assert round(right) == 29
    at_60 = ways(Levers(judged=60))
    assert (round(at_60["fast"]), round(at_60["slow"])) == (74, 95)  # "74 %, against 95 % for the slow firm"


def test_dates_in_the_text():
    # "until period 16 the fast firm knew more" "slow passes fast (17), … and … the middle (30)"
    assert passes(10, 90, 50) == 17
    assert passes(10, 30, 50) == 30
    outcome = run(Levers())
    assert (model.named(outcome)["passes"], model.numbers(outcome)["x"]) == ("passes", 17)


@pytest.mark.parametrize(
    ("judged", "fast", "middle", "slow", "title"),
    [(5, 72, 63, 57, "fast"), (20, 74, 86, 79, "middle"), (60, 74, 87, 95, "slow")],
)
def test_which_way_wins_where(judged, fast, middle, slow, title):
    here = ways(Levers(judged=judged))
    assert [round(here[way]) for way in ("fast", "middle", "slow")] == [fast, middle, slow]
    elsewhere = 40 if judged == 60 else 60 if judged == 20 else 10
    assert model.finding(run(Levers(judged=judged, adopts=elsewhere)))[0] == title


def test_at_20_the_very_best_is_a_fifth_a_period():
    best, top = best_speed(50, 20)  # "At 20 the very best is 20 % a period: 86.6."
    assert best == 20
    assert top == pytest.approx(86.6, abs=0.3)


def test_a_view_that_learns_slowly():
    here = ways(Levers(learns=10))  # "at 20, fast knows 81 %, slow 65 %"
    assert (round(here["fast"]), round(here["slow"])) == (81, 65)


@pytest.mark.slow
def test_a_changing_world_and_newcomers():
    # "on average 74 % falls to 7 %, then rises to 53 %"
    alone, with_newcomers = (100 * simulated(Rules(0.9, 0.5, newcomers, 0.02), 600, 9)[60] for newcomers in (0.0, 0.1))
    for found, printed in ((alone, 7), (with_newcomers, 53)):
        assert found.mean() == pytest.approx(printed, abs=0.5 + 3 * found.std() / np.sqrt(600))


@pytest.mark.slow
def test_half_fast_and_half_slow_people_are_never_best():
    # "Half fast, half slow people: 69, 78, 90: never best."
    known_then = 100 * simulated(Rules(np.where(np.arange(PEOPLE) < 25, 0.1, 0.9), 0.5), 600, 9)[[5, 20, 60]]
    error = known_then.std(axis=1) / np.sqrt(600)
    for mean, printed, off in zip(known_then.mean(axis=1), (69, 78, 90), error, strict=True):
        assert mean == pytest.approx(printed, abs=0.5 + 3 * off)


def test_a_trial_month_is_level_after_nine():
    assert model.answers()["months_until_level"] == pytest.approx(9)
    months = np.arange(1, 20)
    trial, known_way = 4 + (months - 1) * (0.25 * 13 + 0.75 * 10), 10 * months
    assert months[np.flatnonzero(trial >= known_way)[0]] == 9


# ---- findings --------------------------------------------------------------------------------------------------------
@FEW
@given(closed_levers)
def test_the_title_is_true_of_the_numbers_it_prints(levers):
    key, said = model.finding(run(levers))
    best, top = best_speed(levers.learns, levers.judged)
    assert (said["best"], said["top"]) == (best, top)
    assert round(said["you"]) <= round(top)
    if key == "near_best":
        assert round(top) - round(said["you"]) <= 1
    else:
        assert key == ("fast" if best >= 70 else "slow" if best <= 10 else "middle")


def test_every_finding_can_be_reached():
    seen = {
        model.finding(run(Levers(adopts=adopts, judged=judged, newcomers=newcomers, change=change)))[0]
        for adopts, judged, newcomers, change in itertools.product((5, 90), (5, 20, 60), (0, 10), (0.0, 2.0))
    }
    assert seen == {"change", "change_and_newcomers", "newcomers", "near_best", "fast", "slow", "middle"}


def test_where_the_slow_firm_does_not_overtake_the_words_say_so():
    outcome = run(Levers(learns=10))
    slow_overtakes = passes(10, 90, 10)
    assert model.named(outcome)["passes"] == ("passes" if slow_overtakes else "not_yet")
    assert model.picture(outcome)["passes"] == (slow_overtakes or 0)
    assert model.numbers(outcome)["x"] == (slow_overtakes or 60)
