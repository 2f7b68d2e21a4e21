"""What the rules may look up: the files that all lessons share, and what other lessons keep."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from .schema import Card, Difference, Reference, Sentence, Term


class Shared(Protocol):
    """The part of a library that rules read."""

    @property
    def article(self) -> Mapping[str, Sentence]: ...

    @property
    def differences(self) -> Mapping[str, Difference]: ...

    @property
    def cards(self) -> Mapping[str, Card]: ...

    @property
    def glossary(self) -> Mapping[str, Term]: ...

    @property
    def references(self) -> Mapping[str, Reference]: ...

    def keeps(self, number: int) -> frozenset[str] | None:
        """The ids of the answers that the lesson of that number keeps; None if there is no such lesson."""
