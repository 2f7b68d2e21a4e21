"""The ladder of claims: one reported share, read less and less kindly, beside what would happen with no course."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from numpy.typing import NDArray

from figures import typeface
from figures.contract import Look, Words, label
from figures.frame import Frame
from figures.ladder import DASHED, Group, Ladder, Rung

Array = NDArray[np.float64]

SAID, RATED = ("reported", "chance", "silent"), ("bad_year", "nothing")
LABELS = (
    "said",  # over the rows that say how many said yes, and over those that say how many are rated better
    "rated",
    *(f"{step}{more}" for step in (*SAID, *RATED) for more in ("", "_more")),  # a row's name, and words under it
    "none",  # the key of the hollow and of the filled diamond
    "gain",
    "prediction",
    "step",  # heads of the table
    "low",
    "high",
)
HEIGHTS = {"notebook": 5.0, "narrow": 6.4, "projector": 6.0, "print": 4.3}


@dataclass(frozen=True, eq=False)
class Data:
    """steps: the names of the five rows. low, high (5,), in %: each row's range, the same number twice where it is one.
    with_gain: beside the row bad_year, the share rated better with the true gain, in %; gain: that gain, 0 for none.
    reported: the share reported, in %.
    """

    steps: Sequence[str]
    low: Array
    high: Array
    with_gain: float
    gain: float
    reported: float


def rows(data: Data, labels: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The chart as a table, header first: a row a step, and one for the true gain if there is any."""
    header = tuple(labels[key] for key in ("step", "low", "high"))
    body = [
        (f"{labels[step]}: {labels[f'{step}_more']}", f"{low:.0f}", f"{high:.0f}")
        for step, low, high in zip(data.steps, data.low, data.high, strict=True)
    ]
    better = (f"{labels['bad_year']}: {labels['gain']}", *[f"{data.with_gain:.0f}"] * 2)
    return [header, *body, *([better] if data.gain else [])]


def shape(data: Data) -> tuple[object, ...]:
    """What of the data the layout depends on."""
    return tuple(data.steps)


class Chart:
    """Five rows: three of what people say, two of how they are rated. Diamonds are numbers, bars are ranges."""

    def __init__(self, data: Data, words: Words, look: Look) -> None:
        self._frame = Frame(look, words, HEIGHTS[look.size])
        said = {key: label(words, key) for key in LABELS}
        self._prediction = said["prediction"]
        rungs = {step: Rung(said[step], said[f"{step}_more"], int(step == "bad_year")) for step in data.steps}
        key = f"◇ {said['none']}\u2003◆ {said['gain']}"
        groups = (
            Group(said["said"], "", [rungs[step] for step in SAID]),
            Group(said["rated"], key, [rungs[step] for step in RATED]),
        )
        self._ladder = ladder = Ladder(self._frame, self._frame.room, groups)
        fills = ("result", "map_high")
        self._ranges = [(ladder.bar(fill, "result"), ladder.number(left=True), ladder.number()) for fill in fills]
        self._said, self._said_number = ladder.diamond(), ladder.number()
        self._way, self._better, self._better_number = ladder.line("ink", 8), ladder.diamond(), ladder.number()
        self._undone = [(ladder.diamond(filled=False), ladder.number(left=True)) for _ in RATED]
        self._guess, self._guess_words = ladder.line("ink", 7, DASHED, zorder=4), self._frame.text("label", strong=True)
        self._guess_words.set_bbox({"facecolor": self._frame.colours["paper"], "linewidth": 0, "pad": 0.5})
        self.update(data, words)

    @property
    def figure(self) -> Figure:
        return self._frame.figure

    @property
    def moving(self) -> tuple[Artist, ...]:
        pairs = [artist for part in (*self._ranges, *self._undone) for artist in part]
        own = (self._said, self._said_number, self._way, self._better, self._better_number)
        return self._through, *pairs, *own, self._guess, self._guess_words, *self._frame.moving

    def update(self, data: Data, words: Words) -> None:
        """Show other shares and words."""
        ladder, y = self._ladder, self._ladder.rows
        self._through = ladder.through(data.reported)
        ladder.put(self._said, self._said_number, data.reported, 0)
        for n, (bar, low, high) in enumerate(self._ranges, 1):
            ends = float(data.low[n]), float(data.high[n])
            ladder.stretch(bar, *ends, n)
            low.set(text=f"{ends[0]:.0f}", position=(ladder.at(ends[0]) - ladder.gap * 0.6, y[n]))
            high.set(text=f"{ends[1]:.0f}", position=(ladder.at(ends[1]) + ladder.gap * 0.6, y[n]))
        for n, (mark, number) in enumerate(self._undone, len(SAID)):
            ladder.put(mark, number, float(data.low[n]), n)
        self._show_gain(data)
        self._frame.update(words)

    def mark(self, prediction: float | None) -> None:
        """Draw a guess at how many rise after a bad year with no course, or take it away."""
        if prediction is None:
            self._guess.set_data([], [])
            self._guess_words.set_text("")
            return
        ladder, line, y = self._ladder, self._frame.line("label"), self._ladder.rows[len(SAID)]
        x, foot = ladder.at(prediction), self._ladder.rows[len(SAID)] - line * 0.75
        self._guess.set_data([x, x], [y + line * 0.6, foot])
        words = f"{self._prediction}: {prediction:g}"
        half = typeface.width(words, self._frame.points("label"), True) * 1.03 / 2
        left = min(max(x - half, ladder.box.left), ladder.box.right - 2 * half)
        self._guess_words.set(text=words, position=(left, foot))

    def _show_gain(self, data: Data) -> None:
        """The way from nothing done to the true gain, if there is any."""
        ladder, row = self._ladder, len(SAID)
        if not data.gain:
            self._way.set_data([], [])
            self._better.set_data([], [])
            self._better_number.set_text("")
            return
        ends = [ladder.at(float(data.low[row])), ladder.at(data.with_gain)]
        self._way.set_data(ends, [ladder.rows[row]] * 2)
        ladder.put(self._better, self._better_number, data.with_gain, row)
