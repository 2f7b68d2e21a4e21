"""Looking back on a year: the finding, why, four pages, what to say aloud, and a line for the next game."""

from __future__ import annotations

from typing import Any

from lessons.activities.desk import Desk
from lessons.activities.view import View
from lessons.activities.words import local_time
from lessons.course import library
from lessons.course.prose import fill
from lessons.course.two_hats.game import EDITION
from lessons.page import parts
from lessons.page.markup import Markup, tag
from lessons.record.state import Game

from .again import AgainBox
from .beside import advice_page, aloud_page, ways_page, weights_page
from .hours_page import hours_page
from .looking import Looked, Spent, finished
from .own_words import OwnWords
from .play import Play, choice_of, trouble
from .team import AllCards
from .year_end import SPLIT, YearEnd

BETWEEN = "play_twice"
"""The prompt of the line between two games."""


class LookBackView(View):
    """Follows the game: while no year is over it says so kindly, and shows no month that is still to come."""

    step = "look_back"

    def __init__(self, desk: Desk) -> None:
        self.words = library.game().look_back
        self._end, self._again = YearEnd(desk), AgainBox(desk)
        self._chosen = ""
        super().__init__(desk)
        desk.on_answer("look_back", self._follow)

    def parts(self) -> list[Any]:
        games = self.desk.state.games
        self._seen = self._signature()
        over = finished(games)
        if not over:
            return self._not_yet(games[-1] if games else None)
        chosen = next((game for game in over if game.game == self._chosen), over[0])
        which = [self._which(over, chosen)] if len(over) > 1 else []
        return [*which, *self._pages(Looked.at(chosen))]

    def _signature(self) -> tuple[object, ...]:
        """What these pages depend on: any other answer, a month of the next year too, leaves them alone."""
        state = self.desk.state
        shown = finished(state.games) or state.games[-1:]
        return shown, state.prediction, self.desk.everything.kept.get(SPLIT)

    def _follow(self) -> None:
        if self._signature() != self._seen:
            self.show()

    # ---- before a year is over
    def _not_yet(self, latest: Game | None) -> list[Any]:
        words, write = self.words.no_year, self.desk.writer
        if latest is None or not latest.hours:
            return [parts.html(write.paragraph(words.none))]
        if trouble(latest):
            text = words.other_edition if trouble(latest) == "edition" else words.not_ours
            return [parts.html(write.paragraph(text, {"edition": latest.edition, "own": EDITION}))]
        said = {"month": len(latest.hours) + 1, "months": latest.months}
        hours = hours_page(self.desk, Spent(latest.hours), Play(latest).events)
        return [parts.html(write.paragraph(words.under_way, said), hours, classes=("th-screen",))]

    # ---- which year
    def _which(self, over: tuple[Game, ...], chosen: Game) -> Any:
        options = [(self._name(game), game.game) for game in over]
        field, radios = parts.choices(self.words.no_year.which, options, chosen.game)
        radios.observe(lambda change: self._choose(change["new"]), "value")
        return parts.box(field, classes=("th-screen",))

    def _name(self, game: Game) -> str:
        """A game by the day and the hour at which it was last played, and its year."""
        years, key = library.game().play.years, choice_of(game)
        year = years[key].name if key else self.words.names.other_year
        return fill(self.words.no_year.one, {"date": local_time(game.last_at), "year": year})

    def _choose(self, game: str | None) -> None:
        if game:
            self._chosen = game
            self.moved_on("step-look_back", self._end.title)

    # ---- the pages
    def _pages(self, looked: Looked) -> list[Any]:
        desk = self.desk
        hours = hours_page(desk, Spent(looked.game.hours), Play(looked.game).events)
        return [
            *self._end.screens(looked),
            _screen(hours),
            *self._again.screens(looked),
            _screen(advice_page(desk)),
            _screen(ways_page(desk, looked)),
            _screen(weights_page(desk, looked)),
            _screen(aloud_page(desk)),
            *(AllCards(desk).screens if looked.game.team > 1 else []),
            self._twice(),
        ]

    def _twice(self) -> Any:
        words = self.words.twice
        line = OwnWords(self.desk, {BETWEEN: words.prompt}, words.save, words.saved, rows=1)
        head = parts.html(tag("h3", words.title, class_="th-h3"), self.desk.writer.paragraph(words.text))
        return parts.box(head, line.widget, classes=("th-screen",))


def _screen(content: Markup) -> Any:
    return parts.html(content, classes=("th-screen",))
