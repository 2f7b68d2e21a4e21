"""A case of one's own: what lies in the folder, the form, the preview, the checks, the file, the sheets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import ipywidgets as widgets

from lessons.course import library
from lessons.course.case_draft import Draft, drafted, empty
from lessons.course.case_places import sentence
from lessons.course.mistakes import ContentError
from lessons.course.own_case import OwnCase, OwnCases, read_folder
from lessons.course.prose import fill
from lessons.page import parts
from lessons.page.markup import Markup, tag

from .case_checks import as_list, checks, open_count
from .case_file import InCourse, file_name, finished, write
from .case_form import CaseForm
from .desk import PlanDesk
from .files import FileMaker
from .preview import Preview

EMPTY = "empty"
SAID = "case-said"


class OwnCaseView:
    """Write one, see it as a learner does, keep it in one's own folder."""

    def __init__(self, desk: PlanDesk) -> None:
        self.desk, self.words = desk, desk.words.own_case
        self._file, self._open, self._offering = "", -1, False
        self._found: OwnCases = OwnCases()
        self._preview, self._checks, self._said = Preview(desk.page), parts.html(), parts.html()
        self._there = parts.html(key="case-found")
        self._form = CaseForm(self._follow)
        self._start = widgets.Dropdown(options=[(self.words.empty_form, EMPTY)], value=EMPTY)
        self._files = FileMaker(desk, "case-files")
        folder, self._folder = parts.entry(self.words.folder_field, str(desk.cases))
        self._folder.add_class("th-wide")
        papers = [(shown, key) for key, shown in desk.words.ask.papers.items()]
        paper, self._paper = parts.choices(self.words.paper, papers, "a4", flat=True)
        first = parts.box(*self._about(), self._there, parts.button(self.words.look, self._look))
        save = parts.button(self.words.write, self._write, primary=True)
        sheets = parts.button(self.words.papers, self._make)
        last = parts.box(folder, save, self._said, paper, self._files.field, sheets, self._files.said)
        seen = parts.html(
            tag("h3", self.words.preview, class_="th-h3"), tag("p", self.words.preview_note, class_="th-p")
        )
        listed = parts.html(tag("h3", self.words.checks, class_="th-h3"))
        self.widget = parts.box(
            first, parts.field(self.words.begin, self._start), self._form.widget, seen, self._preview.widget,
            listed, self._checks, last, classes=("th-root", "th-activity", "th-own-case"),
        )  # fmt: skip
        desk.join(self.widget)
        self._read()
        self._start.observe(lambda change: None if self._offering else self._begin(change["new"]), "value")
        self._begin(EMPTY)

    # ---- what is there
    def _about(self) -> Iterator[Any]:
        guide, write = self.desk.printing.case_guide, self.desk.writer.write
        yield parts.html(tag("p", write(guide.intro), class_="th-p"))
        rows = [tuple(write(cell) for cell in row) for row in guide.rows]
        table = parts.table(guide.header, rows, self.words.open_plan)
        wrong = tag("ul", *(tag("li", write(one)) for one in guide.wrong), class_="th-goals")
        inside = parts.html(table, tag("h3", self.words.wrong, class_="th-h3"), wrong)
        yield parts.Disclosure(self.words.open_plan, self.words.close_plan, inside).widget

    def _look(self) -> None:
        self._read()
        self.desk.page.focus("case-found")

    def _read(self) -> None:
        """The folder as it is now, and the ways to begin that follow from it."""
        folder = Path(self._folder.value.strip() or str(self.desk.cases)).expanduser().absolute()
        self._found = read_folder(folder if folder.is_dir() else None, library.course().slugs())
        self._there.value = parts.keyed(self._told(folder), "case-found")
        lessons = ((fill(self.words.course_case, {"number": one.number}), one.slug) for one in library.lessons())
        files = ((fill(self.words.from_file, {"file": one.file}), f"/{one.file}") for one in self._found.cases)
        self._offer([(self.words.empty_form, EMPTY), *files, *lessons])

    def _offer(self, options: list[tuple[str, str]]) -> None:
        """The ways to begin. New options would choose the first of them, and so empty a form that is half written."""
        keys, begun = [key for _, key in options], f"/{self._file}" if self._file else self._start.value
        self._offering = True
        self._start.options = options
        self._start.value = begun if begun in keys else EMPTY
        self._offering = False

    def _told(self, folder: Path) -> Markup:
        heading = tag("h3", self.words.found, class_="th-h3")
        if not self._found.cases and not self._found.mistakes:
            none = fill(self.words.none_found, {"folder": str(folder)})
            return tag("div", heading, tag("p", none, class_="th-p"))
        usable = tag("ul", *(tag("li", self._named(one)) for one in self._found.cases), class_="th-goals")
        return tag("div", heading, usable, self._mistakes())

    def _named(self, one: OwnCase) -> str:
        template = self.words.usable_replaces if one.replaces else self.words.usable
        number = library.lesson(one.lesson).number
        return fill(template, {"title": one.case.title, "number": number, "file": one.file})

    def _mistakes(self) -> Markup | None:
        if not self._found.mistakes:
            return None
        said = (tag("li", sentence(one)) for one in self._found.mistakes)
        return tag("div", tag("p", self.words.not_usable), tag("ul", *said, class_="th-goals"), class_="th-alert")

    # ---- the form
    def _begin(self, key: str) -> None:
        """Fill the form: empty, from a file of the folder, or from a lesson's case."""
        found = {f"/{one.file}": one for one in self._found.cases}
        self._file = found[key].file if key in found else ""
        self._preview.forget()
        self._said.value = ""
        self._files.clear()
        self._form.show(self._draft(key, found))
        self._follow()

    def _draft(self, key: str, found: dict[str, OwnCase]) -> Draft:
        if key in found:
            return drafted(found[key].lesson, found[key].replaces, found[key].case)
        if key == EMPTY:
            return empty(library.lessons()[0].slug, self.words.credit)
        return drafted(key, False, library.lesson(key).case)

    def _follow(self) -> None:
        """The preview and the checks after each change; how many needed ones are open is said when it changes."""
        found = checks(self._form.draft)
        self._preview.show(self._form.draft)
        self._checks.value = as_list(found)
        before, self._open = self._open, open_count(found)
        if before not in (-1, self._open):
            self.desk.page.say(fill(self.words.spoken, {"count": self._open}))

    # ---- the file and the sheets
    def _write(self) -> None:
        if self._open:
            return self._tell(parts.alert(self.words.blocked))
        folder = Path(self._folder.value.strip() or str(self.desk.cases))
        values: dict[str, float | str] = {"folder": str(folder), "file": file_name(self._form.draft)}
        try:
            path = write(self._form.draft, folder, self._file)
        except InCourse:
            return self._tell(parts.alert(self.words.in_course))
        except FileExistsError:
            return self._tell(parts.alert(fill(self.words.exists, values)))
        except OSError as error:
            reason = error.strerror or str(error)
            return self._tell(parts.alert(fill(self.words.not_written, {**values, "reason": reason})))
        self._file = path.name
        self._read()
        number = library.lesson(self._form.draft["lesson"]).number
        here = path.parent == self.desk.cases
        written = fill(
            self.words.written if here else self.words.elsewhere,
            {"file": path.name, "folder": str(path.parent), "number": number},
        )
        self.desk.page.say(written)
        return self._tell(tag("p", written, class_="th-p"))

    def _tell(self, said: Markup) -> None:
        self._said.value = parts.keyed(said, SAID)
        self.desk.page.focus(SAID)

    def _make(self) -> None:
        try:
            own = finished(self._form.draft, file_name(self._form.draft))
        except ContentError:
            return self._files.refuse(self.words.blocked)
        return self._files.make(self.desk.printing.case(own, self._paper.value))
