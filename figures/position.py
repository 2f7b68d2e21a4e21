"""The same people three times: reached by orders down the chart, by advice, and by advice when one has left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from numpy.typing import NDArray

from figures.contract import Look, Words, label
from figures.frame import Box, Frame
from figures.people import NOBODY, People
from figures.reach import Reach

Array = NDArray[np.float64]

LABELS = (
    "orders",  # over the three networks
    "advice",
    "after",
    "nobody_left",  # in place of "after" while everyone is there
    "reached",  # over the bars; the number is added
    "both",  # the mark on the first bar; its number is added
    "chart_after",  # the mark on the third bar
    "prediction",  # the learner's, on the second bar
    "team",  # under the networks and in the table; a number is added
    "team_lead",  # in the table
    "team_member",
    "in_charge",
    "colleague",
    "person",  # heads of the table
    "chance_orders",
    "chance_advice",
    "chance_after",
)
HEIGHTS = {"notebook": 4.6, "narrow": 8.9, "projector": 5.5, "print": 3.9}
LEVELS = (1.0, 0.7, 0.36, 0.0)
"""How high the ranks stand, as shares of a network: in charge, leads, members in two rows."""
STAGGER = 0.075
"""By how much every second member stands lower, so that ties along a row pass beside them."""


@dataclass(frozen=True, eq=False)
class Data:
    """teams (k,): the team of each person, 0 for the one in charge, whose leads come next and then the members.
    posts (k,): who holds a post. chart_ties, advice_ties (n, 2): pairs of people. chart_chance, advice_chance,
    after_chance (k,): chance of being reached in %, 100 for the one who starts. starts, starts_after, leaves
    (-1 = nobody) and colleague: people. chart, advice, after: how many people are reached; both: from the top by both;
    chart_after: by order when one has left.
    """

    teams: NDArray[np.int64]
    posts: NDArray[np.bool_]
    chart_ties: NDArray[np.int64]
    advice_ties: NDArray[np.int64]
    chart_chance: Array
    advice_chance: Array
    after_chance: Array
    starts: int
    starts_after: int
    leaves: int
    colleague: int
    chart: float
    advice: float
    after: float
    both: float
    chart_after: float


def rows(data: Data, labels: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The chart as a table, header first: one row a person."""
    header = tuple(labels[key] for key in ("person", "chance_orders", "chance_advice", "chance_after"))
    columns = (data.chart_chance, data.advice_chance, data.after_chance)
    body = [
        (name, *(f"{column[person]:.0f}" for column in columns)) for person, name in enumerate(_names(data, labels))
    ]
    return [header, *body]


def _names(data: Data, labels: Mapping[str, str]) -> list[str]:
    """What each person is called: by team and place in it."""
    found = []
    for person, team in enumerate(data.teams.tolist()):
        place = int((data.teams[:person] == team).sum())
        who = labels["team_member"] + f" {place}" if place else labels["team_lead"]
        who = labels["colleague"] if person == data.colleague else who
        found.append(f"{labels['team']} {team}, {who}" if team else labels["in_charge"])
    return found


def shape(data: Data) -> tuple[object, ...]:
    """What of the data the layout depends on: who is in which team and holds a post."""
    return (*data.teams.tolist(), *data.posts.tolist())


class Chart:
    """Three networks beside each other (below each other in a narrow column), each with a bar of people reached."""

    def __init__(self, data: Data, words: Words, look: Look) -> None:
        self._frame = Frame(look, words, HEIGHTS[look.size])
        self._words = {key: label(words, key) for key in LABELS}
        boxes = _thirds(self._frame)
        self._heads = [self._frame.text("body", x=box.left, y=box.top, strong=True) for box in boxes]
        self._networks, self._bars = zip(*(self._panel(box, data) for box in boxes), strict=True)
        self.update(data, words)

    @property
    def figure(self) -> Figure:
        return self._frame.figure

    @property
    def moving(self) -> tuple[Artist, ...]:
        networks = (artist for network in self._networks for artist in network.moving)
        bars = (artist for bar in self._bars for artist in bar.moving)
        return *networks, *bars, *self._heads, *self._frame.moving

    def update(self, data: Data, words: Words) -> None:
        """Show other chances, another start or somebody else's leaving, for the same people."""
        by_chart, by_advice, after = self._networks
        top = int(np.flatnonzero(data.teams == 0)[0])
        by_chart.update(data.chart_ties, data.chart_chance, top)
        by_advice.update(data.advice_ties, data.advice_chance, data.starts)
        after.update(data.advice_ties, data.after_chance, data.starts_after, data.leaves)
        last = "nobody_left" if data.leaves == NOBODY else "after"
        for text, key in zip(self._heads, ("orders", "advice", last), strict=True):
            text.set_text(self._words[key])
        for bar, reached in zip(self._bars, (data.chart, data.advice, data.after), strict=True):
            bar.update(reached, f"{self._words['reached']}: {reached:.1f}")
        self._bars[0].point("◆", data.both, f"{self._words['both']}: {data.both:.1f}")
        down = None if data.leaves == NOBODY else data.chart_after
        self._bars[2].point("◆", down, f"{self._words['chart_after']}: {data.chart_after:.1f}")
        self._frame.update(words)

    def mark(self, prediction: float | None) -> None:
        """Draw a guess at how many people advice reaches."""
        words = "" if prediction is None else f"{self._words['prediction']}: {prediction:g}"
        self._bars[1].point("┆", prediction, words)

    def _panel(self, box: Box, data: Data) -> tuple[People, Reach]:
        frame = self._frame
        bar = Reach(frame, box, len(data.teams) - 1)
        small = frame.line("small")
        bottom = bar.top + frame.margin * 0.35
        room = Box(box.left, bottom + small * 1.1, box.width, 0.0)
        room = room._replace(height=box.top - frame.line("body") * 1.15 - room.bottom)
        radius = min(room.width / 8 * 0.44, room.height / 8.2, frame.points("small") / 72 * 1.3)
        places = _places(data.teams, room, radius)
        for team in sorted(set(data.teams.tolist()) - {0}):
            middle = float(places[data.teams == team, 0].mean())
            frame.text("small", f"{self._words['team']} {team}", middle, bottom + small, colour="muted", align="center")
        return People(frame, places, data.posts, radius), bar


def _thirds(frame: Frame) -> list[Box]:
    room, gap = frame.room, frame.margin * 1.1
    if frame.look.size == "narrow":
        high = (room.height - 2 * gap) / 3
        return [Box(room.left, room.top - n * (high + gap) - high, room.width, high) for n in range(3)]
    wide = (room.width - 2 * gap) / 3
    return [Box(room.left + n * (wide + gap), room.bottom, wide, room.height) for n in range(3)]


def _places(teams: NDArray[np.int64], room: Box, radius: float) -> Array:
    """Where everyone stands, in inches: (k, 2). Leads over their teams, members two by two, every second one lower."""
    count = int(teams.max())
    found = np.empty((len(teams), 2))
    for person, team in enumerate(teams.tolist()):
        place = int((teams[:person] == team).sum())
        column = (team - 0.5) / count if team else 0.5
        if place:
            column += (0.25 if place % 2 == 0 else -0.25) / count
        level = LEVELS[(0 if not team else 1) if not place else 2 + (place - 1) // 2]
        drop = STAGGER if place and place % 2 == 0 else 0.0
        found[person] = column, (level - drop + STAGGER) / (1 + STAGGER)
    inside = np.array([room.width, room.height - 2 * radius])
    return np.asarray(np.array([room.left, room.bottom + radius]) + found * inside)
