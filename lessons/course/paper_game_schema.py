"""The shape of ``two_hats/paper.toml``: the game on paper, and the five cards of a team, on paper and on the screen.

Numbers stand in braces: those of the rules come from `two_hats.paper.numbers`, those of the cards from
`two_hats.facts.numbers`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .schema import Prose, Table

CardKey = Literal["door", "workshop", "night_staff", "town", "cash_box"]
Track = Literal["order", "commitment", "direction"]
EventKey = Literal["calm", "rush", "scare", "key_person", "market", "technology"]
HoursKey = Literal["plan", "check", "inspire", "scan", "develop"]
Column = Literal["month", "event", "errors", "delivery", "budget", "because", "start"]


class RoleCard(Table):
    """What one person of a team knows and the others do not. ``sees``: who one is in this house, in a line."""

    key: CardKey
    title: Prose
    sees: Prose
    facts: Annotated[tuple[Prose, ...], Field(min_length=3, max_length=5)]


class Team(Table):
    """Playing together, on paper or at a screen. how: one row for each number of players, (players, how)."""

    title: Prose
    intro: Prose
    players: Prose
    how_to_play: Prose
    how: tuple[tuple[Prose, Prose], ...]
    pace: Prose
    afterwards: Prose
    cut: Prose
    source: Prose
    card: Annotated[tuple[RoleCard, ...], Field(min_length=5, max_length=5)]


class Rules(Table):
    """The rules, in the order in which a month goes."""

    title: Prose
    simpler: Prose
    need: Prose
    start_title: Prose
    start: tuple[Prose, ...]
    month_title: Prose
    month: Annotated[tuple[Prose, ...], Field(min_length=5)]
    end_title: Prose
    end: tuple[Prose, ...]
    tokens: dict[Literal["managing", "leading"], Prose]
    tokens_note: Prose


class Example(Table):
    """One month worked out. ``steps`` name its numbers, which are computed."""

    title: Prose
    intro: Prose
    steps: tuple[Prose, ...]
    because: Prose


class Scores(Table):
    """The sheet on which a year is written down. ``short``: the tracks as heads of narrow columns."""

    title: Prose
    intro: Prose
    columns: dict[Column, Prose]
    tracks: dict[Track, Prose]
    short: dict[Track, Prose]
    hours: dict[HoursKey, Prose]
    events: dict[EventKey, Prose]
    points: Prose
    lowest: Prose
    stop: Prose


class Ways(Table):
    """What simple ways of playing come to, for the one who leads the talk. rows: way of `paper.WAYS`, its name."""

    title: Prose
    intro: Prose
    header: Annotated[tuple[Prose, ...], Field(min_length=5, max_length=5)]
    rows: tuple[tuple[str, Prose], ...]
    note: Prose


class PaperGame(Table):
    """The game of lesson 15 on paper."""

    title: Prose
    intro: Prose
    rules: Rules
    example: Example
    scores: Scores
    ways: Ways
    team: Team
