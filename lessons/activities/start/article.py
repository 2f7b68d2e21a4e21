"""The article as a reading page: 28 sentences in our words, seven paragraphs, behind a button."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from lessons.activities.next import has_notebook, notebook_name
from lessons.activities.roles import role_tag
from lessons.activities.view import View
from lessons.activities.words import word
from lessons.course import library
from lessons.course.prose import fill
from lessons.course.schema import Sentence
from lessons.page import parts
from lessons.page.markup import Markup, join, tag

from .desk import StartDesk, desk_of


class ArticleView(View):
    """Closed at first: a first thought comes before it. Which hat a sentence is about is said after the sort only."""

    step = "article"

    def __init__(self, desk: StartDesk) -> None:
        self._reading = False
        super().__init__(desk)
        desk.on_answer("article", self._follow)

    def parts(self) -> list[Any]:
        words, write = desk_of(self).start.article, self.desk.writer
        self._sorted = desk_of(self).saved_sort is not None
        show = words.open if self._sorted else words.open_early
        self._button = parts.button(words.close if self._reading else show, self._toggle)
        intro = parts.box(parts.html(write.paragraph(words.intro)), self._button, classes=("th-screen",))
        return [intro, *(self._paragraphs() if self._reading else [])]

    def _toggle(self) -> None:
        self._reading = not self._reading
        self.moved_on("step-article")

    def _follow(self) -> None:
        if self._sorted != (desk_of(self).saved_sort is not None):
            self.show()

    def _paragraphs(self) -> list[Any]:
        """A screen for each paragraph, and the question at the end."""
        sentences = groupby(library.article().items(), lambda item: item[0].split(".")[0])
        screens = [self._paragraph(int(name[1:]), dict(group)) for name, group in sentences]
        return [*screens, parts.html(self.desk.writer.paragraph(desk_of(self).start.article.question))]

    def _paragraph(self, number: int, sentences: dict[str, Sentence]) -> Any:
        words = desk_of(self).start.article
        place, about, says, lesson = words.header
        header = (place, about, says, lesson) if self._sorted else (place, says, lesson)
        rows = [self._row(key, sentence) for key, sentence in sentences.items()]
        table = parts.table(header, rows, fill(words.paragraph, {"number": number}))
        return parts.html(table, classes=("th-screen", "th-article-table"))

    def _row(self, key: str, sentence: Sentence) -> tuple[object, ...]:
        told = tag("span", sentence.paraphrase)
        narrow = tag("span", desk_of(self).start.article.header[-1], " ", class_="th-when-narrow")
        lessons = join(narrow, *(part for number in sentence.lessons for part in (self._lesson(number), " ")))
        return (key, self._about(sentence), told, lessons) if self._sorted else (key, told, lessons)

    def _about(self, sentence: Sentence) -> Markup:
        if sentence.role == "none":
            return tag("span", word("roles.none.glyph"), class_="th-muted")
        return role_tag(sentence.role)

    def _lesson(self, number: int) -> Markup:
        lesson = next((one for one in library.lessons() if one.number == number and has_notebook(one)), None)
        if lesson is None:
            return join(number)
        name = word("notes.lesson_of", {"number": number})
        return tag("a", number, href=notebook_name(lesson), aria_label=f"{name}: {lesson.title}")
