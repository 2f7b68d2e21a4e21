"""The shape of ``overlap/laboratory.toml``: the three parts of lesson 13 that are no model with levers.

``findings`` are titles by the keys that `lessons.activities.laboratory` finds; ``labels`` the words in a chart.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .schema import KeptId, Prose, Table

Tag = Literal["managing", "leading", "neither"]


class Drawn(Table):
    """The words of a chart."""

    findings: dict[str, Prose]
    subtitle: Prose
    takeaway: str = ""
    source: Prose
    labels: dict[str, str]
    in_words: Prose


class SortAgain(Table):
    """The second sort. ``compared`` says with what it is compared: a saved first sort, an unfinished one, or none."""

    id: KeptId
    first: KeptId
    intro: Prose
    finish: Prose
    none: Prose
    finish_again: Prose
    taken_up: Prose
    cleared: Prose
    clear: Prose
    leave: Prose
    once_more: Prose
    saved: Prose
    earlier: Prose
    compared: dict[Literal["saved", "unfinished", "missing"], Prose]
    moves: Drawn
    guessed: Prose
    sure: Prose
    guess_kept: KeptId
    sure_kept: KeptId
    why: tuple[Prose, ...] = Field(min_length=1)
    part: str
    drift: Prose
    sides: Prose
    sources: dict[Literal["now", "then", "article", "research"], Prose]
    lenses: Drawn
    numbers: Prose
    lens: Drawn
    table: Prose
    header: tuple[Prose, Prose, Prose, Prose, Prose]
    open_table: Prose
    close_table: Prose


class SharedBy(Table):
    intro: Prose
    which: Prose
    core: Prose
    all: Prose
    closed: Prose
    chart: Drawn
    closer: Prose
    open_text: Prose
    close_text: Prose


class RealJobs(Table):
    """Occupations by their skills. ``start`` are the titles that are shown at first."""

    intro: Prose
    start: tuple[str, ...]
    find: Prose
    look_up: Prose
    which: Prose
    more: Prose
    nobody: Prose
    full: Prose
    clear: Prose
    supervisors: Prose
    chart: Drawn
    skills: Drawn
    open_skills: Prose
    close_skills: Prose
    open_list: Prose
    close_list: Prose
    list_header: tuple[Prose, Prose]
    list_caption: Prose
    gap: Prose
    without: Prose
    ask: Prose
    open_text: Prose
    close_text: Prose


class Tags(Table):
    """Re-tagging. ``one_out`` is the skill that a button takes out of its side."""

    intro: Prose
    link: Prose
    empty: Prose
    one_out: Prose
    take_out: Prose
    ours: Prose
    open: Prose
    close: Prose
    sides: dict[Tag, Prose]


class Chance(Table):
    """Random tags: first a commitment, which does not count, then the distribution."""

    question: Prose
    options: dict[Literal["less", "same", "more"], Prose]
    commit: Prose
    missing: Prose
    committed: Prose
    one: Prose
    many: Prose
    draws: Annotated[int, Field(ge=1000)]
    chart: Drawn
    came_out: Prose
    not_shown: Prose
    open_text: Prose
    close_text: Prose


class Laboratory(Table):
    sort_again: SortAgain
    shared_by: SharedBy
    jobs: RealJobs
    tags: Tags
    chance: Chance
