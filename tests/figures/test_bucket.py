"""The practice round's chart can be read in every regime, and shows what it is given."""

from __future__ import annotations

from typing import get_args

import pytest

from figures import bucket
from figures.check import problems
from figures.contract import Look, SizeName, Theme, Words
from lessons.activities.explore import Exploration
from lessons.course import library

REGIMES = ({}, {"seconds": 1, "litres": 5}, {"seconds": 2, "litres": 20}, {"seconds": 10, "litres": 20}, {"seconds": 4})
RULES = Exploration(library.model("start_here"), library.start().practice.explore)


def drawn(levers: dict[str, float]) -> tuple[bucket.Data, Words]:
    run = RULES.set_up(levers)
    return bucket.Data(**RULES.model.picture(run.outcome)), RULES.chart_words(run)


def words_of(chart: bucket.Chart) -> set[str]:
    return {text.get_text() for text in chart.figure.artists if hasattr(text, "get_text") and text.get_text()}


@pytest.mark.parametrize("theme", get_args(Theme))
@pytest.mark.parametrize("size", get_args(SizeName))
@pytest.mark.parametrize("levers", REGIMES, ids=str)
def test_each_regime_can_be_read_with_and_without_a_prediction(
    levers: dict[str, float], size: SizeName, theme: Theme
) -> None:
    chart = bucket.Chart(*drawn(levers), Look(theme, size))
    for guess in (None, 1.0, 7.0, 60.0):
        chart.mark(guess)
        assert problems(chart.figure) == [], guess


def test_the_dot_stands_where_the_bucket_is_full() -> None:
    data, words = drawn({})
    chart = bucket.Chart(data, words, Look())
    assert {"full: 6.9", "rim: 10", words.title} <= words_of(chart)
    data, words = drawn({"seconds": 2, "litres": 20})
    chart.update(data, words)
    assert {"full: 9.3", "rim: 20"} <= words_of(chart)


def test_a_prediction_beyond_the_days_shown_points_there() -> None:
    chart = bucket.Chart(*drawn({}), Look())
    chart.mark(60)
    assert "your prediction: 60 →" in words_of(chart)
    chart.mark(None)
    assert not any("prediction" in text for text in words_of(chart))


def test_the_table_has_a_row_a_day_or_a_week() -> None:
    data, words = drawn({})
    header, *body = bucket.rows(data, words.labels)
    assert header == ("days since it was emptied", "litres in the bucket")
    assert [row[0] for row in body] == [f"{day}" for day in range(15)]
    assert body[-1] == ("14", "10.0")
    slow, words = drawn({"seconds": 10, "litres": 20})
    assert [row[0] for row in bucket.rows(slow, words.labels)[1:]] == ["0", "7", "14", "21", "28", "35", "42", "49"]
    assert bucket.shape(slow) != bucket.shape(data)
