"""The shapes of what goes into a class folder: a hand-in, and a withdrawal that takes one back.

Both are strict: about types, about keys that are not known, and about how much of everything there may be.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, FiniteFloat

SCHEMA = 1
"""The version of the shapes below. It grows when a field changes its meaning or goes."""

LONGEST_TEXT = 2_000
MOST_EARLIER = 500
MOST_TRIES = 10_000
MOST_GAMES = 20
MOST_MONTHS = 24
MOST_OWN_CASES = 10


def _on_the_calendar(day: str) -> str:
    date.fromisoformat(day)
    return day


Hex32 = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
Hex16 = Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]
Hex64 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Name = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9 _.-]{0,39}$")]
Slug = Annotated[str, Field(pattern=r"^[a-z][a-z_]{0,39}$")]
Number = Annotated[str, Field(pattern=r"^[1-9][0-9]?$")]
Day = Annotated[str, Field(pattern=r"^[12][0-9]{3}-[01][0-9]-[0-3][0-9]$"), AfterValidator(_on_the_calendar)]
Letter = Literal["A", "B", "C", "D", "E"]
Role = Literal["managing", "leading", "both", "neither"]
Sure = Literal["guess", "fairly", "nearly"]
Chosen = Name | FiniteFloat
Given = Chosen | Annotated[list[Chosen], Field(max_length=20)] | Annotated[dict[Name, Chosen], Field(max_length=20)]
Hours = Annotated[float, Field(ge=0, le=1_000, allow_inf_nan=False)]
Month = Annotated[list[Hours], Field(min_length=1, max_length=10)]


class Part(BaseModel):
    """A part of a hand-in: frozen, strict about types, and about keys that it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class HandedPrediction(Part):
    """value: None where the words in place of a number were chosen."""

    value: FiniteFloat | None
    sure: Sure


class HandedAnswer(Part):
    """The first try at a check question, and how many tries there were. right: None where it is not known."""

    first: Given | None
    right: bool | None
    tries: Annotated[int, Field(ge=1, le=MOST_TRIES)]


class HandedGame(Part):
    """One game of lesson 15. weights: reading -> weight; hours: a list for each month that was spent; backs: how often
    a month was opened again. No name, no reasons: those are the player's own words."""

    edition: Annotated[int, Field(ge=1, le=10_000)]
    kind: Name
    seed: Annotated[int, Field(ge=0, lt=2**63)]
    months: Annotated[int, Field(ge=1, le=MOST_MONTHS)]
    weights: Annotated[dict[Name, FiniteFloat], Field(max_length=10)]
    hours: Annotated[list[Month], Field(max_length=MOST_MONTHS)]
    backs: Annotated[int, Field(ge=0, le=MOST_TRIES)]


Choices = dict[Literal["1", "2"], Letter]
OwnCases = Annotated[dict[Hex16, Choices], Field(max_length=MOST_OWN_CASES)]
Checks = Annotated[dict[Number, HandedAnswer], Field(max_length=50)]
Sort = Annotated[dict[Name, Role], Field(max_length=100)]
Sorts = Annotated[dict[Name, Sort], Field(max_length=10)]
SortSure = Annotated[dict[Name, Sure], Field(max_length=10)]
Games = Annotated[list[HandedGame], Field(max_length=MOST_GAMES)]
Texts = Annotated[dict[Name, Annotated[str, Field(max_length=LONGEST_TEXT)]], Field(max_length=20)]
Opens = Annotated[list[Hex32], Field(max_length=MOST_EARLIER)]


class Handed(Part):
    """What every file of a class folder begins with. opens: the secrets whose seals it opens."""

    format: Literal["two-hats hand-in"]
    version: Literal[1]
    lesson: Slug
    pseudonym: Hex32
    day: Day
    opens: Opens


class HandIn(Handed):
    """One hand-in of one lesson.

    choices: decision -> option; own_cases: digits of a class's own case -> its choices; checks: question -> answer;
    sorts: sort -> card -> role; sort_sure: sort -> how sure; games: oldest first; texts: prompt -> words.
    """

    seal: Hex64
    prediction: HandedPrediction | None
    choices: Choices
    own_cases: OwnCases
    checks: Checks
    sorts: Sorts
    sort_sure: SortSure
    games: Games
    texts: Texts

    @property
    def empty(self) -> bool:
        """Whether nothing was answered, so that there is nothing to hand in."""
        chosen = (self.choices, *self.own_cases.values())
        return not any((self.prediction, *chosen, self.checks, any(self.sorts.values()), self.games, self.texts))


class Withdrawal(Handed):
    """Takes back the hand-ins of this lesson and pseudonym whose seals it opens, and holds nothing else."""

    withdrawn: Literal[True]
