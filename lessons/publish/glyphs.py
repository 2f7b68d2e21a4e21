"""Which characters the course's typeface can print. A sheet with a blank box in it must never be handed out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from matplotlib.ft2font import FT2Font

from figures.typeface import FONTS

UPRIGHT = ("SourceSansPro-Regular.ttf", "SourceSansPro-Semibold.ttf")
ITALIC = ("SourceSansPro-It.ttf",)
SPACES = frozenset("\n\t")


class MissingGlyph(Exception):
    """A character that the typeface lacks, its code as in "U+6F22", and the text that it stands in."""

    def __init__(self, glyph: str, where: str) -> None:
        self.glyph, self.code, self.where = glyph, f"U+{ord(glyph):04X}", where
        super().__init__(f"{self.code} in {where!r}")


@cache
def printable(italic: bool = False) -> frozenset[str]:
    """The characters that every face in use can print: the upright faces, or the italic one."""
    faces = ITALIC if italic else UPRIGHT
    return frozenset.intersection(*map(_characters, faces)) | SPACES


def check_glyphs(data: Any) -> None:
    """Raises MissingGlyph at the first text, anywhere in ``data``, that cannot be printed."""
    for text, italic in _texts(data):
        for glyph in text:
            if glyph not in printable(italic):
                raise MissingGlyph(glyph, text)


def _texts(data: Any, italic: bool = False) -> Iterator[tuple[str, bool]]:
    """Every string to be printed, and whether it is set in italics."""
    if isinstance(data, str):
        yield data, italic
    elif isinstance(data, dict):
        slanted = italic or data.get("kind") == "em"
        for key, value in data.items():
            if key != "svg":
                yield from _texts(value, slanted)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from _texts(value, italic)


def _characters(face: str) -> frozenset[str]:
    return frozenset(map(chr, FT2Font(str(FONTS / face)).get_charmap()))
