"""The references of a sheet: numbered in the order in which they are first named, and printed in full at its end."""

from __future__ import annotations

from collections.abc import Mapping

from lessons.course.prose import Run
from lessons.course.schema import Reference


class Citations:
    """Gives each reference a number at its first mention. References not yet checked are never printed."""

    def __init__(self, known: Mapping[str, Reference]) -> None:
        self._known = known
        self._order: list[str] = []

    def cite(self, run: Run) -> str:
        """The words that stand for a reference in the text: ``[1]``, or ``[1, read in a digest]``."""
        identity = run.target
        if not self._known[identity].checked:
            return ""
        if identity not in self._order:
            self._order.append(identity)
        number = self._order.index(identity) + 1
        return f"[{number}, {run.text}]" if run.text else f"[{number}]"

    def printed(self) -> list[str]:
        """The references in full, in the order of their numbers."""
        return [self._full(self._known[identity]) for identity in self._order]

    @staticmethod
    def _full(reference: Reference) -> str:
        doi = f" https://doi.org/{reference.doi}" if reference.doi and reference.doi not in reference.text else ""
        return reference.text + doi
