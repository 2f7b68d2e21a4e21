"""A map of winners: which of several ways does best at each pair of settings, and where one stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.collections import PolyCollection
from matplotlib.lines import Line2D
from matplotlib.patheffects import withStroke
from matplotlib.text import Text
from numpy.typing import NDArray

from figures import palette, scales, typeface
from figures.contract import Role
from figures.frame import Box, Frame
from figures.labels import Rect, around, place

Array = NDArray[np.float64]
Winners = NDArray[np.int64]


@dataclass(frozen=True)
class RegionWords:
    """heading and key stand over the map, across and up along its axes, here beside the place where one stands."""

    heading: str
    key: str
    across: str
    up: str
    here: str


class RegionMap:
    """Cells around the points (x, y), both evenly spaced, in the tint of the way that wins there; others stay blank.

    The name of a way stands where its region has room for it, else only its sign.
    """

    def __init__(
        self, frame: Frame, box: Box, x: Array, y: Array, ways: Sequence[tuple[Role, str]], words: RegionWords
    ) -> None:
        self._frame, self._x, self._y, self._words = (
            frame,
            np.asarray(x, dtype=float),
            np.asarray(y, dtype=float),
            words,
        )
        self._edges_x, self._edges_y = _edges(self._x), _edges(self._y)
        self.box = self._furniture(box)
        axes = frame.axes(self.box, (self._edges_x[0], self._edges_x[-1]), (self._edges_y[0], self._edges_y[-1]))
        colours, points = frame.colours, frame.size.points
        self._cells = [
            PolyCollection(
                [], facecolors=colours[f"{role}_tint"], edgecolors=colours[f"{role}_tint"], linewidths=points / 30,
                antialiaseds=False, zorder=1,
            )
            for role, _ in ways
        ]  # fmt: skip
        for cells, (role, _) in zip(self._cells, ways, strict=True):
            if pattern := palette.hatch(frame.look, role):
                cells.set(hatch=pattern, edgecolor=colours[role], linewidth=0)
            axes.add_collection(cells, autolim=False)
        self._borders = Line2D([], [], color=colours["axis"], lw=points / 10, zorder=2, antialiased=False)
        self._spot = Line2D(
            [], [], ls="none", marker="o", ms=points * 0.85, mfc=colours["paper"], mec=colours["ink"], mew=points / 6,
            zorder=4, clip_on=False,
        )  # fmt: skip
        axes.add_line(self._borders)
        axes.add_line(self._spot)
        self._names = [(palette.GLYPH[role], name) for role, name in ways]
        self._said = [
            frame.text("label", strong=True, colour=f"{role}_text", align="center", anchor="center") for role, _ in ways
        ]
        for text, (role, _) in zip(self._said, ways, strict=True):
            if palette.hatch(frame.look, role):
                text.set_bbox({"facecolor": colours[f"{role}_tint"], "edgecolor": "none", "pad": 1.0})
        self._here = frame.text("label", words.here, strong=True, anchor="bottom")
        self._here.set_path_effects([withStroke(linewidth=points / 4, foreground=colours["paper"])])

    @property
    def moving(self) -> tuple[Artist, ...]:
        """What `update` changes."""
        return *self._cells, self._borders, self._spot, *self._said, self._here

    def update(self, winner: Winners, here: tuple[float, float]) -> None:
        """Show who wins, winner[y, x], and the place where one stands."""
        for n, cells in enumerate(self._cells):
            cells.set_verts(list(self._squares(winner == n)))
        self._borders.set_data(*self._outlines(winner))
        self._spot.set_data([here[0]], [here[1]])
        taken = self._place_here(here)
        for n, text in enumerate(self._said):
            self._name(n, text, winner == n, taken)

    def _furniture(self, box: Box) -> Box:
        """Draw heading, key, axes and their numbers; what is left for the map."""
        frame, pad, small = self._frame, self._frame.margin * 0.35, self._frame.line("small")
        under = frame.heading(self._words.heading, box) - pad * 0.3
        under = frame.key(self._words.key, box, under) - pad
        frame.text("small", self._words.up, box.left, under, colour="muted")
        left = max(typeface.width(f"{tick:g}", frame.points("small")) for tick in self._y) + pad
        inner = Box(box.left + left, box.bottom + 2 * small + pad, box.width - left, 0.0)
        inner = inner._replace(height=under - small - pad * 0.5 - inner.bottom)
        frame.text("small", self._words.across, inner.right, box.bottom + small, colour="muted", align="right")
        for tick in self._x[:: max(1, (len(self._x) - 1) // 3)]:
            x = inner.left + inner.width * (tick - self._edges_x[0]) / (self._edges_x[-1] - self._edges_x[0])
            frame.text("small", f"{tick:g}", x, inner.bottom - pad, colour="muted", align="center")
        for tick in (self._y[0], *(t for t in scales.ticks(self._y[0], self._y[-1], 6) if t > self._y[0] + 1)):
            y = inner.bottom + inner.height * (tick - self._edges_y[0]) / (self._edges_y[-1] - self._edges_y[0])
            frame.text("small", f"{tick:g}", inner.left - pad, y, colour="muted", align="right", anchor="center")
        return inner

    def _squares(self, cells: NDArray[np.bool_]) -> Array:
        """The corners of the marked cells: (cells, 4, 2)."""
        rows, columns = np.nonzero(cells)
        left, right = self._edges_x[columns], self._edges_x[columns + 1]
        low, high = self._edges_y[rows], self._edges_y[rows + 1]
        return np.stack([left, low, right, low, right, high, left, high], axis=1).reshape(-1, 4, 2)

    def _outlines(self, winner: Winners) -> tuple[Array, Array]:
        """The lines between cells with different winners, as one broken line."""
        row, column = np.nonzero(winner[:, 1:] != winner[:, :-1])
        x = self._edges_x[column + 1]
        upright = np.stack([x, x, np.full_like(x, np.nan)], 1), np.stack([*self._sides(self._edges_y, row), x], 1)
        row, column = np.nonzero(winner[1:] != winner[:-1])
        y = self._edges_y[row + 1]
        level = np.stack([*self._sides(self._edges_x, column), y], 1), np.stack([y, y, np.full_like(y, np.nan)], 1)
        return np.concatenate([upright[0], level[0]]).ravel(), np.concatenate([upright[1], level[1]]).ravel()

    @staticmethod
    def _sides(edges: Array, at: Winners) -> tuple[Array, Array]:
        return edges[at], edges[at + 1]

    def _inches(self, x: float, y: float) -> tuple[float, float]:
        box = self.box
        across = (x - self._edges_x[0]) / (self._edges_x[-1] - self._edges_x[0])
        up = (y - self._edges_y[0]) / (self._edges_y[-1] - self._edges_y[0])
        return box.left + box.width * float(across), box.bottom + box.height * float(up)

    def _place_here(self, here: tuple[float, float]) -> list[Rect]:
        """Put the words beside the spot; what both cover."""
        (x, y), points = self._inches(*here), self._frame.points("label")
        radius = self._frame.size.points / 72 * 0.75
        wide = typeface.width(self._words.here, points, True) * 1.03
        box = self.box
        places = around(x, y, radius, wide, typeface.height(1, points, 1.15))
        (rect,) = place([places], Rect(box.left, box.bottom, box.right, box.top))
        self._here.set_position((rect.x0, rect.y0))
        return [Rect(x - radius, y - radius, x + radius, y + radius), rect]

    def _name(self, n: int, text: Text, cells: NDArray[np.bool_], taken: list[Rect]) -> None:
        """Write the name of a way into its region, or only its sign, or nothing where neither has room."""
        sign, name = self._names[n]
        for words in (f"{sign} {name}", sign):
            if rect := self._room(words, cells, taken):
                text.set(text=words, position=((rect.x0 + rect.x1) / 2, (rect.y0 + rect.y1) / 2))
                taken.append(rect)
                return
        text.set(text="")

    def _room(self, words: str, cells: NDArray[np.bool_], taken: list[Rect]) -> Rect | None:
        """A free place for words wholly inside a region, as near to its middle as possible."""
        points, box = self._frame.points("label"), self.box
        wide, high = typeface.width(words, points, True) * 1.04 / 2, typeface.height(1, points, 1.1) / 2
        rows, columns = np.nonzero(cells)
        if not len(rows):
            return None
        step_x, step_y = box.width / len(self._x), box.height / len(self._y)
        centres = np.column_stack([box.left + (columns + 0.5) * step_x, box.bottom + (rows + 0.5) * step_y])
        for x, y in centres[np.argsort(((centres - centres.mean(axis=0)) ** 2).sum(axis=1), kind="stable")]:
            rect = Rect(x - wide, y - high, x + wide, y + high)
            if rect.x0 < box.left or rect.x1 > box.right or rect.y0 < box.bottom or rect.y1 > box.top:
                continue
            left, right = int((rect.x0 - box.left) / step_x), int((rect.x1 - box.left) / step_x - 1e-9) + 1
            low, top = int((rect.y0 - box.bottom) / step_y), int((rect.y1 - box.bottom) / step_y - 1e-9) + 1
            if cells[low:top, left:right].all() and not any(rect.overlap(other) for other in taken):
                return rect
        return None


def _edges(centres: Array) -> Array:
    """The edges of cells around evenly spaced centres."""
    half = (centres[1] - centres[0]) / 2
    return np.append(centres - half, centres[-1] + half)


__all__ = ["RegionMap", "RegionWords"]
