"""The shape of the texts of the teacher's notebooks, ``classroom/*.toml``."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .laboratory_schema import Drawn
from .schema import Prose, Table

ScreenName = Literal[
    "came_in",
    "expected",
    "chose",
    "sure",
    "first_cards",
    "moved",
    "disagree",
    "shared",
    "hard",
    "months",
    "advice",
    "plans",
    "minds",
    "take_away",
]


class Screen(Table):
    """One screen of the debrief. title: its heading in the notebook; help: how to read it; ask: what to ask the class.

    charts: the words of its charts by name; says: its other sentences by key, the titles of words that are no chart
    among them.
    """

    title: Prose
    help: Prose
    ask: Prose
    charts: dict[str, Drawn] = Field(default_factory=dict)
    says: dict[str, Prose] = Field(default_factory=dict)


class Folder(Table):
    """Where hand-ins are, which lesson is looked at, and what was left out."""

    title: Prose
    intro: Prose
    place: Prose
    read: Prose
    lesson: Prose
    follow: Prose
    empty: Prose
    found: Prose
    shown: Prose
    updated: Prose
    left_out: Prose
    none_left_out: Prose
    withdrawn: Prose
    table: Prose
    table_help: Prose
    save: Prose
    saved: Prose
    columns: tuple[Prose, Prose]
    caption: Prose


class Hands(Table):
    """Numbers that were counted by hand: a show of hands, and the tally of a paper sort."""

    title: Prose
    intro: Prose
    first: Prose
    second: Prose
    after: Prose
    guesses: Prose
    under: Prose
    between: Prose
    over: Prose
    nearly: Prose
    cards: Prose
    cards_help: Prose
    which: Prose
    sorts: dict[Literal["first", "second"], Prose]
    use: Prose
    clear: Prose
    used: Prose
    cleared: Prose
    bad: Prose
    bad_card: Prose
    counted: Prose
    open: Prose
    close: Prose


class Debrief(Table):
    """The class debrief. waiting stands where fewer than five have handed in; thoughts are misconceptions in plain
    words, by their code in the check questions."""

    title: Prose
    head: tuple[Prose, ...] = Field(min_length=1)
    waiting: Prose
    nothing: Prose
    ask: Prose
    by_hand: Prose
    open_text: Prose
    close_text: Prose
    folder: Folder
    thoughts: dict[Annotated[str, Field(pattern=r"^M\d{1,2}$")], Prose]
    hands: Hands
    screens: dict[ScreenName, Screen]
