"""Labels do not cover each other."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures import scales
from figures.labels import Rect, around, place, spread

LABELS = st.lists(st.tuples(st.floats(-5, 15), st.floats(0.1, 1)), min_size=1, max_size=8)


@given(LABELS)
def test_spread_labels_keep_their_order_and_do_not_touch(labels: list[tuple[float, float]]) -> None:
    centres, sizes = zip(*labels, strict=True)
    found = spread(centres, sizes, 0.0, 10.0)
    order = sorted(range(len(centres)), key=lambda n: centres[n])
    for a, b in pairwise(order):
        assert found[a] + sizes[a] / 2 <= found[b] - sizes[b] / 2 + 1e-9
    assert all(size / 2 - 1e-9 <= at <= 10 - size / 2 + 1e-9 for at, size in zip(found, sizes, strict=True))


def test_labels_with_room_stay_where_they_want_to_be() -> None:
    assert spread([2.0, 8.0, 5.0], [1.0, 1.0, 1.0], 0.0, 10.0) == [2.0, 8.0, 5.0]


def test_labels_that_touch_move_apart_equally() -> None:
    assert spread([5.0, 5.0], [1.0, 1.0], 0.0, 10.0) == pytest.approx([4.5, 5.5])


@given(st.floats(0.5, 9.5), st.floats(0.5, 9.5), st.floats(0.5, 9.5), st.floats(0.5, 9.5))
def test_two_marks_get_labels_inside_that_cover_nothing(x: float, y: float, u: float, v: float) -> None:
    marks = [Rect(a - 0.1, b - 0.1, a + 0.1, b + 0.1) for a, b in ((x, y), (u, v))]
    sheet = Rect(0, 0, 10, 10)
    found = place([around(x, y, 0.2, 1.5, 0.3), around(u, v, 0.2, 1.5, 0.3)], sheet, marks)
    assert all(rect.overlap(sheet) == pytest.approx(rect.area) for rect in found)
    assert all(one.overlap(two) < 1e-9 for one, two in combinations([*found, *marks], 2) if {one, two} != set(marks))


@given(st.floats(-1e6, 1e6), st.floats(1e-3, 1e6), st.integers(2, 12))
def test_ticks_are_round_inside_and_not_too_many(low: float, length: float, parts: int) -> None:
    found = scales.ticks(low, low + length, parts)
    slack = 1e-6 * max(abs(low), length)
    assert len(found) <= parts + 1
    assert all(low - slack <= tick <= low + length + slack for tick in found)


@pytest.mark.parametrize(("by", "decimals"), [(5, 0), (0.2, 1), (0.05, 2), (100, 0), (0.001, 3)])
def test_a_step_is_written_with_the_decimals_it_needs(by: float, decimals: int) -> None:
    assert scales.decimals(by) == decimals
