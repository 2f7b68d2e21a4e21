"""People and the ties between them: squares and circles in fixed places, each with a number and a shade."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from matplotlib.artist import Artist
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.colors import to_rgb
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D
from numpy.typing import NDArray

from figures.frame import Frame

Array = NDArray[np.float64]
NOBODY = -1


class People:
    """Those at ``places`` (k, 2), in inches; ``squares`` (k,) says who is drawn as one; ``radius`` in inches."""

    def __init__(self, frame: Frame, places: Array, squares: NDArray[np.bool_], radius: float) -> None:
        self._frame, self._places = frame, places
        colours, points = frame.colours, frame.size.points
        self._ties = self._lines(colours["axis"], points / 15, 1)
        self._own_ties = self._lines(colours["on_tint"], points / 7, 1.1)
        self._shapes = [_shape(place, radius, bool(square)) for place, square in zip(places, squares, strict=True)]
        self._people = PathCollection(
            self._shapes, edgecolors=colours["axis"], linewidths=points / 14, antialiaseds=True,
            transform=frame.figure.dpi_scale_trans, zorder=3,
        )  # fmt: skip
        frame.figure.add_artist(self._people)
        self._ring = self._outline(points / 4.5, "-")
        self._gap = self._outline(points / 9, (0, (2.5, 2)))
        self._numbers = [self._number(x, y) for x, y in places.tolist()]

    @property
    def moving(self) -> tuple[Artist, ...]:
        """What `update` changes."""
        return self._ties, self._own_ties, self._people, self._ring, self._gap, *self._numbers

    def update(self, ties: NDArray[np.int64], percent: Array, start: int, gone: int = NOBODY) -> None:
        """Show ties (n, 2), what each person's chance is in % (k,), who starts, and whose place is empty."""
        ties = ties[(ties != gone).all(axis=1)]
        own = (ties == start).any(axis=1)
        self._ties.set_segments(list(self._places[ties[~own]]))
        self._own_ties.set_segments(list(self._places[ties[own]]))
        self._people.set_facecolor(self._shades(percent, gone).tolist())
        self._people.set_edgecolor([self._frame.colours["paper" if n == gone else "axis"] for n in range(len(percent))])
        self._show(self._ring, start)
        self._show(self._gap, gone)
        for person, (text, chance) in enumerate(zip(self._numbers, percent, strict=True)):
            text.set_text("" if person == gone else f"{chance:.0f}")

    def _shades(self, percent: Array, gone: int) -> Array:
        colours = self._frame.colours
        low, high, paper = (np.array(to_rgb(colours[name])) for name in ("map_low", "map_high", "paper"))
        shades = low + (percent / 100)[:, None] * (high - low)
        if gone != NOBODY:
            shades[gone] = paper
        return np.asarray(shades)

    def _show(self, outline: PathPatch, person: int) -> None:
        """Draw an outline around one person, or around nobody."""
        outline.set_visible(person != NOBODY)
        if person != NOBODY:
            outline.set_path(self._shapes[person])

    def _lines(self, colour: str, width: float, zorder: float) -> LineCollection:
        found = LineCollection(
            [], colors=colour, linewidths=width, antialiaseds=True,
            transform=self._frame.figure.dpi_scale_trans, zorder=zorder,
        )  # fmt: skip
        self._frame.figure.add_artist(found)
        return found

    def _outline(self, width: float, style: str | tuple[int, tuple[float, ...]]) -> PathPatch:
        found = PathPatch(
            self._shapes[0], fill=False, ec=self._frame.colours["ink"], lw=width, ls=style, antialiased=True,
            transform=self._frame.figure.dpi_scale_trans, zorder=4,
        )  # fmt: skip
        self._frame.figure.add_artist(found)
        return found

    def _number(self, x: float, y: float) -> Text:
        return self._frame.text("small", "", x, y, colour="ink", align="center", anchor="center")


def _shape(place: Sequence[float], radius: float, square: bool) -> Path:
    """The outline of a person in inches: a square or a circle of about the same area."""
    x, y = place
    if square:
        return Path.unit_rectangle().transformed(Affine2D().translate(-0.5, -0.5).scale(radius * 1.8).translate(x, y))
    return Path.circle((x, y), radius)
