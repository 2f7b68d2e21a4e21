"""The ladder of claims: one reported share, read less and less kindly.

How far the share of a sample may lie from that of all (Wilson's 95 % interval, 1927), what the silent could turn it
into (bounds without assumptions, Manski, 1989), and how many would be rated better with no course at all, because
people were chosen after a bad year (regression to the mean). Shares are in %, ratings and gains in standard deviations.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import erf, sqrt
from statistics import NormalDist
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lessons.course.lever import lever, within_ranges

STEPS = ("reported", "chance", "silent", "bad_year", "nothing")
Z = 1.959964
"""The middle 95 % of a normal distribution reach so many standard deviations to either side."""
POINTS = 201
"""Points of the midpoint rule over the chosen people's ratings."""
CLEAR = 5.0
"""A share stands clear of what would happen with no course if it is more than so many points above it."""
WIDE = 50.0
"""A range wider than this, in points, leaves the claim undecided."""

NORMAL = NormalDist()
Array = NDArray[np.float64]


@dataclass(frozen=True)
class Levers:
    reported: int = lever(90, 50, 100, 1, "the article, P6.S1; Chartered Management Institute (2012)")
    answers: int = lever(1185, 20, 2000, 5, "Chartered Management Institute (2012)")
    answered: int = lever(30, 5, 100, 5)
    steadiness: float = lever(0.6, 0.2, 0.95, 0.05)
    lowest: int = lever(30, 10, 100, 5)
    gain: float = lever(0.0, 0.0, 1.0, 0.1)


@dataclass(frozen=True)
class Outcome:
    """The steps of the ladder, in %: ranges (low, high), and the shares rated better without and with the true gain."""

    levers: Levers
    by_chance: tuple[float, float]
    with_silent: tuple[float, float]
    no_course: float
    with_gain: float
    nobody_chosen: float


# ---- the equations ---------------------------------------------------------------------------------------------------
def sampling_range(share: float, answers: int) -> tuple[float, float]:
    """Wilson's 95 % interval, in %: all true shares that this share of so many answers, drawn by chance, fits."""
    p, weight = share / 100, Z**2 / answers
    middle = (p + weight / 2) / (1 + weight)
    half = sqrt(weight * p * (1 - p) + weight**2 / 4) / (1 + weight)
    return 100 * max(middle - half, 0.0), 100 * min(middle + half, 1.0)


def range_with_silent(share: float, answered: float) -> tuple[float, float]:
    """The share of all who were asked, in %, if every silent person means no, and if every one means yes."""
    low = share * answered / 100
    return low, low + 100 - answered


def share_of_all(share: float, answered: float, silent_share: float) -> float:
    """The share of all who were asked, in %, if so many % of the silent mean yes."""
    return (share * answered + silent_share * (100 - answered)) / 100


@lru_cache(maxsize=256)
def chosen_ratings(lowest: float) -> Array:
    """Last year's ratings of the lowest so many per cent, as equally frequent values, ascending: (201,)."""
    shares = (np.arange(POINTS) + 0.5) / POINTS * lowest / 100
    ratings = np.array([NORMAL.inv_cdf(share) for share in shares])
    ratings.setflags(write=False)
    return ratings


@lru_cache(maxsize=256)
def rated_better(steadiness: float, lowest: float, gain: float) -> float:
    """% of the chosen people who are rated better a year later, if each has truly gained so much.

    Two years' ratings are normal and correlate ``steadiness``: the next one is expected at steadiness × rating + gain,
    and its spread around that is √(1 − steadiness²).
    """
    ratings = chosen_ratings(lowest)
    rise = (steadiness * ratings + gain - ratings) / sqrt(1 - steadiness**2)
    return 100 * float(np.mean([below(value) for value in rise]))


def below(value: float) -> float:
    """Share of a standard normal distribution below a value."""
    return (1 + erf(value / sqrt(2))) / 2


# ---- the model's face ------------------------------------------------------------------------------------------------
def run(levers: Levers) -> Outcome:
    """Every step of the ladder for the claim that the levers describe."""
    return Outcome(
        levers=levers,
        by_chance=sampling_range(levers.reported, levers.answers),
        with_silent=range_with_silent(levers.reported, levers.answered),
        no_course=rated_better(levers.steadiness, levers.lowest, 0.0),
        with_gain=rated_better(levers.steadiness, levers.lowest, levers.gain),
        nobody_chosen=rated_better(levers.steadiness, 100, 0.0),
    )


def picture(outcome: Outcome) -> dict[str, Any]:
    """The chart's data, in %.

    steps: reported, chance (answers drawn by chance), silent (with those who did not answer), bad_year (no course,
    after a bad year), nothing (no course, nobody chosen). low, high (5,): the range of each step, the same number twice
    where it is one. with_gain: beside step bad_year, the share rated better with the true gain. gain: that gain, in
    standard deviations. reported: the share reported.
    """
    reported = float(outcome.levers.reported)
    single = (outcome.no_course, outcome.nobody_chosen)
    return {
        "steps": STEPS,
        "low": np.array([reported, outcome.by_chance[0], outcome.with_silent[0], *single]),
        "high": np.array([reported, outcome.by_chance[1], outcome.with_silent[1], *single]),
        "with_gain": outcome.with_gain,
        "gain": outcome.levers.gain,
        "reported": reported,
    }


def finding(outcome: Outcome) -> tuple[str, dict[str, float]]:
    """What the reported share can show: the first that is true of these, in this order."""
    lowest_share, no_course = outcome.with_silent[0], outcome.no_course
    cases = (
        ("undecided_range", 100 - outcome.levers.answered > WIDE),
        ("weak", outcome.levers.reported <= no_course + CLEAR),
        ("stronger", lowest_share > no_course + CLEAR),
        ("undecided", True),
    )
    return next(key for key, holds in cases if holds), numbers(outcome)


def numbers(outcome: Outcome) -> dict[str, float]:
    """Every number that the texts name, in % unless said.

    p: reported; n: answers; a, b: range by chance; R: share who answered, silent: the others; lo, hi: range with the
    silent; no: rated better with no course after a bad year, yes: with the true gain g (standard deviations); none:
    with no course and nobody chosen; steadiness: correlation of two years; lowest: who was chosen.
    """
    levers = outcome.levers
    return {
        "p": levers.reported,
        "n": levers.answers,
        "a": outcome.by_chance[0],
        "b": outcome.by_chance[1],
        "R": levers.answered,
        "silent": 100 - levers.answered,
        "lo": outcome.with_silent[0],
        "hi": outcome.with_silent[1],
        "no": outcome.no_course,
        "yes": outcome.with_gain,
        "none": outcome.nobody_chosen,
        "g": levers.gain,
        "steadiness": levers.steadiness,
        "lowest": levers.lowest,
    }


def settle(levers: Levers, moved: str) -> tuple[Levers, str]:
    """These levers limit each other in nothing."""
    return within_ranges(levers), ""


def reveal() -> float:
    """Out of 100 people chosen after a bad year, how many are rated better when nothing was done."""
    start = Levers()
    return float(round(rated_better(start.steadiness, start.lowest, 0.0)))


def answers() -> dict[str, float]:
    """share_of_all: 20 % answer, 90 % of these say yes, half of the silent would say yes too."""
    return {"share_of_all": share_of_all(share=90, answered=20, silent_share=50)}


def ways(levers: Levers) -> dict[str, float]:
    """No hat wins here. What the claim must beat, and what it is worth at least, in %: no_course, said_yes."""
    outcome = run(levers)
    return {"no_course": outcome.no_course, "said_yes": outcome.with_silent[0]}


def causes(outcome: Outcome) -> dict[str, float]:
    """What each may take from the reported share, or explain of it, in points.

    Chance and silence at their worst; after a bad year, who rises beyond the half that rises in any case.
    """
    reported = outcome.levers.reported
    return {
        "chance": reported - outcome.by_chance[0],
        "silence": reported - outcome.with_silent[0],
        "bad_year": outcome.no_course - outcome.nobody_chosen,
    }
