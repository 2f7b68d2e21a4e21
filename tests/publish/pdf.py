"""Looking into a PDF: what it is made of, and whether a screen reader can read it."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from pathlib import Path

import page
import pikepdf

Matrix = tuple[float, float, float, float, float, float]
WHOLE: Matrix = (1, 0, 0, 1, 0, 0)


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


def text_outside(pdf: bytes, edge: float = 30) -> list[tuple[int, float, float]]:
    """Pieces of text that come nearer than ``edge`` points to the left or right side: page, from where, to where."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        return [
            (number, left, right)
            for number, one in enumerate(file.pages, 1)
            for left, right in _text_spans(one)
            if left < edge or right > float(one.MediaBox[2]) - edge
        ]


def _text_spans(one: pikepdf.Page) -> Iterator[tuple[float, float]]:
    """Where each piece of text begins and ends, in points from the left."""
    fonts = {name: _widths(font) for name, font in one.Resources.get("/Font", {}).items()}
    space, kept, place, font, size = WHOLE, [], WHOLE, {}, 0.0
    for operands, operator in pikepdf.parse_content_stream(one):
        name = str(operator)
        if name == "q":
            kept.append(space)
        elif name == "Q":
            space = kept.pop()
        elif name == "cm":
            space = _times(_matrix(operands), space)
        elif name == "Tm":
            place = _matrix(operands)
        elif name == "Tf":
            font, size = fonts[str(operands[0])], float(operands[1])
        elif name in ("Tj", "TJ"):
            long = _advance(operands[0] if name == "TJ" else operands, font) * size / 1000
            whole = _times(place, space)
            yield whole[4], whole[4] + long * whole[0]


def _advance(pieces: Iterable[pikepdf.Object], font: dict[int, float]) -> float:
    """How far the pieces go, in thousandths of the size of type."""
    long = 0.0
    for piece in pieces:
        if isinstance(piece, pikepdf.String):
            code = bytes(piece)
            long += sum(font[int.from_bytes(code[i : i + 2])] for i in range(0, len(code), 2))
        else:
            long -= float(piece)
    return long


def _widths(font: pikepdf.Object) -> dict[int, float]:
    """The width of each glyph, from the font's list: ``first [w w w]``, or ``first last w`` where all are alike."""
    rest, found = list(font.DescendantFonts[0].W), {}
    while rest:
        first, second = int(rest.pop(0)), rest.pop(0)
        if isinstance(second, pikepdf.Array):
            found |= {first + place: float(width) for place, width in enumerate(second)}
        else:
            found |= dict.fromkeys(range(first, int(second) + 1), float(rest.pop(0)))
    return found


def _matrix(operands: Iterable[pikepdf.Object]) -> Matrix:
    a, b, c, d, e, f = map(float, operands)
    return a, b, c, d, e, f


def _times(m: Matrix, n: Matrix) -> Matrix:
    """First ``m``, then ``n``."""
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )
