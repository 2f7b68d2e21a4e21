"""Before a year: what counts for the player, which year, and how many play. Weights cannot be changed afterwards."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import ipywidgets as widgets

from lessons.activities.desk import Desk
from lessons.course.game_schema import Play as Words
from lessons.course.prose import fill
from lessons.course.two_hats.best import CHOICES
from lessons.course.two_hats.game import READINGS
from lessons.page import parts
from lessons.page.markup import tag

from .play import Weights

Chosen = Callable[[Mapping[str, int], str, int, str], None]
"""Called with weights, the name of the year, the size of the team, and the line on other weights."""


class SetupBox:
    """Two screens: weights, then the year and the team with the button that begins it."""

    def __init__(self, desk: Desk, words: Words, before: Mapping[str, float], begin: Chosen) -> None:
        self._desk, self._words, self._begin = desk, words, begin
        self._points = {name: _points(words.setup.points, before.get(name, 0)) for name in READINGS}
        self._left, self._problem = parts.html(), parts.html(classes=("th-problem",))
        self._line, self._who = parts.entry(words.setup.who)
        self._line.add_class("th-wide")
        years = [(f"{year.name}: {year.about}", key) for key, year in self._in_order().items()]
        self._year_field, self._year = parts.choices(words.setup.year, years, years[0][1])
        teams = [(name, key) for key, name in words.teams.items()]
        self._team_field, self._team = parts.choices(words.setup.team, teams, teams[0][1], flat=True)
        for control in self._points.values():
            control.observe(lambda _change: self._desk.page.say(self._follow()), "value")
        self._follow()
        self.screens = [self._weights(), self._years()]

    def _in_order(self) -> Mapping[str, Any]:
        """The years in the order in which the model offers them."""
        return {key: self._words.years[key] for key in CHOICES}

    def _weights(self) -> Any:
        setup = self._words.setup
        head = tag("h3", setup.weights, class_="th-h3")
        intro = self._desk.writer.paragraph(setup.intro, {"points": setup.points})
        fields = [parts.field(self._words.readings[name].name, self._points[name]) for name in READINGS]
        return parts.box(
            parts.html(head, intro, key="set-up"),
            parts.row(*fields, classes=("th-points",)),
            self._left,
            self._line,
            classes=("th-screen",),
        )

    def _years(self) -> Any:
        once = parts.html(tag("p", self._words.setup.once, class_="th-muted"))
        press = parts.button(self._words.setup.begin, self._press, primary=True, key="begin-year")
        return parts.box(self._year_field, self._team_field, once, press, self._problem, classes=("th-screen",))

    @property
    def weights(self) -> Weights:
        """The points as they are set."""
        return Weights({name: control.value for name, control in self._points.items()}, self._words.setup.points)

    def _follow(self) -> str:
        """Show how many points are left; returns it."""
        weights, setup = self.weights, self._words.setup
        said = fill(setup.left if weights.left else setup.done, {"left": weights.left, "points": weights.points})
        self._left.value = tag("p", said, class_="th-left-hours th-limit" if weights.left < 0 else "th-left-hours")
        return said

    def _press(self) -> None:
        weights = self.weights
        if weights.left:
            said = fill(self._words.setup.wrong, {"sum": weights.sum, "points": weights.points})
            self._problem.value = parts.alert(said)
            return
        self._begin(weights.given, self._year.value, int(self._team.value), self._who.value.strip())


def _points(most: int, value: float) -> widgets.BoundedIntText:
    """A number of points, from none to all."""
    control = widgets.BoundedIntText(min=0, max=most, step=1, value=round(value))
    control.add_class("th-number")
    return control
