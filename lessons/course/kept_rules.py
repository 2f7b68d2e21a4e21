"""Answers kept for later lessons and brought back in them."""

from __future__ import annotations

from collections.abc import Iterator

from .mistakes import Complaint, place
from .schema import BroughtBack, Keep, Lesson
from .shared import Shared


def kept_complaints(lesson: Lesson, shared: Shared) -> Iterator[Complaint]:
    """What is kept bears this lesson's number; what is brought back was kept by an older lesson."""
    for where, one in _own_ids(lesson):
        if _lesson_of(one) != lesson.number:
            yield where, f"an id that ends in {lesson.number:02d}, this lesson’s number", f"“{one}”"
    for name, keep in _keeps(lesson):
        if keep.form == "choice" and len(keep.options) < 2:
            yield f"{name}.keep.options", "at least 2 to choose from", str(len(keep.options))
        for which, later in enumerate(keep.back_in):
            if later <= lesson.number:
                yield place([name, "keep", "back_in", which]), "the number of a later lesson", str(later)
    for number, back in enumerate(lesson.back):
        yield from _brought_back(place(["back", number, "id"]), back, lesson, shared)


def _brought_back(where: str, back: BroughtBack, lesson: Lesson, shared: Shared) -> Iterator[Complaint]:
    if back.id is None:
        return
    older = _lesson_of(back.id)
    if older >= lesson.number:
        yield where, "an answer of an older lesson", f"“{back.id}”"
    kept = shared.keeps(older)
    if kept is not None and back.id not in kept:  # a lesson that is not there has no answers, and nothing is shown
        yield where, f"an answer that lesson {older} keeps", f"“{back.id}”"


def _own_ids(lesson: Lesson) -> Iterator[tuple[str, str]]:
    for number, one in enumerate(lesson.predict.kept_as):
        yield place(["predict", "kept_as", number]), one
    for name, keep in _keeps(lesson):
        yield f"{name}.keep.id", keep.id


def _keeps(lesson: Lesson) -> Iterator[tuple[str, Keep]]:
    if lesson.explore.keep:
        yield "explore", lesson.explore.keep
    if lesson.reflect.keep:
        yield "reflect", lesson.reflect.keep
    if lesson.half_way:
        yield "half_way", lesson.half_way.keep


def _lesson_of(kept: str) -> int:
    """The number of the lesson that keeps an answer: the id's last two digits."""
    return int(kept[-2:])
