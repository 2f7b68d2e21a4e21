"""Who looks at whom: a boss, an admired colleague and a team, and how far the team has moved on a scale of care."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patheffects import withStroke
from numpy.typing import NDArray

from figures import typeface
from figures.contract import Look, Words, label
from figures.frame import Align, Box, Frame
from figures.labels import spread
from figures.network import Network

Array = NDArray[np.float64]

LABELS = (
    "boss",  # beside the square; what is asked and done is added
    "asks",
    "does",
    "colleague",  # beside the diamond; what is done is added
    "near_boss",  # the three groups; their average is added
    "between",
    "near_colleague",
    "scale",  # over the scale: what it measures
    "start",  # where the team was, where it is, what is asked; the number is added
    "team",
    "asked",
    "prediction",  # the learner's; its number is added
)
GROUPS = (("near_boss", 0), ("between", 2), ("near_colleague", 1))
HEIGHT = {"notebook": 2.9, "narrow": 3.2, "projector": 3.1, "print": 2.5}


@dataclass(frozen=True, eq=False)
class Data:
    """care (n,): of each person, 0 to 100; person 0 is the boss (what people take from them), 1 the colleague. groups
    (n,): -1 for these two, then 0 near the boss, 1 near the colleague, 2 between. ties (n, n): who sees whose work in
    the team. attention (n, n): share of i's looking that goes to j. word, deed, colleague: what the boss asks and does,
    and what the colleague does; signal: what people take from the boss. team, near_boss, near_colleague: averages.
    start: the team's average before.
    """

    care: Array
    groups: NDArray[np.int_]
    ties: NDArray[np.bool_]
    attention: Array
    word: float
    deed: float
    colleague: float
    signal: float
    team: float
    near_boss: float
    near_colleague: float
    start: float


def rows(data: Data, labels: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The chart as a table, header first: boss, colleague and the groups, with their care."""
    body = [(labels["boss"], f"{data.signal:.0f}"), (labels["colleague"], f"{data.colleague:.0f}")]
    body += [(labels[key], f"{_average(data, group):.0f}") for key, group in GROUPS]
    marks = (("start", data.start), ("team", data.team), ("asked", data.word))
    return [("", labels["scale"]), *body, *((labels[key], f"{value:.0f}") for key, value in marks)]


def shape(data: Data) -> tuple[object, ...]:
    """What of the data the layout depends on: the groups, and who sees whom."""
    return tuple(data.groups.tolist()), data.ties.tobytes()


class Chart:
    """The network, and under it the scale."""

    def __init__(self, data: Data, words: Words, look: Look) -> None:
        self._labels = {key: label(words, key) for key in LABELS}
        trial = Frame(look, words, 10.0)
        self._frame = frame = Frame.around(look, words, HEIGHT[look.size] + _scale_height(trial) + trial.margin)
        high = HEIGHT[look.size]
        box = frame.room._replace(bottom=frame.room.top - high, height=high)
        self._network = Network(frame, box, data.groups, data.ties)
        (boss_x, boss_y), (colleague_x, colleague_y) = self._network.places[:2]
        beside = self._network.radius * 1.5
        self._boss = frame.text("label", x=boss_x + beside, y=boss_y, anchor="center", strong=True)
        self._colleague = frame.text(
            "label", x=colleague_x - beside * 1.2, y=colleague_y, align="right", anchor="center", strong=True
        )
        self._groups = [
            frame.text("label", x=x, y=y, align=align, anchor="center") for x, y, align in self._captions(box)
        ]
        halo = withStroke(linewidth=frame.size.points / 3, foreground=frame.colours["paper"])
        for text in self._groups if look.size == "narrow" else self._groups[1:2]:  # lines pass behind these words
            text.set_path_effects([halo])
        self._scale = _Scale(frame, frame.room._replace(height=_scale_height(frame)), self._labels)
        self.update(data, words)

    @property
    def figure(self) -> Figure:
        return self._frame.figure

    @property
    def moving(self) -> tuple[Artist, ...]:
        said = (self._boss, self._colleague, *self._groups)
        return *self._network.moving, *said, *self._scale.moving, *self._frame.moving

    def update(self, data: Data, words: Words) -> None:
        """Show other levels and looks (of the same people) and words."""
        named = self._labels
        self._network.update(data.care, data.attention)
        self._boss.set_text(f"{named['boss']} {named['asks']} {data.word:.0f}, {named['does']} {data.deed:.0f}")
        self._colleague.set_text(f"{named['colleague']} {named['does']} {data.colleague:.0f}")
        for text, (key, group) in zip(self._groups, GROUPS, strict=True):
            text.set_text(f"{named[key]}: {_average(data, group):.0f}")
        self._scale.update(data)
        self._frame.update(words)

    def mark(self, prediction: float | None) -> None:
        """Draw a guess at how many points the team moves up."""
        self._scale.mark(prediction)

    def _captions(self, box: Box) -> tuple[tuple[float, float, Align], ...]:
        """Where the names of the groups stand: over the left one, amid the middle one, under the right one."""
        heights, away = self._network.places[2:, 1], self._network.radius + self._frame.line("label") * 0.65
        middle = box.left + box.width / 2, float(heights.min() + heights.max()) / 2
        return (
            (box.left, float(heights.max()) + away, "left"),
            (*middle, "center"),
            (box.right, float(heights.min()) - away, "right"),
        )


class _Scale:
    """A line from 0 to 100 with the team's way on it, what was asked, and a guess."""

    def __init__(self, frame: Frame, box: Box, labels: Mapping[str, str]) -> None:
        self._frame, self._labels, self._start = frame, labels, 0.0
        ends = [typeface.width(end, frame.points("label")) + frame.margin * 0.9 for end in ("0", "100")]
        self._line = box._replace(left=box.left + ends[0], width=box.width - sum(ends))
        self._y = box.bottom + frame.line("label") * 1.5
        frame.text("body", labels["scale"], box.left, box.top, strong=True)
        frame.text("label", "0", box.left, self._y, colour="muted", anchor="center")
        frame.text("label", "100", box.right, self._y, colour="muted", align="right", anchor="center")
        points = frame.size.points
        axis = self._add(lw=points / 10, color=frame.colours["axis"], zorder=1)
        axis.set_data([self._line.left, self._line.right], [self._y] * 2)
        self._way = self._add(lw=points / 2.6, color=frame.colours["result"], zorder=2, solid_capstyle="butt")
        self._marks = [
            self._add(ls="none", marker=marker, ms=points * size, mfc=frame.colours[fill], mec=frame.colours["ink"],
                      mew=points / 10, zorder=3)
            for marker, size, fill in (("o", 0.7, "paper"), ("o", 1.0, "result"), ("s", 0.8, "paper"))
        ]  # fmt: skip
        self._said = [frame.text("label", strong=strong, anchor="bottom") for strong in (False, True, False)]
        self._guess = self._add(lw=points / 6, ls=(0, (2, 1.2)), color=frame.colours["ink"], zorder=4)
        self._guessed = frame.text("label", strong=True)

    @property
    def moving(self) -> tuple[Artist, ...]:
        return self._way, *self._marks, *self._said, self._guess, self._guessed

    def update(self, data: Data) -> None:
        values = {"start": data.start, "team": data.team, "asked": data.word}
        self._start = data.start
        at = [self._at(value) for value in values.values()]
        self._way.set_data(at[:2], [self._y] * 2)
        words = [f"{self._labels[key]} {value:.0f}" for key, value in values.items()]
        gap = self._frame.margin * 0.6
        wide = [typeface.width(said, self._frame.points("label"), True) * 1.03 + gap for said in words]
        low, high = self._line.left - gap / 2, self._line.right + gap / 2
        centres = spread([x - low for x in at], wide, 0.0, high - low)
        for mark, text, x, said, centre, width in zip(self._marks, self._said, at, words, centres, wide, strict=True):
            mark.set_data([x], [self._y])
            text.set(
                text=said, position=(low + centre - (width - gap) / 2, self._y + self._frame.size.points / 72 * 0.8)
            )

    def mark(self, prediction: float | None) -> None:
        """A dashed line across the scale, with its words under it."""
        if prediction is None:
            self._guess.set_data([], [])
            self._guessed.set_text("")
            return
        x, half = self._at(self._start + prediction), self._frame.size.points / 72 * 0.75
        self._guess.set_data([x, x], [self._y - half, self._y + half])
        said = f"{self._labels['prediction']}: +{prediction:g}"
        wide = typeface.width(said, self._frame.points("label"), True) * 1.03
        left = min(max(x - wide / 2, self._line.left), self._line.right - wide)
        self._guessed.set(text=said, position=(left, self._y - half))

    def _at(self, value: float) -> float:
        return self._line.left + self._line.width * min(max(value, 0.0), 100.0) / 100

    def _add(self, **style: object) -> Line2D:
        found = Line2D([], [], antialiased=True, transform=self._frame.figure.dpi_scale_trans, **style)  # type: ignore[arg-type]
        self._frame.figure.add_artist(found)
        return found


def _average(data: Data, group: int) -> float:
    return float(data.care[data.groups == group].mean())


def _scale_height(frame: Frame) -> float:
    return frame.line("body") * 1.1 + frame.line("label") * 3.1
