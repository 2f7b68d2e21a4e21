"""What a learner may hand in to a class: one shape, for writing it and for reading it as data from a stranger.

A hand-in has a pseudonym of 128 random bits, the day but not the time, and no words of the learner's own unless they
were asked for. It also carries the *seal* of a secret that stays at home. A newer hand-in opens the seals of the
earlier ones by showing their secrets, so nobody else can replace it, although everybody may know the pseudonym.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection, Mapping
from datetime import date
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, FiniteFloat, TypeAdapter, ValidationError

from .state import Answer, LessonState, State

SCHEMA = 1
"""The version of the shape below. It grows when a field changes its meaning or goes."""

LONGEST_TEXT = 2_000
MOST_EARLIER = 500
MOST_TRIES = 10_000

Hex32 = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
Hex64 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Name = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9 _.-]{0,39}$")]
Slug = Annotated[str, Field(pattern=r"^[a-z][a-z_]{0,39}$")]
Number = Annotated[str, Field(pattern=r"^[1-9][0-9]?$")]
Day = Annotated[str, Field(pattern=r"^[12][0-9]{3}-[01][0-9]-[0-3][0-9]$")]
Letter = Literal["A", "B", "C", "D", "E"]
Role = Literal["managing", "leading", "both", "neither"]
Sure = Literal["guess", "fairly", "nearly"]
Chosen = Name | FiniteFloat
Given = Chosen | Annotated[list[Chosen], Field(max_length=20)] | Annotated[dict[Name, Chosen], Field(max_length=20)]


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


Choices = dict[Literal["1", "2"], Letter]
Checks = Annotated[dict[Number, HandedAnswer], Field(max_length=50)]
Sort = Annotated[dict[Name, Role], Field(max_length=100)]
Sorts = Annotated[dict[Name, Sort], Field(max_length=10)]
Texts = Annotated[dict[Name, Annotated[str, Field(max_length=LONGEST_TEXT)]], Field(max_length=20)]


class HandIn(Part):
    """One hand-in of one lesson.

    choices: decision -> option; checks: question -> answer; sorts: sort -> card -> role; texts: prompt -> words.
    """

    format: Literal["two-hats hand-in"]
    version: Literal[1]
    lesson: Slug
    pseudonym: Hex32
    day: Day
    seal: Hex64
    opens: Annotated[list[Hex32], Field(max_length=MOST_EARLIER)]
    prediction: HandedPrediction | None
    choices: Choices
    checks: Checks
    sorts: Sorts
    texts: Texts


def hand_in(state: State, lesson: str, day: date, secret: str, texts: Collection[str] = ()) -> HandIn:
    """What would be handed in for a lesson now, all of it, to be shown before it goes anywhere.

    secret: a new one from ``new_secret``; before handing in, write ``handed_in {pseudonym, secret, sealed: true}``.
    texts: the prompts whose words go along, none unless the learner ticked them.
    What has no place in the shape (answers of another edition) stays at home.
    """
    now = state.lesson(lesson)
    ticked = [prompt for prompt in now.texts if prompt in texts]
    earlier = [made.secret for made in state.handed_in if made.lesson == lesson and _fits(Hex32, made.secret)]
    pseudonyms = [made.pseudonym for made in state.handed_in if _fits(Hex32, made.pseudonym)]
    return HandIn.model_validate(
        {
            "format": "two-hats hand-in",
            "version": SCHEMA,
            "lesson": lesson,
            "pseudonym": pseudonyms[0] if pseudonyms else new_secret(),
            "day": day.isoformat(),
            "seal": seal(secret),
            "opens": earlier[-MOST_EARLIER:],
            "prediction": _prediction(now),
            "choices": _fitting(Choices, {str(decision): option for decision, option in now.choices.items()}),
            "checks": _fitting(Checks, {question: _answer(answer) for question, answer in now.answers.items()}),
            "sorts": _fitting(Sorts, {sort: _fitting(Sort, places) for sort, places in now.placed.items()}),
            "texts": _fitting(Texts, {prompt: now.texts[prompt].text[:LONGEST_TEXT] for prompt in ticked}),
        }
    )


def new_secret() -> str:
    """128 random bits as hexadecimal digits: a secret, or a pseudonym."""
    return secrets.token_hex(16)


def seal(secret: str) -> str:
    """What a secret looks like from outside: SHA-256, as hexadecimal digits."""
    return hashlib.sha256(secret.encode("ascii")).hexdigest()


def _prediction(lesson: LessonState) -> dict[str, Any] | None:
    made = lesson.prediction
    if made is None or not _fits(Sure, made.sure):
        return None
    return {"value": None if isinstance(made.value, str) else made.value, "sure": made.sure}


def _answer(answer: Answer) -> dict[str, Any]:
    """The first try; its answer only where it is letters, names and numbers, none of the learner's own words."""
    first = answer.first if _fits(Given, answer.first) else None
    return {"first": first, "right": answer.first_right, "tries": min(answer.tries, MOST_TRIES)}


@cache
def _shape(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _fits(kind: Any, value: Any) -> bool:
    try:
        _shape(kind).validate_python(value, strict=True)
    except ValidationError:
        return False
    return True


def _fitting(kind: Any, entries: Mapping[str, Any]) -> dict[str, Any]:
    """Those entries that have a place in a table of that kind, as far as there is room."""
    fitting: dict[str, Any] = {}
    for key, value in entries.items():
        if _fits(kind, fitting | {key: value}):
            fitting[key] = value
    return fitting
