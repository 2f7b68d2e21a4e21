"""A file that is made in a lesson, for the browser to save."""

from __future__ import annotations

from typing import NamedTuple

PDF = "application/pdf"
MARKDOWN = "text/markdown;charset=utf-8"


class SavedFile(NamedTuple):
    """A file for the browser to save."""

    name: str
    media_type: str
    content: bytes
