"""A plane with two scales: a name over it, a name under it, round numbers at its edges, and places in inches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from matplotlib.collections import LineCollection

from figures import typeface
from figures.frame import Anchor, Box, Frame


@dataclass(frozen=True)
class Scale:
    """One axis: its ends, its name, the numbers that are printed and how, and whether lines are drawn at them."""

    low: float
    high: float
    name: str
    ticks: Sequence[float] = ()
    form: str = "g"
    lines: bool = False


class Plane:
    """Bare axes in ``box``. The name of ``up`` stands over them, that of ``across`` under their right end.

    rows: lines kept free between the upper name and the axes, for words over marks.
    """

    def __init__(self, frame: Frame, box: Box, across: Scale, up: Scale, rows: float = 0.0) -> None:
        self._frame, self._across, self._up = frame, across, up
        pad, small = frame.margin * 0.4, frame.line("small")
        heading = typeface.wrap(up.name, frame.points("label"), box.width * 0.97, True)
        frame.text("label", "\n".join(heading), box.left, box.top, strong=True)
        self.rows_top = box.top - typeface.height(len(heading), frame.points("label")) - pad * 0.4
        top = self.rows_top - (rows * frame.line("label") + pad * 0.5 if rows else small * 0.6)
        widest = max((typeface.width(self._shown(up, tick), frame.points("small")) for tick in up.ticks), default=0.0)
        left = box.left + (widest * 1.05 + pad if up.ticks else 0)
        under = typeface.wrap(across.name, frame.points("small"), box.right - left)
        foot = box.bottom + len(under) * small + (small if across.ticks else 0) + pad
        self.box = Box(left, foot, box.right - left, top - foot)
        self.axes = frame.axes(self.box, (across.low, across.high), (up.low, up.high))
        frame.text("small", "\n".join(under), box.right, box.bottom, colour="muted", align="right", anchor="bottom")
        self._number(pad)

    def x(self, value: float) -> float:
        """Where a value of the lower scale lies, in inches."""
        return self.box.left + self.box.width * (value - self._across.low) / (self._across.high - self._across.low)

    def y(self, value: float) -> float:
        """Where a value of the upright scale lies, in inches."""
        return self.box.bottom + self.box.height * (value - self._up.low) / (self._up.high - self._up.low)

    def _shown(self, scale: Scale, tick: float) -> str:
        return format(tick, scale.form).replace("-", "−")

    def _number(self, pad: float) -> None:
        """Numbers and thin lines at the edges."""
        frame, across, up = self._frame, self._across, self._up
        for tick in across.ticks:
            shown, y = self._shown(across, tick), self.box.bottom - pad * 0.4
            frame.text("small", shown, self.x(tick), y, colour="muted", align="center")
        for tick in up.ticks:
            shown, x, at_foot = self._shown(up, tick), self.box.left - pad * 0.5, tick == up.low
            anchor: Anchor = "bottom" if at_foot else "center"  # or it meets the first number under the axis
            frame.text("small", shown, x, self.y(tick), colour="muted", align="right", anchor=anchor)
        ends = [[(across.low, up.low), (across.high, up.low)]]
        ends += [[(across.low, tick), (across.high, tick)] for tick in up.ticks if up.lines]
        ends += [[(tick, up.low), (tick, up.high)] for tick in across.ticks if across.lines]
        shades = [frame.colours["axis"]] + [frame.colours["rule"]] * (len(ends) - 1)
        lines = LineCollection(ends, colors=shades, linewidths=frame.size.points / 16, zorder=0)
        self.axes.add_collection(lines, autolim=False)
