"""`start.py handouts` hands on what it was asked, and prints into the course's folder unless told otherwise."""

import pytest

import start
from starter.handouts import write_handouts
from tests.start.course import Course


def test_by_default_the_folder_lies_in_the_course(course: Course) -> None:
    course.give_venv()
    assert write_handouts(course.places, ["--lesson", "focus"]) == 0
    assert course.asked() == [f"-m lessons.publish --lesson focus --out {course.places.root / 'handouts'}"]


@pytest.mark.parametrize("given", [["--out", "paper"], ["--out=paper"]])
def test_a_folder_that_is_named_is_kept(course: Course, given: list[str]) -> None:
    course.give_venv()
    write_handouts(course.places, given)
    assert course.asked() == [f"-m lessons.publish {' '.join(given)}"]


def test_its_exit_code_is_the_command_s(course: Course) -> None:
    course.give_venv()
    course.places.python.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
    assert write_handouts(course.places, []) == 1


def test_its_arguments_are_not_start_py_s_own() -> None:
    asked, rest = start.arguments(["handouts", "--lesson", "focus", "--out", "paper"])
    assert (asked.what, rest) == ("handouts", ["--lesson", "focus", "--out", "paper"])
