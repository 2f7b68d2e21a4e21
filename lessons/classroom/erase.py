"""``python -m lessons.classroom.erase --class FOLDER``: delete what a class handed in, when its course is over.

``python3 start.py erase`` runs it. Only hand-ins and withdrawals are deleted, of every edition, and pieces of them that
a computer left when it was switched off; whatever else lies in the folder stays.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from lessons.course.library import words
from lessons.record.handin import HandIn, Withdrawal

from .gathering import paths_in, printable
from .handin import NotAHandIn, read
from .place import CLASS, class_folder

PIECE = re.compile(r"\.[0-9a-f]{16}\.tmp")
"""The names under which hand-ins are written before they are whole."""


@dataclass(frozen=True)
class Found:
    """What lies in a class folder. ours: the files to delete; days: of the hand-ins; others: how many files stay."""

    ours: tuple[Path, ...]
    people: int
    days: tuple[str, ...]
    others: int


def find(folder: Path) -> Found:
    """Look at every file of a class folder. Raises OSError where it cannot be read."""
    ours: list[Path] = []
    handed: list[HandIn | Withdrawal] = []
    others = 0
    for path in map(Path, sorted(paths_in(folder))):
        try:
            handed.append(read(path))
        except NotAHandIn as why:
            if str(why) != "other_version":
                others += 1
                continue
        ours.append(path)
    ours += [path for path in sorted(folder.iterdir()) if PIECE.fullmatch(path.name)]
    people = {made.pseudonym for made in handed}
    return Found(tuple(ours), len(people), tuple(sorted({made.day for made in handed})), others)


def erase(found: Found) -> list[Path]:
    """Delete the files; those that could not be deleted."""
    left = []
    for path in found.ours:
        try:
            path.unlink(missing_ok=True)
        except OSError:
            left.append(path)
    return left


def main(arguments: Sequence[str] | None = None, ask: Callable[[str], str] = input) -> int:
    """Say what there is, ask once, delete it; 0 when nothing is left of it."""
    asked = _parser().parse_args(arguments)
    folder = asked.folder or class_folder()
    if folder is None:
        return _refuse(_words("which", variable=CLASS))
    try:
        found = find(folder)
    except (OSError, ValueError):
        return _refuse(words("classroom.folder").format(folder=printable(str(folder))))
    print(_said(found, folder))
    if not found.ours:
        return 0
    if not asked.yes and not _agreed(ask):
        print(_words("kept"))
        return 1
    left = erase(found)
    if left:
        return _refuse(_words("not_all", left=len(left), files=len(found.ours), folder=printable(str(folder))))
    print(_words("done", files=len(found.ours)))
    return 0


def _said(found: Found, folder: Path) -> str:
    """What there is to delete and what stays."""
    place = printable(str(folder))
    if not found.ours:
        return _words("nothing", folder=place, others=found.others)
    days = f"{found.days[0]} – {found.days[-1]}" if found.days else "–"
    return _words("found", files=len(found.ours), people=found.people, days=days, folder=place, others=found.others)


def _agreed(ask: Callable[[str], str]) -> bool:
    try:
        return ask(_words("really") + " ").strip().lower() == _words("answer")
    except EOFError:  # nobody is there to be asked
        print()
        return False


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="start.py erase", description=_words("what"))
    parser.add_argument("--class", dest="folder", type=Path, metavar="FOLDER", help=_words("folder", variable=CLASS))
    parser.add_argument("--yes", action="store_true", help=_words("yes"))
    return parser


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


def _words(key: str, **numbers: str | int) -> str:
    return words("erase", key).format(**numbers)


if __name__ == "__main__":
    raise SystemExit(main())
