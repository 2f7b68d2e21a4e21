"""The charts of a class: each can be read in every look, from five people to two hundred."""

from __future__ import annotations

from types import ModuleType
from typing import Any, get_args

import numpy as np
import pytest
from matplotlib.lines import Line2D

from figures import class_arrows, class_bars, class_cards, class_guesses, class_moves, class_years
from figures.check import problems
from figures.contract import Look, SizeName, Theme, Words
from lessons.course import library

RANDOM = np.random.default_rng(1)
CARDS = [card.text for card in library.cards().values() if card.core]
LONGEST = sorted(CARDS, key=len)[-3:]
OPTIONS = [option.text for lesson in library.lessons() for option in lesson.case.decisions[0].options]
BOXES = ("managing", "both", "leading", "neither")


def cell(people: int, of: int) -> class_bars.Cell:
    return class_bars.Cell(people, of, f"{people} · {100 * people / of:.0f} %" if of >= 10 else str(people))


def options(of: int) -> class_bars.Data:
    rows = [class_bars.Row(text, [cell(n, of)], "gains: results · pays: people, future · 11 of your hours")
            for text, n in zip(sorted(OPTIONS, key=len)[-3:], (of, 0, of // 2), strict=True)]  # fmt: skip
    return class_bars.Data([""], rows)


def paths() -> class_bars.Data:
    rows = [class_bars.Row(text, [cell(200, 200), cell(5, 9), None]) for text in sorted(OPTIONS, key=len)[-3:]]
    return class_bars.Data(["after A (200)", "after B (9)", "after C"], rows)


def three_cards() -> class_bars.Data:
    return class_bars.Data(LONGEST, [class_bars.Row(box.title(), [cell(200, 200)] * 3, role=box) for box in BOXES])


def promises() -> class_bars.Data:
    odds = {"guess (1 in 3)": 1 / 3, "fairly sure (2 in 3)": 2 / 3, "nearly certain (9 in 10)": 0.9}
    cells = (class_bars.Cell(4, 12, "4 of 12"), class_bars.Cell(0, 6, "0 of 6"), None)
    rows = [class_bars.Row(word, [one], promise=share) for (word, share), one in zip(odds.items(), cells, strict=True)]
    return class_bars.Data([""], rows)


def guesses(count: int, spread: float, answer: float | None, instead: int = 0, high: float = 100) -> class_guesses.Data:
    values = np.clip(RANDOM.normal(high / 2, spread * high, count), 0, high).round()
    low, top = np.percentile(values, [25, 75])
    shown = "Nobody can say before the year is over" if answer is None else f"{answer:g} hours a week"
    return class_guesses.Data(
        tuple(values.tolist()), 0, high, 1, answer, shown, "true in this model", (low, top), instead
    )


def cards(people: int, first: int = 0) -> class_cards.Data:
    counts = [RANDOM.multinomial(people, share).tolist() for share in RANDOM.dirichlet([0.6] * 4, 12)]
    rows = [class_cards.Card(text, count, f"{max(count)} of {people}", 10 * max(count) >= 7 * people)
            for text, count in zip(CARDS[first:], counts, strict=False)]  # fmt: skip
    return class_cards.Data([*rows[:-1], class_cards.Card(rows[-1].text, None, "under 5")], people)


def moves(people: int) -> class_moves.Data:
    flows = {(one, two): int(RANDOM.integers(0, people)) + people * (one == two) for one in BOXES for two in BOXES}
    return class_moves.Data(flows)


def years(houses: int, months: int = 10) -> class_years.Data:
    readings = RANDOM.uniform(0, 100, (4, houses, months))
    return class_years.Data(RANDOM.uniform(0, 40, (houses, months)), readings)


def arrows(count: int) -> class_arrows.Data:
    before = RANDOM.uniform(0, 100, (count, 2))
    return class_arrows.Data(before, np.clip(before + RANDOM.normal(0, 12, (count, 2)), 0, 100))


SCENES: dict[str, tuple[ModuleType, Any]] = {
    "options-5": (class_bars, options(5)),
    "options-200": (class_bars, options(200)),
    "paths": (class_bars, paths()),
    "three-cards": (class_bars, three_cards()),
    "promises": (class_bars, promises()),
    "guesses-5": (class_guesses, guesses(5, 0.2, 50)),
    "guesses-200-in-one-place": (class_guesses, guesses(200, 0.0, 0, high=8)),
    "guesses-200-wide": (class_guesses, guesses(200, 0.3, 100, instead=40)),
    "guesses-without-a-number": (class_guesses, guesses(30, 0.2, None, instead=30)),
    "cards-5": (class_cards, cards(5)),
    "cards-30": (class_cards, cards(30, 12)),
    "cards-200": (class_cards, cards(200)),
    "moves-5": (class_moves, moves(5)),
    "moves-200": (class_moves, moves(200)),
    "moves-none": (class_moves, class_moves.Data({(box, box): 30 for box in BOXES})),
    "moves-one-way": (class_moves, class_moves.Data({("managing", "both"): 99, ("leading", "leading"): 1})),
    "years-5": (class_years, years(5, 3)),
    "years-200": (class_years, years(200)),
    "arrows-5": (class_arrows, arrows(5)),
    "arrows-200": (class_arrows, arrows(200)),
}


def words(module: ModuleType, title: str = "A title that says what was found in this class") -> Words:
    labels = {key: key.replace("_", " ") for key in module.LABELS}
    return Words(title, "What is drawn", "", "200 people. Counted by hand.", labels)


@pytest.mark.parametrize(("theme", "mono"), [("light", False), ("light", True), ("dark", False)])
@pytest.mark.parametrize("size", get_args(SizeName))
@pytest.mark.parametrize("scene", SCENES)
def test_it_can_be_read(scene: str, size: SizeName, theme: Theme, mono: bool) -> None:
    module, data = SCENES[scene]
    assert problems(module.Chart(data, words(module), Look(theme, size, mono)).figure) == []


@pytest.mark.parametrize("scene", SCENES)
def test_the_table_has_a_header_and_rows_of_its_length(scene: str) -> None:
    module, data = SCENES[scene]
    header, *body = module.rows(data, words(module).labels)
    assert body and {len(row) for row in body} == {len(header)}


@pytest.mark.parametrize("scene", SCENES)
def test_a_projector_shows_it_on_one_screen(scene: str) -> None:
    module, data = SCENES[scene]
    width, height = module.Chart(data, words(module), Look("light", "projector")).figure.get_size_inches()
    assert height <= 0.8 * width  # beside what is asked, on a screen of 16:9


@pytest.mark.parametrize("scene", SCENES)
def test_other_words_need_no_new_chart_and_other_data_do(scene: str) -> None:
    module, data = SCENES[scene]
    chart = module.Chart(data, words(module), Look())
    chart.update(data, words(module, "Another title"))
    fresh = module.Chart(data, words(module, "Another title"), Look())
    assert pixels(chart) == pixels(fresh)
    others = [other for name, (same, other) in SCENES.items() if same is module and name != scene]
    assert all(module.shape(other) != module.shape(data) for other in others)


@pytest.mark.parametrize("module", {module.__name__: module for module, _ in SCENES.values()}.values())
def test_each_label_is_needed_and_a_missing_one_is_named(module: ModuleType) -> None:
    data = next(data for other, data in SCENES.values() if other is module)
    for key in module.LABELS:
        fewer = Words("A title", labels={name: name for name in module.LABELS if name != key})
        with pytest.raises(KeyError, match=key):
            module.Chart(data, fewer, Look())


def pixels(chart: Any) -> bytes:
    chart.figure.canvas.draw()
    return bytes(chart.figure.canvas.buffer_rgba())


def marks(chart: Any) -> int:
    """Dots that are drawn, whatever their shape."""
    lines = [one for one in chart.figure.artists if isinstance(one, Line2D) and one.get_linestyle() == "None"]
    return sum(len(line.get_xydata()) for line in lines)


@pytest.mark.parametrize("scene", ["guesses-5", "guesses-200-in-one-place", "guesses-200-wide"])
def test_every_guess_is_a_dot(scene: str) -> None:
    _, data = SCENES[scene]
    assert marks(class_guesses.Chart(data, words(class_guesses), Look())) == len(data.values) + data.instead


def test_every_person_is_a_mark_up_to_forty() -> None:
    _, data = SCENES["cards-30"]
    placed = sum(sum(card.counts) for card in data.cards if card.counts)
    assert marks(class_cards.Chart(data, words(class_cards), Look())) == placed
