"""Where a learner stands. ``fold`` adds the events up to a ``State``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .events import Event


@dataclass(frozen=True)
class Prediction:
    """A number committed to, or the words chosen in its place. ``sure`` is guess, fairly or nearly."""

    value: float | str
    sure: str
    at: str


@dataclass(frozen=True)
class Answer:
    """The answers to one check question: the first, the latest, how many tries.

    first_right, right: whether the first and the latest were right; None where that was not written down.
    """

    first: Any
    latest: Any
    tries: int
    at: str
    first_right: bool | None = None
    right: bool | None = None


@dataclass(frozen=True)
class Text:
    """The learner's own words: the latest, with its date, and the ones before it, oldest first."""

    text: str
    at: str
    sealed: bool = False
    earlier: tuple[Text, ...] = ()


@dataclass(frozen=True)
class Kept:
    """Something kept for a later lesson: the latest value, its date, and the ones before it, oldest first."""

    value: Any
    at: str
    lesson: str = ""
    sealed: bool = False
    earlier: tuple[Kept, ...] = ()


@dataclass(frozen=True)
class HandedIn:
    """One hand-in that was made: the pseudonym it went under and the secret that proves it is one's own.

    how: ``folder`` or ``saved`` once the file was written or given out, "" before; what: a digest of what it said.
    """

    lesson: str
    pseudonym: str
    secret: str
    at: str
    how: str = ""
    what: str = ""


@dataclass(frozen=True)
class Expected:
    """What a player, after month five, thought that one reading would come to, and a line on what to stop for it."""

    reading: str
    value: float
    text: str


@dataclass(frozen=True)
class Game:
    """One game of a year, of whatever edition: enough to play it again, and what was chosen on the way.

    hours, because: a split of hours and a line for each month that is spent. firsts: month (from 1) -> what was first
    spent in it. backs: how often a month was opened again. at, last_at: when it began, when it last changed.
    """

    game: str
    edition: int
    kind: str
    seed: int
    months: int
    weights: Mapping[str, float]
    team: int
    hours: tuple[tuple[float, ...], ...] = ()
    because: tuple[str, ...] = ()
    firsts: Mapping[int, tuple[float, ...]] = field(default_factory=dict)
    backs: int = 0
    expected: Expected | None = None
    at: str = ""
    last_at: str = ""

    @property
    def done(self) -> bool:
        """Whether all months are spent."""
        return len(self.hours) == self.months


@dataclass(frozen=True)
class LessonState:
    """One learner in one lesson.

    choices: decision (1, 2) -> option, the path that stands; first_choices: the same, as first chosen.
    placed: sort -> card -> role. answers: question -> Answer. texts: prompt -> Text.
    explored: the levers last set, None before. games: oldest first.
    visited: the last step; seen: every step, in the order first seen.
    started_over: when last, "" if never; earlier: the states that starting over put away, oldest first.
    """

    prediction: Prediction | None = None
    choices: Mapping[int, str] = field(default_factory=dict)
    first_choices: Mapping[int, str] = field(default_factory=dict)
    placed: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)
    texts: Mapping[str, Text] = field(default_factory=dict)
    explored: Mapping[str, float] | None = None
    games: tuple[Game, ...] = ()
    visited: str = ""
    seen: tuple[str, ...] = ()
    started_over: str = ""
    last_at: str = ""
    earlier: tuple[LessonState, ...] = ()

    @property
    def first_prediction(self) -> Prediction | None:
        """The first prediction that was made, also where the lesson was started over since."""
        made = (one.prediction for one in (*self.earlier, self))
        return next((prediction for prediction in made if prediction), None)


@dataclass(frozen=True)
class State:
    """One learner in the whole course. ``others`` are the events that this version does not understand."""

    lessons: Mapping[str, LessonState] = field(default_factory=dict)
    kept: Mapping[str, Kept] = field(default_factory=dict)
    handed_in: tuple[HandedIn, ...] = ()
    withdrawn: Mapping[str, str] = field(default_factory=dict)
    others: tuple[Event, ...] = ()
    last_at: str = ""

    def lesson(self, slug: str) -> LessonState:
        """The learner's state in one lesson, empty where nothing was done yet."""
        return self.lessons.get(slug, LessonState())
