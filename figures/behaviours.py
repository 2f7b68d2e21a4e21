"""The grid of two behaviours: bosses by care and by structure, and what both links mean for a hundred pairs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from numpy.typing import NDArray

from figures import typeface
from figures.contract import Look, Words, label
from figures.frame import Box, Frame
from figures.hundred import Hundred
from figures.quadrants import Quadrants, QuadrantWords

Array = NDArray[np.float64]

LABELS = (
    "corner_both",  # the four corners; the number of each is added
    "corner_care",
    "corner_structure",
    "corner_neither",
    "of",  # behind numbers: of 100
    "more_structure",  # the ends of the axes
    "less_structure",
    "more_care",
    "less_care",
    "pairs",  # over the two hundreds of pairs
    "pairs_care",
    "pairs_structure",
    "coin",  # beside the line at 50
    "prediction",  # the learner's; its number is added
    "corner",  # heads of the table
    "above",
    "dots",
)
HEIGHTS = {"notebook": 5.7, "narrow": 7.2, "projector": 5.9, "print": 4.7}


@dataclass(frozen=True, eq=False)
class Data:
    """care, structure (n,): each boss, in standard deviations from the average; above (n,): outcomes above the average.
    corners (4,): names; shares (4,): of 100 bosses in each, how many are above; signs (4, 2): of care (up) and of
    structure (right). pairs_care, pairs_structure: in how many of 100 pairs the one with more has better outcomes.
    """

    care: Array
    structure: Array
    above: NDArray[np.bool_]
    corners: Sequence[str]
    shares: Array
    signs: NDArray[np.int64]
    pairs_care: float
    pairs_structure: float


def rows(data: Data, labels: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The corners and the pairs as a table, header first, with the number of dots in each corner."""
    inside = ((np.sign(data.care) == up) & (np.sign(data.structure) == right) for up, right in data.signs.tolist())
    corners = [
        (labels[f"corner_{corner}"], f"{share:.0f}", f"{int(dots.sum())}")
        for corner, share, dots in zip(data.corners, data.shares, inside, strict=True)
    ]
    return [(labels["corner"], labels["above"], labels["dots"]), *corners]


def shape(data: Data) -> tuple[object, ...]:
    """What of the data the layout depends on: which corner is where."""
    return (*data.corners, *data.signs.ravel().tolist())


class Chart:
    """The corners on the left (or above, in a narrow column), both hundreds of pairs on the right (or below)."""

    def __init__(self, data: Data, words: Words, look: Look) -> None:
        self._frame = frame = Frame(look, words, HEIGHTS[look.size])
        self._words = said = {key: label(words, key) for key in LABELS}
        left, right = _places(frame)
        corners = [
            (said[f"corner_{corner}"], (int(up), int(across)))
            for corner, (up, across) in zip(data.corners, data.signs, strict=True)
        ]
        ends = (said[key] for key in ("more_structure", "less_structure", "more_care", "less_care", "of"))
        self._corners = Quadrants(frame, left, corners, QuadrantWords(*ends))
        heading = typeface.wrap(said["pairs"], frame.points("body"), right.width * 0.985, True)
        frame.text("body", "\n".join(heading), right.left, right.top, strong=True)
        used = typeface.height(len(heading), frame.points("body")) + frame.margin * 0.4
        boxes = _two(right._replace(height=right.height - used), frame)
        of, coin = said["of"], said["coin"]
        self._care = Hundred(frame, boxes[0], said["pairs_care"], of, coin, guessed=True)
        self._structure = Hundred(frame, boxes[1], said["pairs_structure"], of, coin, guessed=False)
        self.update(data, words)

    @property
    def figure(self) -> Figure:
        return self._frame.figure

    @property
    def moving(self) -> tuple[Artist, ...]:
        return *self._corners.moving, *self._care.moving, *self._structure.moving, *self._frame.moving

    def update(self, data: Data, words: Words) -> None:
        """Show other bosses."""
        self._corners.update(data.structure, data.care, data.above, data.shares)
        self._care.update(data.pairs_care)
        self._structure.update(data.pairs_structure)
        self._frame.update(words)

    def mark(self, prediction: float | None) -> None:
        """Draw a guess at the pairs in which the more caring boss has the better outcomes."""
        self._care.mark(prediction, f"{self._words['prediction']}: {prediction:g}" if prediction is not None else "")


def _places(frame: Frame) -> tuple[Box, Box]:
    """The corners' place and the pairs'."""
    room, gap = frame.room, frame.margin * 1.4
    if frame.look.size == "narrow":
        high = (room.height - gap) * 0.56
        return room._replace(bottom=room.top - high, height=high), room._replace(height=room.height - high - gap)
    wide = room.width * 0.66
    return room._replace(width=wide), room._replace(left=room.left + wide + gap, width=room.width - wide - gap)


def _two(box: Box, frame: Frame) -> list[Box]:
    """Two places, the first a line higher, for the guess: side by side in a narrow column, else under each other."""
    gap, line = frame.margin * 0.5, frame.line("label")
    if frame.look.size == "narrow":
        wide = (box.width - gap) / 2
        second = Box(box.left + wide + gap, box.bottom + line, wide, box.height - line)
        return [box._replace(width=wide), second]
    high = (box.height - gap - line) / 2
    return [box._replace(bottom=box.bottom + high + gap, height=high + line), box._replace(height=high)]
