"""Each notebook's headings are its lesson's titles: what is edited in one place is edited in the other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lessons.activities.next import NOTEBOOKS, notebook_name
from lessons.course import library
from lessons.course.schema import Lesson

LESSONS = [lesson for lesson in library.lessons() if (NOTEBOOKS / notebook_name(lesson)).is_file()]
STEPS = ("claim", "predict", "case", "explore", "cards", "evidence", "check", "reflect")


def cells(path: Path, kind: str) -> list[str]:
    """The sources of a notebook's cells of one kind."""
    found = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return ["".join(cell["source"]) for cell in found if cell["cell_type"] == kind]


def plain(heading: str) -> str:
    """A heading as it is compared: without its mark, in small letters, with straight quotes."""
    return heading.lstrip("# ").casefold().replace("’", "'").strip()


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_headings_are_the_titles_of_the_lesson(lesson: Lesson) -> None:
    headings = [plain(one) for one in cells(NOTEBOOKS / notebook_name(lesson), "markdown") if one.startswith("#")]
    assert headings[0] == plain(lesson.title)
    for step in STEPS:
        title = plain(getattr(lesson, step).title)
        expected = step if title == step else f"{step}: {title}"
        assert expected in headings


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.slug)
def test_every_step_is_called_once_and_in_order(lesson: Lesson) -> None:
    code = "\n".join(cells(NOTEBOOKS / notebook_name(lesson), "code"))
    calls = [f"lesson.{step}()" for step in ("begin", *STEPS, "next")]
    places = [code.index(call) for call in calls]
    assert places == sorted(places)
    assert all(code.count(call) == 1 for call in calls)
    assert f'open_lesson("{lesson.slug}")' in code
