"""The game on the page. What is shown follows the record: the rules, then the year that is being played."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

from lessons.activities.desk import Desk
from lessons.activities.view import View
from lessons.course import library
from lessons.course.prose import fill
from lessons.course.two_hats.best import CHOICES
from lessons.course.two_hats.game import EDITION, READINGS
from lessons.page import parts
from lessons.page.markup import tag
from lessons.record.state import Game

from .month import HalfWayBox, MonthBox, came, name_of, reading_now, year_so_far
from .play import Play, trouble
from .practice import PracticeBox
from .rules_box import rules
from .setup import SetupBox
from .standing import all_games, bare_hours, stands

WHO = "other_weights"
"""The prompt under which the line on other weights is kept."""


class GameView(View):
    """A game of ten months: set up, played month by month, gone back on, ended; each step is written down at once."""

    step = "game"

    def __init__(self, desk: Desk) -> None:
        self.words = library.game().play
        self._left = ""
        # these stay as they are from month to month
        self._practice = PracticeBox(desk, self.words, opened=not desk.state.games)
        self._before = [*rules(desk, self.words), self._practice.widget]
        super().__init__(desk)

    @property
    def latest(self) -> Game | None:
        """The game that was begun last."""
        games = self.desk.state.games
        return games[-1] if games else None

    @property
    def _anew(self) -> bool:
        """Whether the latest game was left for another year that has not begun yet."""
        return self.latest is not None and self.latest.game == self._left

    def parts(self) -> list[Any]:
        return [*self._before, *self._year(self.latest), *self._games()]

    def _year(self, game: Game | None) -> list[Any]:
        """The year that is played, or what is chosen before one."""
        if game is None or self._anew:
            return self._setup(game)
        if why := trouble(game):
            return [self._closed(game, why), *self._setup(game)]
        play = Play(game)
        last = [came(self.desk, self.words, play)] if play.spent else []
        asked = [HalfWayBox(self.desk, self.words, self._expect).widget] if play.asks else []
        now = self._end(play) if game.done else [self._month(play)]
        return [*last, *asked, *now, *([year_so_far(self.words, play)] if play.spent else [])]

    def _month(self, play: Play) -> Any:
        """The open month; a team is reminded of how it decides."""
        rule = library.paper_game().team.pace if play.game.team > 1 else ""
        return MonthBox(self.desk, self.words, play, self._spend, self._step_back, rule).widget

    # ---- before and after a year
    def _setup(self, before: Game | None) -> list[Any]:
        return SetupBox(self.desk, self.words, before.weights if before else {}, self._begin).screens

    def _closed(self, game: Game, why: str) -> Any:
        """Why a game cannot be played on here, and its hours."""
        said = fill(getattr(self.words.end, why), {"edition": game.edition, "ours": EDITION})
        return parts.html(tag("p", said, class_="th-p"), bare_hours(self.words, game), key="closed")

    def _end(self, play: Play) -> list[Any]:
        words = self.words.end
        head = tag("h3", words.title, class_="th-h3")
        looking = self.desk.writer.paragraph(words.looking)
        screen = parts.html(
            parts.keyed(head, "year-over"),
            stands(self.words, play),
            self._expected(play),
            looking,
            classes=("th-screen",),
        )
        buttons = [parts.button(words.again, self._another, primary=True)]
        if play.may_go_back:
            buttons.append(parts.button(self.words.month.back, self._step_back))
        return [screen, parts.row(*buttons)]

    def _expected(self, play: Play) -> Any:
        """What was expected half way, beside what came."""
        thought = play.game.expected
        if thought is None or thought.reading not in READINGS:
            return None
        said = {
            "reading": name_of(self.words, thought.reading),
            "value": thought.value,
            "now": reading_now(play, thought.reading),
            "text": thought.text,
        }
        stop = self.words.end.stop if thought.text.strip() else ""
        return self.desk.writer.paragraph(f"{self.words.end.expected} {stop}".strip(), said)

    def _games(self) -> list[Any]:
        """All games of the learner, and the way back to the latest or to another year."""
        words, games = self.words.end, self.desk.state.games
        if not games:
            return []
        latest = games[-1]
        buttons = [parts.button(words.go_on, self._go_on)] if self._anew else []
        if not self._anew and not latest.done and not trouble(latest):
            buttons = [parts.button(words.again, self._another)]
        table = parts.html(all_games(self.words, games))
        shut = parts.Disclosure(words.open, words.close, table)
        return [parts.box(parts.row(*buttons), shut.widget, classes=("th-not-projected",))]

    # ---- what a person does
    def _begin(self, weights: Mapping[str, int], choice: str, team: int, who: str) -> None:
        year = CHOICES[choice]
        if who:
            self.keep("wrote", prompt=WHO, text=who)
        self._practice.close()
        self.keep(
            "began",
            game=secrets.token_hex(4),
            edition=EDITION,
            kind=year.kind,
            seed=year.seed,
            months=year.months,
            weights=dict(weights),
            team=team,
        )
        self.moved_on("month", self.words.setup.begun)

    def _spend(self, hours: tuple[int, ...], because: str) -> None:
        game = self._shown()
        if game is None:
            return
        month = len(game.hours) + 1
        self.keep("spent", game=game.game, month=month, hours=list(hours), because=because)
        after = self.latest
        read = dict(zip(READINGS, Play(after).readings.tolist(), strict=True)) if after else {}
        self.moved_on("came", fill(self.words.came.spoken, {**read, "month": month}))

    def _step_back(self) -> None:
        game = self._shown()
        if game is None or not Play(game).may_go_back:
            return
        month = len(game.hours)
        self.keep("stepped_back", game=game.game, to=month)
        self.moved_on("month", fill(self.words.month.again, {"month": month}))

    def _expect(self, reading: str, value: float, text: str) -> None:
        if game := self._shown():
            self.keep("expected", game=game.game, reading=reading, value=value, text=text)
            self.moved_on("month", self.words.half_way.kept)

    def _another(self) -> None:
        self._left = self.latest.game if self.latest else ""
        self.moved_on("set-up")

    def _go_on(self) -> None:
        self._left = ""
        self.moved_on("month" if self.latest and not self.latest.done else "year-over")

    # ---- two windows
    def show(self) -> None:
        super().show()
        self._seen = self.latest

    def _shown(self) -> Game | None:
        """The game as this page shows it; None, and the page is set right, if another window has played on."""
        if self.latest == self._seen:
            return self._seen
        self.moved_on("month", self.words.month.elsewhere)
        self._trouble.value = parts.alert(self.words.month.elsewhere)
        return None
