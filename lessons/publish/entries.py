"""What a portfolio is made of: something asked, and what was said to it, as plain text."""

from __future__ import annotations

from dataclasses import dataclass

from lessons.course import library


@dataclass(frozen=True)
class Entry:
    """Something asked, in the course's words, and what the learner said to it, as plain text."""

    asked: str
    said: str


@dataclass(frozen=True)
class Section:
    """All that was said in one lesson, or all that belongs to no lesson."""

    title: str
    entries: tuple[Entry, ...]


def sure_words(key: str) -> str:
    """A word of confidence with its odds; a word of another edition stands as it is."""
    if key not in ("guess", "fairly", "nearly"):
        return key
    sure = library.word_table("confidences", key)
    return f"{sure['name']} ({sure['odds']})"


def number(value: float) -> str:
    """A number as it was typed, with a real minus sign."""
    return f"{value:.10g}".replace("-", "−")
