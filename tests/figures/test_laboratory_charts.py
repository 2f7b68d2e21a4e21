"""The charts of the overlap laboratory: each can be read in every look, with nothing, one thing and all of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import ModuleType
from typing import Any, get_args

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures import baseline, occupations, shared_by, shift
from figures.check import problems
from figures.contract import Look, Role, SizeName, Theme, Words
from lessons.course import library

ROLES = get_args(Role)
RANDOM = np.random.default_rng(1)
CARDS = [card.text for card in library.cards().values()]
DIFFERENCES = [one.name for one in library.differences().values()]
LONG = (
    "First-Line Supervisors of Transportation and Material Moving Workers, Except Aircraft Cargo Handling Supervisors"
)
SOURCES = ("article", "research", "then", "now")


def moves(count: int, turn: int = 1) -> shift.Data:
    return shift.Data([(text, ROLES[n % 4], ROLES[(n + turn) % 4]) for n, text in enumerate(CARDS[:count])])


def matrix(*sources: str, add: int = 0) -> shared_by.Data:
    rows = [(name, [((n + k + add) % 4, 3) for k, _ in enumerate(sources)]) for n, name in enumerate(DIFFERENCES)]
    return shared_by.Data(sources, rows)


def cloud(named: int, title: str = LONG, near: float = 0.0) -> occupations.Data:
    points = 2.5 + RANDOM.normal(0, 0.5, (2, 300)).clip(-1.5, 2.5)
    chosen = [(f"{title} {n}", 3 + near * n, 3.2) for n in range(named)]
    return occupations.Data(points[0], points[1], np.arange(300) < 20, chosen)


def chance(low: float, high: float, ours: float = float("nan"), one: float = float("nan")) -> baseline.Data:
    return baseline.Data(np.random.default_rng(0).uniform(low, high, 500), ours, one)


SCENES: dict[str, tuple[ModuleType, Callable[[], Any]]] = {
    "shift-0": (shift, lambda: moves(0)),
    "shift-1": (shift, lambda: moves(1)),
    "shift-24": (shift, lambda: moves(24)),
    "shared_by-two": (shared_by, lambda: matrix("article", "research")),
    "shared_by-four": (shared_by, lambda: matrix(*SOURCES)),
    "occupations-0": (occupations, lambda: cloud(0)),
    "occupations-1": (occupations, lambda: cloud(1)),
    "occupations-6": (occupations, lambda: cloud(6, near=0.3)),
    "occupations-6-in-one-place": (occupations, lambda: cloud(6, "Clergy")),
    "baseline-alone": (baseline, lambda: chance(0.2, 0.9)),
    "baseline-all": (baseline, lambda: chance(0.2, 0.9, 0.66, 0.7)),
    "baseline-wide": (baseline, lambda: chance(-0.9, 0.9, -0.85, 0.99)),
    "baseline-low": (baseline, lambda: chance(0.0, 0.3, 0.01, 0.02)),
}


def words(module: ModuleType) -> Words:
    labels = {key: key.replace("_", " ") for key in module.LABELS}
    return Words("A title that says what was found", "What is drawn", "What to do with it", "The source", labels)


@pytest.mark.parametrize("mono", [False, True], ids=["colour", "mono"])
@pytest.mark.parametrize("theme", get_args(Theme))
@pytest.mark.parametrize("size", get_args(SizeName))
@pytest.mark.parametrize("scene", SCENES)
def test_it_can_be_read(scene: str, size: SizeName, theme: Theme, mono: bool) -> None:
    module, data = SCENES[scene]
    assert problems(module.Chart(data(), words(module), Look(theme, size, mono)).figure) == []


@pytest.mark.parametrize("scene", SCENES)
def test_the_table_has_a_header_and_rows_of_its_length(scene: str) -> None:
    module, data = SCENES[scene]
    header, *body = module.rows(data(), words(module).labels)
    assert {len(row) for row in body} <= {len(header)}


@pytest.mark.parametrize("module", [shift, shared_by, occupations, baseline])
def test_each_label_is_needed_and_a_missing_one_is_named(module: ModuleType) -> None:
    data = next(make for other, make in SCENES.values() if other is module)
    for key in module.LABELS:
        fewer = replace(words(module), labels={name: name for name in module.LABELS if name != key})
        with pytest.raises(KeyError, match=key):
            module.Chart(data(), fewer, Look())


CHANGES = {
    "shift": (shift, moves(6), moves(6, turn=2)),
    "shared_by": (shared_by, matrix(*SOURCES), matrix(*SOURCES, add=1)),
    "occupations": (occupations, cloud(3), cloud(3, near=0.4)),
    "baseline": (baseline, chance(0.2, 0.9, 0.66), chance(0.22, 0.92, 0.7, 0.5)),
}


@pytest.mark.parametrize("name", CHANGES)
def test_changing_a_chart_gives_the_same_picture_as_building_it(name: str) -> None:
    module, first, second = CHANGES[name]
    if module.shape(first) != module.shape(second):
        pytest.fail("the two need one layout, or nothing is tested")
    changed = module.Chart(first, words(module), Look())
    changed.update(second, words(module))
    fresh = module.Chart(second, words(module), Look())
    assert pixels(changed) == pixels(fresh)


def pixels(chart: Any) -> bytes:
    chart.figure.canvas.draw()
    return bytes(chart.figure.canvas.buffer_rgba())


@given(st.integers(0, 20), st.integers(0, 20))
def test_a_difference_is_shared_from_half_of_its_cards_on(both: int, others: int) -> None:
    count = shared_by.Count(both, both + others)
    assert count.shared == (both >= others and both + others > 0)


def test_bars_add_up_to_all_random_pairs_wherever_the_scale_begins() -> None:
    for data in (chance(0.2, 0.9), chance(-0.9, 0.9), chance(0.2, 0.9, ours=-0.3)):
        assert data.counts.sum() == pytest.approx(100)
    assert (chance(0.2, 0.9).low, chance(-0.9, 0.9).low, chance(0.2, 0.9, ours=-0.3).low) == (0.0, -1.0, -1.0)


def test_more_than_six_jobs_are_refused_in_a_line() -> None:
    with pytest.raises(ValueError, match="at most 6 jobs, found 7"):
        cloud(7)
