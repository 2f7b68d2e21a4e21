"""What came in: how many, of which lesson, and what was left out."""

from __future__ import annotations

from collections import Counter
from typing import Any

from lessons.classroom.rules import FEWEST, enough
from lessons.course import library
from lessons.course.prose import fill
from lessons.page import parts
from lessons.page.markup import tag

from .screen import Screen


class CameInScreen(Screen):
    """Counts of hand-ins, never of fewer than five."""

    name = "came_in"

    def parts(self) -> list[Any]:
        desk, folder = self.desk, self.desk.words.folder
        if not enough(len(desk.found)):
            said = fill(desk.words.waiting, {"n": len(desk.found), "fewest": FEWEST})
            return [self.said(said, *self._again())]
        title = self.say("title", {"n": len(desk.found), "new": desk.new})
        shown = tag("p", fill(folder.shown, {"n": len(desk.shown)}), class_="th-p")
        table = parts.table(folder.columns, self._rows(), folder.caption)
        return [self.said(title, parts.html(shown), *self._again(), parts.html(table, classes=("th-not-projected",)))]

    def _again(self) -> list[Any]:
        """The button that reads the folder, here as well: this is the screen that a class waits at."""
        return [parts.button(self.desk.words.folder.read, self._update)] if self.desk.place else []

    def _update(self) -> None:
        self.desk.update(self.desk.place)
        self.desk.page.focus(f"step-{self.name}")
        self.desk.page.say(fill(self.desk.words.folder.updated, {"n": len(self.desk.shown)}))

    def _rows(self) -> list[tuple[str, str]]:
        """Each lesson that somebody handed in, in the order of the course, with its count."""
        counts = Counter(made.lesson for made in self.desk.shown)
        titles = {library.START: library.start().title, **{one.slug: one.title for one in library.lessons()}}
        slugs = [*(slug for slug in titles if slug in counts), *sorted(counts.keys() - titles.keys())]
        few = self.words.says["under"]
        return [(titles.get(slug, slug), str(counts[slug]) if enough(counts[slug]) else few) for slug in slugs]
