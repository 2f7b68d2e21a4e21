"""Hand in: a quiet row that opens on exactly what would be written, then one press; and a way to take it back."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets

from lessons.course import library
from lessons.page import parts
from lessons.page.markup import Markup, tag
from lessons.record.state import HandedIn
from lessons.record.trouble import Trouble

from .desk import ClassPlace, Desk
from .handed import said
from .handing_in import FOLDER, Done, HandingIn
from .own_record import save_link
from .words import local_day, word


def hand_in_box(desk: Desk, step: str) -> list[Any]:
    """The row for one place of a page, or nothing where nothing can be handed in. step: which part it stands in."""
    return [HandInBox(desk, desk.hand_in, step).widget] if desk.hand_in else []


NOTHING = Done()


class HandInBox:
    """Closed: a button, and what was handed in. Open: the file in words and letter by letter, and one's own words."""

    def __init__(self, desk: Desk, place: ClassPlace, step: str) -> None:
        self.desk, self.rules, self.step = desk, HandingIn(desk, place), step
        self._opened = False
        self._stands, self._said = parts.html(classes=("th-hand-in-stands",)), parts.html()
        self._row, self._below = parts.row(), parts.box()
        head = parts.row(self._stands, self._row)
        self.widget = parts.box(head, self._below, self._said, classes=("th-hand-in", "th-not-projected"))
        self._close()
        desk.on_answer(f"hand_in_{step}", self._follow)

    # ---- closed
    def _close(self) -> None:
        self._opened = False
        self._below.children = ()
        self._standing = standing = self.rules.stands
        self._stands.value = self._when(standing) or ""
        name = word("hand_in.again" if standing else "hand_in.open")
        buttons = [parts.button(name, self._open, key=self._key("open"))]
        if standing:
            buttons.append(parts.button(word("hand_in.withdraw"), self._ask, key=self._key("withdraw")))
        self._row.children = tuple(buttons)

    def _when(self, standing: HandedIn | None) -> Markup | None:
        if standing is None:
            return None
        key = "hand_in.in_folder" if standing.how == FOLDER else "hand_in.as_file"
        return tag("span", word(key, {"date": local_day(standing.at)}), class_="th-muted")

    def _key(self, name: str) -> str:
        return f"hand-in-{self.step}-{name}"

    def _follow(self) -> None:
        """After an answer anywhere on the page: what is shown is always what would be written."""
        if not self._opened:
            if self.rules.stands != self._standing:
                self._close()
            return
        before = self.rules.own
        self.rules.look()
        self._fill()
        if self.rules.own != before:
            self._own.children = tuple(self._own_words())

    # ---- open
    def _open(self) -> None:
        self.rules.begin()
        self._said.value = ""
        if self.rules.nothing:
            self._say("nothing")
            return
        self._opened = True
        self._row.children = ()
        self._below.children = tuple(self._parts())
        self.desk.page.focus(self._key("preview"))

    def _parts(self) -> list[Any]:
        shown = self.rules.place.shown
        where = word("hand_in.where_folder", {"folder": shown}) if shown else word("hand_in.where_file")
        intro = tag("p", word("hand_in.intro"), " ", where, class_="th-p")
        self._contents, self._exact = parts.html(), parts.html()
        self._letters = parts.Disclosure(
            word("hand_in.show_exact"), word("hand_in.hide_exact"), self._exact, self._fill_exact
        )
        self._own = parts.box(*self._own_words())
        self._fill()
        now = word("hand_in.now") if shown else word("hand_in.make")
        buttons = parts.row(
            parts.button(now, self._hand_in, primary=True, key=self._key("now")),
            parts.button(word("hand_in.leave"), self._leave),
        )
        head = parts.html(tag("strong", word("hand_in.contents")), intro, key=self._key("preview"))
        return [head, self._contents, self._own, self._letters.widget, buttons]

    def _fill(self) -> None:
        self._contents.value = said(self.rules.made, self.desk.lesson.title)
        self._letters.refresh()

    def _fill_exact(self) -> None:
        """The bytes of the file, as text."""
        file = self.rules.place.file(self.rules.made)
        if isinstance(file, Trouble):
            self._exact.value = parts.alert(word(f"handin.{file.key}"))
            return
        name = word("hand_in.exact")
        self._exact.value = tag("pre", file[1].decode("utf-8"), tabindex="0", role="region", aria_label=name)

    def _own_words(self) -> list[Any]:
        """A tick box for each of one's own texts, and the text beside it."""
        own = self.rules.own
        if not own:
            return []
        rows = [self._own_row(prompt, text) for prompt, text in own.items()]
        return [parts.field(word("hand_in.own"), parts.box(*rows, classes=("th-choices",)), classes=("th-group",))]

    def _own_row(self, prompt: str, text: str) -> Any:
        tick = widgets.Checkbox(description=prompt_name(prompt), value=prompt in self.rules.ticked, indent=False)
        tick.observe(lambda change: self._tick(prompt, change["new"]), "value")
        return parts.box(tick, parts.html(tag("blockquote", text, class_="th-own-words", dir="auto")))

    def _tick(self, prompt: str, ticked: bool) -> None:
        self.rules.tick(prompt, ticked)
        self._fill()

    def _leave(self) -> None:
        self._close()
        self.desk.page.focus(self._key("open"))

    def _hand_in(self, as_file: bool = False) -> None:
        done = self.rules.hand_in(as_file)
        if done.said:
            self._close()
            self._say(done.said, done)
            return
        self._say("", done)
        if self.rules.place.shown and not isinstance(self.rules.place.file(self.rules.made), Trouble):
            instead = parts.button(word("hand_in.instead"), lambda: self._hand_in(as_file=True))
            self._below.children = (*self._parts(), instead)
            self.desk.page.focus(self._key("said"))

    # ---- taking back
    def _ask(self) -> None:
        """Taking back asks once."""
        self._said.value = ""
        question = parts.html(tag("p", word("hand_in.really"), class_="th-p"), key=self._key("really"))
        yes = parts.button(word("hand_in.yes"), self._withdraw, primary=True)
        no = parts.button(word("hand_in.no"), self._leave)
        self._below.children = (question, parts.row(yes, no))
        self.desk.page.focus(self._key("really"))

    def _withdraw(self) -> None:
        done = self.rules.withdraw()
        self._close()
        self._say(done.said, done)

    # ---- what came of it
    def _say(self, key: str, done: Done = NOTHING) -> None:
        """One sentence, and the file if there is one to be saved; spoken, and with the focus on it."""
        standing = self.rules.stands
        sentence = word(f"hand_in.{key}", {"date": local_day(standing.at) if standing else ""}) if key else ""
        wrong = parts.alert(done.trouble) if done.trouble else None
        told = tag("p", sentence, class_="th-p") if sentence else None
        self._said.value = parts.keyed(tag("div", wrong, told, *_to_save(done)), self._key("said"))
        self.desk.page.focus(self._key("said"))
        if sentence:
            self.desk.page.say(sentence)


def _to_save(done: Done) -> list[Markup]:
    """A link that saves the file; where it is the way round a trouble, with a sentence before it."""
    if done.file is None:
        return []
    name, content = done.file
    link = tag("p", save_link("hand_in.save", name, "application/json", content))
    return [tag("p", word("hand_in.or_send"), class_="th-p"), link] if done.trouble else [link]


def prompt_name(prompt: str) -> str:
    """What a text of one's own is called."""
    names = library.word_table("hand_in.prompts")
    return names.get(prompt, names["other"])
