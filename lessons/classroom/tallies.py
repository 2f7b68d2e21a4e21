"""What a class predicted and chose, added up. Pure: hand-ins in, counts out, nobody's name or code."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from lessons.activities.predict import Commitment
from lessons.course.own_case import OwnCase
from lessons.course.schema import ALTERNATIVE, Lesson, Prediction
from lessons.record.calibration import CONFIDENCES, Count, Forecast, calibration
from lessons.record.handin import HandIn
from lessons.record.handin_shape import Choices, HandedPrediction

from .rules import FEWEST

MAJORITY, CLEAR = 0.40, 0.70
"""No option has a majority where none has more than the first; the same was chosen from the second on."""
CLOSE = 0.15
"""The second option is close behind the first up to this share of all."""


@dataclass(frozen=True)
class Guesses:
    """The predictions of a lesson. values: the numbers, sorted; instead: how many chose words in place of a number;
    sure: how many said each word of confidence."""

    asked: Prediction
    values: tuple[float, ...]
    instead: int
    sure: Mapping[str, int]

    @property
    def people(self) -> int:
        return len(self.values) + self.instead

    @property
    def quartiles(self) -> tuple[float, float]:
        """Between these lies the middle half of the numbers."""
        low, high = np.percentile(self.values, [25, 75]) if self.values else (np.nan, np.nan)
        return float(low), float(high)

    @property
    def finding(self) -> str:
        """Which title is true: the first of below, above, holds; words, where the answer is no number."""
        if self.asked.value is None or not self.values:
            return "words"
        low, high = self.quartiles
        return "below" if high < self.asked.value else "above" if low > self.asked.value else "holds"


def guesses(lesson: Lesson, hand_ins: Iterable[HandIn]) -> Guesses:
    """The predictions that lie in the range that was asked for; a hand-in may hold anything."""
    asked = lesson.predict
    made = [one.prediction for one in hand_ins if one.prediction and _fits(asked, one.prediction.value)]
    values = sorted(one.value for one in made if one.value is not None)
    said: Counter[str] = Counter(one.sure for one in made)
    sure = {word: said[word] for word in CONFIDENCES}
    return Guesses(asked, tuple(values), sum(one.value is None for one in made), sure)


def _fits(asked: Prediction, value: float | None) -> bool:
    return bool(asked.alternative) if value is None else asked.low <= value <= asked.high


def with_case(lesson: Lesson, own: OwnCase) -> Lesson:
    """The lesson with a class's own case in the place of the course's. Its slug is the case's place in the record."""
    return lesson.model_copy(update={"slug": own.place, "case": own.case})


def choices(lesson: Lesson, made: HandIn) -> Choices:
    """What was chosen in the case of a lesson, which may be one `with_case`: decision -> option."""
    _, _, digits = lesson.slug.partition(".")
    return made.own_cases.get(digits, {}) if digits else made.choices


def first_choices(lesson: Lesson, hand_ins: Iterable[HandIn]) -> dict[str, int]:
    """How many chose each option of decision 1."""
    return _options(lesson, 1, (choices(lesson, made).get("1") for made in hand_ins))


def second_choices(lesson: Lesson, hand_ins: Iterable[HandIn]) -> dict[str, dict[str, int]]:
    """How many chose each option of decision 2, by what they chose first."""
    paths: dict[str, list[str | None]] = defaultdict(list)
    for made in hand_ins:
        chosen = choices(lesson, made)
        paths[chosen.get("1") or ""].append(chosen.get("2"))
    options = [option.id for option in lesson.case.decisions[0].options]
    return {letter: _options(lesson, 2, paths[letter]) for letter in options} if len(lesson.case.decisions) > 1 else {}


def _options(lesson: Lesson, decision: int, chosen: Iterable[str | None]) -> dict[str, int]:
    counts = Counter(chosen)
    return {option.id: counts[option.id] for option in lesson.case.decisions[decision - 1].options}


def choice_finding(counts: Mapping[str, int]) -> tuple[str, list[str]]:
    """Which title is true of a decision, the first of same, none, level, close, ahead; and its options from the most
    chosen to the least."""
    order = sorted(counts, key=lambda option: (-counts[option], option))
    people, (first, second) = max(sum(counts.values()), 1), (counts[option] for option in order[:2])
    cases = (
        ("same", first >= CLEAR * people - 1e-9),
        ("none", first <= MAJORITY * people + 1e-9),
        ("level", first == second),
        ("close", first - second <= CLOSE * people + 1e-9),
        ("ahead", True),
    )
    return next(key for key, holds in cases if holds), order


def class_calibration(lessons: Sequence[Lesson], hand_ins: Iterable[HandIn]) -> dict[str, Count]:
    """How often each word of confidence came true, over all lessons; what holds in a model only is left out.

    A word that fewer than five people used has no count, however many answers they gave.
    """
    known = {lesson.slug: lesson.predict for lesson in lessons}
    made = _predicted(known, hand_ins)
    people = people_of_a_word(lessons, (one for one, _ in made))
    found = calibration(
        Forecast(said.sure, known[one.lesson].kind, _right(known[one.lesson], said.value)) for one, said in made
    )
    return {word: count if people[word] >= FEWEST else Count() for word, count in found.items()}


def people_of_a_word(lessons: Sequence[Lesson], hand_ins: Iterable[HandIn]) -> dict[str, int]:
    """How many people used each word of confidence for a prediction that counts."""
    known = {lesson.slug: lesson.predict for lesson in lessons if lesson.predict.kind != "assumed"}
    made = _predicted(known, hand_ins)
    return {word: len({one.pseudonym for one, said in made if said.sure == word}) for word in CONFIDENCES}


def _predicted(known: Mapping[str, Prediction], hand_ins: Iterable[HandIn]) -> list[tuple[HandIn, HandedPrediction]]:
    return [(one, one.prediction) for one in hand_ins if one.prediction and one.lesson in known]


def _right(asked: Prediction, value: float | None) -> bool:
    return Commitment(asked).right(ALTERNATIVE if value is None else value)
