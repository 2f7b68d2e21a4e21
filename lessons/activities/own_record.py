"""My record: a copy to keep, a portfolio to read, and deleting all of it."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

from lessons.course import library
from lessons.page import parts
from lessons.page.markup import Markup, join, tag
from lessons.record.handin import stands

from .desk import Desk, MadePortfolio
from .words import word


class OwnRecord:
    """Where the record lies, all of it as text, a copy to save, and a button that deletes it after asking once."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self._copy, self._asked = parts.html(), parts.box()
        show = parts.button(word("record.print"), self._print)
        erase = parts.button(word("record.erase"), self._ask)
        where = parts.html(tag("p", word("record.where", {"folder": str(desk.diary.folder)}), class_="th-p"))
        buttons = parts.row(show, *self._portfolio_button(), erase)
        self.widget = parts.box(where, buttons, self._copy, self._asked, classes=("th-record",))

    def _print(self) -> None:
        self._copy.value = self._printed(self.desk.diary.export())

    def _printed(self, text: str) -> Markup:
        name = f"two-hats-{self.desk.diary.code}.json"
        save = save_link("record.save", name, "application/json", text.encode("utf-8"))
        return tag(
            "div", tag("p", save), tag("pre", text, tabindex="0", role="region", aria_label=word("record.title"))
        )

    def _portfolio_button(self) -> list[Any]:
        """The way to the portfolio, where the course can print one."""
        made = self.desk.portfolio
        return [parts.button(word("portfolio.make"), lambda: self._save_portfolio(made))] if made else []

    def _save_portfolio(self, made: MadePortfolio) -> None:
        files = made(self.desk.everything, self.desk.diary.code)
        links = (tag("li", save_link("portfolio.save", name, kind, content)) for name, kind, content in files)
        made_ready = tag("p", word("portfolio.made"), class_="th-p")
        self._copy.value = parts.keyed(join(made_ready, tag("ul", *links)), "portfolio-files")
        self.desk.page.focus("portfolio-files")

    def _ask(self) -> None:
        question = parts.html(
            tag("p", word("record.really"), " ", self._out_there(), class_="th-p"), key="erase-really"
        )
        yes = parts.button(word("record.yes"), self._erase, primary=True)
        no = parts.button(word("record.no"), self._leave)
        self._asked.children = (question, parts.row(yes, no))
        self.desk.page.focus("erase-really")

    def _out_there(self) -> str | None:
        """What could not be taken back any more: the secrets that do it are in the record."""
        now = self.desk.everything
        handed = {one.lesson for one in now.handed_in if stands(now, one.lesson)}
        if not handed:
            return None
        names = {library.START: library.start().title} | {one.slug: one.title for one in library.lessons()}
        return word("record.handed_in", {"lessons": ", ".join(f"“{names.get(slug, slug)}”" for slug in sorted(handed))})

    def _leave(self) -> None:
        self._asked.children = ()

    def _erase(self) -> None:
        trouble = self.desk.diary.erase()
        if trouble is None:
            self.desk.show_all()
            self.desk.page.focus("step-head")
            self.desk.page.say(word("record.erased"))
        else:
            sentence: Any = word("record.not_erased", {"folder": trouble.path})
            self._asked.children = (parts.html(parts.alert(sentence)),)


def save_link(key: str, name: str, media_type: str, content: bytes) -> Markup:
    """A link that saves a file which is part of the page itself."""
    href = f"data:{media_type};base64,{b64encode(content).decode('ascii')}"
    return tag("a", word(key, {"name": name}), href=href, download=name, class_="th-link")
