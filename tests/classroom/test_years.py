"""Years that were handed in: replayed as the game plays them; what cannot be replayed is left out."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.classroom.years import advised, houses, most_played, ten_months
from lessons.course.two_hats.events import Year
from lessons.course.two_hats.game import EDITION, READINGS, final, play, readings
from lessons.course.two_hats.players import EVEN, STEADY, shifted
from tests.classroom.sample_class import hand_ins, one

GOOD: dict[str, Any] = {
    "edition": EDITION, "kind": "mixed", "seed": 7, "months": 10, "hours": [list(EVEN)] * 10, "backs": 0,
    "weights": {"delivery": 40.0, "budget": 20.0, "commitment": 20.0, "direction": 20.0},
}  # fmt: skip


def game(**changes: Any) -> Any:
    return one("person", "two_hats", games=[{**GOOD, **changes}])


def test_a_house_is_replayed_as_the_game_plays_it() -> None:
    found = ten_months(houses([game(), game(hours=[list(STEADY)] * 10)]))
    for n, hours in enumerate((EVEN, STEADY)):
        end = readings(play(Year("mixed", 7, 10), np.array(hours))[-1].after, 10)
        assert found.readings[:, n, -1] == pytest.approx(end)
        assert found.leading[n] == pytest.approx([sum(hours[2:])] * 10)


def test_the_same_advice_is_eight_hours_more_of_leading() -> None:
    before, after = advised(houses([game()]))
    year, hours = Year("mixed", 7, 10), np.array([EVEN] * 10)
    assert before[0] == pytest.approx(final(year, hours))
    assert after[0] == pytest.approx(final(year, shifted(hours)))
    assert shifted(hours)[:, 2:].sum() == pytest.approx(hours[:, 2:].sum() + 80)


@pytest.mark.parametrize(
    "changes",
    [
        {"edition": EDITION + 1}, {"kind": "nowhere"}, {"months": 9}, {"months": 2, "hours": [list(EVEN)] * 2},
        {"hours": [list(EVEN)] * 9}, {"hours": [[40.0]] * 10}, {"hours": [[41.0, 0, 0, 0, 0.0]] * 10},
        {"weights": {}}, {"weights": {**GOOD["weights"], "budget": -1.0}},
    ],
)  # fmt: skip
def test_a_game_that_cannot_be_replayed_is_left_out(changes: dict[str, Any]) -> None:
    assert houses([game(**changes)]) == []


def test_the_latest_game_of_a_hand_in_counts() -> None:
    (found,) = houses([one("person", "two_hats", games=[GOOD, {**GOOD, "seed": 8}, {**GOOD, "hours": []}])])
    assert found.year == Year("mixed", 8, 10)


def test_the_year_that_most_played_is_shown() -> None:
    found = houses([game(seed=1), game(seed=2), game(seed=2)])
    assert {house.year.seed for house in most_played(found)} == {2}
    assert most_played([]) == []


@pytest.mark.parametrize(
    ("largest", "finding"), [(["delivery"] * 5, "same"), (["delivery", "delivery", *READINGS[1:]], "different")]
)
def test_different_wishes_are_a_title_of_their_own(largest: list[str], finding: str) -> None:
    even = dict.fromkeys(READINGS, 20.0)
    assert ten_months(houses([game(weights={**even, name: 40.0}) for name in largest])).finding == finding


def test_houses_without_a_largest_weight_are_counted_apart() -> None:
    found = ten_months(houses([game(weights=dict.fromkeys(READINGS, 25.0))] * 2))
    assert found.wanted == {"": 2} and found.finding == "different"


@given(st.integers(0, 2**63 - 1), st.sampled_from(["mixed", "daily_work", "change"]), st.integers(3, 24))
def test_any_year_can_be_replayed(seed: int, kind: str, months: int) -> None:
    (found,) = houses([game(seed=seed, kind=kind, months=months, hours=[list(EVEN)] * months)])
    assert np.isfinite(ten_months([found]).readings).all()


def test_a_class_of_thirty() -> None:
    found = houses(hand_ins(30, ("focus",)))
    assert len(found) == 30 and len(most_played(found)) == 30
