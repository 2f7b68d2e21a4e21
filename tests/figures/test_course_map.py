"""The map shows two phrases a row and what is done, and no place of anybody's."""

from __future__ import annotations

from typing import get_args

import pytest
from matplotlib.lines import Line2D

from figures import course_map
from figures.check import problems
from figures.contract import Look, SizeName, Theme, Words
from figures.course_map import Row

LABELS = {"managing": "Managing", "leading": "Leading", "lesson": "Lesson", "difference": "Difference", "done": "done"}
WORDS = Words("Thirteen differences", "Lessons done so far: 3 of 12", source="The article.", labels=LABELS)
LONGEST = "answers for nearly half of the job"  # 34 characters, the longest that a phrase may have


def data(*done: int) -> course_map.Data:
    """Thirteen rows, among them one with an empty side and one with two phrases of the longest kind."""
    rows = [Row(f"Difference {n}", n, "holds a post", "needs no post", n in done) for n in range(1, 12)]
    return course_map.Data(
        (*rows, Row("Day to day", 12, LONGEST, LONGEST), Row("End", 12, "–", "x", False, "managing"))
    )


@pytest.mark.parametrize("mono", [False, True])
@pytest.mark.parametrize("theme", get_args(Theme))
@pytest.mark.parametrize("size", get_args(SizeName))
def test_it_can_be_read(size: SizeName, theme: Theme, mono: bool) -> None:
    assert len(LONGEST) == 34
    assert problems(course_map.Chart(data(1, 2), WORDS, Look(theme, size, mono)).figure) == []


def ticks(chart: course_map.Chart) -> int:
    return sum(getattr(text, "get_text", str)() == "✓" for text in chart.figure.artists)


def test_ticks_follow_what_is_done_in_the_same_layout() -> None:
    chart = course_map.Chart(data(), WORDS, Look())
    assert ticks(chart) == 0
    assert course_map.shape(data(1, 5)) == course_map.shape(data())
    chart.update(data(1, 5, 7), WORDS)
    assert ticks(chart) == 3


def test_the_two_marks_stand_at_the_same_places_in_every_row() -> None:
    chart = course_map.Chart(data(), WORDS, Look())
    marks = [line for line in chart.figure.axes[0].lines if line.get_marker() in ("s", "o")]
    assert len(marks) == 26
    assert len({round(line.get_xdata()[0], 6) for line in marks}) == 2  # type: ignore[index]


def test_an_empty_side_has_an_open_ring() -> None:
    chart = course_map.Chart(data(), WORDS, Look())
    lines: list[Line2D] = list(chart.figure.axes[0].lines)
    paper = [line for line in lines if line.get_marker() == "o" and line.get_markerfacecolor() == "#FFFFFF"]
    assert len(paper) == 1


def test_the_table_says_what_is_done() -> None:
    header, first, *_ = course_map.rows(data(1), LABELS)
    assert header == ("Difference", "Lesson", "Managing", "Leading")
    assert first == ("Difference 1", "1 ✓ done", "holds a post", "needs no post")
