"""A bar of people reached out of all of them, with a mark on it for another number."""

from __future__ import annotations

from matplotlib.artist import Artist
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from figures import typeface
from figures.frame import Box, Frame

MARKERS = {"◆": "D", "┆": ""}


class Reach:
    """At the foot of a box: words, under them the bar, and under it a line kept free for the words of the mark."""

    def __init__(self, frame: Frame, box: Box, people: int) -> None:
        self._frame, self._box, self._people = frame, box, people
        line, self._high = frame.line("label"), frame.line("label") * 0.55
        self._base = box.bottom + line * 1.25
        self.top = self._base + self._high + line * 1.1
        self._words = frame.text("label", x=box.left, y=self.top, strong=True)
        colours = frame.colours
        self._rectangle(box.width, "faint", "rule")
        self._bar = self._rectangle(0.0, "result", "result")
        self._mark = Line2D(
            [], [], color=colours["ink"], lw=frame.size.points / 7, ls=(0, (3, 2)), marker="", mfc=colours["ink"],
            mec=colours["paper"], mew=frame.size.points / 10, ms=frame.size.points * 0.7, antialiased=True,
            transform=frame.figure.dpi_scale_trans, zorder=5,
        )  # fmt: skip
        self._mark.set_gapcolor(colours["paper"])
        frame.figure.add_artist(self._mark)
        self._said = frame.text("label", y=box.bottom + line * 1.1)

    @property
    def moving(self) -> tuple[Artist, ...]:
        """What `update` and `point` change."""
        return self._bar, self._mark, self._words, self._said

    def update(self, reached: float, words: str) -> None:
        """Show how many are reached."""
        self._bar.set_width(self._box.width * reached / self._people)
        self._words.set_text(words)

    def point(self, sign: str, at: float | None, words: str) -> None:
        """Mark another number on the bar: a diamond, or a dashed line; None takes it away."""
        if at is None:
            self._said.set_text("")
            self._mark.set_data([], [])
            return
        self._said.set_text(f"{sign} {words}" if MARKERS[sign] else words)
        x = self._box.left + self._box.width * min(at / self._people, 1.0)
        middle, reach = self._base + self._high / 2, self._high * 0.95
        ends = [middle] if MARKERS[sign] else [middle - reach, middle + reach]
        self._mark.set(data=([x] * len(ends), ends), marker=MARKERS[sign])
        half = typeface.width(self._said.get_text(), self._frame.points("label")) * 1.04 / 2
        self._said.set_x(min(max(x - half, self._box.left), self._box.right - 2 * half))

    def _rectangle(self, width: float, fill: str, edge: str) -> Rectangle:
        frame = self._frame
        found = Rectangle(
            (self._box.left, self._base), width, self._high, fc=frame.colours[fill], ec=frame.colours[edge],
            lw=frame.size.points / 16, antialiased=True, transform=frame.figure.dpi_scale_trans, zorder=2,
        )  # fmt: skip
        frame.figure.add_artist(found)
        return found
