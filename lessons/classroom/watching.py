"""Noticing that something in a class folder has changed, without reading its files."""

from __future__ import annotations

import os
from pathlib import Path

MOST = 40_000
"""Files that are looked at."""


def signature(place: Path) -> object:
    """Something that is different when a file came, went or changed; None where nothing can be seen.

    place: a folder with its folders, or one file. Links are not followed.
    """
    try:
        found = place.stat()
    except (OSError, ValueError):
        return None
    if not place.is_dir():
        return found.st_size, found.st_mtime_ns
    return frozenset(_files(place))


def _files(folder: Path) -> list[tuple[str, int, int]]:
    seen: list[tuple[str, int, int]] = []
    for where, _, names in os.walk(folder):
        for name in names:
            path = Path(where, name)
            try:
                found = path.lstat()
            except OSError:  # gone since the folder was listed
                continue
            seen.append((str(path), found.st_size, found.st_mtime_ns))
        if len(seen) > MOST:
            break
    return seen
