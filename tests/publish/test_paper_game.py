"""The game on paper and the five cards: two sides each, every rule and fact on them, numbers filled in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lessons.course import library, prose
from lessons.course.two_hats import facts
from lessons.course.two_hats import paper as game
from lessons.publish.paper_game import CARD_PAGES, GAME_PAGES, paper_game_data, paper_game_pdf, role_cards_pdf
from lessons.publish.press import Paper
from lessons.publish.proof import SheetError
from tests.publish.pdf import assert_accessible, assert_named, pages, structure, text_outside

Read = Callable[..., str]
Squeeze = Callable[[str], str]
GAME = library.paper_game()


@pytest.fixture(scope="module")
def rules(paper: Paper) -> bytes:
    return paper_game_pdf(GAME, paper)


@pytest.fixture(scope="module")
def cards(paper: Paper) -> bytes:
    return role_cards_pdf(GAME, paper)


def test_both_can_be_read_aloud_and_nothing_lies_over_the_edge(rules: bytes, cards: bytes, tmp_path: Path) -> None:
    for pdf, title, sides in ((rules, GAME.title, GAME_PAGES), (cards, GAME.team.title, CARD_PAGES)):
        assert pages(pdf) == sides
        assert text_outside(pdf) == []
        assert_accessible(pdf, tmp_path)
        assert_named(pdf, title)
        assert "/Table" in structure(pdf)


def test_the_same_input_gives_the_same_bytes(rules: bytes, cards: bytes, paper: Paper) -> None:
    assert paper_game_pdf(GAME, paper) == rules
    assert role_cards_pdf(GAME, paper) == cards


def test_every_rule_and_step_is_printed(rules: bytes, read: Read, squeeze: Squeeze) -> None:
    text = read(rules)
    numbers = game.numbers()
    for words in (*GAME.rules.start, *GAME.rules.month, *GAME.rules.end, *GAME.example.steps):
        assert squeeze(prose.plain(words, numbers)) in text, words
    for name in (*GAME.scores.hours.values(), *GAME.scores.tracks.values(), *GAME.scores.columns.values()):
        assert squeeze(name) in text


def test_every_fact_and_way_of_playing_is_printed(cards: bytes, read: Read, squeeze: Squeeze) -> None:
    text = read(cards)
    for card in GAME.team.card:
        for words in (card.title, card.sees, *card.facts):
            assert squeeze(prose.plain(words, facts.numbers())) in text, words
    for players, how in GAME.team.how:
        assert squeeze(players) in text
        assert squeeze(how) in text
    for way in game.WAYS:
        assert squeeze(f"{game.ends(way)['delivery']:.0f}") in text


def test_the_score_sheet_begins_where_the_rules_do() -> None:
    scores = paper_game_data(GAME)["scores"]
    assert len(scores["start"]) == len(scores["header"])
    assert [row[0] for row in scores["months"]] == [str(month) for month in range(1, game.MONTHS + 1)]
    filled = dict(zip(scores["header"], scores["start"], strict=True))
    assert filled["Budget"] == str(game.PaperHouse().budget)
    example = dict(zip(scores["header"], paper_game_data(GAME)["example"]["row"], strict=True))
    assert (example["Plan"], example["Delivery"], example["Budget"]) == ("3", "4", "10")


def test_a_game_that_grew_too_long_is_refused_in_one_sentence() -> None:
    long = GAME.rules.model_copy(update={"end": ("word " * 2000,)})
    with pytest.raises(SheetError, match="instead of 2"):
        paper_game_pdf(GAME.model_copy(update={"rules": long}), "a4")
