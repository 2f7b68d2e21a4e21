"""Dots in four corners: each corner in a shade, with its name and the number that is counted in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from numpy.typing import NDArray

from figures import typeface
from figures.frame import Box, Frame

Array = NDArray[np.float64]
FAR = 2.9
"""How far from the middle, in standard deviations, a dot may lie; dots beyond are drawn at the edge."""


@dataclass(frozen=True)
class QuadrantWords:
    """The ends of both axes, and what follows the number of a corner."""

    right: str
    left: str
    up: str
    down: str
    of: str


class Quadrants:
    """``corners``: name of each, and its signs (up, right), 1 or -1."""

    def __init__(
        self, frame: Frame, box: Box, corners: Sequence[tuple[str, tuple[int, int]]], words: QuadrantWords
    ) -> None:
        self._frame, self._corners, self._of = frame, corners, words.of
        self.box = inner = self._furniture(box, words)
        self._wide = inner.width / 2 - frame.margin * 0.7
        self._lines = max(len(self._caption(name, 100)) for name, _ in corners)
        band = typeface.height(self._lines, frame.points("label")) + frame.margin * 0.4
        beyond = FAR * inner.height / (inner.height - 2 * band)  # the captions' bands hold no dots
        self._tiles = [self._tile(signs) for _, signs in corners]
        axes = frame.axes(inner, (-FAR * 1.03, FAR * 1.03), (-beyond, beyond))
        self._hollow, self._filled = self._dots(axes, "paper", "axis"), self._dots(axes, "result", "paper")
        self._captions = [self._text(signs) for _, signs in corners]

    @property
    def moving(self) -> tuple[Artist, ...]:
        """What `update` changes."""
        return *self._tiles, self._hollow, self._filled, *self._captions

    def update(self, across: Array, up: Array, filled: NDArray[np.bool_], shares: Array) -> None:
        """Show dots (n,) in standard deviations, which of them are filled, and the corners' numbers, of 100."""
        x, y = np.clip(across, -FAR, FAR), np.clip(up, -FAR, FAR)
        self._hollow.set_data(x[~filled], y[~filled])
        self._filled.set_data(x[filled], y[filled])
        printed = [round(share) for share in shares.tolist()]
        low, high = (np.array(to_rgb(self._frame.colours[name])) for name in ("map_low", "map_high"))
        for n, (name, _) in enumerate(self._corners):
            self._tiles[n].set_facecolor(tuple((low + shares[n] / 100 * (high - low)).tolist()))
            strong = printed[n] == max(printed)
            self._captions[n].set(
                text="\n".join(self._caption(name, printed[n])),
                fontproperties=typeface.font(self._frame.points("label"), strong),
            )

    def _caption(self, name: str, share: int) -> list[str]:
        return typeface.wrap(f"{name}: {share} {self._of}", self._frame.points("label"), self._wide * 0.97, True)

    def _furniture(self, box: Box, words: QuadrantWords) -> Box:
        """Name the ends of the axes, upright on the left and level at the foot; what is left for the corners."""
        frame, pad = self._frame, self._frame.margin * 0.4
        points, line = frame.points("small"), frame.line("small")
        ends = [words.up.replace(" ", "\n"), words.down.replace(" ", "\n")]
        left = max(typeface.width(part, points) for end in ends for part in end.split("\n")) * 1.03 + pad
        inner = Box(box.left + left, box.bottom + line + pad, box.width - left, box.height - line - pad)
        for end, y, anchor in ((ends[0], inner.top, "top"), (ends[1], inner.bottom, "bottom")):
            frame.text("small", end, inner.left - pad, y, colour="muted", align="right", anchor=anchor)  # type: ignore[arg-type]
        for end, x, align in ((words.left, inner.left, "left"), (words.right, inner.right, "right")):
            frame.text("small", end, x, inner.bottom - pad, colour="muted", align=align)  # type: ignore[arg-type]
        return inner

    def _tile(self, signs: tuple[int, int]) -> Rectangle:
        box, frame = self.box, self._frame
        up, right = signs
        x, y = box.left + box.width / 2 * (right > 0), box.bottom + box.height / 2 * (up > 0)
        found = Rectangle(
            (x, y), box.width / 2, box.height / 2, ec=frame.colours["paper"], lw=frame.size.points / 6,
            antialiased=True, transform=frame.figure.dpi_scale_trans, zorder=0,
        )  # fmt: skip
        frame.figure.add_artist(found)
        return found

    def _dots(self, axes: Axes, face: str, edge: str) -> Line2D:
        points, colours = self._frame.size.points, self._frame.colours
        found = Line2D(
            [], [], ls="none", marker="o", ms=points * 0.4, mfc=colours[face], mec=colours[edge],
            mew=points / (13 if face == "paper" else 26), antialiased=True, clip_on=False, zorder=2,
        )  # fmt: skip
        axes.add_line(found)
        return found

    def _text(self, signs: tuple[int, int]) -> Text:
        """The place of a corner's caption: at its outer corner."""
        box, pad = self.box, self._frame.margin * 0.35
        up, right = signs
        x, align = (box.right - pad, "right") if right > 0 else (box.left + pad, "left")
        y, anchor = (box.top - pad, "top") if up > 0 else (box.bottom + pad, "bottom")
        return self._frame.text("label", "", x, y, align=align, anchor=anchor)  # type: ignore[arg-type]


__all__ = ["QuadrantWords", "Quadrants"]
