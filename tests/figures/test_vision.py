"""Lesson 11's chart shows what it is given."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from matplotlib.collections import PolyCollection

from figures import vision
from figures.check import problems
from figures.contract import Look
from figures.palette import GLYPH
from tests.figures.scenes import Regime, drawn

START = Regime("vision", "start", ())


def built(size: str = "notebook", **changes: object) -> vision.Chart:
    _, data, words = drawn(START)
    return vision.Chart(replace(data, **changes), words, Look(size=size))  # type: ignore[arg-type]


def said(chart: vision.Chart) -> list[str]:
    return [text.get_text() for text in chart.figure.artists if hasattr(text, "get_text") and text.get_text()]


def cells(chart: vision.Chart) -> list[int]:
    """How many cells of the map each way has."""
    regions = chart._map.moving[:4]
    assert all(isinstance(region, PolyCollection) for region in regions)
    return [len(region.get_paths()) for region in regions]  # type: ignore[attr-defined]


def test_each_way_has_its_name_and_score_and_the_best_is_set_strong() -> None:
    chart = built(scores=np.array([10.0, 20.0, 70.0, 30.0]), winner=2)
    assert {"■ managing alone", "10 %", "20 %", "70 %", "30 %"} <= set(said(chart))
    strong = {
        text.get_text()
        for text in chart.figure.artists
        if hasattr(text, "get_text") and "Semibold" in text.get_fontproperties().get_family()[0]  # type: ignore[attr-defined]
    }
    assert "70 %" in strong
    assert not {"10 %", "20 %", "30 %"} & strong


def test_every_cell_of_the_map_belongs_to_its_winner_and_level_ones_to_nobody() -> None:
    _, data, _ = drawn(START)
    winner = data.map_winner
    assert cells(built()) == [int((winner == way).sum()) for way in range(4)]
    assert sum(cells(built())) < winner.size
    assert cells(built(map_winner=np.full_like(winner, 4))) == [0, 0, 0, 0]


@pytest.mark.parametrize("way", range(4))
def test_a_map_with_one_winner_names_it(way: int) -> None:
    _, data, words = drawn(START)
    chart = built(map_winner=np.full_like(data.map_winner, way))
    nobody = built(map_winner=np.full_like(data.map_winner, 4))
    assert said(chart).count(name := f"{GLYPH[data.ways[way]]} {words.labels[data.ways[way]]}") == 2  # panel and map
    assert said(nobody).count(name) == 1
    assert problems(chart.figure) == []


def test_a_region_too_small_for_its_name_has_its_sign() -> None:
    _, data, _ = drawn(START)
    winner = np.full_like(data.map_winner, 3)
    winner[0, 0] = 1
    texts = said(built(map_winner=winner))
    assert texts.count("■") == 2  # in the map, and at the end of its curve
    assert problems(built(map_winner=winner).figure) == []


def test_names_keep_clear_of_the_place_where_one_stands() -> None:
    _, data, _ = drawn(START)
    for size in data.map_sizes[::3]:
        for streams in data.map_streams[::3]:
            assert problems(built(here_size=float(size), here_streams=int(streams)).figure) == [], (size, streams)


def test_a_prediction_is_drawn_on_the_hours_and_taken_away() -> None:
    chart = built()
    before = said(chart)
    chart.mark(14)
    assert set(said(chart)) - set(before) == {"your prediction: 14"}
    assert chart._curves is not None
    assert set(np.asarray(chart._curves._guess.get_xdata()).tolist()) == {14.0}
    chart.mark(None)
    assert said(chart) == before


def test_a_projector_shows_panels_and_map_and_takes_a_prediction_in_silence() -> None:
    chart = built("projector")
    before = said(chart)
    chart.mark(14)
    assert said(chart) == before
    assert "your prediction: 14" not in before


def test_the_shares_of_a_bar_are_printed_where_they_have_room() -> None:
    lost = np.array([[100.0, 0, 0, 0], [90, 9, 1, 0], [25, 25, 25, 25], [0, 0, 0, 100], [52, 22, 13, 13]])
    texts = said(built(lost=lost))
    assert texts.count("25") == 4
    assert {"90", "9", "52", "22"} <= set(texts)
    assert texts.count("9") == 1
    assert texts.count("0") == said(built(lost=np.zeros((5, 4)))).count("0")  # an empty part has no number


def test_the_table_has_a_row_for_each_way_and_one_for_the_learner() -> None:
    _, data, words = drawn(START)
    header, *body = vision.rows(data, words.labels)
    assert header[:3] == ("way", "hours managing + leading", "% of the ideal")
    assert [row[0] for row in body] == ["neither", "managing alone", "leading alone", "both", "your split"]
    assert [row[1] for row in body] == ["0 + 0", "12 + 0", "0 + 12", "6 + 6", "6 + 6"]
    for row in body:
        assert sum(int(cell.split()[0]) for cell in row[3:]) == pytest.approx(100, abs=2)


def test_dotted_lines_stand_where_the_market_moves() -> None:
    chart = built(jumps=np.array([10, 50]))
    for panel in chart._fan._panels:
        x: Any = panel._jumps.get_xdata()
        assert sorted(set(np.asarray(x).tolist())) == [10.0, 50.0]
