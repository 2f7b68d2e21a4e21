"""The words of planning: one for every choice and field, with placeholders that are filled, written nowhere else."""

from __future__ import annotations

from lessons.course import library
from lessons.course.case_draft import MARKS, drafted, needed
from lessons.course.mark_rules import texts
from lessons.course.prose import names
from lessons.course.session import GROUPS, LENGTHS
from lessons.publish.guide import guide

from .readability import sentences, words

PLANNING = library.planning()
SAID = [(path, text) for path, text in texts(PLANNING) if path[:2] != ("own_case", "praise")]


def test_every_choice_and_every_field_has_words() -> None:
    assert set(PLANNING.ask.lengths) == set(LENGTHS) and set(PLANNING.ask.groups) == set(GROUPS)
    assert {"sheet", "facilitator", "slides", "mat", "map", "hands", "notice"} == set(PLANNING.plan.kinds)
    fields = {str(path[-1]) for path in needed(drafted("focus", False, library.lesson("focus").case))}
    assert fields <= set(PLANNING.own_case.fields)
    assert fields | set(MARKS) <= set(PLANNING.own_case.places)


def test_placeholders_can_be_read() -> None:
    assert {name for _, text in SAID for name in names(text)} >= {"folder", "file", "place", "expected", "found"}


def test_nothing_is_written_here_that_the_guide_says_too() -> None:
    printed = {one for _, text in texts(guide()) for one in sentences(text) if len(words(one)) > 6}
    twice = {one for _, text in SAID for one in sentences(text) if one in printed}
    assert twice == set()
