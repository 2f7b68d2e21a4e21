"""Lesson 6's chart shows what it is given."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from figures import goals
from figures.check import problems
from figures.contract import Look
from tests.figures.scenes import Regime, drawn

START = Regime("goals", "start", ())


def words_of(chart: goals.Chart) -> list[str]:
    return [text.get_text() for text in chart.figure.artists if hasattr(text, "get_text") and text.get_text()]


def built(**changes: object) -> goals.Chart:
    _, data, words = drawn(START)
    return goals.Chart(replace(data, **changes), words, Look())


def test_each_board_has_its_name_and_score_and_one_is_the_learners() -> None:
    _, data, _ = drawn(START)
    said = words_of(built())
    assert {"○ left alone", "■ correcting", "● choosing again", "◆ both"} <= set(said)
    for n, score in enumerate(data.scores):
        assert (f"{score:.1f} · yours" if n == data.own else f"{score:.1f}") in said
    assert "2.0 · yours" in words_of(built(own=0, scores=np.array([2.0, 3.0, 4.0, 5.0])))


def test_pieces_beyond_the_edge_are_counted_and_drawn_on_it() -> None:
    _, data, _ = drawn(START)
    dots = np.zeros_like(data.dots)
    dots[1, 0] = 30.0, 40.0
    chart = built(dots=dots, off=np.array([0, 1, 0, 0]))
    assert [word for word in words_of(chart) if "off the board" in word] == ["1 off the board"]
    edge = [line for line in chart.moving if getattr(line, "get_markerfacecolor", lambda: "")() == "#FFFFFF"]
    placed = np.vstack([np.column_stack(line.get_data()) for line in edge])
    assert placed == pytest.approx(np.array([[0.6, 0.8]]) * data.board)


def test_every_dot_inside_is_drawn_once() -> None:
    _, data, _ = drawn(START)
    chart = built()
    count = sum(len(line.get_xdata()) for line in chart.moving if getattr(line, "get_marker", lambda: "")() == "o")
    assert count == data.dots.shape[0] * data.dots.shape[1]


def test_a_prediction_is_drawn_and_taken_away() -> None:
    chart = built()
    before = words_of(chart)
    chart.mark(4)
    assert set(words_of(chart)) - set(before) == {"your prediction: 4"}
    chart.mark(None)
    assert words_of(chart) == before


def test_scores_of_any_size_can_be_read() -> None:
    _, data, _ = drawn(START)
    for size in (0.01, 1.0, 30.0):
        chart = built(parts=data.parts * size, scores=data.scores * size)
        chart.mark(8)
        assert problems(chart.figure) == [], size


def test_the_table_holds_every_way_and_its_parts() -> None:
    _, data, words = drawn(START)
    header, *body = goals.rows(data, words.labels)
    assert header[:3] == ("way", "average squared miss", "chance")
    assert [row[0] for row in body] == ["left alone", "correcting", "choosing again", "both"]
    for row in body:
        assert sum(map(float, row[2:6])) == pytest.approx(float(row[1]), abs=0.25)
