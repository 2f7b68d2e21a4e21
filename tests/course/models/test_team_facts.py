"""The five cards of a team say what is true in the balanced model, checked against months that are played."""

from __future__ import annotations

import numpy as np
import pytest

from lessons.course import library, prose
from lessons.course.two_hats import facts
from lessons.course.two_hats.events import Event
from lessons.course.two_hats.game import readings
from lessons.course.two_hats.month import House, spend
from lessons.course.two_hats.players import grid

NUMBERS = facts.numbers()


def after(event: str = "calm", house: House | None = None, months: int = 1, **hours: float) -> House:
    """The house after so many months with these hours."""
    house = house or House()
    for _ in range(months):
        house = spend(house, facts.spent(**hours), Event(event)).after
    return house


def test_order_fades_and_is_held() -> None:
    assert float(after().order) == pytest.approx(0.4 * NUMBERS["order_kept"] / 100)
    assert 100 * float(after(months=60, plan=10).order) == pytest.approx(NUMBERS["held_some"], abs=0.01)
    assert 100 * float(after(months=60, plan=16).order) == pytest.approx(NUMBERS["held_much"], abs=0.01)


def test_a_rush_asks_for_order() -> None:
    assert NUMBERS["rush_low"] < NUMBERS["rush_good"] < 100 < NUMBERS["rush_full"]


@pytest.mark.parametrize(("kind", "hours", "name"), [("calm", 0, "none"), ("calm", 12, "more"), ("scare", 6, "some")])
def test_errors_are_those_of_a_month(kind: str, hours: float, name: str) -> None:
    month = spend(House(), facts.spent(check=hours), Event(kind))
    told = NUMBERS[f"{'scare' if kind == 'scare' else 'errors'}_{name}"]
    assert 100 * float(month.errors) == pytest.approx(told)


def test_six_hours_halve_the_errors() -> None:
    assert NUMBERS["errors_some"] == pytest.approx(NUMBERS["errors_none"] / 2)


def test_checking_is_felt_over_nine_hours_and_not_before() -> None:
    assert facts.watched(NUMBERS["watched_from"]) == 0
    assert facts.watched(NUMBERS["watched_from"] + 1) > 0


def test_four_hours_of_inspiring_hold_commitment() -> None:
    assert facts.inspired(NUMBERS["inspire_hold"]) == pytest.approx(0, abs=0.2)
    assert facts.inspired(NUMBERS["inspire_hold"] + 1) > 0


def test_reasons_hold_a_key_person_best_in_order() -> None:
    calm, leaving = after(inspire=6, plan=40), after("key_person", inspire=6, plan=40)
    order = min(float(calm.order), 1)
    lost = 100 * (float(calm.commitment) - float(leaving.commitment))
    assert lost == pytest.approx(facts.lost(6, order))
    assert NUMBERS["lost_much"] < 1 < NUMBERS["lost_some"] < NUMBERS["lost_some_low"] < NUMBERS["lost_none"]


def test_who_leaves_takes_more_skill_along_where_commitment_is_low() -> None:
    losses = [
        float(after(house=House(commitment=at)).skill) - float(after("key_person", House(commitment=at)).skill)
        for at in (0.2, 0.9)
    ]
    assert losses[0] > losses[1] > 0


@pytest.mark.parametrize("kind", ["market", "technology"])
def test_an_event_takes_direction_as_far_as_the_card_says(kind: str) -> None:
    month = spend(House(), facts.spent(), Event(kind))
    assert float(readings(month.after, 1)[3]) == pytest.approx(NUMBERS[kind])
    assert 100 * float(month.fit) == pytest.approx(NUMBERS[kind])


def test_scanning_closes_the_distance_and_planning_a_little() -> None:
    full = House(order=1 / 0.55, commitment=0.5, market=1.0)
    month = spend(full, facts.spent(scan=6), Event("calm"))
    assert 100 * float(month.turned) == pytest.approx(facts.closed(6, float(month.after.commitment), 1))
    seen = [
        float(spend(House(market=1.0, order=2.0), facts.spent(**hours), Event("calm")).turned)
        for hours in ({"plan": NUMBERS["plan_ahead"]}, {"scan": NUMBERS["as_scanning"]})
    ]
    assert seen[0] == pytest.approx(seen[1], rel=1e-6)
    assert NUMBERS["closed_eager_none"] < NUMBERS["closed_calmed"] < NUMBERS["closed_eager"]


def test_with_nothing_to_turn_scanning_turns_nothing() -> None:
    assert float(after(scan=40).course) == 0


def test_no_split_of_the_first_month_pays_its_costs() -> None:
    """Each split in steps of one hour is no better than the card says, and none pays for the month."""
    months = spend(House(), grid(2), Event("calm")).after
    assert float(readings(months, 1)[0].max()) == pytest.approx(NUMBERS["best_first"])
    assert float(np.max(months.budget)) < House().budget
    assert NUMBERS["best_first"] < NUMBERS["pays"]


def test_developing_adds_skill() -> None:
    gain = float(after(develop=8).skill) - float(after().skill)
    assert 100 * gain == pytest.approx(NUMBERS["learned_some"])
    assert float(after().skill) / 0.7 == pytest.approx(1 - NUMBERS["skill_lost"] / 100)


def test_the_cards_are_five_and_every_number_is_there() -> None:
    cards = library.paper_game().team.card
    assert len({card.key for card in cards}) == 5
    for card in cards:
        for fact in card.facts:
            assert "{" not in prose.plain(fact, NUMBERS)
