"""Who looks at whom: a square, a diamond and circles, with a line for each look, thick where it counts for much."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from matplotlib.artist import Artist
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.colors import to_rgb
from matplotlib.markers import MarkerStyle
from matplotlib.transforms import IdentityTransform
from numpy.typing import NDArray

from figures.frame import Box, Frame

Array = NDArray[np.float64]

FIVE = ((-0.95, 0.1), (-0.35, 0.95), (0.75, 0.6), (0.75, -0.6), (-0.35, -0.95))
FOUR = ((-0.75, 0.62), (0.75, 0.62), (-0.75, -0.62), (0.75, -0.62))
THICKEST = 10.0
"""Thickness of a line that would carry all of somebody's attention, in points at a type size of ten."""


class Network:
    """People at fixed places in a box: the first at its top, the second at its foot, the others in groups between."""

    def __init__(self, frame: Frame, box: Box, groups: NDArray[np.int_], ties: NDArray[np.bool_]) -> None:
        """groups (n,): -1 for the first two; 0 on the left, 1 on the right, 2 between. ties (n, n): who sees whom."""
        self._frame, self.radius = frame, frame.size.points * 1.2 / 72
        self.places = _places(box, groups, self.radius)
        team = [int(person) for person in np.flatnonzero(groups >= 0)]
        self._looks = [(person, at) for at in (0, 1) for person in team]
        self._ties = [(int(a), int(b)) for a, b in np.argwhere(np.triu(ties | ties.T))]
        self._lines = [self._draw_lines(self._ties, "rule", 1), self._draw_lines(self._looks, "axis", 2)]
        shapes = (("s", 1.8, [0]), ("D", 1.8, [1]), ("o", 2.0, team))
        self._people = [(self._draw_people(marker, size, who), who) for marker, size, who in shapes]
        self._numbers = [
            frame.text("label", x=x, y=y, align="center", anchor="center", strong=True) for x, y in self.places
        ]

    @property
    def moving(self) -> tuple[Artist, ...]:
        return *self._lines, *(artist for artist, _ in self._people), *self._numbers

    def update(self, values: Array, attention: Array) -> None:
        """values (n,), 0 to 100: number and shade of each. attention (n, n): share of i's looking that goes to j."""
        scale = THICKEST * self._frame.size.points / 10
        mutual = (attention + attention.T) / 2
        self._lines[0].set_linewidth([scale * mutual[pair] for pair in self._ties])
        self._lines[1].set_linewidth([scale * attention[pair] for pair in self._looks])
        low, high = (np.array(to_rgb(self._frame.colours[end])) for end in ("map_low", "map_high"))
        shades = low + np.clip(values / 100, 0, 1)[:, None] * (high - low)
        for artist, who in self._people:
            artist.set_facecolor(shades[who])
        for text, value in zip(self._numbers, values, strict=True):
            text.set_text(f"{value:.0f}")

    def _draw_lines(self, pairs: Sequence[tuple[int, ...]], colour: str, zorder: int) -> LineCollection:
        ends = [[self.places[person] for person in pair] for pair in pairs]
        found = LineCollection(
            ends, colors=self._frame.colours[colour], antialiaseds=True, zorder=zorder, capstyle="butt",
            transform=self._frame.figure.dpi_scale_trans,
        )  # fmt: skip
        self._frame.figure.add_artist(found)
        return found

    def _draw_people(self, marker: str, size: float, who: Sequence[int]) -> PathCollection:
        """Marks ``size`` radii wide. A marker's path is one unit wide; a diamond's is measured along its side."""
        frame, style = self._frame, MarkerStyle(marker)
        found = PathCollection(
            [style.get_path().transformed(style.get_transform())], [(72 * size * self.radius) ** 2],
            offsets=self.places[who], offset_transform=frame.figure.dpi_scale_trans, antialiaseds=True, zorder=4,
            edgecolors=frame.colours["ink"], linewidths=frame.size.points / 11,
        )  # fmt: skip
        found.set_transform(IdentityTransform())  # else the sheet's own would stretch the marks over it
        frame.figure.add_artist(found)
        return found


def _places(box: Box, groups: NDArray[np.int_], radius: float) -> Array:
    """Where each person stands, in inches (n, 2)."""
    found = np.zeros((len(groups), 2))
    found[0] = box.left + box.width * 0.4, box.top - radius
    found[1] = box.left + box.width * 0.6, box.bottom + radius * 1.25
    middle = (found[0, 1] + found[1, 1]) / 2
    across = box.width * 0.115
    down = (found[0, 1] - found[1, 1]) * 0.25
    for group, share in zip((0, 2, 1), (0.145, 0.5, 0.855), strict=True):
        members = np.flatnonzero(groups == group)
        shifts = np.array((FOUR if len(members) == len(FOUR) else FIVE)[: len(members)])
        shifts = shifts * (-1, 1) if share > 0.5 else shifts
        found[members] = np.array([box.left + box.width * share, middle]) + shifts * (across, down)
    return found
