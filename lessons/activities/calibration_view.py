"""How would we know, about oneself: of the predictions that a learner called certain, how many came close."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lessons.course import library
from lessons.course.schema import Lesson
from lessons.page import parts
from lessons.page.markup import Markup, join, tag
from lessons.record.calibration import Count, Forecast, calibration
from lessons.record.state import State

from .predict import sure_words
from .view import View
from .words import word


def forecasts(lessons: Iterable[Lesson], state: State) -> list[Forecast]:
    """Every prediction that was made, as it was made the first time: later ones know the answer."""
    made = ((lesson.predict, state.lesson(lesson.slug).first_prediction) for lesson in lessons)
    return [Forecast(one.sure, asked.kind, asked.right(one.value)) for asked, one in made if one]


class CalibrationView(View):
    """A row for each degree of being sure; what is right in a model only stands in a table of its own.

    It is between the learner and the page: class view leaves it out.
    """

    step = "calibration"

    def parts(self) -> list[Any]:
        self.widget.add_class("th-not-projected")
        self._counted = parts.html()
        self._follow()
        self.desk.on_answer("calibration", self._follow)
        return [parts.html(tag("h3", word("calibration.title"), class_="th-h3")), self._counted]

    def _follow(self) -> None:
        """Count again: this lesson's own prediction may still come."""
        made = forecasts(library.lessons(), self.desk.everything)
        self._counted.value = counted(made) if made else tag("p", word("calibration.none"), class_="th-muted")


def counted(made: list[Forecast]) -> Markup:
    """How many came close, by how sure one was: findings and mathematics, and what is true in a model only."""
    intro = tag("p", word("calibration.intro"), class_="th-p")
    note = tag("p", word("calibration.note"), class_="th-muted")
    return join(intro, _table(calibration(made), "counted"), _table(calibration(made, in_model=True), "apart"), note)


def _table(counts: dict[str, Count], caption: str) -> Markup | None:
    """A table with a row for each degree; none where there is no answer at all."""
    if not any(count.of for count in counts.values()):
        return None
    header = tuple(word(f"calibration.{column}") for column in ("sure", "means", "close"))
    said = ((sure_words(sure), count) for sure, count in counts.items())
    rows = [(words["sure"], words["odds"], _came_close(count)) for words, count in said]
    return parts.table(header, rows, word(f"calibration.{caption}"))


def _came_close(count: Count) -> str:
    """So many of so many; where they are too few, it says so."""
    if not count.of:
        return word("calibration.no_answer")
    return word("calibration.too_few" if count.too_few else "calibration.of", {"right": count.right, "of": count.of})
