"""What the teacher's notebooks may call. ``open_lesson`` comes here with their slugs."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from .activities.next import NOTEBOOKS
from .activities.words import word
from .classroom.debrief.came_in import CameInScreen
from .classroom.debrief.chose import ChoseScreen
from .classroom.debrief.desk import DebriefDesk
from .classroom.debrief.disagree import DisagreeScreen
from .classroom.debrief.expected import ExpectedScreen
from .classroom.debrief.first_cards import FirstCardsScreen
from .classroom.debrief.folder import FolderView
from .classroom.debrief.hands import HandsView
from .classroom.debrief.hard import HardScreen
from .classroom.debrief.head import DebriefHead
from .classroom.debrief.months import AdviceScreen, MonthsScreen
from .classroom.debrief.moved import MovedScreen
from .classroom.debrief.shared import SharedScreen
from .classroom.debrief.sure import SureScreen
from .classroom.debrief.take_away import TakeAwayScreen
from .classroom.debrief.words_shown import MindsScreen, PlansScreen
from .classroom.place import class_folder
from .classroom.planning.case_view import OwnCaseView
from .classroom.planning.desk import PlanDesk
from .classroom.planning.notice_view import NoticeView
from .classroom.planning.plan_view import PlanHead, PlanView
from .course import library
from .course.mistakes import ContentError
from .course.own_case import OwnCase, read_folder
from .facade_printing import TeacherPrinting
from .learner.cases import cases_folder, own_folder
from .learner.home import home
from .page import parts
from .page.page import Page, style_sheet
from .page.show import show


class Shown(Protocol):
    """What is displayed: something with a widget."""

    widget: Any


def display(make: Callable[[], Shown]) -> None:
    """Display a view, or the mistakes in its texts, one a line."""
    try:
        widget: Any = make().widget
    except ContentError as error:
        widget = parts.html(parts.alert(str(error)))
    show(widget, word("notes.run_first"))


class OpenDebrief:
    """The class debrief in its notebook. Each method shows one screen; call it once, in the order of the page."""

    def __init__(self, desk: DebriefDesk) -> None:
        self._desk = desk

    def begin(self) -> None:
        """What this is, and what it never shows."""
        show(style_sheet(), "")
        self._show(DebriefHead)

    def folder(self) -> None:
        """Where the hand-ins are, and which lesson to talk about."""
        self._show(FolderView)

    def came_in(self) -> None:
        """What came in."""
        self._show(CameInScreen)

    def expected(self) -> None:
        """What people expected, beside the answer."""
        self._show(ExpectedScreen)

    def chose(self) -> None:
        """What people chose in the case."""
        self._show(ChoseScreen)

    def sure(self) -> None:
        """How often each word of confidence came true."""
        self._show(SureScreen)

    def first_cards(self) -> None:
        """The class's first sort, card by card."""
        self._show(FirstCardsScreen)

    def moved(self) -> None:
        """What moved between the two sorts."""
        self._show(MovedScreen)

    def disagree(self) -> None:
        """Three cards worth ten minutes."""
        self._show(DisagreeScreen)

    def shared(self) -> None:
        """Who calls which difference shared."""
        self._show(SharedScreen)

    def hard(self) -> None:
        """The thoughts that first answers point to."""
        self._show(HardScreen)

    def months(self) -> None:
        """Ten months of many houses."""
        self._show(MonthsScreen)

    def advice(self) -> None:
        """The same advice for all years."""
        self._show(AdviceScreen)

    def plans(self) -> None:
        """Plans, by permission."""
        self._show(PlansScreen)

    def minds(self) -> None:
        """Sentences then and now, by permission."""
        self._show(MindsScreen)

    def take_away(self) -> None:
        """One page to take away."""
        self._show(TakeAwayScreen)

    def hands(self) -> None:
        """Numbers that were counted by hand."""
        self._show(HandsView)

    def _show(self, view: Callable[[DebriefDesk], Shown]) -> None:
        display(lambda: view(self._desk))


_debriefs: list[DebriefDesk] = []


def _class_reports(report: Mapping[str, Any]) -> Mapping[str, bytes]:
    """The class report for each paper. The press is loaded when it is asked for."""
    from .publish.class_report import class_reports
    from .publish.proof import SheetError

    try:
        return {str(paper): pdf for paper, pdf in class_reports(report).items()}
    except SheetError as error:
        raise ValueError(str(error)) from None


def _own_cases() -> tuple[OwnCase, ...]:
    """The class's own cases, as they lie in the teacher's folder now."""
    return read_folder(cases_folder(), library.course().slugs()).cases


def open_debrief() -> OpenDebrief:
    """Open the class debrief with the folder that this computer names, if it names one."""
    while _debriefs:
        _debriefs.pop().close()
    desk = DebriefDesk(Page(), str(class_folder() or ""), _class_reports, _own_cases)
    _debriefs.append(desk)
    return OpenDebrief(desk)


class OpenPlan:
    """Planning a session in its notebook. Each method shows one part; call it once, in the order of the page."""

    def __init__(self, desk: PlanDesk) -> None:
        self._desk = desk

    def begin(self) -> None:
        """What this notebook is for."""
        show(style_sheet(), "")
        self._show(PlanHead)

    def plan(self) -> None:
        """Time, lessons and people; the plan that follows from them, and its papers."""
        self._show(PlanView)

    def notice(self) -> None:
        """The privacy notice, to be filled in and printed."""
        self._show(NoticeView)

    def own_case(self) -> None:
        """A case of one's own: a form, a preview, checks, a file and its sheets."""
        self._show(OwnCaseView)

    def _show(self, view: Callable[[PlanDesk], Shown]) -> None:
        display(lambda: view(self._desk))


_plans: list[PlanDesk] = []


def open_plan() -> OpenPlan:
    """Open the planning of a session. Papers go where ``start.py handouts`` puts them, if one may write there."""
    while _plans:
        _plans.pop().close()
    course = NOTEBOOKS.parent
    folder = (course if os.access(course, os.W_OK) else home()) / "handouts"
    desk = PlanDesk(Page(), TeacherPrinting(), folder, own_folder())
    _plans.append(desk)
    return OpenPlan(desk)


OpenForTeacher = OpenDebrief | OpenPlan


def open_for_teacher(slug: str) -> OpenForTeacher:
    """Open one of the teacher's notebooks."""
    return OPENED[slug]()


OPENED: dict[str, Callable[[], OpenForTeacher]] = {"class_debrief": open_debrief, "plan_a_session": open_plan}
"""The teacher's notebooks by slug, and how each is opened."""
