"""Writing so that what was written stays: a line at the end of a file, a whole file, the folder that it lies in."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def append(path: Path, line: bytes) -> None:
    """Add bytes at the end of a file, made if need be, and return only when they are on the disk. Raises OSError.

    The file is opened anew each time: one that is held open could be written to after its folder was taken away.
    """
    new = not path.exists()
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    try:
        while line:
            line = line[os.write(descriptor, line) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    if new:
        sync_folder(path.parent)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it, for its owner only, so that a power cut does not undo it. Raises OSError."""
    missing = [place for place in (folder, *folder.parents) if not place.exists()]
    for place in reversed(missing):
        place.mkdir(mode=0o700, exist_ok=True)
        sync_folder(place.parent)


def sync_folder(folder: Path) -> None:
    """Put a folder's list of names on the disk. Windows has no such call and does it by itself."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def replace_file(path: Path, content: bytes) -> None:
    """Write a whole file so that a reader finds the old one or the new one, never half. Raises OSError."""
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        append(draft, content)
        draft.replace(path)
        sync_folder(path.parent)
    finally:
        draft.unlink(missing_ok=True)
