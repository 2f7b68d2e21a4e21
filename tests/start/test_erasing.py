"""`start.py erase` hands on what it was asked, and ends as the course's own command ends."""

import pytest

import start
from starter.erasing import erase_class
from tests.start.course import Course


@pytest.mark.parametrize("given", [[], ["--class", "hand-ins"], ["--class", "hand-ins", "--yes"]])
def test_it_hands_on_what_it_was_asked(course: Course, given: list[str]) -> None:
    course.give_venv()
    assert erase_class(course.places, given) == 0
    assert course.asked() == [" ".join(["-m lessons.classroom.erase", *given])]


def test_its_exit_code_is_the_command_s(course: Course) -> None:
    course.give_venv()
    course.places.python.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    assert erase_class(course.places, []) == 1


def test_its_arguments_are_not_start_py_s_own() -> None:
    asked, rest = start.arguments(["erase", "--class", "hand-ins"])
    assert (asked.what, rest) == ("erase", ["--class", "hand-ins"])
