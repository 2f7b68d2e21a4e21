"""The facilitator's guide: plans for 50, 90 and 180 minutes and five sessions, groups, the sort, marks, and care."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, model_validator

from lessons.course.schema import Prose, Table
from lessons.course.shapes import shape
from lessons.publish.citations import Citations
from lessons.publish.content import Data, Writer
from lessons.publish.press import Paper, press
from lessons.publish.proof import read_over
from lessons.publish.words import sheet_words

FILE = Path(__file__).with_name("guide.toml")
SIZE = 10.0
"""Size of type in points."""


class Part(Table):
    """One part of a section, and nothing else: a text, a list, something to say aloud, or a table.

    ``key`` names a part that is read elsewhere too.
    """

    key: str = ""
    text: str = ""
    list: tuple[Prose, ...] = ()
    numbered: tuple[Prose, ...] = ()
    say: str = ""
    header: tuple[Prose, ...] = ()
    rows: tuple[tuple[Prose, ...], ...] = ()
    total: Annotated[int, Field(ge=0)] = 0

    @model_validator(mode="after")
    def _is_one_thing(self) -> Part:
        filled = [bool(one) for one in (self.text, self.list, self.numbered, self.say, self.header)]
        if sum(filled) != 1 or any(len(row) != len(self.header) for row in self.rows):
            raise ValueError("a part is one thing, and each row of a table is as long as its header")
        return self


class Section(Table):
    title: Prose
    part: tuple[Part, ...] = Field(min_length=1)


class Guide(Table):
    title: Prose
    intro: Prose
    section: tuple[Section, ...] = Field(min_length=1)


@cache
def guide() -> Guide:
    """The guide's text. Raises ContentError if its file does not have this shape."""
    return shape(FILE.name, Guide, tomllib.loads(FILE.read_text(encoding="utf-8")))


def guide_pdf(paper: Paper) -> bytes:
    """The guide as a PDF/UA-1 file with its contents. Raises SheetError if a character is missing."""
    data = guide_data(guide())
    read_over(data, FILE.stem)
    return press("guide.typ", data, paper, SIZE).pdf


def guide_data(text: Guide) -> Data:
    """The guide as plain data; prose as runs."""
    write = Writer({}, Citations({}))
    return {
        "title": text.title,
        "intro": write(text.intro),
        "sections": [{"title": one.title, "parts": [_part(part, write) for part in one.part]} for one in text.section],
        "words": sheet_words(),
    }


def _part(part: Part, write: Writer) -> Data:
    return {
        "text": write(part.text) if part.text else [],
        "say": write(part.say) if part.say else [],
        "list": [write(item) for item in part.list],
        "numbered": [write(item) for item in part.numbered],
        "header": [write(cell) for cell in part.header],
        "rows": [[write(cell) for cell in row] for row in part.rows],
    }
