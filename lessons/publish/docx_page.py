"""A document for word processors, made part by part: real headings, lists and tables, pictures with a text.

The same parts give the same bytes: the file holds no clock.
"""

from __future__ import annotations

import datetime
import io
import math
import zipfile
from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from lessons.publish.content import Runs

WRITTEN_AT = datetime.datetime(2026, 1, 1)
ZIPPED_AT = (2026, 1, 1, 0, 0, 0)
INK = RGBColor(0x1D, 0x21, 0x27)
WIDTH = 170
"""Of the text, in mm."""
TICK_BOX = "☐ "
MANY = 5
"""A table with more columns shares the width by what they hold."""


class DocxPage:
    """A document of A4 that is written from top to bottom."""

    def __init__(self, title: str, author: str, foot: str) -> None:
        self._document = Document()
        self._set_sheet()
        self._set_styles()
        self._set_properties(title, author)
        self._set_foot(foot)

    def heading(self, level: int, runs: Runs) -> None:
        """A heading of level 1 to 3."""
        self._write(self._document.add_heading("", level), runs)

    def paragraph(self, runs: Runs, style: str = "Normal") -> None:
        """A paragraph; ``List Bullet`` and ``List Number`` are styles too."""
        self._write(self._document.add_paragraph(style=style), runs)

    def bullets(self, items: Sequence[Runs]) -> None:
        """A list."""
        for item in items:
            self.paragraph(item, "List Bullet")

    def ticks(self, items: Sequence[Runs]) -> None:
        """Things to tick, below each other."""
        for item in items:
            self.paragraph([{"kind": "plain", "text": TICK_BOX}, *item])

    def table(self, header: Sequence[Runs], rows: Sequence[Sequence[Runs]], first: float = 0) -> None:
        """A table whose first row is its header, also for a screen reader and on the next page.

        first: the width of the first column in mm, 0 for a usual one.
        """
        table = self._document.add_table(rows=1, cols=len(header), style="Table Grid")
        for cell, runs in zip(table.rows[0].cells, header, strict=True):
            self._write(cell.paragraphs[0], [{"kind": "strong", "text": run["text"]} for run in runs])
        properties = table.rows[0]._tr.get_or_add_trPr()
        properties.append(_element("w:tblHeader", val="true"))
        for row in rows:
            for cell, runs in zip(table.add_row().cells, row, strict=True):
                self._write(cell.paragraphs[0], runs)
        self._set_widths(table, _shares([header, *rows]) if len(header) > MANY else _widths(len(header), first))
        for line in table.rows:
            line._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for line in table.rows[:-1]:  # a short table stays on one page
            for cell in line.cells:
                cell.paragraphs[0].paragraph_format.keep_with_next = True
        self._document.add_paragraph()

    @staticmethod
    def _set_widths(table: Any, widths: Sequence[float]) -> None:
        """Widths in mm, in each cell and in the table's grid: one program reads the one, another the other."""
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = Mm(width)
            for cell in column.cells:
                cell.width = Mm(width)

    def picture(self, png: bytes, alt: str) -> None:
        """A picture over the whole width, with the text that stands for it."""
        picture = self._document.add_picture(io.BytesIO(png), width=Mm(WIDTH))
        picture._inline.docPr.set("descr", alt)

    def room(self, lines: int) -> None:
        """Lines to write on."""
        for _ in range(lines):
            properties = self._document.add_paragraph()._p.get_or_add_pPr()
            borders = OxmlElement("w:pBdr")
            for edge in ("w:bottom", "w:between"):  # neighbours with the same border are merged without the second
                borders.append(_element(edge, val="single", sz="4", space="1", color="7A838E"))
            properties.append(borders)

    def file(self) -> bytes:
        """The document as a DOCX file, its parts dated alike."""
        raw, fixed = io.BytesIO(), io.BytesIO()
        self._document.save(raw)
        with zipfile.ZipFile(raw) as parts, zipfile.ZipFile(fixed, "w") as file:
            for part in parts.infolist():
                named = zipfile.ZipInfo(part.filename, ZIPPED_AT)
                file.writestr(named, parts.read(part.filename), zipfile.ZIP_DEFLATED, 9)
        return fixed.getvalue()

    @staticmethod
    def _write(paragraph: Any, runs: Runs) -> None:
        for run in runs:
            if run["kind"] == "break":
                paragraph.add_run().add_break()
                continue
            written = paragraph.add_run(run["text"])
            written.italic = True if run["kind"] == "em" else None
            written.bold = True if run["kind"] == "strong" else None

    def _set_sheet(self) -> None:
        section = self._document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(20)
        section.top_margin = section.bottom_margin = Mm(18)

    def _set_styles(self) -> None:
        """One ink, so that every copier shows the same; and the language, for a screen reader and for spelling."""
        styles = self._document.styles
        styles["Normal"].font.name, styles["Normal"].font.size = "Calibri", Pt(10.5)
        styles["Normal"].paragraph_format.space_after = Pt(4)
        for level, size in ((1, 18), (2, 13), (3, 11)):
            styles[f"Heading {level}"].font.color.rgb, styles[f"Heading {level}"].font.size = INK, Pt(size)
        for language in styles.element.iter(qn("w:lang")):
            language.set(qn("w:val"), "en-GB")

    def _set_properties(self, title: str, author: str) -> None:
        about = self._document.core_properties
        about.title, about.author, about.last_modified_by, about.comments = title, author, author, ""
        about.language, about.created, about.modified = "en-GB", WRITTEN_AT, WRITTEN_AT

    def _set_foot(self, foot: str) -> None:
        paragraph = self._document.sections[0].footer.paragraphs[0]
        paragraph.add_run(f"{foot} · ").font.size = Pt(8)
        paragraph._p.append(_element("w:fldSimple", instr="PAGE"))


def _widths(columns: int, first: float = 0) -> list[float]:
    """Widths in mm. Many columns hold little each, and what they are about stands in the first."""
    if columns < 4 and not first:
        return [WIDTH / columns] * columns
    first = first or WIDTH * 0.4
    return [first, *[(WIDTH - first) / (columns - 1)] * (columns - 1)]


def _shares(rows: Sequence[Sequence[Runs]]) -> list[float]:
    """Widths in mm by how much each column holds; a header, the first row, may take two lines, but cuts no word."""
    header, *others = [["".join(run["text"] for run in cell) for cell in row] for row in rows]
    heads = [max(len(head) / 2, *(1.5 * len(word) for word in head.split())) for head in header]
    cells = [max(map(len, column)) for column in zip(*others, strict=True)]
    weights = [math.sqrt(max(pair)) for pair in zip(heads, cells, strict=True)]
    return [WIDTH * weight / sum(weights) for weight in weights]


def _element(name: str, **attributes: str) -> Any:
    found = OxmlElement(name)
    for key, value in attributes.items():
        found.set(qn(f"w:{key}"), value)
    return found
