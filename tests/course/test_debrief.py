"""The debrief's words keep the rules of every lesson's, and its notebook has the screens in the order of the words."""

from __future__ import annotations

import json

from lessons.activities.next import NOTEBOOKS
from lessons.course import library
from lessons.course.mark_rules import texts

from .readability import grade, sentences, words
from .test_reading import AMERICAN, GRADE, TYPES, WORDS

DEBRIEF = library.debrief()
TEXTS = [
    (path, text)
    for path, text in texts(DEBRIEF)
    if not {"labels", "common"} & {str(part) for part in path}  # words in charts, and a list of small words
]


def test_it_reads_at_grade_9_or_below_in_short_sentences() -> None:
    found = [one for _, text in TEXTS if "." in text for one in sentences(text)]
    assert len(found) > 60
    assert grade(found) <= GRADE
    assert [one for one in found if len(words(one)) > WORDS] == []


def test_it_does_not_shout_types_nobody_and_is_spelt_the_british_way() -> None:
    for path, text in TEXTS:
        assert "!" not in text and not TYPES.search(text), path
        assert not AMERICAN.findall(text), path


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
