"""What chance gives: how often random pairs of sets go together so strongly, with their middle, and ours among them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from numpy.typing import NDArray

from figures import typeface
from figures.contract import Look, Words, label
from figures.frame import Frame
from figures.plane import Plane, Scale

LABELS = (
    "count",  # over the bars
    "link",  # under them
    "ours",  # beside the lines
    "middle",
    "one",
    "between",  # nine in ten of the random pairs, in the table
    "what",  # in the table
    "value",
)
Array = NDArray[np.float64]
BIN = 0.05
HIGH = {"notebook": 3.0, "narrow": 3.2, "projector": 3.6, "print": 2.6}
NO_LINK = float("nan")


@dataclass(frozen=True, eq=False)
class Data:
    """random (draws,): links of random pairs; ours: the learner's sets'; one: a single random pair's. Either may be
    NaN, which stands for "not there"."""

    random: Array
    ours: float = NO_LINK
    one: float = NO_LINK

    @property
    def low(self) -> float:
        """Where the scale begins: sets of few skills may go together less than not at all."""
        return 0.0 if min(self.random.min(), *(v for v in (self.ours, self.one) if v == v), 1.0) >= 0 else -1.0

    @property
    def middle(self) -> float:
        return float(np.median(self.random))

    @property
    def between(self) -> tuple[float, float]:
        """Nine in ten of the random pairs lie between these."""
        low, high = np.percentile(self.random, [5, 95])
        return float(low), float(high)

    @property
    def counts(self) -> Array:
        """How many random pairs lie in each bin, as % of all."""
        edges = np.linspace(self.low, 1, round((1 - self.low) / BIN) + 1)
        return np.histogram(np.clip(self.random, self.low, 1), edges)[0] / len(self.random) * 100


def rows(data: Data, labels: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The chart as a table, header first."""
    low, high = data.between
    found = [(labels["middle"], _link(data.middle)), (labels["between"], f"{_link(low)} … {_link(high)}")]
    own = [(labels[key], _link(value)) for key, value in (("ours", data.ours), ("one", data.one)) if value == value]
    return [(labels["what"], labels["value"]), *own, *found]


def shape(data: Data) -> tuple[object, ...]:
    """What of the data the layout depends on: where the scale begins, and the tallest bar, in steps of 10 %."""
    return data.low, _ceiling(data)


class Chart:
    """Bars of the random pairs; lines for their middle, for ours, and for one pair."""

    def __init__(self, data: Data, words: Words, look: Look) -> None:
        self._said = {key: label(words, key) for key in LABELS}
        self._frame = frame = Frame.around(look, words, HIGH[look.size])
        top, low = _ceiling(data), data.low
        across = Scale(low, 1, self._said["link"], (low, (low + 1) / 2, 1))
        up = Scale(0, top, self._said["count"], (0, top / 2, top), lines=True)
        self._plane = Plane(frame, frame.room, across, up, rows=3)
        colours, points = frame.colours, frame.size.points
        self._between = Rectangle((0, 0), 0, top, fc=colours["faint"], lw=0, zorder=0.5)
        self._plane.axes.add_patch(self._between)
        self._bars = PolyCollection(
            [], facecolors=colours["neither"], edgecolors=colours["paper"], linewidths=points / 16, zorder=2
        )
        self._plane.axes.add_collection(self._bars, autolim=False)
        styles = {"ours": ("both", "-"), "middle": ("ink", (0, (4, 2))), "one": ("result", (0, (1, 1.2)))}
        self._lines = {key: self._line(colours[colour], style) for key, (colour, style) in styles.items()}
        inks = {"ours": "both_text", "middle": "ink", "one": "result_text"}
        self._texts = {key: frame.text("label", colour=inks[key], strong=True) for key in styles}
        for text in self._texts.values():
            text.set_bbox({"facecolor": colours["paper"], "edgecolor": "none", "pad": 0.4})
        self.update(data, words)

    @property
    def figure(self) -> Figure:
        return self._frame.figure

    @property
    def moving(self) -> tuple[Artist, ...]:
        return self._between, self._bars, *self._lines.values(), *self._texts.values(), *self._frame.moving

    def update(self, data: Data, words: Words) -> None:
        """Show other random pairs, and other sets of one's own."""
        left = data.low + np.arange(len(data.counts)) * BIN
        corners = ((left, 0 * left), (left + BIN, 0 * left), (left + BIN, data.counts), (left, data.counts))
        self._bars.set_verts(list(np.stack([np.column_stack(corner) for corner in corners], axis=1)))
        low, high = data.between
        self._between.set(x=low, width=high - low)
        values = {"ours": data.ours, "middle": data.middle, "one": data.one}
        for row, key in enumerate(sorted(values, key=lambda key: -values[key] if values[key] == values[key] else 2.0)):
            self._point(self._lines[key], self._texts[key], self._said[key], values[key], row)
        self._frame.update(words)

    def mark(self, prediction: float | None) -> None:
        """What is guessed here is a direction, not a number: nothing is drawn."""

    def _point(self, line: Line2D, text: Text, name: str, value: float, row: int) -> None:
        """A line at a value, up to its words to the left of it in a row over the bars.

        The largest value has the top row, so that its line passes to the right of the words below.
        """
        if value != value:
            line.set_data([], [])
            text.set_text("")
            return
        plane, high = self._plane, self._frame.line("label")
        foot = plane.rows_top - (row + 1) * high
        line.set_data([plane.x(value)] * 2, [plane.box.bottom, foot])
        words = f"{name}: {_link(value)}"
        wide = typeface.width(words, self._frame.points("label"), True) * 1.05
        gap = self._frame.margin * 0.3
        left = plane.x(value) - gap - wide
        text.set(text=words, position=(max(left, plane.box.left), foot + high))

    def _line(self, colour: str, style: object) -> Line2D:
        found = Line2D([], [], color=colour, lw=self._frame.size.points / 5, antialiased=True, zorder=4,
                       linestyle=style, transform=self._frame.figure.dpi_scale_trans)  # type: ignore[arg-type]  # fmt: skip
        self._frame.figure.add_artist(found)
        return found


def _ceiling(data: Data) -> float:
    """The top of the upright scale, in %."""
    return float(10 * max(np.ceil(data.counts.max() / 10), 1))


def _link(value: float) -> str:
    return f"{value:.2f}".replace("-0.00", "0.00").replace("-", "−")
