"""Arithmetic on a table of jobs: how much two sets of skills matter in them, and what sets picked by chance would give.

The ratings are O*NET 29.3's (USDOL/ETA, CC BY 4.0): importance from 1 to 5, for jobs and not for people. Which skill is
called managing or leading is the course's own reading; that is why chance is asked as well. An index is the plain mean
of the ratings of a set of skills. Everything here is pure; reading the file is not done here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]
DRAWS = 5000
"""Pairs of random sets that stand for chance."""
MATTERS = 4.0
"""Leadership rated so or higher is called for."""
SUPERVISOR = "Supervisor"


@dataclass(frozen=True, eq=False)
class Jobs:
    """Jobs and what matters in them. management (jobs,): is it a management job in the table's own grouping;
    importance (jobs, skills), leadership (jobs,): ratings from 1 to 5."""

    titles: tuple[str, ...]
    management: Flags
    skills: tuple[str, ...]
    importance: Array
    leadership: Array

    def index(self, skills: Sequence[str]) -> Array:
        """Mean importance of a set of skills in each job: (jobs,). Raises ValueError for an empty set."""
        if not skills:
            raise ValueError("a set of skills: expected at least one, found none")
        columns = [self.skills.index(skill) for skill in skills]
        found: Array = self.importance[:, columns].mean(axis=1)
        return found

    @property
    def supervisors(self) -> Flags:
        """Jobs whose title says that they supervise: (jobs,)."""
        return np.array([SUPERVISOR in title for title in self.titles], dtype=bool)


@dataclass(frozen=True)
class Called:
    """How many of how many jobs call for leadership."""

    count: int
    of: int

    @property
    def percent(self) -> float:
        return 100 * self.count / self.of if self.of else 0.0


def link(first: Array, second: Array) -> float:
    """Correlation of two indexes over jobs."""
    return float(np.corrcoef(first, second)[0, 1])


def gap(index: Array, management: Flags) -> float:
    """By how much management jobs lie above the others, in standard deviations over all jobs (n − 1)."""
    return float((index[management].mean() - index[~management].mean()) / index.std(ddof=1))


def leading_without_post(jobs: Jobs, *, supervisors: bool = True) -> Called:
    """Jobs outside management that call for leadership; without supervisors, those are left out of both numbers."""
    outside = ~jobs.management if supervisors else ~jobs.management & ~jobs.supervisors
    return Called(int((jobs.leadership[outside] >= MATTERS).sum()), int(outside.sum()))


# ---- chance ----------------------------------------------------------------------------------------------------------
def random_sets(skills: int, sizes: tuple[int, int], draws: int, seed: int) -> tuple[Array, Array]:
    """Pairs of sets without a common member, as weights that add up to 1: two arrays (draws, skills)."""
    first, second = sizes
    if not (first > 0 and second > 0 and first + second <= skills):
        raise ValueError(f"sizes: expected two sets within {skills} skills, found {first} and {second}")
    places = np.random.default_rng(seed).permuted(np.tile(np.arange(skills), (draws, 1)), axis=1)
    return (places < first) / first, ((places >= first) & (places < first + second)) / second


def random_links(importance: Array, sizes: tuple[int, int], draws: int = DRAWS, seed: int = 0) -> Array:
    """Correlations over jobs of random pairs of sets of these sizes: (draws,).

    The index of a set is a weighted sum of the skills, so all that is needed of the jobs is the skills' covariances.
    """
    first, second = random_sets(importance.shape[1], sizes, draws, seed)
    covariances = np.cov(importance, rowvar=False)
    spread = np.sqrt(_along(first, covariances, first) * _along(second, covariances, second))
    found: Array = _along(first, covariances, second) / spread
    return found


def random_gaps(importance: Array, management: Flags, size: int, draws: int = DRAWS, seed: int = 0) -> Array:
    """The gap of management jobs for random sets of so many skills: (draws,)."""
    sets, _ = random_sets(importance.shape[1], (size, 1), draws, seed)
    difference = importance[management].mean(axis=0) - importance[~management].mean(axis=0)
    found: Array = (sets @ difference) / np.sqrt(_along(sets, np.cov(importance, rowvar=False), sets))
    return found


def share_above(found: Array, value: float) -> float:
    """How many of 100 lie above a value."""
    return float(100 * (found > value).mean())


def _along(left: Array, covariances: Array, right: Array) -> Array:
    """Row by row: left · covariances · right."""
    return np.asarray(((left @ covariances) * right).sum(axis=1))
