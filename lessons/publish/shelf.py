"""Every document that the course can print, by the name of its file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from lessons.course import library
from lessons.course.schema import Lesson
from lessons.publish.booklet import booklet
from lessons.publish.deck import deck, speaker_copy
from lessons.publish.docx_facilitator import facilitator_docx
from lessons.publish.docx_sheet import participant_docx
from lessons.publish.facilitator import facilitator_sheet, start_facilitator_sheet
from lessons.publish.guide import guide_pdf
from lessons.publish.notice import notice_pdf
from lessons.publish.paper_game import paper_game_pdf, role_cards_pdf
from lessons.publish.portfolio_game import GAME
from lessons.publish.press import PAPERS, Paper
from lessons.publish.sheet import participant_sheet
from lessons.publish.start_papers import course_map, sort_mat


@dataclass(frozen=True)
class Document:
    """One file to be written. ``make`` raises SheetError if it must not be handed out."""

    file: str
    make: Callable[[], bytes]


def slugs() -> tuple[str, ...]:
    """What may be asked for: lesson 0 and all lessons, in the order of the course."""
    return (library.START, *(lesson.slug for lesson in library.lessons()))


def documents(asked: Sequence[str] = (), papers: Sequence[Paper] = PAPERS) -> list[Document]:
    """The documents of the lessons that were asked for; without a wish, everything."""
    wanted = [slug for slug in slugs() if not asked or slug in asked]
    found: list[Document] = []
    for slug in wanted:
        found += _of_start(papers) if slug == library.START else _of_lesson(library.lesson(slug), papers)
    return found if asked else [*found, *_of_course(papers)]


def _of_course(papers: Sequence[Paper]) -> Iterator[Document]:
    """What belongs to no one lesson."""
    for paper in papers:
        yield Document(f"facilitators_guide_{paper}.pdf", partial(guide_pdf, paper))
        yield Document(f"privacy_notice_{paper}.pdf", partial(notice_pdf, {}, paper))
        yield Document(f"booklet_{paper}.pdf", partial(booklet, library.start(), library.lessons(), paper))


def _of_lesson(lesson: Lesson, papers: Sequence[Paper]) -> Iterator[Document]:
    name = f"{lesson.number:02}_{lesson.slug}"
    yield Document(f"{name}_slides.pdf", partial(deck, lesson))
    yield Document(f"{name}_sheet.docx", partial(participant_docx, lesson))
    yield Document(f"{name}_facilitator.docx", partial(facilitator_docx, lesson))
    for paper in papers:
        yield Document(f"{name}_slides_with_notes_{paper}.pdf", partial(speaker_copy, lesson, paper))
        yield Document(f"{name}_sheet_{paper}.pdf", partial(participant_sheet, lesson, paper))
        yield Document(f"{name}_facilitator_{paper}.pdf", partial(facilitator_sheet, lesson, paper))
        if lesson.slug == GAME:
            yield Document(f"{name}_paper_game_{paper}.pdf", partial(paper_game_pdf, library.paper_game(), paper))
            yield Document(f"{name}_role_cards_{paper}.pdf", partial(role_cards_pdf, library.paper_game(), paper))


def _of_start(papers: Sequence[Paper]) -> Iterator[Document]:
    start = library.start()
    for paper in papers:
        yield Document(f"00_{start.slug}_map_{paper}.pdf", partial(course_map, start, paper))
        yield Document(f"00_{start.slug}_sort_mat_{paper}.pdf", partial(sort_mat, start, paper))
        yield Document(f"00_{start.slug}_facilitator_{paper}.pdf", partial(start_facilitator_sheet, start, paper))
