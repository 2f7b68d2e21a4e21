"""The game has one text for every key of the model."""

from __future__ import annotations

from lessons.course.game_rules import CAUSES, HOURS_OF_A_MONTH, KEYS
from lessons.course.two_hats.best import CHOICES
from lessons.course.two_hats.events import KINDS, Event
from lessons.course.two_hats.game import READINGS
from lessons.course.two_hats.month import HOURS, MONTH, House, spend
from lessons.course.two_hats.review import budget_moves, held_back


def test_the_words_have_the_keys_of_the_model() -> None:
    assert (KEYS["hours"], KEYS["readings"], KEYS["events"]) == (HOURS, READINGS, KINDS)
    assert KEYS["years"] == tuple(CHOICES)
    month = spend(House(), [8] * 5, Event("calm"))
    assert set(CAUSES["losses"]) == set(held_back(month)) and set(CAUSES["parts"]) == set(budget_moves(month))
    assert HOURS_OF_A_MONTH == MONTH
