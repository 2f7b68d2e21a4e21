"""Two sorts of the same cards: each card that moved, from its first box to its second."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.lines import Line2D

from figures import typeface
from figures.contract import Look, Role, Words, label
from figures.frame import SCALE, SIZES, Box, Frame
from figures.palette import GLYPH

COLUMNS: tuple[Role, ...] = ("managing", "both", "leading", "neither")
LABELS = (
    *COLUMNS,
    "card",  # in the table
    "before",
    "after",
    "none",  # where no card moved
)
MARKER = {"managing": "s", "leading": "o", "both": "D", "neither": "o"}


class Move(NamedTuple):
    """A card (at most 64 characters) with its two boxes."""

    text: str
    before: Role
    after: Role


@dataclass(frozen=True)
class Data:
    """moves: `Move` or plain tuples of its fields, in the order in which they are shown; there may be none."""

    moves: Sequence[Move | tuple[str, Role, Role]]

    def each(self) -> list[Move]:
        """The moves as `Move`."""
        return [Move(*fields) for fields in self.moves]


def rows(data: Data, labels: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The chart as a table, header first."""
    header = (labels["card"], labels["before"], labels["after"])
    return [header, *((move.text, labels[move.before], labels[move.after]) for move in data.each())]


def shape(data: Data) -> tuple[object, ...]:
    """What of the data the layout depends on: the cards."""
    return tuple(move.text for move in data.each())


class Chart:
    """A row a card; in a narrow column its words stand over its arrow. The chart grows with its rows."""

    def __init__(self, data: Data, words: Words, look: Look) -> None:
        self._said = {key: label(words, key) for key in LABELS}
        size = SIZES[look.size]
        self._narrow, self._em, self._points = look.size == "narrow", size.points / 72, size.points
        width = size.width - 2 * self._em
        large = look.size == "projector"  # 24 rows on one screen
        self._words = width if self._narrow else width * (0.5 if large else 0.42)
        self._gap = self._em * (0.1 if large else 0.5)
        self._start = 0.0 if self._narrow else self._words + self._em
        self._step = (width - self._start) / len(COLUMNS)
        heights = [self._height(move) for move in data.each()] or [self._line * 1.5]
        self._frame = Frame.around(look, words, sum(heights) + self._head())
        self._draw(data, heights)
        self.update(data, words)

    @property
    def figure(self) -> Figure:
        return self._frame.figure

    @property
    def moving(self) -> tuple[Artist, ...]:
        return *(part for row in self._arrows for part in row), *self._frame.moving

    def update(self, data: Data, words: Words) -> None:
        """Show other boxes for the same cards."""
        for move, row in zip(data.each(), self._arrows, strict=True):
            self._show(move, *row)
        self._frame.update(words)

    def mark(self, prediction: float | None) -> None:
        """Where cards lie is no number to predict: nothing is drawn."""

    @property
    def _line(self) -> float:
        return typeface.height(1, self._points)

    def _lines(self, move: Move) -> list[str]:
        return typeface.wrap(move.text, self._points, self._words * 0.97)

    def _height(self, move: Move) -> float:
        count = len(self._lines(move)) + (1 if self._narrow else 0)
        return self._line * count + self._gap

    def _head(self) -> float:
        return typeface.height(1, self._points, 1.35) + self._em * 0.5

    def _draw(self, data: Data, heights: Sequence[float]) -> None:
        frame, room = self._frame, self._frame.room
        for role in COLUMNS:
            x = self._x(role)
            words = f"{GLYPH[role]} {self._said[role]}"
            points = self._points * SCALE["label"]
            wide = typeface.width(words, points, True)
            shown = words if wide * 1.04 < self._step else self._said[role]
            frame.text("label", shown, x, room.top, colour=f"{role}_text", strong=True, align="center")
            self._rule(x, room.bottom, room.top - self._head())
        top, self._arrows = room.top - self._head(), list[tuple[Line2D, Line2D, Line2D]]()
        if not data.moves:
            middle = room.left + self._start / 2 if self._start else room.left + room.width / 2
            frame.text("body", self._said["none"], middle, top - self._line * 0.3, colour="muted", align="center")
        for move, high in zip(data.each(), heights, strict=False):
            self._arrows.append(self._row(move, Box(room.left, top - high, room.width, high)))
            top -= high

    def _row(self, move: Move, box: Box) -> tuple[Line2D, Line2D, Line2D]:
        """The words of a card, and its arrow: where it lay, the way, where it lies."""
        words = "\n".join(self._lines(move))
        if self._narrow:
            self._frame.text("body", words, box.left, box.top - self._em * 0.2)
            middle = box.bottom + self._em * 0.2 + self._line / 2
        else:
            middle = box.bottom + box.height / 2
            right = box.left + self._words
            self._frame.text("body", words, right, middle, align="right", anchor="center")
        way = self._artist(middle, color=self._frame.colours["axis"], lw=self._points / 7, zorder=2)
        start = self._artist(middle, marker="o", ms=self._points * 0.6, mfc=self._frame.colours["paper"],
                             mec=self._frame.colours["axis"], mew=self._points / 8, ls="none", zorder=3)  # fmt: skip
        end = self._artist(middle, marker="o", ms=self._points * 0.85, ls="none", mew=self._points / 8, zorder=4)
        return way, start, end

    def _show(self, move: Move, way: Line2D, start: Line2D, end: Line2D) -> None:
        y = float(start.get_ydata()[0])  # type: ignore[index, arg-type]
        before, after = self._x(move.before), self._x(move.after)
        way.set_data([before, after], [y, y])
        start.set_data([before], [y])
        end.set_data([after], [y])
        colour = self._frame.colours[move.after]
        inside = self._frame.colours["paper"] if move.after == "neither" else colour
        end.set(marker=MARKER[move.after], markerfacecolor=inside, markeredgecolor=colour)

    def _x(self, role: Role) -> float:
        return self._frame.room.left + self._start + self._step * (COLUMNS.index(role) + 0.5)

    def _rule(self, x: float, low: float, high: float) -> None:
        rule = self._artist(low, color=self._frame.colours["rule"], lw=self._points / 14, zorder=1)
        rule.set_data([x, x], [low, high])

    def _artist(self, y: float, **style: object) -> Line2D:
        found = Line2D([0], [y], antialiased=True, transform=self._frame.figure.dpi_scale_trans, **style)  # type: ignore[arg-type]
        self._frame.figure.add_artist(found)
        return found
