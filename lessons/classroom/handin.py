"""One hand-in as a file: written so that nobody ever sees half of it, read as a stranger's data."""

from __future__ import annotations

import contextlib
import json
import math
import os
import secrets
import stat
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from lessons.record.handin import SCHEMA, HandIn
from lessons.record.trouble import Trouble, trouble

LARGEST = 64 * 1024
"""Bytes that a hand-in may have."""


class NotAHandIn(ValueError):
    """A file that is left out. Its text is the key of the sentence that says why, in ``[classroom]``."""


def write(made: HandIn, folder: Path) -> Path | Trouble:
    """Write one hand-in into the class folder under a name of its own; the path, or why it is not there.

    A trouble's sentence is in ``words.toml`` under ``[handin]``.
    """
    content = made.model_dump_json(indent=1).encode()
    if len(content) > LARGEST:
        return Trouble("too_big", str(folder))
    path = folder / f"{made.lesson}-{secrets.token_hex(8)}.json"
    draft = path.with_name(f".{path.name}.tmp")
    try:
        _write_new(draft, content)
        _publish(draft, path)
    except OSError as error:
        return trouble(error, folder)
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
    return path


def read(path: Path) -> HandIn:
    """The hand-in in a file. Raises NotAHandIn for anything else, whatever it is."""
    try:
        return parse(_content(path))
    except OSError:
        raise NotAHandIn("not_read") from None


def parse(content: bytes) -> HandIn:
    """The hand-in that bytes hold: strict JSON in UTF-8 of exactly the known shape. Raises NotAHandIn."""
    if len(content) > LARGEST:
        raise NotAHandIn("too_big")
    try:
        found = json.loads(
            content.decode("utf-8"), object_pairs_hook=_unique, parse_constant=_refuse, parse_float=_finite
        )
        if isinstance(found, dict) and found.get("format") == "two-hats hand-in" and found.get("version") != SCHEMA:
            raise NotAHandIn("other_version")
        return HandIn.model_validate(found)
    except NotAHandIn:
        raise
    except (ValueError, ValidationError, RecursionError, OverflowError):
        raise NotAHandIn("not_a_hand_in") from None


def _write_new(path: Path, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o644)
    try:
        while content:
            content = content[os.write(descriptor, content) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _publish(draft: Path, path: Path) -> None:
    """Give the finished file its name. A link never replaces a file; where there are none, the name is new anyway."""
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:
        draft.rename(path)
    if os.name != "nt":
        with contextlib.suppress(PermissionError):  # a drop folder may be written to but not read
            descriptor = os.open(path.parent, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


def _content(path: Path) -> bytes:
    """At most one byte more than a hand-in may have. Links, pipes and devices are never followed or waited for."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise NotAHandIn("not_a_hand_in")
        return file.read(LARGEST + 1)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key twice")
    return found


def _refuse(constant: str) -> float:
    raise ValueError(constant)


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        raise ValueError(text)
    return number
