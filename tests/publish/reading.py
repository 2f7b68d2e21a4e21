"""Reading the words of a PDF that typst wrote, in reading order."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator

import pikepdf


def words_of(pdf: bytes, decoration: bool = False) -> str:
    """The words without spaces, decoration left out unless it is asked for."""
    return bare("".join(_document_text(pdf, decoration)))


def bare(text: str) -> str:
    """The visible characters alone. Composed and decomposed letters, and ligatures, compare as equal."""
    shown = unicodedata.normalize("NFKC", text)
    return "".join(char for char in shown if not char.isspace() and unicodedata.category(char) != "Cf")


def _document_text(pdf: bytes, decoration: bool) -> Iterator[str]:
    with pikepdf.open(io.BytesIO(pdf)) as file:
        for page in file.pages:
            yield from _once(_page_text(page, decoration))


def _page_text(page: pikepdf.Page, decoration: bool) -> Iterator[str]:
    fonts = {name: _characters(font) for name, font in page.Resources.get("/Font", {}).items()}
    characters: dict[str, str] = {}
    hidden: list[bool] = []  # one for each open mark: is what it holds decoration, or replaced by other words?
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "Tf":
            characters = fonts[str(operands[0])]
        elif name in ("BDC", "BMC"):
            instead = operands[1].get("/ActualText") if name == "BDC" else None
            artifact = operands[0] == "/Artifact" and not decoration
            if instead is not None and not artifact and not any(hidden):
                yield str(instead)
            hidden.append(artifact or instead is not None)
        elif name == "EMC":
            hidden.pop()
        elif name in ("Tj", "TJ") and not any(hidden):
            pieces = operands[0] if name == "TJ" else operands
            strings = (piece for piece in pieces if isinstance(piece, pikepdf.String))
            yield from (shown for piece in strings for shown in _shown(piece, characters))


def _shown(piece: pikepdf.String, characters: dict[str, str]) -> Iterator[str]:
    """What each glyph of a string stands for."""
    code = bytes(piece).hex()
    return (characters[code[i : i + 4]] for i in range(0, len(code), 4))


def _once(glyphs: Iterator[str]) -> Iterator[str]:
    """A letter and the marks on it are glyphs of their own, and each of them stands for all of them."""
    cluster, left = "", 0
    for shown in glyphs:
        if left and shown == cluster:
            left -= 1
            continue
        marks = sum(unicodedata.combining(char) > 0 for char in unicodedata.normalize("NFC", shown))
        cluster, left = shown, marks if marks < len(shown) else 0
        yield shown


def _characters(font: pikepdf.Object) -> dict[str, str]:
    """Glyph codes, four hexadecimal digits, to characters, from the font's ToUnicode table."""
    table = font.ToUnicode.read_bytes().decode("latin-1")
    assert "beginbfrange" not in table, "this reader knows bfchar only"
    found = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, text in re.findall(r"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>", block):
            found[code.lower()] = bytes.fromhex(text).decode("utf-16-be")
    return found
