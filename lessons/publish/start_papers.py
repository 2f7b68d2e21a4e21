"""The papers of lesson 0: the map of the thirteen differences, and the sort mat with cards to cut."""

from __future__ import annotations

from lessons.course import library
from lessons.course.order import mixed
from lessons.course.start_schema import Start
from lessons.publish.citations import Citations
from lessons.publish.content import Data, Writer
from lessons.publish.press import Paper, press
from lessons.publish.proof import read_over, sheet_error
from lessons.publish.words import sheet_words

SIZE = 10.0
"""Size of type in points."""
PLACE = ("sort", "mat")
"""What the order of the cards depends on: the same on every print, and not by hats."""


def course_map(start: Start, paper: Paper) -> bytes:
    """The map on one page, as a PDF/UA-1 file. Raises SheetError if it is longer or a character is missing."""
    data = map_data(start)
    read_over(data, start.slug)
    printed = press("map.typ", data, paper, SIZE)
    if printed.pages != 1:
        raise sheet_error("map", pages=printed.pages, paper=paper)
    return printed.pdf


def sort_mat(start: Start, paper: Paper) -> bytes:
    """The mat with its four boxes, and the cards to cut out. Raises SheetError if a character is missing."""
    data = mat_data(start)
    read_over(data, start.slug)
    return press("mat.typ", data, paper, SIZE).pdf


def map_data(start: Start) -> Data:
    """The rows of the map: what the article says of each difference, in two phrases."""
    write = Writer({}, Citations({}))
    rows = [
        {
            "lesson": str(difference.lesson),
            "name": difference.name,
            "managing": difference.managing,
            "leading": difference.leading,
            "sentences": list(difference.sentences),
        }
        for difference in library.differences().values()
    ]
    return {
        "title": start.map.title,
        "intro": write(start.map.intro),
        "rows": rows,
        "source": write(start.map.source),
        "question": write(start.map.question),
        "after": write(start.map.after),
        "labels": {key: start.map.labels[key] for key in ("managing", "leading", "lesson", "difference")},
        "sentences": library.words("sheet.map.sentences"),
        "words": sheet_words(),
    }


def mat_data(start: Start) -> Data:
    """The four boxes, in the order of the screen, and the core cards in a mixed order."""
    write = Writer({}, Citations({}))
    core = [{"id": key, "text": card.text} for key, card in library.cards().items() if card.core]
    return {
        "title": library.words("sheet.mat.title"),
        "intro": write(start.sort.intro),
        "boxes": [{"role": role, "text": write(text[0].upper() + text[1:])} for role, text in start.sort.boxes.items()],
        "question": write(start.sort.question),
        "cards": mixed(core, *PLACE),
        "words": {**sheet_words(), "mat": dict(library.word_table("sheet.mat"))},
    }
