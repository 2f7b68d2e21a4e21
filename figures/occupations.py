"""Jobs as points: how much managing skills matter in each, and how much leading skills; some are numbered and named."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from numpy.typing import NDArray

from figures import labels as places
from figures import typeface
from figures.contract import Look, Words, label
from figures.frame import Box, Frame
from figures.plane import Plane, Scale

LABELS = (
    "managing",  # the two indexes: the axes, and the table
    "leading",
    "job",  # in the table
    "management",  # management jobs, and all others
    "others",
)
Array = NDArray[np.float64]
MOST = 6
"""Jobs that can be named at once."""
HIGH = {"notebook": 3.7, "narrow": 3.4, "projector": 4.0, "print": 3.1}


class Job(NamedTuple):
    """A job that is named, with its two indexes."""

    title: str
    managing: float
    leading: float


@dataclass(frozen=True, eq=False)
class Data:
    """managing, leading (jobs,): indexes from 1 to 5; management (jobs,): whether it is a management job. named: up to
    six `Job`, or plain tuples of its fields. Raises ValueError for more."""

    managing: Array
    leading: Array
    management: NDArray[np.bool_]
    named: Sequence[Job | tuple[str, float, float]] = ()

    def __post_init__(self) -> None:
        if len(self.named) > MOST:
            raise ValueError(f"named: expected at most {MOST} jobs, found {len(self.named)}")

    def each(self) -> list[Job]:
        """The named jobs as `Job`."""
        return [Job(*fields) for fields in self.named]

    def mean(self, inside: bool) -> tuple[float, float]:
        """Mean managing and leading index of management jobs, or of the others."""
        who = self.management == inside
        return float(self.managing[who].mean()), float(self.leading[who].mean())


def rows(data: Data, labels: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The chart as a table, header first: the two groups' means, then the named jobs."""
    groups = [Job(labels[key], *data.mean(inside)) for key, inside in (("management", True), ("others", False))]
    header = (labels["job"], labels["managing"], labels["leading"])
    return [header, *((job.title, f"{job.managing:.2f}", f"{job.leading:.2f}") for job in (*groups, *data.each()))]


def shape(data: Data) -> tuple[object, ...]:
    """What of the data the layout depends on: the names in the key."""
    return tuple(job.title for job in data.each())


class Chart:
    """The plane of jobs, and beside it (in a narrow column under it) a key with the names."""

    def __init__(self, data: Data, words: Words, look: Look) -> None:
        self._said = {key: label(words, key) for key in LABELS}
        high, self._narrow = HIGH[look.size], look.size == "narrow"
        trial = Frame.around(look, words, high)
        self._wide = trial.room.width if self._narrow else trial.room.width * 0.34
        self._keys = [self._key(trial, text) for text in self._entries(data)]
        em = trial.margin
        long = sum(typeface.height(len(key), trial.points("body")) + em * 0.3 for key in self._keys)
        self._frame = Frame.around(look, words, high + long + em * 0.6 if self._narrow else max(high, long))
        room = self._frame.room
        plane = (
            Box(room.left, room.top - high, room.width, high)
            if self._narrow
            else Box(room.left, room.bottom, room.width - self._wide - em, room.height)
        )
        key = Box(room.left, room.bottom, room.width, long) if self._narrow else None
        self._build(plane, key or Box(room.right - self._wide, room.bottom, self._wide, room.height))
        self.update(data, words)

    @property
    def figure(self) -> Figure:
        return self._frame.figure

    @property
    def moving(self) -> tuple[Artist, ...]:
        return self._others, self._management, self._named, *self._numbers, *self._frame.moving

    def update(self, data: Data, words: Words) -> None:
        """Show other points, and other places of the named jobs."""
        inside = data.management
        self._others.set_data(data.managing[~inside], data.leading[~inside])
        self._management.set_data(data.managing[inside], data.leading[inside])
        self._named.set_data([job.managing for job in data.each()], [job.leading for job in data.each()])
        self._number(data)
        self._frame.update(words)

    def mark(self, prediction: float | None) -> None:
        """A cloud of jobs has no single number to predict: nothing is drawn."""

    def _entries(self, data: Data) -> list[str]:
        names = [f"{number} {job.title}" for number, job in enumerate(data.each(), 1)]
        return [f"▲ {self._said['management']}", f"• {self._said['others']}", *names]

    def _key(self, frame: Frame, text: str) -> list[str]:
        return typeface.wrap(text, frame.points("body"), self._wide * 0.97)

    def _build(self, box: Box, key: Box) -> None:
        frame, ticks = self._frame, (1.0, 2.0, 3.0, 4.0, 5.0)
        across = Scale(1, 5, self._said["managing"], ticks, lines=True)
        self._plane = Plane(frame, box, across, Scale(1, 5, self._said["leading"], ticks, lines=True))
        colours, points = frame.colours, frame.size.points
        self._others = self._dots(marker="o", ms=points * 0.24, mfc=colours["neither"], mec="none", alpha=0.5)
        self._management = self._dots(
            marker="^", ms=points * 0.5, mfc=colours["result"], mec=colours["paper"], mew=points / 30, zorder=3
        )
        self._named = self._dots(
            marker="o", ms=points * 0.9, mfc="none", mec=colours["ink"], mew=points / 6, zorder=5
        )  # fmt: skip
        self._numbers = [frame.text("label", strong=True) for _ in range(MOST)]
        for text in self._numbers:
            text.set_bbox({"facecolor": colours["paper"], "edgecolor": "none", "pad": 0.4})
        y, line = key.top, frame.points("body")
        for n, lines in enumerate(self._keys):
            colour = ("result_text", "muted")[n] if n < 2 else "ink"
            frame.text("body", "\n".join(lines), key.left, y, colour=colour)
            y -= typeface.height(len(lines), line) + frame.margin * 0.3

    def _number(self, data: Data) -> None:
        """Numbers beside the rings, one after the other, where nothing is covered yet."""
        box, points = self._plane.box, self._frame.points("label")
        inside = places.Rect(box.left, box.bottom, box.right, box.top)
        high, radius = typeface.height(1, points, 1.1), self._frame.size.points * 0.6 / 72
        at = [(self._plane.x(job.managing), self._plane.y(job.leading)) for job in data.each()]
        taken = [places.Rect(x - radius, y - radius, x + radius, y + radius) for x, y in at]
        for text in self._numbers:
            text.set_text("")
        for number, ((x, y), text) in enumerate(zip(at, self._numbers, strict=False), 1):
            wide = typeface.width(f"{number}", points, True) * 1.3
            [rect] = places.place([places.around(x, y, radius * 1.2, wide, high)], inside, taken)
            text.set(text=f"{number}", position=(rect.x0 + wide * 0.12, rect.y1))
            taken.append(rect)

    def _dots(self, **style: object) -> Line2D:
        found = Line2D([], [], ls="none", antialiased=True, **style)  # type: ignore[arg-type]
        self._plane.axes.add_line(found)
        return found
