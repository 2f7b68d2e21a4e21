"""The game's words keep the rules of every lesson's, and have one text for every key of the model."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from lessons.course import library
from lessons.course.game_rules import CAUSES, HOURS_OF_A_MONTH, KEYS
from lessons.course.library import COURSE, Library
from lessons.course.mark_rules import texts
from lessons.course.mistakes import ContentError
from lessons.course.two_hats.best import CHOICES
from lessons.course.two_hats.events import KINDS, Event
from lessons.course.two_hats.game import READINGS
from lessons.course.two_hats.month import HOURS, MONTH, House, spend
from lessons.course.two_hats.review import budget_moves, held_back

from .readability import grade, sentences, words
from .test_reading import AMERICAN, GRADE, TYPES, WORDS

PLAY = library.game().play
TEXTS = list(texts(library.game()))


def test_the_words_have_the_keys_of_the_model() -> None:
    assert (KEYS["hours"], KEYS["readings"], KEYS["events"]) == (HOURS, READINGS, KINDS)
    assert KEYS["years"] == tuple(CHOICES)
    month = spend(House(), [8] * 5, Event("calm"))
    assert set(CAUSES["losses"]) == set(held_back(month)) and set(CAUSES["parts"]) == set(budget_moves(month))
    assert HOURS_OF_A_MONTH == MONTH


def test_it_reads_at_grade_9_or_below_in_short_sentences() -> None:
    found = [one for _, text in TEXTS if "." in text for one in sentences(text)]
    assert len(found) > 60
    assert grade(found) <= GRADE
    assert [one for one in found if len(words(one)) > WORDS] == []


def test_it_does_not_shout_types_nobody_and_is_spelt_the_british_way() -> None:
    for path, text in TEXTS:
        assert "!" not in text and not TYPES.search(text), path
        assert {word.lower() for word in AMERICAN.findall(text)} <= {"size", "sizes"}, path


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("P4.S4 would", "P9.S4 would", "play.rules.note"),
        ("hours = [16, 8, 8, 0, 8]", "hours = [16, 8, 8, 8, 8]", r"play.practice.tries\[1\].hours"),
        ("[play.events.scare]", "[play.events.fire]", "play.events.fire"),
        ('skill = "a lack', 'luck = "a lack', "play.came.losses.luck"),
        ('one = "1 hour"\n', "", "play.came.hours: expected words for one"),
        ('begin = "Begin the year"\n', "", "play.setup.begin"),
    ],
)
def test_a_mistake_is_named_with_its_place(tmp_path: Path, before: str, after: str, found: str) -> None:
    copy = tmp_path / "course"
    shutil.copytree(COURSE, copy, ignore=shutil.ignore_patterns("*.csv", "__pycache__"))
    file = copy / "two_hats" / "game.toml"
    whole = file.read_text(encoding="utf-8")
    assert before in whole
    file.write_text(whole.replace(before, after), encoding="utf-8")
    with pytest.raises(ContentError, match=f"two_hats/game.toml: {found}"):
        _ = Library(copy).game
