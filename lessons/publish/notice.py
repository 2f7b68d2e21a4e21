"""The privacy notice for use in a class: one page, with brackets where something is still to be filled in."""

from __future__ import annotations

from collections.abc import Mapping

from lessons.course import library, prose
from lessons.course.notice_schema import Notice
from lessons.publish.content import Data
from lessons.publish.own_words import on_paper
from lessons.publish.press import Paper, press
from lessons.publish.proof import read_over, sheet_error
from lessons.publish.words import sheet_words

SIZE = 11.0
"""Size of type in points."""


def notice_pdf(filled: Mapping[str, str], paper: Paper) -> bytes:
    """The notice as a PDF/UA-1 file of one page. filled: field -> what a teacher typed, which is data and never markup.

    What is not filled in stands in brackets. Raises SheetError if it is longer than a page.
    """
    notice = library.notice()
    read_over([notice.title, *notice_paragraphs({})], "notice")
    printed = press("notice.typ", notice_data(notice, filled), paper, SIZE)
    if printed.pages != 1:
        raise sheet_error("notice", pages=printed.pages, paper=paper)
    return printed.pdf


def empty_fields(filled: Mapping[str, str]) -> tuple[str, ...]:
    """The fields that are still to be filled in, in order."""
    return tuple(field for field in library.notice().fields if not filled.get(field, "").strip())


def notice_paragraphs(filled: Mapping[str, str]) -> tuple[str, ...]:
    """The paragraphs as prose, each behind its first words; what is not filled in stands in brackets."""
    notice, values = library.notice(), field_values(filled)
    return tuple(f"**{one.head}** {prose.fill(one.text, values)}" for one in notice.paragraph)


def field_values(filled: Mapping[str, str]) -> dict[str, str]:
    """What stands for each field: what was typed, on one line, or what belongs there in brackets."""
    typed = {field: " ".join(filled.get(field, "").split()) for field in library.notice().fields}
    return {field: typed[field] or f"[{what}]" for field, what in library.notice().fields.items()}


def notice_data(notice: Notice, filled: Mapping[str, str]) -> Data:
    """All that the template needs. Each text comes as lines in pieces, so a long word can be broken."""
    values = field_values(filled)
    return {
        "title": notice.title,
        "paragraphs": [{"head": one.head, "text": on_paper(prose.fill(one.text, values))} for one in notice.paragraph],
        "words": sheet_words(),
    }
