"""What a learner may hand in to a class, and how to take it back: made from the record, for one lesson.

A hand-in has a pseudonym of 128 random bits, the day but not the time, and no words of the learner's own unless they
were asked for. It also carries the *seal* of a secret that stays at home. A newer hand-in opens the seals of the
earlier ones by showing their secrets, so nobody else can replace it, although everybody may know the pseudonym.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from .handin_shape import (
    LONGEST_TEXT,
    MOST_EARLIER,
    MOST_GAMES,
    MOST_TRIES,
    SCHEMA,
    Checks,
    Choices,
    Given,
    HandedGame,
    HandIn,
    Hex32,
    OwnCases,
    Sort,
    Sorts,
    SortSure,
    Sure,
    Texts,
    Withdrawal,
)
from .state import Answer, Game, HandedIn, LessonState, State

__all__ = [
    "FORMAT",
    "SCHEMA",
    "HandIn",
    "Withdrawal",
    "digest",
    "hand_in",
    "new_secret",
    "own_words",
    "seal",
    "secrets_of",
    "stands",
    "withdrawal",
    "withdrawn_id",
]

FORMAT = "two-hats hand-in"
SAVED_SORTS = {("start_here", "first"): "sort00", ("overlap", "second"): "sort13"}
"""Sorts that count when they are saved: (lesson, sort) -> the id under which they are kept then."""
SORTS_SURE = {("start_here", "first"): "confidence00"}
FIRST_SENTENCE, LAST_SENTENCE = "sentence00", "sentence15"
"""The sentence under seal may be handed in with the one that is written when the seal is opened, in lesson 15."""


def hand_in(
    state: State, lesson: str, day: date, secret: str, texts: Collection[str] = (), pseudonym: str = ""
) -> HandIn:
    """What would be handed in for a lesson now, all of it, to be shown before it goes anywhere.

    secret: a new one from ``new_secret``; before handing in, write ``handed_in {pseudonym, secret, sealed: true}``.
    texts: the prompts of ``own_words`` whose words go along, none unless the learner ticked them.
    pseudonym: the one to begin with; it gives way to the one that the record has used before.
    What has no place in the shape (answers of another edition) stays at home.
    """
    now = state.lesson(lesson)
    own = own_words(state, lesson)
    return HandIn.model_validate(
        {
            **_head(state, lesson, day, pseudonym),
            "seal": seal(secret),
            "opens": [earlier for earlier in secrets_of(state, lesson) if earlier != secret][-MOST_EARLIER:],
            "prediction": _prediction(now),
            "choices": _choices(now),
            "own_cases": _own_cases(state, lesson),
            "checks": _fitting(Checks, {question: _answer(answer) for question, answer in now.answers.items()}),
            "sorts": _fitting(Sorts, _sorts(state, lesson)),
            "sort_sure": _fitting(SortSure, _sort_sure(state, lesson)),
            "games": list(_games(now.games)),
            "texts": _fitting(Texts, {prompt: text for prompt, text in own.items() if prompt in texts}),
        }
    )


def withdrawal(state: State, lesson: str, day: date) -> Withdrawal:
    """What takes back everything that was handed in for a lesson."""
    opens = secrets_of(state, lesson)[-MOST_EARLIER:]
    return Withdrawal.model_validate({**_head(state, lesson, day), "opens": opens, "withdrawn": True})


def own_words(state: State, lesson: str) -> dict[str, str]:
    """The learner's own words that may go along if they are ticked: prompt -> words, as they would be handed in."""
    now = state.lesson(lesson)
    found = {prompt: text.text for prompt, text in now.texts.items() if text.text.strip() and not text.sealed}
    first = state.kept.get(FIRST_SENTENCE)
    if LAST_SENTENCE in found and first and isinstance(first.value, str):
        found = {FIRST_SENTENCE: first.value, **found}
    return _fitting(Texts, {prompt: text[:LONGEST_TEXT] for prompt, text in found.items()})


def stands(state: State, lesson: str) -> HandedIn | None:
    """The latest hand-in of a lesson that reached its place and was not withdrawn."""
    withdrawn = state.withdrawn.get(withdrawn_id(lesson), "")
    made = (one for one in state.handed_in if one.lesson == lesson and one.how and one.at > withdrawn)
    return max(made, key=lambda one: one.at, default=None)


def withdrawn_id(lesson: str) -> str:
    """The id under which the record keeps, by ``withdrew``, that a lesson's hand-ins were taken back."""
    return f"hand_in.{lesson}"


def digest(made: HandIn) -> str:
    """A digest of what a hand-in says, whoever hands it in and when: two are equal if nothing is new."""
    said = made.model_dump_json(exclude={"day", "seal", "opens", "pseudonym"})
    return hashlib.sha256(said.encode()).hexdigest()


def new_secret() -> str:
    """128 random bits as hexadecimal digits: a secret, or a pseudonym."""
    return secrets.token_hex(16)


def seal(secret: str) -> str:
    """What a secret looks like from outside: SHA-256, as hexadecimal digits."""
    return hashlib.sha256(secret.encode("ascii")).hexdigest()


def _head(state: State, lesson: str, day: date, pseudonym: str = "") -> dict[str, Any]:
    used = next((made.pseudonym for made in state.handed_in if _fits(Hex32, made.pseudonym)), "")
    who = used or pseudonym or new_secret()
    return {"format": FORMAT, "version": SCHEMA, "lesson": lesson, "pseudonym": who, "day": day.isoformat()}


def secrets_of(state: State, lesson: str) -> list[str]:
    """The secrets of all hand-ins of a lesson, oldest first, each once."""
    made = (one.secret for one in state.handed_in if one.lesson == lesson and _fits(Hex32, one.secret))
    return list(dict.fromkeys(made))


def _prediction(lesson: LessonState) -> dict[str, Any] | None:
    made = lesson.prediction
    if made is None or not _fits(Sure, made.sure):
        return None
    return {"value": None if isinstance(made.value, str) else made.value, "sure": made.sure}


def _choices(lesson: LessonState) -> dict[str, Any]:
    return _fitting(Choices, {str(decision): option for decision, option in lesson.choices.items()})


def _own_cases(state: State, lesson: str) -> dict[str, Any]:
    """What was chosen in a class's own cases. Each has its place at the lesson's slug, a full stop and its digits."""
    places = {place: now for place, now in state.lessons.items() if place.startswith(f"{lesson}.")}
    chosen = {place.removeprefix(f"{lesson}."): _choices(now) for place, now in places.items()}
    return _fitting(OwnCases, {digits: choices for digits, choices in chosen.items() if choices})


def _answer(answer: Answer) -> dict[str, Any]:
    """The first try; its answer only where it is letters, names and numbers, none of the learner's own words."""
    first = answer.first if _fits(Given, answer.first) else None
    return {"first": first, "right": answer.first_right, "tries": min(answer.tries, MOST_TRIES)}


def _sorts(state: State, lesson: str) -> dict[str, dict[str, Any]]:
    """Each sort of a lesson. The two great sorts are not handed in half done: they count as they were saved."""
    sorts: dict[str, Mapping[str, Any]] = dict(state.lesson(lesson).placed)
    for (where, sort), name in SAVED_SORTS.items():
        if where == lesson:
            kept = state.kept.get(name)
            sorts[sort] = kept.value if kept and isinstance(kept.value, Mapping) else {}
    return {sort: placed for sort, places in sorts.items() if (placed := _fitting(Sort, places))}


def _sort_sure(state: State, lesson: str) -> dict[str, Any]:
    names = {sort: name for (where, sort), name in SORTS_SURE.items() if where == lesson}
    return {sort: state.kept[name].value for sort, name in names.items() if name in state.kept}


def _games(games: Iterable[Game]) -> Iterable[dict[str, Any]]:
    """The latest games in which a month was spent; one that has no place in the shape stays at home."""
    played = (_game(game) for game in games if game.hours)
    return [made for made in played if _fits(HandedGame, made)][-MOST_GAMES:]


def _game(game: Game) -> dict[str, Any]:
    return {
        "edition": game.edition,
        "kind": game.kind,
        "seed": game.seed,
        "months": game.months,
        "weights": dict(game.weights),
        "hours": [list(month) for month in game.hours],
        "backs": game.backs,
    }


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
