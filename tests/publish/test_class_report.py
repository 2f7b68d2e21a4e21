"""The class report: one page on both papers, readable, the same twice, and nothing of a class that was too small."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from lessons.course import library
from lessons.publish.class_report import BOXES, class_report, class_reports, report_data
from lessons.publish.press import PAPERS, Paper
from lessons.publish.proof import SheetError
from tests.publish.pdf import assert_accessible, assert_named, pages

Read = Callable[[bytes], str]
Squeeze = Callable[[str], str]
THOUGHTS = list(library.debrief().thoughts.values())[:3]
CARDS = [card.text for card in library.cards().values() if card.core]


def report(people: int = 200) -> dict[str, Any]:
    """The fullest report there can be."""
    rows = [
        {"text": text, "counts": [people // 4] * 4, "agreed": n < 8, "split": n > 15} for n, text in enumerate(CARDS)
    ]
    longest = sorted(rows, key=lambda row: -len(row["text"]))[:3]
    return {
        "lesson": {"number": 15, "title": max((lesson.title for lesson in library.lessons()), key=len)},
        "date": "2026-11-20", "people": people, "by_hand": True,
        "cards": {"people": people, "agreed": 8, "split": 8, "alpha": 0.3216, "rows": rows},
        "moved": {"people": people, "a_person": 5.66, "to_both": 0.81, "finding": "both",
                  "flows": {f"{one}-{two}": 1234 for one in BOXES for two in BOXES}},
        "disagree": [{**row, "article": None, "research": "neither"} for row in longest],
        "hard": {"people": people, "rows": [(text, f"{people} · 100 %") for text in THOUGHTS]},
    }  # fmt: skip


@pytest.mark.parametrize("paper", PAPERS)
def test_the_fullest_report_is_one_page_that_a_screen_reader_can_read(
    paper: Paper, tmp_path: Path, read: Read, squeeze: Squeeze
) -> None:
    pdf = class_report(report(), paper)
    assert pages(pdf) == 1
    assert_accessible(pdf, tmp_path)
    assert_named(pdf, "Two Hats, 20.11.2026, 200 people")
    text = read(pdf)
    for words in ("Two Hats, 20.11.2026, 200 people", "0.32", "5.7 cards a person", "Leading comes first when", *CARDS):
        assert squeeze(words) in text


def test_it_is_the_same_twice() -> None:
    assert class_reports(report()) == class_reports(report())


def test_what_is_missing_is_left_out(read: Read, squeeze: Squeeze) -> None:
    empty = {**report(), "cards": None, "moved": None, "disagree": None, "hard": None}
    text = read(class_report(empty, "a4"))
    assert squeeze("What moved") not in text and squeeze("We still do not know") in text


def test_a_report_that_is_too_long_is_refused_in_a_sentence() -> None:
    long = report()
    long["cards"]["rows"] = long["cards"]["rows"] * 4
    with pytest.raises(SheetError, match="must be one"):
        class_report(long, "a4")


def test_alpha_that_is_not_defined_is_said_so() -> None:
    none = report()
    none["cards"]["alpha"] = None
    assert "not defined" in report_data(none)["cards"]["said"]


def test_it_is_printed_in_black_and_grey() -> None:
    with pikepdf.open(io.BytesIO(class_report(report(), "a4"))) as file:
        for found, operator in pikepdf.parse_content_stream(file.pages[0]):
            if str(operator) in ("rg", "RG", "sc", "SC", "scn", "SCN") and len(found) == 3:
                assert max(map(float, found)) - min(map(float, found)) < 0.1, found
