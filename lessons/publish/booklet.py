"""The booklet: the participant sheets of all lessons, with contents and the map of the thirteen differences."""

from __future__ import annotations

from collections.abc import Sequence

from lessons.course import library
from lessons.course.schema import Lesson
from lessons.course.start_schema import Start
from lessons.publish.content import Data
from lessons.publish.press import Paper, press
from lessons.publish.proof import read_over, sheet_error
from lessons.publish.sheet import LEAST_ROOM, PAGES, fitted_sheet, sheet_data
from lessons.publish.start_papers import map_data
from lessons.publish.words import sheet_words


def booklet(start: Start, lessons: Sequence[Lesson], paper: Paper) -> bytes:
    """All sheets in one PDF/UA-1 file, after a page with contents and map; each takes its two pages.

    One size of type for all: the smallest that a sheet needs. Raises SheetError where a sheet does not fit.
    """
    data = booklet_data(start, lessons)
    read_over(data, start.slug)
    pairs = zip(data["lessons"], lessons, strict=True)
    size = min(fitted_sheet(sheet, lesson, paper)[1] for sheet, lesson in pairs)
    printed = press("booklet.typ", data, paper, size)
    if printed.pages != 1 + PAGES * len(lessons) or printed.room < LEAST_ROOM:
        raise sheet_error("booklet", pages=printed.pages, expected=1 + PAGES * len(lessons), paper=paper)
    return printed.pdf


def booklet_data(start: Start, lessons: Sequence[Lesson]) -> Data:
    """Contents and map, and the data of each sheet."""
    words = library.word_table("sheet.booklet")
    return {
        "title": words["title"],
        "intro": words["intro"],
        "map": map_data(start),
        "lessons": [sheet_data(lesson) for lesson in lessons],
        "words": sheet_words(),
    }
