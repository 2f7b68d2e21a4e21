"""A class folder as a pandas table: one row for each hand-in that stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

from lessons.record.handin import HandIn

from .gathering import ClassFolder, newest, read_folder

__all__ = ["ClassFolder", "newest", "read_folder", "table"]

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
