"""Another program opens each DOCX file and finds its headings, tables and the text of its chart."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from lessons.course import library
from lessons.publish.docx_facilitator import facilitator_docx
from lessons.publish.docx_sheet import participant_docx
from lessons.publish.picture import in_words
from tests.publish.pdf import figure_texts, structure

OFFICE = shutil.which("soffice")
TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not OFFICE, reason="LibreOffice is not installed; with it, each DOCX file is opened"),
]


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every DOCX file turned into a tagged PDF, in one run of LibreOffice with a profile of its own."""
    folder = tmp_path_factory.mktemp("office")
    for lesson in library.lessons():
        (folder / f"{lesson.slug}_sheet.docx").write_bytes(participant_docx(lesson))
        (folder / f"{lesson.slug}_facilitator.docx").write_bytes(facilitator_docx(lesson))
    files = [str(file) for file in sorted(folder.glob("*.docx"))]
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(OFFICE), profile, "--headless", "--convert-to", TAGGED, "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return folder


@pytest.mark.parametrize("slug", [lesson.slug for lesson in library.lessons()])
def test_headings_tables_and_the_chart_s_text_are_found(slug: str, converted: Path) -> None:
    sheet, known = ((converted / f"{slug}_{kind}.pdf").read_bytes() for kind in ("sheet", "facilitator"))
    for pdf in (sheet, known):
        kinds = structure(pdf)
        assert kinds.count("/H1") == 1
        assert kinds.count("/H2") >= 7
        assert kinds.count("/Table") >= 2
        assert kinds.count("/TH") >= 4
    (said,) = figure_texts(sheet)
    assert said == chart_text(slug)


def chart_text(slug: str) -> str:
    """The text of the lesson's chart at the start, as the PDF sheet has it."""
    lesson, model = library.lesson(slug), library.model(slug)
    return in_words(lesson, model, model.run(model.Levers()))
