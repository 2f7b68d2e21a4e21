"""A case while it is being written: the tables of its file, with blanks. No blank is an error before it is written."""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from typing import Any

from .own_case import verbatim
from .own_case_toml import sound
from .schema import Case

Draft = dict[str, Any]
Path = tuple[str | int, ...]
HATS = ("managing", "leading", "both")
LETTERS = ("A", "B", "C")
MARKS = ("results", "people", "future")
OPTION_TEXTS = ("text", "happens", "notice")
BLANK = "…"
"""Stands in the preview for what is still to be written."""


def empty(lesson: str, credit: str) -> Draft:
    """A case of which nothing is written yet: two decisions, each with an option for each hat."""
    decisions = [{"question": "", "options": [_option(*pair) for pair in zip(LETTERS, HATS, strict=True)]}, None]
    decisions[1] = copy.deepcopy(decisions[0])
    case = {"title": "", "credit": credit, "opening": "", "decisions": decisions}
    return {"lesson": lesson, "replaces": False, "case": case}


def drafted(lesson: str, replaces: bool, case: Case) -> Draft:
    """The tables of a finished case, to go on with."""
    tables = case.model_dump(exclude_defaults=True)
    return {"lesson": lesson, "replaces": replaces, "case": _lists(tables)}


def at(draft: Draft, path: Path) -> Any:
    """What stands at a path, "" where nothing does."""
    found: Any = draft
    for step in path:
        if isinstance(found, list):
            found = found[step] if isinstance(step, int) and step < len(found) else ""
        else:
            found = found.get(step, "") if isinstance(found, dict) else ""
    return found


def put(draft: Draft, path: Path, value: Any) -> None:
    """Set what stands at a path; tables on the way are made."""
    table: Any = draft
    for step in path[:-1]:
        table = table[step] if isinstance(step, int) else table.setdefault(step, {})
    table[path[-1]] = value


def filled(draft: Draft) -> Draft:
    """The draft without what may stay empty and is, in characters that a file can hold: what goes into the file."""
    made: Draft = _lists(draft)
    _drop(made["case"], "closing")
    for decision in made["case"]["decisions"]:
        _drop(decision, "scene")
        for option in decision["options"]:
            after = option.get("after", {})
            for letter in list(after):
                _drop(after[letter], "adds")
                if not after[letter]:
                    del after[letter]
            if not after:
                option.pop("after", None)
    return made


def blanks(draft: Draft) -> tuple[Path, ...]:
    """The places that have to be filled in and are empty."""
    return tuple(path for path in needed(draft) if not str(at(draft, path)).strip())


def needed(draft: Draft) -> Iterator[Path]:
    """Every place that has to be filled in, in the order of the form."""
    yield from (("case", name) for name in ("title", "credit", "opening"))
    for number, decision in enumerate(draft["case"]["decisions"]):
        here: Path = ("case", "decisions", number)
        yield (*here, "question")
        for which, _ in enumerate(decision["options"]):
            yield from ((*here, "options", which, name) for name in OPTION_TEXTS)


def preview(draft: Draft) -> Case:
    """The case as far as it is written; what is missing is shown as three dots."""
    made = filled(draft)
    for path in blanks(made):
        put(made, path, BLANK)
    return verbatim(Case.model_validate(made["case"]))


def _option(letter: str, hat: str) -> Draft:
    texts = dict.fromkeys(OPTION_TEXTS, "")
    measures = {**dict.fromkeys(MARKS, 0), "hours": 0}
    return {"id": letter, "hat": hat, **texts, "measures": measures}


def _drop(table: Draft, name: str) -> None:
    """Take out a text that is empty."""
    if not str(table.get(name, "")).strip():
        table.pop(name, None)


def _lists(value: Any) -> Any:
    """The same tables with lists for tuples and plain texts, as a file has them."""
    if isinstance(value, Mapping):
        return {str(key): _lists(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_lists(item) for item in value]
    return sound(value) if isinstance(value, str) else value
