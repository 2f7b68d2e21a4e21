"""What the teacher's planning prints, through ``publish``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import cast

from .classroom.planning.printing import Handout, NotPrinted
from .course.mistakes import ContentError
from .course.session import GuidePlans, Plan
from .publish.guide_plans import guide_plans
from .publish.press import Paper
from .publish.proof import SheetError
from .publish.session_files import plan_document, session_documents
from .publish.shelf import Document


class TeacherPrinting:
    """The press, as ``classroom.planning`` asks for it."""

    @property
    def guide(self) -> GuidePlans:
        """The tables of the facilitator's guide."""
        return guide_plans()

    def plan(self, plan: Plan, paper: str) -> list[Handout]:
        """The plan alone."""
        return _handouts([plan_document(plan, cast(Paper, paper))])

    def sheets(self, plan: Plan, paper: str) -> list[Handout]:
        """The plan, and everything that it says to print."""
        return _handouts(session_documents(plan, cast(Paper, paper)))


def _handouts(documents: Iterable[Document]) -> list[Handout]:
    return [Handout(document.file, partial(_made, document.make)) for document in documents]


def _made(make: Callable[[], bytes]) -> bytes:
    """The bytes; a sheet that must not be handed out is told in the classroom's own terms."""
    try:
        return make()
    except (SheetError, ContentError) as error:
        raise NotPrinted(str(error)) from None
