"""The words that stand in no lesson keep the rules of every lesson's, and a mistake in them is named with its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from lessons.course import library
from lessons.course.library import Library
from lessons.course.mark_rules import texts
from lessons.course.mistakes import ContentError

from .readability import grade, sentences, words
from .test_reading import AMERICAN, GRADE, TYPES, WORDS

NOT_READ = {
    "laboratory": {"labels", "source", "start", "one_out"},  # words in charts, and sets of skills
    "debrief": {"labels", "common"},  # words in charts, and a list of small words
    "game": set(),
    "paper_game": set(),
    "notice": set(),
    "planning": {"praise"},  # words that a case should not have
}
"""The tables of the library, each with the parts that nobody reads as sentences."""
NOUNS = {"size", "sizes"}


@pytest.fixture(params=NOT_READ)
def said(request: pytest.FixtureRequest) -> list[tuple[str, str]]:
    """The texts of one table, each with its place."""
    table = getattr(library, request.param)()
    return [
        (".".join(map(str, path)), text)
        for path, text in texts(table)
        if not NOT_READ[request.param] & {str(part) for part in path}
    ]


def test_they_read_at_grade_9_or_below_in_short_sentences(said: list[tuple[str, str]]) -> None:
    found = [one for _, text in said if "." in text for one in sentences(text)]
    assert len(found) > 20
    assert grade(found) <= GRADE
    assert [one for _, text in said for one in sentences(text) if len(words(one)) > WORDS] == []


def test_they_do_not_shout_type_nobody_and_are_spelt_the_british_way(said: list[tuple[str, str]]) -> None:
    for place, text in said:
        assert "!" not in text and not TYPES.search(text), place
        assert {word.lower() for word in AMERICAN.findall(text)} <= NOUNS, place


@pytest.mark.parametrize(
    ("file", "before", "after", "found"),
    [
        ("overlap/laboratory.toml", "lie in *both*", "lie in [[nowhere]]", "shared_by.intro"),
        ("overlap/laboratory.toml", "draws = 5000", "draws = 10", "chance.draws"),
        ("overlap/laboratory.toml", 'commit = "This is my guess"\n', "", "chance.commit"),
        ("two_hats/game.toml", "P4.S4 would", "P9.S4 would", "play.rules.note"),
        ("two_hats/game.toml", "hours = [16, 8, 8, 0, 8]", "hours = [16, 8, 8, 8, 8]", "play.practice.tries[1].hours"),
        ("two_hats/game.toml", "[play.events.scare]", "[play.events.fire]", "play.events.fire"),
        ("two_hats/game.toml", 'skill = "', 'luck = "', "play.came.losses.luck"),
        ("two_hats/game.toml", 'one = "1 hour"\n', "", "play.came.hours: expected words for one"),
        ("two_hats/game.toml", 'begin = "Begin the year"\n', "", "play.setup.begin"),
        ("classroom/notice.toml", "to {authority}", "to {nobody}", "paragraph[8].text"),
        ("classroom/notice.toml", 'until = "a date', '# until = "a date', "fields"),
        ("two_hats/paper.toml", "P4.S4 would", "P9.S9 would", "rules.tokens_note"),
        ("two_hats/paper.toml", 'key = "door"', 'key = "window"', "team.card[0].key"),
    ],
)
def test_a_mistake_is_named_with_its_place(
    change_whole: Callable[[str, str, str], Library], file: str, before: str, after: str, found: str
) -> None:
    course: Any = change_whole(file, before, after)
    tables = {"laboratory": "laboratory", "game": "game", "notice": "notice", "paper": "paper_game"}
    with pytest.raises(ContentError, match=re.escape(f"{file}: {found}")):
        getattr(course, tables[file.split("/")[1].removesuffix(".toml")])
