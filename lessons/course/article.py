"""One's own copy of the article, shown beside the paraphrase. The article itself is not part of the course.

The environment variable ``TWO_HATS_ARTICLE`` may name a text file in UTF-8: seven paragraphs of four sentences, with an
empty line between them or each on a line of its own.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

from . import library
from .prose import fill

VARIABLE = "TWO_HATS_ARTICLE"
PARAGRAPHS, SENTENCES = 7, 4
_END = re.compile(r"(?<=[.!?…])[”’\"')\]]*\s+(?=[“‘\"'(\[]?[A-Z0-9])")


class ArticleError(ValueError):
    """What is wrong with one's own copy of the article, in one plain sentence."""


def original() -> Mapping[str, str]:
    """The sentences of one's own copy by id. Empty without a copy, and when it cannot be used: see `trouble`."""
    try:
        return _named()
    except ArticleError:
        return {}


def trouble() -> str:
    """One plain sentence about what is wrong with one's own copy; empty when there is none or it is in order."""
    try:
        _named()
    except ArticleError as error:
        return str(error)
    return ""


def sentences(path: Path) -> dict[str, str]:
    """The 28 sentences of a file by id. Raises ArticleError."""
    text = _text(path).strip()
    paragraphs = re.split(r"\n\s*\n", text) if re.search(r"\n\s*\n", text) else text.splitlines()
    if len(paragraphs) != PARAGRAPHS:
        raise _error("article_paragraphs", path, found=len(paragraphs))
    return {
        f"P{number}.S{place}": sentence
        for number, paragraph in enumerate(paragraphs, 1)
        for place, sentence in enumerate(_split(paragraph, number, path), 1)
    }


def _named() -> dict[str, str]:
    path = os.environ.get(VARIABLE, "").strip()
    return sentences(Path(path).expanduser()) if path else {}


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError:
        raise _error("no_article", path) from None
    except UnicodeDecodeError:
        raise _error("article_not_text", path) from None


def _split(paragraph: str, number: int, path: Path) -> list[str]:
    found = _END.split(" ".join(paragraph.split()))
    if len(found) != SENTENCES:
        raise _error("article_sentences", path, paragraph=number, found=len(found))
    return found


def _error(key: str, path: Path, **numbers: object) -> ArticleError:
    return ArticleError(fill(library.words("errors", key), {"file": str(path), **numbers}))
