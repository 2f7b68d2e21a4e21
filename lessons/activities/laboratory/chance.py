"""Random tags: commit first, then see what 8 and 8 skills picked by chance give, one pair or 5,000."""

from __future__ import annotations

from typing import Any

from lessons.activities.desk import Desk
from lessons.activities.occupations import jobs
from lessons.course import library
from lessons.course.overlap import onet
from lessons.course.prose import fill
from lessons.page import parts
from lessons.page.markup import tag

from .drawn import Picture
from .reading import Reading, chance

QUESTION = "random_tags"
"""Under which name the commitment stands in the record; it is no check question and counts nowhere."""


class ChanceBox:
    """The question; once it is answered, the buttons; once one is pressed, the distribution with ours in it."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.words = desk, library.laboratory().chance
        self._picture = Picture(desk, "baseline", self.words.chart, self.words.open_text, self.words.close_text)
        self.widget = parts.box(classes=("th-screen",))
        self._reading = Reading.ours()
        self.reset()

    def reset(self) -> None:
        """Begin again, for the learner who is here."""
        self._one, self._pressed, self._open = float("nan"), 0, False
        self._text = parts.html(classes=("th-not-projected",))
        self._set()

    def show(self, reading: Reading) -> None:
        """Follow the tags; a single random pair of other sizes is gone."""
        if reading == self._reading:
            return
        if reading.sizes != self._reading.sizes:
            self._one = float("nan")
        self._reading = reading
        self._draw()

    def _set(self) -> None:
        answer = self.desk.state.answers.get(QUESTION)
        if answer is None or answer.first not in self.words.options:
            self.widget.children = self._asking()
            return
        said = fill(self.words.committed, {"answer": self.words.options[answer.first]})
        head = parts.html(tag("p", said, class_="th-p"), key="random-tags", classes=("th-whole-row",))
        one, many = self.words.one, self.words.many
        buttons = parts.button(one, self._draw_one), parts.button(many, self._draw_many, primary=True)
        left = parts.box(head, parts.row(*buttons), classes=("th-levers",))
        if not self._open:
            self.widget.children = (left,)
            return
        figure = parts.box(self._picture.widget, self._picture.twin, classes=("th-figure",))
        self.widget.children = (parts.row(left, figure, classes=("th-beside",)), self._text)

    def _asking(self) -> tuple[Any, ...]:
        options = [(shown, key) for key, shown in self.words.options.items()]
        field, radios = parts.choices(self.words.question, options, flat=True)
        problem = parts.html(classes=("th-problem",))

        def commit() -> None:
            if radios.value is None:
                problem.value = parts.alert(self.words.missing)
                return
            self.desk.keep("answered", question=QUESTION, answer=radios.value)
            self._set()
            self.desk.page.focus("random-tags")

        return field, parts.button(self.words.commit, commit, primary=True), problem

    def _draw_one(self) -> None:
        """One pair more, from a seed of its own."""
        self._pressed += 1
        self._one = float(onet.random_links(jobs().importance, self._reading.sizes, 1, self._pressed)[0])
        self._opened()

    def _draw_many(self) -> None:
        self._one = float("nan")
        self._opened()

    def _opened(self) -> None:
        if not self._open:
            self._open = True
            self._set()
        self._draw()
        self.desk.page.say(self._picture.title)

    def _draw(self) -> None:
        if not self._open or not self._reading.complete:
            return
        key, numbers = self._reading.against_chance()
        data = self._picture.chart.Data(chance(self._reading.sizes, self.words.draws), numbers["r"], self._one)
        self._picture.show(data, key, numbers)
        write = self.desk.writer
        said = write.paragraph(self.words.came_out, numbers), write.paragraph(self.words.not_shown)
        self._text.value = tag("div", *said)
