"""The privacy notice: one page, brackets where something is missing, and what was typed is data."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lessons.course import library
from lessons.publish.notice import empty_fields, notice_paragraphs, notice_pdf
from lessons.publish.own_words import on_paper
from lessons.publish.press import Paper
from lessons.publish.proof import SheetError
from tests.publish.pdf import assert_accessible, assert_named, text_outside
from tests.publish.test_own_words import HOSTILE

Read = Callable[..., str]
Squeeze = Callable[[str], str]
FILLED = {field: f"my {field}" for field in library.notice().fields}


def test_empty_brackets_stay(paper: Paper, tmp_path: Path, read: Read, squeeze: Squeeze) -> None:
    pdf = notice_pdf({}, paper)
    assert_accessible(pdf, tmp_path)
    assert_named(pdf, library.notice().title)
    for field in library.notice().fields.values():
        assert squeeze(f"[{field}]") in read(pdf)
    assert empty_fields({}) == tuple(library.notice().fields)


def test_what_was_filled_in_stands_in_place(paper: Paper, read: Read, squeeze: Squeeze) -> None:
    text = read(notice_pdf(FILLED, paper))
    assert "[" not in text
    for words in FILLED.values():
        assert squeeze(words) in text
    assert empty_fields({**FILLED, "until": "  "}) == ("until",)


@pytest.mark.parametrize("typed", [text for text in HOSTILE if len(text) < 1000])
def test_what_was_typed_is_data(typed: str, read: Read, squeeze: Squeeze, tmp_path: Path) -> None:
    pdf = notice_pdf({**FILLED, "school": typed}, "a4")
    assert_accessible(pdf, tmp_path)
    assert text_outside(pdf) == []
    shown = "".join("".join(pieces) for pieces in on_paper(" ".join(typed.split())))
    assert squeeze(shown) in read(pdf)


def test_a_novel_is_refused_in_one_sentence() -> None:
    with pytest.raises(SheetError, match="must be one"):
        notice_pdf({"school": "word " * 4000}, "a4")


def test_a_brace_that_was_typed_asks_for_nothing() -> None:
    assert "{person}" in notice_paragraphs({"school": "{person}"})[0]
