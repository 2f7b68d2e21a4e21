"""The guesses of a class: one dot a person over the range that was asked for, the middle half, and the answer."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from figures import typeface
from figures.contract import Look, Words, label
from figures.frame import SIZES, Box, Frame
from figures.scales import ticks
from figures.settled import Settled

LABELS = (
    "answer",  # over the line; what kind of answer it is stands under it
    "guess",  # in the table
    "people",
    "instead",  # under those who chose words in place of a number
)
HIGHEST = {"notebook": 2.4, "narrow": 1.9, "projector": 2.3, "print": 1.7}
"""Inches for the dots, by size."""


@dataclass(frozen=True)
class Data:
    """values: the guesses; low, high, step: the range that was asked for; answer: None where it is no number.

    answer_shown, kind: the answer with its unit, and where it comes from, in words; instead: how many chose words.
    """

    values: Sequence[float]
    low: float
    high: float
    step: float
    answer: float | None
    answer_shown: str
    kind: str
    middle: tuple[float, float]
    instead: int = 0


def rows(data: Data, labels: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The chart as a table, header first: each number that was guessed, and by how many."""
    counts = Counter(data.values)
    body = [(_shown(value), str(counts[value])) for value in sorted(counts)]
    instead = [(labels["instead"], str(data.instead))] if data.instead else []
    return [(labels["guess"], labels["people"]), *body, *instead]


def shape(data: Data) -> tuple[object, ...]:
    """All of it: other data need a new chart."""
    fields = (data.low, data.high, data.step, data.answer, data.answer_shown, data.kind, data.middle, data.instead)
    return (tuple(data.values), *fields)


def _shown(value: float) -> str:
    return f"{value:g}".replace("-", "−")


class Chart(Settled):
    """Dots piled over an axis; a pale ground under the middle half; the answer as an upright line."""

    def __init__(self, data: Data, words: Words, look: Look) -> None:
        self._said = {key: label(words, key) for key in LABELS}
        size = SIZES[look.size]
        self._em, self._data = size.points / 72, data
        height = HIGHEST[look.size]
        foot, head = self._em * 1.9, self._em * 3.1
        self.frame = frame = Frame.around(look, words, foot + height + head)
        room = frame.room
        aside = self._em * 6 if data.instead else self._em
        self._plot = Box(room.left + self._em, room.bottom + foot, room.width - self._em - aside, height)
        self._axis()
        self._middle()
        self._piles()
        self._answer()
        self.update(data, words)

    def _x(self, value: float) -> float:
        share = (value - self._data.low) / (self._data.high - self._data.low or 1.0)
        return self._plot.left + share * self._plot.width

    def _axis(self) -> None:
        plot, pad = self._plot, self._em * 0.35
        self.line((plot.left - pad, plot.right + pad), (plot.bottom,) * 2, "axis", self.frame.size.points / 12)
        for tick in ticks(self._data.low, self._data.high, 5):
            x = self._x(float(tick))
            self.line((x, x), (plot.bottom - pad * 0.6, plot.bottom), "axis", self.frame.size.points / 12)
            self.frame.text("label", _shown(float(tick)), x, plot.bottom - pad, colour="muted", align="center")

    def _middle(self) -> None:
        low, high = self._data.middle
        if math.isfinite(low) and math.isfinite(high):
            left, right = self._x(low), self._x(high)
            wide = max(right - left, self._em * 0.5)
            box = Box((left + right - wide) / 2, self._plot.bottom, wide, self._plot.height)
            self.bar(box, "faint")

    def _piles(self) -> None:
        """The largest dots with which no pile is higher than the plot; a wide pile has several dots side by side."""
        plot = self._plot
        for share in (0.6, 0.52, 0.45, 0.38, 0.32, 0.27, 0.22, 0.18, 0.14, 0.1):
            pitch = self._em * share * 1.12
            piles, wide = self._piled(pitch)
            if all(-(-count // self._columns(wide, pitch)) * pitch <= plot.height * 0.97 for count in piles.values()):
                break
        for at, count in piles.items():
            self._pile(at, count, self._columns(wide, pitch), pitch)
        self._instead(pitch)

    def _columns(self, wide: float, pitch: float) -> int:
        return max(1, int(wide * 0.86 / pitch + 1e-6))

    def _pile(self, at: float, count: int, columns: int, pitch: float) -> None:
        """Row by row from the axis up; the last row is centred."""
        rows = [min(columns, count - first) for first in range(0, count, columns)]
        x = [at + pitch * (n - (row - 1) / 2) for row in rows for n in range(row)]
        y = [self._plot.bottom + pitch * (level + 0.6) for level, row in enumerate(rows) for _ in range(row)]
        self.dots(x, y, pitch / 1.12 * 72, "result")

    def _piled(self, least: float) -> tuple[dict[float, int], float]:
        """How many guesses lie in each pile, and how wide a pile may be in inches; guesses closer than a dot share
        one."""
        data = self._data
        unit = (data.high - data.low) / self._plot.width if data.high > data.low else 1.0
        step = max(data.step, 1e-9)
        wide = step * max(1, math.ceil(least * unit / step - 1e-9))
        keys = Counter(round((value - data.low) / wide) for value in data.values)
        piles = {self._x(min(data.low + key * wide, data.high)): count for key, count in keys.items()}
        return piles, wide / unit

    def _instead(self, pitch: float) -> None:
        """Those who chose words, apart from the axis."""
        count, frame = self._data.instead, self.frame
        if not count:
            return
        x = frame.room.right - self._em * 2.2
        columns = self._columns(self._em * 4, pitch)
        self._pile(x, count, max(1, min(columns, -(-count * 2 // 10))), pitch)
        lines = typeface.wrap(self._said["instead"], frame.points("label"), self._em * 4.4)
        frame.text("label", "\n".join(lines), x, self._plot.bottom - self._em * 0.35, colour="muted", align="center")

    def _answer(self) -> None:
        data, plot, frame = self._data, self._plot, self.frame
        name = f"{self._said['answer']}: {data.answer_shown}"
        if data.answer is None:
            return
        x = self._x(data.answer)
        top = plot.top + self._em * 2.6
        self.line((x, x), (plot.bottom, top), "ink", frame.size.points / 6, order=3)
        points = frame.points("label")
        room = frame.room
        wide = max(typeface.width(name, points, True), typeface.width(data.kind, frame.points("small"))) * 1.04
        right = x + self._em * 0.5 + wide <= room.right
        at = x + self._em * 0.5 if right else x - self._em * 0.5
        frame.text("label", name, at, top, strong=True, align="left" if right else "right")
        under = top - typeface.height(1, points, 1.2)
        frame.text("small", data.kind, at, under, colour="muted", align="left" if right else "right")


__all__ = ["LABELS", "Chart", "Data", "rows", "shape"]
