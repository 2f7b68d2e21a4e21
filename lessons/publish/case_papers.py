"""The papers of a lesson with a class's own case in the place of the course's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from pydantic import BaseModel

from lessons.course import library
from lessons.course.own_case import OwnCase
from lessons.course.prose import Verbatim
from lessons.course.schema import Lesson
from lessons.course.session import Kind, Plan
from lessons.publish.own_words import on_paper
from lessons.publish.press import Paper
from lessons.publish.session_files import lesson_documents
from lessons.publish.shelf import Document

KINDS: tuple[Kind, ...] = ("sheet", "facilitator", "slides", "hands")


def case_documents(own: OwnCase, paper: Paper) -> list[Document]:
    """The lesson's sheet, facilitator's sheet, slides and form for hands; the file's name says which case it is."""
    lesson, stem = with_case(own), own.file.removesuffix(".toml")
    return [
        Document(f"{stem}_{document.file}", document.make)
        for kind in KINDS
        for document in lesson_documents(lesson, kind, paper)
    ]


def with_cases(plan: Plan, cases: Iterable[OwnCase]) -> Plan:
    """The plan with those cases that stand in the place of the course's; of several for one lesson, the first."""
    instead: dict[str, OwnCase] = {}
    for own in cases:
        if own.replaces:
            instead.setdefault(own.lesson, own)
    lessons = {one.slug: with_case(instead[one.slug]) for one in plan.lessons if one.slug in instead}
    if not lessons:
        return plan
    case = lessons.get(plan.case.slug, plan.case) if plan.case else None
    return replace(plan, lessons=tuple(lessons.get(one.slug, one) for one in plan.lessons), case=case)


def with_case(own: OwnCase) -> Lesson:
    """The lesson with this case in it. A character that the typeface lacks is replaced where one sees it."""
    return library.lesson(own.lesson).model_copy(update={"case": _printable(own.case)})


def _printable(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return value.model_copy(
            update={name: _printable(getattr(value, name)) for name in type(value).model_fields if name != "id"}
        )
    if isinstance(value, tuple):
        return tuple(map(_printable, value))
    if isinstance(value, dict):
        return {key: _printable(item) for key, item in value.items()}
    if isinstance(value, Verbatim):
        return Verbatim("\n".join("".join(pieces) for pieces in on_paper(value)))
    return value
