"""A copy of the course's texts with one thing changed in it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from lessons.course.library import COURSE, Library

Change = Callable[[str, str, str], Library]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A folder with the shared files and lesson 1's text."""
    for file in (*COURSE.glob("*.toml"), *COURSE.glob("*.json")):
        shutil.copy(file, tmp_path)
    (tmp_path / "focus").mkdir()
    shutil.copy(COURSE / "focus" / "lesson.toml", tmp_path / "focus")
    return tmp_path


@pytest.fixture
def change(copy: Path) -> Change:
    """Replaces the first ``old`` in a file of the copy by ``new`` and gives the library of the copy."""
    return lambda file, old, new: _changed(copy, file, old, new)


@pytest.fixture
def change_whole(tmp_path: Path) -> Change:
    """The same in a copy of all texts of the course."""
    whole = tmp_path / "whole"
    shutil.copytree(COURSE, whole, ignore=shutil.ignore_patterns("*.csv", "__pycache__"))
    return lambda file, old, new: _changed(whole, file, old, new)


def _changed(folder: Path, file: str, old: str, new: str) -> Library:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{file} does not hold {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return Library(folder)
