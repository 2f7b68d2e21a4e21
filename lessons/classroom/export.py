"""A table as a CSV file that a spreadsheet opens without running anything in it."""

from __future__ import annotations

import csv
from typing import Any

import pandas as pd

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula, full-width forms and the marks before one included."""


def to_csv(frame: pd.DataFrame) -> bytes:
    """The table as UTF-8 with a mark that spreadsheets know it by; texts in quotes, numbers as they are.

    A text, a heading or an index label that could be taken for a formula gets an apostrophe before it, which a
    spreadsheet shows as text. Numbers stay numbers, negative ones too.
    """
    safe = frame.rename(columns=harmless).map(harmless)
    text = safe.to_csv(index=False, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    return text.encode("utf-8-sig", "replace")


def harmless(cell: Any) -> Any:
    """The same cell, with an apostrophe before a text that could be taken for a formula."""
    if isinstance(cell, str) and cell.lstrip(" \u00a0\ufeff").startswith(FORMULA):
        return "'" + cell
    return cell
