"""Four boards of dots around what people need, and where the average squared miss of each board comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from numpy.typing import NDArray

from figures.board import Board
from figures.breakdown import Breakdown, Piece
from figures.contract import Look, Words, label
from figures.frame import Box, Frame
from figures.palette import GLYPH

Array = NDArray[np.float64]

LABELS = (
    "alone",  # the four ways, over the boards and beside the bars
    "correct",
    "choose",
    "both",
    "yours",  # the board that the levers describe
    "off",  # pieces beyond the edge; their number stands before it
    "parts",  # over the bars
    "chance",  # the parts of a bar
    "work",
    "moved",
    "judged",
    "prediction",
    "way",  # heads of the table
    "score",
)
ROLES = {"alone": "neither", "correct": "managing", "choose": "leading", "both": "both"}
PARTS = {
    "chance": Piece("axis", "muted"),
    "work": Piece("managing", "managing_text", "managing"),
    "moved": Piece("leading", "leading_text", "leading"),
    "judged": Piece("leading_tint", "leading_text", outline="leading"),
}
GUESSED = "correct"
"""The way that the prediction is about."""
SHORTEST = 8.0
"""The bars reach at least this far, so that a guess at one always has its place."""
HEIGHTS = {"notebook": 5.2, "narrow": 7.7, "projector": 6.0, "print": 4.3}


@dataclass(frozen=True, eq=False)
class Data:
    """ways: k names. dots (k, n, 2): where each piece of work falls, seen from the right target at (0, 0), in order.
    board: the radius of a board. off (k,): how many pieces lie beyond it. scores (k,): average squared misses, and
    parts (k, 4): what they are made of. rings: radii to draw. own: which way the learner's setting is.
    """

    ways: Sequence[str]
    dots: Array
    board: float
    off: NDArray[np.int64]
    scores: Array
    parts: Array
    rings: Array
    own: int


def rows(data: Data, labels: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The chart as a table, header first: one row a way."""
    header = tuple(labels[key] for key in ("way", "score", *PARTS, "off"))
    body = [
        (labels[way], f"{data.scores[n]:.1f}", *(f"{part:.1f}" for part in data.parts[n]), f"{data.off[n]}")
        for n, way in enumerate(data.ways)
    ]
    return [header, *body]


def shape(data: Data) -> tuple[object, ...]:
    """What of the data the layout depends on."""
    return (*data.ways, data.board, *data.rings.tolist())


class Chart:
    """Four boards in a row (two by two in a narrow column), and four bars under them."""

    def __init__(self, data: Data, words: Words, look: Look) -> None:
        self._frame = Frame(look, words, HEIGHTS[look.size])
        self._words = {key: label(words, key) for key in LABELS}
        bars = [(f"{GLYPH[ROLES[way]]} {self._words[way]}", ROLES[way]) for way in data.ways]
        pieces = {self._words[key]: piece for key, piece in PARTS.items()}
        places, below = _places(self._frame, len(bars), list(pieces))
        self._boards = [
            Board(self._frame, place, name, role, data.board, data.rings)
            for place, (name, role) in zip(places, bars, strict=True)
        ]
        self._bars = Breakdown(self._frame, below, self._words["parts"], bars, pieces)
        self._guessed = list(data.ways).index(GUESSED)
        self.update(data, words)

    @property
    def figure(self) -> Figure:
        return self._frame.figure

    @property
    def moving(self) -> tuple[Artist, ...]:
        boards = (artist for board in self._boards for artist in board.moving)
        return *boards, *self._bars.moving, *self._frame.moving

    def update(self, data: Data, words: Words) -> None:
        """Show other dots and scores of the same ways."""
        for n, board in enumerate(self._boards):
            said = f"{data.scores[n]:.1f}" + (f" · {self._words['yours']}" if n == data.own else "")
            beyond = f"{data.off[n]} {self._words['off']}" if data.off[n] else ""
            board.update(data.dots[n], said, beyond, chosen=n == data.own)
        self._bars.update(data.parts, SHORTEST)
        self._frame.update(words)

    def mark(self, prediction: float | None) -> None:
        """Draw a guess at a squared miss on the bar it is about."""
        words = "" if prediction is None else f"{self._words['prediction']}: {prediction:g}"
        self._bars.mark(self._guessed, prediction, words)


def _places(frame: Frame, count: int, names: Sequence[str]) -> tuple[list[Box], Box]:
    """The boards' places and the bars'."""
    room, gap = frame.room, frame.margin * 0.7
    across = 2 if frame.look.size == "narrow" else count
    bars = Breakdown.height(frame, room.width, count, names)
    high = (room.height - bars - gap) / -(-count // across)
    wide = (room.width - gap * (across - 1)) / across
    places = [
        Box(room.left + (n % across) * (wide + gap), room.top - (n // across + 1) * high, wide, high)
        for n in range(count)
    ]
    return places, room._replace(height=bars)
