"""A lever on the page: numbers to slide and type, or a list where every position has a name."""

from __future__ import annotations

from lessons.activities.levers import LeverControl
from lessons.course.lever import Lever
from lessons.course.schema import LeverWords

LEVER = Lever("who", 0, -1, 1, 1, "teaching assumption")
ALL = {"-1": "nobody", "0": "Ana", "1": "Bo"}


def made(values: dict[str, str]) -> tuple[LeverControl, list[tuple[str, float]]]:
    heard: list[tuple[str, float]] = []
    words = LeverWords(label="Who leaves", meaning="One person.", values=values)
    return LeverControl(LEVER, words, lambda name, value: heard.append((name, value))), heard


def test_positions_that_all_have_names_make_a_list() -> None:
    control, heard = made(ALL)
    (chosen,) = control.controls
    assert [name for name, _ in chosen.options] == ["nobody", "Ana", "Bo"]
    assert chosen.label == "Ana"
    chosen.label = "nobody"
    assert heard == [("who", -1)]


def test_one_position_without_a_name_keeps_the_numbers() -> None:
    control, heard = made({"-1": "nobody"})
    slider, number = control.controls
    slider.value = 1
    assert number.value == 1
    assert heard == [("who", 1)]


def test_setting_a_lever_tells_nobody() -> None:
    for values in (ALL, {}):
        control, heard = made(values)
        control.set(1)
        assert [part.value for part in control.controls] == [1] * len(control.controls)
        assert heard == []


def test_a_slider_that_answers_almost_the_same_moves_nothing() -> None:
    heard: list[tuple[str, float]] = []
    lever = Lever("vanish", 0.0, 0.0, 30.0, 1.0, "teaching assumption")
    control = LeverControl(lever, LeverWords(label="V", meaning="M"), lambda name, value: heard.append((name, value)))
    slider, number = control.controls
    control.set(5.0)
    slider.value = 5.000000000000001
    assert (number.value, heard) == (5.0, [])
    slider.value = 7.000000000000001
    assert (number.value, heard) == (7.0, [("vanish", 7.0)])


def test_a_number_between_two_steps_goes_to_the_nearer_one() -> None:
    heard: list[tuple[str, float]] = []
    lever = Lever("tangle", 0.04, 0.0, 0.15, 0.01, "teaching assumption")
    control = LeverControl(lever, LeverWords(label="T", meaning="M"), lambda name, value: heard.append((name, value)))
    _, number = control.controls
    number.value = 0.0733
    assert [part.value for part in control.controls] == [0.07, 0.07]
    assert heard == [("tangle", 0.07)]
