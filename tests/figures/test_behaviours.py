"""Lesson 10's chart shows what it is given."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from matplotlib.lines import Line2D

from figures import behaviours
from figures.check import problems
from figures.contract import Look
from figures.frame import Box, Frame
from figures.hundred import Hundred
from tests.figures.scenes import Regime, drawn

START = Regime("people", "start", ())


def words_of(chart: behaviours.Chart) -> list[str]:
    return [text.get_text() for text in chart.figure.artists if hasattr(text, "get_text") and text.get_text()]


def built(**changes: object) -> behaviours.Chart:
    _, data, words = drawn(START)
    return behaviours.Chart(replace(data, **changes), words, Look())


def dots(chart: behaviours.Chart) -> list[np.ndarray]:
    """The places of hollow and of filled dots."""
    return [np.column_stack(line.get_data()) for line in (chart._corners._hollow, chart._corners._filled)]


def test_every_boss_is_a_dot_and_filled_if_above_the_average() -> None:
    _, data, _ = drawn(START)
    hollow, filled = dots(built())
    assert len(hollow) + len(filled) == 400
    assert len(filled) == int(data.above.sum())
    assert filled == pytest.approx(np.column_stack([data.structure, data.care])[data.above].clip(-2.9, 2.9))


def test_a_boss_beyond_the_edge_is_drawn_on_it() -> None:
    hollow, filled = dots(built(care=np.full(400, 9.0), structure=np.full(400, -9.0)))
    assert np.unique(np.vstack([hollow, filled]), axis=0).tolist() == [[-2.9, 2.9]]


def test_each_corner_says_its_number_and_the_best_is_strong() -> None:
    chart = built(shares=np.array([51.2, 60.4, 39.6, 48.8]))
    assert {"both: 51 of 100", "care alone: 60 of 100", "structure alone: 40 of 100", "neither: 49 of 100"} <= set(
        words_of(chart)
    )
    strong = [
        caption.get_text() for caption in chart._corners._captions if "Semibold" in str(caption.get_fontfamily()[0])
    ]
    assert strong == ["care alone: 60 of 100"]


def test_captions_stand_in_their_corners() -> None:
    chart = built()
    box = chart._corners.box
    for caption in chart._corners._captions:
        x, y = caption.get_position()
        name = caption.get_text().split(":")[0]
        assert (x > box.left + box.width / 2) == (name in ("both", "structure alone")), name
        assert (y > box.bottom + box.height / 2) == (name in ("both", "care alone")), name


def test_a_higher_number_has_a_deeper_shade() -> None:
    shades = [sum(tile.get_facecolor()[:3]) for tile in built(shares=np.array([90.0, 60, 40, 10]))._corners._tiles]
    assert shades == sorted(shades)


def test_as_many_pairs_are_filled_as_the_link_is_worth() -> None:
    chart = built(pairs_care=65.94, pairs_structure=59.4)
    said = words_of(chart)
    assert "more care: 66 of 100" in said and "more structure: 59 of 100" in said
    for hundred, count in ((chart._care, 66), (chart._structure, 59)):
        assert (len(hundred._full.get_xdata()), len(hundred._empty.get_xdata())) == (count, 100 - count)


@pytest.mark.parametrize("guess", [0, 7, 50, 66, 99, 100])
def test_a_guess_ends_after_as_many_pairs(guess: int) -> None:
    _, _, words = drawn(START)
    frame = Frame(Look(), words, 5.0)
    hundred = Hundred(frame, Box(0, 0, 3.0, 3.0), "x", "of 100", "a coin", guessed=True)
    hundred.mark(guess, "guess")
    x, y = hundred._guess.get_data()
    cell = hundred._grid.width / 10
    before = sum(_before(place, x, y, cell) for place in hundred._places)
    assert before == guess


def _before(place: np.ndarray, x: list[float], y: list[float], cell: float) -> bool:
    """Whether a dot lies above the steps: over the higher line, or over the lower one and left of the step."""
    if len(x) == 2:
        return bool(place[1] > y[0])
    return bool(place[1] > y[0] or (place[1] > y[2] and place[0] < x[1]))


def test_a_prediction_is_drawn_and_taken_away() -> None:
    chart = built()
    before = words_of(chart)
    for guess in (50, 66, 100):
        chart.mark(guess)
        assert set(words_of(chart)) - set(before) == {f"your prediction: {guess}"}
        assert problems(chart.figure) == []
    chart.mark(None)
    assert words_of(chart) == before
    assert not any(
        line.get_linestyle() == "--" and len(line.get_xdata()) for line in chart.moving if isinstance(line, Line2D)
    )


def test_the_table_counts_every_dot_in_one_corner() -> None:
    _, data, words = drawn(START)
    _, *body = behaviours.rows(data, words.labels)
    assert [row[0] for row in body] == ["both", "care alone", "structure alone", "neither"]
    assert sum(int(row[2]) for row in body) == 400
    assert [row[1] for row in body] == [f"{share:.0f}" for share in data.shares]
