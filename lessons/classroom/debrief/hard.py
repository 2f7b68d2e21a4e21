"""What was hard: the thoughts that first answers to the check point to, in plain words."""

from __future__ import annotations

from typing import Any

from figures.class_bars import Cell, Row
from lessons.classroom.rules import counted, enough
from lessons.classroom.thoughts import in_plain_words, right_at_once, thoughts
from lessons.course import library
from lessons.course.prose import plain
from lessons.page import parts
from lessons.page.markup import Markup, tag

from .screen import Numbers, Screen

MOST = 5
COMMON = 0.2
"""From this share of people on a thought is called common."""


class HardScreen(Screen):
    """At most five thoughts, and which questions were right at once."""

    name = "hard"

    def parts(self) -> list[Any]:
        lesson = self.desk.lesson
        found, people = thoughts(lesson, self.desk.of(lesson.slug))
        if not enough(people):
            return self.waiting(people)
        if not found:
            return [
                self.said(self.words.charts["codes"].findings["rare"], parts.html(self._nothing(), self._questions()))
            ]
        said = {code: in_plain_words(code, lesson, library.lessons()) for code in found}
        rows = [Row(f"“{plain(said[code])}”", [Cell(count, people, counted(count, people))])
                for code, count in list(found.items())[:MOST]]  # fmt: skip
        top, count = next(iter(found.items()))
        picture = self.picture("codes", "class_bars")
        numbers: Numbers = {"thought": plain(said[top]).rstrip("."), "k": count, "n": people, "by": "",
                   "list": "; ".join(f"{row.text} {row.cells[0].shown}" for row in rows if row.cells[0])}  # fmt: skip
        picture.show(picture.chart.Data([""], rows), "common" if count >= COMMON * people else "rare", numbers)
        return [self.drawn(picture, self._questions())]

    def _nothing(self) -> Markup:
        return tag("p", self.words.says["nothing"], class_="th-p")

    def _questions(self) -> Markup:
        """For each question, how many were right at once; not for fewer than five who answered it."""
        lesson = self.desk.lesson
        found = right_at_once(lesson, self.desk.of(lesson.slug))
        rows = [
            (plain(question.question), self.say("of", {"k": k, "n": n}) if enough(n) else self.words.says["few"])
            for question, (k, n) in zip(lesson.check.questions, found, strict=True)
        ]
        table = parts.table((self.words.says["question"], self.words.says["first"]), rows, self.words.says["right"])
        return tag("div", parts.folded(self.words.says["right"], table), class_="th-not-projected")
