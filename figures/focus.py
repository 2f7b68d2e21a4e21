"""Where the extra people go: a growing team's work by team size, and every split of one week as a map."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from numpy.typing import NDArray

from figures.contours import Axis, ContourMap, Spot
from figures.contract import Look, Words, label
from figures.frame import Box, Frame
from figures.stack import Part, Stack, StackWords

Array = NDArray[np.float64]

LABELS = (
    "work_axis",  # over the bars: what they measure
    "size_axis",  # under the bars: what stands across
    "delivered",  # the four layers, from the bottom up
    "motivation",
    "coordination",
    "own",
    "nobody",  # the diamonds
    "prediction",  # the learner's; its number is added
    "planning_axis",  # along the map, and up it
    "inspiring_axis",
    "best",  # the star and the dot; what they deliver is added
    "you",
)
OPTIONAL_LABELS = (
    "team",  # the outlined bar
    "map",  # heading of the map
)
HEIGHTS = {"notebook": 5.3, "narrow": 7.6, "projector": 5.8, "print": 4.5}


@dataclass(frozen=True, eq=False)
class Data:
    """sizes, delivered, lost_motivation, lost_coordination, own, nobody: (k,), in people working full time; the four
    parts add up to the size, and nobody is what is delivered without planning or inspiring. people, planning and
    inspiring (hours a week) are the present setting, which delivers now. grid[i, j] is what is delivered with
    grid_hours[i] of planning and grid_hours[j] of inspiring, NaN where the week is too short; the best split is
    best_planning, best_inspiring and delivers best.
    """

    sizes: Array
    delivered: Array
    lost_motivation: Array
    lost_coordination: Array
    own: Array
    nobody: Array
    people: int
    planning: float
    inspiring: float
    grid_hours: Array
    grid: Array
    best_planning: float
    best_inspiring: float
    best: float
    now: float


def rows(data: Data, labels: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The chart as a table, header first: one row a team size."""
    columns = (data.delivered, data.lost_motivation, data.lost_coordination, data.own, data.nobody)
    header = tuple(labels[key] for key in ("size_axis", "delivered", "motivation", "coordination", "own", "nobody"))
    body = [(f"{size:g}", *(f"{column[n]:.1f}" for column in columns)) for n, size in enumerate(data.sizes)]
    return [header, *body]


def shape(data: Data) -> tuple[float, ...]:
    """What of the data the layout depends on: where the bars stand, and where the map ends."""
    return (*data.sizes.tolist(), float(data.grid_hours[0]), float(data.grid_hours[-1]))


class Chart:
    """Bars by team size on the left (or above, in a narrow column), the map of the week on the right (or below)."""

    def __init__(self, data: Data, words: Words, look: Look) -> None:
        self._frame = Frame(look, words, HEIGHTS[look.size])
        bars, week = _panels(self._frame.room, look, self._frame.margin)
        top = float(np.max(data.sizes))
        parts = (
            Part(label(words, "delivered"), "result", "result_text"),
            Part(label(words, "motivation"), "leading", "leading_text", "leading"),
            Part(label(words, "coordination"), "managing", "managing_text", "managing"),
            Part(label(words, "own"), "rule", "muted"),
        )
        said = StackWords(
            heading=label(words, "work_axis"),
            across=label(words, "size_axis"),
            points=label(words, "nobody"),
            guess=label(words, "prediction"),
            chosen=words.labels.get("team", ""),
        )
        self._bars = Stack(self._frame, bars, data.sizes, top, parts, said)
        ends = float(data.grid_hours[0]), float(data.grid_hours[-1])
        across, up = (Axis(label(words, key), *ends) for key in ("planning_axis", "inspiring_axis"))
        self._map = ContourMap(self._frame, week, words.labels.get("map", ""), across, up, spots=2)
        self._best, self._you = label(words, "best"), label(words, "you")
        self.update(data, words)

    @property
    def figure(self) -> Figure:
        return self._frame.figure

    @property
    def moving(self) -> tuple[Artist, ...]:
        return *self._bars.moving, *self._map.moving, *self._frame.moving

    def update(self, data: Data, words: Words) -> None:
        """Show other data (of the same team sizes and hours) and words."""
        layers = (data.delivered, data.lost_motivation, data.lost_coordination, data.own)
        self._bars.update(layers, data.nobody, data.people)
        best = Spot(data.best_planning, data.best_inspiring, f"{self._best}: {data.best:.1f}", "*", 1.4)
        you = Spot(data.planning, data.inspiring, f"{self._you}: {data.now:.1f}", "o", 0.8)
        self._map.update(data.grid_hours, data.grid_hours, data.grid, (best, you))
        self._frame.update(words)

    def mark(self, prediction: float | None) -> None:
        """Draw a guess at a number of people on the bars."""
        self._bars.mark(prediction)


def _panels(room: Box, look: Look, margin: float) -> tuple[Box, Box]:
    """The bars' place and the map's."""
    if look.size == "narrow":
        high = (room.height - margin) * 0.5
        return room._replace(bottom=room.top - high, height=high), room._replace(height=room.height - high - margin)
    wide = room.width * 0.59
    left = wide + margin * 1.5
    return room._replace(width=wide), room._replace(left=room.left + left, width=room.width - left)
