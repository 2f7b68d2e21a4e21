"""Bars that are all as long as each other: of what each row loses, how much goes to which cause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.collections import PolyCollection
from matplotlib.patches import Rectangle
from numpy.typing import NDArray

from figures import palette, typeface
from figures.contract import Role
from figures.frame import Box, Frame

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Cause:
    """One part of every bar. fill and edge are tokens of the palette; role gives it a hatch on paper."""

    label: str
    fill: str
    edge: str
    role: Role = "neither"


class ShareBars:
    """Rows of shares that add up to 100, with their number where it has room, and a key with the causes over them."""

    def __init__(
        self, frame: Frame, box: Box, heading: str, rows: Sequence[tuple[str, str]], causes: Sequence[Cause]
    ) -> None:
        self._frame, self._count = frame, len(rows)
        self.box = self._furniture(box, heading, rows, causes)
        axes = frame.axes(self.box, (0.0, 100.0), (float(len(rows)), 0.0))
        self._parts = [self._part(cause) for cause in causes]
        for part in self._parts:
            axes.add_collection(part, autolim=False)
            part.set_clip_on(False)  # or the last edge is halved
        self._numbers = [[frame.text("small", align="center", anchor="center") for _ in causes] for _ in rows]
        for text, cause in ((text, cause) for row in self._numbers for text, cause in zip(row, causes, strict=True)):
            if palette.hatch(frame.look, cause.role):
                text.set_bbox({"facecolor": frame.colours["paper"], "edgecolor": "none", "pad": 0.6})

    @property
    def moving(self) -> tuple[Artist, ...]:
        """What `update` changes."""
        return *self._parts, *(text for row in self._numbers for text in row)

    def update(self, shares: Array) -> None:
        """Show other shares, in %: (rows, causes). A row of zeros is left empty."""
        ends = np.cumsum(shares, axis=1)
        starts = ends - shares
        middle = np.arange(self._count) + 0.5
        for n, part in enumerate(self._parts):
            left, right = starts[:, n], ends[:, n]
            corners = ((left, middle - 0.36), (right, middle - 0.36), (right, middle + 0.36), (left, middle + 0.36))
            part.set_verts(list(np.stack([np.column_stack(corner) for corner in corners], axis=1)))
        least = typeface.width("100", self._frame.points("small")) / self.box.width * 100
        for r, row in enumerate(self._numbers):
            y = self.box.top - self.box.height * float(middle[r]) / self._count
            for n, text in enumerate(row):
                share = float(shares[r, n])
                x = self.box.left + self.box.width * float(starts[r, n] + ends[r, n]) / 200
                text.set(text=f"{share:.0f}" if share >= least else "", position=(x, y))

    def _part(self, cause: Cause) -> PolyCollection:
        colours, frame = self._frame.colours, self._frame
        return PolyCollection(
            [], facecolors=colours[cause.fill], edgecolors=colours[cause.edge], linewidths=frame.size.points / 16,
            antialiaseds=True, hatch=palette.hatch(frame.look, cause.role), zorder=2,
        )  # fmt: skip

    def _furniture(self, box: Box, heading: str, rows: Sequence[tuple[str, str]], causes: Sequence[Cause]) -> Box:
        """Draw heading, key and the names of the rows; what is left for the bars."""
        frame, pad = self._frame, self._frame.margin * 0.35
        under = frame.heading(heading, box) - pad * 0.5
        under = self._key(box, under, causes) - pad
        left = max(typeface.width(name, frame.points("label"), True) for name, _ in rows) * 1.03 + pad
        inner = Box(box.left + left, box.bottom, box.width - left - pad, under - box.bottom)
        for n, (name, ink) in enumerate(rows):
            y = inner.top - inner.height * (n + 0.5) / len(rows)
            frame.text("label", name, inner.left - pad, y, colour=ink, strong=True, align="right", anchor="center")
        return inner

    def _key(self, box: Box, top: float, causes: Sequence[Cause]) -> float:
        """A swatch and a word for each cause, in as many lines as they need; where the last line ends."""
        frame = self._frame
        points, line, gap = frame.points("small"), frame.line("small"), frame.margin * 0.8
        x, size = box.left, frame.points("small") / 72 * 0.8
        for cause in causes:
            wide = size * 1.5 + typeface.width(cause.label, points) * 1.03
            if x > box.left and x + wide > box.right:
                x, top = box.left, top - line * 1.1
            swatch = Rectangle(
                (x, top - line * 0.5 - size * 0.5), size, size, transform=frame.figure.dpi_scale_trans,
                fc=frame.colours[cause.fill], ec=frame.colours[cause.edge], lw=frame.size.points / 16,
                hatch=palette.hatch(frame.look, cause.role), antialiased=True,
            )  # fmt: skip
            frame.figure.add_artist(swatch)
            frame.text("small", cause.label, x + size * 1.5, top, colour="muted")
            x += wide + gap
        return top - line * 1.15


__all__ = ["Cause", "ShareBars"]
