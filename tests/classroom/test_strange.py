"""Hand-ins that have the right shape and make no sense: none of them may keep the teacher from the rest.

A learner can write such a file by hand: a lesson and cards that do not exist, numbers at the edge of what a number can
be, games of another edition with three kinds of hours, answers to a ninety-ninth question, hostile words.
"""

from __future__ import annotations

import os
import random
from pathlib import Path
from typing import Any

import pytest

import lessons.facade_teacher as facade
from lessons.classroom.debrief.desk import DebriefDesk
from lessons.classroom.debrief.folder import FolderView
from lessons.classroom.debrief.screen import Screen
from lessons.classroom.export import to_csv
from lessons.classroom.handin import write
from lessons.classroom.table import table
from lessons.course import library
from lessons.page.page import Page
from lessons.record.handin import HandIn, new_secret, seal
from tests.classroom.hostile import MARKUP
from tests.classroom.test_debrief import said

SCREENS = [one for one in vars(facade).values() if isinstance(one, type) and issubclass(one, Screen)]
LESSONS = ("start_here", "focus", "goals", "overlap", "ninety_percent", "two_hats", "no_such_lesson")
NAMES = ("T01", "T54", "lesson", "first", "second", "1", "A", "e", "x" * 40, "T01 .-_", "Infinity")
NUMBERS = (0.0, -0.0, 1e-320, -1e308, 1.7976931348623157e308, 7.0, 14.5, 30.0, 2.0**53, -3.0)
ROLES = ("managing", "leading", "both", "neither")


def strange(chance: random.Random) -> HandIn:
    """A hand-in that passes every check of its shape, with as little sense as there can be."""

    def some(make: Any, most: int) -> list[Any]:
        return [make() for _ in range(chance.choice((0, 1, most)))]

    def name() -> str:
        return chance.choice(NAMES)

    def hours() -> list[float]:
        return [chance.choice((0.0, 0.1, 1e-300, 40.0, 1000.0)) for _ in range(chance.choice((1, 5, 5, 10)))]

    def given() -> Any:
        one = chance.choice((name(), chance.choice(NUMBERS)))
        return chance.choice((None, one, [one, one], {name(): one}, [], {}))

    def game() -> dict[str, Any]:
        months = chance.choice((1, 10, 24))
        weights = chance.choice((["delivery", "budget", "commitment", "direction"], some(name, 10)))
        return {
            "edition": chance.choice((1, 1, 2, 10_000)),
            "kind": chance.choice(("year", "A", "B", "practice", name())),
            "seed": chance.choice((0, 1, 71, 2**63 - 1)),
            "months": months,
            "weights": {one: chance.choice(NUMBERS) for one in weights},
            "hours": some(hours, chance.choice((months, 24))),
            "backs": chance.choice((0, 10_000)),
        }

    def check() -> dict[str, Any]:
        return {"first": given(), "right": chance.choice((None, True, False)), "tries": chance.choice((1, 10_000))}

    decided = chance.choice(({}, {"2": "E"}, {"1": "A", "2": "E"}, {"1": "B", "2": "C"}))
    predicted = {"value": chance.choice((None, *NUMBERS)), "sure": chance.choice(("guess", "fairly", "nearly"))}
    return HandIn.model_validate(
        {
            "format": "two-hats hand-in",
            "version": 1,
            "lesson": chance.choice(LESSONS),
            "pseudonym": new_secret(),
            "day": chance.choice(("1000-01-01", "2026-11-24", "2999-12-31")),
            "opens": some(new_secret, 3),
            "seal": seal(new_secret()),
            "prediction": chance.choice((None, predicted)),
            "choices": decided,
            "own_cases": {new_secret()[:16]: chance.choice(({}, {"1": "D"}, {"2": "E"})) for _ in range(3)},
            "checks": {chance.choice(("1", "2", "3", "9", "99")): check() for _ in range(chance.choice((0, 3, 20)))},
            "sorts": {name(): {name(): chance.choice(ROLES) for _ in range(9)} for _ in range(chance.choice((0, 4)))},
            "sort_sure": {one: chance.choice(("guess", "nearly")) for one in some(name, 4)},
            "games": some(game, 4),
            "texts": {one: chance.choice(MARKUP[:9]) for one in [*some(name, 5), "reflection", "plan_then"]},
        }
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three hundred of them in one class."""
    made, chance = tmp_path_factory.mktemp("class"), random.Random(int(os.environ.get("TWO_HATS_SEED", "7")))
    for _ in range(300):
        assert isinstance(write(strange(chance), made), Path)
    return made


def harmless(shown: str) -> None:
    assert "<img src=x" not in shown and "<script" not in shown and "<svg onload" not in shown


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.name)
@pytest.mark.parametrize("slug", ["focus", "goals", "overlap", "two_hats"])
def test_every_screen_of_the_debrief_bears_them(folder: Path, screen: type[Screen], slug: str) -> None:
    if slug not in {one.slug for one in library.lessons()}:
        pytest.fail(f"there is no lesson {slug} any more: name another one here")
    desk = DebriefDesk(Page(), str(folder))
    desk.choose(slug)
    shown = screen(desk)
    desk.update(str(folder))
    harmless(said(shown))
    desk.close()


def test_the_folder_and_the_table_bear_them(folder: Path) -> None:
    desk = DebriefDesk(Page(), str(folder))
    view = FolderView(desk)
    desk.update(str(folder))
    harmless(said(view))
    assert len(desk.shown) == 300 and desk.left_out == ()
    content = to_csv(table(desk.shown))
    assert content.count(b"\r\n") == 301
    desk.close()
