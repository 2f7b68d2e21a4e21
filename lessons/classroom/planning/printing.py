"""What planning needs printed. The facade brings it, because a classroom does not know how things are printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from lessons.course.session import GuidePlans, Plan


class NotPrinted(Exception):
    """Something that must not be handed out. Its text is one plain sentence: what is wrong, where, what to do."""


@dataclass(frozen=True)
class Handout:
    """One file to be made. ``make`` gives its bytes, or raises NotPrinted."""

    file: str
    make: Callable[[], bytes]


class Printing(Protocol):
    """How a plan becomes files. ``paper`` is ``a4`` or ``us-letter``."""

    @property
    def guide(self) -> GuidePlans:
        """The tables of the facilitator's guide."""

    def plan(self, plan: Plan, paper: str) -> Sequence[Handout]:
        """The plan alone."""

    def sheets(self, plan: Plan, paper: str) -> Sequence[Handout]:
        """The plan, and everything that it says to print."""
