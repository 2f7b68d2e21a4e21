"""The guide: its plans add up, and it can be read aloud."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import ValidationError

from lessons.course import library, prose
from lessons.publish.guide import Part, guide, guide_pdf
from lessons.publish.press import Paper
from tests.publish.pdf import assert_accessible, assert_named, structure, text_outside

Read = Callable[..., str]
Squeeze = Callable[[str], str]
PARTS = [part for section in guide().section for part in section.part]
PLANS = [part for part in PARTS if part.total]


def test_there_is_a_plan_for_each_length() -> None:
    assert [plan.total for plan in PLANS] == [50, 90, 180]


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.total)
def test_minutes_follow_each_other_and_add_up(plan: Part) -> None:
    spans = [tuple(map(int, row[0].split("–"))) for row in plan.rows]
    assert spans[0][0] == 0
    assert spans[-1][1] == plan.total
    for (start, end), (following, _) in zip(spans, [*spans[1:], (plan.total, 0)], strict=True):
        assert start < end == following


def test_the_five_sessions_are_90_minutes_each() -> None:
    (sessions,) = (part for part in PARTS if part.header and part.header[0] == "Session")
    assert len(sessions.rows) == 5
    for row in sessions.rows:
        assert sum(map(int, re.findall(r"\((\d+)\)", row[2]))) == 90, row[0]


def test_what_it_says_of_the_cards_is_counted() -> None:
    core = [card for card in library.cards().values() if card.core]
    both, neither = (sum(card.research == role for card in core) for role in ("both", "neither"))
    said = " ".join(part.say for part in PARTS)
    assert (len(core), both, neither) == (24, 7, 1)
    assert "puts 7 of these 24 cards in both and one in neither" in said


def test_groups_of_every_size_are_there() -> None:
    (groups,) = (part for part in PARTS if part.header and part.header[0] == "People")
    assert [row[0] for row in groups.rows] == ["1", "2", "3–5", "6–12", "More"]


def test_it_can_be_read_aloud_and_says_everything(paper: Paper, tmp_path: Path, read: Read, squeeze: Squeeze) -> None:
    pdf = guide_pdf(paper)
    assert text_outside(pdf) == []
    assert_accessible(pdf, tmp_path)
    assert_named(pdf, guide().title)
    assert structure(pdf).count("/H2") == len(guide().section)
    assert structure(pdf).count("/Table") == sum(bool(part.header) for part in PARTS)
    text = read(pdf)
    for part in PARTS:
        for words in (part.text, part.say, *part.list, *part.numbered, *(cell for row in part.rows for cell in row)):
            assert squeeze(prose.plain(words)) in text, words
    assert guide_pdf(paper) == pdf


def test_a_part_that_is_two_things_is_refused() -> None:
    with pytest.raises(ValidationError):
        Part(text="one", say="two")
    with pytest.raises(ValidationError):
        Part(header=("a", "b"), rows=(("one",),))
