"""Mistakes in the course's texts, each told in one line: file, place, what was expected, what was found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

Complaint = tuple[str, str, str]
"""A mistake without its file: place, what was expected, what was found."""


@dataclass(frozen=True)
class Mistake:
    """One mistake. ``place`` is a dotted path inside the file, such as ``check.questions[2].answers[0].feedback``."""

    file: str
    place: str
    expected: str
    found: str

    def __str__(self) -> str:
        where = f"{self.file}: {self.place}" if self.place else self.file
        return one_line(f"{where}: expected {self.expected}; found {self.found}")


class ContentError(ValueError):
    """The course's texts hold mistakes. The message has one line for each; ``mistakes`` holds them one by one."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(str(mistake) for mistake in self.mistakes))


def one_line(text: str) -> str:
    """The text with every run of white space made one space."""
    return " ".join(text.split())


def shown(value: object, longest: int = 60) -> str:
    """A value as a mistake names it: quoted if it is text, cut if it is long."""
    if isinstance(value, dict | list | tuple):
        return "a table" if isinstance(value, dict) else f"a list of {len(value)}"
    if isinstance(value, bool):
        return str(value).lower()
    text = one_line(str(value))
    text = text if len(text) <= longest else text[: longest - 1] + "…"
    return f"“{text}”" if isinstance(value, str) else text


def place(path: Iterable[str | int]) -> str:
    """A path through tables and lists as dotted words: ``("a", 2, "b")`` is ``a[2].b``."""
    words = ""
    for step in path:
        words += f"[{step}]" if isinstance(step, int) else f".{step}"
    return words.lstrip(".")
