"""Reading a document over before it is handed out: no character may be missing, and no page may be spoilt."""

from __future__ import annotations

from typing import Any

from lessons.course import library, prose
from lessons.publish.glyphs import MissingGlyph, check_glyphs


class SheetError(Exception):
    """A sheet that must not be handed out. Its text is one plain sentence: what is wrong, where, what to do."""


def sheet_error(key: str, **values: float | str) -> SheetError:
    """The error with the sentence at ``[sheet.errors]`` ``key``."""
    return SheetError(prose.fill(library.words("sheet.errors", key), values))


def read_over(data: Any, lesson: str) -> None:
    """Raises SheetError at the first character of our own words that the typeface lacks."""
    try:
        check_glyphs(data)
    except MissingGlyph as missing:
        raise sheet_error("glyph", lesson=lesson, glyph=missing.glyph, code=missing.code, where=missing.where) from None
