"""Words of the course that belong to no one lesson, and moments as people read them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from lessons.course import library
from lessons.course.prose import fill


def word(key: str, numbers: Mapping[str, float | str] | None = None) -> str:
    """A word or sentence of ``words.toml``, with its numbers filled in."""
    text = library.words(key)
    return fill(text, numbers) if numbers else text


def local_time(at: str) -> str:
    """A moment of the record as day and time on this computer's clock."""
    return datetime.fromisoformat(at).astimezone().strftime("%d.%m.%Y %H:%M")


def local_day(at: str) -> str:
    """A moment of the record as a day on this computer's clock."""
    return datetime.fromisoformat(at).astimezone().strftime("%d.%m.%Y")
