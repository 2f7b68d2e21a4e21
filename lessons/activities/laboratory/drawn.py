"""A chart of the laboratory on the page: the picture, and below it the same as text and as a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

import figures
from figures.contract import Words
from lessons.activities.words import word
from lessons.course.laboratory_schema import Drawn
from lessons.course.prose import fill
from lessons.page import parts
from lessons.page.live import LiveFigure
from lessons.page.markup import tag
from lessons.page.page import Page

Numbers = Mapping[str, float | str]


class AtAPage(Protocol):
    """What a picture asks of a desk: the page that it is drawn for."""

    page: Page


class Picture:
    """One chart with its words. ``widget`` is the picture; ``twin`` a button that opens text and table."""

    def __init__(self, desk: AtAPage, chart: str, words: Drawn, show: str, hide: str) -> None:
        self.chart, self.words = figures.chart(chart), words
        self.live = LiveFigure(self.chart, desk.page.look, word("notes.not_drawn"))
        desk.page.watch(self.live.set_look)
        self._text = parts.html()
        disclosure = parts.Disclosure(show, hide, self._text)
        disclosure.widget.add_class("th-not-projected")
        self.widget, self.twin = self.live.widget, disclosure.widget
        self.title = ""

    def show(self, data: Any, finding: str, numbers: Numbers) -> None:
        """Draw data under the finding's title; text and table follow."""
        self.title = fill(self.words.findings[finding], numbers)
        said = Words(
            title=self.title,
            subtitle=fill(self.words.subtitle, numbers),
            takeaway=self.words.takeaway,
            source=fill(self.words.source, numbers),
            labels=self.words.labels,
        )
        alt = f"{self.title}. {fill(self.words.in_words, numbers)}"
        self.live.show(data, said, alt)
        header, *rows = self.chart.rows(data, said.labels)
        table = parts.table(header, rows, self.title) if rows else ""
        self._text.value = tag("div", tag("p", alt, class_="th-p"), table)
