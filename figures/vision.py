"""Four ways to spend the same hours: week by week, on a map of which way wins where, by hours, and by what is lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from numpy.typing import NDArray

from figures.contract import Look, Role, Words, label
from figures.curves import Curves, CurveWords
from figures.fan import Fan, FanWords, Ways
from figures.frame import Box, Frame
from figures.regions import RegionMap, RegionWords
from figures.shares import Cause, ShareBars

Array = NDArray[np.float64]

LABELS = (
    "fan",  # over the four panels, and how to read them
    "fan_key",
    "week",  # beside the last number of the weeks
    "neither",  # the four ways
    "managing",
    "leading",
    "both",
    "map",  # over the map, and how to read it
    "map_key",
    "size_axis",
    "streams_axis",
    "here",
    "by_hours",  # over the curves, and under them
    "hours_axis",
    "own",  # the learner's split; its value is added
    "prediction",  # the learner's; its number is added
    "lost",  # over the bars, and their four parts
    "wrong",
    "colliding",
    "replanning",
    "own_work",
    "way",  # heads of the table
    "value",
    "split",
)
HEIGHTS = {"notebook": 7.5, "narrow": 14.6, "projector": 5.9, "print": 6.3}
CAUSES: tuple[tuple[str, str, str, Role], ...] = (
    ("wrong", "leading_tint", "leading", "leading"),
    ("colliding", "managing_tint", "managing", "managing"),
    ("replanning", "paper", "managing", "both"),
    ("own_work", "neither_tint", "neither", "neither"),
)


@dataclass(frozen=True, eq=False)
class Data:
    """Values are in % of the ideal. The four ways are rows: ways names them (roles); low, middle, high, replayed
    (4, weeks); scores, managing_hours, leading_hours (4,). jumps: the weeks in which the market moves in the replayed
    future. own_score, own_managing, own_leading: the learner's split of hours. by_hours (3, k): managing, leading and
    both at hours_axis. map_winner[streams, size]: index of the way that wins, any other number where none does.
    lost (5, 4): of what each way (and, last, the learner's split) loses, the % that each cause takes.
    """

    weeks: Array
    ways: Sequence[Role]
    low: Array
    middle: Array
    high: Array
    replayed: Array
    jumps: Array
    scores: Array
    own_score: float
    hours: float
    hours_axis: Array
    by_hours: Array
    managing_hours: Array
    leading_hours: Array
    own_managing: float
    own_leading: float
    map_sizes: Array
    map_streams: Array
    map_winner: NDArray[np.int64]
    here_size: float
    here_streams: int
    winner: int
    lost: Array


def rows(data: Data, labels: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The chart as a table, header first: one row a way, and the learner's split. Losses in % of all that is lost."""
    heads = ("way", "split", "value", "wrong", "colliding", "replanning", "own_work")
    names = [*(labels[way] for way in data.ways), labels["own"]]
    managing = np.append(data.managing_hours, data.own_managing)
    leading = np.append(data.leading_hours, data.own_leading)
    values = np.append(data.scores, data.own_score)
    body = [
        (name, f"{managing[n]:g} + {leading[n]:g}", *(f"{percent:.0f} %" for percent in (values[n], *data.lost[n])))
        for n, name in enumerate(names)
    ]
    return [tuple(labels[head] for head in heads), *body]


def shape(data: Data) -> tuple[float, ...]:
    """What of the data the layout depends on: the ends of the axes."""
    axes = (data.weeks, data.hours_axis, data.map_sizes, data.map_streams)
    return tuple(float(axis[end]) for axis in axes for end in (0, -1))


class Chart:
    """The panels and the bars of losses on the left, the map and the curves by hours on the right."""

    def __init__(self, data: Data, words: Words, look: Look) -> None:
        self._frame = frame = Frame(look, words, HEIGHTS[look.size])
        places = _places(frame.room, look, frame.margin)
        ways = [(role, label(words, role)) for role in data.ways]
        for key in LABELS:
            label(words, key)
        said = words.labels
        fan_words = FanWords(said["fan"], said["fan_key"], said["week"])
        self._fan = Fan(frame, places["fan"], data.weeks, ways, fan_words)
        map_words = RegionWords(said["map"], said["map_key"], said["size_axis"], said["streams_axis"], said["here"])
        self._map = RegionMap(frame, places["map"], data.map_sizes, data.map_streams, ways, map_words)
        curve_words = CurveWords(said["by_hours"], said["hours_axis"], said["own"], said["prediction"])
        curves = places.get("curves")
        self._curves = Curves(frame, curves, data.hours_axis, data.ways[1:], curve_words) if curves else None
        names = [*((name, f"{role}_text") for role, name in ways), (said["own"], "ink")]
        causes = [Cause(said[key], fill, edge, role) for key, fill, edge, role in CAUSES]
        self._bars = ShareBars(frame, places["bars"], said["lost"], names, causes) if "bars" in places else None
        self.update(data, words)

    @property
    def figure(self) -> Figure:
        return self._frame.figure

    @property
    def moving(self) -> tuple[Artist, ...]:
        more = (artist for part in (self._curves, self._bars) if part for artist in part.moving)
        return *self._fan.moving, *self._map.moving, *more, *self._frame.moving

    def update(self, data: Data, words: Words) -> None:
        """Show other data, on the same axes, and words."""
        self._fan.update(Ways(data.low, data.middle, data.high, data.replayed, data.scores, data.jumps))
        self._map.update(data.map_winner, (data.here_size, data.here_streams))
        if self._curves:
            self._curves.update(data.by_hours, (data.hours, data.own_score))
        if self._bars:
            self._bars.update(data.lost)
        self._frame.update(words)

    def mark(self, prediction: float | None) -> None:
        """Draw a guess at a number of hours on the curves, where there are any."""
        if self._curves:
            self._curves.mark(prediction)


def _places(room: Box, look: Look, margin: float) -> dict[str, Box]:
    """The place of each part. A projector's screen has room for the panels and the map; the rest is in the texts."""
    if look.size == "narrow":
        return _stacked(room, {"fan": 0.36, "map": 0.28, "curves": 0.18, "bars": 0.18}, margin)
    gap = margin * 1.6
    left = room._replace(width=(room.width - gap) * 0.6)
    right = room._replace(left=left.right + gap, width=room.width - gap - left.width)
    beside = {"map": 0.6, "curves": 0.4}
    if look.size == "projector":
        return {"fan": left, "map": right}
    return {**_stacked(left, {"fan": 0.68, "bars": 0.32}, margin), **_stacked(right, beside, margin)}


def _stacked(room: Box, shares: Mapping[str, float], gap: float) -> dict[str, Box]:
    """Places one under the other, with these shares of the height."""
    free, top, found = room.height - gap * (len(shares) - 1), room.top, {}
    for name, share in shares.items():
        found[name] = room._replace(bottom=top - free * share, height=free * share)
        top -= free * share + gap
    return found
