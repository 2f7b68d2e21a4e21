"""Rows of dots on one logarithmic line, each row with a gate: what lies before it is through."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.lines import Line2D
from matplotlib.text import Text
from numpy.typing import NDArray

from figures import typeface
from figures.frame import Box, Frame

Array = NDArray[np.float64]
LEVELS = {"narrow": (1, 3, 0, 2)}
OTHER_LEVELS = (1, 2, 0)
"""Heights of dots in a row, in the order in which they are tried."""
TICKS = (1, 2, 5, 10, 20, 50)


class Line:
    """A logarithmic line from low to high over so many inches."""

    def __init__(self, box: Box, low: float, high: float) -> None:
        self.box, self.low, self.high = box, low, high

    def at(self, value: float) -> float:
        """Where a value stands, in inches; values beyond an end stand at that end."""
        held = min(max(value, self.low), self.high)
        return self.box.left + self.box.width * math.log(held / self.low) / math.log(self.high / self.low)

    def arrow(self, value: float, words: str) -> str:
        """The words, with an arrow if the value lies beyond an end."""
        if value > self.high:
            return f"{words} →"
        return f"← {words}" if value < self.low else words


class Gate:
    """One row: a heading, dots that are filled if they are through, and the gate with its number."""

    def __init__(self, frame: Frame, line: Line, values: Array, top: float, lines: int) -> None:
        """``top`` is the upper edge in inches; the heading takes so many lines."""
        self._frame, self._line = frame, line
        self.middle, self.bottom = _heights(frame, top, lines)
        self._heights = self.middle + _swarm([line.at(value) for value in values], dot(frame), levels(frame))
        self._x = np.array([line.at(value) for value in values])
        self._heading = frame.text("body", x=line.box.left, y=top - frame.line("body") * lines, anchor="bottom")
        self._through, self._held = _dots(frame), _dots(frame, hollow=True)
        self._gate = Line2D(
            [], [], color=frame.colours["ink"], lw=frame.size.points / 4.5, solid_capstyle="butt", antialiased=True,
            transform=frame.figure.dpi_scale_trans, zorder=5,
        )  # fmt: skip
        self._number = frame.text("label", strong=True)
        for artist in (self._held, self._through, self._gate):
            frame.figure.add_artist(artist)

    @property
    def moving(self) -> tuple[Artist, ...]:
        return self._held, self._through, self._gate, self._number, self._heading

    def update(self, heading: str, through: NDArray[np.bool_], gate: float, words: str, strong: bool) -> None:
        """``strong`` sets this row off from the others."""
        frame, half = self._frame, band(self._frame) / 2
        points, room = frame.points("body"), self._line.box.width * 0.985
        wrapped = typeface.wrap(heading, points, room, strong)
        colour = frame.colours["ink" if strong else "muted"]
        self._heading.set(text="\n".join(wrapped), color=colour, fontproperties=typeface.font(points, strong))
        self._through.set_data(self._x[through], self._heights[through])
        self._through.set_markerfacecolor(frame.colours["result" if strong else "axis"])
        self._held.set_data(self._x[~through], self._heights[~through])
        inside = self._line.low <= gate <= self._line.high
        x = self._line.at(gate)
        low, high = self.middle - half - frame.line("label") * 0.25, self.middle + half
        self._gate.set_data([x, x] if inside else [], [low, high] if inside else [])
        self._span = beside(self._number, frame, self._line, gate, words, self.middle - half)

    def free(self, x: float) -> bool:
        """Whether a line down from the dots at x would miss the gate's number."""
        return not self._span[0] < x < self._span[1]


def beside(text: Text, frame: Frame, line: Line, value: float, words: str, top: float) -> tuple[float, float]:
    """Put words under a value, moved sideways where the line ends; from where to where they reach, in inches."""
    shown = line.arrow(value, words)
    wide = typeface.width(shown, frame.points("label"), True) * 1.03
    x = min(max(line.at(value) - wide / 2, line.box.left), line.box.right - wide)
    text.set(text=shown, position=(x, top - frame.line("label") * 0.3))
    return x, x + wide


def dot(frame: Frame) -> float:
    """Diameter of a dot in inches."""
    return frame.size.points * 0.6 / 72


def levels(frame: Frame) -> tuple[int, ...]:
    """A narrow chart has less width for its dots, so it piles them higher."""
    return LEVELS.get(frame.look.size, OTHER_LEVELS)


def band(frame: Frame) -> float:
    """Height of the dots of one row in inches."""
    return dot(frame) * 1.15 * len(levels(frame))


def height(frame: Frame, lines: int) -> float:
    """Height of one row in inches, heading and number included."""
    return frame.line("body") * lines + frame.margin * 0.35 + band(frame) + frame.line("label") * 1.35


def axis(frame: Frame, line: Line, y: float) -> None:
    """The line with its round numbers, under the last row."""
    box, pad = line.box, frame.margin * 0.3
    frame.figure.add_artist(_rule(frame, [box.left, box.right], [y, y], "axis"))
    for tick in TICKS:
        x = line.at(tick)
        frame.figure.add_artist(_rule(frame, [x, x], [y, y - pad], "axis"))
        frame.text("label", f"{tick}", x, y - pad * 1.3, colour="muted", align="center")


def _heights(frame: Frame, top: float, lines: int) -> tuple[float, float]:
    """The middle of a row's dots, and its lower edge."""
    middle = top - frame.line("body") * lines - frame.margin * 0.35 - band(frame) / 2
    return middle, top - height(frame, lines)


def _swarm(at: Sequence[float], diameter: float, levels: Sequence[int]) -> Array:
    """Height of each dot over the middle: the first level where it touches no dot before it, else the emptiest."""
    last = [-np.inf] * len(levels)
    chosen = []
    for x in at:
        free = [level for level in levels if x - last[level] > diameter * 1.1]
        level = free[0] if free else min(levels, key=last.__getitem__)
        last[level] = x
        chosen.append(level)
    return (np.array(chosen) - (len(levels) - 1) / 2) * diameter * 1.15


def _dots(frame: Frame, hollow: bool = False) -> Line2D:
    colours, points = frame.colours, frame.size.points
    return Line2D(
        [], [], ls="none", marker="o", ms=points * 0.6, antialiased=True, zorder=3 if hollow else 4,
        mfc=colours["paper"], mec=colours["axis" if hollow else "paper"], mew=points / (13 if hollow else 22),
        transform=frame.figure.dpi_scale_trans,
    )  # fmt: skip


def _rule(frame: Frame, x: Sequence[float], y: Sequence[float], colour: str, **style: Any) -> Line2D:
    return Line2D(
        x, y, color=frame.colours[colour], lw=frame.size.points / 12, antialiased=True,
        transform=frame.figure.dpi_scale_trans, zorder=1, **style,
    )  # fmt: skip
