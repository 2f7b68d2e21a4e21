"""When something of a class is shown: not under five, no per cent under ten, and charts change in batches."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.classroom.rules import FEWEST, batch, counted, enough, next_shown
from lessons.record.handin import HandIn
from tests.classroom.sample_class import one


def handed(lesson: str, people: range) -> list[HandIn]:
    return [one(f"person {n}", lesson) for n in people]


def seals(hand_ins: Iterable[HandIn]) -> set[str]:
    return {made.seal for made in hand_ins}


@pytest.mark.parametrize(("count", "shown"), [(0, False), (4, False), (5, True), (200, True)])
def test_nothing_is_shown_of_fewer_than_five(count: int, shown: bool) -> None:
    assert enough(count) is shown


@pytest.mark.parametrize(
    ("count", "of", "text"), [(4, 9, "4"), (0, 5, "0"), (7, 12, "7 · 58 %"), (12, 12, "12 · 100 %")]
)
def test_there_is_no_per_cent_under_ten_people(count: int, of: int, text: str) -> None:
    assert counted(count, of) == text


def test_four_new_hand_ins_change_no_chart_and_five_do() -> None:
    first = tuple(handed("focus", range(6)))
    four, five = handed("focus", range(10)), handed("focus", range(11))
    assert next_shown(first, four, pressed=False) == first
    assert next_shown(first, five, pressed=False) == tuple(five)


def test_the_button_shows_all_that_is_there() -> None:
    found = handed("focus", range(7))
    assert next_shown(found[:6], found, pressed=True) == tuple(found)


def test_five_new_ones_of_two_lessons_are_no_batch_of_either() -> None:
    first = (*handed("focus", range(6)), *handed("goals", range(6)))
    found = (*handed("focus", range(9)), *handed("goals", range(8)))
    assert seals(next_shown(first, found, pressed=False)) == seals(first)


def test_a_newer_hand_in_in_place_of_an_older_counts_once() -> None:
    before = handed("focus", range(3))
    newer = before[0].model_copy(update={"seal": "0" * 64})
    assert batch(before, [newer, *before[1:]]) == 1


@given(st.sets(st.integers(0, 30)), st.sets(st.integers(0, 30)))
def test_without_the_button_a_lesson_changes_by_five_or_not_at_all(before: set[int], now: set[int]) -> None:
    shown, found = (tuple(one(f"person {n}", "focus") for n in sorted(people)) for people in (before, now))
    after = next_shown(shown, found, pressed=False)
    assert seals(after) == seals(shown) or batch(shown, after) >= FEWEST
