"""A class's own case: one TOML file in a teacher's folder, read as a stranger's data.

The file holds ``lesson = "focus"`` (whose case it joins), ``replaces = true`` or ``false``, and ``[case]`` in exactly
the shape of a lesson's case. Its texts are shown as they were typed: no mark means anything in them.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, StrictBool

from .case_rules import case_complaints
from .mark_rules import texts
from .mistakes import Complaint, ContentError, Mistake, place, shown
from .prose import Verbatim
from .schema import Case, Prose, Table
from .shapes import shape

LARGEST = 64 * 1024
"""Bytes that a file may have."""
MOST = 100
"""Files of a folder that are read."""
LONGEST = 1_500
"""Characters of one text."""
LONGEST_WORD = 40
"""Characters of one word: a longer one has no place on paper."""
LONGEST_PART = 240
"""Characters of each part of a mistake that are told."""
MOST_MISTAKES = 20
"""Mistakes of one file that are told."""
MOST_HOURS = 200
"""Hours of one's own that an option may cost."""
AnyTable = TypeVar("AnyTable", bound=BaseModel)
_NOT_TEXT = {"id", "hat"}


class CaseFile(Table):
    """What such a file holds."""

    lesson: Prose
    replaces: StrictBool = False
    case: Case


@dataclass(frozen=True)
class OwnCase:
    """A case that a class may meet. ``file``: the name of its file."""

    file: str
    lesson: str
    replaces: bool
    case: Case

    @property
    def place(self) -> str:
        """Where its answers stand in the record: the lesson's slug, a full stop, and sixteen digits of the case.

        No slug has a full stop, so they never mix with those of the course's case; and another text is another place.
        """
        digits = hashlib.sha256(self.case.model_dump_json().encode("utf-8", "surrogatepass")).hexdigest()
        return f"{self.lesson}.{digits[:16]}"


def own_cases_in(slug: str, places: Iterable[str]) -> tuple[str, ...]:
    """Those places of a record that belong to a class's own cases in one lesson."""
    return tuple(place for place in places if place.startswith(f"{slug}."))


@dataclass(frozen=True)
class OwnCases:
    """What a folder holds: the cases that can be used, in order of file name, and what is wrong with each other."""

    cases: tuple[OwnCase, ...] = ()
    mistakes: tuple[Mistake, ...] = ()

    def of(self, slug: str) -> tuple[OwnCase, ...]:
        """The cases for one lesson."""
        return tuple(case for case in self.cases if case.lesson == slug)


def read_folder(folder: Path | None, slugs: Iterable[str]) -> OwnCases:
    """All cases of a folder. It never raises: what cannot be used is told in ``mistakes``. None is no folder.

    slugs: the lessons of the course that have a case.
    """
    if folder is None:
        return OwnCases()
    known = frozenset(slugs)
    try:
        names = sorted(path.name for path in folder.iterdir() if path.suffix == ".toml" and path.name[0] != ".")
    except OSError as error:
        return OwnCases((), (Mistake(str(folder), "", "a folder that can be read", error.strerror or "none"),))
    cases: list[OwnCase] = []
    mistakes: list[Mistake] = []
    for name in names[:MOST]:
        try:
            cases.append(read_file(folder / name, known))
        except ContentError as error:
            mistakes += error.mistakes
    if len(names) > MOST:
        mistakes.append(Mistake(str(folder), "", f"at most {MOST} files of cases", str(len(names))))
    return OwnCases(tuple(cases), tuple(mistakes))


def read_file(path: Path, slugs: frozenset[str]) -> OwnCase:
    """The case in one file. Raises ContentError, one line for each mistake, whatever the file is."""
    return parsed(path.name, _content(path), slugs)


def parsed(file: str, content: bytes, slugs: frozenset[str]) -> OwnCase:
    """The case that bytes hold. Raises ContentError for anything else."""
    name = shown(file).strip("“”")
    if len(content) > LARGEST:
        raise ContentError([Mistake(name, "", f"at most {LARGEST // 1024} kB", f"{len(content) // 1024} kB or more")])
    try:
        data = tomllib.loads(content.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n"))
        made = checked(name, data, slugs)
    except ContentError as error:
        raise ContentError(map(_bounded, error.mistakes[:MOST_MISTAKES])) from None
    except UnicodeDecodeError:
        raise ContentError([Mistake(name, "", "a text file in UTF-8", "other bytes")]) from None
    except (ValueError, RecursionError, OverflowError) as error:  # not TOML, too deep, or a number of too many digits
        raise ContentError([Mistake(name, "", "TOML", shown(str(error), 90).strip("“”"))]) from None
    return made


def checked(file: str, data: Mapping[str, Any], slugs: frozenset[str]) -> OwnCase:
    """The case in data of the right shape. Raises ContentError, one line for each mistake."""
    found = shape(file, CaseFile, data)
    if mistakes := [Mistake(file, *complaint) for complaint in complaints(found, slugs)]:
        raise ContentError(mistakes)
    return OwnCase(file, found.lesson, found.replaces, verbatim(found.case))


def complaints(found: CaseFile, slugs: frozenset[str]) -> Iterator[Complaint]:
    """What is wrong with a case of the right shape: its lesson, its texts, its hours, and its nine paths."""
    if found.lesson not in slugs:
        yield "lesson", f"one of {', '.join(sorted(slugs))}", shown(found.lesson)
    for path, text in texts(found.case, ("case",)):
        yield from _text_complaints(place(path), text)
    for number, decision in enumerate(found.case.decisions):
        for which, option in enumerate(decision.options):
            if option.measures.hours > MOST_HOURS:
                where = f"case.decisions[{number}].options[{which}].measures.hours"
                yield where, f"at most {MOST_HOURS}", str(option.measures.hours)
    yield from case_complaints(found.case)


def verbatim(table: AnyTable) -> AnyTable:
    """The same table with every text Verbatim, so that no mark in it means anything."""
    own = {name: _verbatim(name, getattr(table, name)) for name in type(table).model_fields}
    return table.model_copy(update=own)


def _verbatim(name: str, value: Any) -> Any:
    if isinstance(value, BaseModel):
        return verbatim(value)
    if isinstance(value, tuple):
        return tuple(_verbatim(name, item) for item in value)
    if isinstance(value, dict):
        return {key: _verbatim(name, item) for key, item in value.items()}
    return Verbatim(value) if isinstance(value, str) and name not in _NOT_TEXT else value


def _bounded(mistake: Mistake) -> Mistake:
    """The mistake in a few words, however long what was found is."""
    short = (part if len(part) <= LONGEST_PART else part[: LONGEST_PART - 1] + "…" for part in astuple(mistake))
    return Mistake(*short)


def _text_complaints(where: str, text: str) -> Iterator[Complaint]:
    if len(text) > LONGEST:
        yield where, f"at most {LONGEST} characters", str(len(text))
    if long := next((word for word in re.split(r"\s", text) if len(word) > LONGEST_WORD), ""):
        yield where, f"words of at most {LONGEST_WORD} characters", shown(long, LONGEST_WORD)


def _content(path: Path) -> bytes:
    """At most one byte more than a file may have. Links, pipes and devices are never followed or waited for."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    name = shown(path.name).strip("“”")
    try:
        with os.fdopen(os.open(path, flags), "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise ContentError([Mistake(name, "", "a file", "something else")])
            return file.read(LARGEST + 1)
    except OSError as error:
        found = error.strerror or "none"
        raise ContentError([Mistake(name, "", "a file that this account can read, and no link", found)]) from None
