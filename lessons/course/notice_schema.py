"""The shape of ``classroom/notice.toml``: what a class is told about its answers, with brackets to fill in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, get_args

from pydantic import Field

from .mistakes import Complaint
from .prose import names
from .schema import Prose, Table

NoticeField = Literal["school", "person", "contact", "officer", "ground", "until", "authority"]


class NoticeParagraph(Table):
    """A paragraph behind its first words. ``text`` may name a field in braces."""

    head: Prose
    text: Prose


class Notice(Table):
    """fields: what belongs into each bracket; before_use: what a teacher does before showing the notice."""

    title: Prose
    before_use: tuple[Prose, ...] = Field(min_length=1)
    fields: dict[NoticeField, Prose]
    paragraph: tuple[NoticeParagraph, ...] = Field(min_length=1)


def notice_complaints(notice: Notice) -> Iterator[Complaint]:
    """A field without words, and a brace that is no field."""
    for missing in set(get_args(NoticeField)) - set(notice.fields):
        yield "fields", f"words for {missing}", "none"
    for number, paragraph in enumerate(notice.paragraph):
        for name in names(paragraph.text):
            if name not in notice.fields:
                yield f"paragraph[{number}].text", f"one of {', '.join(notice.fields)}", f"{{{name}}}"
