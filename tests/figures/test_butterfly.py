"""The butterfly shows measured means, what both have at the spine, and refuses what is off its scale."""

from __future__ import annotations

from functools import cache
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.patches import Rectangle

from figures import butterfly
from figures.check import problems
from figures.contract import Look, SizeName, Theme, Words

LABELS = {"left": "Management jobs", "right": "Other jobs", "shared": "what both have", "trait": "Activity"}
WORDS = Words("A title", "Mean importance, 1 to 5", "A takeaway", "A source", LABELS)
LONGEST = "Guiding, directing, and motivating all staff"  # 44 characters, the longest that a trait may have
ROWS = ((LONGEST, 4.2, 2.6), ("Handling objects", 1.8, 2.9), ("Floor", 1.0, 1.0), ("Ceiling", 5.0, 5.0))


def data(*rows: tuple[str, float, float]) -> butterfly.Data:
    return butterfly.Data(rows or ROWS, 1, 5, ("managing", "neither"))


@pytest.mark.parametrize("mono", [False, True])
@pytest.mark.parametrize("theme", get_args(Theme))
@pytest.mark.parametrize("size", get_args(SizeName))
def test_it_can_be_read(size: SizeName, theme: Theme, mono: bool) -> None:
    assert len(LONGEST) == 44
    assert problems(butterfly.Chart(data(), WORDS, Look(theme, size, mono)).figure) == []


@pytest.mark.parametrize("size", get_args(SizeName))
def test_it_grows_with_its_rows(size: SizeName) -> None:
    figures = [
        butterfly.Chart(data(*((f"Trait {n}", 2, 3) for n in range(count))), WORDS, Look(size=size)).figure
        for count in (1, 4, 20)
    ]
    assert [problems(figure) for figure in figures] == [[], [], []]
    heights = [figure.get_size_inches()[1] for figure in figures]
    assert heights == sorted(set(heights))


def bars(chart: butterfly.Chart) -> list[Rectangle]:
    return [patch for patch in chart.figure.axes[0].patches if isinstance(patch, Rectangle)]


@given(st.floats(1, 5), st.floats(1, 5))
def test_bars_are_as_long_as_the_means_and_share_the_smaller_one(left: float, right: float) -> None:
    chart = built()
    chart.update(data(("Trait", left, right), ("Top", 5, 5)), WORDS)
    own_left, both_left, both_right, own_right = (bar.get_width() for bar in bars(chart)[:4])
    unit = (bars(chart)[5].get_width() + bars(chart)[6].get_width()) / 2 / 4  # inches a point of the scale
    assert own_left + both_left == pytest.approx(unit * (left - 1), abs=0.02)
    assert own_right + both_right == pytest.approx(unit * (right - 1), abs=0.02)
    assert both_left == pytest.approx(both_right)
    assert min(own_left, own_right) == pytest.approx(0, abs=1e-9)


@cache
def built() -> butterfly.Chart:
    """One chart for all examples: building it is what takes time."""
    return butterfly.Chart(data(("Trait", 2, 3), ("Top", 5, 5)), WORDS, Look())


def test_other_means_of_the_same_traits_need_no_other_layout() -> None:
    assert butterfly.shape(data(("a", 2, 3))) == butterfly.shape(data(("a", 4, 1)))
    assert butterfly.shape(data(("a", 2, 3))) != butterfly.shape(data(("b", 2, 3)))


def test_a_mean_off_its_scale_is_refused_in_a_line() -> None:
    with pytest.raises(ValueError, match="Trait: expected a mean from 1 to 5, found 7"):
        data(("Trait", 2, 7))


def test_the_table_prints_the_means() -> None:
    header, first, *_ = butterfly.rows(data(), LABELS)
    assert header == ("Activity", "Management jobs", "Other jobs")
    assert first == (LONGEST, "4.2", "2.6")
