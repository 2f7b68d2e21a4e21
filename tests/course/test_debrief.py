"""The debrief's notebook has the screens in the order of the words."""

from __future__ import annotations

import json

from lessons.activities.next import NOTEBOOKS
from lessons.course import library

DEBRIEF = library.debrief()


def test_the_notebook_has_a_heading_and_a_call_for_each_screen_in_order() -> None:
    cells = json.loads((NOTEBOOKS / "instructor" / "class_debrief.ipynb").read_text(encoding="utf-8"))["cells"]
    headings = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
    titles = {"folder": DEBRIEF.folder.title, **{name: one.title for name, one in DEBRIEF.screens.items()}}
    titles["hands"] = DEBRIEF.hands.title
    assert headings == [f"# {DEBRIEF.title}", headings[1], *(f"## {title}" for title in titles.values())]
    code = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    calls = [code.index(f"lesson.{name}()") for name in ("begin", *titles)]
    assert calls == sorted(calls) and 'open_lesson("class_debrief")' in code
    assert all(cell["outputs"] == [] for cell in cells if cell["cell_type"] == "code")
