"""A pile of work, week by week: when it grows, how high it gets, when it is gone, and when help was ordered."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.lines import Line2D
from numpy.typing import NDArray

from figures import typeface
from figures.frame import Box, Frame
from figures.labels import Rect, around, place

Array = NDArray[np.float64]
TOPS = (40.0, 80.0)
"""Where the axis may end, in jobs: the first that is high enough."""


@dataclass(frozen=True)
class PileWords:
    """heading stands over the pile, week by the axis, change at the dotted line, ordered by the line of the order;
    blind names the dashed outline; jobs and weeks follow numbers; nothing says that there is no pile."""

    heading: str
    week: str
    change: str
    ordered: str
    blind: str
    jobs: str
    weeks: str
    nothing: str


class Pile:
    """The pile as an area, dashed what it would be without foresight, and under the axis the time of an order."""

    def __init__(self, frame: Frame, box: Box, weeks: int, change: int, words: PileWords) -> None:
        self._frame, self._words, self._weeks, self._change = frame, words, weeks, change
        self.box = self._furniture(box)
        self._axes = frame.axes(self.box, (0.0, float(weeks)), (0.0, TOPS[0]))
        colours, points = frame.colours, frame.size.points
        levels = [[(0, share), (weeks, share)] for share in (0.0, 0.5, 1.0)]
        grid = LineCollection(
            levels, colors=[colours["axis"], colours["rule"], colours["rule"]], linewidths=points / 14, zorder=0,
            transform=self._axes.get_xaxis_transform(),
        )  # fmt: skip
        self._axes.add_collection(grid, autolim=False)
        self._area = PolyCollection([], facecolors=colours["result"], linewidths=0, antialiaseds=True, zorder=2)
        self._axes.add_collection(self._area, autolim=False)
        self._blind = Line2D([], [], color=colours["muted"], lw=points / 7, ls=(0, (4, 2)), zorder=3)
        self._line = Line2D([], [], color=colours["ink"], lw=points / 10, ls=(0, (1, 2)), zorder=3)
        for line in (self._blind, self._line):
            self._axes.add_line(line)
        self._order = Line2D(
            [], [], color=colours["ink"], lw=points / 7, marker="|", ms=points * 0.6, mew=points / 7,
            transform=frame.figure.dpi_scale_trans,
        )  # fmt: skip
        frame.figure.add_artist(self._order)
        self._order_words = frame.text("small", anchor="center")
        self._peak, self._blind_peak = frame.text("label", strong=True), frame.text("label", colour="muted")
        self._peak.set_bbox(
            {"facecolor": colours["paper"], "linewidth": 0, "pad": 0.3}
        )  # the dashed line passes behind
        self._said = frame.text("small", colour="muted", align="right")

    @property
    def moving(self) -> tuple[Artist, ...]:
        """What `update` changes."""
        words = self._peak, self._blind_peak, self._said, self._order_words
        return self._area, self._blind, self._line, self._order, *words, *self._numbers

    def update(self, pile: Array, blind: Array, comes: bool, order: tuple[int, int] | None) -> None:
        """Show a pile and the one without foresight, (weeks,) each. comes: whether there is more work at all.
        order: the weeks of the order and of the first day, the latter cut off where the axis ends."""
        top = next((level for level in TOPS if max(pile.max(), blind.max()) <= level), TOPS[-1])
        self._axes.set_ylim(0.0, top)
        for share, text in zip((0.0, 0.5, 1.0), self._numbers, strict=True):
            text.set_text(f"{share * top:g}")
        x, height = _outline(pile)
        self._area.set_verts([np.column_stack([x, height])])
        other = not np.allclose(pile, blind)
        self._blind.set_data(*_ridge(blind if other else np.zeros_like(blind)))
        self._line.set_data([self._change] * 2 if comes else [], [0.0, top] if comes else [])
        self._say_change(comes)
        self._name_peaks(pile, blind if other else np.zeros_like(blind), top)
        self._show_order(order)

    def _furniture(self, box: Box) -> Box:
        """Draw heading and axes; what is left for the pile."""
        frame, pad, small = self._frame, self._frame.margin * 0.35, self._frame.line("small")
        left = typeface.width("40", frame.points("small")) + pad
        inner = Box(box.left + left, box.bottom + 2 * small + pad * 1.5, box.width - left - pad, 0.0)
        under = frame.heading(self._words.heading, box) - pad
        inner = inner._replace(height=under - inner.bottom)
        for week in range(0, self._weeks + 1, 20):
            x, last = inner.left + inner.width * week / self._weeks, week == self._weeks
            said = f"{self._words.week} {week}" if last else f"{week}"
            frame.text("small", said, x, inner.bottom - pad, colour="muted", align="right" if last else "center")
        self._numbers = [
            frame.text("small", "", inner.left - pad, inner.bottom + inner.height * share, colour="muted",
                       align="right", anchor="center")
            for share in (0.0, 0.5, 1.0)
        ]  # fmt: skip
        self._order_y = box.bottom + small * 0.5
        return inner

    def _say_change(self, comes: bool) -> None:
        """Beside the dotted line, at its top, on the side where the pile never is."""
        x = self.box.left + self.box.width * self._change / self._weeks - self._frame.margin * 0.3
        lines = typeface.wrap(self._words.change, self._frame.points("small"), (x - self.box.left) * 0.96)
        self._said.set(text="\n".join(lines) if comes else "", position=(x, self.box.top - self._frame.margin * 0.2))

    def _name_peaks(self, pile: Array, blind: Array, top: float) -> None:
        """How high each pile gets and how long it lasts."""
        own = f"{pile.max():.0f} {self._words.jobs}, {np.sum(pile > 0)} {self._words.weeks}"
        named = [(self._peak, pile, own if pile.max() else self._words.nothing, True)]
        if blind.max():
            named.append((self._blind_peak, blind, f"{self._words.blind}: {blind.max():.0f} {self._words.jobs}", False))
        else:
            self._blind_peak.set_text("")
        wanted = [self._places(one, words, strong, top) for _, one, words, strong in named]
        if len(named) > 1 and pile.max():  # the dashed line rises over the peak, so its words stand behind it
            wanted[0] = wanted[0][1:]
        box = self.box
        inside = Rect(box.left + box.width * self._change / self._weeks, box.bottom, box.right, box.top)
        for (text, _, words, _), rect in zip(named, place(wanted, inside, self._covered(pile, top)), strict=True):
            text.set(text=words, position=(rect.x0, rect.y1))

    def _places(self, pile: Array, words: str, strong: bool, top: float) -> list[Rect]:
        """Where the words for a pile may stand: around its peak; where there is none, at the end of the axis."""
        points = self._frame.points("label")
        wide = typeface.width(words, points, strong) * 1.03
        high, box = typeface.height(1, points, 1.15), self.box
        at = int(pile.argmax()) + 1 if pile.max() else self._weeks * 0.9
        x, y = box.left + box.width * at / self._weeks, box.bottom + box.height * float(pile.max()) / top
        found = around(x, y, self._frame.margin * 0.35, wide, high)
        over = y + self._frame.margin * 0.2
        behind = Rect(x + high, y - high / 2, x + high + wide, y + high / 2)
        return [found[2], behind, *found, Rect(box.right - wide, over, box.right, over + high)]

    def _covered(self, pile: Array, top: float) -> list[Rect]:
        """The pile as a row of bars, for words to keep off it."""
        box, step = self.box, 2
        bars = [(week, float(pile[week : week + step].max())) for week in range(0, self._weeks, step)]
        wide = box.width / self._weeks
        return [
            Rect(
                box.left + week * wide,
                box.bottom,
                box.left + (week + step) * wide,
                box.bottom + box.height * high / top,
            )
            for week, high in bars
            if high
        ]

    def _show_order(self, order: tuple[int, int] | None) -> None:
        """A line from the order to the first day, its words behind it, or before it where there is no room behind."""
        if order is None:
            self._order.set_data([], [])
            self._order_words.set_text("")
            return
        box, gap = self.box, self._frame.margin * 0.5
        start, end = (box.left + box.width * week / self._weeks for week in order)
        self._order.set_data([start, end], [self._order_y] * 2)
        wide = typeface.width(self._words.ordered, self._frame.points("small")) * 1.03
        x = end + gap if end + gap + wide <= box.right else start - gap - wide
        self._order_words.set(text=self._words.ordered, position=(x, self._order_y))


def _ridge(pile: Array) -> tuple[Array, Array]:
    """The upper edge, from the last week without a pile to the first without one again."""
    height = np.concatenate([[0.0], pile])
    there = height > 0
    near = there | np.append(there[1:], False) | np.append(False, there[:-1])
    return np.arange(len(height))[near].astype(float), height[near]


def _outline(pile: Array) -> tuple[Array, Array]:
    """Its corners: a week's number is its beginning, the pile is counted at its end."""
    return np.arange(len(pile) + 2.0).clip(max=len(pile)), np.concatenate([[0.0], pile, [0.0]])


__all__ = ["Pile", "PileWords"]
