"""Two skills that are normally distributed and linked: who has both, and what promotion does to the link.

Skills are in standard deviations from the mean of all people; the link is their correlation. Everything is exact but
the dots of `people`. Stars in both: Plackett's identity, integrated as Drezner and Wesolowsky (1990) do. What chosen
people are like: moments of the truncated normal distribution.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import asin, pi, sqrt
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

BOTH, MANAGING, LEADING = range(3)
"""What people are promoted for: both skills added, or one of them."""

NORMAL = NormalDist()
Array = NDArray[np.float64]


def cut(share: float) -> float:
    """Where the best such share of people begins, in standard deviations: 0 < share < 1."""
    return NORMAL.inv_cdf(1 - share)


def stars_in_both(link: float, share: float) -> float:
    """Share of those in the best ``share`` for one skill who are in the best ``share`` for the other too.

    The chance of both is share² without a link; Plackett's identity adds the integral of the joint density over the
    link, here with link = sin(angle), which keeps it smooth up to a link of 1.
    """
    nodes, weights = _gauss_legendre()
    half = asin(link) / 2
    density = np.exp(-(cut(share) ** 2) / (1 + np.sin(half * (nodes + 1)))) / (2 * pi)
    return float((share**2 + half * (weights @ density)) / share)


@lru_cache(maxsize=1)
def _gauss_legendre() -> tuple[Array, Array]:
    nodes, weights = np.polynomial.legendre.leggauss(64)
    return nodes, weights


@dataclass(frozen=True)
class Chosen:
    """Exact means and covariances of the skills of the people chosen."""

    mean_managing: float
    mean_leading: float
    spread_managing: float
    """Variance."""
    spread_leading: float
    """Variance."""
    together: float
    """Covariance."""

    @property
    def link(self) -> float:
        """Correlation of the two skills among the chosen."""
        return self.together / sqrt(self.spread_managing * self.spread_leading)

    @property
    def slope(self) -> float:
        """By how much leading rises with one more of managing among the chosen."""
        return self.together / self.spread_managing


def chosen(link: float, share: float, chosen_for: int) -> Chosen:
    """What the best ``share`` of people (0 < share ≤ 1), chosen for one skill or for both added, are like."""
    mean, spread = best_of(share)
    if chosen_for == BOTH:
        added, difference = 2 * (1 + link) * spread, 2 * (1 - link)
        each = mean * sqrt((1 + link) / 2)
        variance = (added + difference) / 4
        return Chosen(each, each, variance, variance, (added - difference) / 4)
    other = link**2 * spread + 1 - link**2
    if chosen_for == MANAGING:
        return Chosen(mean, link * mean, spread, other, link * spread)
    return Chosen(link * mean, mean, other, spread, link * spread)


def best_of(share: float) -> tuple[float, float]:
    """Mean and variance of the best ``share`` (0 < share ≤ 1) of a standard normal distribution."""
    if share >= 1:
        return 0.0, 1.0
    mean = NORMAL.pdf(cut(share)) / share
    return mean, 1 - mean * (mean - cut(share))


def people(link: float, count: int, seed: int) -> tuple[Array, Array]:
    """Managing and leading skill of so many people, two arrays (count,).

    The sample has exactly mean 0, variance 1 and this link, so that the picture agrees with the number beside it.
    """
    managing, other = _unlinked(count, seed)
    return managing, link * managing + sqrt(1 - link**2) * other


@lru_cache(maxsize=4)
def _unlinked(count: int, seed: int) -> Array:
    """Two rows of draws with means 0, variances 1 and no correlation at all: (2, count)."""
    drawn = np.random.default_rng(seed).standard_normal((2, count))
    drawn -= drawn.mean(axis=1, keepdims=True)
    whitened = np.linalg.solve(np.linalg.cholesky(np.cov(drawn, bias=True)), drawn)
    return np.asarray(whitened)


def promotion_score(managing: Array, leading: Array, chosen_for: int) -> Array:
    """What promotion looks at: the sum of both skills, or one of them."""
    return (managing + leading, managing, leading)[chosen_for]


def promoted(score: Array, share: float) -> NDArray[np.bool_]:
    """Who is among the best share, to whole people (at least one): (count,)."""
    places = max(round(share * len(score)), 1)
    best = np.zeros(len(score), dtype=bool)
    best[np.argsort(-score, kind="stable")[:places]] = True
    return best
