"""The laboratory's words keep the rules of every lesson's: short, calm, British, and no mark that leads nowhere."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lessons.course import library
from lessons.course.library import COURSE, Library
from lessons.course.mark_rules import texts
from lessons.course.mistakes import ContentError

from .readability import grade, sentences, words
from .test_reading import AMERICAN, GRADE, TYPES, WORDS

TEXTS = [
    (path, text)
    for path, text in texts(library.laboratory())
    if not {"labels", "source", "start", "one_out"} & {str(part) for part in path}
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


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("lie in *both*", "lie in [[nowhere]]", "shared_by.intro"),
        ("draws = 5000", "draws = 10", "chance.draws"),
        ('commit = "This is my guess"\n', "", "chance.commit"),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path: Path, before: str, after: str, found: str) -> None:
    copy = tmp_path / "course"
    shutil.copytree(COURSE, copy, ignore=shutil.ignore_patterns("*.csv", "__pycache__"))
    file = copy / "overlap" / "laboratory.toml"
    whole = file.read_text(encoding="utf-8")
    assert before in whole
    file.write_text(whole.replace(before, after), encoding="utf-8")
    with pytest.raises(ContentError, match=f"overlap/laboratory.toml: {found}"):
        _ = Library(copy).laboratory
