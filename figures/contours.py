"""A map in shaded bands: what each pair of settings brings, with marks on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import contourpy
import numpy as np
from matplotlib.artist import Artist
from matplotlib.collections import PathCollection
from matplotlib.colors import to_rgb
from matplotlib.lines import Line2D
from matplotlib.path import Path
from matplotlib.text import Text
from numpy.typing import NDArray

from figures import scales, typeface
from figures.frame import Box, Frame
from figures.labels import Rect, around, place

Array = NDArray[np.float64]
BANDS = 10


@dataclass(frozen=True)
class Spot:
    """A mark on the map. marker is matplotlib's sign for its shape, size a multiple of the type size."""

    x: float
    y: float
    words: str
    marker: str
    size: float = 1.0


@dataclass(frozen=True)
class Axis:
    """What an axis of the map is called, and where it ends."""

    label: str
    low: float
    high: float


class ContourMap:
    """Draws values over a square: bands, lines with their number, and spots with their words."""

    def __init__(self, frame: Frame, box: Box, heading: str, x: Axis, y: Axis, spots: int) -> None:
        self._frame, self._x, self._y = frame, x, y
        self.box = self._furniture(box, heading)
        axes = frame.axes(self.box, (x.low, x.high), (y.low, y.high))
        self._bands = PathCollection([], linewidths=0, antialiaseds=True, zorder=1, transform=axes.transData)
        self._lines = Line2D(
            [], [], ls="-", color=frame.colours["paper"], lw=frame.size.points / 12, antialiased=True, zorder=2
        )
        axes.add_collection(self._bands, autolim=False)
        axes.add_line(self._lines)
        self._numbers = [
            frame.text("small", colour="on_tint", align="center", anchor="center") for _ in range(2 * BANDS)
        ]
        self._spots = [self._spot() for _ in range(spots)]
        for line, _ in self._spots:
            axes.add_line(line)

    @property
    def moving(self) -> tuple[Artist, ...]:
        """What `update` changes."""
        flat = (artist for pair in self._spots for artist in pair)
        return self._bands, self._lines, *self._numbers, *flat

    def update(self, x: Array, y: Array, z: Array, spots: Sequence[Spot]) -> None:
        """Show z (len(x), len(y)); NaN is left empty. As many spots as were announced."""
        values = np.ma.masked_invalid(z.T)
        levels = self._levels(float(values.min()), float(values.max()))
        contours = contourpy.contour_generator(x, y, values, fill_type=contourpy.FillType.OuterCode)
        self._shade(contours, levels, float(values.min()))
        taken = self._place_spots(spots, self._empty(x, y, z))
        self._number_lines(contours, levels, taken)

    def _furniture(self, box: Box, heading: str) -> Box:
        """Draw heading, axes and their numbers; what is left for the map."""
        frame, small, pad = self._frame, self._frame.line("label"), self._frame.margin * 0.55
        lines = typeface.wrap(heading, frame.points("body"), box.width, True)
        frame.text("body", "\n".join(lines), box.left, box.top, strong=True)
        under = box.top - (typeface.height(len(lines), frame.points("body")) + pad * 0.5 if heading else 0)
        frame.text("label", self._y.label, box.left, under, colour="muted")
        left = max(typeface.width(f"{tick:g}", frame.points("label")) for tick in self._ticks(self._y)) + pad
        inner = Box(box.left + left, box.bottom + 2 * small + pad, box.width - left, 0.0)
        inner = inner._replace(height=under - small - pad - inner.bottom)
        frame.text("label", self._x.label, inner.right, box.bottom + small, colour="muted", align="right")
        for tick in self._ticks(self._x):
            at = inner.left + inner.width * (tick - self._x.low) / (self._x.high - self._x.low)
            frame.text("label", f"{tick:g}", at, inner.bottom - pad, colour="muted", align="center")
        for tick in self._ticks(self._y):
            at = inner.bottom + inner.height * (tick - self._y.low) / (self._y.high - self._y.low)
            frame.text("label", f"{tick:g}", inner.left - pad, at, colour="muted", align="right", anchor="center")
        return inner

    @staticmethod
    def _ticks(axis: Axis) -> Array:
        return scales.ticks(axis.low, axis.high, 5)

    def _inches(self, points: Array) -> Array:
        """Points (n, 2) of the map in inches of the sheet."""
        low, high = np.array([[axis.low, axis.high] for axis in (self._x, self._y)]).T
        found: Array = np.array(self.box[:2]) + (points - low) / (high - low) * np.array(self.box[2:])
        return found

    def _spot(self) -> tuple[Line2D, Text]:
        colours, points = self._frame.colours, self._frame.size.points
        line = Line2D(
            [],
            [],
            ls="none",
            mfc=colours["paper"],
            mec=colours["ink"],
            mew=points / 7,
            zorder=4,
            clip_on=False,
            antialiased=True,
        )
        return line, self._frame.text("label", strong=True, anchor="bottom")

    @staticmethod
    def _levels(low: float, high: float) -> Array:
        """Round values strictly inside the range; none when everything is the same."""
        if high - low < 1e-6:
            return np.array([])
        found = scales.ticks(low, high, BANDS)
        return found[(found > low + 1e-9) & (found < high - 1e-9)]

    def _shade(self, contours: contourpy.ContourGenerator, levels: Array, low: float) -> None:
        """One area for each "at least this much", painted over each other, so that no seam shows between bands."""
        floors = [low - 1.0, *levels]
        self._bands.set_paths([_path(contours.filled(floor, np.inf)) for floor in floors])
        start, end = (np.array(to_rgb(self._frame.colours[name])) for name in ("map_low", "map_high"))
        shares = np.linspace(0, 1, max(len(floors), 2))[: len(floors), None]
        self._bands.set_facecolor(start + shares * (end - start))

    def _empty(self, x: Array, y: Array, z: Array) -> list[Rect]:
        """Where the map has no values, as coarse squares: words of spots keep off its slanting edge."""
        i, j = (np.unique(np.linspace(0, len(axis) - 1, 13).astype(int)) for axis in (x, y))
        bare = np.isnan(z[np.ix_(i, j)])
        cells = np.argwhere(bare[1:, 1:])  # a square counts as empty when its upper right corner is
        low = self._inches(np.column_stack([x[i[cells[:, 0]]], y[j[cells[:, 1]]]]))
        high = self._inches(np.column_stack([x[i[cells[:, 0] + 1]], y[j[cells[:, 1] + 1]]]))
        return [Rect(*corners) for corners in np.hstack([low, high]).tolist()]

    def _place_spots(self, spots: Sequence[Spot], empty: Sequence[Rect]) -> list[Rect]:
        """Draw the spots and their words; what they cover."""
        points = self._frame.points("label")
        covered, wanted = [], []
        clear = max(spot.size for spot in spots) * self._frame.size.points / 144 * 1.3  # enough for any, if they meet
        for spot, (line, text) in zip(spots, self._spots, strict=True):
            (px, py), radius = (
                self._inches(np.array([[spot.x, spot.y]]))[0].tolist(),
                spot.size * self._frame.size.points / 144,
            )
            line.set(marker=spot.marker, markersize=spot.size * self._frame.size.points)
            line.set_data([spot.x], [spot.y])
            text.set_text(spot.words)
            covered.append(Rect(px - radius, py - radius, px + radius, py + radius))
            width = typeface.width(spot.words, points, True) * 1.03
            wanted.append(around(px, py, clear, width, typeface.height(1, points, 1.3)))
        box = self.box
        rects = place(wanted, Rect(box.left, box.bottom, box.right, box.top), [*covered, *empty])
        for rect, (_, text) in zip(rects, self._spots, strict=True):
            text.set_position((rect.x0, rect.y0))
        return covered + rects

    def _number_lines(self, contours: contourpy.ContourGenerator, levels: Array, taken: list[Rect]) -> None:
        """Draw the lines, each with its number in a gap; a line without a free place goes without."""
        places = scales.decimals(levels[1] - levels[0]) if len(levels) > 1 else 2
        pieces: list[Array] = []
        for text in self._numbers:
            text.set_visible(False)
        for level, text in zip(levels, self._numbers, strict=False):
            lines = [np.asarray(line) for line in contours.lines(float(level))]
            gap = self._number(lines, f"{level:.{places}f}", text, taken)
            pieces.extend(piece for line in lines for piece in (self._broken(line, gap), np.full((1, 2), np.nan)))
        joined = np.vstack(pieces) if pieces else np.empty((0, 2))
        self._lines.set_data(joined[:, 0], joined[:, 1])

    def _number(self, lines: list[Array], words: str, text: Text, taken: list[Rect]) -> Rect | None:
        """Put a number on its line, near the map's right side; where it stands."""
        points = self._frame.points("small")
        half_x, half_y = typeface.width(words, points) * 0.62, typeface.height(1, points, 1.0) / 2
        at = self._inches(np.vstack(lines)) if lines else np.empty((0, 2))
        box = self.box
        centre = np.array([box.left + box.width / 2, box.bottom + box.height / 2])
        fits = np.abs(at - centre) <= np.array([box.width / 2 - half_x, box.height / 2 - half_y])
        at = at[fits.all(axis=1)]
        wish = np.abs(at[:, 0] - box.left - 0.8 * box.width) + 0.15 * np.abs(at[:, 1] - box.bottom - box.height / 2)
        for x, y in at[np.argsort(wish, kind="stable")]:
            rect = Rect(x - half_x, y - half_y, x + half_x, y + half_y)
            if not any(rect.overlap(other) for other in taken):
                text.set(text=words, position=(x, y), visible=True)
                taken.append(rect)
                return rect
        return None

    def _broken(self, line: Array, gap: Rect | None) -> Array:
        """The line with a gap where its number stands."""
        if gap is None:
            return line
        x, y = self._inches(line).T
        inside = (x > gap.x0) & (x < gap.x1) & (y > gap.y0) & (y < gap.y1)
        return np.where(inside[:, None], np.nan, line)


def _path(filled: Any) -> Path:
    """contourpy's polygons (points and codes, a list of arrays each) as one path."""
    points, codes = filled
    return Path(np.concatenate(points), np.concatenate(codes)) if points else Path(np.empty((0, 2)))
