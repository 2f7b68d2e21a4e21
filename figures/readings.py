"""Readings from 0 to 100, a row each: its path over the months on the left, where each way ends on the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.lines import Line2D
from numpy.typing import NDArray

from figures import typeface
from figures.frame import Box, Frame
from figures.hours import THICK, centres

Array = NDArray[np.float64]
LEVELS = (0, 50, 100)
BELOW = -0.65
"""Where a guess is drawn: under the line with the ends, which run from -1 to 1."""
MOVED = (0, (3, 1.6))
OTHER = (0, (1, 1.5))


@dataclass(frozen=True)
class Sign:
    """How a way is drawn: the mark at its end, and the dashes of its path ("" where it has none)."""

    marker: str
    line: Any
    colour: str
    hollow: bool = False


SIGNS = {
    "own": Sign("o", "-", "ink"),
    "moved": Sign("o", MOVED, "ink", hollow=True),
    "answering": Sign("^", OTHER, "muted"),
    "even": Sign("D", "", "muted", hollow=True),
    "best_found": Sign("|", "", "ink"),
}


@dataclass(frozen=True)
class Columns:
    """Inches of the columns beside a panel: left for its axis, right for the ends, names for the reading's name.

    Where there is no column for names, they stand over the panels. The numbers of the ends stand under the name, or, if
    ``numbers`` is more than 0, in a column of their own at the right edge.
    """

    left: float
    right: float
    names: float = 0.0
    numbers: float = 0.0

    @property
    def before(self) -> float:
        """Inches before the panel."""
        return self.names + self.left

    def panel(self, box: Box) -> Box:
        return box._replace(left=box.left + self.before, width=box.width - self.before - self.right)


class ReadingRow:
    """One reading: paths of one's own hours, of the hours moved and of the way that answers, and the ends of all."""

    def __init__(self, frame: Frame, box: Box, columns: Columns, name: str, last: bool) -> None:
        """``last``: whether the numbers of the ends stand under this row."""
        self._frame = frame
        pad, line = frame.margin * 0.35, frame.line("label")
        over = 0.0 if columns.names else line
        self._panel = columns.panel(box)._replace(height=box.height - over)
        left = self._panel.right + frame.margin * 1.2
        self._ends = self._panel._replace(left=left, width=box.right - left - frame.margin * 0.6 - columns.numbers)
        top = (box.top + box.bottom + line) / 2 if columns.numbers else box.top  # one line stands in the middle
        frame.text("label", name, box.left if columns.names else self._panel.left, top, strong=True)
        if columns.names and not columns.numbers:
            self._number = frame.text("label", x=box.left, y=top - line)
        else:
            self._number = frame.text("label", x=box.right, y=top, align="right")
        beside, panel = self._panel.left - pad, self._panel
        frame.text("small", "0", beside, panel.bottom, colour="muted", align="right", anchor="bottom")
        frame.text("small", "100", beside, panel.top, colour="muted", align="right")
        self._draw_panel()
        self._draw_ends(last)

    @staticmethod
    def height(frame: Frame, columns: Columns, panel: float) -> float:
        """Inches that a row takes, with a path so high."""
        line = frame.line("label")
        lines = 1 if columns.numbers else 2
        return max(panel, lines * line) if columns.names else panel + line

    @property
    def moving(self) -> tuple[Artist, ...]:
        """What `update` changes; the bands of the months are the year's."""
        return *self._paths.values(), self._joined, *self._marks.values(), self._guess, self._number

    def update(self, paths: dict[str, Array], ends: dict[str, float], marked: NDArray[np.bool_]) -> None:
        """Show other paths (months,) and ends; an end that is NaN is left out. marked: months that stand out."""
        middles = centres(len(marked))
        half = THICK / len(marked) / 2
        self._bands.set_verts(
            [[(x - half, 0), (x + half, 0), (x + half, 100), (x - half, 100)] for x in middles[marked]]
        )
        for way, line in self._paths.items():
            line.set_data(middles, paths[way])
        for way, mark in self._marks.items():
            there = np.isfinite(ends[way])
            mark.set_data([ends[way]] if there else [], [0.0] if there else [])
        self._joined.set_data([ends["own"], ends["moved"]], [0.0, 0.0])
        self._number.set_text(f"{ends['own']:.0f} → {ends['moved']:.0f}")

    def guess(self, start: float, change: float | None) -> None:
        """Draw a guess at how far an end would change, from where it is; or take it away."""
        shown = change is not None and np.isfinite(start)
        at = min(max(start + (change or 0.0), 0.0), 100.0)
        self._guess.set_data([start, at] if shown else [], [BELOW, BELOW] if shown else [])

    def _draw_panel(self) -> None:
        frame = self._frame
        axes = frame.axes(self._panel, (0.0, 1.0), (0.0, 100.0))
        self._bands = PolyCollection([], facecolors=frame.colours["faint"], linewidths=0, zorder=0)
        axes.add_collection(self._bands, autolim=False)
        ends = [((0, level), (1, level)) for level in LEVELS]
        _rules(frame, axes, ends, ["axis", "rule", "rule"])
        self._paths = {way: _path(frame, sign) for way, sign in SIGNS.items() if sign.line}
        for line in self._paths.values():
            line.set_clip_on(False)
            axes.add_line(line)

    def _draw_ends(self, last: bool) -> None:
        frame, box, points = self._frame, self._ends, self._frame.size.points
        axes = frame.axes(box, (0.0, 100.0), (-1.0, 1.0))
        ticks = [((level, -0.4), (level, 0.4)) for level in LEVELS]
        _rules(frame, axes, [((0, 0), (100, 0)), *ticks], ["rule"] * 4)
        self._joined = Line2D([], [], color=frame.colours["ink"], lw=points / 6, zorder=3, solid_capstyle="butt")
        axes.add_line(self._joined)
        self._guess = Line2D(
            [], [], color=frame.colours["ink"], lw=points / 9, ls=(0, (2, 1.5)), marker="x", markevery=[1],
            ms=points * 0.6, mew=points / 7, zorder=6, clip_on=False, antialiased=True,
        )  # fmt: skip
        self._marks = {way: _mark(frame, sign) for way, sign in SIGNS.items()}
        for mark in (*self._marks.values(), self._guess):
            axes.add_line(mark)
        for level in LEVELS if last else ():
            x = box.left + box.width * level / 100
            frame.text("small", f"{level}", x, box.bottom - frame.margin * 0.1, colour="muted", align="center")


class WayKey:
    """What the lines and signs stand for, one after the other, in as many lines as they need."""

    def __init__(self, frame: Frame, box: Box, names: dict[str, str]) -> None:
        """``names``: of each way; where one changes, the longest that it can become."""
        self._texts = {}
        for (way, (x, y)), name in zip(_flow(frame, box, names).items(), names.values(), strict=True):
            sign, wide = SIGNS[way], _sample(frame, way)
            drawn = [_path(frame, sign)] if sign.line else []
            for line in drawn:
                line.set_data([x, x + wide], [y, y])
            mark = _mark(frame, sign)
            mark.set_data([x + wide / 2], [y])
            for line in (*drawn, mark):
                line.set_transform(frame.figure.dpi_scale_trans)
                frame.figure.add_artist(line)
            self._texts[way] = frame.text("small", name, x + wide + frame.margin * 0.4, y, anchor="center")

    @staticmethod
    def height(frame: Frame, width: float, names: dict[str, str]) -> float:
        """Inches that it takes in this width."""
        lowest = min(y for _, y in _flow(frame, Box(0.0, 0.0, width, 0.0), names).values())
        return -lowest + frame.line("small") / 2

    @property
    def moving(self) -> tuple[Artist, ...]:
        """What `update` changes."""
        return (self._texts["moved"],)

    def update(self, moved: str) -> None:
        """Other words for the hours moved."""
        self._texts["moved"].set_text(moved)


def _flow(frame: Frame, box: Box, names: dict[str, str]) -> dict[str, tuple[float, float]]:
    """Where each sign begins, and the middle of its line, in inches."""
    line, gap = frame.line("small") * 1.1, frame.margin * 0.4
    found, x, y = {}, box.left, box.top - line / 2
    for way, name in names.items():
        wide = _sample(frame, way) + gap + typeface.width(name, frame.points("small")) * 1.04
        if x > box.left and x + wide > box.right:
            x, y = box.left, y - line
        found[way] = (x, y)
        x += wide + frame.margin * 1.3
    return found


def _sample(frame: Frame, way: str) -> float:
    """Inches of a sign in the key."""
    return frame.margin * (2.2 if SIGNS[way].line else 0.7)


def _path(frame: Frame, sign: Sign) -> Line2D:
    points = frame.size.points
    wide = points / 5.5 if sign.line == "-" else points / 8
    return Line2D([], [], color=frame.colours[sign.colour], lw=wide, ls=sign.line, zorder=3, antialiased=True)


def _mark(frame: Frame, sign: Sign) -> Line2D:
    points, colour = frame.size.points, frame.colours[sign.colour]
    size = {"|": 1.0, "D": 0.45}.get(sign.marker, 0.6)
    return Line2D(
        [], [], ls="none", marker=sign.marker, ms=points * size, mec=colour, mew=points / (6 if size == 1 else 9),
        mfc=frame.colours["paper"] if sign.hollow else colour, zorder=5 if sign.colour == "ink" else 4,
        antialiased=True, clip_on=False,
    )  # fmt: skip


def _rules(frame: Frame, axes: Axes, lines: Sequence[Any], shades: Sequence[str]) -> None:
    """Thin straight lines, not cut off at the panel's edge."""
    colours = [frame.colours[shade] for shade in shades]
    drawn = LineCollection(lines, colors=colours, linewidths=frame.size.points / 14, zorder=1, clip_on=False)
    axes.add_collection(drawn, autolim=False)


__all__ = ["SIGNS", "Columns", "ReadingRow", "WayKey"]
