"""Rules between the texts of lesson 0."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import get_args

from .case_rules import letter_complaints
from .check_rules import check_complaints
from .mark_rules import mark_complaints
from .mistakes import Complaint, Mistake, place
from .rules import prediction_complaints
from .schema import Role
from .shared import Shared
from .start_schema import Practice, Start

ABOUT = ("claim", "predict", "case", "explore", "cards", "evidence", "check", "reflect")


def check_start(start: Start, slug: str, shared: Shared) -> tuple[Mistake, ...]:
    """Every mistake of lesson 0 whose shape is right."""
    complaints = chain(
        _head(start, slug),
        mark_complaints(start, shared),
        _inside("practice", _practice(start.practice)),
        _kept(start),
        _sort(start),
        _again(start, shared),
    )
    return tuple(Mistake(f"{slug}/start.toml", *complaint) for complaint in complaints)


def _head(start: Start, slug: str) -> Iterator[Complaint]:
    if start.slug != slug:
        yield "slug", f"“{slug}”, the name of its folder", f"“{start.slug}”"


def _practice(practice: Practice) -> Iterator[Complaint]:
    """What holds for a lesson's steps holds here; but no option wears a hat, because none may be seen yet."""
    yield from prediction_complaints(practice.predict)
    yield from letter_complaints(practice.case)
    yield from check_complaints(practice.check, 0)
    for number, option in enumerate(practice.case.decisions[0].options):
        if option.hat is not None:
            yield f"case.decisions[0].options[{number}].hat", "no hat before the first sort", f"“{option.hat}”"
    if len(practice.case.decisions) > 1:
        yield "case.decisions", "1 decision", str(len(practice.case.decisions))
    for step in ABOUT:
        if step not in practice.about:
            yield "about", f"words for “{step}”", "none"


def _kept(start: Start) -> Iterator[Complaint]:
    ids = {"sentence.id": start.sentence.id, "sort.id": start.sort.id, "sort.confidence": start.sort.confidence}
    for where, one in ids.items():
        if not one.endswith("00"):
            yield where, "an id that ends in 00, this lesson’s number", f"“{one}”"


def _sort(start: Start) -> Iterator[Complaint]:
    for role in get_args(Role):
        if role not in start.sort.boxes:
            yield "sort.boxes", f"words for “{role}”", "none"


def _again(start: Start, shared: Shared) -> Iterator[Complaint]:
    """The six cards are six of the first sort's."""
    for number, one in enumerate(start.short_path.again.cards):
        if one not in shared.cards or not shared.cards[one].core:
            yield place(["short_path", "again", "cards", number]), "a core card of the course", f"“{one}”"


def _inside(table: str, complaints: Iterable[Complaint]) -> Iterator[Complaint]:
    """The same complaints about a table inside another."""
    for where, expected, found in complaints:
        yield f"{table}.{where}", expected, found
