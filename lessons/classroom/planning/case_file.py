"""The file of a case of one's own: where it is written, under which name, and never over somebody else's."""

from __future__ import annotations

import contextlib
import re
import secrets
from pathlib import Path

from lessons.course import library
from lessons.course.case_draft import Draft, filled
from lessons.course.own_case import OwnCase, parsed
from lessons.course.own_case_toml import as_toml

MOST_NAMES = 100
"""Cases of one name in one folder."""


class InCourse(Exception):
    """The folder belongs to the course."""


def content_of(draft: Draft) -> bytes:
    """The bytes of the file."""
    return as_toml(filled(draft)).encode("utf-8")


def finished(draft: Draft, name: str) -> OwnCase:
    """The case as a lesson would read it from its file. Raises ContentError, one line for each mistake."""
    return parsed(name, content_of(draft), frozenset(library.course().slugs()))


def file_name(draft: Draft) -> str:
    """A name from the title: small letters, digits and underscores."""
    stem = re.sub(r"[^a-z0-9]+", "_", str(draft["case"]["title"]).casefold()).strip("_")[:40]
    return f"{stem or 'case'}.toml"


def write(draft: Draft, folder: Path, own: str = "") -> Path:
    """Write the case into the folder, whole or not at all. own: the name of the file that it was begun from, which is
    replaced; any other file is left alone.

    Raises InCourse, FileExistsError where all names are taken, or OSError.
    """
    folder = folder.expanduser().absolute()
    if _is_course(folder):
        raise InCourse(str(folder))
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / own if own else _free(folder, file_name(draft))
    made = path.with_name(f".{path.stem}-{secrets.token_hex(4)}.tmp")
    try:
        made.write_bytes(content_of(draft))
        made.replace(path)
    finally:
        with contextlib.suppress(OSError):
            made.unlink(missing_ok=True)
    return path


def _free(folder: Path, name: str) -> Path:
    """The first name that no file has."""
    stem = name.removesuffix(".toml")
    for number in range(1, MOST_NAMES + 1):
        path = folder / (name if number == 1 else f"{stem}_{number}.toml")
        if not path.exists() and not path.is_symlink():
            return path
    raise FileExistsError(name)


def _is_course(folder: Path) -> bool:
    """Whether a folder lies among the course's lessons or notebooks."""
    package = library.COURSE.parent.resolve()
    return any(folder.resolve().is_relative_to(place) for place in (package, package.parent / "notebooks"))
