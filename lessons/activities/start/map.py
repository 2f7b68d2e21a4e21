"""The map of the course: thirteen differences, and which lessons are done. It opens when the first sort is saved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import figures
from figures.contract import Words
from lessons.activities.next import has_notebook, notebook_name
from lessons.activities.progress import progress_in
from lessons.activities.view import View
from lessons.activities.words import word
from lessons.course import library
from lessons.course.prose import fill
from lessons.course.schema import Difference, Lesson
from lessons.course.start_schema import CourseMap
from lessons.page import parts
from lessons.page.live import LiveFigure
from lessons.page.markup import Markup, join, tag

from .desk import StartDesk, desk_of

SIDES = ("managing", "leading")


class MapView(View):
    """The chart, the same as a table with links, and what follows after the twelve lessons."""

    step = "map"

    def __init__(self, desk: StartDesk) -> None:
        self.chart = figures.chart("course_map")
        self.live = LiveFigure(self.chart, desk.page.look, word("notes.not_drawn"))
        desk.page.watch(self.live.set_look)
        self._asked = False
        super().__init__(desk)
        desk.on_answer("map", self._follow)

    def parts(self) -> list[Any]:
        words, write = desk_of(self).start.map, self.desk.writer
        self._opened = self._open
        if not self._opened:
            button = parts.button(words.open, self._show_early)
            return [parts.box(parts.html(write.paragraph(words.closed)), button, classes=("th-screen",))]
        self._draw()
        twin = parts.Disclosure(word("map.show_text"), word("map.hide_text"), parts.html(self._table()))
        twin.widget.add_class("th-not-projected")
        intro = parts.html(write.paragraph(words.intro), classes=("th-not-projected",))
        below = parts.html(write.paragraph(words.question), write.paragraph(words.after), classes=("th-not-projected",))
        return [parts.box(intro, self.live.widget, twin.widget, below, classes=("th-screen",))]

    @property
    def _open(self) -> bool:
        return self._asked or desk_of(self).saved_sort is not None

    def _follow(self) -> None:
        """The sort has been saved, or somebody else is here."""
        if self._open != self._opened:
            self.show()

    def _show_early(self) -> None:
        self._asked = True
        self.moved_on("step-map")

    def _done(self) -> Mapping[int, bool]:
        """Each lesson that is there, by its number, and whether all its steps are done."""
        state = self.desk.everything
        return {one.number: all(progress_in(one, state).values()) for one in library.lessons()}

    def _draw(self) -> None:
        words, done = desk_of(self).start.map, self._done()
        differences = library.differences().values()
        rows = tuple(
            (one.name, one.lesson, one.managing, one.leading, done.get(one.lesson, False), empty_side(one, words))
            for one in differences
        )
        count = sum(done.get(number, False) for number in {one.lesson for one in differences})
        said = Words(words.title, fill(words.subtitle, {"done": count}), "", words.source, words.labels)
        self.live.show(self.chart.Data(rows), said, map_text())

    def _table(self) -> Markup:
        labels, done = desk_of(self).start.map.labels, self._done()
        there = {one.number: one for one in library.lessons() if has_notebook(one)}
        header = tuple(labels[key] for key in ("difference", "lesson", "managing", "leading"))
        rows = [
            (one.name, self._lesson(one.lesson, there, done), one.managing, one.leading)
            for one in library.differences().values()
        ]
        return parts.table(header, rows, desk_of(self).start.map.title)

    def _lesson(self, number: int, there: Mapping[int, Lesson], done: Mapping[int, bool]) -> Markup:
        ticked = f" ✓ {desk_of(self).start.map.labels['done']}" if done.get(number) else None
        lesson = there.get(number)
        if lesson is None:
            return join(number)
        name = word("notes.lesson_of", {"number": number})
        return join(tag("a", number, href=notebook_name(lesson), aria_label=f"{name}: {lesson.title}"), ticked)


def empty_side(difference: Difference, words: CourseMap) -> str:
    """The side of which the article names nothing, or ""."""
    return next((side for side in SIDES if getattr(difference, side) == words.empty), "")


def map_text() -> str:
    """The map in words, row by row."""
    differences = library.differences().values()
    rows = (
        word(
            "map.row",
            {"name": one.name, "lesson": one.lesson, "managing": one.managing, "leading": one.leading},
        )
        for one in differences
    )
    return " ".join((word("map.alt", {"rows": len(differences)}), *rows))
