"""The grid of two behaviours: what correlations of .48 and .29 mean for actual bosses.

Care for people, structure for the task, and outcomes are three normal variables with given correlations. The first two
are published (Judge, Piccolo and Ilies, 2004, over all outcomes); how far one boss shows both is an assumption. All
shares are exact: probabilities of quadrants and octants of normal variables (Sheppard, 1898). Only the dots are drawn,
and they are given the wanted correlations exactly. Above average means above the median.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from math import asin, ceil, floor, pi, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lessons.course.lever import lever, levers_of, within_ranges

DOTS = 400
SEED = 10
CORNERS = {"both": (1, 1), "care": (1, -1), "structure": (-1, 1), "neither": (-1, -1)}
"""Signs of care and structure: 1 above the median, -1 below."""
JUDGE = "Judge, Piccolo and Ilies (2004)"
POSSIBLE = 1e-9
"""The determinant of three correlations that can all hold is above this."""

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Levers:
    care: float = lever(0.48, 0.0, 0.8, 0.01, JUDGE)
    structure: float = lever(0.29, 0.0, 0.8, 0.01, JUDGE)
    together: float = lever(0.2, -0.3, 0.7, 0.05)


@dataclass(frozen=True)
class Weights:
    """What is left of each correlation when the other behaviour is taken out, and the share of variance explained."""

    care: float
    structure: float
    explained: float


@dataclass(frozen=True)
class Outcome:
    """Shares of 100 above the average in the four corners, and the weights of both behaviours."""

    levers: Levers
    corners: dict[str, float]
    weights: Weights


# ---- the equations ---------------------------------------------------------------------------------------------------
def determinant(levers: Levers) -> float:
    """Of the three correlations: above 0 where all of them can hold at once."""
    c, s, k = levers.care, levers.structure, levers.together
    return 1 + 2 * c * s * k - c**2 - s**2 - k**2


def pairs(correlation: float) -> float:
    """Of 100 pairs, in how many the one higher on one variable is also higher on the other (common language)."""
    return 100 * (0.5 + asin(correlation) / pi)


def octant(one: float, two: float, three: float) -> float:
    """The chance that three standard normal variables with these correlations are all above 0."""
    return 1 / 8 + (asin(one) + asin(two) + asin(three)) / (4 * pi)


def above_average(levers: Levers, care: int, structure: int) -> float:
    """Of 100 bosses in the corner with these signs, how many have outcomes above the average."""
    together = care * structure * levers.together
    in_corner = 1 / 4 + asin(together) / (2 * pi)
    return 100 * octant(together, care * levers.care, structure * levers.structure) / in_corner


def weights(levers: Levers) -> Weights:
    """Regression of outcomes on both behaviours, all in standard units."""
    c, s, k = levers.care, levers.structure, levers.together
    care, structure = (c - k * s) / (1 - k**2), (s - k * c) / (1 - k**2)
    return Weights(care, structure, care * c + structure * s)


# ---- the dots --------------------------------------------------------------------------------------------------------
@lru_cache(maxsize=1)
def independent_dots() -> Array:
    """Three variables of 400 dots, with means of exactly 0, variances of 1 and no correlation: (3, 400)."""
    drawn = np.random.default_rng(SEED).standard_normal((3, DOTS))
    centred = drawn - drawn.mean(axis=1, keepdims=True)
    return np.asarray(np.linalg.solve(np.linalg.cholesky(np.cov(centred)), centred))


def dots(levers: Levers) -> Array:
    """Care, structure and outcomes of 400 bosses, with exactly the wanted correlations: (3, 400)."""
    c, s, k = levers.care, levers.structure, levers.together
    wanted = np.array([[1, k, c], [k, 1, s], [c, s, 1]])
    return np.asarray(np.linalg.cholesky(wanted) @ independent_dots())


# ---- the model's face ------------------------------------------------------------------------------------------------
def run(levers: Levers) -> Outcome:
    """The four corners and the two weights."""
    return Outcome(levers, ways(levers), weights(levers))


def picture(outcome: Outcome) -> dict[str, Any]:
    """The chart's data.

    care, structure (400,): each boss, in standard deviations from the average; above (400,): whether outcomes are above
    the average. corners: names in the order both, care, structure, neither; shares (4,): of 100 in each, exactly;
    signs (4, 2): of care (up) and structure (right) in each corner. pairs_care, pairs_structure: of 100 pairs.
    """
    care, structure, outcomes = dots(outcome.levers)
    return {
        "care": care,
        "structure": structure,
        "above": outcomes > 0,
        "corners": tuple(CORNERS),
        "shares": np.array([outcome.corners[corner] for corner in CORNERS]),
        "signs": np.array(list(CORNERS.values())),
        "pairs_care": pairs(outcome.levers.care),
        "pairs_structure": pairs(outcome.levers.structure),
    }


def finding(outcome: Outcome) -> tuple[str, dict[str, float]]:
    """Which corner is ahead, of the shares as they are printed: the first that is true of these, in this order."""
    printed = {corner: round(share) for corner, share in outcome.corners.items()}
    best_alone = max(printed["care"], printed["structure"])
    cases = (
        ("no_link", outcome.levers.care == 0 and outcome.levers.structure == 0),
        ("care_ahead", printed["care"] > printed["both"]),
        ("structure_ahead", printed["structure"] > printed["both"]),
        ("level", best_alone == printed["both"]),
        ("both", True),
    )
    return next(key for key, holds in cases if holds), numbers(outcome)


def numbers(outcome: Outcome) -> dict[str, float]:
    """Every number that the texts name.

    rc, rs, k: the levers; both, people, task, neither: of 100 in each corner (people: care alone, task: structure
    alone); bc, bs: weights with the other behaviour taken out; pairs, pairs_structure: of 100 pairs.
    """
    levers, corners = outcome.levers, outcome.corners
    return {
        "rc": levers.care,
        "rs": levers.structure,
        "k": levers.together,
        "both": corners["both"],
        "people": corners["care"],
        "task": corners["structure"],
        "neither": corners["neither"],
        "bc": outcome.weights.care,
        "bs": outcome.weights.structure,
        "pairs": pairs(levers.care),
        "pairs_structure": pairs(levers.structure),
    }


def settle(levers: Levers, moved: str) -> tuple[Levers, str]:
    """Three correlations that cannot all hold: the lever moved last stops on the last step that is possible."""
    levers = within_ranges(levers)
    if determinant(levers) > POSSIBLE:
        return levers, ""
    return replace(levers, **{moved: nearest_possible(levers, moved)}), "possible"


def nearest_possible(levers: Levers, moved: str) -> float:
    """The step of one lever, nearest to where it is, at which the other two can hold as well."""
    step = next(one.step for one in levers_of(levers) if one.name == moved)
    values: dict[str, float] = {"care": levers.care, "structure": levers.structure, "together": levers.together}
    here = values.pop(moved)
    one, other = values.values()
    middle, half = one * other, sqrt((1 - one**2) * (1 - other**2))
    if here > middle:
        return round(floor((middle + half) / step - 1e-6) * step, 9)
    return round(ceil((middle - half) / step + 1e-6) * step, 9)


def reveal() -> float:
    """Of 100 pairs of bosses, in how many the more caring one also has the better outcomes."""
    return float(round(pairs(Levers().care)))


def answers() -> dict[str, float]:
    """structure_pairs: of 100 pairs, in how many the boss with more structure has the better outcomes."""
    return {"structure_pairs": pairs(Levers().structure)}


def ways(levers: Levers) -> dict[str, float]:
    """Of 100 bosses in each corner, how many have outcomes above the average."""
    return {corner: above_average(levers, *signs) for corner, signs in CORNERS.items()}


def causes(outcome: Outcome) -> dict[str, float]:
    """Where differences in outcomes come from, in % of their variance: care, structure, and all that is not here."""
    levers, found = outcome.levers, outcome.weights
    return {
        "care": 100 * found.care * levers.care,
        "structure": 100 * found.structure * levers.structure,
        "other": 100 * (1 - found.explained),
    }
