"""Before the class: the place of the hand-ins, the lesson to talk about, and a sentence for each file left out."""

from __future__ import annotations

import threading

import ipywidgets as widgets

from lessons.classroom.export import to_csv
from lessons.classroom.table import table
from lessons.course import library
from lessons.course.prose import fill
from lessons.page import parts
from lessons.page.markup import tag
from lessons.page.save import save_link

from .desk import DebriefDesk

SECONDS = 5.0
"""Between two looks at the folder."""
TABLE = "two-hats-class.csv"


class FolderView:
    """The teacher's controls. While "look by itself" is ticked a thread looks at the folder every few seconds."""

    def __init__(self, desk: DebriefDesk) -> None:
        self.desk, self.words = desk, desk.words.folder
        self._said, self._left_out = parts.html(key="folder-said"), parts.html()
        place, self._place = parts.entry(self.words.place, desk.place)
        self._place.add_class("th-wide")
        self._lesson = widgets.Dropdown(options=_lessons(), value=desk.lesson.slug)
        self._lesson.observe(lambda change: self._choose(change["new"]), "value")
        _, ticks = parts.ticks("", [(self.words.follow, "follow")])
        self._follow = ticks["follow"]
        self._follow.observe(lambda change: self._watch(change["new"]), "value")
        intro = parts.html(desk.writer.paragraph(self.words.intro))
        read = parts.button(self.words.read, self._read, primary=True)
        self._table = parts.html()
        save = parts.button(self.words.table, self._save)
        screen = parts.box(
            intro, place, parts.field(self.words.lesson, self._lesson), parts.row(read, self._follow), self._said,
            self._left_out, classes=("th-screen",),
        )  # fmt: skip
        self.widget = parts.box(screen, save, self._table, classes=("th-root", "th-activity", "th-folder"))
        self._watcher: threading.Event | None = None
        desk.join(self)
        desk.on_change("folder", self.show, of_lesson=True)
        if desk.place:
            desk.update(desk.place)
        self.show()

    def close(self) -> None:
        """Stop looking, and give the widget back."""
        self._watch(False)
        self.widget.close()

    def show(self) -> None:
        """Say what is there now."""
        desk, words = self.desk, self.words
        self._lesson.value = desk.lesson.slug
        if not desk.place:
            self._said.value = tag("p", words.empty, class_="th-muted")
            return
        numbers = {"n": len(desk.found), "new": desk.new}
        taken_back = f" {fill(words.withdrawn, {'n': desk.withdrawn})}" if desk.withdrawn else ""
        self._said.value = tag("p", fill(words.found, numbers) + taken_back, class_="th-p")
        self._table.value = ""
        if desk.left_out:
            items = (tag("li", sentence) for sentence in desk.left_out)
            summary = fill(words.left_out, {"n": len(desk.left_out)})
            self._left_out.value = parts.folded(summary, tag("ul", *items, class_="th-goals"))
        else:
            self._left_out.value = tag("p", words.none_left_out, class_="th-muted")

    def _read(self) -> None:
        self.desk.update(self._place.value.strip())
        self.desk.page.say(fill(self.words.updated, {"n": len(self.desk.shown)}))

    def _save(self) -> None:
        """Offer the hand-ins that are in the charts as a table for a spreadsheet."""
        link = save_link(fill(self.words.save, {"name": TABLE}), TABLE, "text/csv", to_csv(table(self.desk.shown)))
        self._table.value = tag("div", tag("p", self.words.table_help, class_="th-muted"), tag("p", link))
        self.desk.page.say(self.words.saved)

    def _choose(self, slug: str) -> None:
        if slug != self.desk.lesson.slug:  # the desk may have chosen it
            self.desk.choose(slug)

    def _watch(self, wanted: bool) -> None:
        if self._watcher is not None:
            self._watcher.set()
            self._watcher = None
        if wanted:
            self._watcher = stop = threading.Event()
            threading.Thread(target=self._keep_looking, args=(stop,), daemon=True).start()

    def _keep_looking(self, stop: threading.Event) -> None:
        while not stop.wait(SECONDS):
            if self.desk.look() and not stop.is_set():
                self.desk.page.say(fill(self.words.updated, {"n": len(self.desk.shown)}))


def _lessons() -> list[tuple[str, str]]:
    """Every lesson with its number and title, and its slug."""
    return [(f"{one.number:02d} · {one.title}", one.slug) for one in library.lessons()]
