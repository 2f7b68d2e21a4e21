"""A table whose keys are named must have words for each of them: its shape alone refuses unknown keys only."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from .mistakes import Complaint, place

Path = tuple[str | int, ...]


def missing_keys(table: BaseModel, path: Path = ()) -> Iterator[Complaint]:
    """Every key of a ``dict[Literal[...], ...]`` below a table that has no words."""
    for name, field in type(table).model_fields.items():
        value, where = getattr(table, name), (*path, name)
        if isinstance(value, BaseModel):
            yield from missing_keys(value, where)
        elif isinstance(value, dict):
            if missing := [key for key in _named(field.annotation) if key not in value]:
                yield place(where), f"words for {', '.join(missing)}", "none"
            for key, inner in value.items():
                if isinstance(inner, BaseModel):
                    yield from missing_keys(inner, (*where, key))


def _named(annotation: Any) -> tuple[str, ...]:
    """The keys that a table's annotation names."""
    keys = get_args(annotation)[:1]
    return get_args(keys[0]) if keys and get_origin(keys[0]) is Literal else ()
