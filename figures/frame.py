"""The frame of every chart: title (the finding), subtitle, room for the chart, takeaway, source.

Everything is laid out in inches with measured words. Title, subtitle and takeaway stand in lines that are kept free for
them, so they can change while a lever moves and nothing else has to.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from figures import typeface
from figures.contract import Look, Words
from figures.palette import colours


class Box(NamedTuple):
    """A rectangle in inches from the figure's lower left corner."""

    left: float
    bottom: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def top(self) -> float:
        return self.bottom + self.height


@dataclass(frozen=True)
class Size:
    """Width in inches, resolution, base size of type in points, lines kept for title, subtitle and takeaway."""

    width: float
    dpi: int
    points: float
    title_lines: int = 2
    subtitle_lines: int = 1
    takeaway_lines: int = 2


# On a screen, 100 pixels an inch are CSS pixels. The projector's chart stands beside the levers on a 1280 x 720 screen.
SIZES = {
    "notebook": Size(8.6, 100, 10.5),
    "narrow": Size(4.2, 100, 10.0, subtitle_lines=2, takeaway_lines=3),
    "projector": Size(9.0, 100, 13.5),
    "print": Size(6.7, 300, 9.0),
}
HINTED = 0.965
"""Share of a line's room that is filled: at 100 pixels an inch hinting widens words by up to 3.5 %."""
# Six sizes of type in all, as multiples of the base size.
SCALE = {"title": 1.5, "head": 1.12, "sub": 1.06, "body": 1.0, "label": 0.95, "small": 0.82}

Align = Literal["left", "center", "right"]
Anchor = Literal["bottom", "center", "top", "baseline"]


class Frame:
    """An empty sheet with the words around a chart. ``room`` is the rectangle that is left for the chart."""

    def __init__(self, look: Look, words: Words, height: float) -> None:
        self.look, self.size, self.colours = look, SIZES[look.size], colours(look)
        self.figure = Figure((self.size.width, height), self.size.dpi, facecolor=self.colours["paper"])
        self.figure.set_layout_engine("none")
        FigureCanvasAgg(self.figure)
        self.margin = self.size.points / 72
        self._width = self.size.width - 2 * self.margin
        self._title = self.text("title", strong=True)
        self._subtitle = self.text("sub", colour="muted")
        self._takeaway = self.text("sub")
        self._bar = Rectangle(
            (0, 0), 0, 0, transform=self.figure.dpi_scale_trans, lw=0, fc=self.colours["ink"], aa=True
        )
        self.figure.add_artist(self._bar)
        self._top = height - self.margin * 0.8
        self._bottom = self._source(words.source)
        self.room = self._room(words)
        self.update(words)

    @classmethod
    def around(cls, look: Look, words: Words, room: float) -> Frame:
        """A frame whose room is so many inches high."""
        trial = 10.0
        return cls(look, words, trial - cls(look, words, trial).room.height + room)

    @property
    def moving(self) -> tuple[Artist, ...]:
        """What `update` changes."""
        return self._title, self._subtitle, self._takeaway, self._bar

    def points(self, step: str) -> float:
        """A step of the type scale, in points."""
        return self.size.points * SCALE[step]

    def line(self, step: str) -> float:
        """Height of one line at a step of the type scale, in inches."""
        return typeface.height(1, self.points(step))

    def text(
        self,
        step: str,
        words: str = "",
        x: float = 0.0,
        y: float = 0.0,
        *,
        colour: str = "ink",
        strong: bool = False,
        align: Align = "left",
        anchor: Anchor = "top",
    ) -> Text:
        """Words at a place in inches."""
        found = Text(
            x,
            y,
            words,
            color=self.colours[colour],
            fontproperties=typeface.font(self.points(step), strong),
            horizontalalignment=align,
            verticalalignment=anchor,
            multialignment=align,
            linespacing=1.1,
            parse_math=False,
            usetex=False,
            antialiased=True,
            transform=self.figure.dpi_scale_trans,
            zorder=6,
        )
        self.figure.add_artist(found)
        return found

    def heading(self, words: str, box: Box) -> float:
        """A part's heading, wrapped to the width of its box, at its top; where it ends, in inches."""
        lines = typeface.wrap(words, self.points("body"), box.width, True)
        self.text("body", "\n".join(lines), box.left, box.top, strong=True)
        return box.top - typeface.height(len(lines), self.points("body"))

    def key(self, words: str, box: Box, top: float) -> float:
        """How to read a part, small and muted under its heading; where it ends, in inches."""
        lines = typeface.wrap(words, self.points("small"), box.width * 0.985)
        self.text("small", "\n".join(lines), box.left, top, colour="muted")
        return top - typeface.height(len(lines), self.points("small"))

    def axes(self, box: Box, x: tuple[float, float], y: tuple[float, float]) -> Axes:
        """Bare axes in a rectangle, with these limits: no frame, no ticks, drawn on nothing."""
        width, height = self.figure.get_size_inches()
        place = (box.left / width, box.bottom / height, box.width / width, box.height / height)
        found = self.figure.add_axes(place, frameon=False, xlim=x, ylim=y)
        found.xaxis.set_visible(False)
        found.yaxis.set_visible(False)
        return found

    def update(self, words: Words) -> None:
        """Other title, subtitle and takeaway, in the lines that are kept for them."""
        lines = self._set(self._title, "title", words.title, self.size.title_lines, self.margin, self._top, strong=True)
        below = self._top - typeface.height(lines, self.points("title"), 1.27)
        self._set(self._subtitle, "sub", words.subtitle, self.size.subtitle_lines, self.margin, below)
        kept = self.size.takeaway_lines
        top = self._bottom + typeface.height(kept, self.points("sub"))
        tall = typeface.height(
            self._set(self._takeaway, "sub", words.takeaway, kept, self.margin * 1.8, top), self.points("sub")
        )
        self._bar.set_bounds(self.margin, top - tall, self.margin * 0.3 if words.takeaway else 0, tall)

    def _set(self, artist: Text, step: str, words: str, lines: int, x: float, y: float, strong: bool = False) -> int:
        """Put words into their lines; how many lines they take."""
        room = (self.size.width - self.margin - x) * HINTED
        text, points = typeface.fit(words, self.points(step), room, lines, strong)
        artist.set(text=text, x=x, y=y, fontproperties=typeface.font(points, strong))
        return text.count("\n") + 1

    def _source(self, words: str) -> float:
        """Draw the source line; where the room above it begins, in inches from the bottom."""
        lines = typeface.wrap(words, self.points("small"), self._width * HINTED)
        self.text("small", "\n".join(lines), self.margin, self.margin * 0.7, colour="muted", anchor="bottom")
        return self.margin * (1.1 if lines else 0.8) + typeface.height(len(lines), self.points("small"))

    def _room(self, words: Words) -> Box:
        """What is left between the words."""
        top = self._top - typeface.height(self.size.title_lines, self.points("title"), 1.27)
        top -= typeface.height(self.size.subtitle_lines, self.points("sub")) if words.subtitle else 0
        taken = typeface.height(self.size.takeaway_lines, self.points("sub")) + self.margin * 0.4
        bottom = self._bottom + (taken if words.takeaway else 0)
        gap = self.margin * 0.6
        return Box(self.margin, bottom + gap, self._width, top - bottom - 2 * gap)
