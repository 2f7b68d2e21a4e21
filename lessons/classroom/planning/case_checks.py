"""The checks of a case that is being written, as a list on the page."""

from __future__ import annotations

from dataclasses import dataclass

from lessons.course import library
from lessons.course.case_advice import Finding, findings
from lessons.course.case_draft import Draft, Path, blanks, preview
from lessons.course.case_places import place_in_words, sentence
from lessons.course.mistakes import ContentError, place
from lessons.course.prose import fill
from lessons.page.markup import Markup, tag

from .case_file import file_name, finished

RULES_OF_PATHS = "case"
"""Where a mistake of the nine paths stands; the checks say it in plainer words."""
MOST_BLANKS = 3
"""Empty fields that are named; the form shows the others."""


@dataclass(frozen=True)
class Check:
    """One line: whether it is needed, whether it holds, and its sentence."""

    needed: bool
    good: bool
    said: str


def checks(draft: Draft) -> list[Check]:
    """Every check of a draft: what is blank, what a file could not hold, then the rules of a case."""
    words = library.planning().own_case
    empty = blanks(draft)
    if empty:
        return [Check(True, False, fill(words.rules["blank"], {"count": len(empty), "fields": _named(empty)}))]
    said = [Check(True, True, words.rules["no_blank"]), *_of_file(draft)]
    return [*said, *(_said(one) for one in findings(preview(draft), words.praise))]


def open_count(found: list[Check]) -> int:
    """How many needed checks do not hold."""
    return sum(one.needed and not one.good for one in found)


def as_list(found: list[Check]) -> Markup:
    """The list: a sign for the eye, a word for the ear, and which are needed."""
    return tag("ul", *(_item(one) for one in found), class_="th-checks")


def _item(one: Check) -> Markup:
    words = library.planning().own_case
    sign = tag("span", "✓" if one.good else "○", class_="th-sign", aria_hidden="true")
    spoken = tag("span", words.fine if one.good else words.look_at, ": ", class_="th-sr")
    kind = tag("span", " (", words.needed if one.needed else words.advice, ")", class_="th-muted")
    return tag("li", sign, spoken, one.said, kind, class_="th-good" if one.good else "th-retry")


def _of_file(draft: Draft) -> list[Check]:
    """What a lesson would refuse, except the nine paths, which have checks of their own."""
    try:
        finished(draft, file_name(draft))
    except ContentError as error:
        return [Check(True, False, sentence(one)) for one in error.mistakes if one.place != RULES_OF_PATHS]
    return []


def _said(one: Finding) -> Check:
    return Check(one.needed, one.good, fill(library.planning().own_case.rules[one.key], one.values))


def _named(empty: tuple[Path, ...]) -> str:
    """The first empty fields by place: "decision 1, option B, what happens"."""
    return "; ".join(place_in_words(place(path)) for path in empty[:MOST_BLANKS])
