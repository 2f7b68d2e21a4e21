"""The participant sheet: one lesson on two pages of paper, to read, to tick and to write on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lessons.course import library, prose
from lessons.course.schema import Lesson
from lessons.publish.content import ROLES, Data, sheet_content
from lessons.publish.glyphs import MissingGlyph, check_glyphs
from lessons.publish.picture import start_picture
from lessons.publish.press import Paper, Printed, press

PAGES = 2
SIZES = (10.0, 9.7, 9.4, 9.1, 8.8)
"""Sizes of type in points, tried from the largest."""
LEAST_ROOM = 22.0
"""Height in mm that a sheet must leave for the reflection: three lines of handwriting."""


class SheetError(Exception):
    """A sheet that must not be handed out. Its text is one plain sentence: what is wrong, where, what to do."""


def participant_sheet(lesson: Lesson, paper: Paper) -> bytes:
    """The sheet of ``lesson`` as a PDF/UA-1 file of two pages. The same lesson gives the same bytes.

    Raises SheetError if it does not fit on two pages with room to write, or if a character is not in the typeface.
    """
    data = sheet_data(lesson)
    try:
        check_glyphs(data)
    except MissingGlyph as missing:
        raise _error("glyph", lesson, glyph=missing.glyph, code=missing.code, where=missing.where) from None
    for size in SIZES:
        printed = press("sheet.typ", data, paper, size)
        if _fits(printed):
            return printed.pdf
    raise _too_long(printed, lesson, paper)


def sheet_data(lesson: Lesson) -> Data:
    """All that the template needs: the lesson's texts, the words of the sheet itself, and a chart if need be.

    Paper shows the model in several situations as the table of which way wins where. A lesson without such a table
    shows its chart as it stands at the start; both together do not fit beside everything else.
    """
    model = library.model(lesson.slug)
    outcome = model.run(model.Levers())
    numbers: Mapping[str, float] = model.numbers(outcome)
    head = {"number": lesson.number, "minutes": lesson.minutes}
    return {
        **sheet_content(lesson, numbers),
        "lesson": prose.fill(library.words("sheet.lesson"), head),
        "chart": None if lesson.explore.ways else start_picture(lesson, model, outcome),
        "words": _words(),
    }


def _words() -> dict[str, Any]:
    """The words of the course that the template sets beside the lesson's own."""
    levels = [dict(library.word_table("confidences", sure)) for sure in ("guess", "fairly", "nearly")]
    credit = prose.fill(library.words("sheet.credit"), {"course": library.words("sheet.course")})
    sheet = {key: library.words("sheet", key) for key in _SHEET_WORDS}
    return {
        "sheet": {**sheet, "credit": credit},
        "steps": dict(library.word_table("sheet.steps")),
        "notes": {key: library.words("notes", key) for key in ("by_the_end", "the_catch", "not_shown", "not_named")},
        "roles": {role: library.words("roles", role, "title") for role in ROLES},
        "badges": dict(library.word_table("badges")),
        "confidences": {"question": library.words("confidences.question"), "levels": levels},
    }


_SHEET_WORDS = ("course", "name", "after", "because", "contest", "card", "statement", "references", "page")


def _fits(printed: Printed) -> bool:
    return printed.pages == PAGES and printed.room >= LEAST_ROOM


def _too_long(printed: Printed, lesson: Lesson, paper: Paper) -> SheetError:
    """What does not fit even in the smallest type."""
    if printed.pages != PAGES:
        return _error("pages", lesson, pages=printed.pages, paper=paper)
    return _error("room", lesson, room=printed.room, least=LEAST_ROOM, paper=paper)


def _error(key: str, lesson: Lesson, **values: float | str) -> SheetError:
    return SheetError(prose.fill(library.words("sheet.errors", key), {"lesson": lesson.slug, **values}))
