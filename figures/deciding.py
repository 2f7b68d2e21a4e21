"""Who decides: what each of four ways decides, and which has the smallest error where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from numpy.typing import NDArray

from figures.contract import Look, Role, Words, label
from figures.frame import Box, Frame
from figures.regions import RegionMap, RegionWords
from figures.responses import Dash, Responses, ResponseWords, Way

Array = NDArray[np.float64]

ROLES: dict[str, Role] = {"order": "managing", "ask": "managing", "limit": "both", "local": "leading"}
DASHES: dict[str, Dash] = {"order": "dots", "ask": "long", "limit": "solid", "local": "short"}
LABELS = (
    "short_order",  # the ways, in a word or two
    "short_ask",
    "short_limit",
    "short_local",
    "decided",  # over the lines, and along them
    "decided_key",
    "needed_axis",
    "decided_axis",
    "map",  # over the map, and along it
    "map_key",
    "much_axis",
    "change_axis",
    "here",  # one's own place
    "prediction",  # the learner's; its number is added
    "way",  # heads of the table
    "error",
    "at",  # a need is added
)
HEIGHTS = {"notebook": 4.9, "narrow": 7.8, "projector": 5.7, "print": 4.3}


@dataclass(frozen=True, eq=False)
class Data:
    """ways (4,): order, ask, limit, local. needed (n,): what is called for, decided (4, n): what each way decides, both
    0 to 100. edges (words + 1,): where one word ends and the next begins, the steps of asking; words: how many; lean:
    points too much. errors (4,): less is better. map_much (m,), map_change (k,): axes of the map; map_winner (k, m):
    index of the best way; here_much, here_change: one's own place.
    """

    ways: Sequence[str]
    needed: Array
    decided: Array
    edges: Array
    words: int
    lean: float
    errors: Array
    map_much: Array
    map_change: Array
    map_winner: NDArray[np.int64]
    here_much: float
    here_change: float


def rows(data: Data, labels: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The ways as a table, header first: their errors, and what they decide for little, for the middle, for much."""
    places = np.searchsorted(data.needed, (0, 50, 100))
    header = (labels["way"], labels["error"], *(f"{labels['at']} {data.needed[place]:.0f}" for place in places))
    body = [
        (labels[f"short_{way}"], f"{data.errors[n]:.1f}", *(f"{data.decided[n, place]:.0f}" for place in places))
        for n, way in enumerate(data.ways)
    ]
    return [header, *body]


def shape(data: Data) -> tuple[object, ...]:
    """What of the data the layout depends on: the ways and the ends of the map."""
    return (*data.ways, *(float(axis[end]) for axis in (data.map_much, data.map_change) for end in (0, -1)))


class Chart:
    """The lines on the left (or above, in a narrow column), the map on the right (or below)."""

    def __init__(self, data: Data, words: Words, look: Look) -> None:
        self._frame = Frame(look, words, HEIGHTS[look.size])
        said = {key: label(words, key) for key in LABELS}
        left, right = _places(self._frame)
        ways = [(ROLES[way], said[f"short_{way}"]) for way in data.ways]
        line_words = ("decided", "decided_key", "needed_axis", "decided_axis", "prediction")
        lines = [Way(role, name, DASHES[way]) for way, (role, name) in zip(data.ways, ways, strict=True)]
        self._lines = Responses(self._frame, left, lines, ResponseWords(*(said[key] for key in line_words)))
        map_words = ("map", "map_key", "much_axis", "change_axis", "here")
        self._map = RegionMap(
            self._frame, right, data.map_much, data.map_change, ways, RegionWords(*(said[key] for key in map_words))
        )
        self.update(data, words)

    @property
    def figure(self) -> Figure:
        return self._frame.figure

    @property
    def moving(self) -> tuple[Artist, ...]:
        return *self._lines.moving, *self._map.moving, *self._frame.moving

    def update(self, data: Data, words: Words) -> None:
        """Show other errors and another map."""
        lines = [(data.needed, decided) for decided in data.decided]
        lines[list(data.ways).index("ask")] = _steps(data.edges)
        self._lines.update(lines, data.errors)
        self._map.update(data.map_winner, (data.here_much, data.here_change))
        self._frame.update(words)

    def mark(self, prediction: float | None) -> None:
        """Draw a guess at how many points too much."""
        self._lines.mark(prediction)


def _steps(edges: Array) -> tuple[Array, Array]:
    """Level lines, one for each word, broken between them: on what is heard, the middle of its part is decided."""
    low, high = edges[:-1], edges[1:]
    middle, gap = (low + high) / 2, np.full(len(low), np.nan)
    return np.column_stack([low, high, gap]).ravel(), np.column_stack([middle, middle, gap]).ravel()


def _places(frame: Frame) -> tuple[Box, Box]:
    """The lines' place and the map's."""
    room, gap = frame.room, frame.margin * 1.2
    if frame.look.size == "narrow":
        high = (room.height - gap) * 0.48
        return room._replace(bottom=room.top - high, height=high), room._replace(height=room.height - high - gap)
    wide = room.width * 0.54
    return room._replace(width=wide), room._replace(left=room.left + wide + gap, width=room.width - wide - gap)
