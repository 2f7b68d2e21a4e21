"""Lesson 5's chart shows what it is given."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import numpy as np

from figures import position
from figures.check import problems
from figures.contract import Look, SizeName
from tests.figures.scenes import Regime, drawn

START = Regime("position", "start", ())


def words_of(chart: position.Chart) -> list[str]:
    return [text.get_text() for text in chart.figure.artists if hasattr(text, "get_text") and text.get_text()]


def built(**changes: object) -> position.Chart:
    _, data, words = drawn(START)
    return position.Chart(replace(data, **changes), words, Look())


def test_each_network_says_what_it_is_and_how_many_it_reaches() -> None:
    _, data, _ = drawn(START)
    said = words_of(built())
    assert {"Orders, down the chart", "Advice, by who asks whom", "Nobody has left yet"} <= set(said)
    reached = [word for word in said if word.startswith("people reached: ")]
    assert reached == [f"people reached: {number:.1f}" for number in (data.chart, data.advice, data.after)]
    assert f"◆ from the top by both ways: {data.both:.1f}" in said


def test_everyone_has_a_number_but_the_one_who_left() -> None:
    def numbers(chart: position.Chart) -> list[str]:
        return [word for word in words_of(chart) if word.isdigit()]

    everyone = numbers(built())
    assert len(everyone) == 3 * 21
    left = numbers(built(leaves=10, starts_after=11))
    assert len(left) == 3 * 21 - 1
    assert "Advice, when one has left" in words_of(built(leaves=10, starts_after=11))


def test_what_the_chart_reaches_without_the_one_who_left_stands_by_the_third_bar() -> None:
    _, data, _ = drawn(START)
    assert not any("without them" in word for word in words_of(built()))
    left = words_of(built(leaves=2, chart_after=6.12))
    assert "◆ the chart, without them: 6.1" in left
    assert f"◆ from the top by both ways: {data.both:.1f}" in left


def test_ties_of_the_one_who_left_are_gone() -> None:
    _, data, _ = drawn(START)

    def drawn_ties(chart: position.Chart) -> int:
        return sum(len(artist.get_segments()) for artist in chart.moving if hasattr(artist, "get_segments"))

    lost = int((data.advice_ties == 10).any(axis=1).sum())
    assert lost == 12
    assert drawn_ties(built()) - drawn_ties(built(leaves=10, starts_after=11)) == lost


def test_people_do_not_stand_on_each_other() -> None:
    _, data, words = drawn(START)
    for size in get_args(SizeName):
        chart = position.Chart(data, words, Look("light", size))
        network = chart._networks[0]
        apart = np.linalg.norm(network._places[:, None] - network._places[None], axis=2)
        across = max(np.ptp(shape.vertices[:, 0]) for shape in network._shapes)
        assert apart[np.triu_indices(21, 1)].min() > across, size


def test_a_prediction_is_drawn_and_taken_away() -> None:
    chart = built()
    before = words_of(chart)
    for guess in (0, 13, 20):
        chart.mark(guess)
        assert set(words_of(chart)) - set(before) == {f"your prediction: {guess}"}
        assert problems(chart.figure) == []
    chart.mark(None)
    assert words_of(chart) == before


def test_the_table_names_every_person_once() -> None:
    _, data, words = drawn(START)
    header, *body = position.rows(data, words.labels)
    names = [row[0] for row in body]
    assert len(names) == len(set(names)) == 21
    assert (names[0], names[1], names[5], names[20]) == (
        "the person in charge", "team 1, lead", "team 1, member 1", "team 4, member 4",
    )  # fmt: skip
    assert body[0][1] == body[10][2] == "100"
    assert len(header) == 4


def test_the_list_of_levers_names_people_as_the_table_does() -> None:
    from lessons.course import library

    _, data, words = drawn(START)
    names = [row[0] for row in position.rows(data, words.labels)[1:]]
    listed = library.lesson("position").explore.levers["starts"].values
    assert [listed[str(n)] for n in range(21)] == names
    assert names[data.colleague] == "team 2, the colleague"
