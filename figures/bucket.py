"""The practice round's chart: water rising in a bucket day by day, its rim, and the day on which it is full."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon
from numpy.typing import NDArray

from figures import scales, typeface
from figures.contract import Look, Words, label
from figures.frame import Box, Frame

Array = NDArray[np.float64]

LABELS = (
    "water_axis",  # over the chart: what stands up
    "day_axis",  # under it: what runs across
    "rim",  # beside the line of the rim; the litres are added
    "full",  # the dot on the rim; the days are added
    "week",  # the line a week on
    "prediction",  # the learner's; its number is added
)
HEIGHTS = {"notebook": 4.7, "narrow": 4.9, "projector": 5.6, "print": 4.0}
MOST = 20.0
"""Litres of the largest bucket: the axis ends above it, so that a larger bucket is drawn larger."""


@dataclass(frozen=True, eq=False)
class Data:
    """days (n,) since the bucket was emptied; water (n,): litres in it then; litres: what it holds; full: the day on
    which it is full, inside ``days``; week: the day on which somebody comes again."""

    days: Array
    water: Array
    litres: float
    full: float
    week: float


def rows(data: Data, labels: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The chart as a table, header first: one row a day or, over a long time, one a week."""
    span = round(float(data.days[-1]))
    step = 1 if span <= 2 * data.week else round(data.week)
    header = (labels["day_axis"], labels["water_axis"])
    return [header, *((f"{day}", f"{np.interp(day, data.days, data.water):.1f}") for day in range(0, span + 1, step))]


def shape(data: Data) -> float:
    """What of the data the layout depends on: how many days are shown."""
    return float(data.days[-1])


class Chart:
    """One panel: days across, litres up. The words of the marks stand in lines of their own over the bucket."""

    def __init__(self, data: Data, words: Words, look: Look) -> None:
        self._frame = Frame(look, words, HEIGHTS[look.size])
        self._said = {key: label(words, key) for key in LABELS}
        self._span, self._week = float(data.days[-1]), data.week
        self._box = self._furniture(self._frame.room)
        axes = self._frame.axes(self._box, (0.0, self._span), (0.0, MOST * 1.02))
        colours, points = self._frame.colours, self._frame.size.points
        self._water = Polygon([(0, 0)], closed=True, facecolor=colours["map_high"], lw=0, antialiased=True, zorder=1)
        axes.add_patch(self._water)
        self._level = Line2D([], [], color=colours["result"], lw=points / 5, zorder=3)
        self._rim = Line2D([], [], color=colours["ink"], lw=points / 8, ls=(0, (5, 2)), zorder=4)
        self._dot = Line2D(
            [], [], marker="o", ms=points * 0.7, mfc=colours["ink"], mec=colours["paper"], mew=points / 9, zorder=6,
            ls="none", clip_on=False,
        )  # fmt: skip
        self._guess = Line2D([], [], color=colours["ink"], lw=points / 7, ls=(0, (2, 1.5)), zorder=5, clip_on=False)
        self._guess.set_gapcolor(colours["paper"])
        tuesday = Line2D([self._week] * 2, [0, MOST * 1.02], color=colours["axis"], lw=points / 10, zorder=2)
        for line in (self._level, self._rim, self._dot, self._guess, tuesday):
            axes.add_line(line)
        self._rim_words = self._frame.text("label", strong=True)
        self._full_words = self._frame.text("label", strong=True, anchor="bottom")
        self._guess_words = self._frame.text("label", anchor="bottom")
        self.update(data, words)

    @property
    def figure(self) -> Figure:
        return self._frame.figure

    @property
    def moving(self) -> tuple[Artist, ...]:
        lines = (self._water, self._level, self._rim, self._dot, self._guess)
        return *lines, self._rim_words, self._full_words, self._guess_words, *self._frame.moving

    def update(self, data: Data, words: Words) -> None:
        """Show another bucket or another leak, over the same days."""
        corners = [(data.days[0], 0.0), *zip(data.days, data.water, strict=True), (data.days[-1], 0.0)]
        self._water.set_xy(np.array(corners, dtype=float))
        self._level.set_data(data.days, data.water)
        self._rim.set_data([0.0, self._span], [data.litres] * 2)
        self._dot.set_data([data.full], [data.litres])
        gap = self._frame.margin * 0.4
        self._rim_words.set_text(f"{self._said['rim']}: {data.litres:g}")
        self._rim_words.set_position((self._box.left + gap, self._up(data.litres) - gap * 0.5))
        self._put(self._full_words, f"{self._said['full']}: {data.full:.1f}", data.full, row=0)
        self._frame.update(words)

    def mark(self, prediction: float | None) -> None:
        """Draw a guess at the day; one beyond the days shown points there."""
        if prediction is None:
            self._guess.set_data([], [])
            self._guess_words.set_text("")
            return
        beyond = prediction > self._span
        at = min(prediction, self._span)
        self._guess.set_data([] if beyond else [at, at], [] if beyond else [0.0, MOST * 1.02])
        arrow = " →" if beyond else ""
        self._put(self._guess_words, f"{self._said['prediction']}: {prediction:g}{arrow}", at, row=1)

    def _furniture(self, room: Box) -> Box:
        """Draw the axes; what is left for the chart, with two lines of words over it."""
        frame, pad, small = self._frame, self._frame.margin * 0.35, self._frame.line("small")
        frame.text("body", self._said["water_axis"], room.left, room.top, strong=True)
        self._rows = room.top - frame.line("body") * 1.1
        left = typeface.width("20", frame.points("small")) + pad
        bottom = room.bottom + 2 * small + pad
        top = self._rows - 3.2 * frame.line("label")
        box = Box(room.left + left, bottom, room.width - left, top - bottom)
        for litres in scales.ticks(0.0, MOST, 4):
            y = box.bottom + box.height * litres / (MOST * 1.02)
            frame.text("small", f"{litres:g}", box.left - pad, y, colour="muted", align="right", anchor="center")
        for day in np.arange(0.0, self._span + 1, 1.0 if self._span <= 2 * self._week else self._week):
            x = box.left + box.width * day / self._span
            frame.text("small", f"{day:g}", x, bottom - pad, colour="muted", align="center")
        frame.text("small", self._said["day_axis"], box.right, room.bottom + small, colour="muted", align="right")
        x = box.left + box.width * self._week / self._span
        frame.text("small", self._said["week"], x, box.top + pad * 0.5, colour="muted", align="center", anchor="bottom")
        return box

    def _up(self, litres: float) -> float:
        """A number of litres, in inches on the sheet."""
        return self._box.bottom + self._box.height * litres / (MOST * 1.02)

    def _put(self, text: Artist, words: str, day: float, row: int) -> None:
        """Words over a day, in the first or the second line over the chart, moved sideways where the panel ends."""
        half = typeface.width(words, self._frame.points("label"), strong=True) * 1.03 / 2
        x = self._box.left + self._box.width * day / self._span
        x = min(max(x, self._box.left + half), self._box.right - half)
        line = self._frame.line("label")
        text.set(text=words, position=(x - half, self._rows - (row + 1) * line * 1.05))
