"""A case as a TOML file: what the form writes for a teacher who has never seen one."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

Draft = Mapping[str, Any]


def as_toml(draft: Draft) -> str:
    """The tables of a case file (see `own_case.py`) as TOML. Reading it gives the same tables back, whatever was typed.

    draft: texts, whole numbers, truth values, tables, and lists of tables. A lone surrogate, which no file can hold,
    becomes U+FFFD.
    """
    return "\n".join(_table(draft, ())).strip() + "\n"


def _table(table: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[str]:
    """Values first, then tables, then lists of tables, as TOML needs them."""
    for key, value in table.items():
        if not isinstance(value, Mapping | list | tuple):
            yield f"{_key(key)} = {_value(value)}"
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _headed(f"[{_path((*path, key))}]", value, (*path, key))
    for key, value in table.items():
        if isinstance(value, list | tuple):
            for item in value:
                yield from _headed(f"[[{_path((*path, key))}]]", item, (*path, key))


def _headed(head: str, table: Mapping[str, Any], path: tuple[str, ...]) -> Iterator[str]:
    yield ""
    yield head
    yield from _table(table, path)


def _path(keys: tuple[str, ...]) -> str:
    return ".".join(map(_key, keys))


def _key(key: str) -> str:
    plain = key.isascii() and key.replace("_", "").replace("-", "").isalnum()
    return key if plain else _text(key)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return _text(value) if isinstance(value, str) else str(value)


def _text(text: str) -> str:
    """A basic string of TOML: JSON's, with U+007F escaped too."""
    return json.dumps(sound(text), ensure_ascii=False).replace("\x7f", "\\u007f")


def sound(text: str) -> str:
    """The text as a file can hold it: U+FFFD for a lone surrogate."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
