"""The sheets for word processors: real headings, real tables, a text for the chart, and the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from itertools import pairwise
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from lessons.course import library, prose
from lessons.course.schema import Lesson
from lessons.publish.docx_facilitator import facilitator_docx
from lessons.publish.docx_page import WIDTH, DocxPage
from lessons.publish.docx_parts import say
from lessons.publish.docx_sheet import participant_docx
from tests.publish.test_own_words import HOSTILE


@pytest.fixture(scope="module")
def sheet(focus: Lesson) -> bytes:
    return participant_docx(focus)


@pytest.fixture(scope="module")
def known(focus: Lesson) -> bytes:
    return facilitator_docx(focus)


def opened(file: bytes) -> Any:
    return Document(io.BytesIO(file))


def everything(file: bytes) -> str:
    """All words of the body, in order."""
    return "".join(text.text or "" for text in opened(file).element.body.iter(qn("w:t")))


def headings(file: bytes) -> list[tuple[int, str]]:
    found = [part for part in opened(file).paragraphs if part.style.name.startswith("Heading")]
    return [(int(part.style.name[-1]), part.text) for part in found]


def test_headings_are_real_and_in_order(sheet: bytes, known: bytes, focus: Lesson) -> None:
    for file in (sheet, known):
        levels = [level for level, _ in headings(file)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(later - earlier <= 1 for earlier, later in pairwise(levels))
    assert headings(sheet)[0] == (1, focus.title)
    assert (2, focus.case.title) in headings(sheet)


def test_every_table_has_a_header_row_for_screen_readers(sheet: bytes, known: bytes) -> None:
    for file in (sheet, known):
        tables = opened(file).tables
        assert len(tables) >= 4
        for table in tables:
            properties = table.rows[0]._tr.trPr
            assert properties is not None
            assert properties.find(qn("w:tblHeader")) is not None
            assert all(cell.text.strip() for cell in table.rows[0].cells)


def test_the_chart_has_a_text(sheet: bytes, focus: Lesson) -> None:
    model = library.model("focus")
    said = prose.plain(focus.explore.in_words, model.numbers(model.run(model.Levers())))
    (picture,) = opened(sheet).inline_shapes
    assert picture._inline.docPr.get("descr") == said


def test_title_language_and_size_are_set(sheet: bytes, focus: Lesson) -> None:
    document = opened(sheet)
    assert document.core_properties.title == focus.title
    assert {one.get(qn("w:val")) for one in document.styles.element.iter(qn("w:lang"))} == {"en-GB"}
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert "CC BY 4.0" in document.sections[0].footer.paragraphs[0].text


def test_answers_stand_in_the_facilitator_s_only(sheet: bytes, known: bytes, focus: Lesson) -> None:
    options = [option for decision in focus.case.decisions for option in decision.options]
    answers = [answer for question in focus.check.questions for answer in question.answers]
    for words in (*(option.happens for option in options), *(answer.feedback for answer in answers)):
        assert prose.plain(words) not in everything(sheet)
        assert prose.plain(words) in everything(known)
    for row in focus.facilitator.plan:
        assert prose.plain(row.do) in everything(known)


@pytest.mark.parametrize("lesson", library.lessons(), ids=lambda lesson: lesson.slug)
def test_every_lesson_has_both_and_the_same_bytes_twice(lesson: Lesson) -> None:
    first = (participant_docx(lesson), facilitator_docx(lesson))
    assert (participant_docx(lesson), facilitator_docx(lesson)) == first
    for file in first:
        with zipfile.ZipFile(io.BytesIO(file)) as parts:
            assert {part.date_time for part in parts.infolist()} == {(2026, 1, 1, 0, 0, 0)}


FIELDS = ('{ HYPERLINK "file:///x" }', "DDEAUTO c:\\x", "<w:t>x</w:t>", "]]>&amp;", "=1+1")


@pytest.mark.parametrize("text", [*FIELDS, *(one for one in HOSTILE if one.isprintable())])
def test_text_is_never_markup_or_a_field(text: str) -> None:
    page = DocxPage("Title", "Course", "Foot")
    before = len(list(opened(page.file()).element.body.iter()))
    page.paragraph([{"kind": "plain", "text": text}])
    body = opened(page.file()).element.body
    assert everything(page.file()) == text
    assert not list(body.iter(qn("w:fldSimple"), qn("w:instrText"), qn("w:hyperlink")))
    assert len(list(body.iter())) == before + 5  # a paragraph, a run, their properties, a text


def test_a_wide_table_shares_the_width_by_what_it_holds() -> None:
    page = DocxPage("Title", "Author", "Foot")
    header = [say(text) for text in ("The situation", "Neither", "Managing", "Leading", "Both", "In how many sets")]
    page.table(header, [[say("The start: three moves"), *[say("9")] * 4, say("both in 209, managing in 34")]])
    (table,) = Document(io.BytesIO(page.file())).tables
    widths = [cell.width.mm for cell in table.rows[0].cells]
    assert sum(widths) == pytest.approx(WIDTH, abs=0.5)
    assert min(widths[0], widths[5]) > max(widths[1:5])
    assert [column.width.mm for column in table.columns] == pytest.approx(widths, abs=0.1)
