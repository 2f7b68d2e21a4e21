"""Agree fast or learn slowly: what 50 people and their written view come to know of 30 questions.

`learning` holds March's (1991) model, `paths` what firms know on average (a table made by `make_paths`), and here is
what the lesson asks of them. What is known is right minus wrong answers of the written view, in % of all questions.
March wrote about learning; that fast adoption is the managing way and slow adoption the leading one is our reading.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any

import numpy as np

from lessons.course.lever import lever, within_ranges

from .learning import PERIODS, QUESTIONS, Chance, Firms, Rules, chances, history, known, start
from .paths import Array, best_speed, passes, path

SEED = 1
"""The one firm that is shown person by person: at the three speeds compared, one near the average."""
FAST, MIDDLE, SLOW = 90, 30, 10
WAYS = {"fast": FAST, "middle": MIDDLE, "slow": SLOW}
"""Speeds of adoption, in % a period: standardise, some of each, keep searching."""
NEAR = 1
"""A speed that many % points below the best one, or fewer, is near the best."""

MARCH = "March (1991), figure 1"


@dataclass(frozen=True)
class Levers:
    adopts: int = lever(FAST, 5, 95, 5, MARCH)
    learns: int = lever(50, 10, 90, 40, MARCH)
    newcomers: int = lever(0, 0, 40, 5, "March (1991), figures 4 and 5")
    change: float = lever(0.0, 0.0, 5.0, 0.5, "March (1991), figure 5")
    judged: int = lever(20, 5, 60, 1)


@dataclass(frozen=True, eq=False)
class Outcome:
    """One firm at each of 61 times, and what firms like it know on average (61, 3) in a world that stands still."""

    levers: Levers
    firm: tuple[Firms, ...]
    typical: Array

    @property
    def closed(self) -> bool:
        """Whether the world stands still and nobody new comes: only then is there an average to look up."""
        return self.levers.newcomers == 0 and self.levers.change == 0

    @property
    def known(self) -> Array:
        """What this one firm knows, in %: (61,)."""
        return np.array([100 * float(known(firm)) for firm in self.firm])


# ---- one firm --------------------------------------------------------------------------------------------------------
def rules(levers: Levers) -> Rules:
    """The chances a period that the levers set."""
    return Rules(levers.adopts / 100, levers.learns / 100, levers.newcomers / 100, levers.change / 100)


@lru_cache(maxsize=1)
def luck() -> tuple[Firms, tuple[Chance, ...]]:
    """The start of the one firm, and all its chances: the same wherever the levers stand."""
    random = np.random.default_rng(SEED)
    return start(random), tuple(islice(chances(random), PERIODS))


def one_firm(levers: Levers) -> tuple[Firms, ...]:
    """The firm at each of the 61 times."""
    begun, draws = luck()
    return tuple(history(begun, iter(draws), rules(levers)))


def agreed(firm: Firms) -> tuple[int, int]:
    """On how many questions all 50 people hold the same belief, and on how many of those it is wrong."""
    first = firm.beliefs[0]
    same = (firm.beliefs == first).all(axis=0) & (first != 0)
    return int(same.sum()), int((same & (first != firm.reality)).sum())


# ---- the model's face ------------------------------------------------------------------------------------------------
def run(levers: Levers) -> Outcome:
    """The firm that the levers describe, and what firms with its speeds know on average."""
    return Outcome(levers, one_firm(levers), path(levers.adopts, levers.learns))


def picture(outcome: Outcome) -> dict[str, Any]:
    """The chart's data. What is known is in %, −100 to 100; times are periods.

    periods (61,): 0 … 60. speeds (3,): 90, 30, 10 % a period, the firms compared. mean, low, high (3, 61): what they
    know on average in a world that stands still, and the middle eight in ten of 20,000. own_mean, own_low, own_high
    (61,): the same for the learner's speed. closed: False if newcomers come or the world changes; then those averages
    say nothing about this firm. own (61,): what the one firm shown knows. deadline: the period it is judged at. passes:
    the period from which the slow firms know more than the fast ones, 0 if they do not by period 60.
    Mosaic: mosaic_periods (3,): 0, deadline, 60; mosaic (3, 50, 30): 1 right, 0 undecided, −1 wrong, people in rows
    (from who knows least to who knows most at that time); mosaic_view (3, 30): the written view; mosaic_known (3,):
    what it knows.
    """
    levers, compared = outcome.levers, np.array([path(speed, outcome.levers.learns) for speed in WAYS.values()])
    when = np.array([0, levers.judged, PERIODS])
    shown = [outcome.firm[period] for period in when]
    return {
        "periods": np.arange(PERIODS + 1),
        "speeds": np.array(list(WAYS.values())),
        **dict(zip(("mean", "low", "high"), np.moveaxis(compared, -1, 0), strict=True)),
        **dict(zip(("own_mean", "own_low", "own_high"), outcome.typical.T, strict=True)),
        "closed": outcome.closed,
        "own": outcome.known,
        "deadline": levers.judged,
        "passes": passes(SLOW, FAST, levers.learns) or 0,
        "mosaic_periods": when,
        "mosaic": np.array([_by_knowledge(firm.beliefs * firm.reality) for firm in shown]),
        "mosaic_view": np.array([firm.view * firm.reality for firm in shown]),
        "mosaic_known": outcome.known[when],
    }


def _by_knowledge(right: Any) -> Any:
    """The rows of a mosaic in the order of what each person knows."""
    return right[np.argsort(right.sum(axis=1), kind="stable")]


def finding(outcome: Outcome) -> tuple[str, dict[str, float]]:
    """Which speed knows most at the deadline: the first that is true of these. Whole %, rounded before comparing."""
    levers, said = outcome.levers, numbers(outcome)
    best, top = best_speed(levers.learns, levers.judged)
    cases = (
        ("change", levers.change > 0 and levers.newcomers == 0),
        ("change_and_newcomers", levers.change > 0),
        ("newcomers", levers.newcomers > 0),
        ("near_best", round(top) - round(said["you"]) <= NEAR),
        ("fast", best >= 70),
        ("slow", best <= 10),
        ("middle", True),
    )
    return next(key for key, holds in cases if holds), said


def numbers(outcome: Outcome) -> dict[str, float]:
    """Every number that the texts name.

    H: the deadline; p1, p2: the speeds in %; you: what is known at H, on average, or by this one firm if newcomers come
    or the world changes; one: what the one firm knows; fast, middle, slow: the means of the firms compared at H; top:
    the highest mean at H, reached at the speed best; x: the period from which slow firms know more than fast ones, or
    60 (see `named`); same, wrong: questions on which all 50 agree at H, and agree wrongly.
    """
    levers, when = outcome.levers, outcome.levers.judged
    one, mean = float(outcome.known[when]), float(outcome.typical[when, 0])
    best, top = best_speed(levers.learns, when)
    same, wrong = agreed(outcome.firm[when])
    return {
        "H": when,
        "p1": levers.adopts,
        "p2": levers.learns,
        "newcomers": levers.newcomers,
        "change": levers.change,
        "you": mean if outcome.closed else one,
        "one": one,
        **ways(levers),
        "top": top,
        "best": best,
        "x": passes(SLOW, FAST, levers.learns) or PERIODS,
        "same": same,
        "wrong": wrong,
    }


def named(outcome: Outcome) -> dict[str, str]:
    """{passes} {x}: "passes" and the period in which slow firms overtake, or "not_yet" and the last period."""
    return {"passes": "passes" if passes(SLOW, FAST, outcome.levers.learns) else "not_yet"}


def settle(levers: Levers, moved: str) -> tuple[Levers, str]:
    """These levers limit each other in nothing."""
    return within_ranges(levers), ""


def reveal() -> float:
    """How many of 30 questions the fast firm has right in the end, on average."""
    in_the_end = path(FAST, 50)[PERIODS, 0] / 100
    return float(round(QUESTIONS * (1 + in_the_end) / 2))


def months_until_level(known_way: float, trial: float, chance: float, better: float) -> float:
    """Months in all until a month's trial is won back, on average: it finds a better way with some chance."""
    expected_afterwards = known_way + chance * (better - known_way)
    return 1 + (known_way - trial) / (expected_afterwards - known_way)


def answers() -> dict[str, float]:
    """months_until_level: 10 a month, a trial month of 4, then 13 a month one time in four."""
    return {"months_until_level": months_until_level(known_way=10, trial=4, chance=0.25, better=13)}


def ways(levers: Levers) -> dict[str, float]:
    """What fast, middle and slow firms know at the deadline, in %, on average in a world that stands still."""
    return {way: float(path(speed, levers.learns)[levers.judged, 0]) for way, speed in WAYS.items()}


def causes(outcome: Outcome) -> dict[str, float]:
    """What keeps the one firm from knowing all at the deadline, in %: a wrong answer costs two questions, none one.

    Agreed: the view is wrong and all 50 hold what it says. Doubted: it is wrong, and not all do. Open: it says nothing.
    """
    firm = outcome.firm[outcome.levers.judged]
    wrong = (firm.view != 0) & (firm.view != firm.reality)
    all_hold = (firm.beliefs == firm.view).all(axis=0)
    one = 100 / QUESTIONS
    return {
        "agreed": 2 * one * float((wrong & all_hold).sum()),
        "doubted": 2 * one * float((wrong & ~all_hold).sum()),
        "open": one * float((firm.view == 0).sum()),
    }
