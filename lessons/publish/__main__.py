"""``python -m lessons.publish --lesson focus --paper a4 --out handouts``: write participant sheets as PDF files."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from lessons.course import library, prose
from lessons.course.mistakes import ContentError
from lessons.course.schema import Lesson
from lessons.publish.press import PAPERS, Paper
from lessons.publish.proof import SheetError
from lessons.publish.sheet import participant_sheet


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the sheets that were asked for; 0 when all are written, 1 with one plain sentence when not."""
    asked = _parser().parse_args(arguments)
    try:
        for lesson in _lessons(asked.lesson):
            for paper in asked.paper or PAPERS:
                print(_write(lesson, paper, asked.out))
    except OSError as error:
        return _refuse(_words("errors.folder", folder=str(asked.out), reason=error.strerror or str(error)))
    except (SheetError, ContentError) as error:
        return _refuse(str(error))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m lessons.publish", description=_words("command.what"))
    parser.add_argument("--lesson", action="append", metavar="SLUG", help=_words("command.lesson"))
    parser.add_argument("--paper", action="append", choices=PAPERS, help=_words("command.paper"))
    parser.add_argument("--out", type=Path, default=Path("handouts"), metavar="DIR", help=_words("command.out"))
    return parser


def _lessons(slugs: Sequence[str] | None) -> list[Lesson]:
    """The lessons asked for, in the order of the course; all of them when none was named."""
    known = {lesson.slug: lesson for lesson in library.lessons()}
    for slug in slugs or ():
        if slug not in known:
            raise SheetError(_words("errors.lesson", lesson=slug, lessons=", ".join(known)))
    return [lesson for slug, lesson in known.items() if not slugs or slug in slugs]


def _write(lesson: Lesson, paper: Paper, folder: Path) -> str:
    """Write one sheet into ``folder``, made if it is missing. Returns a line that says what was written."""
    sheet = participant_sheet(lesson, paper)
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{lesson.number:02}_{lesson.slug}_sheet_{paper}.pdf"
    file.write_bytes(sheet)
    return _words("command.written", file=str(file), size=len(sheet) / 1000)


def _words(key: str, **values: float | str) -> str:
    return prose.fill(library.words("sheet", key), values)


def _refuse(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
