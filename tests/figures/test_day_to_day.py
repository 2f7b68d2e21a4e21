"""Lesson 8's chart shows what it is given."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from figures import day_to_day
from figures.check import problems
from figures.contract import Look
from tests.figures.scenes import Regime, drawn

START = Regime("day_to_day", "start", ())
FORESIGHT = Regime("day_to_day", "foresight", (("foresight", 4),))


def words_of(chart: day_to_day.Chart) -> list[str]:
    return [text.get_text() for text in chart.figure.artists if hasattr(text, "get_text") and text.get_text()]


def built(regime: Regime = START, **changes: object) -> day_to_day.Chart:
    _, data, words = drawn(regime)
    return day_to_day.Chart(replace(data, **changes), words, Look())


def test_the_landmarks_of_the_prediction_and_ones_own_point_are_named() -> None:
    assert {"80 %: 4", "95 %: 19", "your workshop: 8.0"} <= set(words_of(built()))
    assert "your workshop: 2.5" in words_of(built(here_wait=2.5, here_busy=71.0))


def test_a_guess_is_drawn_where_it_would_be_and_at_the_top_where_the_panel_ends() -> None:
    chart = built()
    before = words_of(chart)
    chart.mark(6)
    assert set(words_of(chart)) - set(before) == {"your prediction: 6 × 4"}
    (line,) = [one for one in chart.moving if getattr(one, "get_marker", lambda: "")() == "D"]
    assert line.get_data()[1] == pytest.approx([24.0, 24.0])
    chart.mark(20)
    assert (line.get_marker(), line.get_data()[1]) == ("^", [40.0, 40.0])
    chart.mark(None)
    assert words_of(chart) == before


def test_the_pile_says_how_high_and_how_long_and_what_it_would_be_without_foresight() -> None:
    said = words_of(built())
    assert "26 jobs, 26 weeks" in said and not any("without foresight:" in words for words in said)
    said = words_of(built(FORESIGHT))
    assert {"9 jobs, 8 weeks", "without foresight: 26 jobs"} <= set(said)


def test_no_pile_no_change_and_no_order_leave_their_words_away() -> None:
    _, data, _ = drawn(START)
    nothing = np.zeros_like(data.pile)
    steady = np.full_like(data.demand, 8.0)
    said = words_of(built(pile=nothing, pile_unforeseen=nothing, demand=steady, ordered_week=-1))
    assert "no pile" in said
    assert not {"more work comes", "new people on order"} & set(said)


def test_the_order_lasts_from_its_week_to_the_first_day_or_to_the_end() -> None:
    _, data, _ = drawn(START)
    assert day_to_day._order(data) == (24, 32)
    assert day_to_day._order(replace(data, people=np.full_like(data.people, 9.0))) == (24, 60)
    assert day_to_day._order(replace(data, ordered_week=-1)) is None


@pytest.mark.parametrize("peak", [0.4, 12.0, 39.9, 40.1, 79.0])
@pytest.mark.parametrize("week", [21, 30, 59])
def test_a_pile_of_any_size_at_any_time_can_be_read(peak: float, week: int) -> None:
    rise, fall = np.linspace(0, peak, week - 19)[1:], np.linspace(peak, 0, 60 - week)
    pile = np.concatenate([np.zeros(20), rise, fall])[:60]
    assert problems(built(pile=pile).figure) == []


def test_costs_of_any_size_can_be_read_and_stand_in_the_table() -> None:
    _, data, words = drawn(START)
    for size in (0.1, 1.0, 9.0):
        assert problems(built(costs=data.costs * size).figure) == []
    header, *body = day_to_day.rows(data, words.labels)
    assert header[:2] == ("plan", "cost") and len(body) == 5
    assert body[0][:2] == ("your setting", "13.3")
    for row in body:
        assert sum(map(float, row[2:])) == pytest.approx(float(row[1]), abs=0.16)
