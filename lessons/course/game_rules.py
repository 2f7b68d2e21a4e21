"""What the shape of ``two_hats/game.toml`` cannot say: every key has its words, and a month has its hours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from .game_schema import (
    HOURS_OF_A_MONTH,
    Choice,
    Count,
    Course,
    Event,
    GameWords,
    Hour,
    Loss,
    Move,
    Part,
    Reading,
    Team,
)
from .mistakes import Complaint


def game_complaints(game: GameWords) -> Iterator[Complaint]:
    """A key without words, and a guided try whose hours do not fill the month."""
    play = game.play
    tables: tuple[tuple[str, Mapping[Any, object], Any], ...] = (
        ("play.hours", play.hours, Hour),
        ("play.readings", play.readings, Reading),
        ("play.events", play.events, Event),
        ("play.years", play.years, Choice),
        ("play.teams", play.teams, Team),
        ("play.came.losses", play.came.losses, Loss),
        ("play.came.moves", play.came.moves, Move),
        ("play.came.courses", play.came.courses, Course),
        ("play.came.parts", play.came.parts, Part),
        ("play.came.hours", play.came.hours, Count),
    )
    for place, table, keys in tables:
        if missing := [key for key in get_args(keys) if key not in table]:
            yield place, f"words for {', '.join(missing)}", "none"
    for number, guided in enumerate(play.practice.tries):
        if sum(guided.hours) != HOURS_OF_A_MONTH:
            yield f"play.practice.tries[{number}].hours", f"{HOURS_OF_A_MONTH} hours", f"{sum(guided.hours)}"
