"""Mosaics side by side: people by questions, each tile right, wrong or undecided, with their written view on top."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.colors import to_rgb
from matplotlib.image import AxesImage
from matplotlib.patches import Rectangle
from numpy.typing import NDArray

from figures import typeface
from figures.frame import Box, Frame

Array = NDArray[np.float64]
FILLS = {1: "result", -1: "map_high", 0: "paper"}
VIEW, GAP = 4, 2
"""Rows of the picture that the written view takes, and rows left free under it."""


@dataclass(frozen=True)
class MosaicWords:
    """heading stands over the mosaics, view and people beside the first one; right, wrong, undecided are the key."""

    heading: str
    view: str
    people: str
    right: str
    wrong: str
    undecided: str
    period: str


class Mosaics:
    """A picture for each of several times, under the time and what is known then."""

    def __init__(self, frame: Frame, box: Box, count: int, people: int, words: MosaicWords) -> None:
        self._frame, self._words = frame, words
        self._shades = np.array([to_rgb(frame.colours[FILLS[sign]]) for sign in (-1, 0, 1)])
        pad, line, small = frame.margin * 0.35, frame.line("label"), frame.line("small")
        top = self._key(box, frame.heading(words.heading, box) - pad * 0.5)
        left = max(typeface.width(word, frame.points("small")) for word in (words.view, words.people)) * 1.03 + pad
        wide = (box.width - left - (count - 1) * frame.margin * 0.7) / count
        place = Box(box.left + left, box.bottom, wide, top - 2.1 * line - pad - box.bottom)
        places = [place._replace(left=place.left + n * (wide + frame.margin * 0.7)) for n in range(count)]
        self._pictures = [self._picture(one, people) for one in places]
        self._said = [frame.text("label", x=one.left, y=one.top + pad * 0.5, anchor="bottom") for one in places]
        tile = place.height / (VIEW + GAP + people)
        beside = ((words.view, tile * VIEW / 2), (words.people, tile * (VIEW + GAP) + small))
        for word, down in beside:
            y = place.top - down
            frame.text("small", word, place.left - pad, y, colour="muted", align="right", anchor="center")

    @property
    def moving(self) -> tuple[Artist, ...]:
        """What `update` changes."""
        return *self._pictures, *self._said

    def update(self, times: Sequence[int], people: Array, view: Array, known: Array) -> None:
        """Show other tiles: people (times, people, questions) and view (times, questions) of 1, 0, −1; known in %."""
        for n, picture in enumerate(self._pictures):
            picture.set_data(self._tiles(people[n], view[n]))
            self._said[n].set_text(f"{self._words.period} {times[n]}\n{known[n]:.0f} %".replace("-", "−"))

    def _tiles(self, people: Array, view: Array) -> Array:
        """The picture in red, green, blue, 0 to 1: the view, a gap, and a row a person."""
        shades = self._shades
        tiles = np.vstack([np.repeat(view[None], VIEW, axis=0), people]).astype(int) + 1
        painted = shades[tiles]
        gap = np.broadcast_to(np.array(to_rgb(self._frame.colours["paper"])), (GAP, people.shape[1], 3))
        return np.vstack([painted[:VIEW], gap, painted[VIEW:]])

    def _picture(self, place: Box, people: int) -> AxesImage:
        rows = VIEW + GAP + people
        axes = self._frame.axes(place, (0.0, 1.0), (0.0, 1.0))
        for low, high in ((0.0, people / rows), (1 - VIEW / rows, 1.0)):
            edge = Rectangle((0, low), 1, high - low, fill=False, ec=self._frame.colours["axis"], antialiased=True,
                             lw=self._frame.size.points / 14, zorder=3, clip_on=False)  # fmt: skip
            axes.add_patch(edge)
        picture = AxesImage(
            axes, interpolation="nearest", origin="upper", extent=(0, 1, 0, 1), resample=False, filternorm=False,
            interpolation_stage="data",
        )  # fmt: skip
        picture.set_data(np.zeros((rows, 1, 3)))
        axes.add_image(picture)
        return picture

    def _key(self, box: Box, top: float) -> float:
        """A tile and a word for each kind; where the key ends."""
        frame, x, size = self._frame, box.left, self._frame.points("small") / 72 * 0.8
        line = frame.line("small")
        for word, sign in ((self._words.right, 1), (self._words.wrong, -1), (self._words.undecided, 0)):
            wide = size * 1.5 + typeface.width(word, frame.points("small")) * 1.03
            if x > box.left and x + wide > box.right:
                x, top = box.left, top - line * 1.1
            tile = Rectangle(
                (x, top - line * 0.5 - size * 0.5), size, size, transform=frame.figure.dpi_scale_trans,
                fc=frame.colours[FILLS[sign]], ec=frame.colours["axis"], lw=frame.size.points / 16, antialiased=True,
            )  # fmt: skip
            frame.figure.add_artist(tile)
            frame.text("small", word, x + size * 1.5, top - line * 0.74, colour="muted", anchor="baseline")
            x += wide + frame.margin * 0.8
        return top - line * 1.15


__all__ = ["MosaicWords", "Mosaics"]
