"""Agree fast or learn slowly: what firms know over time, and one firm as a mosaic of its people's answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from numpy.typing import NDArray

from figures.contract import Look, Role, Words, label
from figures.frame import Box, Frame
from figures.mosaic import Mosaics, MosaicWords
from figures.tracks import Tracks, TrackWords

Array = NDArray[np.float64]

LABELS = (
    "lines",  # heading of the lines
    "fast",  # the three ways, at the ends of their lines
    "middle",
    "slow",
    "yours",  # one's own point: firms like one's own on average, or the one firm that is shown
    "one",
    "judged",  # between the two and the period
    "periods",
    "overtakes",  # where the slow firms pass the fast ones; the period stands before it
    "prediction",
    "of",  # after the guess: how many questions there are
    "mosaic",  # heading of the mosaics
    "view",
    "people",
    "right",
    "wrong",
    "undecided",
)
WAYS: tuple[tuple[Role, str], ...] = (("managing", "fast"), ("both", "middle"), ("leading", "slow"))
HEIGHTS = {"notebook": 5.2, "narrow": 8.0, "projector": 6.0, "print": 4.4}


@dataclass(frozen=True, eq=False)
class Data:
    """What is known is in %, −100 to 100; times are periods.

    periods (k,). speeds (3,): fast, middle, slow, in % a period. mean, low, high (3, k): what such firms know on
    average, and the middle eight in ten. own_mean, own_low, own_high (k,): the same at one's own speed; where not
    ``closed`` they say nothing about one's own firm. own (k,): what the one firm shown knows. deadline: when it is
    judged; passes: from when slow firms know more than fast ones, 0 for never. mosaic_periods (3,); mosaic (3, people,
    questions) and mosaic_view (3, questions): 1 right, 0 undecided, −1 wrong; mosaic_known (3,).
    """

    periods: Array
    speeds: Array
    mean: Array
    low: Array
    high: Array
    own_mean: Array
    own_low: Array
    own_high: Array
    closed: bool
    own: Array
    deadline: int
    passes: int
    mosaic_periods: Array
    mosaic: Array
    mosaic_view: Array
    mosaic_known: Array


def rows(data: Data, labels: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The chart as a table, header first: every fifth period, and the date one is judged at."""
    own = data.own_mean if data.closed else data.own
    header = tuple(labels[key] for key in ("periods", "fast", "middle", "slow", "yours" if data.closed else "one"))
    times = sorted({*range(0, len(data.periods), 5), data.deadline})
    return [header, *((f"{data.periods[n]:g}", *(_percent(row[n]) for row in (*data.mean, own))) for n in times)]


def shape(data: Data) -> tuple[object, ...]:
    """What of the data the layout depends on."""
    return len(data.periods), data.mosaic.shape


class Chart:
    """Lines on the left (or above, in a narrow column), three mosaics on the right (or below)."""

    def __init__(self, data: Data, words: Words, look: Look) -> None:
        self._frame = Frame(look, words, HEIGHTS[look.size])
        self._words = {key: label(words, key) for key in LABELS}
        self._questions = data.mosaic.shape[2]
        named = self._words
        lines, mosaics = _panels(self._frame)
        ways = [(role, named[way]) for role, way in WAYS]
        self._tracks = Tracks(
            self._frame, lines, data.periods, ways, TrackWords(named["lines"], named["periods"], named["overtakes"])
        )
        said = MosaicWords(
            heading=named["mosaic"],
            view=named["view"],
            people=named["people"],
            right=named["right"],
            wrong=named["wrong"],
            undecided=named["undecided"],
            period=named["periods"],
        )
        self._mosaics = Mosaics(self._frame, mosaics, len(data.mosaic), data.mosaic.shape[1], said)
        self.update(data, words)

    @property
    def figure(self) -> Figure:
        return self._frame.figure

    @property
    def moving(self) -> tuple[Artist, ...]:
        return *self._tracks.moving, *self._mosaics.moving, *self._frame.moving

    def update(self, data: Data, words: Words) -> None:
        """Show other firms."""
        own, key = (data.own_mean, "yours") if data.closed else (data.own, "one")
        band = (data.own_low, data.own_high) if data.closed else None
        self._tracks.update(data.mean, own, band, data.passes if data.closed else 0, apply=data.closed)
        now = float(own[data.deadline])
        said = f"{self._words[key]}, {self._words['judged']} {data.deadline}: {_percent(now)} %"
        self._tracks.date(data.deadline, now, said)
        times = [int(when) for when in data.mosaic_periods]
        self._mosaics.update(times, data.mosaic, data.mosaic_view, data.mosaic_known)
        self._frame.update(words)

    def mark(self, prediction: float | None) -> None:
        """Draw a guess at a number of right answers, as what is known: right minus wrong."""
        if prediction is None:
            self._tracks.mark(None)
            return
        share = 100 * (2 * prediction - self._questions) / self._questions
        self._tracks.mark(share, f"{self._words['prediction']}: {prediction:g} {self._words['of']}")


def _percent(value: float) -> str:
    return f"{value:.0f}".replace("-0", "0").replace("-", "−")


def _panels(frame: Frame) -> tuple[Box, Box]:
    """The lines' place and the mosaics'."""
    room, gap = frame.room, frame.margin * 1.2
    if frame.look.size == "narrow":
        high = (room.height - gap) * 0.52
        return room._replace(bottom=room.top - high, height=high), room._replace(height=room.height - high - gap)
    wide = room.width * 0.5
    return room._replace(width=wide), room._replace(left=room.left + wide + gap, width=room.width - wide - gap)
