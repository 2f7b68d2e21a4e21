"""Lesson 12's chart shows what it is given."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from figures import deciding
from figures.check import problems
from figures.contract import Look
from tests.figures.scenes import Regime, drawn

START = Regime("empowerment", "start", ())


def words_of(chart: deciding.Chart) -> list[str]:
    return [text.get_text() for text in chart.figure.artists if hasattr(text, "get_text") and text.get_text()]


def built(**changes: object) -> deciding.Chart:
    _, data, words = drawn(START)
    return deciding.Chart(replace(data, **changes), words, Look())


def at(preset: dict[str, float]) -> deciding.Chart:
    _, data, words = drawn(Regime("empowerment", "x", tuple(preset.items())))
    return deciding.Chart(data, words, Look())


def test_each_way_says_its_error_and_the_smallest_is_strong() -> None:
    chart = built(errors=np.array([100.0, 5.67, 21.7, 27.0]))
    said = {text.get_text(): "Semibold" in str(text.get_fontfamily()[0]) for text in chart._lines._said}
    assert said == {
        "■ one order: 100.0": False, "■ ask first: 5.7": True, "◆ a limit: 21.7": False, "● they decide: 27.0": False,
    }  # fmt: skip


def test_asking_is_drawn_as_one_level_step_for_each_word() -> None:
    chart = built(edges=np.array([0.0, 20.0, 100.0]))
    needed, decided = chart._lines._lines[1].get_data()
    assert np.array_equal(needed, [0, 20, np.nan, 20, 100, np.nan], equal_nan=True)
    assert np.array_equal(decided, [10, 10, np.nan, 60, 60, np.nan], equal_nan=True)


def test_steps_agree_with_what_the_model_decides() -> None:
    _, data, _ = drawn(Regime("empowerment", "x", (("much", 3.0),)))
    needed, decided = deciding._steps(data.edges)
    for low, high, level in zip(needed[::3], needed[1::3], decided[::3], strict=True):
        inside = (data.needed > low + 1e-6) & (data.needed < high - 1e-6)
        assert inside.sum() == 0 or data.decided[1][inside] == pytest.approx(level)


def test_the_other_ways_decide_what_the_model_says() -> None:
    _, data, _ = drawn(START)
    for n in (0, 2, 3):
        assert np.array_equal(built()._lines._lines[n].get_ydata(), data.decided[n])


def test_names_stand_in_the_order_in_which_the_lines_end() -> None:
    for preset in ({}, {"much": 55.0}, {"shared": 100.0}):
        chart = at(preset)
        ends = [line.get_ydata()[np.isfinite(line.get_ydata())][-1] for line in chart._lines._lines]
        heights = [text.get_position()[1] for text in chart._lines._said]
        assert all(heights[a] <= heights[b] for a in range(4) for b in range(4) if ends[a] < ends[b])


def test_the_map_has_a_place_for_you_and_names_what_wins_there() -> None:
    said = words_of(built())
    assert {"you", "● they decide", "◆ a limit", "■ ask first", "■ one order"} <= set(said)
    everywhere = words_of(built(map_winner=np.full((41, 61), 3)))
    assert "● they decide" in everywhere and "■ ask first" not in everywhere


def test_where_nobody_leans_the_map_shows_no_limit() -> None:
    _, data, _ = drawn(START)
    assert set(data.map_winner[:, 0].tolist()) == {data.ways.index("local")}


def test_a_prediction_is_a_line_so_much_over_what_is_needed() -> None:
    chart = built()
    before = words_of(chart)
    for guess in (0, 29, 60):
        chart.mark(guess)
        assert set(words_of(chart)) - set(before) == {f"╌ your prediction: {guess}"}
        assert chart._lines._guess.get_ydata() == [guess, guess + 100]
        assert problems(chart.figure) == []
    chart.mark(None)
    assert words_of(chart) == before
    assert len(chart._lines._guess.get_xdata()) == 0


def test_the_table_gives_each_way_its_error_and_its_decisions() -> None:
    _, data, words = drawn(START)
    header, *body = deciding.rows(data, words.labels)
    assert header[2:] == (
        "with nothing seen, at a need of 0",
        "with nothing seen, at a need of 50",
        "with nothing seen, at a need of 100",
    )
    assert body[0] == ("one order", "100.0", "50", "50", "50")
    assert body[2] == ("a limit", "23.4", "15", "65", "85")
    assert body[3] == ("they decide", "27.0", "15", "65", "115")
