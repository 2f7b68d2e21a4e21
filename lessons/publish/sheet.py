"""The participant sheet: one lesson on two pages of paper, to read, to tick and to write on."""

from __future__ import annotations

from lessons.course import library, prose
from lessons.course.schema import Lesson
from lessons.publish.content import Data, sheet_content
from lessons.publish.picture import start_picture, values
from lessons.publish.press import Paper, Printed, press
from lessons.publish.proof import SheetError, read_over, sheet_error
from lessons.publish.words import sheet_words

PAGES = 2
SIZES = (10.0, 9.7, 9.4, 9.1, 8.8, 8.6)
"""Sizes of type in points, tried from the largest."""
LEAST_ROOM = 22.0
"""Height in mm that a sheet must leave for the reflection: three lines of handwriting."""


def participant_sheet(lesson: Lesson, paper: Paper) -> bytes:
    """The sheet of ``lesson`` as a PDF/UA-1 file of two pages. The same lesson gives the same bytes.

    Raises SheetError if it does not fit on two pages with room to write, or if a character is not in the typeface.
    """
    return fitted_sheet(sheet_data(lesson), lesson, paper)[0].pdf


def fitted_sheet(data: Data, lesson: Lesson, paper: Paper) -> tuple[Printed, float]:
    """The sheet in the largest type that leaves room to write, and that size in points. Raises SheetError."""
    read_over(data, lesson.slug)
    for size in SIZES:
        printed = press("sheet.typ", data, paper, size)
        if printed.pages == PAGES and printed.room >= LEAST_ROOM:
            return printed, size
    raise _too_long(printed, lesson, paper)


def sheet_data(lesson: Lesson) -> Data:
    """All that the template needs: the lesson's texts, the words of the sheet itself, and a chart if need be.

    Paper shows the model in several situations as the table of which way wins where. A lesson without such a table
    shows its chart as it stands at the start; both together do not fit beside everything else.
    """
    model = library.model(lesson.slug)
    outcome = model.run(model.Levers())
    return {
        **sheet_content(lesson, values(lesson, model, outcome)),
        "lesson": lesson_line(lesson),
        "chart": None if lesson.explore.ways else start_picture(lesson, model, outcome),
        "words": sheet_words(),
    }


def lesson_line(lesson: Lesson) -> str:
    """The line under a title: which lesson this is, and how long it takes."""
    return prose.fill(library.words("sheet.lesson"), {"number": lesson.number, "minutes": lesson.minutes})


def _too_long(printed: Printed, lesson: Lesson, paper: Paper) -> SheetError:
    """What does not fit even in the smallest type."""
    if printed.pages != PAGES:
        return sheet_error("pages", lesson=lesson.slug, pages=printed.pages, paper=paper)
    return sheet_error("room", lesson=lesson.slug, room=printed.room, least=LEAST_ROOM, paper=paper)
