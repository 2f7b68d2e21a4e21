"""The shape of ``two_hats/game.toml``: the game of lesson 15, one class for each of its tables.

The keys of its tables are those of the model; ``game_rules`` checks them.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .look_back_schema import LastPage, LookBack, PlanPage, TeamCards
from .schema import Prose, Table

Five = tuple[int, int, int, int, int]


# ---- play ------------------------------------------------------------------------------------------------------------
class Rules(Table):
    """The rules on one screen, and what hours and readings are."""

    intro: Prose
    rules: tuple[Prose, ...] = Field(min_length=1)
    table: Prose
    header: tuple[Prose, Prose]
    note: Prose
    readings: Prose
    readings_header: tuple[Prose, Prose, Prose]


class Named(Table):
    name: Prose
    about: Prose


class HourWords(Named):
    """One kind of hours. ``doing``: its name inside a sentence."""

    doing: Prose


class Announced(Table):
    """Who announces a kind of event, in three lines used in turn, and what it does in the model."""

    name: Prose
    who: Prose
    lines: tuple[Prose, Prose, Prose]
    does: Prose


class Setup(Table):
    """What is chosen before a year: weights, the year, and how many play."""

    weights: Prose
    points: Annotated[int, Field(ge=1)]
    intro: Prose
    left: Prose
    done: Prose
    wrong: Prose
    who: Prose
    year: Prose
    team: Prose
    once: Prose
    begin: Prose
    begun: Prose


class Try(Table):
    """A guided try of the practice month. ``came`` is shown when these hours were spent."""

    hours: Five
    do: Prose
    came: Prose


class Practice(Table):
    title: Prose
    intro: Prose
    tries: tuple[Try, ...] = Field(min_length=1)
    spend: Prose
    set_up: Prose
    other: Prose
    closing: Prose
    open: Prose
    close: Prose


class MonthWords(Table):
    """The page of one month."""

    title: Prose
    model: Prose
    left: Prose
    full: Prose
    over: Prose
    short: Prose
    same: Prose
    because: Prose
    spend: Prose
    back: Prose
    back_used: Prose
    again: Prose
    elsewhere: Prose
    stands: Prose
    stands_header: tuple[Prose, Prose, Prose]
    weighed: Prose
    so_far: Prose
    so_far_header: tuple[Prose, Prose, Prose, Prose]
    open: Prose
    close: Prose


class Came(Table):
    """What came of a month, and why: one head a reading, and a text for each cause."""

    title: Prose
    spoken: Prose
    first: Prose
    first_header: tuple[Prose, Prose, Prose]
    delivery: Prose
    losses: dict[str, Prose]
    commitment: Prose
    moves: dict[str, Prose]
    lowest: Prose
    highest: Prose
    budget: Prose
    parts: dict[str, Prose]
    debt: Prose
    beyond: Prose
    direction: Prose
    courses: dict[str, Prose]
    hours: dict[str, Prose]


class HalfWay(Table):
    """The question after month five."""

    title: Prose
    ask: Prose
    which: Prose
    number: Prose
    line: Prose
    keep: Prose
    missing: Prose
    kept: Prose


class End(Table):
    title: Prose
    spoken: Prose
    expected: Prose
    stop: Prose
    looking: Prose
    again: Prose
    earlier: Prose
    earlier_header: tuple[Prose, Prose, Prose, Prose]
    open: Prose
    close: Prose
    going: Prose
    go_on: Prose
    edition: Prose
    not_ours: Prose


class Play(Table):
    """The game as it is played."""

    title: Prose
    rules: Rules
    hours: dict[str, HourWords]
    readings: dict[str, Named]
    events: dict[str, Announced]
    years: dict[str, Named]
    teams: dict[str, Prose]
    setup: Setup
    practice: Practice
    month: MonthWords
    came: Came
    half_way: HalfWay
    end: End


class GameWords(Table):
    """Every table of the file."""

    play: Play
    look_back: LookBack
    plan: PlanPage
    last_page: LastPage
    team: TeamCards
