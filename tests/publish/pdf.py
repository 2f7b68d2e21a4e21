"""Looking into a PDF: what it is made of, and whether a screen reader can read it."""

from __future__ import annotations

import io
from pathlib import Path

import page
import pikepdf


def assert_accessible(pdf: bytes, folder: Path) -> None:
    file = folder / "sheet.pdf"
    file.write_bytes(pdf)
    report = page.validate_pdf(str(file), profile="ua1")
    assert report.is_compliant, list(report.failures)[:5]


def structure(pdf: bytes) -> list[str]:
    """The kinds of all parts of the tag tree, in reading order."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return [str(part.S) for part in _parts(file.Root.StructTreeRoot)]


def figure_texts(pdf: bytes) -> list[str]:
    with pikepdf.open(io.BytesIO(pdf)) as file:
        parts = _parts(file.Root.StructTreeRoot)
        return [str(part.Alt) for part in parts if part.S == "/Figure"]


def images(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return sum(1 for o in file.objects if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image")


def _parts(node: pikepdf.Object) -> list[pikepdf.Object]:
    kids = node.get("/K", [])
    found = []
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            found += [kid, *_parts(kid)]
    return found


def pages(pdf: bytes) -> int:
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return len(file.pages)


def assert_named(pdf: bytes, title: str) -> None:
    """Language and title are set, and the title is what a reader's window shows."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        assert str(file.Root.Lang) == "en-GB"
        assert str(file.docinfo.Title) == title
        assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
        assert bool(file.Root.MarkInfo.Marked)
