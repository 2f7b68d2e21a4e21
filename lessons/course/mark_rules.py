"""Marks in prose that lead somewhere: sentence ids, references, terms, and numbers in braces."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from .mistakes import Complaint, ContentError, place, shown
from .prose import Run, names, parse
from .schema import Evidence
from .shared import Shared

Path = tuple[str | int, ...]


def texts(value: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text below a table, with its path."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, BaseModel):
        for key in type(value).model_fields:
            yield from texts(getattr(value, key), (*path, key))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from texts(item, (*path, key))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from texts(item, (*path, number))


def mark_complaints(table: BaseModel, shared: Shared, path: Path = ()) -> Iterator[Complaint]:
    """Marks that lead nowhere, in every text of a table."""
    for where, text in texts(table, path):
        try:
            names(text)
        except ContentError as error:
            yield place(where), error.mistakes[0].expected, shown(text)
        for run in parse(text):
            yield from _leads_nowhere(place(where), run, shared)


def evidence_complaints(evidence: Evidence) -> Iterator[Complaint]:
    """A badge rests on a reference, unless it says that nobody has looked."""
    for number, line in enumerate(evidence.lines):
        if line.badge != "none" and not any(run.kind == "reference" for run in parse(line.text)):
            yield place(["evidence", "lines", number, "text"]), "a reference in square brackets", shown(line.text)


def _leads_nowhere(where: str, run: Run, shared: Shared) -> Iterator[Complaint]:
    if run.kind == "sentence" and run.target not in shared.article:
        yield where, "a sentence of the article, P1.S1 to P7.S4", f"“{run.target}”"
    elif run.kind == "term" and run.target not in shared.glossary:
        yield where, "a term of glossary.toml", f"“{run.target}”"
    elif run.kind == "reference":
        yield from _not_printable(where, run.target, shared)
    elif run.kind in ("plain", "em", "strong") and ("[" in run.text or "]" in run.text):
        yield where, "a reference such as [march1991] or a term such as [[tangle]]", shown(run.text.strip())


def _not_printable(where: str, key: str, shared: Shared) -> Iterator[Complaint]:
    reference = shared.references.get(key)
    if reference is None:
        yield where, "a key of references.json", f"“{key}”"
    elif not reference.checked:
        yield where, "a reference that has been checked", f"“{key}”, known from memory only"
