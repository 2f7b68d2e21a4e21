"""Lesson 4's chart: lines as thick as the attention, shades as high as the care, and the way on the scale."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from figures import example
from figures.check import problems
from figures.contract import Look
from figures.frame import Box, Frame
from figures.network import Network
from tests.figures.scenes import Regime, drawn

START = Regime("example", "start", ())


def built(**changes: object) -> example.Chart:
    _, data, words = drawn(START)
    return example.Chart(replace(data, **changes), words, Look())


def words_of(chart: example.Chart) -> list[str]:
    return [text.get_text() for text in chart.figure.artists if hasattr(text, "get_text") and text.get_text()]


def network() -> tuple[Network, example.Data]:
    _, data, words = drawn(START)
    found = Network(Frame(Look(), words, 6.0), Box(0.0, 0.0, 8.0, 3.0), data.groups, data.ties)
    return found, data


def test_a_line_is_as_thick_as_the_attention_it_stands_for() -> None:
    found, data = network()
    found.update(data.care, data.attention)
    one = np.array(found.moving[1].get_linewidth())  # type: ignore[attr-defined]
    found.update(data.care, data.attention / 2)
    assert np.allclose(np.array(found.moving[1].get_linewidth()), one / 2)  # type: ignore[attr-defined]
    looks = data.attention[2:, :2].T.ravel()
    assert np.allclose(one / looks, one[0] / looks[0])


def test_people_stand_apart() -> None:
    found, _ = network()
    gaps = np.linalg.norm(found.places[:, None] - found.places, axis=2)
    assert gaps[~np.eye(len(gaps), dtype=bool)].min() > 2.2 * found.radius


def test_more_care_is_a_darker_shade_in_light() -> None:
    found, data = network()
    found.update(np.linspace(0, 100, len(data.care)), data.attention)
    shades = found.moving[4].get_facecolor()  # type: ignore[attr-defined]
    assert (np.diff(shades[:, 0]) < 0).all()


def test_boss_and_colleague_say_what_they_do() -> None:
    said = words_of(built())
    assert "the boss asks for 90, does 40" in said
    assert "the colleague does 40" in said


@pytest.mark.parametrize(("guess", "said"), [(0, "your prediction: +0"), (50, "your prediction: +50")])
def test_a_prediction_is_drawn_and_taken_away(guess: float, said: str) -> None:
    chart = built()
    before = words_of(chart)
    chart.mark(guess)
    assert set(words_of(chart)) - set(before) == {said}
    chart.mark(None)
    assert words_of(chart) == before


@pytest.mark.parametrize("size", ["notebook", "narrow", "projector", "print"])
@pytest.mark.parametrize("values", [(0, 0, 0), (40, 40, 40), (100, 100, 100), (99, 100, 98), (40, 39, 41)])
def test_marks_that_meet_on_the_scale_keep_their_words_apart(size: str, values: tuple[float, ...]) -> None:
    _, data, words = drawn(START)
    start, team, word = (float(value) for value in values)
    chart = example.Chart(replace(data, start=start, team=team, word=word), words, Look("light", size))  # type: ignore[arg-type]
    assert problems(chart.figure) == []


def test_the_table_holds_the_groups_and_the_way() -> None:
    _, data, words = drawn(START)
    body = dict(example.rows(data, words.labels)[1:])
    assert body["near the boss"] == f"{data.near_boss:.0f}"
    assert body["near the colleague"] == f"{data.near_colleague:.0f}"
    assert (body["at first"], body["team now"], body["asked for"]) == ("40", "45", "90")
