"""All files of one plan: the plan itself, and everything that it says to print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from lessons.course import library
from lessons.course.schema import Lesson
from lessons.course.session import Kind, Plan, ToPrint
from lessons.course.session_words import stem
from lessons.publish.deck import deck, speaker_copy
from lessons.publish.facilitator import facilitator_sheet, start_facilitator_sheet
from lessons.publish.press import Paper
from lessons.publish.session_plan import hands_form, session_plan
from lessons.publish.sheet import participant_sheet
from lessons.publish.shelf import Document
from lessons.publish.start_papers import course_map, sort_mat


def plan_document(plan: Plan, paper: Paper) -> Document:
    """The plan as a file."""
    return Document(f"{stem(plan)}_{paper}.pdf", partial(session_plan, plan, paper))


def session_documents(plan: Plan, paper: Paper) -> list[Document]:
    """The plan, then what it says to print, each once. The privacy notice is not among them: it is filled in apart."""
    known = {lesson.number: lesson for lesson in plan.lessons}
    return [plan_document(plan, paper), *(made for item in plan.prints for made in _of(item, known, paper))]


def _of(item: ToPrint, known: Mapping[int, Lesson], paper: Paper) -> Iterator[Document]:
    if item.lesson is None:
        return
    if item.lesson in known:
        yield from lesson_documents(known[item.lesson], item.kind, paper)
    else:
        yield from _of_start(item.kind, paper)


def lesson_documents(lesson: Lesson, kind: Kind, paper: Paper) -> Iterator[Document]:
    """The files of one kind of a lesson. Slides are two: for the projector, and with notes for the one who speaks."""
    name = f"{lesson.number:02}_{lesson.slug}"
    if kind == "sheet":
        yield Document(f"{name}_sheet_{paper}.pdf", partial(participant_sheet, lesson, paper))
    elif kind == "facilitator":
        yield Document(f"{name}_facilitator_{paper}.pdf", partial(facilitator_sheet, lesson, paper))
    elif kind == "hands":
        yield Document(f"{name}_show_of_hands_{paper}.pdf", partial(hands_form, lesson, paper))
    elif kind == "slides":
        yield Document(f"{name}_slides.pdf", partial(deck, lesson))
        yield Document(f"{name}_slides_with_notes_{paper}.pdf", partial(speaker_copy, lesson, paper))


def _of_start(kind: Kind, paper: Paper) -> Iterator[Document]:
    start = library.start()
    name = f"00_{start.slug}"
    if kind == "map":
        yield Document(f"{name}_map_{paper}.pdf", partial(course_map, start, paper))
    elif kind == "mat":
        yield Document(f"{name}_sort_mat_{paper}.pdf", partial(sort_mat, start, paper))
    elif kind == "facilitator":
        yield Document(f"{name}_facilitator_{paper}.pdf", partial(start_facilitator_sheet, start, paper))
