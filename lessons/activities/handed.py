"""What a hand-in says, in words: a list that leaves nothing out but the learner's own words, which stand beside it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lessons.course import library
from lessons.course.prose import plain
from lessons.course.schema import Lesson
from lessons.page import parts
from lessons.page.markup import Markup, join, tag
from lessons.record.handin import HandIn
from lessons.record.handin_shape import HandedAnswer, HandedGame

from .numbers import show_number
from .predict import sure_words
from .roles import role_word
from .words import word

KNOWN = ("lesson", "first", "second", "six")
"""Sorts that have a name of their own in words."""


def said(made: HandIn, title: str) -> Markup:
    """Every entry of a hand-in but ``texts``, as a list."""
    return tag("ul", *(tag("li", line) for line in _lines(made, title)), class_="th-goals")


def _lines(made: HandIn, title: str) -> Iterator[object]:
    asked = _asked(made.lesson)
    yield _line("head", lesson=title, day=made.day, edition=made.version)
    yield _line("code", code=made.pseudonym)
    yield _line("keys" if made.opens else "seal", n=len(made.opens))
    if made.prediction:
        value = made.prediction.value
        shown = _line("no_number") if value is None else show_number(value)
        yield _line("prediction", value=shown, **sure_words(made.prediction.sure))
    for decision, option in made.choices.items():
        yield _line("choice", decision=decision, option=option, text=_option(asked, decision, option))
    for digits, choices in made.own_cases.items():
        for decision, option in choices.items():
            yield _line("own_choice", case=digits, decision=decision, option=option)
    for question, answer in made.checks.items():
        yield _check(question, answer, _texts(asked, question))
    for sort, places in made.sorts.items():
        yield _sort(sort, places)
    for sort, sure in made.sort_sure.items():
        yield _line("sort_sure", sort=_sort_name(sort), **sure_words(sure))
    for number, game in enumerate(made.games, 1):
        yield _game(number, game)


def _line(key: str, **numbers: float | str) -> str:
    return word(f"hand_in.says.{key}", numbers)


def _asked(slug: str) -> Lesson | None:
    """The lesson, whose letters are not on the page: there options stand in mixed order."""
    return library.lesson(slug) if slug in library.course().slugs() else None


def _option(asked: Lesson | None, decision: str, letter: str) -> str:
    decisions = asked.case.decisions[int(decision) - 1 :] if asked else ()
    return next((plain(one.text) for found in decisions[:1] for one in found.options if one.id == letter), letter)


def _texts(asked: Lesson | None, question: str) -> Mapping[str, str]:
    """The answers of a question in words, by their letters, or statements by their numbers."""
    found = asked.check.questions[int(question) - 1 :] if asked else ()
    answers = (one for question_asked in found[:1] for one in enumerate(question_asked.answers, 1))
    return {one.id or str(place): plain(one.text).removesuffix(".") for place, one in answers}


def _check(question: str, answer: HandedAnswer, texts: Mapping[str, str]) -> str:
    right = {True: "right", False: "wrong", None: "open"}[answer.right]
    given = _line("not_given") if answer.first is None else _given(answer.first, texts)
    return _line("check", question=question, answer=given, right=_line(right), tries=answer.tries)


def _given(answer: Any, texts: Mapping[str, str]) -> str:
    """An answer as it is in the file, and behind letters and numbers of statements what they stand for."""
    if isinstance(answer, Mapping):
        return "; ".join(f"{_named(key, texts)}: {_given(one, {})}" for key, one in answer.items())
    if isinstance(answer, list):
        return "; ".join(_given(one, texts) for one in answer)
    return _named(answer, texts) if isinstance(answer, str) else show_number(answer)


def _named(key: str, texts: Mapping[str, str]) -> str:
    return f"{key} ({texts[key]})" if key in texts else key


def _sort_name(sort: str) -> str:
    return _line(f"sort_{sort}") if sort in KNOWN else sort


def _sort(sort: str, places: Mapping[str, Any]) -> Markup:
    """How many cards of a sort, and behind that each of them with its box."""
    cards = library.cards()
    rows = (f"{cards[key].text if key in cards else key}: {role_word(role)}" for key, role in places.items())
    items = tag("ul", *(tag("li", row) for row in rows))
    return parts.folded(_line("sort", sort=_sort_name(sort), n=len(places)), items)


def _game(number: int, game: HandedGame) -> Markup:
    weights = ", ".join(f"{name} {show_number(weight)}" for name, weight in game.weights.items())
    months = (", ".join(map(show_number, month)) for month in game.hours)
    head = _line("game", number=number, kind=game.kind, months=game.months, backs=game.backs)
    start = _line("game_start", edition=game.edition, seed=game.seed, weights=weights)
    hours = (tag("li", _line("month", month=month, hours=hours)) for month, hours in enumerate(months, 1))
    return parts.folded(head, join(tag("p", start), tag("ul", *hours)))
