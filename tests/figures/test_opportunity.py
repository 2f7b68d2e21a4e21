"""Lesson 7's chart shows what it is given."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from matplotlib.collections import PolyCollection
from matplotlib.colors import to_rgb
from matplotlib.image import AxesImage

from figures import opportunity
from figures.check import problems
from figures.contract import Look
from figures.mosaic import GAP, VIEW
from figures.palette import colours
from tests.figures.scenes import Regime, drawn

START = Regime("opportunity", "start", ())
OPEN = Regime("opportunity", "open", (("change", 2.0), ("newcomers", 10)))


def words_of(chart: opportunity.Chart) -> list[str]:
    return [text.get_text() for text in chart.figure.artists if hasattr(text, "get_text") and text.get_text()]


def built(regime: Regime = START, look: Look | None = None, **changes: object) -> opportunity.Chart:
    _, data, words = drawn(regime)
    return opportunity.Chart(replace(data, **changes), words, look or Look())


def one(chart: opportunity.Chart, kind: type) -> list[object]:
    return [artist for artist in chart.moving if isinstance(artist, kind)]


def test_each_tile_has_the_colour_of_its_answer() -> None:
    _, data, _ = drawn(START)
    people, view = np.zeros_like(data.mosaic), np.zeros_like(data.mosaic_view)
    people[1, 7, 3], people[1, 8, 3], view[1, 5] = 1, -1, 1
    shown = one(built(mosaic=people, mosaic_view=view), AxesImage)[1]
    picture = np.asarray(shown.get_array())  # type: ignore[attr-defined]
    tokens = colours(Look())
    first = VIEW + GAP
    for row, column, token in ((first + 7, 3, "result"), (first + 8, 3, "map_high"), (first, 0, "paper")):
        assert picture[row, column].tolist() == pytest.approx(to_rgb(tokens[token]), abs=0.01)
    assert picture[0, 5].tolist() == pytest.approx(to_rgb(tokens["result"]), abs=0.01)


def test_ones_own_number_is_the_mean_or_that_of_the_one_firm() -> None:
    _, data, _ = drawn(START)
    own = np.full(len(data.periods), 55.0)
    assert "your firms, at period 20: 55 %" in words_of(built(own_mean=own))
    assert "this firm, at period 20: 55 %" in words_of(built(OPEN, own=own))
    assert "this firm, at period 20: −13 %" in words_of(built(OPEN, own=own - 68.3))


def test_averages_are_pale_and_without_a_band_where_they_do_not_hold() -> None:
    (band,) = one(built(), PolyCollection)
    (none,) = one(built(OPEN), PolyCollection)
    assert len(band.get_paths()) == 1 and not none.get_paths()  # type: ignore[attr-defined]
    closed, opened = ({artist.get_alpha() for artist in built(regime).moving} for regime in (START, OPEN))
    assert closed == {None} and len(opened) == 2


def test_the_period_of_passing_is_written_only_where_there_is_one() -> None:
    assert "17: slow passes fast" in words_of(built(passes=17))
    assert not any("passes" in words for words in words_of(built(passes=0)))
    assert not any("passes" in words for words in words_of(built(OPEN, passes=17)))


def test_a_prediction_is_drawn_as_what_is_known_and_taken_away() -> None:
    chart = built()
    before = words_of(chart)
    chart.mark(24)
    assert set(words_of(chart)) - set(before) == {"╌ your prediction: 24 of 30"}
    lines = [line.get_ydata() for line in chart.moving if hasattr(line, "get_ydata")]
    assert any(len(line) == 2 and list(line) == [60, 60] for line in lines)  # 24 right, 6 wrong: 18 of 30
    chart.mark(None)
    assert words_of(chart) == before


@pytest.mark.parametrize("size", ["notebook", "narrow", "projector", "print"])
@pytest.mark.parametrize("deadline", [5, 30, 60])
@pytest.mark.parametrize("passes", [1, 17, 59])
def test_dates_can_be_read_wherever_they_stand(size: str, deadline: int, passes: int) -> None:
    chart = built(look=Look(size=size), deadline=deadline, passes=passes)  # type: ignore[arg-type]
    for guess in (0, 16, 30):
        chart.mark(guess)
        assert problems(chart.figure) == []


def test_the_table_has_every_fifth_period_and_the_date() -> None:
    _, data, words = drawn(Regime("opportunity", "date", (("judged", 17),)))
    header, *body = opportunity.rows(data, words.labels)
    assert header == ("period", "fast", "middle", "slow", "your firms")
    assert [row[0] for row in body] == ["0", "5", "10", "15", "17", *(f"{n}" for n in range(20, 61, 5))]
