"""Page 2: the same events with hours moved to the other hat, or with a split of one's own."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets

from lessons.activities.desk import Desk
from lessons.activities.levers import LeverControl
from lessons.course import library
from lessons.course.lever import levers_of
from lessons.course.prose import fill
from lessons.course.schema import LeverWords
from lessons.course.two_hats import model
from lessons.course.two_hats.month import HOURS, MONTH
from lessons.course.two_hats.players import EVEN, MOVED
from lessons.page import parts
from lessons.page.markup import Markup, tag

from .looking import NEAR, Change, Looked, Spent, with_fifth_more, with_split
from .year_end import MonthsPicture, reading_name, said

HATS = ("leading", "managing")


class AgainBox:
    """What 8 hours more for each hat would have done; a slider, five numbers, and the months with them."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.words = words = library.game().look_back.again
        twin = library.game().look_back.year_end
        self._picture = MonthsPicture(desk, words.subtitle, words.in_words, twin.open_text, twin.close_text)
        self._table, self._problem = parts.html(), parts.html(classes=("th-problem",))
        self._drawn = parts.Disclosure(
            words.see, words.hide, parts.box(self._picture.widget, self._picture.twin), self._draw
        )
        for name in ("th-screen", "th-year-end"):  # a screen of its own once it is open
            self._drawn.inner.add_class(name)

    def screens(self, looked: Looked) -> list[Any]:
        """The sentences, then the same events with the hours that the learner chooses."""
        self._looked, self._way = looked, ""
        first = parts.html(*self._sentences(), classes=("th-screen",))
        lever = next(one for one in levers_of(model.Levers) if one.name == "moved")
        slider = LeverControl(
            lever, LeverWords(label=self.words.choose, unit=self.words.unit, meaning=self.words.gives), self._moved
        )
        own = [self._number(kind) for kind in HOURS]
        self._own = [number for _, number in own]
        press = parts.button(self.words.own_press, self._play)
        five = parts.box(parts.html(tag("p", self.words.own, class_="th-p")), parts.row(*(field for field, _ in own)))
        self._show(Looked.at(looked.game, MOVED), self._at(MOVED))
        choice = parts.box(slider.widget, five, press, self._problem)
        second = parts.box(choice, self._table, self._drawn.button, classes=("th-screen",))
        return [first, second, self._drawn.inner]

    # ---- sentences
    def _sentences(self) -> list[Markup]:
        words, changes = self.words, with_fifth_more(self._looked)
        texts = {"leading": words.leading, "managing": words.managing}
        nothing = {"leading": words.leading_nothing, "managing": words.managing_nothing}
        lines = [self._line(texts[hat], nothing[hat], changes[hat]) for hat in HATS]
        return [tag("h3", words.title, class_="th-h3"), *lines, self._other_hat()]

    def _line(self, text: str, nothing: str, change: Change | None) -> Markup:
        if change is None:
            return self.desk.writer.paragraph(nothing)
        names = library.game().look_back.names
        verb = names.gains if change.points >= 0 else names.loses
        return self.desk.writer.paragraph(text, {**change.numbers, "most": reading_name(change.most), "verb": verb})

    def _other_hat(self) -> Markup:
        """Which of the two lines is the learner's own other hat."""
        hats = library.game().look_back.names.hats
        shares = Spent(self._looked.game.hours).shares
        if abs(shares["managing"] - shares["leading"]) < 2 * NEAR:
            return self.desk.writer.paragraph(self.words.half)
        hat, other = sorted(hats, key=lambda name: -shares[name])
        numbers = {"share": shares[hat], "hat": hats[hat], "other": hats[other]}
        return self.desk.writer.paragraph(self.words.fifth, numbers)

    # ---- choosing
    def _number(self, kind: str) -> tuple[Any, Any]:
        """A number of hours to type."""
        number = widgets.BoundedFloatText(min=0.0, max=MONTH, step=1.0, value=EVEN[HOURS.index(kind)])
        number.add_class("th-number")
        return parts.field(library.game().play.hours[kind].name, number), number

    def _moved(self, _name: str, by: float) -> None:
        self._problem.value = ""
        self._show(Looked.at(self._looked.game, by), self._at(by))
        self.desk.page.say(self._spoken)

    def _play(self) -> None:
        """The split of one's own, if it fills the month."""
        hours = [float(number.value) for number in self._own]
        if abs(sum(hours) - MONTH) >= NEAR:
            self._problem.value = parts.alert(fill(self.words.own_left, {"sum": f"{sum(hours):g}", "month": MONTH}))
            return
        self._problem.value = ""
        way = fill(self.words.own_hours, {"hours": ", ".join(f"{one:g}" for one in hours)})
        self._show(Looked(self._looked.game, with_split(self._looked, hours)), way)
        self.desk.page.say(self._spoken)

    def _at(self, by: float) -> str:
        """What the slider's place is called."""
        key = "leading" if by > 0 else "managing" if by < 0 else "nothing"
        return fill(self.words.at[key], {"n": abs(by)})  # type: ignore[index]

    # ---- what came of it
    def _show(self, chosen: Looked, way: str) -> None:
        self._chosen, self._way = chosen, way
        before = chosen.replay.final
        after = chosen.outcome.moved[:, -1]
        cells = [self._cell(float(here), float(there)) for here, there in zip(before, after, strict=True)]
        rows = [(self.words.you, *(f"{value:.0f}" for value in before)), (way, *cells)]
        self._spoken = ", ".join((way, *(f"{name} {cell}" for name, cell in zip(self._names, cells, strict=True))))
        self._table.value = parts.table(self.words.header, rows, self.words.table)
        self._drawn.refresh()

    def _cell(self, here: float, there: float) -> str:
        """A reading with its change, as both are printed."""
        change = round(there) - round(here)
        return fill(self.words.change if change else self.words.no_change, {"value": there, "change": change})

    @property
    def _names(self) -> tuple[str, ...]:
        return self.words.header[1:]

    def _draw(self) -> None:
        """The months of both, for whoever has opened them."""
        self._picture.show(self._chosen, {**said(self._chosen), "way": self._way})
