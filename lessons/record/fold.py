"""The events of all sessions, folded into one state.

The fold does not depend on the order of the files or on a file being there twice: events are put in order by (at,
session, seq), and one that is there twice counts once. It never raises: an event whose data does not fit is set aside
in ``State.others``, like one of an unknown kind.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from .events import VERSION, Event, encode
from .fields import number, text, whole
from .games import GAME_KINDS
from .state import Answer, HandedIn, Kept, LessonState, Prediction, State, Text


def fold(events: Iterable[Event]) -> State:
    """The state that a pile of events adds up to, whatever the order they come in."""
    unique = {(event.at, event.session, event.seq, encode(event)): event for event in events}
    state = State()
    for key in sorted(unique):
        state = apply(state, unique[key])
    return state


def apply(state: State, event: Event) -> State:
    """The state after one more event, which must be later than all before it."""
    state = replace(state, last_at=max(state.last_at, event.at))
    try:
        return _applied(state, event)
    except (KeyError, TypeError, ValueError, OverflowError):
        return replace(state, others=(*state.others, event))


def _applied(state: State, event: Event) -> State:
    if event.version > VERSION:
        raise ValueError(event.version)
    if event.kind in _COURSE_KINDS:
        state = _COURSE_KINDS[event.kind](state, event)
    lesson = state.lesson(event.lesson)
    if event.kind not in _COURSE_KINDS:
        lesson = _LESSON_KINDS[event.kind](lesson, event)
    if not event.lesson:
        return state
    return replace(state, lessons={**state.lessons, event.lesson: replace(lesson, last_at=event.at)})


# Each of these raises KeyError, TypeError or ValueError where the event's data does not fit its kind.
def _predicted(lesson: LessonState, event: Event) -> LessonState:
    value = event.data["value"]
    prediction = Prediction(value if isinstance(value, str) else number(value), text(event, "sure"), event.at)
    return lesson if lesson.prediction else replace(lesson, prediction=prediction)


def _chose(lesson: LessonState, event: Event) -> LessonState:
    decision, option = whole(event, "decision"), text(event, "option")
    before = {past: letter for past, letter in lesson.choices.items() if past < decision}
    if len(before) < decision - 1:  # another window took back the decision that this one builds on
        return lesson
    first = {decision: option, **lesson.first_choices}
    return replace(lesson, choices={**before, decision: option}, first_choices=dict(sorted(first.items())))


def _rewound(lesson: LessonState, event: Event) -> LessonState:
    decision = whole(event, "decision")
    return replace(lesson, choices={past: letter for past, letter in lesson.choices.items() if past < decision})


def _placed(lesson: LessonState, event: Event) -> LessonState:
    card, role, sort = text(event, "card"), text(event, "role"), text(event, "sort")
    places = {**lesson.placed.get(sort, {}), card: role}
    if not role:  # the card was taken back into the hand
        del places[card]
    return replace(lesson, placed={**lesson.placed, sort: places})


def _answered(lesson: LessonState, event: Event) -> LessonState:
    question, answer, right = event.data["question"], event.data["answer"], event.data.get("right")
    if not isinstance(question, (str, int)) or not (right is None or isinstance(right, bool)):
        raise TypeError("question")
    before = lesson.answers.get(str(question))
    now = Answer(answer, answer, 1, event.at, right, right)
    if before:
        now = replace(before, latest=answer, tries=before.tries + 1, at=event.at, right=right)
    return replace(lesson, answers={**lesson.answers, str(question): now})


def _wrote(lesson: LessonState, event: Event) -> LessonState:
    prompt, before = text(event, "prompt"), lesson.texts.get(text(event, "prompt"))
    earlier = (*before.earlier, replace(before, earlier=())) if before else ()
    now = Text(text(event, "text"), event.at, event.data.get("sealed") is True, earlier)
    return replace(lesson, texts={**lesson.texts, prompt: now})


def _explored(lesson: LessonState, event: Event) -> LessonState:
    levers = event.data["levers"]
    if not isinstance(levers, Mapping):
        raise TypeError("levers")
    return replace(lesson, explored={name: number(value) for name, value in levers.items()})


def _visited(lesson: LessonState, event: Event) -> LessonState:
    step = text(event, "step")
    return replace(lesson, visited=step, seen=lesson.seen if step in lesson.seen else (*lesson.seen, step))


def _opened(lesson: LessonState, event: Event) -> LessonState:
    return lesson


def _started_over(lesson: LessonState, event: Event) -> LessonState:
    return LessonState(started_over=event.at, earlier=(*lesson.earlier, replace(lesson, earlier=())))


def _kept(state: State, event: Event) -> State:
    name = text(event, "id")
    before = state.kept.get(name)
    earlier = (*before.earlier, replace(before, earlier=())) if before else ()
    now = Kept(event.data["value"], event.at, event.lesson, event.data.get("sealed") is True, earlier)
    withdrawn = {other: at for other, at in state.withdrawn.items() if other != name}
    return replace(state, kept={**state.kept, name: now}, withdrawn=withdrawn)


def _withdrew(state: State, event: Event) -> State:
    name = text(event, "id")
    kept = {other: value for other, value in state.kept.items() if other != name}
    return replace(state, kept=kept, withdrawn={**state.withdrawn, name: event.at})


def _handed_in(state: State, event: Event) -> State:
    """Written twice with one secret: before the file is, and, with ``how`` and ``what``, when the file is there."""
    how, what = (text(event, name) if name in event.data else "" for name in ("how", "what"))
    made = HandedIn(event.lesson, text(event, "pseudonym"), text(event, "secret"), event.at, how, what)
    others = (other for other in state.handed_in if (other.lesson, other.secret) != (made.lesson, made.secret))
    return replace(state, handed_in=(*others, made))


_LESSON_KINDS: Mapping[str, Callable[[LessonState, Event], LessonState]] = {
    "predicted": _predicted,
    "chose": _chose,
    "rewound": _rewound,
    "placed": _placed,
    "answered": _answered,
    "wrote": _wrote,
    "explored": _explored,
    "visited": _visited,
    "opened": _opened,
    "started_over": _started_over,
    **GAME_KINDS,
}
_COURSE_KINDS: Mapping[str, Callable[[State, Event], State]] = {
    "kept": _kept,
    "withdrew": _withdrew,
    "handed_in": _handed_in,
}
