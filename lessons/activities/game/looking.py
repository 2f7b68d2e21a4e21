"""A year that is over, seen again: the rules of looking back. Everything is computed from the year's hours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from lessons.course.two_hats import model
from lessons.course.two_hats.comparison import WAYS, way_readings
from lessons.course.two_hats.game import READINGS, total
from lessons.course.two_hats.month import LEADING, MANAGING
from lessons.course.two_hats.players import MOVED
from lessons.course.two_hats.review import Replay, Turning, turning_month, verdict
from lessons.record.state import Game

from .play import Play, trouble

MOST, REST = 7, 1
"""Points of ten for the reading that counts most, and for each other one."""
NEAR = 0.5
"""Hours or points that differ by less look the same when they are printed."""


def finished(games: Sequence[Game]) -> tuple[Game, ...]:
    """The games that can be looked back on, the newest first."""
    return tuple(game for game in reversed(games) if game.done and not trouble(game))


@dataclass(frozen=True, eq=False)
class Looked:
    """A game that is over, and the same events with hours moved. ``by``: hours a month moved to leading."""

    game: Game
    outcome: model.Outcome

    @classmethod
    def at(cls, game: Game, by: float = MOVED) -> Looked:
        """The year of a playable, finished game."""
        return cls(game, model.look_back(Play(game).year, np.array(game.hours), by))

    @property
    def replay(self) -> Replay:
        """The year as it was played."""
        return self.outcome.replay

    @property
    def verdict(self) -> str:
        """What the year came to, under the learner's own weights."""
        return verdict(self.replay, self.game.weights)

    @property
    def turning(self) -> Turning:
        """The month that made the largest difference."""
        return turning_month(self.replay)

    @property
    def level(self) -> bool:
        """Whether the year ends where the answering way does, on every reading."""
        return bool(np.abs(self.replay.final - self.replay.answering[:, -1]).max() < NEAR)

    def numbers(self) -> dict[str, float]:
        """Every number that the end of the year names; totals are those of the learner's own weights."""
        played = self.replay
        ends = {"you": played.final, "answering": played.answering[:, -1], "even": way_readings("even", played.year)}
        totals = {name: float(total(read, self.game.weights)) for name, read in ends.items()}
        return {**model.numbers(self.outcome), **totals, "months": float(played.year.months)}


# ---- where the hours went --------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Spent:
    """Hours by kind and month, and what they add up to. managing, leading: in % of all hours."""

    hours: tuple[tuple[float, ...], ...]

    @property
    def all(self) -> float:
        """All hours."""
        return float(np.sum(self.hours))

    def of_kind(self, kind: int) -> tuple[float, ...]:
        """The hours of one kind, month by month, and all of them together."""
        each = [month[kind] for month in self.hours]
        return (*each, sum(each))

    @property
    def shares(self) -> dict[str, float]:
        """How many % of the hours each hat had."""
        spent = np.array(self.hours)
        hats = {"managing": spent[:, MANAGING].sum(), "leading": spent[:, LEADING].sum()}
        return {hat: 100 * float(hours) / self.all for hat, hours in hats.items()}

    def largest_change(self) -> tuple[int, float] | None:
        """The month (from 2) in which most hours changed places, and how many; None if every month was the same."""
        if len(self.hours) < 2:
            return None
        moved = np.abs(np.diff(np.array(self.hours), axis=0)).sum(axis=1) / 2
        month = int(moved.argmax())
        return None if moved[month] < NEAR else (month + 2, float(moved[month]))


# ---- the same events again -------------------------------------------------------------------------------------------
@dataclass(frozen=True)
class Change:
    """What other hours do to the readings at the end: how many rise and fall, and the reading that changes most."""

    up: int
    down: int
    most: str
    points: float

    @classmethod
    def of(cls, change: Any) -> Change:
        """From four differences; less than half a point is none."""
        most = int(np.abs(change).argmax())
        up, down = int((change >= model.CHANGED).sum()), int((change <= -model.CHANGED).sum())
        return cls(up, down, READINGS[most], float(change[most]))

    @property
    def numbers(self) -> dict[str, float]:
        """For the sentence; the points without their sign."""
        return {"up": float(self.up), "down": float(self.down), "n": abs(self.points)}


def with_fifth_more(looked: Looked) -> dict[str, Change | None]:
    """What 8 hours a month more for each hat do; None for a hat to which nothing could be given."""
    there, back = model.changes(Looked.at(looked.game).outcome)
    shares = Spent(looked.game.hours).shares
    return {
        "leading": Change.of(there) if shares["managing"] > 0 else None,
        "managing": Change.of(back) if shares["leading"] > 0 else None,
    }


def with_split(looked: Looked, hours: Sequence[float]) -> model.Outcome:
    """The same events with a split of one's own, the same every month, where hours moved would stand."""
    other = model.look_back(looked.replay.year, np.array(hours, dtype=float))
    outcome = looked.outcome
    return model.Outcome(None, outcome.replay, float("nan"), other.replay.own, outcome.other_way)


# ---- beside simple ways, and under other weights ---------------------------------------------------------------------
def ways(looked: Looked) -> dict[str, Any]:
    """The readings at the end of each simple way through the same year, (4,); only those that there are.

    One hat alone comes last.
    """
    ordered = sorted(WAYS, key=lambda way: way.startswith("only_"))
    ends = {way: way_readings(way, looked.replay.year) for way in ordered}
    return {way: read for way, read in ends.items() if not np.isnan(read).any()}


def weights_beside(own: Mapping[str, float]) -> dict[str, dict[str, float]]:
    """One's own weights, all alike, delivery most, commitment most."""

    def most(counts: str) -> dict[str, float]:
        return {name: float(MOST if name == counts else REST) for name in READINGS}

    return {
        "own": dict(own),
        "equal": dict(model.EQUAL),
        "delivery": most("delivery"),
        "commitment": most("commitment"),
    }


def totals_under(looked: Looked, weights: Mapping[str, float]) -> list[float]:
    """Totals of one's own year, of answering and even, and of only managing and only leading."""
    found = ways(looked)
    order = (found["answering"], found["even"], found["only_managing"], found["only_leading"])
    return [float(total(read, weights)) for read in (looked.replay.final, *order)]
