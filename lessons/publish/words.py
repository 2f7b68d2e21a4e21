"""The words that templates set beside a lesson's own: names of steps, roles and badges, and the sheet's own words."""

from __future__ import annotations

from typing import Any

from lessons.course import library, prose
from lessons.publish.content import ROLES

SHEET = ("course", "name", "after", "because", "contest", "card", "statement", "references", "page")
NOTES = ("by_the_end", "the_catch", "not_shown", "not_named", "what_happens", "to_notice", "which_wins", "tomorrow")


def sheet_words() -> dict[str, Any]:
    """All words that the parts of a sheet need."""
    levels = [dict(library.word_table("confidences", sure)) for sure in ("guess", "fairly", "nearly")]
    credit = prose.fill(library.words("sheet.credit"), {"course": library.words("sheet.course")})
    sheet = {key: library.words("sheet", key) for key in SHEET}
    return {
        "sheet": {**sheet, "credit": credit},
        "steps": dict(library.word_table("sheet.steps")),
        "notes": {key: library.words("notes", key) for key in NOTES},
        "roles": {role: library.words("roles", role, "title") for role in ROLES},
        "badges": dict(library.word_table("badges")),
        "confidences": {"question": library.words("confidences.question"), "levels": levels},
    }
