"""A chart whose marks stand still: other data build it anew, and only the words around it change in place.

For charts of a class, which change seldom and then altogether.
"""

from __future__ import annotations

from typing import Any

from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from figures import palette
from figures.contract import Words
from figures.frame import Box, Frame


class Settled:
    """What such charts share: the frame that moves, and marks drawn in inches."""

    frame: Frame

    @property
    def figure(self) -> Figure:
        return self.frame.figure

    @property
    def moving(self) -> tuple[Artist, ...]:
        return self.frame.moving

    def update(self, data: Any, words: Words) -> None:
        """Show other words around the same marks."""
        self.frame.update(words)

    def mark(self, prediction: float | None) -> None:
        """A class has no one prediction: nothing is drawn."""

    def bar(self, box: Box, colour: str, role: str = "", edge: str = "") -> None:
        """A filled rectangle; one of a role is hatched on paper."""
        colours = self.frame.colours
        found = Rectangle(
            (box.left, box.bottom), box.width, box.height, fc=colours[colour], ec=colours[edge or colour],
            lw=self.frame.size.points / 16 if edge else 0, antialiased=True, zorder=2,
            hatch=palette.hatch(self.frame.look, role) if role else None,
            transform=self.frame.figure.dpi_scale_trans,
        )  # fmt: skip
        self.frame.figure.add_artist(found)

    def line(self, x: tuple[float, float], y: tuple[float, float], colour: str, width: float, order: int = 1) -> None:
        """A straight line; width in points."""
        found = Line2D(x, y, color=self.frame.colours[colour], lw=width, antialiased=True, zorder=order,
                       solid_capstyle="butt", transform=self.frame.figure.dpi_scale_trans)  # fmt: skip
        self.frame.figure.add_artist(found)

    def dots(self, x: list[float], y: list[float], points: float, colour: str, marker: str = "o") -> None:
        """Marks of one size, at places in inches."""
        colours = self.frame.colours
        hollow = marker == "ring"
        found = Line2D(
            x, y, ls="none", marker="o" if hollow else marker, ms=points, antialiased=True, zorder=4,
            mfc=colours["paper" if hollow else colour], mec=colours[colour],
            mew=max(points / 6, 0.6) if hollow else 0, transform=self.frame.figure.dpi_scale_trans,
        )  # fmt: skip
        self.frame.figure.add_artist(found)


__all__ = ["Settled"]
