"""Lesson 2's chart: the row in force, gates beyond the line, and what the ways bring."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from figures import horizon
from figures.check import problems
from figures.contract import Look
from tests.figures.scenes import Regime, drawn

START = Regime("horizon", "start", ())


def built(**changes: object) -> horizon.Chart:
    _, data, words = drawn(START)
    return horizon.Chart(replace(data, **changes), words, Look())


def words_of(chart: horizon.Chart) -> set[str]:
    return {text.get_text() for text in chart.figure.artists if hasattr(text, "get_text")}


@pytest.mark.parametrize(("deadlines", "row"), [(False, "started today: 9 of 60"), (True, "or never: 53 of 60")])
def test_only_the_row_in_force_is_said_to_happen(deadlines: bool, row: str) -> None:
    happens = [words for words in words_of(built(deadlines=deadlines)) if words.endswith("(this happens)")]
    assert len(happens) == 1 and row in happens[0]


def test_gates_beyond_the_line_point_there() -> None:
    said = words_of(built(gates=np.array([199.0, 34.34, 0.38])))
    assert {"199 quarters →", "34.3 quarters", "← 0.4 quarters"} <= said


@pytest.mark.parametrize(("guess", "said"), [(0, "← your prediction: 0"), (49, "your prediction: 49")])
def test_a_prediction_is_drawn_and_taken_away(guess: float, said: str) -> None:
    chart = built()
    before = words_of(chart)
    chart.mark(guess)
    assert words_of(chart) - before == {said}
    chart.mark(None)
    assert words_of(chart) == before


@pytest.mark.parametrize("size", ["notebook", "narrow", "projector", "print"])
@pytest.mark.parametrize("guess", [1.5, 2.2, 3.0])
def test_a_prediction_near_the_gate_covers_no_words(size: str, guess: float) -> None:
    _, data, words = drawn(START)
    chart = horizon.Chart(data, words, Look("light", size))  # type: ignore[arg-type]
    chart.mark(guess)
    assert problems(chart.figure) == []


@pytest.mark.parametrize("values", [(0, 0, 0), (-5, -5, -5), (1536, 3, -744), (0, 0, -1e-12)])
def test_any_values_of_the_ways_can_be_drawn(values: tuple[float, ...]) -> None:
    assert problems(built(values=np.array(values, dtype=float)).figure) == []


def test_the_table_sets_each_gate_beside_the_way_that_uses_it() -> None:
    _, data, words = drawn(START)
    _, *body = horizon.rows(data, words.labels)
    assert [row[:2] + row[3:4] for row in body] == [
        ("approved at the plan", "49", "patient"),
        ("taken if it were now or never", "34.3", "with deadlines"),
        ("started today", "2.2", "quarter by quarter"),
    ]
