"""A screen of the debrief, and what all of them share: the reading help, what to ask, and waiting for five people."""

from __future__ import annotations

from typing import Any, cast

from lessons.activities.laboratory.drawn import Numbers, Picture
from lessons.classroom.rules import FEWEST
from lessons.course.classroom_schema import ScreenName
from lessons.course.prose import fill
from lessons.page import parts
from lessons.page.markup import Markup, join, tag

from .desk import DebriefDesk


class Screen:
    """One part of the page whose parts are set anew whenever the class changes.

    of_lesson: whether it shows something of the lesson that is talked about, and so follows another choice as well.
    """

    name = ""
    of_lesson = False

    def __init__(self, desk: DebriefDesk) -> None:
        self.desk = desk
        self.words = desk.words.screens[cast(ScreenName, self.name)]
        self._pictures: dict[str, Picture] = {}
        self._built: dict[Picture, tuple[Any, Any, Any]] = {}
        self._inner = parts.box()
        anchor = parts.html(tag("span", self.words.title, class_="th-sr"), key=f"step-{self.name}")
        self.widget = parts.box(
            anchor, self._inner, classes=("th-root", "th-activity", "th-debrief", f"th-{self.name}")
        )
        desk.join(self.widget)
        desk.on_change(self.name, self.show, of_lesson=self.of_lesson)
        self.show()

    def show(self) -> None:
        """Set the parts from the class as it is shown now."""
        self._inner.children = tuple(self.parts())

    def parts(self) -> list[Any]:
        """The widgets of this screen, top to bottom: one `th-screen` or several."""
        raise NotImplementedError

    # ---- what screens are made of
    def picture(self, name: str, chart: str) -> Picture:
        """The chart of that name, made once."""
        if name not in self._pictures:
            words = self.desk.words
            drawn = self.words.charts[name.split(".")[0]]
            self._pictures[name] = Picture(self.desk, chart, drawn, words.open_text, words.close_text)
        return self._pictures[name]

    def drawn(self, picture: Picture, *below: object, over: Markup | None = None) -> Any:
        """A screen with a chart and, below it or beside it in class view, what there is to say and to ask.

        It is built once, so that whoever stands in it stays there when the class changes.
        """
        if picture not in self._built:
            figure = parts.box(picture.widget, picture.twin, classes=("th-figure",))
            above, told = parts.html(), parts.html()
            screen = parts.box(above, parts.row(figure, told, classes=("th-told",)), classes=("th-screen",))
            self._built[picture] = (screen, above, told)
        screen, above, told = self._built[picture]
        above.value, told.value = over or "", join(*below, self.reading())
        return screen

    def said(self, title: str, *below: Any) -> Any:
        """A screen without a chart: its title in words, then widgets."""
        head = parts.html(tag("p", title, class_="th-finding"))
        return parts.box(head, *below, parts.html(self.reading()), classes=("th-screen",))

    def reading(self) -> Markup:
        """How to read it, and what to ask."""
        write = self.desk.writer.write
        ask = tag("p", tag("strong", self.desk.words.ask), " ", write(self.words.ask), class_="th-p th-ask")
        return join(tag("p", write(self.words.help), class_="th-muted"), ask)

    def waiting(self, count: int) -> list[Any]:
        """In place of a screen: so many of five are there."""
        return self._not_yet(fill(self.desk.words.waiting, {"n": count, "fewest": FEWEST}))

    def missing(self, count: int) -> list[Any]:
        """In place of a screen that needs hand-ins of its own kind."""
        return self._not_yet(self.say("nothing", {"n": count}))

    def _not_yet(self, sentence: str) -> list[Any]:
        """What is missing, and what there will be to see; nothing to ask yet."""
        shown = tag("p", sentence, class_="th-finding")
        helped = tag("p", self.desk.writer.write(self.words.help), class_="th-muted")
        return [parts.box(parts.html(shown), parts.html(helped), classes=("th-screen",))]

    def say(self, key: str, numbers: Numbers | None = None) -> str:
        """A sentence of this screen."""
        return fill(self.words.says[key], numbers or {})

    def by(self, by_hand: bool) -> str:
        """The words that say that numbers were counted by hand; "" for hand-ins."""
        return self.desk.words.by_hand if by_hand else ""


__all__ = ["Numbers", "Screen"]
