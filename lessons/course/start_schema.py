"""The shape of lesson 0's text, ``start_here/start.toml``: the door of the course has steps of its own.

Its practice round has the tables of a lesson (`schema.py`), so that the same views show them.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .schema import (
    CardId,
    Case,
    Check,
    Evidence,
    Explore,
    Facilitator,
    KeptId,
    Next,
    Prediction,
    Prose,
    Reflect,
    Role,
    Table,
)

Target = Literal["article", "privacy", "short_path", "map"]


class Goal(Table):
    """Something that one can do after lesson 0, and the step that shows it."""

    text: Prose
    met_by: tuple[Literal["practice", "sentence", "sort"], ...] = Field(min_length=1)


# ---- what is read ----------------------------------------------------------------------------------------------------
class Is(Table):
    """A row of the table: what this course is, and what it is not."""

    yes: Prose
    no: Prose


class Door(Table):
    """A button that leads to a part further down."""

    to: Target
    text: Prose


class Welcome(Table):
    intro: Prose
    header: tuple[Prose, Prose]
    rows: tuple[Is, ...] = Field(min_length=1)
    after: tuple[Prose, ...] = ()
    doors: tuple[Door, ...] = ()


class Person(Table):
    name: Prose
    text: Prose


class Cast(Table):
    credit: Prose
    opening: Prose
    people: tuple[Person, ...] = Field(min_length=1)
    closing: Prose


# ---- practice --------------------------------------------------------------------------------------------------------
class PracticeSide(Table):
    """A side of the practice claim. It has a heading of its own, because no hat may be seen yet."""

    name: Prose
    text: Prose


class PracticeClaim(Table):
    sides: tuple[PracticeSide, PracticeSide]
    catch: Prose


class PracticeCard(Table):
    text: Prose
    intro: Prose
    placed: Prose


class Practice(Table):
    """One of each step. ``about`` says, for each, what it is; ``badge`` stands over all of them."""

    intro: Prose
    badge: Prose
    about: dict[Literal["claim", "predict", "case", "explore", "cards", "evidence", "check", "reflect"], Prose]
    claim: PracticeClaim
    predict: Prediction
    case: Case
    explore: Explore
    card: PracticeCard
    evidence: Evidence
    check: Check
    reflect: Reflect
    closing: Prose


# ---- what is kept ----------------------------------------------------------------------------------------------------
class SealedSentence(Table):
    """The learner's first sentence, kept under seal. ``longest``: characters."""

    id: KeptId
    intro: Prose
    prompt: Prose
    longest: Annotated[int, Field(ge=1)]
    sealed: Prose
    later: Prose
    opened: Prose
    left_out: Prose


class FirstSort(Table):
    """The first card sort. ``boxes`` says what each box means, in the order of the mat."""

    id: KeptId
    confidence: KeptId
    intro: Prose
    boxes: dict[Role, Prose]
    hint: Prose
    question: Prose
    saved: Prose
    later: Prose


# ---- map, short path, article, privacy -------------------------------------------------------------------------------
class CourseMap(Table):
    """``labels`` are the words in the chart, by the keys of ``figures/course_map.py``; ``empty`` is what
    ``differences.toml`` says of a side that the article leaves empty."""

    intro: Prose
    closed: Prose
    open: Prose
    title: Prose
    subtitle: Prose
    source: Prose
    empty: Prose
    labels: dict[str, str]
    question: Prose
    after: Prose


class PathRow(Table):
    minutes: Annotated[int, Field(ge=1)]
    do: Prose
    where: Prose


class SixAgain(Table):
    """Six of the cards once more; what moved is shown when all six lie."""

    cards: tuple[CardId, ...] = Field(min_length=6, max_length=6)
    open: Prose
    first: Prose
    intro: Prose
    moved: Prose


class ShortPath(Table):
    intro: Prose
    header: tuple[Prose, Prose, Prose]
    rows: tuple[PathRow, ...] = Field(min_length=1)
    note: Prose
    again: SixAgain


class ArticlePage(Table):
    """Only what stands around the rows; the rows come from ``article.toml``."""

    intro: Prose
    open_early: Prose
    open: Prose
    close: Prose
    header: tuple[Prose, Prose, Prose, Prose]
    paragraph: Prose
    question: Prose


class PrivacyLine(Table):
    head: Prose
    text: Prose


class Privacy(Table):
    lines: tuple[PrivacyLine, ...] = Field(min_length=1)
    warning: Prose


class Start(Table):
    """Lesson 0 as a whole."""

    number: Literal[0]
    slug: Annotated[str, Field(pattern=r"^[a-z][a-z_]*$")]
    title: Prose
    minutes: int
    without_practice: int
    objectives: tuple[Goal, ...] = Field(min_length=1)
    welcome: Welcome
    cast: Cast
    practice: Practice
    sentence: SealedSentence
    sort: FirstSort
    map: CourseMap
    short_path: ShortPath
    article: ArticlePage
    privacy: Privacy
    next: Next
    facilitator: Facilitator
