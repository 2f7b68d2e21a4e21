"""The years of the game in a portfolio: what counted, the hours month by month, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lessons.course import library, prose
from lessons.course.game_schema import Named, Play
from lessons.course.two_hats.best import CHOICES
from lessons.course.two_hats.events import Year
from lessons.course.two_hats.month import HOURS
from lessons.publish.entries import Entry, number
from lessons.record.state import Game, LessonState

GAME = "two_hats"
"""The lesson that has the game."""
WHO, BETWEEN = "other_weights", "play_twice"
"""Prompts of the record: who would choose other weights, and one line between two games."""


def game_prompts() -> dict[str, str]:
    """What the last lesson asks for in one's own words, by prompt."""
    words = library.game()
    return {
        WHO: words.play.setup.who,
        **words.plan.prompts,
        BETWEEN: words.look_back.twice.prompt,
    }


def game_entries(done: LessonState) -> Iterator[Entry]:
    """Every year that was begun, oldest first."""
    words = library.game().play
    for game in done.games:
        if game.hours:
            yield from _year(game, words)


def _year(game: Game, words: Play) -> Iterator[Entry]:
    span = {"year": _name(game, words), "months": len(game.hours), "all": game.months}
    lines = [_month(place, hours, _at(game.because, place), words) for place, hours in enumerate(game.hours, 1)]
    yield Entry(prose.fill(library.words("portfolio.year"), span), "\n".join(lines))
    weights = [f"{_named(words.readings, key)} {number(value)}" for key, value in game.weights.items()]
    yield Entry(library.words("portfolio.weights"), ", ".join(weights))
    if game.expected:
        reading = _named(words.readings, game.expected.reading)
        asked = prose.fill(library.words("portfolio.expected"), {"reading": reading})
        yield Entry(asked, f"{number(game.expected.value)}\n{game.expected.text}".rstrip())


def _month(place: int, hours: Sequence[float], because: str, words: Play) -> str:
    named = [words.hours[kind].name if kind in words.hours else kind for kind in HOURS]
    spent = ", ".join(f"{name} {number(one)}" for name, one in zip(named, hours, strict=False))
    template = library.words("portfolio", "because" if because else "month")
    return prose.fill(template, {"number": place, "hours": spent, "because": because})


def _at(because: Sequence[str], place: int) -> str:
    return because[place - 1] if place <= len(because) else ""


def _name(game: Game, words: Play) -> str:
    """The name under which a year is offered, or its kind."""
    year = Year(game.kind, game.seed, game.months)
    key = next((name for name, one in CHOICES.items() if one == year), "")
    return words.years[key].name if key in words.years else game.kind


def _named(table: Mapping[str, Named], key: str) -> str:
    """The name of a reading; one of another edition stands as it is."""
    return table[key].name if key in table else key
