"""A year of many houses: the hours of leading, and the four readings, month by month; a thin line a house."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D
from numpy.typing import NDArray

from figures.contract import Look, Words, label
from figures.frame import SIZES, Box, Frame
from figures.settled import Settled

Array = NDArray[np.float64]
READINGS = ("delivery", "budget", "commitment", "direction")
LABELS = (
    "hours",
    *READINGS,
    "month",  # after the last number of the axis
    "middle",  # names the bold line
    "low",  # in the table
    "high",
    "reading",
)
HOURS = 40.0
FEW = 40
"""Houses up to whom lines are drawn in full colour; more are paler and thinner, and form a cloud."""


@dataclass(frozen=True)
class Data:
    """hours: hours of leading, (houses, months); readings: (4, houses, months), 0 to 100, in the order of READINGS."""

    hours: Array
    readings: Array

    @property
    def months(self) -> int:
        return int(self.hours.shape[1])


def rows(data: Data, labels: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The chart as a table, header first: where the lines end."""
    header = (labels["reading"], labels["low"], labels["middle"], labels["high"])
    ends = {
        labels["hours"]: data.hours[:, -1],
        **{labels[name]: data.readings[n, :, -1] for n, name in enumerate(READINGS)},
    }
    return [
        header,
        *((name, *(f"{value:.0f}" for value in np.percentile(end, [0, 50, 100]))) for name, end in ends.items()),
    ]


def shape(data: Data) -> tuple[object, ...]:
    """All of it: other data need a new chart."""
    return data.hours.shape, data.hours.tobytes(), data.readings.tobytes()


class Chart(Settled):
    """Hours in a panel of their own on the left, the readings in four on the right; in a narrow column all below."""

    def __init__(self, data: Data, words: Words, look: Look) -> None:
        self._said = {key: label(words, key) for key in LABELS}
        size = SIZES[look.size]
        self._em = size.points / 72
        narrow = look.size == "narrow"
        panel = self._em * (8.4 if narrow else 9.6)
        gap = self._em * 1.4
        count = 5 if narrow else 2
        self.frame = frame = Frame.around(look, words, count * panel + (count - 1) * gap)
        room = frame.room
        if narrow:
            places = [Box(room.left, room.top - (n + 1) * panel - n * gap, room.width, panel) for n in range(5)]
        else:
            wide = (room.width - 2 * gap) / 3
            places = [Box(room.left, room.bottom, wide, room.height)]
            lefts = [room.left + (n + 1) * (wide + gap) for n in range(2)]
            places += [Box(left, top - panel, wide, panel) for top in (room.top, room.bottom + panel) for left in lefts]
        self._panel(places[0], self._said["hours"], data.hours, HOURS)
        for place, name, values in zip(places[1:], READINGS, data.readings, strict=True):
            self._panel(place, self._said[name], values, 100.0)
        self.update(data, words)

    def _panel(self, box: Box, name: str, values: Array, top: float) -> None:
        """Lines over months, under their name; the last number of the axis says what it counts."""
        frame, pad, small = self.frame, self._em * 0.35, self.frame.line("small")
        frame.text("label", name, box.left, box.top, strong=True)
        high = frame.line("label") + pad
        number = self._em * 1.9
        plot = Box(box.left + number, box.bottom + small + pad, box.width - number - pad, 0.0)
        plot = plot._replace(height=box.top - high - plot.bottom)
        months = values.shape[1]
        x = np.arange(1, months + 1, dtype=float)
        axes = frame.axes(plot, (1.0, float(max(months, 2))), (0.0, top))
        colours, points = frame.colours, frame.size.points
        for share in (0.0, 0.5, 1.0):
            axes.add_line(Line2D([1, max(months, 2)], [share * top] * 2, lw=points / 16, zorder=0,
                                 color=colours["axis" if not share else "rule"]))  # fmt: skip
            y = plot.bottom + plot.height * share
            frame.text(
                "small", f"{share * top:.0f}", plot.left - pad, y, colour="muted", align="right", anchor="center"
            )
        lines, few = [np.column_stack([x, row]) for row in values], len(values) <= FEW
        axes.add_collection(
            LineCollection(
                lines,
                colors=colours["result" if few else "map_high"],
                linewidths=points / (14 if few else 24),
                zorder=2,
            ),
            autolim=False,
        )
        middle = np.median(values, axis=0)
        axes.add_line(Line2D(x, middle, color=colours["ink"], lw=points / 4.5, zorder=4, antialiased=True))
        frame.text("small", "1", plot.left, plot.bottom - pad, colour="muted", align="center")
        last = f"{self._said['month']} {months}"
        frame.text("small", last, plot.right + pad, plot.bottom - pad, colour="muted", align="right")


__all__ = ["LABELS", "READINGS", "Chart", "Data", "rows", "shape"]
