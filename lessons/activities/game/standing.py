"""Tables of a game: where the four readings stand, the months so far, and all games of a learner."""

from __future__ import annotations

import math
from collections.abc import Sequence

from lessons.activities.numbers import show_number
from lessons.activities.words import local_day
from lessons.course.game_schema import Play as Words
from lessons.course.prose import fill
from lessons.course.two_hats.game import READINGS
from lessons.course.two_hats.month import HOURS
from lessons.page import parts
from lessons.page.markup import Markup, join, tag
from lessons.record.state import Game

from .hours import hour_name
from .play import Play, choice_of, trouble

NO_READING = "–"


def shown(value: float) -> str:
    """A reading as it is printed: a whole number, or – where there is none yet."""
    return NO_READING if math.isnan(value) else f"{value:.0f}"


def stands(words: Words, play: Play) -> Markup:
    """The four readings as bars with numbers and the change of the last month; the total only by one's own weights."""
    now, before = play.readings, play.readings_after(max(play.spent - 1, 0))
    rows: list[Sequence[object]] = [
        (words.readings[name].name, gauge(value), join(shown(value), _change(value, earlier)))
        for name, value, earlier in zip(READINGS, now.tolist(), before.tolist(), strict=True)
    ]
    if play.spent:
        own = ", ".join(show_number(play.game.weights[name]) for name in READINGS)
        rows.append((fill(words.month.weighed, {"weights": own}), gauge(play.total), tag("strong", shown(play.total))))
    return tag("div", parts.table(words.month.stands_header, rows, words.month.stands), class_="th-stands")


def gauge(value: float) -> Markup:
    """A bar of 0 to 100. The number beside it says the same, so it is for the eye only."""
    filled = 0.0 if math.isnan(value) else min(max(value, 0.0), 100.0)
    return tag("span", tag("span", style=f"width:{filled:.1f}%"), class_="th-gauge", aria_hidden="true")


def _change(now: float, before: float) -> Markup | None:
    """(+3), (−2), or nothing where nothing changed as printed."""
    if math.isnan(before) or math.isnan(now) or round(now) == round(before):
        return None
    return tag("span", f" ({round(now) - round(before):+d})".replace("-", "−"), class_="th-muted")


def hours_line(hours: Sequence[float]) -> str:
    """The five kinds of hours, in their order: 8 · 8 · 8 · 8 · 8."""
    return " · ".join(show_number(value) for value in hours)


def so_far(words: Words, play: Play) -> Markup:
    """Every month that is spent: what came, the hours, the readings after it, and why."""
    month, came, hours, because = words.month.so_far_header
    header = (month, came, hours, *(words.readings[name].name for name in READINGS), because)
    rows = [_month_row(words, play, number) for number in range(1, play.spent + 1)]
    return join(kinds(words), parts.table(header, rows, words.month.so_far))


def _month_row(words: Words, play: Play, number: int) -> Sequence[object]:
    event = words.events[play.events[number - 1].kind].name
    read = (shown(value) for value in play.readings_after(number).tolist())
    return (f"{number}", event, hours_line(play.game.hours[number - 1]), *read, play.because(number))


def kinds(words: Words) -> Markup:
    """The five kinds of hours in the order in which they are listed."""
    names = [hour_name(kind, words.hours[kind]) for kind in HOURS]
    dotted = [part for name in names for part in (" · ", name)][1:]
    return tag("p", *dotted, class_="th-muted")


def bare_hours(words: Words, game: Game) -> Markup:
    """The hours of a game whose events are not known here."""
    rows = [(f"{number}", hours_line(hours)) for number, hours in enumerate(game.hours, 1)]
    header = (words.month.so_far_header[0], words.month.so_far_header[2])
    return parts.table(header, rows, words.month.so_far)


def all_games(words: Words, games: Sequence[Game]) -> Markup:
    """Every game of the learner, the latest first. None is compared with another."""
    rows = [
        (local_day(game.at), _year(words, game), f"{len(game.hours)} / {game.months}", _end(words, game))
        for game in reversed(games)
    ]
    return parts.table(words.end.earlier_header, rows, words.end.earlier)


def _year(words: Words, game: Game) -> str:
    choice = choice_of(game)
    return words.years[choice].name if choice else f"{game.kind} {game.seed}"


def _end(words: Words, game: Game) -> str:
    """The readings at the end, with their names; or that it goes on, or is of another edition."""
    if trouble(game):
        return NO_READING
    if not game.done:
        return words.end.going
    read = Play(game).readings.tolist()
    return ", ".join(f"{words.readings[name].name} {shown(value)}" for name, value in zip(READINGS, read, strict=True))
