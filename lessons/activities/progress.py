"""How far one is in a lesson, and where to go on. Reading steps are not counted: nobody can see whether one reads."""

from __future__ import annotations

from collections.abc import Mapping

from lessons.course.own_case import own_cases_in
from lessons.course.schema import Lesson
from lessons.record.state import LessonState, State

from .cards import SORT
from .reflect import PROMPT

STEPS = ("predict", "case", "explore", "cards", "check", "reflect")


def progress(lesson: Lesson, state: LessonState) -> Mapping[str, bool]:
    """Each step in which one answers something, and whether it is done."""
    placed = state.placed.get(SORT, {})
    return {
        "predict": state.prediction is not None,
        "case": len(state.choices) == len(lesson.case.decisions),
        "explore": state.explored is not None,
        "cards": all(card in placed for card in lesson.cards.cards),
        "check": all(str(number) in state.answers for number in range(1, len(lesson.check.questions) + 1)),
        "reflect": PROMPT in state.texts,
    }


def progress_in(lesson: Lesson, everything: State) -> Mapping[str, bool]:
    """The same from all that is recorded: a class's own case counts as the lesson's."""
    done = progress(lesson, everything.lesson(lesson.slug))
    own = own_cases_in(lesson.slug, everything.lessons)
    through = any(len(everything.lesson(place).choices) == len(lesson.case.decisions) for place in own)
    return {**done, "case": done["case"] or through}


def where_to_go_on(steps: Mapping[str, bool]) -> str | None:
    """The first step that is not done, if something is done already; None at the start and at the end."""
    if not any(steps.values()):
        return None
    return next((step for step, done in steps.items() if not done), None)
