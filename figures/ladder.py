"""A ladder of readings: rows on one line from 0 to 100 %, each with a number or a range, in two groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from figures import typeface
from figures.frame import Box, Frame

LEVELS = (0, 20, 40, 60, 80, 100)
Style = str | tuple[int, tuple[float, ...]]
DOTTED, DASHED = (0, (1.0, 1.6)), (0, (3.0, 2.0))


@dataclass(frozen=True)
class Rung:
    """A row: its name, a few words under it, and how many lines are kept free under its marks."""

    name: str
    more: str
    kept: int = 0


@dataclass(frozen=True)
class Group:
    """Rows that measure the same: a heading, a key (or ""), and the rows from the top down."""

    heading: str
    key: str
    rungs: Sequence[Rung]


class Ladder:
    """The rows with their names (over them in a narrow column), the axis, and a dotted line through all of them.

    ``rows`` holds the middle of each row's marks in inches, ``at`` where a share stands.
    """

    def __init__(self, frame: Frame, box: Box, groups: Sequence[Group]) -> None:
        self.frame, self._pad = frame, frame.margin * 0.35
        self._over = frame.look.size == "narrow"
        self.gap = frame.size.points / 72 * 0.75
        end = typeface.width("100", frame.points("label"), True) + self.gap * 1.5
        left = (0.0 if self._over else self._names(groups)) + end
        self.box = Box(box.left + left, box.bottom + frame.line("small") + self._pad, box.width - left - end, 0.0)
        self.box = self.box._replace(height=box.top - self.box.bottom)
        self.rows = self._write(box.left, groups)
        self._axis([len(group.rungs) for group in groups])
        self._through = self.line("ink", 9, DOTTED, zorder=2)

    def at(self, share: float) -> float:
        """Where a share (0 to 100) stands, in inches."""
        return self.box.left + self.box.width * min(max(share, 0.0), 100.0) / 100

    def through(self, share: float) -> Line2D:
        """Draw the dotted line at this share; it changes with the data, so it is one of the moving artists."""
        self._through.set_data([self.at(share)] * 2, [self.box.bottom, self.rows[0]])
        return self._through

    def line(self, colour: str, thin: float, style: Style = "-", zorder: int = 3) -> Line2D:
        """A line that is still empty; ``thin`` divides the size of type into its width."""
        return self._add(
            Line2D([], [], color=self.frame.colours[colour], lw=self.frame.size.points / thin, ls=style, zorder=zorder)
        )

    def bar(self, colour: str, edge: str) -> Rectangle:
        """A bar that is still empty."""
        frame = self.frame
        found = Rectangle(
            (0, 0), 0, frame.size.points / 72 * 0.9, fc=frame.colours[colour], ec=frame.colours[edge],
            lw=frame.size.points / 12, antialiased=True, zorder=3, transform=frame.figure.dpi_scale_trans,
        )  # fmt: skip
        frame.figure.add_artist(found)
        return found

    def stretch(self, bar: Rectangle, low: float, high: float, row: int) -> None:
        """Let a bar reach from one share to another."""
        left, tall = self.at(low), bar.get_height()
        bar.set_bounds(left, self.rows[row] - tall / 2, self.at(high) - left, tall)

    def put(self, mark: Line2D, number: Text, share: float, row: int) -> None:
        """Set a diamond at a share, and its number beside it."""
        x, y, before = self.at(share), self.rows[row], number.get_horizontalalignment() == "right"
        mark.set_data([x], [y])
        number.set(text=f"{share:.0f}", position=(x - self.gap if before else x + self.gap, y))

    def diamond(self, filled: bool = True) -> Line2D:
        """A diamond that is still nowhere."""
        colours, points = self.frame.colours, self.frame.size.points
        return self._add(
            Line2D([], [], ls="none", marker="D", ms=points * 0.72, mec=colours["ink"], mew=points / 9,
                   mfc=colours["ink" if filled else "paper"], zorder=5)
        )  # fmt: skip

    def number(self, left: bool = False) -> Text:
        """A number beside a mark; the lines pass behind it."""
        found = self.frame.text("label", strong=True, align="right" if left else "left", anchor="center")
        found.set_bbox({"facecolor": self.frame.colours["paper"], "linewidth": 0, "pad": 0.8})
        return found

    def _names(self, groups: Sequence[Group]) -> float:
        """How wide the widest name is, in inches."""
        frame, rungs = self.frame, [rung for group in groups for rung in group.rungs]
        names = (typeface.width(rung.name, frame.points("label"), True) for rung in rungs)
        more = (typeface.width(rung.more, frame.points("small")) for rung in rungs)
        return max(*names, *more) * 1.03

    def _write(self, left: float, groups: Sequence[Group]) -> list[float]:
        """Write headings, keys and names; the middle of each row's marks."""
        frame, rows, y = self.frame, [], self.box.top
        heads = sum(self._head(group) for group in groups) + frame.margin * 0.6 * (len(groups) - 1)
        kept = sum(rung.kept for group in groups for rung in group.rungs) * frame.line("label")
        each = (self.box.height - heads - kept) / sum(len(group.rungs) for group in groups)
        for n, group in enumerate(groups):
            y -= frame.margin * 0.6 if n else 0.0
            frame.text("body", group.heading, left, y, strong=True)
            frame.text("small", group.key, left, y - frame.line("body"), colour="muted")
            y -= self._head(group)
            for rung in group.rungs:
                rows.append(self._name(rung, left, y, each))
                y -= each + rung.kept * frame.line("label")
        return rows

    def _head(self, group: Group) -> float:
        return self.frame.line("body") + (self.frame.line("small") if group.key else 0.0) + self._pad * 0.5

    def _name(self, rung: Rung, left: float, top: float, high: float) -> float:
        """Write a row's name: over the marks in a narrow column, else beside them."""
        frame, line = self.frame, self.frame.line("label")
        if self._over:
            frame.text("label", rung.name, left, top - line * 0.5, strong=True, anchor="center")
            after = left + typeface.width(rung.name, frame.points("label"), True) * 1.03 + frame.margin * 0.5
            frame.text("small", rung.more, after, top - line * 0.5, colour="muted", anchor="center")
            return top - line - (high - line) / 2
        middle = top - high / 2
        frame.text("label", rung.name, left, middle, strong=True, anchor="bottom")
        frame.text("small", rung.more, left, middle, colour="muted")
        return middle

    def _axis(self, counts: Sequence[int]) -> None:
        """Upright lines behind the marks, cut where words stand, and their shares under them."""
        frame, foot, tall = self.frame, self.box.bottom, self.frame.line("label") * 0.75
        ends = [sum(counts[:n]) for n in range(len(counts) + 1)]
        spans = [(n, n + 1) for n in range(ends[-1])] if self._over else list(pairwise(ends))
        for level in LEVELS:
            x = self.at(level)
            for first, last in spans:
                grid = self.line("rule", 14, zorder=0)
                low = foot if last == ends[-1] else self.rows[last - 1] - tall
                grid.set_data([x, x], [low, self.rows[first] + tall])
            frame.text("small", f"{level} %" if level == LEVELS[-1] else f"{level}", x, foot - self._pad * 0.5,
                       colour="muted", align="center")  # fmt: skip
        base = self.line("axis", 14, zorder=1)
        base.set_data([self.box.left, self.box.right], [foot, foot])

    def _add(self, line: Line2D) -> Line2D:
        line.set(antialiased=True, transform=self.frame.figure.dpi_scale_trans)
        self.frame.figure.add_artist(line)
        return line


__all__ = ["Group", "Ladder", "Rung"]
