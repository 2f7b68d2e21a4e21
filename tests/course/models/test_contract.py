"""What every model keeps to, whatever its lesson: ranges, shapes of answers, seeds, speed."""

import importlib
import math
import statistics
import time
from dataclasses import is_dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import lessons.course
from lessons.course.lever import levers_of

SLUGS = sorted(path.parent.name for path in Path(lessons.course.__file__).parent.glob("*/model.py"))
FEW = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])

every_model = pytest.mark.parametrize("slug", SLUGS)


def model_of(slug: str) -> ModuleType:
    return importlib.import_module(f"lessons.course.{slug}.model")


def any_levers(model: ModuleType, data: st.DataObject) -> Any:
    """Levers anywhere in their ranges, on their steps, as `settle` leaves them."""
    values = {}
    for one in levers_of(model.Levers):
        step = data.draw(st.integers(0, round((one.high - one.low) / one.step)), label=one.name)
        value = one.low + step * one.step
        values[one.name] = int(value) if isinstance(one.default, int) else round(value, 9)
    moved = data.draw(st.sampled_from(sorted(values)), label="moved")
    return model.settle(model.Levers(**values), moved)[0]


def same(one: Any, other: Any) -> bool:
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, np.ndarray) and one.dtype.kind == "f":
        return np.array_equal(one, other, equal_nan=True)
    return bool(np.all(one == other))


@every_model
def test_every_lever_starts_inside_its_range_and_says_where_it_comes_from(slug):
    for one in levers_of(model_of(slug).Levers):
        assert one.low <= one.default <= one.high
        assert one.step > 0
        assert one.source
        steps = (one.default - one.low) / one.step
        assert steps == pytest.approx(round(steps), abs=1e-9), f"{one.name} does not start on a step"


@every_model
def test_the_start_is_settled(slug):
    model = model_of(slug)
    for one in levers_of(model.Levers):
        assert model.settle(model.Levers(), one.name) == (model.Levers(), "")


@every_model
@FEW
@given(data=st.data())
def test_settling_stays_in_the_ranges_and_settles_once(slug, data):
    model = model_of(slug)
    settled = any_levers(model, data)
    for one in levers_of(settled):
        assert one.low <= getattr(settled, one.name) <= one.high
        assert model.settle(settled, one.name) == (settled, "")


@every_model
@FEW
@given(data=st.data())
def test_whatever_the_levers_say_there_is_a_finite_answer(slug, data):
    model = model_of(slug)
    outcome = model.run(any_levers(model, data))
    key, named = model.finding(outcome)
    assert key and key.isidentifier()
    every = {**model.numbers(outcome), **named, **model.causes(outcome), **model.ways(outcome.levers)}
    assert all(math.isfinite(value) for value in every.values())
    assert model.causes(outcome)


@every_model
@FEW
@given(data=st.data())
def test_the_same_levers_lead_to_the_same_picture_with_the_same_fields(slug, data):
    model = model_of(slug)
    levers = any_levers(model, data)
    drawn = model.picture(model.run(levers))
    assert same(drawn, model.picture(model.run(replace(levers))))
    assert drawn.keys() == model.picture(model.run(model.Levers())).keys()


@every_model
def test_outcomes_are_frozen_and_the_revealed_numbers_are_finite(slug):
    model = model_of(slug)
    outcome = model.run(model.Levers())
    assert is_dataclass(outcome)
    assert outcome.__dataclass_params__.frozen
    assert outcome.levers == model.Levers()
    assert math.isfinite(model.reveal())
    assert all(math.isfinite(value) for value in model.answers().values())


@every_model
def test_one_evaluation_is_quick_enough_to_follow_a_slider(slug):
    model = model_of(slug)
    levers, times = model.Levers(), []
    for _ in range(9):
        start = time.perf_counter()
        outcome = model.run(levers)
        model.picture(outcome), model.finding(outcome), model.numbers(outcome)
        times.append(time.perf_counter() - start)
    assert statistics.median(times) < 0.030  # the aim is 10 ms; a busy machine may take three times that
