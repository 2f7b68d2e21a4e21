"""Three gates: the same projects at the plan, now or never, and today, and what starting them has brought."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from numpy.typing import NDArray

from figures import gates, typeface
from figures.contract import Look, Words, label
from figures.frame import Box, Frame
from figures.gates import Gate, Line

Array = NDArray[np.float64]

GATES = ("plan", "now_or_never", "today")  # from above
LABELS = (
    "dots",  # over the dots: what they are, and what the line counts
    *GATES,  # heading of each row; its count is added
    "of",  # between the count and how many there are
    "in_force",  # added to the row that is in force
    "quarters",  # after a gate's number
    "value",  # over the bars: what they measure
    "quarter_by_quarter",  # the three ways, beside their bars
    "deadlines",
    "patient",
    "way",  # over them in the table
    "prediction",  # the learner's; its number is added
)
LOW, HIGH = 0.9, 66.0


@dataclass(frozen=True, eq=False)
class Data:
    """paybacks (n,): of the projects, ascending, in quarters. gates (3,): the longest payback that passes at the plan,
    if it is now or never, and today. through (3, n): who passes. counts (3,): how many. deadlines: now or never is in
    force, else today is. judged: quarters until the day of judgement. ways (3,): keys of labels, values (3,): what
    each has brought by then, in quarterly gains; the last way starts what passes the first gate, and so on.
    """

    paybacks: Array
    gates: Array
    through: NDArray[np.bool_]
    counts: NDArray[np.int_]
    deadlines: bool
    judged: int
    ways: tuple[str, ...]
    values: Array


def rows(data: Data, labels: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The chart as a table, header first: one row a gate, with the way that starts what passes it."""
    through = f"{labels['of']} {len(data.paybacks)}"
    header = (labels["dots"], labels["quarters"], through, labels["way"], labels["value"])
    ways = [(labels[way], _whole(value)) for way, value in zip(data.ways[::-1], data.values[::-1], strict=True)]
    body = [
        (labels[key], number(gate), f"{count}", *way)
        for key, gate, count, way in zip(GATES, data.gates, data.counts, ways, strict=True)
    ]
    return [header, *body]


def shape(data: Data) -> tuple[float, ...]:
    """What of the data the layout depends on: where the dots stand."""
    return tuple(data.paybacks.tolist())


def number(gate: float) -> str:
    """A gate with one decimal, if it needs one."""
    return f"{gate:.1f}".removesuffix(".0")


class Chart:
    """Three rows of dots with their gates, and beside each row a bar: what its way has brought."""

    def __init__(self, data: Data, words: Words, look: Look) -> None:
        self._labels = {key: label(words, key) for key in LABELS}
        self._ways, self._count = data.ways[::-1], len(data.paybacks)
        trial = Frame(look, words, 10.0)
        left, _ = _columns(trial.room, look, trial.margin)
        lines = self._heading_lines(trial, left.width)
        self._frame = frame = Frame.around(look, words, _room(trial, lines))
        left, right = _columns(frame.room, look, frame.margin)
        frame.text("body", self._labels["dots"], left.left, left.top, strong=True)
        frame.text("body", self._labels["value"], right.left, right.top, strong=True)
        self._line = Line(left, LOW, HIGH)
        self._gates, top = [], left.top - frame.line("body") * 1.5
        for _ in GATES:
            self._gates.append(Gate(frame, self._line, data.paybacks, top, lines))
            top = self._gates[-1].bottom - _gap(frame)
        gates.axis(frame, self._line, self._gates[-1].bottom - frame.line("label") * 1.1)
        self._bars = _Bars(frame, right, [gate.middle for gate in self._gates], self._ways, self._labels)
        self._guess = Line2D(
            [], [], color=frame.colours["ink"], ls=(0, (3, 2)), lw=frame.size.points / 7, antialiased=True, zorder=5,
            transform=frame.figure.dpi_scale_trans, gapcolor=frame.colours["paper"],
        )  # fmt: skip
        frame.figure.add_artist(self._guess)
        self._guessed = frame.text("label", strong=True)
        self.update(data, words)

    @property
    def figure(self) -> Figure:
        return self._frame.figure

    @property
    def moving(self) -> tuple[Artist, ...]:
        flat = (artist for gate in self._gates for artist in gate.moving)
        return *flat, *self._bars.moving, self._guess, self._guessed, *self._frame.moving

    def update(self, data: Data, words: Words) -> None:
        """Show other gates and values (of the same projects) and words."""
        in_force = GATES.index("now_or_never" if data.deadlines else "today")
        for n, gate in enumerate(self._gates):
            heading = self._heading(n, int(data.counts[n]), n == in_force)
            said = f"{number(float(data.gates[n]))} {self._labels['quarters']}"
            gate.update(heading, data.through[n], float(data.gates[n]), said, n == in_force)
        self._bars.update(data.values[::-1], in_force)
        self._frame.update(words)

    def mark(self, prediction: float | None) -> None:
        """Draw a guess at the last gate."""
        if prediction is None:
            self._guess.set_data([], [])
            self._guessed.set_text("")
            return
        row, x = self._gates[-1], self._line.at(prediction)
        half = gates.band(self._frame) / 2
        top, bottom = row.middle + half, row.bottom if row.free(x) else row.middle - half
        inside = LOW <= prediction <= HIGH
        self._guess.set_data([x, x] if inside else [], [bottom, top] if inside else [])
        words = f"{self._labels['prediction']}: {prediction:g}"
        gates.beside(self._guessed, self._frame, self._line, prediction, words, row.bottom + _lift(self._frame))

    def _heading(self, row: int, count: int, in_force: bool) -> str:
        said = f"{self._labels[GATES[row]]}: {count} {self._labels['of']} {self._count}"
        return f"{said} ({self._labels['in_force']})" if in_force else said

    def _heading_lines(self, frame: Frame, room: float) -> int:
        longest = (self._heading(row, self._count, True) for row in (1, 2))
        return max(len(typeface.wrap(text, frame.points("body"), room * 0.985, True)) for text in longest)


class _Bars:
    """A bar beside each row, from a zero that they share."""

    def __init__(
        self, frame: Frame, box: Box, at: Sequence[float], ways: Sequence[str], labels: Mapping[str, str]
    ) -> None:
        self._frame, self._box, self._at, self._high = frame, box, at, gates.dot(frame) * 2.2
        self._bars = [Rectangle((0, 0), 0, 0, transform=frame.figure.dpi_scale_trans, lw=0, zorder=2) for _ in at]
        self._zero = Line2D(
            [], [], color=frame.colours["axis"], lw=frame.size.points / 12, antialiased=True, zorder=3,
            transform=frame.figure.dpi_scale_trans,
        )  # fmt: skip
        for artist in (*self._bars, self._zero):
            frame.figure.add_artist(artist)
        self._numbers = [frame.text("label", anchor="center", strong=True) for _ in at]
        self._names = [
            frame.text("label", labels[way], box.left, y + self._high * 0.75, anchor="bottom")
            for way, y in zip(ways, at, strict=True)
        ]

    @property
    def moving(self) -> tuple[Artist, ...]:
        return *self._bars, self._zero, *self._numbers, *self._names

    def update(self, values: Array, in_force: int) -> None:
        zero, scale = self._scale(values)
        ends = [(y - self._high * 0.7, y + self._high * 0.7, np.nan) for y in self._at]  # NaN: a piece beside each bar
        self._zero.set_data([zero] * 3 * len(ends), np.ravel(ends))
        pad = self._frame.margin * 0.3
        for n, value in enumerate(values):
            strong = n == in_force
            self._bars[n].set_bounds(zero, self._at[n] - self._high / 2, value * scale, self._high)
            self._bars[n].set_facecolor(self._frame.colours["result" if strong else "rule"])
            place = zero + value * scale + (pad if value >= 0 else -pad)
            align = "left" if value >= 0 else "right"
            ink = self._frame.colours["ink" if strong else "muted"]
            self._numbers[n].set(text=_whole(value), position=(place, self._at[n]), ha=align, color=ink)
            self._names[n].set(color=ink, fontproperties=typeface.font(self._frame.points("label"), strong))

    def _scale(self, values: Array) -> tuple[float, float]:
        """Where zero stands, and inches for one unit: the bars and their numbers fill the column."""
        low, high = min(0.0, float(values.min())), max(0.0, float(values.max()))
        points = self._frame.points("label")
        widest = max(typeface.width(_whole(value), points, True) for value in values) + self._frame.margin * 0.5
        before, after = (widest if low < 0 else 0.0), (widest if high > 0 or low == 0 else 0.0)
        scale = (self._box.width - before - after) / (high - low) if high > low else 0.0
        return self._box.left + before - low * scale, scale


def _whole(value: float) -> str:
    return f"{round(value):,}".replace("-", "−")


def _gap(frame: Frame) -> float:
    return frame.margin * 0.5


def _lift(frame: Frame) -> float:
    """The prediction's words stand just under the last gate's number."""
    return frame.line("label") * 0.15


def _room(frame: Frame, lines: int) -> float:
    """Inches that the rows, the heading over them and the axis under them need."""
    row = gates.height(frame, lines)
    return frame.line("body") * 1.5 + len(GATES) * row + 2 * _gap(frame) + frame.line("label") * 2.4


def _columns(room: Box, look: Look, margin: float) -> tuple[Box, Box]:
    """The dots' place and the bars'."""
    wide = room.width * (0.6 if look.size == "narrow" else 0.68)
    left = wide + margin * 1.6
    return room._replace(width=wide), room._replace(left=room.left + left, width=room.width - left)
