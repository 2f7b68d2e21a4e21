"""What planning needs printed. The facade brings it, because a classroom does not know how things are printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from lessons.course.own_case import OwnCase
from lessons.course.session import GuidePlans, Plan, Rows


class NotPrinted(Exception):
    """Something that must not be handed out. Its text is one plain sentence: what is wrong, where, what to do."""


@dataclass(frozen=True)
class Handout:
    """One file to be made. ``make`` gives its bytes, or raises NotPrinted."""

    file: str
    make: Callable[[], bytes]


@dataclass(frozen=True)
class CaseGuide:
    """What the guide says on writing a case, as prose: a table of twenty minutes, and three ways it goes wrong."""

    intro: str
    header: Sequence[str]
    rows: Rows
    wrong: Sequence[str]


class Printing(Protocol):
    """How a plan becomes files. ``paper`` is ``a4`` or ``us-letter``."""

    @property
    def guide(self) -> GuidePlans:
        """The tables of the facilitator's guide."""

    @property
    def case_guide(self) -> CaseGuide:
        """What the guide says on a case of one's own."""

    def plan(self, plan: Plan, paper: str) -> Sequence[Handout]:
        """The plan alone."""

    def sheets(self, plan: Plan, paper: str) -> Sequence[Handout]:
        """The plan, and everything that it says to print."""

    def notice_blanks(self, filled: Mapping[str, str]) -> Sequence[str]:
        """The fields of the privacy notice that are still empty."""

    def notice(self, filled: Mapping[str, str], paper: str) -> Sequence[Handout]:
        """The privacy notice."""

    def case(self, own: OwnCase, paper: str) -> Sequence[Handout]:
        """The sheet, the facilitator's sheet, the slides and the form for hands, with this case in its lesson."""
