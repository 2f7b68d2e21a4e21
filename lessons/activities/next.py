"""Next: the sentence to take to work, what is still open, and the way to a lesson that exists."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from lessons.course import library
from lessons.course.schema import Lesson
from lessons.page import parts
from lessons.page.markup import Markup, tag

from .desk import Desk
from .hand_in import hand_in_box
from .progress import progress_in
from .view import View
from .words import word

NOTEBOOKS = Path(__file__).resolve().parents[2] / "notebooks"


def notebook_name(lesson: Lesson) -> str:
    """The file of a lesson's notebook: ``01_focus.ipynb``."""
    return f"{lesson.number:02d}_{lesson.slug}.ipynb"


def following(lesson: Lesson, notebooks: Path = NOTEBOOKS) -> Lesson | None:
    """The lesson that comes next, if it has its words and its notebook."""
    named = next((other for other in library.lessons() if other.slug == lesson.next.lesson), None)
    return named if named and has_notebook(named, notebooks) else None


def has_notebook(lesson: Lesson, notebooks: Path = NOTEBOOKS) -> bool:
    """Whether a lesson can be opened."""
    return (notebooks / notebook_name(lesson)).is_file()


class NextView(View):
    """Follows every answer, so that what is open is always true."""

    step = "next"

    def __init__(self, desk: Desk) -> None:
        self._still_open = parts.html()
        super().__init__(desk)
        desk.on_answer("next", self._follow)

    def parts(self) -> list[Any]:
        lesson = self.desk.lesson
        tomorrow = tag(
            "p", tag("strong", word("notes.tomorrow")), " ", self.desk.writer.write(lesson.next.tomorrow), class_="th-p"
        )
        self._still_open.value = self._open()
        link = parts.html(self._link(following(lesson)))
        return [parts.html(tomorrow), self._still_open, link, *hand_in_box(self.desk, self.step)]

    def _follow(self) -> None:
        """The way to hand in below stays as it is: somebody may be reading it."""
        self._still_open.value = self._open()

    def _steps(self) -> Mapping[str, bool]:
        """Each step that counts, and whether it is done."""
        return progress_in(self.desk.lesson, self.desk.everything)

    def _open(self) -> Markup:
        steps = self._steps()
        still = ", ".join(word(f"steps.{step}") for step, done in steps.items() if not done)
        text = word("next.open", {"steps": still}) if still else word("next.all_done")
        return tag("p", text, class_="th-muted")

    def _link(self, other: Lesson | None) -> Markup:
        if other is None:
            return tag("p", word("next.last"), class_="th-muted")
        numbers: dict[str, float | str] = {"number": other.number, "title": other.title, "minutes": other.minutes}
        return tag("p", tag("a", word("next.link", numbers), href=notebook_name(other), class_="th-next-link"))
