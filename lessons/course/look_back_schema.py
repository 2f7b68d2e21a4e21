"""The shape of the part of ``two_hats/game.toml`` that comes after the game: looking back, the plan, the last page.

Texts with numbers in braces are filled by `lessons.activities.game`; the model computes every number.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from .schema import Prose, Table

Verdict = Literal["nearly_nothing", "every_reading", "above_answering", "above_even", "even_better"]
EventKind = Literal["calm", "rush", "key_person", "scare", "market", "technology"]
Hat = Literal["managing", "leading"]
Way = Literal["even", "steady", "answering", "only_managing", "only_leading", "best_found"]
Player = Literal["mostly_managing", "answering", "mostly_leading"]
Counted = Literal["own", "equal", "delivery", "commitment"]
PlanLine = Literal["plan_if", "plan_then", "plan_date", "plan_observer", "plan_unless", "plan_change"]


# ---- looking back ----------------------------------------------------------------------------------------------------
class NoYear(Table):
    """What is said while there is no year to look back on."""

    none: Prose
    under_way: Prose
    other_edition: Prose
    not_ours: Prose
    which: Prose
    """Asked where several years are over; ``one`` names each of them."""
    one: Prose


class Names(Table):
    """Events and hats inside a sentence, what a change is called, and a year that is none of the game's choices."""

    events: dict[EventKind, Prose]
    hats: dict[Hat, Prose]
    other_year: Prose
    gains: Prose
    loses: Prose


class YearEnd(Table):
    """The end of a year. ``findings`` are titles by what `review.verdict` says under one's own weights."""

    findings: dict[Verdict, Prose]
    below: Prose
    ahead: Prose
    level: Prose
    hours_then: Prose
    same_hours: Prose
    moved: Prose
    expected: Prose
    stop: Prose
    in_words: Prose
    subtitle: Prose
    split: Prose
    why: Prose
    open_text: Prose
    close_text: Prose


class WhereHours(Table):
    """Page 1: one's own hours by kind and month."""

    title: Prose
    table: Prose
    kind: Prose
    month: Prose
    all: Prose
    total: Prose
    split: Prose
    help: Prose
    ask: Prose
    look: Prose
    largest: Prose
    never: Prose


class Replayed(Table):
    """Page 2: the same events with other hours."""

    title: Prose
    leading: Prose
    managing: Prose
    leading_nothing: Prose
    managing_nothing: Prose
    fifth: Prose
    half: Prose
    gives: Prose
    choose: Prose
    unit: Prose
    at: dict[Literal["leading", "managing", "nothing"], Prose]
    own: Prose
    own_press: Prose
    own_left: Prose
    header: tuple[Prose, ...] = Field(min_length=5, max_length=5)
    you: Prose
    own_hours: Prose
    other: Prose
    change: Prose
    no_change: Prose
    table: Prose
    subtitle: Prose
    in_words: Prose
    see: Prose
    hide: Prose


class Advice(Table):
    """The prediction again, and what one piece of advice does to three players."""

    title: Prose
    guessed: Prose
    not_guessed: Prose
    answer: Prose
    table: Prose
    header: tuple[Prose, ...] = Field(min_length=5, max_length=5)
    players: dict[Player, Prose]
    after: Prose


class Ways(Table):
    """Page 3: the year beside simple ways through it."""

    title: Prose
    intro: Prose
    table: Prose
    header: tuple[Prose, ...] = Field(min_length=6, max_length=6)
    names: dict[Way, Prose]
    what: dict[Way, Prose]
    you: Prose
    yours: Prose
    nobody_searched: Prose
    after: Prose
    where_title: Prose
    where: tuple[Prose, ...] = Field(min_length=1)


class Weighed(Table):
    """Page 4: totals under one's own weights and under others."""

    title: Prose
    table: Prose
    header: tuple[Prose, ...] = Field(min_length=6, max_length=6)
    rows: dict[Counted, Prose]
    who: Prose
    ask: Prose


class Aloud(Table):
    """Things to say aloud, each a head and its sentences."""

    head: Prose
    text: Prose


class Twice(Table):
    """One line between two games."""

    title: Prose
    text: Prose
    prompt: Prose
    save: Prose
    saved: Prose


class LookBack(Table):
    no_year: NoYear
    names: Names
    year_end: YearEnd
    hours: WhereHours
    again: Replayed
    advice: Advice
    ways: Ways
    weights: Weighed
    aloud_title: Prose
    aloud: tuple[Aloud, ...] = Field(min_length=1)
    twice: Twice


# ---- the plan --------------------------------------------------------------------------------------------------------
class OwnSentence(Table):
    """The first sentence, finished again before the old one is opened."""

    title: Prose
    intro: Prose
    prompt: Prose
    save: Prose
    saved: Prose
    opened: Prose
    ask: Prose
    change: Prose


class Halves(Table):
    title: Prose
    managing: Prose
    leading: Prose
    save: Prose
    saved: Prose


class PlanField(Table):
    """One line of the plan: what stands before it, what it is, and what is said while it is empty."""

    label: Prose
    hint: Prose
    empty: Prose


class Act(Table):
    """One act in six lines."""

    title: Prose
    intro: Prose
    lines: dict[PlanLine, PlanField]
    save: Prose
    saved: Prose
    spoken: Prose
    not_a_day: Prose
    past: Prose
    too_long: Prose
    examples: tuple[Prose, ...] = Field(min_length=1)
    examples_note: Prose
    open_examples: Prose
    close_examples: Prose
    unless: Prose
    asked: Prose
    seen: Prose
    aloud: Prose


class ExitQuestion(Table):
    title: Prose
    intro: Prose
    prompt: Prose
    save: Prose
    saved: Prose


class PlanPage(Table):
    sentence: OwnSentence
    halves: Halves
    act: Act
    sure: Prose
    exit: ExitQuestion

    @property
    def prompts(self) -> dict[str, str]:
        """Under which prompt the record keeps which words, and what was asked for them."""
        own = {
            "sentence15": self.sentence.prompt,
            "managing_first": self.halves.managing,
            "leading_first": self.halves.leading,
        }
        return {**own, **{line: words.label for line, words in self.act.lines.items()}, "exit": self.exit.prompt}


# ---- the last page ---------------------------------------------------------------------------------------------------
class TwoEvenings(Table):
    """What one of the six said on the first evening, and on the last."""

    name: Prose
    first: Prose
    last: Prose


class LastPage(Table):
    title: Prose
    whose: Prose
    first: Prose
    today: Prose
    choices: Prose
    type: Prose
    moved: Prose
    managing: Prose
    leading: Prose
    plan: Prose
    six: Prose
    table: Prose
    header: tuple[Prose, Prose, Prose]
    people: tuple[TwoEvenings, ...] = Field(min_length=6, max_length=6)
    closing: Prose
    empty: Prose
    save: Prose
    saved: Prose


# ---- around one table ------------------------------------------------------------------------------------------------
class TeamCards(Table):
    """The cards around one screen. What they say and how so many play stands with the game on paper.

    ``numbers``: the players to choose from, in the order of `lessons.activities.game.dealing`.
    """

    show: Prose
    hide: Prose
    how_many: Prose
    numbers: tuple[Prose, ...] = Field(min_length=6, max_length=6)
    deal: Prose
    dealt: Prose
    card: Prose
    player: Prose
    pair: Prose
    table: Prose
    open: Prose
    close: Prose
    private: Prose
    after: Prose
    open_all: Prose
    close_all: Prose
