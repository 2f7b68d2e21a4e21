"""How far one is in a lesson, and where to go on. Reading steps are not counted: nobody can see whether one reads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from lessons.course.look_back_schema import PlanLine
from lessons.course.own_case import own_cases_in
from lessons.course.schema import Lesson
from lessons.record.state import LessonState, State

from .cards import SORT
from .reflect import PROMPT

PLAN: tuple[str, ...] = get_args(PlanLine)
STEPS = ("predict", "case", "explore", "cards", "check", "reflect")


def progress(lesson: Lesson, state: LessonState) -> Mapping[str, bool]:
    """Each step in which one answers something, and whether it is done.

    A game and a plan, in the lesson that has them, count from the moment they are begun: both may be left out.
    """
    placed = state.placed.get(SORT, {})
    planned = [bool(state.texts[line].text.strip()) for line in PLAN if line in state.texts]
    return {
        "predict": state.prediction is not None,
        "case": len(state.choices) == len(lesson.case.decisions),
        **({"game": any(game.done for game in state.games)} if state.games else {}),
        "explore": state.explored is not None,
        "cards": all(card in placed for card in lesson.cards.cards),
        "check": all(str(number) in state.answers for number in range(1, len(lesson.check.questions) + 1)),
        "reflect": PROMPT in state.texts,
        **({"plan": sum(planned) == len(PLAN)} if any(planned) else {}),
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
