"""The files of a class, read as strangers' data: what stands, and a sentence for each file that does not count."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from lessons.course.library import words
from lessons.record.events import mend
from lessons.record.handin import HandIn, Withdrawal, seal

from .handin import GONE, NotAHandIn, read

MOST = 20_000
"""Files of a class that are read."""
DEEPEST = 6
"""Folders inside each other that are looked into: a learning platform makes two or three."""

LOOKS = 5
"""How often a folder is looked at whose files come and go meanwhile."""

Read = Callable[[], HandIn | Withdrawal]
"""Reads one file; raises NotAHandIn."""


@dataclass(frozen=True)
class ClassFolder:
    """What a class has handed in.

    hand_ins: those that stand; left_out: a sentence for each file that does not count; withdrawn: how many learners
    took back what they had handed in for a lesson.
    """

    hand_ins: tuple[HandIn, ...]
    left_out: tuple[str, ...]
    withdrawn: int = 0


def read_folder(folder: Path) -> ClassFolder:
    """Read every file of a class folder and of the folders in it; names that begin with a full stop are not looked
    at, and links are not followed. Never raises.

    A learner who hands in again takes the older file away, and may do so between the look and the reading: then the
    newer one may have been missed, so the folder is looked at again.
    """
    for _ in range(LOOKS):
        try:
            paths = sorted(paths_in(folder))
        except (OSError, ValueError):  # ValueError: a name that no file can have
            return ClassFolder((), (words("classroom.folder").format(folder=printable(str(folder))),))
        gone: list[str] = []
        found = added_up(((path.rpartition(os.sep)[2], partial(read, Path(path))) for path in paths), gone)
        if not gone:
            break
    return found


def added_up(files: Iterable[tuple[str, Read]], gone: list[str] | None = None) -> ClassFolder:
    """Read the files one by one; only the first 20,000. Each comes with the name that its sentence calls it by.

    gone: takes the names of files that are not there any more.
    """
    found: list[HandIn | Withdrawal] = []
    left_out: list[str] = []
    gone = [] if gone is None else gone
    for number, (name, reader) in enumerate(files):
        if number == MOST:
            left_out.append(words("classroom.too_many").format(most=MOST))
            break
        try:
            found.append(reader())
        except NotAHandIn as why:
            if str(why) == GONE:
                gone.append(name)
            else:
                left_out.append(words("classroom", str(why)).format(file=printable(name)))
    standing, doubtful, withdrawn = _standing(found)
    return ClassFolder(standing, (*left_out, *doubtful), withdrawn)


def newest(handed: Iterable[HandIn | Withdrawal]) -> tuple[tuple[HandIn, ...], tuple[str, ...]]:
    """The hand-ins that stand, in order of lesson and code, and a sentence for each code that is used twice.

    A hand-in replaces, and a withdrawal removes, those of the same code and lesson whose seals it opens. Where two
    are left, one of them may be forged, and neither counts.
    """
    return _standing(handed)[:2]


def printable(name: str) -> str:
    """A file's name as it can be printed: no control characters, not endless."""
    letters = "".join(letter if letter.isprintable() else "�" for letter in mend(name))
    return letters if len(letters) <= 80 else letters[:79] + "…"


def _standing(handed: Iterable[HandIn | Withdrawal]) -> tuple[tuple[HandIn, ...], tuple[str, ...], int]:
    groups: dict[tuple[str, str], list[HandIn | Withdrawal]] = defaultdict(list)
    for made in handed:
        groups[made.lesson, made.pseudonym].append(made)
    standing: list[HandIn] = []
    doubtful: list[str] = []
    withdrawn = 0
    for (_, code), group in sorted(groups.items()):
        left = _left(group)
        if len(left) == 1:
            standing.append(left[0])
        elif left or not any(isinstance(made, Withdrawal) for made in group):
            doubtful.append(words("classroom.two_keys").format(code=code[:8]))
        else:
            withdrawn += 1
    return tuple(standing), tuple(doubtful), withdrawn


def _left(group: list[HandIn | Withdrawal]) -> list[HandIn]:
    """The hand-ins of one learner and lesson whose seals no other opens; a copy of a file counts once."""
    if len(group) == 1 and isinstance(group[0], HandIn):  # so it is for nearly everybody
        return [group[0]] if seal_is_closed(group[0]) else []
    opened = {seal(secret) for made in group for secret in made.opens}
    different = {made.model_dump_json(): made for made in group if isinstance(made, HandIn)}
    return [made for made in different.values() if made.seal not in opened]


def seal_is_closed(made: HandIn) -> bool:
    """Whether a hand-in does not open its own seal, which would take it back at once."""
    return all(seal(secret) != made.seal for secret in made.opens)


def paths_in(folder: Path) -> Iterator[str]:
    """The paths of all files. Raises OSError where the class folder itself cannot be read."""
    waiting = [(str(folder), 0)]
    while waiting:
        place, depth = waiting.pop()
        try:
            with os.scandir(place) as entries:
                found = [entry for entry in entries if not entry.name.startswith(".")]
        except OSError:
            if depth == 0:
                raise
            yield place  # read as a file, it gets its sentence
            continue
        for entry in found:
            if not entry.is_dir(follow_symlinks=False):
                yield entry.path
            elif depth < DEEPEST:
                waiting.append((entry.path, depth + 1))
