"""Lesson 14's chart shows what it is given."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from matplotlib.patches import Rectangle

from figures import ninety_percent
from figures.check import problems
from figures.contract import Look
from tests.figures.scenes import Regime, drawn

START = Regime("ninety_percent", "start", ())


def built(look: Look | None = None, **changes: object) -> ninety_percent.Chart:
    _, data, words = drawn(START)
    return ninety_percent.Chart(replace(data, **changes), words, look or Look())


def words_of(chart: ninety_percent.Chart) -> list[str]:
    return [text.get_text() for text in chart.figure.artists if hasattr(text, "get_text") and text.get_text()]


def diamonds(chart: ninety_percent.Chart) -> int:
    """How many diamonds are drawn."""
    lines = (one for one in chart.moving if hasattr(one, "get_marker") and one.get_marker() == "D")
    return sum(len(one.get_xdata()) for one in lines)


def bars(chart: ninety_percent.Chart) -> list[Rectangle]:
    return [one for one in chart.moving if isinstance(one, Rectangle)][:2]


def test_every_number_stands_beside_its_mark() -> None:
    said = words_of(built(low=np.array([90, 88.2, 27, 71.2, 50.0]), high=np.array([90, 91.6, 97, 71.2, 50.0])))
    assert {"90", "88", "92", "27", "97", "71", "50"} <= set(said)


def test_bars_are_as_long_as_their_ranges() -> None:
    one, two = bars(built(low=np.array([90, 80.0, 20, 71, 50]), high=np.array([90, 90.0, 60, 71, 50])))
    assert two.get_width() == pytest.approx(4 * one.get_width())
    assert one.get_x() > two.get_x() + two.get_width()


def test_the_true_gain_has_a_diamond_only_if_there_is_one() -> None:
    without, with_one = built(), built(gain=0.5, with_gain=83.0)
    assert diamonds(without) == 3 and "83" not in words_of(without)
    assert diamonds(with_one) == 4 and "83" in words_of(with_one)
    _, data, words = drawn(START)
    with_one.update(data, words)
    assert diamonds(with_one) == 3 and "83" not in words_of(with_one)


def test_a_prediction_is_drawn_and_taken_away() -> None:
    chart = built()
    before = words_of(chart)
    chart.mark(64)
    assert set(words_of(chart)) - set(before) == {"your prediction: 64"}
    chart.mark(None)
    assert words_of(chart) == before


@pytest.mark.parametrize("size", ["notebook", "narrow", "projector", "print"])
@pytest.mark.parametrize(("gain", "after"), [(0.0, 71.2), (0.1, 75.4), (1.0, 100.0)])
@pytest.mark.parametrize("guess", [0, 50, 71, 100])
def test_numbers_can_be_read_wherever_they_stand(size: str, gain: float, after: float, guess: float) -> None:
    low, high = np.array([100, 99.8, 2.5, 71.2, 50.0]), np.array([100, 100.0, 100, 71.2, 50.0])
    chart = built(Look(size=size), low=low, high=high, gain=gain, with_gain=after)  # type: ignore[arg-type]
    chart.mark(guess)
    assert problems(chart.figure) == []


def test_the_table_has_a_row_a_step_and_one_for_a_gain() -> None:
    _, data, words = drawn(START)
    header, *body = ninety_percent.rows(data, words.labels)
    assert header == ("step of the ladder", "from, %", "to, %")
    assert [row[1:] for row in body] == [("90", "90"), ("88", "92"), ("27", "97"), ("71", "71"), ("50", "50")]
    assert ninety_percent.rows(replace(data, gain=1.0, with_gain=96.4), words.labels)[-1][1] == "96"
