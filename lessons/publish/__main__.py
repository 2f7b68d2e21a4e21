"""``python -m lessons.publish --lesson focus --paper a4 --out handouts``: write what is printed as files.

``python3 start.py handouts`` runs it. A document that cannot be printed is named at the end; the others are written.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from lessons.course import library, prose
from lessons.course.mistakes import ContentError
from lessons.publish.press import PAPERS
from lessons.publish.proof import SheetError, sheet_error
from lessons.publish.shelf import Document, documents, slugs

BAR = 24
"""Characters in a full progress bar."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the documents that were asked for; 0 when all are written, else 1 and one sentence for each that is not."""
    asked = _parser().parse_args(arguments)
    try:
        _check_lessons(asked.lesson or ())
        wanted = documents(asked.lesson or (), asked.paper or PAPERS)
        asked.out.mkdir(parents=True, exist_ok=True)
        refused = _write_all(wanted, asked.out)
    except OSError as error:
        return _refuse([_words("errors.folder", folder=str(asked.out), reason=error.strerror or str(error))])
    except (SheetError, ContentError) as error:
        return _refuse([str(error)])
    print(_words("command.done", count=len(wanted) - len(refused), folder=str(asked.out)))
    return _refuse(refused) if refused else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="start.py handouts", description=_words("command.what"))
    parser.add_argument("--lesson", action="append", metavar="SLUG", help=_words("command.lesson"))
    parser.add_argument("--paper", action="append", choices=PAPERS, help=_words("command.paper"))
    parser.add_argument("--out", type=Path, default=Path("handouts"), metavar="DIR", help=_words("command.out"))
    return parser


def _check_lessons(asked: Sequence[str]) -> None:
    for slug in asked:
        if slug not in slugs():
            raise sheet_error("lesson", lesson=slug, lessons=", ".join(slugs()))


def _write_all(wanted: Sequence[Document], folder: Path) -> list[str]:
    """Write each document into ``folder``; returns one sentence for each that must not be handed out."""
    refused = []
    for number, document in enumerate(wanted, 1):
        _progress(number, len(wanted), document.file)
        try:
            (folder / document.file).write_bytes(document.make())
        except SheetError as error:
            (folder / document.file).unlink(missing_ok=True)  # an older one would be handed out in its place
            refused.append(str(error))
    if sys.stdout.isatty():
        print(f"\r{'':<79}\r", end="")
    return refused


def _progress(number: int, count: int, file: str) -> None:
    """A bar on a terminal; elsewhere a line for each file."""
    filled = BAR * number // count
    line = f"  [{'#' * filled:.<{BAR}}] {number} / {count}  {file}"
    print(f"\r{line[:79]:<79}" if sys.stdout.isatty() else line, end="" if sys.stdout.isatty() else "\n", flush=True)


def _words(key: str, **values: float | str) -> str:
    return prose.fill(library.words("sheet", key), values)


def _refuse(sentences: Sequence[str]) -> int:
    print("\n".join(sentences), file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
