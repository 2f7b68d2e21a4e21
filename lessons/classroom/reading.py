"""Where a class lies, what it holds, and whether it has changed since somebody last looked."""

from __future__ import annotations

import os
from pathlib import Path

from .archive import read_class
from .gathering import ClassFolder, paths_in
from .place import class_folder


def class_place() -> str:
    """The class folder of this computer as text, "" where none is named."""
    return str(class_folder() or "")


def read_place(place: Path) -> ClassFolder:
    """Read a class folder or a zip of one. Never raises."""
    return read_class(place)


def signature(place: Path) -> object:
    """Something that is equal as long as no file of the class came, went or changed. Never raises."""
    try:
        if not place.is_dir():
            return _of(str(place))
        return tuple(sorted((path, _of(path)) for path in paths_in(place)))
    except (OSError, ValueError):
        return None


def _of(path: str) -> tuple[int, int] | None:
    try:
        found = os.lstat(path)
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns
