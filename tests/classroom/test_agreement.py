"""Agreement: Krippendorff's published examples, a class worked out by hand, and what must always hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.classroom.agreement import Placed, alpha, by_agreement, placed, worth_ten_minutes
from tests.classroom import krippendorff2011

SMALL = [
    {"a": "managing", "b": "both"},
    {"a": "managing", "b": "leading"},
    {"a": "managing"},
    {"a": "both", "b": "both"},
]
"""a: 3 managing, 1 both; b: 2 both, 1 leading."""
BOXES = ("managing", "leading", "both", "neither")
SORTS = st.lists(st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(BOXES)), max_size=12)


def units(sorts: list[dict[str, str]]) -> list[Placed]:
    return placed(sorts, sorted({unit for sort in sorts for unit in sort}))


def by_hand(found: list[Placed]) -> float:
    """Alpha as the coincidences give it, written out: 1 − (n − 1) × disagreements seen / disagreements expected."""
    shared = [one for one in found if one.people >= 2]
    n = sum(one.people for one in shared)
    seen = sum(one.spread * one.people for one in shared)
    totals = {box: sum(one.boxes.get(box, 0) for one in shared) for one in shared for box in one.boxes}
    expected = n * n - sum(count * count for count in totals.values())
    return 1 - (n - 1) * seen / expected


@pytest.mark.parametrize(
    ("observers", "published"), [(krippendorff2011.BINARY, 0.095), (krippendorff2011.FOUR, 0.743)], ids=["two", "four"]
)
def test_alpha_is_the_published_one(observers: tuple[str, ...], published: float) -> None:
    found = alpha(units(krippendorff2011.sorts(observers)))
    assert found == pytest.approx(published, abs=0.0005)


def test_alpha_of_a_small_class_worked_out_by_hand() -> None:
    # a: of 6 pairs 3 differ; b: of 3 pairs 2 differ. Coincidences off the diagonal: 2·3/3 + 2·2/2 = 4, of n = 7.
    # Totals: managing 3, both 3, leading 1: expected 49 − 19 = 30 of 7·6. Alpha = 1 − 6·4/30.
    assert alpha(units(SMALL)) == pytest.approx(1 - 6 * 4 / 30)


def test_shares_of_a_small_class_worked_out_by_hand() -> None:
    a, b = units(SMALL)
    assert (a.largest, a.people, a.box, a.agreed, a.split) == (3, 4, "managing", True, False)
    assert (b.largest, b.people, b.box, b.agreed, b.split) == (2, 3, "both", False, False)
    assert (a.spread, b.spread) == (pytest.approx(3 / 6), pytest.approx(2 / 3))


@pytest.mark.parametrize(
    "sorts", [[], [{"a": "both"}], [{"a": "both"}, {"a": "both"}], [{"a": "both"}, {"b": "leading"}]]
)
def test_where_alpha_is_not_defined_there_is_none(sorts: list[dict[str, str]]) -> None:
    assert alpha(units(sorts)) is None


def test_all_of_one_mind_is_one() -> None:
    assert alpha(units([{"a": "both", "b": "leading"}] * 5)) == pytest.approx(1.0)


@given(SORTS)
def test_alpha_equals_the_coincidences_written_out(sorts: list[dict[str, str]]) -> None:
    found = units(sorts)
    value = alpha(found)
    assert value is None or value == pytest.approx(by_hand(found))


@given(SORTS, st.permutations(BOXES))
def test_alpha_does_not_care_what_boxes_are_called_nor_who_comes_first(
    sorts: list[dict[str, str]], others: list[str]
) -> None:
    names = dict(zip(BOXES, others, strict=True))
    renamed = [{card: names[box] for card, box in sort.items()} for sort in reversed(sorts)]
    value, other = alpha(units(sorts)), alpha(units(renamed))
    assert value == other if value is None or other is None else value == pytest.approx(other)


@pytest.mark.parametrize(("largest", "agreed"), [(7, True), (6, False)])
def test_a_class_agrees_from_seventy_per_cent_on(largest: int, agreed: bool) -> None:
    assert Placed("a", {"both": largest, "leading": 10 - largest}).agreed is agreed


@pytest.mark.parametrize(("boxes", "split"), [((4, 3, 3), True), ((5, 3, 2), False)])
def test_a_class_is_split_where_no_box_has_more_than_forty_per_cent(boxes: tuple[int, ...], split: bool) -> None:
    assert Placed("a", dict(zip(BOXES, boxes, strict=False))).split is split


def test_two_largest_boxes_are_none() -> None:
    assert Placed("a", {"both": 2, "leading": 2}).box is None


def test_three_cards_are_worth_ten_minutes() -> None:
    found = [
        Placed("even", {"managing": 3, "leading": 3, "both": 3, "neither": 3}),
        Placed("wide", {"managing": 4, "leading": 4, "both": 4}),
        Placed("with_article", {"managing": 9, "both": 3}),
        Placed("against_both", {"neither": 8, "both": 4}),
        Placed("agreed", {"both": 12}),
    ]
    article = {"with_article": "managing", "against_both": "managing", "agreed": "leading"}
    research = dict.fromkeys(("even", "wide", "with_article", "agreed"), "both") | {"against_both": "leading"}
    assert [one.card for one in worth_ten_minutes(found, article, research)] == ["even", "wide", "against_both"]
    assert by_agreement(found)[0].card == "agreed"


def test_cards_that_nobody_placed_are_not_talked_about() -> None:
    assert worth_ten_minutes([Placed("a", {})], {}, {"a": "both"}) == []
