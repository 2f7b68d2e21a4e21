"""What the teacher's planning prints, through ``publish``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import cast

from .classroom.planning.printing import CaseGuide, Handout, NotPrinted
from .course import library
from .course.mistakes import ContentError
from .course.own_case import OwnCase, read_folder
from .course.prose import fill
from .course.session import GuidePlans, Plan
from .learner.cases import cases_folder
from .publish.case_papers import case_documents, with_cases
from .publish.guide_plans import guide_plans, keyed_part
from .publish.notice import empty_fields, notice_pdf
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

    @property
    def case_guide(self) -> CaseGuide:
        """What the guide says on a case of one's own."""
        table, wrong = keyed_part("own_case_plan"), keyed_part("own_case_wrong")
        return CaseGuide(keyed_part("own_case").text, table.header, table.rows, wrong.list)

    def plan(self, plan: Plan, paper: str) -> list[Handout]:
        """The plan alone."""
        return _handouts([plan_document(_with_own(plan), cast(Paper, paper))])

    def sheets(self, plan: Plan, paper: str) -> list[Handout]:
        """The plan, and everything that it says to print."""
        return _handouts(session_documents(_with_own(plan), cast(Paper, paper)))

    def notice_blanks(self, filled: Mapping[str, str]) -> tuple[str, ...]:
        """The fields of the privacy notice that are still empty."""
        return empty_fields(filled)

    def notice(self, filled: Mapping[str, str], paper: str) -> list[Handout]:
        """The privacy notice."""
        name = fill(library.planning().notice.file, {"paper": paper})
        return _handouts([Document(name, partial(notice_pdf, dict(filled), cast(Paper, paper)))])

    def case(self, own: OwnCase, paper: str) -> list[Handout]:
        """The papers of a lesson with this case in it."""
        return _handouts(case_documents(own, cast(Paper, paper)))


def _with_own(plan: Plan) -> Plan:
    """The plan as lessons will show it: with the class's own cases that stand in the place of the course's."""
    return with_cases(plan, read_folder(cases_folder(), library.course().slugs()).cases)


def _handouts(documents: Iterable[Document]) -> list[Handout]:
    return [Handout(document.file, partial(_made, document.make)) for document in documents]


def _made(make: Callable[[], bytes]) -> bytes:
    """The bytes; a sheet that must not be handed out is told in the classroom's own terms."""
    try:
        return make()
    except (SheetError, ContentError) as error:
        raise NotPrinted(str(error)) from None
