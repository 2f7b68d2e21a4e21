"""Lesson 15's chart shows what it is given: a year of the model, or one that was played month by month."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from matplotlib.collections import PolyCollection

from figures import replay
from figures.check import problems
from figures.contract import Look
from figures.hours import MONTH, THICK
from lessons.course.two_hats import model
from lessons.course.two_hats.events import Year
from tests.figures.scenes import Regime, drawn

START = Regime("two_hats", "start", ())
SHORT = Regime("two_hats", "short", (("year", 5),))
SIZES = ("notebook", "narrow", "projector", "print")


def words_of(chart: replay.Chart) -> list[str]:
    return [text.get_text() for text in chart.figure.artists if hasattr(text, "get_text") and text.get_text()]


def built(regime: Regime = START, look: Look = Look(), **changes: Any) -> replay.Chart:  # noqa: B008  # frozen
    _, data, words = drawn(regime)
    labels = {**words.labels, "split": "your split in lesson 11"}
    return replay.Chart(replace(data, **changes), replace(words, labels=labels), look)


def played(seed: int = 3, kind: str = "mixed", months: int = 10) -> replay.Data:
    """A year with other hours each month."""
    hours = np.random.default_rng(seed).dirichlet(np.ones(5), months) * MONTH
    return replay.Data(**model.picture(model.look_back(Year(kind, seed, months), hours)))


def bars(chart: replay.Chart) -> list[np.ndarray]:
    """The outlines of the bars, one array a kind of hours."""
    return [
        np.array([path.vertices for path in layer.get_paths()])
        for layer in chart.moving
        if isinstance(layer, PolyCollection)
    ]


def test_each_months_hours_are_piled_up() -> None:
    data = played()
    chart = built()
    chart.update(data, drawn(START)[2])
    layers = bars(chart)
    assert len(layers) == 5
    heights = np.array([[ends[:, 1].max() - ends[:, 1].min() for ends in layer] for layer in layers])
    assert heights == pytest.approx(data.hours)
    assert layers[-1][:, :, 1].max() == pytest.approx(MONTH)
    wide = layers[0][0][:, 0]
    assert wide.max() - wide.min() == pytest.approx(THICK / 10)


def test_a_kind_without_hours_has_no_bars_and_keeps_its_name() -> None:
    hours = np.zeros((5, 10))
    hours[0] = 40.0
    chart = built(hours=hours)
    assert [len(layer) for layer in bars(chart)] == [10, 0, 0, 0, 0]
    assert {"■ plan 40", "■ check 0", "● scan 0"} <= set(words_of(chart))


def test_the_names_of_the_kinds_say_the_hours_on_average() -> None:
    hours = np.full((5, 10), 8.0)
    hours[0, :5], hours[3, :5] = 12.0, 4.0
    assert {"■ plan 10", "● scan 6"} <= set(words_of(built(hours=hours)))


def test_readings_say_both_ends_and_how_many_hours_were_moved_where() -> None:
    _, data, _ = drawn(START)
    own, moved = data.final[0], data.final[1]
    said = words_of(built())
    assert {f"{a:.0f} → {b:.0f}" for a, b in zip(own, moved, strict=True)} <= set(said)
    assert "8 hours moved to leading" in said
    assert "5 hours moved to managing" in words_of(built(moved_by=-5.0))


def test_a_guess_starts_at_the_budget_of_the_way_that_answers_and_stays_on_the_axis() -> None:
    chart, answered = built(), drawn(START)[1].final[2, 1]
    guesses = [one for one in chart.moving if getattr(one, "get_marker", lambda: "")() == "x"]
    for guess, end in ((-12.0, answered - 12), (60.0, 100.0)):
        chart.mark(guess)
        (line,) = [one for one in guesses if len(one.get_xdata())]
        assert line.get_xdata() == pytest.approx([answered, end])
        assert any(words.endswith(f": {guess:+g}".replace("-", "−")) for words in words_of(chart))
    chart.mark(None)
    assert not any(len(one.get_xdata()) for one in guesses)
    assert not any("prediction" in words for words in words_of(chart))


def test_a_year_for_which_nobody_searched_has_no_best() -> None:
    data = played(seed=123)
    assert np.isnan(data.final[-1]).all()
    chart = replay.Chart(data, drawn(START)[2], Look())
    marks = [one for one in chart.moving if getattr(one, "get_marker", lambda: "")() == "|"]
    assert len(marks) == 4 and all(len(mark.get_xdata()) == 0 for mark in marks)
    assert [row[0] for row in replay.rows(data, drawn(START)[2].labels)][-2:] == ["answering each month", "even split"]


def test_the_thin_line_stands_where_managing_ends_and_says_what_it_is() -> None:
    chart = built(split=26.0)
    (line,) = [one for one in chart.moving if list(getattr(one, "get_ydata", list)()) == [26.0, 26.0]]
    assert line.get_linestyle() != "-"
    assert "your split in lesson 11" in words_of(chart)
    assert "your split in lesson 11" not in words_of(built())
    assert replay.shape(drawn(START)[1]) != replay.shape(replace(drawn(START)[1], split=26.0))


def test_another_year_is_another_shape_and_other_hours_are_not() -> None:
    data = drawn(START)[1]
    assert replay.shape(data) == replay.shape(replace(data, hours=data.hours * 0.5))
    assert replay.shape(data) != replay.shape(drawn(SHORT)[1])


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("months", [3, 10])
def test_a_year_played_month_by_month_can_be_read(size: Any, months: int) -> None:
    for seed in range(4):
        data = replace(played(seed, months=months), split=3.4 * (seed + 1))
        words = drawn(START)[2]
        chart = replay.Chart(
            data, replace(words, labels={**words.labels, "split": "your split, lesson 11"}), Look("light", size)
        )
        assert problems(chart.figure) == []


def test_the_table_has_each_month_and_the_other_ways() -> None:
    _, data, words = drawn(SHORT)
    header, *body = replay.rows(data, words.labels)
    assert header[1:] == (
        "plan",
        "check",
        "inspire",
        "scan",
        "develop",
        "delivery",
        "budget",
        "commitment",
        "direction",
    )
    assert [row[0] for row in body] == [
        "1: calm",
        "2: rush order",
        "3: calm",
        "answering each month",
        "even split",
        "best found",
    ]
    assert body[0][1] == "8" and body[-1][1] == "–"
    assert body[2][6] == f"{data.own[0, 2]:.0f}\u00a0→\u00a0{data.moved[0, 2]:.0f}"
