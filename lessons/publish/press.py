"""The press: a typst template and plain data become a PDF that a screen reader can read (PDF/UA-1).

No network, no system font, no clock: the same data gives the same bytes.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import typst

from figures.typeface import FONTS

Paper = Literal["a4", "us-letter"]
PAPERS: tuple[Paper, ...] = ("a4", "us-letter")
Sheet = Paper | Literal["slide"]
"""What a page may be: paper, or a slide of 16:9."""
TEMPLATES = Path(__file__).parent / "typst"
PRINTED_AT = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
"""Stands in the file for the time of printing: the real one would change the bytes."""


@dataclass(frozen=True)
class Printed:
    """A finished document. ``room``: height in mm left for writing by hand at its end; of slides, the smallest type."""

    pdf: bytes
    pages: int
    room: float


def press(template: str, data: Mapping[str, Any], paper: Sheet, size: float) -> Printed:
    """Print ``data`` with the template of that name, in type of ``size`` points.

    Raises typst.TypstError if the template cannot be set.
    """
    compiler = typst.Compiler(
        TEMPLATES / template,
        root=TEMPLATES,
        font_paths=_fonts(),
        sys_inputs={"data": json.dumps(data, ensure_ascii=False), "paper": paper, "size": str(size)},
    )
    pdf = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=PRINTED_AT)
    assert isinstance(pdf, bytes)
    facts = json.loads(compiler.query("<facts>", field="value", one=True))
    return Printed(pdf, facts["pages"], facts["room"])


@cache
def _fonts() -> typst.Fonts:
    """The course's typeface and nothing else: typst would fall back on its own fonts without a word."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])
