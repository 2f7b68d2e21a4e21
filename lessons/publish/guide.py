"""The facilitator's guide: plans for 50, 90 and 180 minutes and five sessions, groups, the sort, marks, and care."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, model_validator

from lessons.course import library
from lessons.course.schema import Prose, Table
from lessons.course.shapes import shape
from lessons.publish.citations import Citations
from lessons.publish.content import Data, Writer
from lessons.publish.facilitator import RUBRIC, rubric
from lessons.publish.notice import notice_paragraphs
from lessons.publish.press import Paper, press
from lessons.publish.proof import read_over
from lessons.publish.words import sheet_words

FILE = Path(__file__).with_name("guide.toml")
SIZE = 10.0
"""Size of type in points."""


Source = Literal["", "debrief", "notice", "before_use", "reflection"]


class Part(Table):
    """One part of a section, and nothing else: a text, a list, something to say, a table, lines, or a source.

    ``form``: a table to write in, with rows of so many mm. ``lines``: so many to write on.
    ``source``: words that stand elsewhere. ``key`` names a part that is read elsewhere too.
    """

    key: str = ""
    text: str = ""
    list: tuple[Prose, ...] = ()
    numbered: tuple[Prose, ...] = ()
    say: str = ""
    header: tuple[Prose, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    total: Annotated[int, Field(ge=0)] = 0
    form: Annotated[int, Field(ge=0)] = 0
    lines: Annotated[int, Field(ge=0)] = 0
    source: Source = ""

    @model_validator(mode="after")
    def _is_one_thing(self) -> Part:
        kinds = (self.text, self.list, self.numbered, self.say, self.header, self.lines, self.source)
        filled = [bool(one) for one in kinds]
        if sum(filled) != 1 or any(len(row) != len(self.header) for row in self.rows):
            raise ValueError("a part is one thing, and each row of a table is as long as its header")
        if not self.form and not all(cell.strip() for row in self.rows for cell in row):
            raise ValueError("only a form has empty cells")
        return self


class Section(Table):
    """``page``: it begins a page, so that it can be copied."""

    title: Prose
    page: bool = False
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
        "sections": [_section(one, write) for one in text.section],
        "words": sheet_words(),
    }


def _section(section: Section, write: Writer) -> Data:
    parts = [one for part in section.part for one in (sourced(part.source) if part.source else (part,))]
    return {"title": section.title, "page": section.page, "parts": [_part(part, write) for part in parts]}


def sourced(source: Source) -> tuple[Part, ...]:
    """The words of a source as parts: the screens of the debrief, the notice with its brackets, the table of marks."""
    if source == "debrief":
        words = library.word_table("sheet.debrief")
        screens = enumerate(library.debrief().screens.values(), 1)
        rows = tuple((f"{number}. {one.title}", one.help, one.ask) for number, one in screens)
        return (Part(header=(words["screen"], words["help"], words["ask"]), rows=rows),)
    if source == "notice":
        return tuple(Part(text=paragraph) for paragraph in notice_paragraphs({}))
    if source == "before_use":
        return (Part(list=library.notice().before_use),)
    header = (library.words("sheet.facilitator.points"), "0", "1", "2", "3")
    return (Part(header=header, rows=tuple(map(tuple, rubric("reflection", RUBRIC)["rubric"]))),)


def _part(part: Part, write: Writer) -> Data:
    return {
        "text": write(part.text) if part.text else [],
        "say": write(part.say) if part.say else [],
        "list": [write(item) for item in part.list],
        "numbered": [write(item) for item in part.numbered],
        "lines": part.lines,
        "form": part.form,
        "header": [write(cell) for cell in part.header],
        "rows": [[write(cell) for cell in row] for row in part.rows],
    }
