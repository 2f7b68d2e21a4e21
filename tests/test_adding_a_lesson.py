"""Adding a lesson as CONTRIBUTING.md says: three files are copied and edited, and no other file is touched."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parents[1]
SLUG, NUMBER = "seventeenth", 90
OPEN_EVERY_STEP = f"""
import lessons.facade as facade
import lessons.opened as opened
from lessons.activities.next import following, notebook_name
from lessons.course import library
from lessons.publish.sheet import participant_sheet

shown = []
facade.show = opened.show = lambda widget, otherwise: shown.append(widget)
lesson = facade.open_in_notebook("{SLUG}")
for step in "begin claim predict case explore cards evidence check reflect next".split():
    getattr(lesson, step)()
added = library.lesson("{SLUG}")
assert library.lessons()[-1] == added
before = library.lesson("focus")
next_one = before.next.model_copy(update={{"lesson": "{SLUG}"}})
assert following(before.model_copy(update={{"next": next_one}})) == added
assert participant_sheet(added, "a4").startswith(b"%PDF")
print(len(shown), library.course().root)
"""


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the course, with one lesson more."""
    ignore = shutil.ignore_patterns("__pycache__")
    for folder in ("lessons", "figures", "notebooks"):
        shutil.copytree(REPOSITORY / folder, tmp_path / folder, ignore=ignore)
    return tmp_path


def add_a_lesson(course: Path) -> None:
    """The steps of CONTRIBUTING.md."""
    folder = course / "lessons/course" / SLUG
    shutil.copytree(course / "lessons/course/focus", folder)
    shutil.copyfile(course / "figures/focus.py", course / f"figures/{SLUG}.py")
    words = (folder / "lesson.toml").read_text(encoding="utf-8")
    for before, after in (
        ("number = 1\n", f"number = {NUMBER}\n"),
        ('slug = "focus"', f'slug = "{SLUG}"'),
        ('chart = "focus"', f'chart = "{SLUG}"'),
        ("Plan the work or move the people?", "A lesson of one’s own"),
    ):
        assert words.count(before) == 1, before
        words = words.replace(before, after)
    words = "".join(line for line in words.splitlines(keepends=True) if not line.startswith("keep = "))
    (folder / "lesson.toml").write_text(words, encoding="utf-8")
    notebook = (course / "notebooks/01_focus.ipynb").read_text(encoding="utf-8")
    notebook = notebook.replace('\\"focus\\"', f'\\"{SLUG}\\"').replace('"lesson": "focus"', f'"lesson": "{SLUG}"')
    notebook = notebook.replace("Plan the work or move the people?", "A lesson of one’s own")
    (course / f"notebooks/{NUMBER}_{SLUG}.ipynb").write_text(notebook, encoding="utf-8")


def files_of(course: Path) -> dict[str, bytes]:
    """Every file of the course."""
    found = (path for path in course.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return {str(path.relative_to(course)): path.read_bytes() for path in found}


def test_a_copied_lesson_opens_without_any_other_file_being_touched(copy: Path) -> None:
    before = files_of(copy)
    add_a_lesson(copy)
    environment = {"TWO_HATS_HOME": str(copy / "home"), "PATH": "", "MPLCONFIGDIR": str(copy / "matplotlib")}
    done = subprocess.run(
        [sys.executable, "-c", OPEN_EVERY_STEP], cwd=copy, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr[-3000:]
    count, root = done.stdout.split()
    assert int(count) == 11  # ten steps and the style sheet
    assert Path(root).resolve() == (copy / "lessons/course").resolve()
    after = files_of(copy)
    assert {name: after[name] for name in before} == before
    notebook = json.loads((copy / f"notebooks/{NUMBER}_{SLUG}.ipynb").read_text(encoding="utf-8"))
    assert notebook["metadata"]["two_hats"]["lesson"] == SLUG
