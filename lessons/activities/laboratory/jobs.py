"""Real jobs: look some up, set management jobs beside the others, change a tag, and ask what chance would give."""

from __future__ import annotations

from typing import Any

from figures.occupations import MOST, Job
from lessons.activities.desk import Desk
from lessons.activities.occupations import jobs
from lessons.activities.view import View
from lessons.course import library
from lessons.course.prose import fill
from lessons.page import parts
from lessons.page.markup import tag

from .chance import ChanceBox
from .drawn import Picture
from .groups import GroupsBox
from .reading import Reading, matching
from .tags import TagsBox

FEW = 6
"""Matching titles that are offered to choose from."""


class JobsView(View):
    """The explorer; below it the two findings, the tags and the random tags, which follow the same reading."""

    step = "jobs"

    def __init__(self, desk: Desk) -> None:
        self.words = library.laboratory().jobs
        self._picture = Picture(desk, "occupations", self.words.chart, self.words.open_text, self.words.close_text)
        self._groups = GroupsBox(desk)
        self._chance = ChanceBox(desk)
        super().__init__(desk)

    def parts(self) -> list[Any]:
        self.reading, self.named = Reading.ours(), list(self.words.start)
        self._found, self._said, self._gap = parts.box(), parts.html(classes=("th-problem",)), parts.html()
        self._tags = TagsBox(self.desk, self._retag)
        self._chance.reset()
        beside = parts.row(
            parts.box(*self._controls(), classes=("th-levers",)),
            parts.box(self._picture.widget, self._picture.twin, classes=("th-figure",)),
            classes=("th-beside",),
        )
        self._follow()
        intro = parts.html(self.desk.writer.paragraph(self.words.intro), classes=("th-not-projected",))
        return [
            parts.box(intro, beside, classes=("th-screen",)),
            parts.box(self._gap, parts.html(self.desk.writer.paragraph(self.words.ask)), classes=("th-screen",)),
            self._groups.widget,
            self._tags.widget,
            self._chance.widget,
            parts.html(self.desk.writer.paragraph(self.desk.lesson.evidence.note, class_="th-muted")),  # the credit
        ]

    def _controls(self) -> list[Any]:
        field, self._entry = parts.entry(self.words.find)
        _, boxes = parts.ticks("", [(self.words.supervisors, "supervisors")])
        boxes["supervisors"].observe(lambda change: self._supervisors(not change["new"]), "value")
        look_up = parts.button(self.words.look_up, self._look_up)
        clear = parts.button(self.words.clear, self._clear)
        find = parts.box(field, parts.row(look_up, clear), self._said, self._found)
        return [find, boxes["supervisors"]]

    # ---- jobs
    @property
    def picture(self) -> Any:
        """The chart as a widget."""
        return self._picture.widget

    def show_only(self, title: str) -> None:
        """Show this job alone among the named ones."""
        self.named = [title]
        self._shown_anew()

    def _look_up(self) -> None:
        """One match is shown at once; of several, one chooses."""
        titles = matching(self._entry.value)
        self._found.children = ()
        if not titles:
            self._problem(fill(self.words.nobody, {"words": self._entry.value}))
        elif len(titles) == 1:
            self._add(titles[0])
        else:
            self._said.value = ""
            self._found.children = self._offered(titles)

    def _offered(self, titles: list[str]) -> tuple[Any, ...]:
        """The first of the matches to choose from; how many were left off, if any were."""
        field, radios = parts.choices(self.words.which, [(title, title) for title in titles[:FEW]])
        radios.observe(lambda change: self._add(change["new"]), "value")
        if len(titles) <= FEW:
            return (field,)
        said = fill(self.words.more, {"shown": str(FEW), "all": str(len(titles))})
        return field, parts.html(tag("p", said, class_="th-muted"))

    def _add(self, title: str | None) -> None:
        if title is None:
            return
        if title not in self.named and len(self.named) == MOST:
            self._problem(self.words.full)
            return
        self.named = [*(one for one in self.named if one != title), title]
        self._shown_anew()

    def _clear(self) -> None:
        self.named, self._found.children = [], ()
        self._shown_anew()

    def _problem(self, sentence: str) -> None:
        self._said.value = parts.alert(sentence)

    def _supervisors(self, read: bool) -> None:
        self.reading = Reading(self.reading.tags, read)
        self._shown_anew()

    def _shown_anew(self) -> None:
        self._said.value = ""
        self._follow()
        self.desk.page.say(self._picture.title)

    # ---- tags
    def _retag(self, reading: Reading) -> None:
        self.reading = Reading(reading.tags, self.reading.supervisors)
        self._follow()

    def _follow(self) -> None:
        """Everything that depends on the tags and on which jobs are read."""
        self._tags.show(self.reading)
        if not self.reading.complete:
            return
        self._draw()
        numbers = {**self.reading.gaps(), **self.reading.without_post()}
        write = self.desk.writer
        self._gap.value = tag(
            "div", write.paragraph(self.words.gap, numbers), write.paragraph(self.words.without, numbers)
        )
        self._groups.show(self.reading)
        self._chance.show(self.reading)

    def _draw(self) -> None:
        table, shown = jobs(), self.reading.shown
        managing, leading = self.reading.indexes()
        places = [table.titles.index(title) for title in self.named]
        named = [Job(table.titles[n], float(managing[n]), float(leading[n])) for n in places]
        data = self._picture.chart.Data(managing[shown], leading[shown], table.management[shown], named)
        counts = {"jobs": float(shown.sum()), "management": float(table.management[shown].sum())}
        said: dict[str, float | str] = {**self.reading.gaps(), **self.reading.without_post(), **counts}
        if named:
            last = named[-1]
            said |= {"job": last.title, "jm": last.managing, "jl": last.leading}
        self._picture.show(data, "job" if named else "none", said)
