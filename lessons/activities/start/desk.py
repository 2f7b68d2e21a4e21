"""The desk of lesson 0: its words, and the parts of a lesson that its practice round has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from lessons.activities.desk import Desk
from lessons.course.schema import Lesson
from lessons.course.start_schema import Start
from lessons.learner.diary import Diary
from lessons.page.page import Page
from lessons.record.state import Kept, LessonState

if TYPE_CHECKING:
    from lessons.activities.view import View

FIRST = "first"
"""The name of the first sort in the record."""
LEFT_OUT = "sentence"
"""The question that "I would rather not" answers; then no sentence is kept, and lesson 15 has none to open."""


PRACTISED = ("predict", "case", "explore", "evidence", "check", "reflect")
"""The steps that the practice round has in the shape that a lesson has them."""


class StartDesk(Desk):
    """A desk with the words of lesson 0."""

    def __init__(self, start: Start, page: Page, diary: Diary, known: bool = True) -> None:
        super().__init__(as_lesson(start), page, diary, known)
        self.start = start

    @property
    def saved_sort(self) -> Kept | None:
        """The first sort, once it is saved."""
        return self.everything.kept.get(self.start.sort.id)


def desk_of(view: View) -> StartDesk:
    """The desk of a view of lesson 0."""
    assert isinstance(view.desk, StartDesk)
    return view.desk


def as_lesson(start: Start) -> Lesson:
    """The steps of the practice round where views look for a lesson's. What lesson 0 has not (cards, a claim with
    hats, a facilitator's plan for 50 minutes) is not there at all."""
    own = {name: getattr(start, name) for name in ("number", "slug", "title", "minutes", "next")}
    practised = {name: getattr(start.practice, name) for name in PRACTISED}
    return Lesson.model_construct(**own, **practised)


def steps_done(desk: StartDesk, state: LessonState) -> Mapping[str, bool]:
    """The two steps of lesson 0 that are kept, and whether they are done. Practice does not count."""
    sentence = desk.start.sentence.id in desk.everything.kept or LEFT_OUT in state.answers
    return {"sentence": sentence, "sort": desk.saved_sort is not None}
