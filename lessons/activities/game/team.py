"""Around one table: the five cards on one screen, face down, and open one at a time for the one who holds it."""

from __future__ import annotations

from typing import Any

from lessons.activities.desk import Desk
from lessons.activities.view import View
from lessons.course import library
from lessons.course.paper_game_schema import RoleCard
from lessons.course.prose import fill
from lessons.course.two_hats import facts
from lessons.page import parts
from lessons.page.markup import Markup, tag

from .dealing import PAIRS, PLAYERS, deal, row


class TeamView(View):
    """The cards wait behind a button. How many play is what was said when the year was begun, until it is changed."""

    step = "team"
    personal = False

    def __init__(self, desk: Desk) -> None:
        self.words, self.paper = library.game().team, library.paper_game().team
        self._time, self._open, self._said = 0, 0, ""
        self._players = PLAYERS[0]
        super().__init__(desk)
        desk.on_answer("team", self._follow)

    def parts(self) -> list[Any]:
        self._said, self._players = self._latest()
        self._rows = parts.html()
        self._board = parts.box(classes=("th-cards",))
        options = [(shown, str(players)) for shown, players in zip(self.words.numbers, PLAYERS, strict=True)]
        many, self._many = parts.choices(self.words.how_many, options, str(self._players), flat=True)
        self._many.observe(lambda change: self._sit(change["new"]), "value")
        self._around = (parts.html(self._paragraph(self.paper.intro)), many, self._rows)
        self._dealing = (parts.button(self.words.deal, self._again),)
        self._table = parts.box()
        self._set()
        shut = parts.Disclosure(self.words.show, self.words.hide, self._table)
        return [parts.box(shut.widget, classes=("th-screen",))]

    def _latest(self) -> tuple[str, int]:
        """The game that is played, and how many said they play it."""
        games = self.desk.state.games if self.desk.known else ()
        if not games:
            return "", self._players
        return games[-1].game, min(max(games[-1].team, PLAYERS[0]), PAIRS)

    def _follow(self) -> None:
        """A new game deals its own cards; a month of it changes nothing."""
        said, players = self._latest()
        if said != self._said:
            self._said, self._players, self._time, self._open = said, players, 0, 0
            self._many.value = str(players)
            self._set()

    # ---- dealing
    def _sit(self, players: str | None) -> None:
        if players and int(players) != self._players:
            self._players, self._open = int(players), 0
            self._set()

    def _again(self) -> None:
        self._time, self._open = self._time + 1, 0
        self._set()
        self.desk.page.say(self.words.dealt)

    def _set(self) -> None:
        """The cards, and around them what there is to read and to choose; while one is open, that card alone."""
        dealt = deal(self._players, self._said, self._time)
        players, how = self.paper.how[row(self._players)]
        self._rows.value = tag("p", tag("strong", players, ": "), how, class_="th-p")
        self._board.children = tuple(
            self._row(number, holder, dealt.pairs) for number, holder in enumerate(dealt.holders, 1)
        )
        card = self._shown()
        seen = (self._board, *card) if card else (*self._around, self._board, *self._dealing)
        self._table.children = seen  # beside an open card there is nothing to set

    def _row(self, number: int, holder: int | None, pairs: bool) -> Any:
        """One card, and who holds it."""
        whose = self.words.table
        if holder is not None:
            whose = fill(self.words.pair if pairs else self.words.player, {"player": holder})
        name = fill(self.words.card, {"number": number})
        opened = self._open == number
        text = fill(self.words.close if opened else self.words.open, {"number": number})
        press = parts.button(text, lambda: self._turn(number), key=f"team-card-{number}")
        return parts.row(parts.html(tag("span", tag("strong", name), ", ", whose, class_="th-p")), press)

    # ---- one card at a time
    def _turn(self, number: int) -> None:
        """Open a card, which closes the one that is open; pressed again, it closes."""
        closing = self._open == number
        self._open = 0 if closing else number
        self._set()
        self.desk.page.focus(f"team-card-{number}" if closing else "team-open")

    def _shown(self) -> tuple[Any, ...]:
        if not self._open:
            return ()
        private = tag("p", self.words.private, class_="th-muted")
        return (parts.html(card_text(self.paper.card[self._open - 1]), private, key="team-open"),)

    def _paragraph(self, text: str) -> Markup:
        return self.desk.writer.paragraph(text)


def card_text(card: RoleCard) -> Markup:
    """A card's title, what its holder sees, and its facts with their numbers."""
    known = tag("ul", *(tag("li", fill(fact, facts.numbers())) for fact in card.facts), class_="th-goals")
    head = tag("h4", card.title, class_="th-h3")
    return tag("div", head, tag("p", card.sees, class_="th-p"), known, class_="th-note th-plain")


class AllCards:
    """After a year: what to ask, and all the cards at once on a screen of their own."""

    def __init__(self, desk: Desk) -> None:
        words, paper = library.game().team, library.paper_game().team
        head = tag("h3", words.after, class_="th-h3")
        cards = parts.html(tag("div", *(card_text(card) for card in paper.card), class_="th-all-cards"))
        shut = parts.Disclosure(words.open_all, words.close_all, cards)
        shut.inner.add_class("th-screen")  # a screen of its own once it is open
        text = parts.html(head, desk.writer.paragraph(paper.afterwards))
        self.screens = [parts.box(text, shut.button, classes=("th-screen",)), shut.inner]
