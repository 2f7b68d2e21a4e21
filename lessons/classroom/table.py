"""A class folder as a pandas table: one row for each hand-in that stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from lessons.course.library import words
from lessons.record.events import mend
from lessons.record.handin import HandIn, seal

from .handin import NotAHandIn, read

MOST = 20_000
"""Files of a class that are read."""

_COLUMNS = {
    "pseudonym": "str",
    "lesson": "str",
    "day": "str",
    "predicted": "Float64",
    "sure": "str",
    "choice_1": "str",
    "choice_2": "str",
    "cards_placed": "Int64",
}


@dataclass(frozen=True)
class ClassFolder:
    """What a class folder holds: the hand-ins that stand, and a sentence for each file that does not count."""

    hand_ins: tuple[HandIn, ...]
    left_out: tuple[str, ...]


def read_folder(folder: Path) -> ClassFolder:
    """Read every file of a class folder; names that begin with a full stop are not looked at. Never raises."""
    try:
        paths = sorted(path for path in folder.iterdir() if not path.name.startswith(".") and not path.is_dir())
    except OSError:
        return ClassFolder((), (words("classroom.folder").format(folder=_shown(str(folder))),))
    found, left_out = [], []
    for path in paths[:MOST]:
        try:
            found.append(read(path))
        except NotAHandIn as why:
            left_out.append(words("classroom", str(why)).format(file=_shown(path.name)))
    if len(paths) > MOST:
        left_out.append(words("classroom.too_many").format(most=MOST))
    standing, doubtful = newest(found)
    return ClassFolder(standing, (*left_out, *doubtful))


def newest(hand_ins: Iterable[HandIn]) -> tuple[tuple[HandIn, ...], tuple[str, ...]]:
    """The hand-ins that stand, in order of lesson and code, and a sentence for each code that is used twice.

    A hand-in replaces those of the same code and lesson whose seals it opens. Where two are left, one of them may be
    forged, and neither counts.
    """
    groups: dict[tuple[str, str], dict[str, HandIn]] = defaultdict(dict)
    for made in hand_ins:
        groups[made.lesson, made.pseudonym][made.model_dump_json()] = made  # a copy of a file counts once
    standing, doubtful = [], []
    for (_, code), group in sorted(groups.items()):
        opened = {seal(secret) for made in group.values() for secret in made.opens}
        left = [made for made in group.values() if made.seal not in opened]
        if len(left) == 1:
            standing.append(left[0])
        else:
            doubtful.append(words("classroom.two_keys").format(code=code[:8]))
    return tuple(standing), tuple(doubtful)


def table(hand_ins: Iterable[HandIn]) -> pd.DataFrame:
    """One row a hand-in.

    Columns: pseudonym, lesson, day, predicted (missing for words in place of a number), sure, choice_1, choice_2,
    cards_placed (all sorts), then check_1, check_2 … : right at the first try, missing where it was not answered.
    """
    hand_ins = list(hand_ins)
    questions = sorted({question for made in hand_ins for question in made.checks}, key=int)
    kinds = _COLUMNS | {f"check_{question}": "boolean" for question in questions}
    return pd.DataFrame([_row(made) for made in hand_ins], columns=list(kinds)).astype(kinds)


def _row(made: HandIn) -> dict[str, Any]:
    return {
        "pseudonym": made.pseudonym,
        "lesson": made.lesson,
        "day": made.day,
        "predicted": made.prediction.value if made.prediction else None,
        "sure": made.prediction.sure if made.prediction else None,
        "choice_1": made.choices.get("1"),
        "choice_2": made.choices.get("2"),
        "cards_placed": sum(len(places) for places in made.sorts.values()),
        **{f"check_{question}": answer.right for question, answer in made.checks.items()},
    }


def _shown(name: str) -> str:
    """A file's name as it can be printed: no control characters, not endless."""
    printable = "".join(letter if letter.isprintable() else "�" for letter in mend(name))
    return printable if len(printable) <= 80 else printable[:79] + "…"
