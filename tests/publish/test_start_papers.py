"""The map on one page, and the mat with its cards."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from lessons.course import library
from lessons.publish.press import Paper
from lessons.publish.proof import SheetError
from lessons.publish.start_papers import course_map, mat_data, sort_mat
from tests.publish.pdf import assert_accessible, assert_named, pages, structure, text_outside

Read = Callable[..., str]
Squeeze = Callable[[str], str]
START = library.start()


def test_the_map_is_one_page_with_thirteen_rows(paper: Paper, tmp_path: Path, read: Read, squeeze: Squeeze) -> None:
    pdf = course_map(START, paper)
    assert pages(pdf) == 1
    assert text_outside(pdf) == []
    assert_accessible(pdf, tmp_path)
    assert_named(pdf, START.map.title)
    assert structure(pdf).count("/TR") == 1 + 13
    text = read(pdf)
    for difference in library.differences().values():
        for words in (difference.name, difference.managing, difference.leading, *difference.sentences):
            assert squeeze(words) in text


def test_a_map_that_is_too_long_is_refused(paper: Paper) -> None:
    long = START.model_copy(update={"map": START.map.model_copy(update={"intro": START.map.intro * 60})})
    with pytest.raises(SheetError, match="it must be one"):
        course_map(long, paper)


def test_the_mat_has_four_boxes_and_the_core_cards(paper: Paper, tmp_path: Path, read: Read, squeeze: Squeeze) -> None:
    pdf = sort_mat(START, paper)
    assert pages(pdf) == 3
    assert text_outside(pdf) == []
    assert_accessible(pdf, tmp_path)
    assert_named(pdf, "Where would you put it?")
    assert structure(pdf).count("/H2") == 4 + 1
    text = read(pdf)
    core = [(key, card) for key, card in library.cards().items() if card.core]
    assert len(core) == 24
    for key, card in core:
        assert text.count(squeeze(card.text + key)) == 1


def test_cards_do_not_lie_by_hat() -> None:
    cards = library.cards()
    hats = [cards[card["id"]].article for card in mat_data(START)["cards"]]
    changes = sum(first != second for first, second in pairwise(hats))
    assert changes >= 10


def test_they_are_the_same_bytes_each_time(paper: Paper) -> None:
    assert sort_mat(START, paper) == sort_mat(START, paper)
    assert course_map(START, paper) == course_map(START, paper)
