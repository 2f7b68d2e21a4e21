"""What pydantic found wrong with the shape of a file, told as mistakes a teacher can mend."""

from __future__ import annotations

import difflib
import typing
from typing import Any, TypeVar

from pydantic import BaseModel, TypeAdapter, ValidationError

from .mistakes import ContentError, Mistake, place, shown

T = TypeVar("T")

KINDS = {
    "string_type": "text in quotation marks",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "float_parsing": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "tuple_type": "a list",
    "dict_type": "a table",
    "model_type": "a table",
    "string_too_short": "some words",
    "greater_than_equal": "at least {ge:g}",
    "less_than_equal": "at most {le:g}",
    "too_short": "at least {min_length}",
    "too_long": "at most {max_length}",
    "literal_error": "{expected}",
}

PATTERNS = {
    r"^P[1-7]\.S[1-4]$": "the id of a sentence, P1.S1 to P7.S4",
    r"^T\d\d$": "the id of a card, such as T01",
    r"^[a-z]+\d\d$": "an id of small letters and the lesson’s two digits, such as guess02",
    r"^(check [1-9]|explore [1-9]|predict|reflection)$": "“check 1”, “explore 1”, “predict” or “reflection”",
    r"^(M\d{1,2})?$": "a misconception’s code, such as M1",
    r"^[a-z][a-z_]*$": "small letters and underscores",
}


def shape(file: str, kind: type[T], data: object) -> T:
    """``data`` as ``kind``. Raises ContentError with one mistake for each thing that does not fit."""
    try:
        return TypeAdapter(kind).validate_python(data)
    except ValidationError as error:
        found = [detail for detail in error.errors(include_url=False) if not _echo(detail)]
        raise ContentError(_mistake(file, kind, detail) for detail in found) from None


def _echo(detail: Any) -> bool:
    """A list counts as too short when one of its items is wrong; the item's own mistake is enough."""
    return detail["type"] == "too_short" and bool(len(detail["input"]) >= detail["ctx"]["min_length"])


def _mistake(file: str, kind: Any, detail: Any) -> Mistake:
    path = [step for step in detail["loc"] if step != "[key]"]
    if detail["type"] == "extra_forbidden":
        return Mistake(file, place(path), _known_key(kind, path), f"the unknown key “{path[-1]}”")
    if detail["type"] == "missing":
        return Mistake(file, place(path), "a value", "nothing")
    return Mistake(file, place(path), _expected(detail), shown(detail["input"]))


def _expected(detail: Any) -> str:
    """What a value should have been, in plain words."""
    context = detail.get("ctx", {})
    if detail["type"] == "string_pattern_mismatch":
        return PATTERNS.get(context["pattern"], f"text like {context['pattern']}")
    words = KINDS.get(detail["type"])
    return words.format(**context) if words else str(detail["msg"])


def _known_key(kind: Any, path: list[str | int]) -> str:
    """The nearest known key in the table at ``path``, or all of them."""
    table = _table_at(kind, path[:-1])
    known = sorted(table.model_fields) if table else []
    near = difflib.get_close_matches(str(path[-1]), known, n=1)
    return f"“{near[0]}”" if near else "one of " + ", ".join(known)


def _table_at(kind: Any, path: list[str | int]) -> type[BaseModel] | None:
    """The table class found by following ``path`` down from ``kind``."""
    for step in path:
        table = _table(kind)
        kind = table.model_fields[str(step)].annotation if table and not isinstance(step, int) else _inner(kind)
    return _table(kind)


def _table(kind: Any) -> type[BaseModel] | None:
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return kind
    named = [_table(part) for part in typing.get_args(kind) if type(None) in typing.get_args(kind)]
    return next((table for table in named if table), None)


def _inner(kind: Any) -> Any:
    """What a list or a table of tables holds."""
    parts = [part for part in typing.get_args(kind) if part is not Ellipsis]
    return parts[-1] if parts else None
