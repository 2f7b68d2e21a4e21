"""Two sorts of a class: bands from the first box of cards to the second; what stayed is grey."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from matplotlib.patches import PathPatch
from matplotlib.path import Path

from figures import palette, typeface
from figures.contract import Look, Role, Words, label
from figures.frame import SIZES, Align, Box, Frame
from figures.labels import spread
from figures.palette import GLYPH
from figures.settled import Settled

BOXES: tuple[Role, ...] = ("managing", "both", "leading", "neither")
LABELS = (
    *BOXES,
    "before",  # over the two columns
    "after",
    "stayed",  # in the key
    "moved",  # in the table: cards
)
HIGHEST = {"notebook": 3.6, "narrow": 3.2, "projector": 3.7, "print": 2.5}
"""Inches for the bands, by size."""


@dataclass(frozen=True)
class Data:
    """flows: (box before, box after) -> cards, those that stayed too."""

    flows: Mapping[tuple[str, str], int]

    def before(self, box: str) -> int:
        return sum(count for (one, _), count in self.flows.items() if one == box)

    def after(self, box: str) -> int:
        return sum(count for (_, one), count in self.flows.items() if one == box)

    @property
    def all(self) -> int:
        return sum(self.flows.values())


def rows(data: Data, labels: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The chart as a table, header first: a row a box before, a column a box after."""
    header = (f"{labels['before']} ↓ / {labels['after']} →", *(labels[box] for box in BOXES))
    return [header, *((labels[one], *(str(data.flows.get((one, two), 0)) for two in BOXES)) for one in BOXES)]


def shape(data: Data) -> tuple[object, ...]:
    """All of it: other data need a new chart."""
    return tuple(sorted(data.flows.items()))


class Chart(Settled):
    """Boxes as tall as they have cards, and bands between them, coloured by where they go."""

    def __init__(self, data: Data, words: Words, look: Look) -> None:
        self._said = {key: label(words, key) for key in LABELS}
        size = SIZES[look.size]
        self._em, self._data = size.points / 72, data
        head = self._em * 1.7
        self.frame = frame = Frame.around(look, words, HIGHEST[look.size] + head)
        room = frame.room
        side = self._names_width()
        self._thick = self._em * 0.9
        self._plot = Box(room.left + side, room.bottom, room.width - 2 * side, HIGHEST[look.size])
        frame.text(
            "label", self._said["before"], self._plot.left + self._thick, room.top, colour="muted", align="right"
        )
        frame.text("label", self._said["after"], self._plot.right - self._thick, room.top, colour="muted")
        self._tops = {"before": self._stack(data.before), "after": self._stack(data.after)}
        self._columns()
        self._bands()
        self.update(data, words)

    @property
    def _gap(self) -> float:
        return self._em * 1.3

    @property
    def _unit(self) -> float:
        """Inches a card."""
        return (self._plot.height - 3 * self._gap) / max(self._data.all, 1)

    def _names_width(self) -> float:
        points = SIZES[self.frame.look.size].points
        names = [self._said[box] for box in BOXES] + [self._said["before"], self._said["after"]]
        number = f"{self._data.all}"
        return max(typeface.width(name, points, True) for name in [*names, f"◆ {number}"]) * 1.05 + self._em * 0.6

    def _stack(self, count: Callable[[str], int]) -> dict[str, float]:
        """The top of each box, from the top down."""
        found: dict[str, float] = {}
        top = self._plot.top
        for box in BOXES:
            found[box] = top
            top -= count(box) * self._unit + self._gap
        return found

    def _columns(self) -> None:
        plot, frame = self._plot, self.frame
        sides = (("before", plot.left, self._data.before), ("after", plot.right - self._thick, self._data.after))
        for side, x, count in sides:
            left = side == "before"
            at = x - self._em * 0.4 if left else x + self._thick + self._em * 0.4
            for role, middle in zip(BOXES, self._middles(side, count), strict=True):
                high = count(role) * self._unit
                if high:
                    top = self._tops[side][role]
                    self.bar(Box(x, top - high, self._thick, high), role, role, "ink" if role == "neither" else "")
                words = f"{self._said[role]}\n{GLYPH[role]} {count(role)}"
                align: Align = "right" if left else "left"
                frame.text("body", words, at, middle, colour=f"{role}_text", strong=True, align=align, anchor="center")

    def _middles(self, side: str, count: Callable[[str], int]) -> list[float]:
        """Where the two lines about each box stand: beside it, moved as little as need be so that none touch."""
        wanted = [self._tops[side][box] - count(box) * self._unit / 2 for box in BOXES]
        tall = typeface.height(2, self.frame.points("body"), 1.28)
        return spread(wanted, [tall] * len(BOXES), self._plot.bottom - self._em * 0.4, self._plot.top + self._em * 0.4)

    def _bands(self) -> None:
        """What stayed lies under what moved."""
        left = dict(self._tops["before"])
        places: dict[tuple[str, str], list[float]] = {}
        for one in BOXES:
            for two in BOXES:
                places[one, two] = [left[one]]
                left[one] -= self._data.flows.get((one, two), 0) * self._unit
        right = dict(self._tops["after"])
        for two in BOXES:
            for one in BOXES:
                places[one, two].append(right[two])
                right[two] -= self._data.flows.get((one, two), 0) * self._unit
        for (before, after), (start, end) in sorted(places.items(), key=lambda item: item[0][0] != item[0][1]):
            high = self._data.flows.get((before, after), 0) * self._unit
            if high:
                self._band(start, end, high, after, moved=before != after)

    def _band(self, start: float, end: float, high: float, box: str, *, moved: bool) -> None:
        x0, x1 = self._plot.left + self._thick, self._plot.right - self._thick
        middle = (x0 + x1) / 2
        over = [(x0, start), (middle, start), (middle, end), (x1, end)]
        points = [*over, *((x, y - high) for x, y in reversed(over)), (x0, start)]
        curve = [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY]
        colours, frame = self.frame.colours, self.frame
        patch = PathPatch(
            Path(points, curve), fc=colours[f"{box}_tint" if moved else "faint"],
            ec=colours[box if moved else "rule"], lw=frame.size.points / 14, antialiased=True,
            zorder=3 if moved else 1, hatch=palette.hatch(frame.look, box) if moved else None,
            transform=frame.figure.dpi_scale_trans,
        )  # fmt: skip
        frame.figure.add_artist(patch)


__all__ = ["BOXES", "LABELS", "Chart", "Data", "rows", "shape"]
