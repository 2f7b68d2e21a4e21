"""A hand-in or a withdrawal as a file: written so that nobody ever sees half of it, read as a stranger's data."""

from __future__ import annotations

import contextlib
import errno
import json
import math
import os
import secrets
import stat
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from lessons.record.handin import FORMAT, SCHEMA, HandIn, Withdrawal
from lessons.record.handin_shape import Handed
from lessons.record.trouble import Trouble, trouble

LARGEST = 64 * 1024
"""Bytes that a hand-in may have."""


GONE = "gone"
"""Why a file is left out that was there when the folder was looked at; it has no sentence."""


class NotAHandIn(ValueError):
    """A file that is left out. Its text is the key of the sentence that says why, in ``[classroom]``."""


def content_of(made: Handed) -> bytes:
    """The bytes of the file, which are also what the learner is shown before it is written."""
    return made.model_dump_json(indent=1).encode()


def file_name(made: Handed) -> str:
    """A name that no other file has; that of a hand-in can be found again by its seal."""
    if isinstance(made, HandIn):
        return name_of(made.lesson, made.seal)
    return f"{made.lesson}-withdrawn-{secrets.token_hex(8)}.json"


def name_of(lesson: str, of_seal: str) -> str:
    """The name of the file of the hand-in that has this seal."""
    return f"{lesson}-{of_seal[:16]}.json"


def write(made: Handed, folder: Path) -> Path | Trouble:
    """Write one file into the class folder under a name of its own; the path, or why it is not there.

    Writing the same hand-in once more changes nothing. A trouble's sentence is in ``words.toml`` under ``[handin]``.
    """
    content = content_of(made)
    if len(content) > LARGEST:
        return Trouble("too_big", str(folder))
    path = folder / file_name(made)
    draft = path.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        _write_new(draft, content)
        _publish(draft, path)
    except FileExistsError:
        return path if _holds(path, content) else Trouble("unknown", str(folder))
    except OSError as error:
        return trouble(error, folder)
    finally:
        with contextlib.suppress(OSError):
            draft.unlink(missing_ok=True)
    return path


def read(path: Path) -> HandIn | Withdrawal:
    """The hand-in or the withdrawal in a file. Raises NotAHandIn for anything else, whatever it is."""
    try:
        return parse(_content(path))
    except FileNotFoundError:
        raise NotAHandIn(GONE) from None
    except OSError:
        raise NotAHandIn("not_read") from None


def parse(content: bytes) -> HandIn | Withdrawal:
    """What bytes hold: strict JSON in UTF-8 of exactly one of the two known shapes. Raises NotAHandIn."""
    if len(content) > LARGEST:
        raise NotAHandIn("too_big")
    try:
        found = json.loads(
            content.decode("utf-8"), object_pairs_hook=_unique, parse_constant=_refuse, parse_float=_finite
        )
        if isinstance(found, dict) and found.get("format") == FORMAT and found.get("version") != SCHEMA:
            raise NotAHandIn("other_version")
        shape = Withdrawal if isinstance(found, dict) and "withdrawn" in found else HandIn
        return shape.model_validate(found)
    except NotAHandIn:
        raise
    except (ValueError, ValidationError, RecursionError, OverflowError):
        raise NotAHandIn("not_a_hand_in") from None


def _holds(path: Path, content: bytes) -> bool:
    """Whether a file is there and says just this."""
    with contextlib.suppress(OSError, NotAHandIn):
        return _content(path) == content
    return False


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
        if path.exists():
            raise FileExistsError(errno.EEXIST, "a file is never replaced", str(path)) from None
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
