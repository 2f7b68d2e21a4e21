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

from figures import baseline, lenses, occupations, shared_by, shift
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


def side_by_side(placed: int, *sources: str, turn: int = 1, role: str = "") -> lenses.Data:
    """The core cards for these sources; a learner has placed the first of them, all in one role if it is given."""
    cards = [card for card in library.cards().values() if card.core]
    rows = []
    for n, card in enumerate(cards):
        own = n < placed
        places = {
            "article": card.article,
            "research": card.research,
            "then": ROLES[n % 4] if own else None,
            "now": (role or ROLES[(n + turn) % 4]) if own else None,
        }
        rows.append((card.text, tuple(places[source] for source in sources), own and bool(turn)))
    return lenses.Data(sources, rows)  # type: ignore[arg-type]


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
    "lenses-0": (lenses, lambda: side_by_side(0, "article", "research")),
    "lenses-1": (lenses, lambda: side_by_side(1, *SOURCES)),
    "lenses-24-first-missing": (lenses, lambda: side_by_side(24, "article", "research", "now")),
    "lenses-24": (lenses, lambda: side_by_side(24, *SOURCES)),
    "lenses-24-all-both": (lenses, lambda: side_by_side(24, *SOURCES, role="both")),
    "lenses-24-all-neither": (lenses, lambda: side_by_side(24, *SOURCES, role="neither")),
    "lenses-24-a-class": (lenses, lambda: lenses.Data(("now",), [(text, ("both",), False) for text in CARDS[:24]])),
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


@pytest.mark.parametrize("module", [shift, lenses, shared_by, occupations, baseline])
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


def test_each_card_lies_once_in_each_lens() -> None:
    data = side_by_side(24, *SOURCES)
    for source in range(4):
        found = [number for role in (*ROLES, None) for number in data.of(source, role)]
        assert sorted(found) == list(range(1, 25))
    chart = lenses.Chart(data, words(lenses), Look())
    said = [text.get_text() for text in chart.figure.artists if hasattr(text, "get_text")]
    assert all(said.count(str(number)) == 4 for number in range(1, 25))
    for count in (f"■ {len(data.of(0, 'managing'))}", "◆ 0", f"◆ {len(data.of(1, 'both'))}"):
        assert count in said


def test_what_moved_stands_out_in_the_last_lens_only() -> None:
    def thick(data: lenses.Data) -> int:
        chart = lenses.Chart(data, words(lenses), Look())
        (axes,) = chart.figure.axes
        widths = [patch.get_linewidth() for patch in axes.patches if patch.get_zorder() == 4]
        assert len(widths) == 24 * len(data.sources)
        return sum(width > min(widths) for width in widths)

    assert thick(side_by_side(24, *SOURCES)) == 24 and thick(side_by_side(5, *SOURCES)) == 5
    assert thick(side_by_side(24, *SOURCES, turn=0)) == 0


def test_on_paper_the_cards_stand_under_the_lenses() -> None:
    def said(look: Look) -> str:
        figure = lenses.Chart(side_by_side(24, *SOURCES), words(lenses), look).figure
        return " ".join(text.get_text().replace("\n", " ") for text in figure.artists if hasattr(text, "get_text"))

    cards = [card.text for card in library.cards().values() if card.core]
    assert all(card in said(Look(size="print")) for card in cards)
    assert not any(card in said(Look()) for card in cards)


def test_the_table_of_the_lenses_has_a_row_a_card_with_every_place() -> None:
    header, *body = lenses.rows(side_by_side(24, *SOURCES), words(lenses).labels)
    assert header == ("number", "card", *SOURCES) and len(body) == 24
    assert body[0][0] == "1" and {cell for row in body for cell in row[2:]} == {*ROLES, "no place"}


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
