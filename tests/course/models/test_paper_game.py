"""The game on paper: its rules as printed, and what the sheet claims of a thousand years."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.course import library, prose
from lessons.course.two_hats import paper
from lessons.course.two_hats.events import KINDS
from lessons.course.two_hats.paper import PaperHouse, spend

YEARS = [paper.year(seed) for seed in range(paper.YEARS)]
PLANS = np.array(list(paper.plans()))
houses = st.builds(
    PaperHouse,
    *[st.integers(paper.LOW, paper.HIGH)] * 3,
    st.integers(0, paper.MOST),
    st.integers(0, 100),
    st.integers(0, 48),
)
placed = st.sampled_from([tuple(map(int, plan)) for plan in PLANS])


@pytest.fixture(scope="module")
def delivered() -> np.ndarray:
    """Delivery at the end: (years, fixed plans)."""
    return np.array([paper.play(events, PLANS).delivery for events in YEARS])


def test_the_worked_month_is_the_one_on_the_sheet() -> None:
    """Worked out by hand with the rules as printed."""
    month = paper.Example().month
    assert (month.errors, month.delivered) == (1, 4)
    after = month.after
    assert (after.order, after.commitment, after.direction, after.budget) == (4, 4, 3, 10)


@pytest.mark.parametrize(
    ("event", "tokens", "order", "commitment", "direction", "delivered"),
    [
        ("calm", (0, 2, 1, 3, 0), 1, 3, 6, 1),
        ("scare", (2, 4, 0, 0, 0), 3, 1, 3, 0),
        ("key_person", (2, 1, 1, 2, 0), 3, 1, 5, 0),
        ("key_person", (2, 2, 2, 0, 0), 3, 4, 3, 3),
        ("market", (2, 2, 1, 1, 0), 3, 3, 2, 2),
        ("technology", (2, 2, 1, 1, 0), 3, 3, 3, 3),
        ("rush", (2, 2, 1, 0, 1), 3, 2, 3, 3),
    ],
)
def test_months_worked_out_by_hand(
    event: str, tokens: tuple[int, ...], order: int, commitment: int, direction: int, delivered: int
) -> None:
    month = spend(PaperHouse(), tokens, event)
    assert (month.after.order, month.after.commitment, month.after.direction) == (order, commitment, direction)
    assert month.delivered == delivered


def test_skill_marks_count_where_people_want_to() -> None:
    assert PaperHouse(developed=5).skill == 1
    assert PaperHouse(developed=30).skill == paper.MARKS
    assert PaperHouse(developed=30, commitment=paper.WILLING - 1).skill == 0


@given(houses, placed, st.sampled_from(KINDS))
def test_nothing_leaves_its_ends(house: PaperHouse, tokens: tuple[int, ...], event: str) -> None:
    after = spend(house, tokens, event).after
    for track in (after.order, after.commitment, after.direction):
        assert paper.LOW <= track <= paper.HIGH
    assert 0 <= after.budget <= paper.MOST
    assert house.delivery <= after.delivery


@given(houses, st.sampled_from(KINDS))
def test_the_answering_way_spends_what_there_is(house: PaperHouse, event: str) -> None:
    tokens = paper.answering(house, event)
    assert sum(tokens) == paper.TOKENS
    assert min(tokens) >= 0


def test_events_come_as_often_as_on_the_screen() -> None:
    """Of the months that are only rolled: in twelfths, as in a mixed year."""
    free = Counter(event for events in YEARS for event in (*events[1:5], *events[6:]))
    rolled = sum(free.values())
    for kind, twelfths in zip(KINDS, (3, 2, 2, 2, 2, 1), strict=True):
        assert free[kind] / rolled == pytest.approx(twelfths / 12, abs=0.015)


def test_each_year_begins_calm_and_has_a_market() -> None:
    assert all(events[0] == "calm" and "market" in events for events in YEARS)


def test_one_hat_alone_ends_badly_in_opposite_ways() -> None:
    """As printed: only managing ends without commitment and direction, only leading without money."""
    managing, leading = paper.ends("managing"), paper.ends("leading")
    assert managing["commitment"] < 1.5
    assert managing["direction"] < 1.5
    assert leading["budget"] < 0.5
    assert leading["commitment"] > 5
    assert leading["direction"] > 5
    for way in (managing, leading):
        assert way["delivery"] < 0.6 * paper.ends("steady")["delivery"]


def test_the_best_fixed_plan_is_the_one_named(delivered: np.ndarray) -> None:
    best = tuple(int(tokens) for tokens in PLANS[delivered.mean(axis=0).argmax()])
    assert best == paper.WAYS["steady"]


def test_no_fixed_plan_is_best_for_every_list_of_events(delivered: np.ndarray) -> None:
    """Ties count as best."""
    best = delivered == delivered.max(axis=1, keepdims=True)
    assert best.mean(axis=0).max() < 0.8
    assert len(np.unique(delivered.argmax(axis=1))) >= 4


def test_answering_beats_every_fixed_plan_on_average(delivered: np.ndarray) -> None:
    assert paper.ends("answering")["delivery"] > delivered.mean(axis=0).max() + 5


def test_the_texts_are_filled_and_the_ways_are_those_played() -> None:
    game, numbers = library.paper_game(), paper.numbers()
    assert [way for way, _ in game.ways.rows] == list(paper.WAYS)
    for text in (game.intro, *game.rules.start, *game.rules.month, *game.example.steps, game.ways.intro):
        assert "{" not in prose.plain(text, numbers)
    for way, name in game.ways.rows:
        tokens = dict(zip(("plan", "check", "inspire", "scan", "develop"), paper.WAYS[way] or (), strict=False))
        for kind, count in tokens.items():
            assert (f"{count} {kind}" in prose.plain(name, numbers)) == (count > 0)
