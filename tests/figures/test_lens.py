"""The lens holds no card, one, a lesson's five and the core's 24, in every look."""

from __future__ import annotations

from typing import Any, get_args

import pytest

from figures import lens
from figures.check import problems
from figures.contract import Look, Role, SizeName, Theme, Words
from lessons.course import library

LABELS = {
    "managing": "Managing", "both": "Both", "leading": "Leading", "neither": "Neither", "not_named": "Not named",
    "yours": "you",
}  # fmt: skip
WORDS = Words(
    "You and the article agree on 12 of the 21 cards that it names",
    "Each card where the article puts it; your own place stands beside it",
    source="The article, by sentence. The middle is empty where it names nothing as shared.",
    labels=LABELS,
)
ROLES = get_args(Role)


def cards(count: int, research: bool = False, mine: int | None = None) -> lens.Data:
    """The first cards, or the core: where the article or research puts them; mine shifts the learner's places."""
    found = [card for card in library.cards().values() if card.core or count < 24][:count]
    places = [card.research if research else card.article for card in found]
    own = [None if mine is None else ROLES[(n + mine) % 4] for n in range(len(found))]
    fields = zip((card.text for card in found), places, (card.sentences for card in found), own, strict=True)
    return lens.Data(tuple(fields))


@pytest.mark.parametrize("theme", get_args(Theme))
@pytest.mark.parametrize("size", get_args(SizeName))
@pytest.mark.parametrize("mine", [None, 0])
@pytest.mark.parametrize("research", [False, True], ids=["article", "research"])
@pytest.mark.parametrize("count", [0, 1, 5, 24])
def test_each_number_of_cards_can_be_read(
    count: int, research: bool, mine: int | None, size: SizeName, theme: Theme
) -> None:
    chart = lens.Chart(cards(count, research, mine), WORDS, Look(theme, size))
    assert problems(chart.figure) == []


@pytest.mark.parametrize("size", get_args(SizeName))
def test_another_sort_of_the_same_cards_needs_no_other_layout(size: SizeName) -> None:
    chart = lens.Chart(cards(24, mine=0), WORDS, Look(size=size))
    for shift in (1, 2, 3):
        assert lens.shape(cards(24, mine=shift)) == lens.shape(cards(24, mine=0))
        chart.update(cards(24, mine=shift), WORDS)
        assert problems(chart.figure) == []


def test_every_card_is_there_with_its_sentences_and_the_learners_place() -> None:
    chart = lens.Chart(cards(5, mine=0), WORDS, Look())
    said = {text.get_text().replace("\n", " ") for text in chart.figure.artists if hasattr(text, "get_text")}
    assert {card[0] for card in cards(5).cards} <= said
    assert "P1.S1 · you: ■ Managing" in said
    assert {"■ Managing · 3", "◆ Both · 0", "● Leading · 2"} <= said


def test_the_table_has_a_column_for_each_region() -> None:
    header, *body = lens.rows(cards(24), LABELS)
    assert header == ("Managing", "Both", "Leading", "Neither", "Not named")
    listed: list[Any] = [cell for row in body for cell in row if cell]
    assert len(listed) == 24
    assert lens.rows(cards(0), LABELS) == [header]


def test_a_class_lies_where_most_put_each_card_with_how_many() -> None:
    counts: list[tuple[str, Any]] = [
        ("Most say both", {"managing": 5, "both": 12, "leading": 3, "neither": 0}),
        ("A tie", {"managing": 6, "leading": 6}),
        ("Nobody placed it", {}),
    ]
    data = lens.Data.of_class(counts)
    assert data.of("both") == [lens.Card("Most say both", "both", (), None, (12, 20))]
    assert [card.text for card in data.of(None)] == ["A tie", "Nobody placed it"]
    assert "Most say both (12/20)" in lens.rows(data, LABELS)[1]
    chart = lens.Chart(data, WORDS, Look())
    assert "12/20" in {text.get_text() for text in chart.figure.artists if hasattr(text, "get_text")}


@pytest.mark.parametrize("theme", get_args(Theme))
@pytest.mark.parametrize("size", get_args(SizeName))
def test_a_class_of_24_cards_can_be_read(size: SizeName, theme: Theme) -> None:
    counts = [(card.text, dict(zip(ROLES, (n % 7, 3, n % 5, 2), strict=True))) for n, card in enumerate(core())]
    chart = lens.Chart(lens.Data.of_class(counts), WORDS, Look(theme, size))
    assert problems(chart.figure) == []


def core() -> list[Any]:
    return [card for card in library.cards().values() if card.core]
