"""The end of a year on the page: the finding over the months, why it came so, and what was expected half way."""

from __future__ import annotations

from typing import Any

from lessons.activities.desk import Desk
from lessons.activities.laboratory.drawn import Numbers, Picture
from lessons.course import library
from lessons.course.laboratory_schema import Drawn
from lessons.course.prose import fill
from lessons.course.two_hats import model
from lessons.course.two_hats.game import READINGS
from lessons.course.two_hats.month import MONTH
from lessons.course.two_hats.review import Turning
from lessons.page import parts
from lessons.page.markup import Markup, join, tag

from .looking import NEAR, Looked
from .sentences import what_moved

CHART = "replay"
READING_LINES = ("delivery", "commitment", "budget", "direction")
"""The order in which a month's lines stand."""
SPLIT, SPLIT_HOURS = "split11", 12
"""What lesson 11 kept: how many of its 12 hours go to leading."""


def reading_name(reading: str) -> str:
    """A reading inside a sentence; one that this course does not know stands as it is."""
    known = library.game().play.readings
    return known[reading].name.lower() if reading in known else reading


def hours_name(kind: str) -> str:
    """A kind of hours inside a sentence."""
    return library.game().play.hours[kind].doing


def event_name(kind: str) -> str:
    """A kind of event inside a sentence."""
    return library.game().look_back.names.events[kind]  # type: ignore[index]


def said(looked: Looked) -> dict[str, float | str]:
    """Every number and word that the texts on a year's end name."""
    called = {"why_event": event_name, "why_kind": hours_name}
    named = {key: called.get(key, reading_name)(kind) for key, kind in model.named(looked.outcome).items()}
    events = ", ".join(event_name(month.event.kind) for month in looked.replay.months)
    return {**looked.numbers(), **named, "list": events}


def hours_of_lesson_11(desk: Desk) -> float | None:
    """Hours for leading, of 12, that lesson 11 ended with; None if that was not kept."""
    kept = desk.everything.kept.get(SPLIT)
    found = kept.value if kept else None
    if isinstance(found, bool) or not isinstance(found, int | float) or not 0 <= found <= SPLIT_HOURS:
        return None
    return float(found)


def split_of_lesson_11(desk: Desk) -> float | None:
    """The same as hours of managing in a month."""
    leading = hours_of_lesson_11(desk)
    return None if leading is None else MONTH * (1 - leading / SPLIT_HOURS)


class MonthsPicture:
    """The chart of a year's months, the same events with other hours dashed in it."""

    def __init__(self, desk: Desk, subtitle: str, in_words: str, show: str, hide: str) -> None:
        self._words = library.game().look_back
        explore = desk.lesson.explore
        drawn = Drawn(
            findings=dict(self._words.year_end.findings),
            subtitle=subtitle,
            source=explore.source,
            labels={**explore.labels, "split": self._words.year_end.split, "other": self._words.again.other},
            in_words=in_words,
        )
        self._picture = Picture(desk, CHART, drawn, show, hide)
        self.widget, self.twin = self._picture.widget, self._picture.twin

    def show(self, looked: Looked, numbers: Numbers, split: float | None = None) -> None:
        """Draw a year and what it is set beside; split: hours of managing a month for a thin line."""
        data = self._picture.chart.Data(**model.picture(looked.outcome), split=split)
        self._picture.show(data, looked.verdict, numbers)

    @property
    def title(self) -> str:
        """The finding."""
        return self._picture.title


class YearEnd:
    """The first screen: the finding and the chart; the second: why, and what was expected."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.words = desk, library.game().look_back.year_end
        words = self.words
        self._picture = MonthsPicture(desk, words.subtitle, words.in_words, words.open_text, words.close_text)

    def screens(self, looked: Looked) -> list[Any]:
        """The two screens of this year."""
        numbers = said(looked)
        self._picture.show(looked, numbers, split_of_lesson_11(self.desk))
        chart = parts.box(self._picture.widget, self._picture.twin, classes=("th-screen", "th-year-end"))
        head = tag("h3", self.words.why, class_="th-h3")
        why = parts.html(head, self._why(looked, numbers), self._expected(looked), classes=("th-screen",))
        return [chart, why]

    @property
    def title(self) -> str:
        """The finding."""
        return self._picture.title

    def _why(self, looked: Looked, numbers: Numbers) -> Markup:
        """The month that made the largest difference, what differed in it, and what moved the reading then.

        Nothing is called the cause of the whole difference.
        """
        write, turn = self.desk.writer, looked.turning
        if looked.level:
            return write.paragraph(self.words.level)
        differs = abs(turn.hours - turn.answering_hours) >= NEAR
        return join(
            write.paragraph(self.words.below if turn.below else self.words.ahead, numbers),
            write.paragraph(self.words.hours_then if differs else self.words.same_hours, numbers),
            self._moved(looked, turn),
        )

    def _moved(self, looked: Looked, turn: Turning) -> Markup:
        """The line of that month on that reading, as it stood when the month was spent."""
        month = looked.replay.months[turn.month - 1]
        line = what_moved(library.game().play.came, month, turn.month)[READING_LINES.index(turn.reading)]
        said = join(*(piece for one in line for piece in (self.desk.writer.write(one.text, one.numbers), " ")))
        return tag("p", fill(self.words.moved, {"month": turn.month}), " ", said, class_="th-p")

    def _expected(self, looked: Looked) -> Markup | None:
        """What was expected after month five, beside what came; only if it was said."""
        expected = looked.game.expected
        if expected is None or expected.reading not in READINGS:
            return None
        came = float(looked.replay.final[READINGS.index(expected.reading)])
        numbers = {"reading": reading_name(expected.reading), "guess": expected.value, "came": came}
        write = self.desk.writer
        line = write.paragraph(self.words.stop, {"text": expected.text}) if expected.text.strip() else None
        return join(write.paragraph(self.words.expected, numbers), line)
