"""A round board with dots on it: where pieces of work fell, pale for the first and dark for the last."""

from __future__ import annotations

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.lines import Line2D
from matplotlib.patches import Circle
from numpy.typing import NDArray

from figures.frame import Box, Frame

Array = NDArray[np.float64]
SHADES = (0.42, 0.6, 0.8, 1.0)
"""How much of its colour a dot has, from the first quarter of the work to the last."""


class Board:
    """Rings around a cross, dots in quarters, a name with a number over it and a remark under it."""

    def __init__(self, frame: Frame, box: Box, name: str, role: str, radius: float, rings: Array) -> None:
        self._frame, self._radius = frame, radius
        middle = box.left + box.width / 2
        frame.text("body", name, middle, box.top, strong=True, colour=f"{role}_text", align="center")
        under = box.top - frame.line("body") * 1.02
        self._score = frame.text("head", x=middle, y=under, strong=True, align="center")
        top, bottom = under - frame.line("head") * 1.02, box.bottom + frame.line("small") * 1.35
        self._remark = frame.text("small", x=middle, y=bottom, colour="muted", align="center")
        side = min(top - bottom, box.width)
        place = Box(middle - side / 2, bottom + (top - bottom - side) / 2, side, side)
        edge = radius * 1.05
        axes = frame.axes(place, (-edge, edge), (-edge, edge))
        self._rings(axes, rings)
        self._edge = Circle((0, 0), radius, fill=False, antialiased=True, zorder=3)
        axes.add_patch(self._edge)
        self._quarters = [self._dots(axes, self._shade(role, share)) for share in SHADES]
        self._beyond = self._dots(axes, frame.colours["paper"], edge=frame.colours[role], zorder=4)
        self._middle = self._cross(axes)

    @property
    def moving(self) -> tuple[Artist, ...]:
        """What `update` changes."""
        return *self._quarters, self._beyond, self._edge, self._middle, self._score, self._remark

    def update(self, dots: Array, score: str, remark: str, *, chosen: bool) -> None:
        """Show dots (n, 2) in the order of the work; those beyond the edge lie hollow on it."""
        far = np.hypot(dots[:, 0], dots[:, 1])
        inside = far <= self._radius
        quarter = np.arange(len(dots)) * len(SHADES) // len(dots)
        for n, line in enumerate(self._quarters):
            line.set_data(*dots[inside & (quarter == n)].T)
        self._beyond.set_data(*(dots[~inside] / far[~inside, None] * self._radius).T)
        colours, points = self._frame.colours, self._frame.size.points
        self._edge.set(edgecolor=colours["ink" if chosen else "axis"], linewidth=points / (5 if chosen else 13))
        self._score.set_text(score)
        self._remark.set_text(remark)

    def _rings(self, axes: Axes, rings: Array) -> None:
        axes.add_patch(Circle((0, 0), self._radius, fc=self._frame.colours["faint"], lw=0, antialiased=True, zorder=0))
        for ring in rings:
            edge = self._frame.colours["rule"]
            width = self._frame.size.points / 14
            axes.add_patch(Circle((0, 0), ring, fill=False, ec=edge, lw=width, antialiased=True, zorder=1))

    def _shade(self, role: str, share: float) -> tuple[float, ...]:
        ground, full = (np.array(to_rgb(self._frame.colours[name])) for name in ("faint", role))
        return tuple((ground + share * (full - ground)).tolist())

    def _dots(self, axes: Axes, face: str | tuple[float, ...], *, edge: str | None = None, zorder: float = 2) -> Line2D:
        points = self._frame.size.points
        found = Line2D(
            [], [], ls="none", marker="o", ms=points * (0.34 if edge else 0.3), mfc=face, mec=edge or face,
            mew=points / 11 if edge else 0, antialiased=True, clip_on=False, zorder=zorder,
        )  # fmt: skip
        axes.add_line(found)
        return found

    def _cross(self, axes: Axes) -> Line2D:
        """The cross stands still, but over the dots, so it counts as moving."""
        points = self._frame.size.points
        found = Line2D(
            [0], [0], ls="none", marker="P", ms=points * 0.8, mfc=self._frame.colours["ink"],
            mec=self._frame.colours["paper"], mew=points / 9, antialiased=True, zorder=5,
        )  # fmt: skip
        axes.add_line(found)
        return found
