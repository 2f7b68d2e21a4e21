"""What was hard: the thoughts that first answers to the check point to, in plain words."""

from __future__ import annotations

from typing import Any

from figures.class_bars import Cell, Row
from lessons.classroom.rules import counted, enough
from lessons.classroom.thoughts import Thoughts, right_at_once, thoughts
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
    of_lesson = True

    def parts(self) -> list[Any]:
        lesson = self.desk.lesson
        found = thoughts(lesson, self.desk.of(lesson.slug))
        if not enough(found.people):
            return self.waiting(found.people)
        if not found.counts:
            rare = self.words.charts["codes"].findings["rare"]
            return [self.said(rare, parts.html(self._nothing(), self._slips(found), self._questions()))]
        picture, rows = self.picture("codes", "class_bars"), self.rows(found)
        top, count = next(iter(found.counts.items()))
        numbers: Numbers = {
            "thought": self.desk.words.thoughts[top].rstrip("."), "k": count, "n": found.people, "by": "",
            "list": "; ".join(f"{row.text} {row.cells[0].shown}" for row in rows if row.cells[0]),
        }  # fmt: skip
        common = count >= COMMON * found.people
        picture.show(picture.chart.Data([""], rows), "common" if common else "rare", numbers)
        return [self.drawn(picture, self._slips(found), self._questions())]

    def rows(self, found: Thoughts) -> list[Row]:
        """The most frequent thoughts in plain words."""
        people, said = found.people, self.desk.words.thoughts
        return [
            Row(f"“{said[code]}”", [Cell(count, people, counted(count, people))])
            for code, count in list(found.counts.items())[:MOST]
        ]

    def _slips(self, found: Thoughts) -> Markup | None:
        said = self.say("slips", {"k": found.slips, "n": found.people})
        return tag("p", said, class_="th-muted") if found.slips else None

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
