"""Which thoughts the first answers to check questions point to: the codes of misconceptions, a person counted once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lessons.activities.check import keyed
from lessons.activities.numbers import read_number
from lessons.course.schema import Answer, Lesson, Question
from lessons.record.handin import HandIn

SLIP = "M17"
"""The code of a slip in the sums: no thought behind it."""


@dataclass(frozen=True)
class Thoughts:
    """counts: code -> people whose first answers point to it, the most frequent first; slips: people with a slip in
    the sums; people: how many answered at all."""

    counts: Mapping[str, int]
    slips: int
    people: int


def thoughts(lesson: Lesson, hand_ins: Iterable[HandIn]) -> Thoughts:
    """What first answers to a lesson's check point to, a person counted once for each code."""
    answered = [made for made in hand_ins if made.checks]
    counts = Counter(code for made in answered for code in _codes_of(lesson, made))
    slips = counts.pop(SLIP, 0)
    return Thoughts(dict(sorted(counts.items(), key=lambda one: (-one[1], one[0]))), slips, len(answered))


def right_at_once(lesson: Lesson, hand_ins: Iterable[HandIn]) -> list[tuple[int, int]]:
    """For each question, how many were right at the first try, of how many who answered it."""
    known = [[made.checks[key].right for made in hand_ins if key in made.checks] for key in _numbers(lesson)]
    return [(sum(right is True for right in one), sum(right is not None for right in one)) for one in known]


def _numbers(lesson: Lesson) -> list[str]:
    return [str(number) for number, _ in enumerate(lesson.check.questions, 1)]


def _codes_of(lesson: Lesson, made: HandIn) -> set[str]:
    asked = zip(_numbers(lesson), lesson.check.questions, strict=True)
    return {code for key, question in asked if key in made.checks for code in codes(question, made.checks[key].first)}


def codes(question: Question, given: Any) -> set[str]:
    """The codes that one answer points to; none where it is of another kind than the question."""
    return {one.misconception for one in _pointing(question, given) if one.misconception}


def _pointing(question: Question, given: Any) -> Iterator[Answer]:
    """The answers that were given, and should not have been."""
    if question.form == "numeric" and isinstance(given, int | float):
        yield from _likely(question, float(given))
    elif question.form == "classify" and isinstance(given, Mapping):
        yield from (one for key, one in keyed(question) if key in given and given[key] != one.box)
    elif question.form == "several" and isinstance(given, Sequence) and not isinstance(given, str):
        yield from (one for key, one in keyed(question) if one.right != (key in given))
    elif question.form == "one" and isinstance(given, str):
        yield from (one for key, one in keyed(question) if key == given and not one.right)


def _likely(question: Question, given: float) -> Iterator[Answer]:
    """The wrong number that was meant; nothing for the right one, "any other" for the rest."""
    if question.value is not None and abs(given - question.value) <= question.within + 1e-9:
        return
    named = (one for one in question.answers[:-1] if not one.right and read_number(one.text) == given)
    yield next(named, question.answers[-1])
