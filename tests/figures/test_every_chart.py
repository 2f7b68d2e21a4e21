"""Every chart of every lesson can be read: in each regime, size and theme, no words cover others or leave the sheet."""

from __future__ import annotations

from typing import get_args

import pytest

from figures.check import problems
from figures.contract import Look, SizeName, Theme
from lessons.course import library
from tests.figures.scenes import Regime, all_regimes, drawn

SIZES, THEMES = get_args(SizeName), get_args(Theme)
STARTS = [Regime(lesson.slug, "start", ()) for lesson in library.lessons()]


def faults(regime: Regime, look: Look, prediction: float | None) -> list[str]:
    module, data, words = drawn(regime)
    chart = module.Chart(data, words, look)
    chart.mark(prediction)
    return problems(chart.figure)


@pytest.mark.parametrize("mono", [False, True], ids=["colour", "mono"])
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("regime", STARTS, ids=str)
def test_each_look_can_be_read(regime: Regime, size: SizeName, theme: Theme, mono: bool) -> None:
    assert faults(regime, Look(theme, size, mono), None) == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("regime", all_regimes(), ids=str)
def test_each_regime_can_be_read_with_a_prediction_on_it(regime: Regime, size: SizeName) -> None:
    asked = library.lesson(regime.slug).predict
    assert [faults(regime, Look("light", size), guess) for guess in (asked.low, asked.high)] == [[], []]


@pytest.mark.parametrize("regime", all_regimes(), ids=str)
def test_changing_a_chart_gives_the_same_picture_as_building_it(regime: Regime) -> None:
    module, data, words = drawn(regime)
    fresh = module.Chart(data, words, Look())
    _, *other = drawn(Regime(regime.slug, "start", ()))
    same = module.shape(other[0]) == module.shape(data)  # with another shape a chart is built anew
    changed = module.Chart(*(other if same else (data, words)), Look())
    changed.mark(12.0)
    changed.update(data, words)
    changed.mark(None)
    assert pixels(changed) == pixels(fresh)


@pytest.mark.parametrize("regime", STARTS, ids=str)
def test_the_table_has_a_header_and_rows_of_the_same_length(regime: Regime) -> None:
    module, data, words = drawn(regime)
    header, *body = module.rows(data, words.labels)
    assert body
    assert {len(row) for row in body} == {len(header)}


@pytest.mark.parametrize("regime", STARTS, ids=str)
def test_each_label_of_a_chart_is_needed_and_a_missing_one_is_named(regime: Regime) -> None:
    from dataclasses import replace

    module, data, words = drawn(regime)
    for key in module.LABELS:
        fewer = replace(words, labels={name: text for name, text in words.labels.items() if name != key})
        with pytest.raises(KeyError, match=key):
            module.Chart(data, fewer, Look())


def pixels(chart: object) -> bytes:
    figure = chart.figure  # type: ignore[attr-defined]
    figure.canvas.draw()
    return bytes(figure.canvas.buffer_rgba())
