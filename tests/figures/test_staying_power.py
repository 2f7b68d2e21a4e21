"""Lesson 3's chart: who is drawn as present, which phases are named, and the plan that brings most."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from matplotlib.path import Path

from figures import staying_power
from figures.contract import Look
from figures.frame import Box, Frame
from figures.presence import Grid
from tests.figures.scenes import Regime, drawn, exploration


def chart_at(**levers: float) -> staying_power.Chart:
    _, data, words = drawn(Regime("staying_power", "some", tuple(levers.items())))
    return staying_power.Chart(data, words, Look())


def words_of(chart: staying_power.Chart) -> list[str]:
    return [text.get_text() for text in chart.figure.artists if hasattr(text, "get_text") and text.get_text()]


@given(arrays(bool, st.tuples(st.integers(1, 6), st.integers(1, 9))))
def test_a_grid_is_filled_exactly_where_somebody_is_there(present: np.ndarray) -> None:
    _, _, words = drawn(Regime("staying_power", "start", ()))
    people, weeks = present.shape
    grid = Grid(Frame(Look(), words, 5.0), Box(0.0, 0.0, float(weeks), float(people)), people)
    grid.update(present, 0.5, (1, 2))
    path: Path = grid.moving[0].get_path()  # type: ignore[attr-defined]
    middles = [(week + 0.5, row + 0.5) for row in range(people) for week in range(weeks)]
    filled = path.contains_points(middles) if len(path.vertices) else np.zeros(people * weeks, dtype=bool)
    assert (filled.reshape(people, weeks) == present).all()


def test_each_phase_that_there_is_has_its_percentage() -> None:
    assert "89 %, then 46 %" in words_of(chart_at())
    assert "89 %" in words_of(chart_at(weeks_after=0))
    assert "60 %" in words_of(chart_at(weeks_on=0))


def test_the_plans_that_bring_most_are_marked() -> None:
    assert [words for words in words_of(chart_at()) if "most)" in words] == ["28.3 (most)"]
    dull = words_of(chart_at(carry_on=20, interesting=0))
    assert [words for words in dull if "most)" in words] == ["11.7 (most)"] * 2


def test_a_prediction_is_drawn_and_taken_away() -> None:
    chart = chart_at()
    before = words_of(chart)
    chart.mark(46)
    assert set(words_of(chart)) - set(before) == {"your prediction: 46"}
    chart.mark(None)
    assert words_of(chart) == before


@pytest.mark.parametrize("carry_on", [10, 30, 60, 90, 95])
def test_the_words_at_the_margin_make_room_for_each_other(carry_on: int) -> None:
    from figures.check import problems

    _, data, words = drawn(Regime("staying_power", "start", ()))
    people = data.present.shape[1]
    chart = staying_power.Chart(replace(data, carry_on=carry_on * people // 100), words, Look("light", "narrow"))
    assert problems(chart.figure) == []


def test_the_table_has_a_row_for_each_plan() -> None:
    _, data, words = drawn(Regime("staying_power", "start", ()))
    _, *body = staying_power.rows(data, words.labels)
    ways = exploration("staying_power").model.ways(exploration("staying_power").model.Levers())
    assert [row[0] for row in body] == list(ways)
    assert [row[2] for row in body] == [f"{total:.1f}" for total in ways.values()]
