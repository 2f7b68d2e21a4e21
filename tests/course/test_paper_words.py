"""The words of the game on paper and of the privacy notice keep the rules of every lesson's."""

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

TEXTS = [text for table in (library.paper_game(), library.notice()) for _, text in texts(table)]


def test_they_read_at_grade_9_or_below_in_short_sentences() -> None:
    found = [one for text in TEXTS if "." in text for one in sentences(text)]
    assert len(found) > 100
    assert grade(found) <= GRADE
    assert [one for one in found if len(words(one)) > WORDS] == []


def test_they_do_not_shout_type_nobody_and_are_spelt_the_british_way() -> None:
    for text in TEXTS:
        assert "!" not in text and not TYPES.search(text) and not AMERICAN.findall(text), text


@pytest.mark.parametrize(
    ("file", "before", "after", "found"),
    [
        ("classroom/notice.toml", "to {authority}", "to {nobody}", "paragraph[8].text"),
        ("classroom/notice.toml", 'until = "a date', '# until = "a date', "fields"),
        ("two_hats/paper.toml", "P4.S4 would", "P9.S9 would", "rules.tokens_note"),
        ("two_hats/paper.toml", 'key = "door"', 'key = "window"', "team.card[0].key"),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path: Path, file: str, before: str, after: str, found: str) -> None:
    copy = tmp_path / "course"
    shutil.copytree(COURSE, copy, ignore=shutil.ignore_patterns("*.csv", "__pycache__"))
    whole = (copy / file).read_text(encoding="utf-8")
    assert before in whole
    (copy / file).write_text(whole.replace(before, after), encoding="utf-8")
    course = Library(copy)
    with pytest.raises(ContentError) as error:
        _ = course.notice if "notice" in file else course.paper_game
    assert found in str(error.value)
