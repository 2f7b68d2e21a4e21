"""Rules that hold between the texts, beyond the shape of one table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from .mistakes import Mistake
from .schema import Card, Difference, Lesson, Reference, Sentence, Term


class Shared(Protocol):
    """The files that all lessons share."""

    @property
    def article(self) -> dict[str, Sentence]: ...
    @property
    def differences(self) -> dict[str, Difference]: ...
    @property
    def cards(self) -> dict[str, Card]: ...
    @property
    def glossary(self) -> dict[str, Term]: ...
    @property
    def references(self) -> dict[str, Reference]: ...


def check_lesson(lesson: Lesson, slug: str, shared: Shared) -> tuple[Mistake, ...]:
    """Every mistake of a lesson whose shape is right."""
    return tuple(_head(lesson, slug, shared))


def check_shared(shared: Shared) -> tuple[Mistake, ...]:
    """Every mistake between the shared files."""
    return ()


def _head(lesson: Lesson, slug: str, shared: Shared) -> Iterator[Mistake]:
    if lesson.slug != slug:
        yield Mistake(f"{slug}/lesson.toml", "slug", f"“{slug}”, the name of its folder", f"“{lesson.slug}”")
