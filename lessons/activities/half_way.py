"""Half way: one's choices so far, two sentences that do not fit together, and the question that changes."""

from __future__ import annotations

from typing import Any

from lessons.course import library
from lessons.course.mistakes import ContentError, Mistake
from lessons.course.schema import HalfWay, Lesson, Role
from lessons.page import parts
from lessons.page.markup import Markup, join, tag
from lessons.record.state import State

from .desk import Desk
from .keep import KeepBox
from .roles import COLUMNS, role_tag
from .view import View
from .words import word

Marks = tuple[Role | None, ...]


def marks(lesson: Lesson, state: State) -> Marks:
    """The hats reached for first at the decisions of a case; None where a decision was left out."""
    return lesson.case.hats(state.lesson(lesson.slug).first_choices)


def strip(upto: Lesson, state: State) -> dict[int, Marks]:
    """The marks of every case so far, by the number of its lesson."""
    lessons = (lesson for lesson in library.lessons() if 1 <= lesson.number <= upto.number)
    return {lesson.number: marks(lesson, state) for lesson in lessons}


class HalfWayView(View):
    """Two screens: what one chose and what the article says; then the question and a guess."""

    step = "half_way"

    def __init__(self, desk: Desk) -> None:
        if desk.lesson.half_way is None:
            file = f"{desk.lesson.slug}/lesson.toml"
            raise ContentError([Mistake(file, "half_way", word("half_way.table"), "nothing")])
        self.words: HalfWay = desk.lesson.half_way
        super().__init__(desk)

    def parts(self) -> list[Any]:
        self._strip = parts.html()
        self._follow()
        self.desk.on_answer("half_way", self._follow)
        write = self.desk.writer
        first = parts.box(
            parts.html(_heading("choices")),
            self._strip,
            parts.html(write.paragraph(self.words.choices)),
            parts.html(_heading("sentences"), self._sides(), write.paragraph(self.words.ask)),
            classes=("th-screen",),
        )
        second = parts.box(
            parts.html(_heading("question"), self._questions(), write.paragraph(self.words.then)),
            parts.html(_heading("prediction")),
            KeepBox(self.desk, self.words.keep).widget,
            classes=("th-screen",),
        )
        return [first, second]

    def _follow(self) -> None:
        """The strip as it is now; the case of this lesson may still be open."""
        self._strip.value = strip_table(strip(self.desk.lesson, self.desk.everything))

    def _sides(self) -> Markup:
        sides = (self.desk.writer.write(f"{side.text} {' '.join(side.sentences)}") for side in self.words.sides)
        return tag("div", *(tag("div", tag("p", side), class_="th-side") for side in sides), class_="th-claim-sides")

    def _questions(self) -> Markup:
        old = tag("del", self.words.old), tag("span", " ", word("half_way.crossed_out"), class_="th-sr")
        return join(tag("p", *old, class_="th-p"), tag("p", tag("strong", self.words.new), class_="th-p"))


def strip_table(marked: dict[int, Marks]) -> Markup:
    """The strip: a column a lesson, a row a decision, and under it what the signs say."""
    rows = [
        (word(f"half_way.{name}"), *(_mark(hats[place]) for hats in marked.values()))
        for place, name in enumerate(("first", "second"))
    ]
    signs = (item for role in COLUMNS for item in (role_tag(role), " \u2003"))
    key = tag("p", *signs, word("half_way.empty"), " ", word("half_way.left_out"), class_="th-muted")
    return join(parts.table((word("half_way.lesson"), *marked), rows, word("half_way.strip")), key)


def _mark(hat: Role | None) -> Markup:
    """A sign for the eye, a word for the ear."""
    names = (f"roles.{hat}.glyph", f"roles.{hat}.name") if hat else ("half_way.empty", "half_way.left_out")
    shown, said = map(word, names)
    sign, spoken = tag("span", shown, aria_hidden="true"), tag("span", said, class_="th-sr")
    return tag("span", sign, spoken, class_=f"th-hat th-hat-{hat or 'neither'}")


def _heading(name: str) -> Markup:
    return tag("h3", word(f"half_way.{name}"), class_="th-h3")
