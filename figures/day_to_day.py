"""Room to breathe: how long work waits when people are kept busy, what piles up after a change, and what plans cost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from numpy.typing import NDArray

from figures.breakdown import Breakdown, Piece
from figures.contract import Look, Words, label
from figures.frame import Box, Frame
from figures.pile import Pile, PileWords
from figures.waiting import Waiting, WaitWords

Array = NDArray[np.float64]

LABELS = (
    "wait",  # over the curves, and under them
    "busy",
    "one",  # the curves
    "ten",
    "you",  # one's own point
    "prediction",
    "pile_heading",  # over the pile
    "week",
    "change",  # at the dotted line
    "ordered",  # under the axis, beside the time of an order
    "blind",  # the dashed outline; its height is added
    "jobs",  # behind numbers
    "weeks",
    "nothing",  # where nothing piles up
    "costs",  # over the bars
    "yours",  # the bars
    "lean_wait",
    "spare_wait",
    "lean_early",
    "spare_early",
    "people",  # the parts of a bar
    "waiting",
    "pile",
    "plan",  # heads of the table
    "cost",
)
PARTS = {
    "people": Piece("rule", "muted", outline="axis"),
    "waiting": Piece("map_high", "result_text", outline="result"),
    "pile": Piece("result", "result_text", outline="result"),
}
SHORTEST = 15.0
"""The bars reach at least this far, so that they keep their scale while little changes."""
HEIGHTS = {"notebook": 5.9, "narrow": 9.2, "projector": 6.7, "print": 5.0}


@dataclass(frozen=True, eq=False)
class Data:
    """busy (n,), in %, with wait_one and wait_ten (n,), in job lengths; mark_busy, mark_wait (2,): landmarks on the
    curve of one person; here_busy, here_wait: one's own point on it. weeks (w,); pile and pile_unforeseen (w,): jobs
    waiting at each week's end if the change comes; demand and people (w,), in jobs a week; change_week; ordered_week,
    -1 if nothing is ordered. plans: names, the first one's own; costs (plans, 3): people, waiting in line, pile.
    """

    busy: Array
    wait_one: Array
    wait_ten: Array
    mark_busy: Array
    mark_wait: Array
    here_busy: float
    here_wait: float
    weeks: NDArray[np.int64]
    pile: Array
    pile_unforeseen: Array
    demand: Array
    people: Array
    change_week: int
    ordered_week: int
    plans: Sequence[str]
    costs: Array


def rows(data: Data, labels: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The chart's costs as a table, header first: one row a plan."""
    header = tuple(labels[key] for key in ("plan", "cost", *PARTS))
    body = [
        (labels[plan], f"{costs.sum():.1f}", *(f"{part:.1f}" for part in costs))
        for plan, costs in zip(data.plans, data.costs, strict=True)
    ]
    return [header, *body]


def shape(data: Data) -> tuple[object, ...]:
    """What of the data the layout depends on: everything that does not follow the levers."""
    return (*data.plans, len(data.weeks), data.change_week, *data.busy.tolist(), *data.mark_wait.tolist())


class Chart:
    """The curves on the left, the pile and the bars on the right; in a narrow column one under the other."""

    def __init__(self, data: Data, words: Words, look: Look) -> None:
        self._frame = Frame(look, words, HEIGHTS[look.size])
        said = {key: label(words, key) for key in LABELS}
        bars = [(said[plan], "neither") for plan in data.plans]
        pieces = {said[key]: piece for key, piece in PARTS.items()}
        left, above, below = _places(self._frame, len(bars), list(pieces))
        self._waiting = Waiting(
            self._frame, left, (data.busy, data.wait_one, data.wait_ten), (data.mark_busy, data.mark_wait),
            WaitWords(said["wait"], said["busy"], said["one"], said["ten"], said["you"], said["prediction"]),
        )  # fmt: skip
        names = ("pile_heading", "week", "change", "ordered", "blind", "jobs", "weeks", "nothing")
        self._pile = Pile(
            self._frame, above, len(data.weeks), data.change_week, PileWords(*(said[key] for key in names))
        )
        self._bars = Breakdown(self._frame, below, said["costs"], bars, pieces)
        self.update(data, words)

    @property
    def figure(self) -> Figure:
        return self._frame.figure

    @property
    def moving(self) -> tuple[Artist, ...]:
        return *self._waiting.moving, *self._pile.moving, *self._bars.moving, *self._frame.moving

    def update(self, data: Data, words: Words) -> None:
        """Show another setting."""
        self._waiting.update(data.here_busy, data.here_wait)
        comes = bool(data.demand[-1] > data.demand[0])
        self._pile.update(data.pile, data.pile_unforeseen, comes, _order(data))
        self._bars.update(data.costs, SHORTEST)
        self._frame.update(words)

    def mark(self, prediction: float | None) -> None:
        """Draw a guess at how many times as long one waits at the second landmark as at the first."""
        self._waiting.mark(prediction)


def _order(data: Data) -> tuple[int, int] | None:
    """The week of the order and the week in which the new people are there, or the end of the axis."""
    if data.ordered_week < 0:
        return None
    more = np.flatnonzero(data.people > data.people[0])
    return data.ordered_week, int(more[0]) if len(more) else len(data.weeks)


def _places(frame: Frame, bars: int, names: Sequence[str]) -> tuple[Box, Box, Box]:
    """The places of the curves, the pile and the bars."""
    room, gap = frame.room, frame.margin
    if frame.look.size == "narrow":
        low = Breakdown.height(frame, room.width, bars, names)
        high = (room.height - low - 2 * gap) / 2
        left = room._replace(bottom=room.top - high, height=high)
        above = room._replace(bottom=room.bottom + low + gap, height=high)
        return left, above, room._replace(height=low)
    wide = room.width * 0.4
    right = Box(room.left + wide + gap * 1.5, room.bottom, room.width - wide - gap * 1.5, room.height)
    low = Breakdown.height(frame, right.width, bars, names)
    above = right._replace(bottom=right.bottom + low + gap * 0.6, height=right.height - low - gap * 0.6)
    return room._replace(width=wide), above, right._replace(height=low)
