"""Lines between posts, one a person: what each gives in one situation and in others, and the averages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.collections import LineCollection
from matplotlib.lines import Line2D
from numpy.typing import NDArray

from figures import palette, typeface
from figures.frame import Box, Frame

Array = NDArray[np.float64]
LEVELS = (0, 20, 40, 60, 80, 100)
DASHED = (0, (5, 2))
SHIFT = 2.6
"""How far, in line widths, each dashed line begins later than the one below, so that dashes form no pattern."""


@dataclass(frozen=True)
class SlopeWords:
    """heading stands over the lines, posts under them; lifted and others follow counts; floor precedes its number."""

    heading: str
    posts: Sequence[str]
    lifted: str
    others: str
    floor: str


class Slopes:
    """Those who are lifted in one colour, the others in another (dashed on paper); a line across at the floor."""

    def __init__(self, frame: Frame, box: Box, words: SlopeWords) -> None:
        self._frame, self._words = frame, words
        self._posts = np.arange(len(words.posts), dtype=float)
        self.box = self._furniture(box)
        edge = 0.18
        axes = frame.axes(self.box, (-edge, self._posts[-1] + edge), (0.0, 100.0))
        colours, points = frame.colours, frame.size.points
        grid = [[(-edge, level), (self._posts[-1] + edge, level)] for level in LEVELS]
        shades = [colours["axis"], *[colours["rule"]] * (len(LEVELS) - 1)]
        axes.add_collection(LineCollection(grid, colors=shades, linewidths=points / 14, zorder=0), autolim=False)
        self._others = LineCollection([], colors=colours["leading"], linewidths=points / 13, zorder=1)
        self._lifted = LineCollection([], colors=colours["managing"], linewidths=points / 10, zorder=2)
        for lines in (self._others, self._lifted):
            lines.set_capstyle("butt")
            axes.add_collection(lines, autolim=False)
        self._floor = Line2D([], [], color=colours["ink"], lw=points / 9, zorder=3)
        self._means = Line2D(
            self._posts, self._posts, ls="none", marker="D", ms=points * 0.85, mfc=colours["paper"], mec=colours["ink"],
            mew=points / 7, zorder=5, clip_on=False,
        )  # fmt: skip
        for line in (self._floor, self._means):
            axes.add_line(line)
        self._edge = edge
        self._floor_words = frame.text("label", anchor="center")
        self._numbers = [frame.text("label", strong=True, anchor="center") for _ in self._posts]
        for text in self._numbers:  # the lines pass behind them
            text.set_bbox({"facecolor": colours["paper"], "linewidth": 0, "pad": 0.8})

    @property
    def moving(self) -> tuple[Artist, ...]:
        """What `update` changes."""
        words = self._floor_words, *self._counts, *self._numbers
        return self._others, self._lifted, self._floor, self._means, *words

    def update(self, efforts: Array, lifted: NDArray[np.bool_], means: Array, floor: float) -> None:
        """efforts (posts, people) and means (posts,), 0 to 100; lifted (people,). A floor of 0 is none."""
        lines = np.stack([np.broadcast_to(self._posts[:, None], efforts.shape), efforts], axis=-1).swapaxes(0, 1)
        self._lifted.set_segments(list(lines[lifted]))
        self._others.set_segments(list(lines[~lifted]))
        if palette.hatch(self._frame.look, "leading"):  # on paper; on a screen colour, key and place tell them apart
            count = int((~lifted).sum())
            self._others.set_linestyle([(n * SHIFT % sum(DASHED[1]), DASHED[1]) for n in range(count)])
        self._means.set_ydata(means)
        for count, said, text in zip(
            (lifted.sum(), (~lifted).sum()), (self._words.lifted, self._words.others), self._counts, strict=True
        ):
            text.set_text(f"{count} {said}")
        self._show_floor(floor)
        gap = self._frame.size.points / 72 * 0.85
        for n, (mean, text) in enumerate(zip(means, self._numbers, strict=True)):
            last = n == len(means) - 1
            x, y = self._inches(self._posts[n], float(mean))
            text.set(text=f"{mean:.0f}", position=(x - gap if last else x + gap, y), ha="right" if last else "left")

    def _show_floor(self, floor: float) -> None:
        ends = -self._edge, self._posts[-1] + self._edge
        self._floor.set_data(ends if floor else [], [floor, floor] if floor else [])
        x, y = self._inches(ends[1], floor)
        half = self._frame.line("label") / 2
        y = max(y, self.box.bottom + half)
        words = f"{self._words.floor} {floor:g}" if floor else ""
        self._floor_words.set(text=words, position=(x + self._frame.margin * 0.3, y))

    def _furniture(self, box: Box) -> Box:
        """Draw heading, key, axis and the names of the posts; what is left for the lines, with room for the floor's."""
        frame, pad, small = self._frame, self._frame.margin * 0.35, self._frame.line("small")
        top = self._key(box, frame.heading(self._words.heading, box) - pad * 0.5) - pad
        left = typeface.width("100", frame.points("small")) + pad
        right = typeface.width(f"{self._words.floor} 80", frame.points("label")) * 1.03 + frame.margin * 0.3
        inner = Box(box.left + left, 0.0, box.width - left - right, 0.0)
        each = inner.width / len(self._posts)
        names = ["\n".join(typeface.wrap(post, frame.points("small"), each)) for post in self._words.posts]
        bottom = box.bottom + small * max(name.count("\n") + 1 for name in names) + pad * 1.8
        inner = inner._replace(bottom=bottom, height=top - bottom)
        span = self._posts[-1] + 0.36
        for post, name in zip(self._posts, names, strict=True):
            x = inner.left + inner.width * (post + 0.18) / span
            frame.text("small", name, x, bottom - pad * 1.8, align="center")
        for level in LEVELS:
            y = bottom + inner.height * level / 100
            frame.text("small", f"{level}", inner.left - pad, y, colour="muted", align="right", anchor="center")
        return inner

    def _key(self, box: Box, top: float) -> float:
        """A piece of each kind of line, with the count beside it; where the key ends."""
        frame, line, points = self._frame, self._frame.line("label"), self._frame.size.points
        sample, self._counts = frame.margin * 1.8, []
        dashed = DASHED if palette.hatch(frame.look, "leading") else "-"
        for n, (role, wide, style) in enumerate((("managing", points / 5, "-"), ("leading", points / 6, dashed))):
            y = top - (n + 0.5) * line
            stroke = Line2D(
                [box.left, box.left + sample], [y, y], color=frame.colours[role], lw=wide, ls=style,
                transform=frame.figure.dpi_scale_trans,
            )  # fmt: skip
            frame.figure.add_artist(stroke)
            x = box.left + sample + frame.margin * 0.4
            self._counts.append(frame.text("label", "", x, y, colour=f"{role}_text", anchor="center"))
        return top - 2 * line

    def _inches(self, post: float, value: float) -> tuple[float, float]:
        box, span = self.box, self._posts[-1] + 2 * self._edge
        return box.left + box.width * (post + self._edge) / span, box.bottom + box.height * value / 100


__all__ = ["SlopeWords", "Slopes"]
