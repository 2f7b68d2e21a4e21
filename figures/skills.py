"""Two skills in one person: everybody and the promoted among them, and how many stars in one are stars in the other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from numpy.typing import NDArray

from figures import typeface
from figures.contract import Look, Words, label
from figures.frame import Box, Frame
from figures.plane import Plane, Scale

LABELS = (
    "managing_skill",  # the axes of the people
    "leading_skill",
    "stars",  # over the curve, and under it
    "link",
    "everyone",  # before the two links
    "promoted",
    "chance",  # beside the line of what chance gives
    "here",  # beside one's own place
    "prediction",
    "what",  # in the table
    "value",
)
Array = NDArray[np.float64]
REACH = 3.6
"""How far the plane of people goes, in standard deviations: of 600 people none lies outside."""
ASKED = 0.5
"""The link at which the prediction was asked."""
HIGH = {"notebook": 3.3, "narrow": 3.5, "projector": 3.7, "print": 2.7}
"""Inches of each panel."""


@dataclass(frozen=True, eq=False)
class Data:
    """managing, leading, promoted (n,): each person's skills in standard deviations, and who is promoted.

    chosen_for: 0 both added, 1 managing, 2 leading; line: the score from which on people are in. link, link_promoted:
    correlations. trend (2, 2): the ends of the promoted's regression line. curve_link, curve_stars (m,): of 100 stars
    in leading, how many are stars in managing; top: what chance gives; here_link, here_stars: one's own place.
    """

    managing: Array
    leading: Array
    promoted: NDArray[np.bool_]
    chosen_for: int
    line: float
    link: float
    link_promoted: float
    trend: Array
    curve_link: Array
    curve_stars: Array
    top: float
    here_link: float
    here_stars: float


def rows(data: Data, labels: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The chart as a table, header first: the two links, one's own place on the curve, and some others."""
    shown = [
        (f"{labels['link']}: {labels['everyone']}", _link(data.link)),
        (f"{labels['link']}: {labels['promoted']}", _link(data.link_promoted)),
        (f"{labels['promoted']}", f"{int(data.promoted.sum())} / {len(data.promoted)}"),
        (f"{labels['stars']}, {labels['here']}", f"{data.here_stars:.0f}"),
    ]
    others = [
        (f"{labels['stars']}: {_link(link)}", f"{float(np.interp(link, data.curve_link, data.curve_stars)):.0f}")
        for link in (0.0, 0.3, 0.5, 0.7, 0.9)
    ]
    return [(labels["what"], labels["value"]), *shown, *others]


def shape(data: Data) -> tuple[object, ...]:
    """The layout depends on nothing in the data."""
    return ()


class Chart:
    """The people to the left and the curve to the right; in a narrow column one over the other."""

    def __init__(self, data: Data, words: Words, look: Look) -> None:
        self._said = {key: label(words, key) for key in LABELS}
        high, narrow = HIGH[look.size], look.size == "narrow"
        self._frame = Frame.around(look, words, high * (1.9 if narrow else 1.0))
        room, gap = self._frame.room, self._frame.margin
        if narrow:
            upper = Box(room.left, room.top - high, room.width, high)
            lower = Box(room.left, room.bottom, room.width, room.height - high - gap)
        else:
            upper = Box(room.left, room.bottom, room.width * 0.48 - gap, room.height)
            lower = Box(room.left + room.width * 0.48 + gap, room.bottom, room.width * 0.52 - 2 * gap, room.height)
        self._people, self._curve = _People(self._frame, upper, self._said), _Curve(self._frame, lower, self._said)
        self.update(data, words)

    @property
    def figure(self) -> Figure:
        return self._frame.figure

    @property
    def moving(self) -> tuple[Artist, ...]:
        return *self._people.moving, *self._curve.moving, *self._frame.moving

    def update(self, data: Data, words: Words) -> None:
        """Show other people, and another place on the curve."""
        self._people.update(data)
        self._curve.update(data)
        self._frame.update(words)

    def mark(self, prediction: float | None) -> None:
        """A ring over the link that was asked about, at the number that was predicted."""
        self._curve.mark(prediction)


class _People:
    """Grey dots for everybody, larger ones for the promoted, the line they passed, and the trend among them."""

    def __init__(self, frame: Frame, box: Box, said: Mapping[str, str]) -> None:
        self._frame, self._said = frame, said
        ticks = (-2.0, 0.0, 2.0)
        across = Scale(-REACH, REACH, said["managing_skill"], ticks, lines=True)
        self._plane = Plane(frame, box, across, Scale(-REACH, REACH, said["leading_skill"], ticks, lines=True), rows=1)
        colours, points = frame.colours, frame.size.points
        self._all = _line(self._plane, marker="o", ms=points * 0.22, mfc=colours["neither"], mec="none", alpha=0.55)
        self._chosen = _line(
            self._plane, marker="^", ms=points * 0.5, mfc=colours["result"], mec=colours["paper"], mew=points / 24
        )
        self._limit = _line(self._plane, ls=(0, (4, 2)), color=colours["muted"], lw=points / 9)
        self._trend = _line(self._plane, ls="-", color=colours["ink"], lw=points / 5)
        middle = self._plane.box.left + self._plane.box.width / 2
        y = self._plane.rows_top
        self._links = (
            frame.text("label", x=self._plane.box.left, y=y, colour="muted", strong=True),
            frame.text("label", x=middle, y=y, colour="result_text", strong=True),
        )

    @property
    def moving(self) -> tuple[Artist, ...]:
        return self._all, self._chosen, self._limit, self._trend, *self._links

    def update(self, data: Data) -> None:
        inside = data.promoted
        self._all.set_data(data.managing[~inside], data.leading[~inside])
        self._chosen.set_data(data.managing[inside], data.leading[inside])
        self._limit.set_data(*_limit(data.chosen_for, data.line))
        self._trend.set_data(*np.asarray(data.trend).T)
        first, second = self._links
        first.set_text(f"• {self._said['everyone']}: {_link(data.link)}")
        second.set_text(f"▲ {self._said['promoted']}: {_link(data.link_promoted)}")


class _Curve:
    """Stars in both over the link, what chance gives, one's own place, and the prediction."""

    def __init__(self, frame: Frame, box: Box, said: Mapping[str, str]) -> None:
        self._frame, self._said = frame, said
        across = Scale(-0.5, 1.0, said["link"], (-0.5, 0.0, 0.5, 1.0))
        self._plane = Plane(frame, box, across, Scale(0, 100, said["stars"], (0, 50, 100), lines=True), rows=2)
        colours, points = frame.colours, frame.size.points
        self._line = _line(self._plane, ls="-", color=colours["both"], lw=points / 4.5, zorder=3)
        self._chance = _line(self._plane, ls=(0, (1, 1.5)), color=colours["ink"], lw=points / 8)
        self._here = _line(
            self._plane, marker="D", ms=points * 0.65, mfc=colours["both"], mec=colours["paper"], mew=points / 9,
            zorder=6,
        )  # fmt: skip
        self._guess = _line(
            self._plane,
            marker="o",
            ms=points * 0.85,
            mfc="none",
            mec=colours["ink"],
            mew=points / 6,
            zorder=7,
            clip_on=False,
        )
        y, step = self._plane.rows_top, frame.line("label") * 1.05
        self._here_words = frame.text("label", x=self._plane.box.left, y=y, colour="both_text", strong=True)
        self._guess_words = frame.text("label", x=self._plane.box.left, y=y - step)
        self._chance_words = frame.text("small", colour="ink", align="right", anchor="bottom")

    @property
    def moving(self) -> tuple[Artist, ...]:
        return (
            self._line, self._chance, self._here, self._guess,
            self._here_words, self._guess_words, self._chance_words,
        )  # fmt: skip

    def update(self, data: Data) -> None:
        self._line.set_data(data.curve_link, data.curve_stars)
        self._chance.set_data([-0.5, 1.0], [data.top, data.top])
        self._here.set_data([data.here_link], [data.here_stars])
        self._here_words.set_text(f"◆ {self._said['here']}: {_link(data.here_link)} → {data.here_stars:.0f}")
        self._put_chance(data.top)

    def mark(self, prediction: float | None) -> None:
        if prediction is None:
            self._guess.set_data([], [])
            self._guess_words.set_text("")
            return
        self._guess.set_data([ASKED], [prediction])
        self._guess_words.set_text(f"○ {self._said['prediction']}: {prediction:g}")

    def _put_chance(self, top: float) -> None:
        """Over its line at the right, where the curve is far above it, or under it where there is no room."""
        words = f"{self._said['chance']}: {top:g}"
        self._chance_words.set(text=words, position=(self._plane.box.right, self._plane.y(top) + self._lift(top)))

    def _lift(self, top: float) -> float:
        """Under the line from a place on where the curve over it is near."""
        line = typeface.height(1, self._frame.points("small"))
        return -line * 1.05 if top > 18 else line * 0.1


def _limit(chosen_for: int, line: float) -> tuple[list[float], list[float]]:
    """The promotion line, from edge to edge: on the sum it falls, on one skill it stands or lies."""
    ends = [-REACH, REACH]
    return ((ends, [line - end for end in ends]), ([line, line], ends), (ends, [line, line]))[chosen_for]


def _line(plane: Plane, **style: object) -> Line2D:
    found = Line2D([], [], antialiased=True, **{"ls": "none", **style})  # type: ignore[arg-type]
    plane.axes.add_line(found)
    return found


def _link(value: float) -> str:
    return f"{value:.2f}".replace("-0.00", "0.00").replace("-", "−")


__all__ = ["LABELS", "Chart", "Data", "rows", "shape"]
