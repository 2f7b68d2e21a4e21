"""The privacy notice: every bracket is a field, and nothing is printed while one is empty."""

from __future__ import annotations

from lessons.course import library
from lessons.course.prose import fill
from lessons.page import parts
from lessons.page.markup import tag

from .desk import PlanDesk
from .files import FileMaker


class NoticeView:
    """Fill it in, print it, show it before the first hand-in."""

    def __init__(self, desk: PlanDesk) -> None:
        self.desk, self.words = desk, desk.words.notice
        notice = library.notice()
        ready = {"until": self.words.until}
        made = {
            name: parts.entry(what[:1].upper() + what[1:], ready.get(name, "")) for name, what in notice.fields.items()
        }
        self._fields = {name: control for name, (_, control) in made.items()}
        for control in self._fields.values():
            control.add_class("th-wide")
        papers = [(shown, key) for key, shown in desk.words.ask.papers.items()]
        paper, self._paper = parts.choices(self.words.paper, papers, "a4", flat=True)
        self._files = FileMaker(desk, "notice-files")
        before = tag("ul", *(tag("li", one) for one in notice.before_use), class_="th-goals")
        head = parts.html(
            tag("p", self.words.intro, class_="th-p"), tag("h3", self.words.before_use, class_="th-h3"), before
        )
        button = parts.button(self.words.print, self._print, primary=True)
        fields = (field for field, _ in made.values())
        screen = parts.box(head, *fields, paper, self._files.field, button, self._files.said, classes=("th-screen",))
        self.widget = parts.box(screen, classes=("th-root", "th-activity", "th-notice"))
        desk.join(self.widget)

    def _print(self) -> None:
        filled: dict[str, str] = {name: control.value for name, control in self._fields.items()}
        if empty := self.desk.printing.notice_blanks(filled):
            named = "; ".join(library.notice().fields[name] for name in empty)  # type: ignore[index]
            self._files.refuse(fill(self.words.blocked, {"fields": named}))
            self.desk.page.focus("notice-files")
        else:
            self._files.make(self.desk.printing.notice(filled, self._paper.value))
