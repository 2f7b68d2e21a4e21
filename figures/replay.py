"""A year replayed: what each month brought, where the hours went, and four readings, as played and with hours moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from numpy.typing import NDArray

from figures import typeface
from figures.contract import Look, Role, Words, label
from figures.frame import Frame
from figures.hours import Hours, HourWords, Kind, event_rows
from figures.readings import Columns, ReadingRow, WayKey

Array = NDArray[np.float64]

EVENTS = ("calm", "rush", "key_person", "scare", "market", "technology")
KINDS: dict[str, tuple[Role, str, str]] = {
    "plan": ("managing", "managing", "paper"),
    "check": ("managing", "managing_tint", "managing"),
    "inspire": ("leading", "leading", "paper"),
    "scan": ("leading", "leading_mid", "paper"),
    "develop": ("leading", "leading_tint", "leading"),
}
READINGS = ("delivery", "budget", "commitment", "direction")
WAYS = ("own", "moved", "answering", "even", "best_found")
LABELS = (
    "hours",  # over the bars
    "month",
    *EVENTS,
    *KINDS,
    "readings",  # over the paths
    *READINGS,
    *WAYS,  # the signs; the number of hours and the hat follow "moved"
    "managing",
    "leading",
    "prediction",  # of the budget of the way that answers; its number is added
    "row",  # head of the table's first column
)
OPTIONAL_LABELS = ("split", "other")  # beside the thin line, where there is one; for hours that were set anew
PANEL = {"notebook": (1.25, 0.44), "narrow": (1.3, 0.42), "projector": (0.85, 0.35), "print": (1.1, 0.4)}
"""Inches of the bars, and of one reading's path."""
ENDS = {"notebook": 1.75, "narrow": 1.05, "projector": 1.9, "print": 1.5}
"""Inches on the right: for the names of the hours, and for where each way ends."""
GAPS = 1.7
"""Space between the parts, in margins."""


@dataclass(frozen=True, eq=False)
class Data:
    """A year of n months. months (n,): 1 … n; events (n,): one of `EVENTS` each; hours (5, n), rows named by kinds;
    own, moved, answering (4, n): readings after each month, rows named by readings: as played, with hours moved to
    leading (moved_by of them a month; below 0: to managing), and of the way that answers each month. final (5, 4): the
    readings at the end of each of the ways, NaN where there is none. split: hours of managing a month for a thin line.
    moved_by is NaN where other hours were set anew.
    """

    months: NDArray[np.int64]
    events: Sequence[str]
    hours: Array
    kinds: Sequence[str]
    readings: Sequence[str]
    own: Array
    moved: Array
    answering: Array
    moved_by: float
    ways: Sequence[str]
    final: Array
    split: float | None = None


def rows(data: Data, labels: Mapping[str, str]) -> list[tuple[str, ...]]:
    """The chart as a table, header first: one row a month, then one for the end of each other way."""
    header = (labels["row"], *(labels[key] for key in (*data.kinds, *data.readings)))
    body = [
        (
            f"{month}: {labels[str(event)]}",
            *(f"{hours:.3g}" for hours in data.hours[:, n]),
            *(
                f"{own:.0f}\u00a0→\u00a0{moved:.0f}"
                for own, moved in zip(data.own[:, n], data.moved[:, n], strict=True)
            ),
        )
        for n, (month, event) in enumerate(zip(data.months, data.events, strict=True))
    ]
    others = [
        (labels[way], *["–"] * len(data.kinds), *(f"{value:.0f}" for value in ends))
        for way, ends in zip(data.ways, data.final, strict=True)
        if way not in ("own", "moved") and np.isfinite(ends).all()
    ]
    return [header, *body, *others]


def shape(data: Data) -> tuple[object, ...]:
    """What of the data the layout depends on: the year's events, and whether there is a thin line."""
    return (*map(str, data.events), data.split is None)


class Chart:
    """Events and hours above, then a key, then a row for each reading: its path, and its end beside other ways."""

    def __init__(self, data: Data, words: Words, look: Look) -> None:
        self._said = {key: label(words, key) for key in LABELS}
        self._split = label(words, "split") if data.split is not None else ""
        self._other = words.labels.get("other", "")
        trial = Frame(look, words, 10.0)
        self._columns = _columns(trial, self._said)
        parts = self._heights(trial, data)
        self._frame = Frame.around(look, words, sum(parts.values()) + GAPS * trial.margin)
        self._build(data, parts)
        self.update(data, words)

    @property
    def figure(self) -> Figure:
        return self._frame.figure

    @property
    def moving(self) -> tuple[Artist, ...]:
        rows = (artist for row in self._rows for artist in row.moving)
        return *self._hours.moving, *self._key.moving, *rows, self._guess, *self._frame.moving

    def update(self, data: Data, words: Words) -> None:
        """Show other hours and readings, and words."""
        said = self._said
        self._hours.update(data.hours, [said[str(event)] for event in data.events], said["calm"], data.split)
        self._key.update(self._moved(data.moved_by))
        marked = np.array([str(event) != "calm" for event in data.events])
        for n, row in enumerate(self._rows):
            paths = {"own": data.own[n], "moved": data.moved[n], "answering": data.answering[n]}
            row.update(paths, dict(zip(data.ways, data.final[:, n].tolist(), strict=True)), marked)
        self._answered = float(data.final[list(data.ways).index("answering"), list(data.readings).index("budget")])
        self._frame.update(words)

    def mark(self, prediction: float | None) -> None:
        """Draw a guess at what 8 more hours of leading do to the budget of the way that answers each month."""
        self._budget.guess(self._answered, prediction)
        said = "" if prediction is None else f"× {self._said['prediction']}: {prediction:+g}".replace("-", "−")
        self._guess.set_text(said)

    def _heights(self, frame: Frame, data: Data) -> dict[str, float]:
        """Inches of each part."""
        room, look = frame.room, frame.look
        bars, path = PANEL[look.size]
        month = self._columns.panel(room).width / len(data.months)
        rows = event_rows(frame, [self._said[key] for key in EVENTS], month)
        heading = typeface.wrap(self._said["readings"], frame.points("body"), room.width, True)
        return {
            "first": 0.0 if self._columns.names else frame.line("body"),
            "hours": Hours.height(frame, rows, bars),
            "heading": typeface.height(len(heading), frame.points("body")) if look.size != "projector" else 0.0,
            "key": WayKey.height(frame, room.width, self._longest()),
            **{key: ReadingRow.height(frame, self._columns, path) + frame.margin * 0.6 for key in READINGS},
            "numbers": frame.line("small"),
        }

    def _build(self, data: Data, parts: Mapping[str, float]) -> None:
        """Each part in its place, from the top down."""
        frame, said = self._frame, self._said
        places, top = {}, frame.room.top
        for key, high in parts.items():
            top -= frame.margin * {"heading": 0.8, "key": 0.2, READINGS[0]: 0.7}.get(key, 0.0)
            places[key] = frame.room._replace(bottom=top - high, height=high)
            top -= high
        kinds = [Kind(said[key], *KINDS[key]) for key in data.kinds]
        names = self._columns.names
        frame.heading(said["hours"], places["hours"]._replace(width=names) if names else places["first"])
        self._hours = Hours(
            frame, self._columns.panel(places["hours"]), kinds, [said[key] for key in EVENTS], len(data.months),
            HourWords(said["month"], self._split),
        )  # fmt: skip
        if parts["heading"]:
            frame.heading(said["readings"], places["heading"])
        self._key = WayKey(frame, places["key"], self._longest())
        self._rows = []
        for key in data.readings:
            place, gap = places[key], frame.margin * 0.6
            place = place._replace(bottom=place.bottom + gap, height=place.height - gap)
            self._rows.append(ReadingRow(frame, place, self._columns, said[key], key == data.readings[-1]))
        self._budget = self._rows[list(data.readings).index("budget")]
        under = self._columns.panel(places["numbers"])
        self._guess = frame.text("small", x=under.left, y=under.top + frame.margin * 0.5)

    def _longest(self) -> dict[str, str]:
        """The ways' names, that of the hours moved at its longest."""
        longest = max((self._moved(40.0), self._moved(-40.0)), key=len)
        return {way: longest if way == "moved" else self._said[way] for way in WAYS}

    def _moved(self, by: float) -> str:
        """How many hours were moved, and to which hat; NaN stands for other hours, which were set anew."""
        if np.isnan(by):
            return self._other
        said = self._said
        return f"{abs(by):g} {said['moved']} {said['leading' if by >= 0 else 'managing']}"


def _columns(frame: Frame, said: Mapping[str, str]) -> Columns:
    """The columns beside the panels; a narrow chart has none for names, and a projector's saves height for words."""
    numbers = typeface.width("100", frame.points("small")) + frame.margin * 0.35
    wide = max(typeface.width(said[key], frame.points("label"), True) for key in READINGS) * 1.03 + frame.margin * 0.6
    narrow, projector = (frame.look.size == size for size in ("narrow", "projector"))
    ends = typeface.width("100 → 100", frame.points("label")) * 1.03 if projector else 0.0
    return Columns(numbers, ENDS[frame.look.size], 0.0 if narrow else wide, ends)
