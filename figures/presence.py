"""Who is there, week by week: a grid with a row for each person and a column for each week."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib.artist import Artist
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.text import Text
from numpy.typing import NDArray

from figures import typeface
from figures.frame import Box, Frame

Array = NDArray[np.float64]
FILLED = 0.76
"""Share of a row that its bar fills."""
CORNERS = np.array([Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY], dtype=np.uint8)


class Grid:
    """Rows of people in a box, the first at the bottom: filled while they are there.

    All bars are one path, and all lines between weeks another: a path is drawn far faster than its pieces would be.
    """

    def __init__(self, frame: Frame, box: Box, people: int) -> None:
        self._frame, self.box = frame, box
        self._row = box.height / people
        points = frame.size.points
        self._absent, self._there = self._bars("faint", 1), self._bars("result", 2)
        self._absent.set_path(self._path(np.ones((people, 1), dtype=np.bool_)))
        self._weeks, self._rules = self._line("paper", 3), self._line("ink", 4, lw=points / 12)
        self._level = self._line("ink", 5, lw=points / 7, ls=(0, (1, 1.2)))
        self._guess = self._line("ink", 6, lw=points / 5, ls=(0, (3, 1.5)), gapcolor=frame.colours["paper"])
        self._ticks = [frame.text("label", colour="muted", align="center") for _ in range(3)]

    @property
    def moving(self) -> tuple[Artist, ...]:
        return self._there, self._weeks, self._rules, self._level, self._guess, *self._ticks

    def update(self, present: NDArray[np.bool_], level: float, changes: Sequence[int]) -> None:
        """Show who is there (people, weeks), a level as a share of the people, and the weeks when something changed."""
        weeks = present.shape[1]
        self._there.set_path(self._path(present))
        self._uprights(self._weeks, range(1, weeks), weeks, 0.0)
        self._weeks.set_linewidth(min(72 * self.box.width / weeks * 0.24, self._frame.size.points / 12))
        self._uprights(self._rules, [week for week in changes if 0 < week < weeks], weeks, self._frame.margin * 0.25)
        y = self._height(level)
        self._level.set_data([self.box.left, self.box.right], [y, y])
        self._number([*changes, weeks], weeks)

    def mark(self, level: float | None, start: float = 0.0) -> None:
        """Draw a guess at a level, as a share of the people, from a week's place (0 to 1) on; None takes it away."""
        if level is None:
            self._guess.set_data([], [])
            return
        y = self._height(level)
        self._guess.set_data([self.box.left + self.box.width * start, self.box.right], [y, y])

    def _path(self, present: NDArray[np.bool_]) -> Path:
        """One path with a bar for each stretch of weeks in which somebody is there (people, weeks)."""
        people, weeks = present.shape
        padded = np.zeros((people, weeks + 2), dtype=np.int8)
        padded[:, 1:-1] = present
        edges = np.diff(padded, axis=1)
        rows, starts = np.nonzero(edges == 1)
        left, right = (self.box.left + self.box.width * side / weeks for side in (starts, np.nonzero(edges == -1)[1]))
        low = self.box.bottom + self._row * (rows + (1 - FILLED) / 2)
        high = low + self._row * FILLED
        corners = [(left, low), (right, low), (right, high), (left, high), (left, low)]
        points = np.stack([np.column_stack(corner) for corner in corners], axis=1).reshape(-1, 2)
        return Path(points, np.tile(CORNERS, len(rows)))

    def _uprights(self, line: Line2D, at: Sequence[int], weeks: int, beyond: float) -> None:
        """Upright lines at the ends of weeks, a little longer than the grid is high."""
        x = self.box.left + self.box.width * np.asarray(at, dtype=float) / weeks
        ends = np.array([self.box.bottom - beyond, self.box.top + beyond, np.nan])
        line.set_data(np.repeat(x, 3), np.tile(ends, len(x)))

    def _height(self, share: float) -> float:
        return self.box.bottom + self.box.height * share

    def _number(self, wanted: Sequence[int], weeks: int) -> None:
        """Numbers under the grid: the last week always, the others from the left where they have room."""
        points, y = self._frame.points("label"), self.box.bottom - self._frame.margin * 0.4
        half = [typeface.width(f"{week}", points) / 2 + self._frame.margin * 0.15 for week in wanted]
        place = [self.box.left + self.box.width * week / weeks for week in wanted]
        taken = self.box.left
        for n, text in enumerate(self._ticks):
            last = n == len(wanted) - 1
            fits = place[n] - half[n] >= taken and (last or place[n] + half[n] <= place[-1] - half[-1])
            text.set(text=f"{wanted[n]}" if fits or last else "", position=(place[n], y))
            taken = place[n] + half[n] if fits else taken

    def _bars(self, colour: str, zorder: int) -> PathPatch:
        found = PathPatch(
            Path(np.empty((0, 2))), fc=self._frame.colours[colour], lw=0, antialiased=True, zorder=zorder,
            transform=self._frame.figure.dpi_scale_trans,
        )  # fmt: skip
        self._frame.figure.add_artist(found)
        return found

    def _line(self, colour: str, zorder: int, **style: Any) -> Line2D:
        found = Line2D(
            [], [], color=self._frame.colours[colour], antialiased=True, zorder=zorder, solid_capstyle="butt",
            transform=self._frame.figure.dpi_scale_trans, **style,
        )  # fmt: skip
        self._frame.figure.add_artist(found)
        return found


def beside(frame: Frame, words: str, right: float, y: float, room: float) -> Text:
    """Words to the left of a place, right-aligned, in as many lines as the room needs."""
    lines = typeface.wrap(words, frame.points("label"), room * 0.985)
    return frame.text("label", "\n".join(lines), right, y, colour="muted", align="right", anchor="center")
