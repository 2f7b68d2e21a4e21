"""The class report: what a class sorted, moved, disagreed on and found hard, on one page, with three lines to fill in.

It is made from sums; the data come from the class debrief. Only the words of the course are in it, no learner's.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from lessons.course import library
from lessons.course.prose import fill
from lessons.publish.content import Data
from lessons.publish.press import PAPERS, Paper, press
from lessons.publish.proof import read_over, sheet_error
from lessons.publish.words import sheet_words

SIZES = (10.0, 9.5, 9.0, 8.5, 8.0)
"""Sizes of type in points: the first with which the report is one page."""
BOXES = ("managing", "both", "leading", "neither")
Report = Mapping[str, Any]


def class_reports(report: Report) -> dict[Paper, bytes]:
    """The report for each paper."""
    return {paper: class_report(report, paper) for paper in PAPERS}


def class_report(report: Report, paper: Paper) -> bytes:
    """The report as a PDF/UA-1 file of one page. Raises SheetError if it is longer or a character is missing."""
    data = report_data(report)
    read_over(data, "class report")
    for size in SIZES:
        printed = press("class_report.typ", data, paper, size)
        if printed.pages == 1:
            return printed.pdf
    raise sheet_error("class_report", pages=printed.pages, paper=paper)


def report_data(report: Report) -> Data:
    """Headings and rows as they are printed."""
    words = library.word_table("sheet.class_report")
    lesson = report["lesson"]
    head = {"course": library.words("sheet.course"), "date": _shown(report["date"]), "n": report["people"]}
    return {
        "title": fill(words["title"], head),
        "lesson": fill(words["lesson"], lesson),
        "cards": _cards(report["cards"], words),
        "moved": _moved(report["moved"], words),
        "disagree": _disagree(report["disagree"], words),
        "hard": _hard(report["hard"], words),
        "by_hand": words["by_hand"] if report["by_hand"] else "",
        "lines": [words["line_managing"], words["line_leading"], words["line_unknown"]],
        "labels": dict(words),
        "words": sheet_words(),
    }


def _cards(cards: Any, words: Mapping[str, str]) -> Data | None:
    if cards is None:
        return None
    alpha = words["no_alpha"] if cards["alpha"] is None else fill(words["alpha"], {"alpha": cards["alpha"]})
    numbers = {"a": cards["agreed"], "s": cards["split"], "c": len(cards["rows"]), "n": cards["people"]}
    return {"said": f"{fill(words['cards_said'], numbers)} {alpha}", "rows": [_row(row) for row in cards["rows"]]}


def _row(row: Mapping[str, Any]) -> Data:
    mark = "agreed" if row["agreed"] else "split" if row["split"] else ""
    return {"text": row["text"], "counts": [str(count) for count in row["counts"]], "mark": mark}


def _moved(moved: Any, words: Mapping[str, str]) -> Data | None:
    if moved is None:
        return None
    numbers = {"m": moved["a_person"], "b": 10 * moved["to_both"], "n": moved["people"]}
    rows = [[str(moved["flows"][f"{one}-{two}"]) for two in BOXES] for one in BOXES]
    return {"said": fill(words[f"moved_{moved['finding']}"], numbers), "rows": rows}


def _disagree(three: Any, words: Mapping[str, str]) -> list[Data] | None:
    if three is None:
        return None
    named = {role: library.words("roles", role, "name") for role in BOXES}
    return [
        {
            **_row(row),
            "sources": fill(
                words["sources"],
                {"article": named.get(row["article"], words["not_named"]), "research": named[row["research"]]},
            ),
        }
        for row in three
    ]


def _hard(hard: Any, words: Mapping[str, str]) -> Data | None:
    if hard is None:
        return None
    return {"said": fill(words["hard_said"], {"n": hard["people"]}), "rows": [list(row) for row in hard["rows"]]}


def _shown(day: str) -> str:
    """A day as people read it: 20.11.2026."""
    return date.fromisoformat(day).strftime("%d.%m.%Y")
