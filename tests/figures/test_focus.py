"""Lesson 1's chart shows what it is given."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from figures import focus
from figures.check import problems
from figures.contract import Look
from tests.figures.scenes import start


def words_of(chart: focus.Chart) -> list[str]:
    return [text.get_text() for text in chart.figure.artists if hasattr(text, "get_text") and text.get_text()]


def built(**changes: object) -> focus.Chart:
    _, data, words = start()
    return focus.Chart(replace(data, **changes), words, Look())


def test_the_title_is_the_finding_and_the_best_split_has_its_number() -> None:
    _, data, words = start()
    said = words_of(built())
    assert words.title in said
    assert f"best: {data.best:.1f}" in said
    assert f"you: {data.now:.1f}" in said


def test_a_prediction_is_drawn_and_taken_away() -> None:
    chart = built()
    before = words_of(chart)
    chart.mark(14)
    assert set(words_of(chart)) - set(before) == {"your prediction: 14"}
    chart.mark(None)
    assert words_of(chart) == before


def test_a_prediction_beyond_the_bars_points_there() -> None:
    chart = built()
    chart.mark(27)
    assert "your prediction: 27 →" in words_of(chart)
    assert problems(chart.figure) == []


def test_the_table_holds_every_team_size_and_its_parts() -> None:
    _, data, words = start()
    header, *body = focus.rows(data, words.labels)
    assert header == (
        "people in the team", "delivered", "lost to holding back", "lost to tangle", "your own hours",
        "nobody plans or inspires",
    )  # fmt: skip
    assert [row[0] for row in body] == [f"{size}" for size in range(1, 21)]
    for row in body:
        assert sum(map(float, row[1:5])) == pytest.approx(float(row[0]), abs=0.2)


def test_a_layer_that_is_empty_is_not_named() -> None:
    _, data, _ = start()
    nothing = np.zeros_like(data.own)
    said = words_of(built(own=nothing, lost_motivation=nothing))
    assert "your own hours" not in said
    assert "lost to holding back" not in said
    assert "lost to tangle" in said


def test_a_map_where_every_split_brings_the_same_is_drawn() -> None:
    _, data, _ = start()
    assert problems(built(grid=np.full_like(data.grid, 3.0)).figure) == []


def test_the_words_of_two_marks_in_one_corner_do_not_meet() -> None:
    corner = {"best_planning": 0.0, "best_inspiring": 0.0}
    for planning, inspiring in ((0, 0), (1, 0), (0, 1), (1, 1), (3, 1), (2, 2)):
        chart = built(**corner, planning=planning, inspiring=inspiring)
        assert problems(chart.figure) == [], (planning, inspiring)
