"""My record: a copy to keep, a portfolio to read, and deleting all of it."""

from __future__ import annotations

from typing import Any

from lessons.course import library
from lessons.page import parts, save
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
        link = save_link("record.save", name, "application/json", text.encode("utf-8"))
        return tag(
            "div", tag("p", link), tag("pre", text, tabindex="0", role="region", aria_label=word("record.title"))
        )

    def _portfolio_button(self) -> list[Any]:
        """The way to the portfolio, where the course can print one."""
        made = self.desk.portfolio
        return [parts.button(word("portfolio.make"), lambda: self._save_portfolio(made))] if made else []

    def _save_portfolio(self, made: MadePortfolio) -> None:
        self._copy.value = ready_to_save(self.desk, made, word("portfolio.made"), "portfolio-files")
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
    """A link that saves a file which is part of the page itself, called by the words at ``key``."""
    return save.save_link(word(key, {"name": name}), name, media_type, content)


def ready_to_save(desk: Desk, made: MadePortfolio, said: str, key: str) -> Markup:
    """What was made, as links that save it, in a place that the focus can be moved to."""
    files = made(desk.everything, desk.diary.code)
    links = (tag("li", save_link("portfolio.save", name, kind, content)) for name, kind, content in files)
    return parts.keyed(join(tag("p", said, class_="th-p"), tag("ul", *links)), key)
