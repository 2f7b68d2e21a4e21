"""Lesson 9's chart shows what it is given."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from matplotlib.collections import LineCollection, PolyCollection

from figures import following
from figures.check import problems
from figures.contract import Look
from tests.figures.scenes import Regime, drawn

START = Regime("following", "start", ())
NO_RULE = Regime("following", "no rule", (("rule", 0),))


def words_of(chart: following.Chart) -> list[str]:
    return [text.get_text() for text in chart.figure.artists if hasattr(text, "get_text") and text.get_text()]


def built(regime: Regime = START, look: Look | None = None, **changes: object) -> following.Chart:
    _, data, words = drawn(regime)
    return following.Chart(replace(data, **changes), words, look or Look())


def people(chart: following.Chart) -> list[int]:
    """How many lines each of the two kinds has: the others, those who give more."""
    found = [one for one in chart.moving if isinstance(one, LineCollection)][:2]
    return [len(one.get_segments()) for one in found]


def test_everyone_has_a_line_and_the_key_counts_them() -> None:
    chart = built()
    assert people(chart) == [41, 19]
    assert {"19 give more when watched", "41 do not"} <= set(words_of(chart))
    assert people(built(more=np.ones(60, dtype=bool))) == [0, 60]


def test_averages_and_the_rule_stand_at_their_lines() -> None:
    said = words_of(built(means=np.array([11.0, 22.4, 88.6]), rule=35.0))
    assert {"11", "22", "89", "at least 35"} <= set(said)


def test_without_a_rule_the_map_is_empty_but_for_ones_own_place() -> None:
    chart = built(NO_RULE)
    said = words_of(chart)
    assert "you" in said and not {"the rule pays", "no rule brings more"} & set(said)
    assert not any("at least" in words or "goodwill" in words for words in said)
    assert all(not side.get_paths() for side in chart.moving if isinstance(side, PolyCollection))


def test_a_side_without_room_for_its_name_goes_without() -> None:
    _, data, _ = drawn(START)
    everywhere = words_of(built(own_break_even=np.zeros_like(data.own_break_even)))
    nowhere = words_of(built(own_break_even=np.full_like(data.own_break_even, np.inf)))
    assert "the rule pays" in everywhere and "no rule brings more" not in everywhere
    assert "the rule pays" not in nowhere and "no rule brings more" in nowhere


def test_each_thin_line_that_is_seen_has_its_cost() -> None:
    assert {"5 %", "15 %", "30 %"} <= set(words_of(built()))
    low = np.array([np.full(131, 50.0), np.full(131, np.inf), np.linspace(10, 90, 131)])
    said = words_of(built(map_break_even=low))
    assert {"5 %", "30 %"} <= set(said) and "15 %" not in said


def test_a_prediction_is_drawn_and_taken_away() -> None:
    chart = built()
    before = words_of(chart)
    chart.mark(40)
    assert set(words_of(chart)) - set(before) == {"your prediction: 40 %"}
    chart.mark(None)
    assert words_of(chart) == before


@pytest.mark.parametrize("guess", [0, 37, 100])
@pytest.mark.parametrize("free", [20.0, 52.0, 85.0])
@pytest.mark.parametrize("watched", [0.0, 40.0, 100.0])
def test_ones_own_place_and_a_guess_can_be_read_anywhere(guess: float, free: float, watched: float) -> None:
    chart = built(look=Look(size="narrow"), here_free=free, here_watched=watched)
    chart.mark(guess)
    assert problems(chart.figure) == []


def test_lines_are_dashed_on_paper_only() -> None:
    for look, solid in ((Look(), True), (Look(size="print"), False), (Look(mono=True), False)):
        others = next(one for one in built(look=look).moving if isinstance(one, LineCollection))
        assert all((dashes is None) == solid for _, dashes in others.get_linestyle())


def test_the_table_has_everyone() -> None:
    _, data, words = drawn(START)
    header, *body = following.rows(data, words.labels)
    assert header == ("person", "rule, watched", "no rule", "rule, nobody looks")
    assert len(body) == 60 and body[0][1] == "50"
