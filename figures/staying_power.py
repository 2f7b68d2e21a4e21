"""When the bonus stops: four plans side by side, each a grid of who is at work in which week."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.text import Text
from numpy.typing import NDArray

from figures import typeface
from figures.contract import Look, Words, label
from figures.frame import Box, Frame
from figures.labels import spread
from figures.presence import Grid, beside

Array = NDArray[np.float64]

GUESSED = "bonus"
"""The plan that a prediction is about."""
LABELS = (
    "nothing",  # the four plans
    "praise",
    "bonus",
    "both",
    "share",  # beside the two percentages: what they are shares of
    "then",  # between them
    "least",  # beside the top row, and the bottom row
    "keenest",
    "anyway",  # beside the dotted line
    "week",  # beside the numbers of weeks
    "total",  # beside the totals
    "most",  # after the highest
    "prediction",  # the learner's; its number is added
)
GRID_HEIGHT = {"notebook": 2.3, "narrow": 1.7, "projector": 2.5, "print": 2.0}


@dataclass(frozen=True, eq=False)
class Data:
    """plans (k,): keys of labels. weeks: how many columns. present (k, people, weeks): who is at work, the keenest
    first. carry_on: how many would work anyway. start, stop: the first week with the bonus, and the first after it.
    share_on, share_after (k,): % at work in between and after. totals (k,): weeks of work a person.
    """

    plans: tuple[str, ...]
    weeks: int
    present: NDArray[np.bool_]
    carry_on: int
    start: int
    stop: int
    share_on: Array
    share_after: Array
    totals: Array


def rows(data: Data, labels: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The chart as a table, header first: one row a plan."""
    header = ("", labels["share"], labels["total"])
    body = [
        (labels[plan], f", {labels['then']} ".join(_shares(data, n)), f"{data.totals[n]:.1f}")
        for n, plan in enumerate(data.plans)
    ]
    return [header, *body]


def shape(data: Data) -> tuple[int | str, ...]:
    """What of the data the layout depends on: the plans, and how many people stand in a grid."""
    return (*data.plans, data.present.shape[1])


class Chart:
    """A grid for each plan, in one row (two in a narrow column), with what it brings under it."""

    def __init__(self, data: Data, words: Words, look: Look) -> None:
        self._labels = {key: label(words, key) for key in LABELS}
        self._frame = frame = Frame.around(look, words, _room(look, words))
        self._panels = [
            _Panel(frame, box, self._labels[plan], data.present.shape[1])
            for plan, box in zip(data.plans, _boxes(frame, len(data.plans)), strict=True)
        ]
        first = {panel.grid.box.bottom: panel for panel in reversed(self._panels)}
        self._margins = [_Margin(frame, panel.grid.box, self._labels) for panel in first.values()]
        guessed = self._panels[data.plans.index(GUESSED)]
        self._asked, self._after = guessed.grid, 0.0
        self._guessed = frame.text("label", x=guessed.grid.box.left, y=guessed.line(2), strong=True, anchor="bottom")
        self.update(data, words)

    @property
    def figure(self) -> Figure:
        return self._frame.figure

    @property
    def moving(self) -> tuple[Artist, ...]:
        panels = chain.from_iterable(panel.moving for panel in self._panels)
        margins = chain.from_iterable(margin.moving for margin in self._margins)
        return *panels, *margins, self._guessed, *self._frame.moving

    def update(self, data: Data, words: Words) -> None:
        """Show other weeks and other people at work (as many people, the same plans), and words."""
        level, top = data.carry_on / data.present.shape[1], round(float(data.totals.max()), 1)
        for n, panel in enumerate(self._panels):
            panel.grid.update(data.present[n], level, (data.start, data.stop))
            total = float(data.totals[n])
            panel.say(
                f", {self._labels['then']} ".join(_shares(data, n)),
                f"{total:.1f}",
                self._labels["most"] if round(total, 1) == top else "",
            )
        for margin in self._margins:
            margin.update(level)
        self._after = data.stop / data.weeks if data.stop < data.weeks else 0.0
        self._frame.update(words)

    def mark(self, prediction: float | None) -> None:
        """Draw a guess, of 100 people, at how many carry on when the bonus has stopped."""
        self._asked.mark(None if prediction is None else prediction / 100, self._after)
        self._guessed.set_text("" if prediction is None else f"{self._labels['prediction']}: {prediction:g}")


def _shares(data: Data, plan: int) -> list[str]:
    """The percentages of the phases that there are: with the bonus, and after it."""
    phases = ((data.share_on, data.start < data.stop), (data.share_after, data.stop < data.weeks))
    return [f"{share[plan]:.0f} %" for share, there in phases if there]


class _Panel:
    """One plan: its name, its percentages, its grid and its total."""

    def __init__(self, frame: Frame, box: Box, name: str, people: int) -> None:
        self._frame = frame
        high = GRID_HEIGHT[frame.look.size]
        self.grid = Grid(frame, box._replace(bottom=box.top - _above(frame) - high, height=high), people)
        frame.text("body", name, box.left, box.top - _rise(frame), strong=True, anchor="baseline")
        self._shares = frame.text("label", x=box.left, y=self.line(1), anchor="bottom")
        self._total = frame.text(
            "body", x=box.left, y=self.grid.box.bottom - _ticks(frame) - _rise(frame), anchor="baseline"
        )

    @property
    def moving(self) -> tuple[Artist, ...]:
        return *self.grid.moving, self._shares, self._total

    def line(self, n: int) -> float:
        """Foot of a line of words over the grid: the percentages' (1) or the prediction's (2), in inches."""
        return self.grid.box.top + self._frame.line("label") * (2 - n) + self._frame.margin * 0.3

    def say(self, shares: str, total: str, most: str) -> None:
        """The words over and under the grid; ``most`` marks the highest total."""
        strong = bool(most)
        self._shares.set_text(shares)
        self._total.set(
            text=f"{total} ({most})" if most else total, color=self._frame.colours["result_text" if strong else "ink"],
            fontproperties=typeface.font(self._frame.points("body"), strong),
        )  # fmt: skip


class _Margin:
    """The words on the left of a row of grids. Those at the dotted line follow it, the others make room."""

    def __init__(self, frame: Frame, grid: Box, labels: Mapping[str, str]) -> None:
        self._frame, self._grid = frame, grid
        right, room, half = grid.left - frame.margin * 0.5, grid.left - frame.margin * 1.5, frame.line("label") / 2
        self._words = [beside(frame, labels[key], right, 0, room) for key in ("keenest", "anyway", "least")]
        self._words[1].set_color(frame.colours["ink"])
        under = grid.bottom - frame.margin * 0.4 - half
        over = grid.top + frame.line("label") + frame.margin * 0.25 + half
        for key, y in (("week", under), ("share", over)):
            beside(frame, labels[key], right, y, room)
        total = grid.bottom - _ticks(frame) - frame.line("body") / 2
        beside(frame, labels["total"], right, total, room)

    @property
    def moving(self) -> tuple[Text, ...]:
        return tuple(self._words)

    def update(self, level: float) -> None:
        heights = [
            typeface.height(text.get_text().count("\n") + 1, self._frame.points("label")) for text in self._words
        ]
        wanted = [heights[0] / 2, self._grid.height * level, self._grid.height - heights[2] / 2]
        for text, y in zip(self._words, spread(wanted, heights, 0.0, self._grid.height), strict=True):
            text.set_y(self._grid.bottom + y)


def _above(frame: Frame) -> float:
    """Inches over a grid: name, percentages, prediction."""
    return frame.line("body") + 2 * frame.line("label") + frame.margin * 0.45


def _rise(frame: Frame) -> float:
    """Inches from the top of a line down to the foot of its letters, so that words side by side stand level."""
    return frame.line("body") * 0.76


def _ticks(frame: Frame) -> float:
    """Inches under a grid before its total."""
    return frame.margin * 0.75 + frame.line("label")


def _across(look: Look, plans: int) -> int:
    return 2 if look.size == "narrow" else plans


def _room(look: Look, words: Words) -> float:
    """Inches that the grids and their words need."""
    frame = Frame(look, words, 10.0)
    return (2 if look.size == "narrow" else 1) * _row(frame) + (frame.margin if look.size == "narrow" else 0)


def _row(frame: Frame) -> float:
    return _above(frame) + GRID_HEIGHT[frame.look.size] + _ticks(frame) + frame.line("body")


def _boxes(frame: Frame, plans: int) -> list[Box]:
    """A place for each plan, to the right of the words at the margin."""
    room, gap, across = frame.room, frame.margin * 1.1, _across(frame.look, plans)
    left = room.left + frame.size.points / 72 * 6.2
    wide = (room.right - left - gap * (across - 1)) / across
    return [
        Box(
            left + (wide + gap) * (n % across),
            room.bottom,
            wide,
            room.height - (_row(frame) + frame.margin) * (n // across),
        )
        for n in range(plans)
    ]
