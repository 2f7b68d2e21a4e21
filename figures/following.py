"""Watched and unwatched: what each person gives under a rule and without it, and where the rule pays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from numpy.typing import NDArray

from figures.breakeven import BreakEvenMap, MapWords
from figures.contract import Look, Words, label
from figures.frame import Box, Frame
from figures.slopes import Slopes, SlopeWords

Array = NDArray[np.float64]

LABELS = (
    "effort",  # over the lines
    "watched",  # the three posts
    "free",
    "unwatched",
    "least",  # at the rule's line; its number is added
    "more",  # behind the counts in the key
    "less",
    "map",  # over the map, and along it
    "free_axis",
    "watched_axis",
    "own",  # behind the cost of one's own line
    "pays",  # the two sides of it
    "trust",
    "you",  # one's own place
    "prediction",
    "person",  # head of the table
)
POSTS = ("watched", "free", "unwatched")
HEIGHTS = {"notebook": 5.3, "narrow": 8.2, "projector": 5.9, "print": 4.5}


@dataclass(frozen=True, eq=False)
class Data:
    """watched, free, unwatched (n,): what each of n people gives, 0 to 100; more (n,): who gives more when watched;
    means (3,): of the three; rule: the least that it asks for, 0 for none. map_free (m,), map_costs (k,) in %,
    map_break_even (k, m) and own_break_even (m,): shares in %, inf where the rule never pays; own_cost in %;
    here_free, here_watched: one's own place.
    """

    watched: Array
    free: Array
    unwatched: Array
    more: NDArray[np.bool_]
    rule: float
    means: Array
    map_free: Array
    map_costs: Array
    map_break_even: Array
    own_break_even: Array
    own_cost: float
    here_free: float
    here_watched: float


def rows(data: Data, labels: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The lines as a table, header first: one row a person."""
    header = tuple(labels[key] for key in ("person", *POSTS))
    people = zip(data.watched, data.free, data.unwatched, strict=True)
    return [header, *((f"{n}", *(f"{effort:.0f}" for effort in three)) for n, three in enumerate(people, 1))]


def shape(data: Data) -> tuple[float, ...]:
    """What of the data the layout depends on."""
    return (len(data.free), *data.map_free.tolist(), *data.map_costs.tolist())


class Chart:
    """The people on the left (or above, in a narrow column), the map on the right (or below)."""

    def __init__(self, data: Data, words: Words, look: Look) -> None:
        self._frame = Frame(look, words, HEIGHTS[look.size])
        said = {key: label(words, key) for key in LABELS}
        left, right = _places(self._frame)
        posts = tuple(said[post] for post in POSTS)
        self._people = Slopes(
            self._frame, left, SlopeWords(said["effort"], posts, said["more"], said["less"], said["least"])
        )
        names = ("map", "free_axis", "watched_axis", "own", "pays", "trust", "you", "prediction")
        self._map = BreakEvenMap(
            self._frame, right, data.map_free, data.map_costs, MapWords(*(said[key] for key in names))
        )
        self.update(data, words)

    @property
    def figure(self) -> Figure:
        return self._frame.figure

    @property
    def moving(self) -> tuple[Artist, ...]:
        return *self._people.moving, *self._map.moving, *self._frame.moving

    def update(self, data: Data, words: Words) -> None:
        """Show another setting."""
        self._people.update(np.stack([data.watched, data.free, data.unwatched]), data.more, data.means, data.rule)
        here = data.here_free, data.here_watched
        self._map.update(data.map_break_even, data.own_break_even, data.own_cost, here, there=data.rule > 0)
        self._frame.update(words)

    def mark(self, prediction: float | None) -> None:
        """Draw a guess at the share of work, in %, from which the rule pays."""
        self._map.mark(prediction)


def _places(frame: Frame) -> tuple[Box, Box]:
    """The people's place and the map's."""
    room, gap = frame.room, frame.margin
    if frame.look.size == "narrow":
        high = (room.height - gap) * 0.52
        return room._replace(bottom=room.top - high, height=high), room._replace(height=room.height - high - gap)
    wide = room.width * 0.52
    left = wide + gap * 1.4
    return room._replace(width=wide), room._replace(left=room.left + left, width=room.width - left)
