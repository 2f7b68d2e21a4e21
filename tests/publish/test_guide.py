"""The guide: its plans add up, and it can be read aloud."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from pydantic import ValidationError

from lessons.course import library, prose
from lessons.publish.guide import SIZE, Part, guide, guide_data, guide_pdf, sourced
from lessons.publish.press import PAPERS, Paper, press
from tests.publish.pdf import assert_accessible, assert_named, structure, text_outside

Read = Callable[..., str]
Squeeze = Callable[[str], str]
WRITTEN = [part for section in guide().section for part in section.part]
PARTS = [one for part in WRITTEN for one in (sourced(part.source) if part.source else (part,))]
PLANS = [part for part in PARTS if part.total]


def test_there_is_a_plan_for_each_length() -> None:
    assert [plan.total for plan in PLANS] == [50, 90, 180, 20]


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
    cards = library.cards().values()
    assert (len(cards), sum(card.research == "both" for card in cards)) == (54, 31)
    assert "of all 54 cards it puts 31 in both" in said
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
            for piece in prose.plain(words).split("____"):  # a line to write on is a drawing
                assert squeeze(piece) in text, words
    assert guide_pdf(paper) == pdf


def test_the_parts_of_the_guide_are_all_there() -> None:
    """Eight parts: plans, the sort, the debrief, hands, privacy, a case of one's own, marks, care."""
    assert {part.source for part in WRITTEN} == {"", "debrief", "notice", "before_use", "reflection"}
    keys = {part.key for part in WRITTEN if part.key}
    assert keys >= {"theme", "themes", "workshop", "sessions", "groups", "late", "between", "hands", "hands_say"}


def test_what_is_to_be_filled_in_stays_in_brackets(paper: Paper, read: Read, squeeze: Squeeze) -> None:
    text = read(guide_pdf(paper))
    for field in library.notice().fields.values():
        assert squeeze(f"[{field}]") in text


def test_a_form_begins_a_page_and_takes_no_more_than_one() -> None:
    """Each is printed alone, with room to write."""
    data, forms = guide_data(guide()), 0
    for section in data["sections"]:
        if any(part["form"] for part in section["parts"]):
            forms += 1
            assert section["page"]
            alone = {**data, "sections": [section]}
            for paper in PAPERS:
                assert press("guide.typ", alone, paper, SIZE).pages == 1 + 1  # after the first page
    assert forms == 2


def test_only_a_form_has_empty_cells() -> None:
    with pytest.raises(ValidationError):
        Part(header=("a", "b"), rows=(("one", ""),))
    assert Part(header=("a", "b"), rows=(("one", ""),), form=9).form == 9


def test_a_part_that_is_two_things_is_refused() -> None:
    with pytest.raises(ValidationError):
        Part(text="one", say="two")
    with pytest.raises(ValidationError):
        Part(header=("a", "b"), rows=(("one",),))
