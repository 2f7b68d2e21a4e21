"""The games of lesson 15, as their events add up: what was spent in each month, and what was taken back.

A game of an edition that this code does not play is kept like any other: only who plays it asks for the edition. A
month that another window has opened again or put away is left alone, so that two windows do no harm.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from .events import Event
from .fields import named_numbers, number, numbers, text, whole
from .state import Expected, Game, LessonState


def began(lesson: LessonState, event: Event) -> LessonState:
    """A new game, behind the earlier ones. A game that is there already stays as it is."""
    game = Game(
        game=text(event, "game"),
        edition=whole(event, "edition"),
        kind=text(event, "kind"),
        seed=whole(event, "seed", least=0),
        months=whole(event, "months"),
        weights=named_numbers(event.data["weights"]),
        team=whole(event, "team"),
        at=event.at,
        last_at=event.at,
    )
    known = any(other.game == game.game for other in lesson.games)
    return lesson if known else replace(lesson, games=(*lesson.games, game))


def spent(lesson: LessonState, event: Event) -> LessonState:
    """A month's hours. They take the place of what stood there and of all that came after."""
    month, hours = whole(event, "month"), numbers(event.data["hours"])
    because = text(event, "because") if "because" in event.data else ""

    def with_month(game: Game) -> Game:
        if month > min(len(game.hours) + 1, game.months):
            return game
        before = month - 1
        return replace(
            game,
            hours=(*game.hours[:before], hours),
            because=(*game.because[:before], because),
            firsts={month: hours, **game.firsts},
            last_at=event.at,
        )

    return _in_its_game(lesson, event, with_month)


def stepped_back(lesson: LessonState, event: Event) -> LessonState:
    """That month and the later ones are open again."""
    month = whole(event, "to")

    def opened(game: Game) -> Game:
        if month > len(game.hours):
            return game
        kept = month - 1
        return replace(
            game, hours=game.hours[:kept], because=game.because[:kept], backs=game.backs + 1, last_at=event.at
        )

    return _in_its_game(lesson, event, opened)


def expected(lesson: LessonState, event: Event) -> LessonState:
    """What the player thought, half way, that one reading would come to."""
    thought = Expected(text(event, "reading"), number(event.data["value"]), text(event, "text"))
    return _in_its_game(lesson, event, lambda game: replace(game, expected=thought, last_at=event.at))


def _in_its_game(lesson: LessonState, event: Event, change: Callable[[Game], Game]) -> LessonState:
    """The lesson with one of its games changed; a game that is not here (any more) changes nothing."""
    name = text(event, "game")
    return replace(lesson, games=tuple(change(game) if game.game == name else game for game in lesson.games))


GAME_KINDS: Mapping[str, Callable[[LessonState, Event], LessonState]] = {
    "began": began,
    "spent": spent,
    "stepped_back": stepped_back,
    "expected": expected,
}
