"""How sure a class was: how often each word of confidence came true, over all lessons that were handed in."""

from __future__ import annotations

from typing import Any

from figures.class_bars import Cell, Row
from lessons.activities.predict import sure_words
from lessons.classroom.rules import PERCENT_FROM, enough
from lessons.classroom.tallies import class_calibration, people_of_a_word
from lessons.course import library

from .screen import Numbers, Screen

PROMISES = {"guess": 1 / 3, "fairly": 2 / 3, "nearly": 0.9}
"""The odds that the words stand for, as shares."""
LEAST = 0.7
"""Below this share "nearly certain" keeps less than it promises."""


class SureScreen(Screen):
    """A row a word, with what it promises."""

    name = "sure"

    def parts(self) -> list[Any]:
        found = class_calibration(library.lessons(), self.desk.shown)
        if not any(enough(count.of) for count in found.values()):
            return self.waiting(max(people_of_a_word(library.lessons(), self.desk.shown).values()))
        rows = [
            Row(
                self.say("name", sure_words(word)),
                [
                    Cell(count.right, count.of, self.say("of", {"k": count.right, "n": count.of}))
                    if enough(count.of)
                    else None
                ],
                promise=PROMISES[word],
            )
            for word, count in found.items()
        ]
        nearly = found["nearly"]
        key = "few" if not enough(nearly.of) else "less" if nearly.right < LEAST * nearly.of else "kept"
        key += "_counts" if key != "few" and nearly.of < PERCENT_FROM else ""
        picture = self.picture("promises", "class_bars")
        said = "; ".join(f"{row.text}: {row.cells[0].shown if row.cells[0] else self._few}" for row in rows)
        times = round(10 * nearly.right / nearly.of) if nearly.of else 0
        numbers: Numbers = {"x": times, "k": nearly.right, "n": nearly.of, "by": "", "list": said}
        picture.show(picture.chart.Data([""], rows), key, numbers)
        return [self.drawn(picture)]

    @property
    def _few(self) -> str:
        return self.words.charts["promises"].labels["few"]
