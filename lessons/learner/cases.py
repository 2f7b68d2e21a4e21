"""Where a class's own cases lie: a folder that ``TWO_HATS_CASES`` names, or one beside the learners' records."""

from __future__ import annotations

import os
from pathlib import Path

from . import home

CASES = "TWO_HATS_CASES"


def cases_folder() -> Path | None:
    """The folder to read cases from, whether it is there or not; None where none is named and none was made."""
    own = own_folder()
    return own if os.environ.get(CASES, "").strip() or own.is_dir() else None


def own_folder() -> Path:
    """The folder to write cases into: the one that is named, else ``cases`` in this account's folder of the course."""
    named = os.environ.get(CASES, "").strip()
    return Path(named).expanduser().absolute() if named else home.home() / "cases"
