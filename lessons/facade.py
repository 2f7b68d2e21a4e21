"""What a notebook may call: one lesson, and a method for each of its steps."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from .activities.calibration_view import CalibrationView
from .activities.cards import CardsView
from .activities.case import CaseView
from .activities.check import CheckView
from .activities.claim import ClaimView
from .activities.class_case import ClassCaseView
from .activities.desk import Desk
from .activities.evidence import EvidenceView
from .activities.explore_view import ExploreView
from .activities.half_way import HalfWayView
from .activities.head import HeadView
from .activities.laboratory.again import SortAgainView
from .activities.laboratory.shared import SharedByView
from .activities.next import NextView
from .activities.predict import PredictView
from .activities.reflect import ReflectView
from .activities.start.desk import StartDesk
from .classroom.place import ClassPlace, class_folder
from .course import library
from .course.own_case import read_folder
from .facade_start import OpenStart
from .learner import home
from .learner.cases import cases_folder
from .learner.diary import Diary
from .opened import Opened
from .page.page import Page, style_sheet
from .page.show import show
from .record.state import State

if TYPE_CHECKING:
    from .facade_teacher import OpenForTeacher

TEACHERS = ("class_debrief", "plan_a_session")
"""The notebooks of the teacher, by slug."""
_open: dict[str, Desk] = {}


class OpenLesson(Opened[Desk]):
    """One lesson in one notebook. Each method shows one step; call it once, in the order of the page."""

    def begin(self) -> None:
        """The head: objectives, who is learning, how far one is."""
        show(style_sheet(), "")
        self._show(HeadView)

    def claim(self) -> None:
        """What the article says of each hat, and the catch."""
        self._show(ClaimView)

    def predict(self) -> None:
        """A number to commit to, with how sure one is."""
        self._show(PredictView)

    def case(self) -> None:
        """Two decisions and what they lead to; with a choice between the course's case and a class's own."""
        own = read_folder(cases_folder(), library.course().slugs()).of(self._desk.lesson.slug)
        self._show(partial(ClassCaseView, own=own) if own else CaseView)

    def game(self) -> None:
        """The game of ten months, in the lesson that has it, and the cards for those around one table."""
        from .activities.game.team import TeamView
        from .activities.game.view import GameView  # only here: no other lesson needs its model

        self._show(GameView)
        self._show(TeamView)

    def explore(self) -> None:
        """The model with its levers."""
        self._show(ExploreView)

    def calibration(self) -> None:
        """How often one's own words of confidence came true so far, in the lesson that asks it."""
        self._show(CalibrationView)

    def cards(self) -> None:
        """The lesson's trait cards."""
        self._show(CardsView)

    def evidence(self) -> None:
        """What research adds."""
        self._show(EvidenceView)

    def check(self) -> None:
        """Questions with a reply to every answer."""
        self._show(CheckView)

    def reflect(self) -> None:
        """The learner's own words."""
        self._show(ReflectView)

    def half_way(self) -> None:
        """The course's turning point, in the lesson that has it."""
        self._show(HalfWayView)

    def sort_again(self) -> None:
        """The second card sort, in the lesson that has it, and what moved."""
        self._show(SortAgainView)

    def shared_by(self) -> None:
        """Which sources call which difference shared."""
        self._show(SharedByView)

    def jobs(self) -> None:
        """Real occupations by their skills, and what chance would give."""
        from .activities.laboratory.jobs import JobsView  # only here: pandas takes longer to load than a lesson

        self._show(JobsView)

    def look_back(self) -> None:
        """A year of the game, looked back on."""
        from .activities.game.look_back import LookBackView  # only here: the other lessons need no game

        self._show(LookBackView)

    def plan(self) -> None:
        """The sealed sentence beside today's, and one act."""
        from .activities.game.plan import PlanView

        self._show(PlanView)

    def last_page(self) -> None:
        """The page that one leaves with."""
        from .activities.game.last_page import LastPageView

        self._show(LastPageView)

    def next(self) -> None:
        """The sentence for tomorrow and the way on."""
        self._show(NextView)


def open_in_notebook(slug: str) -> OpenLesson | OpenStart | OpenForTeacher:
    """Open a lesson as the learner who was here last, or, on a shared computer, ask first; or a teacher's notebook."""
    if slug in TEACHERS:
        from .facade_teacher import open_for_teacher  # only here: pandas takes longer to load than a lesson

        return open_for_teacher(slug)
    if slug in _open:
        _open.pop(slug).close()
    code = home.last_code() or home.new_code()
    known = not home.is_shared()
    if known:
        home.remember(code)
    if slug == library.START:
        _open[slug] = start = StartDesk(library.start(), Page(), Diary(home.learner_folder(code)), known)
        start.portfolio, start.hand_in = _portfolio, ClassPlace(class_folder())
        return OpenStart(start)
    _open[slug] = desk = Desk(library.lesson(slug), Page(), Diary(home.learner_folder(code)), known)
    desk.portfolio, desk.last_page, desk.hand_in = _portfolio, _last_page, ClassPlace(class_folder())
    return OpenLesson(desk)


def _portfolio(state: State, code: str) -> Sequence[tuple[str, str, bytes]]:
    """The learner's portfolio as files. The press is loaded when it is asked for: most visits print nothing."""
    from .publish.portfolio_files import portfolio_files

    return portfolio_files(state, code)


def _last_page(state: State, code: str) -> Sequence[tuple[str, str, bytes]]:
    """The last page of the course as files."""
    from .publish.last_page import last_page_files

    return last_page_files(state, code)
