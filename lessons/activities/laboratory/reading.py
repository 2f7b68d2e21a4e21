"""What the table of jobs says under somebody's tags: every number that the words name. Pure but for a cache."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from lessons.activities.occupations import jobs, tagged, tags
from lessons.course.overlap import onet

Array = NDArray[np.float64]
NAMED = {
    "clergy": "Clergy",
    "teachers": "Elementary School Teachers, Except Special Education",
    "midwives": "Midwives",
}
"""Jobs whose rating of leadership the words give."""


@lru_cache(maxsize=64)
def chance(sizes: tuple[int, int], draws: int = onet.DRAWS) -> Array:
    """Links of random pairs of sets of these sizes: (draws,)."""
    return onet.random_links(jobs().importance, sizes, draws)


@lru_cache(maxsize=64)
def chance_of_a_gap(size: int) -> Array:
    """The gap of management jobs for random sets of this size: (5000,)."""
    return onet.random_gaps(jobs().importance, jobs().management, size)


@dataclass(frozen=True)
class Reading:
    """Tags, skill -> managing, leading or neither, and whether jobs that supervise are read too."""

    tags: Mapping[str, str]
    supervisors: bool = True

    @classmethod
    def ours(cls) -> Reading:
        """The course's own tags."""
        return cls(tags())

    def retag(self, skill: str, tag: str) -> Reading:
        """The same with one tag changed."""
        return Reading({**self.tags, skill: tag}, self.supervisors)

    @property
    def sizes(self) -> tuple[int, int]:
        """How many skills are tagged managing, and how many leading."""
        return len(tagged("managing", self.tags)), len(tagged("leading", self.tags))

    @property
    def complete(self) -> bool:
        """Whether both sides hold a skill, without which there is nothing to compute."""
        return min(self.sizes) > 0

    def indexes(self) -> tuple[Array, Array]:
        """Managing and leading index of each job: two arrays (879,)."""
        return tuple(jobs().index(tagged(side, self.tags)) for side in ("managing", "leading"))  # type: ignore[return-value]

    @property
    def shown(self) -> NDArray[np.bool_]:
        """Which jobs are read."""
        return np.ones(len(jobs().titles), dtype=bool) if self.supervisors else ~jobs().supervisors

    def link(self) -> float:
        """How strongly the two indexes go together over all jobs."""
        return onet.link(*self.indexes())

    def gaps(self) -> dict[str, float]:
        """Management jobs (…a) against all others (…b), in means and in spreads (g…), beside sets picked by chance."""
        managing, leading = self.indexes()
        inside = jobs().management
        random = chance_of_a_gap(self.sizes[0])
        low, middle, high = np.percentile(random, [5, 50, 95])
        return {
            "ma": managing[inside].mean(), "mb": managing[~inside].mean(),
            "la": leading[inside].mean(), "lb": leading[~inside].mean(),
            "gm": onet.gap(managing, inside), "gl": onet.gap(leading, inside),
            "n": self.sizes[0], "n2": self.sizes[1], "gr": middle, "g05": low, "g95": high,
        }  # fmt: skip

    def without_post(self) -> dict[str, float]:
        """Jobs that call for leading outside management, inside it, and three of them by name."""
        table = jobs()
        called = onet.leading_without_post(table, supervisors=self.supervisors)
        inside = table.leadership[table.management]
        named = {key: float(table.leadership[table.titles.index(title)]) for key, title in NAMED.items()}
        above = float((inside >= onet.MATTERS).sum())
        return {"k": called.count, "m": called.of, "p": called.percent, "km": above, "mm": len(inside), **named}

    def called_without_post(self) -> list[tuple[str, float]]:
        """Jobs outside management that call for leading, with their rating, the highest first."""
        table = jobs()
        places = np.flatnonzero(self.shown & ~table.management & (table.leadership >= onet.MATTERS))
        order = places[np.argsort(-table.leadership[places], kind="stable")]
        return [(table.titles[n], float(table.leadership[n])) for n in order]

    def by_skill(self) -> list[tuple[str, str, float, float]]:
        """Each tagged skill with its tag and its means in management jobs and in the others, the widest gap first."""
        table = jobs()
        inside, outside = (table.importance[who].mean(axis=0) for who in (table.management, ~table.management))
        found = [
            (skill, self.tags[skill], float(inside[n]), float(outside[n]))
            for n, skill in enumerate(table.skills)
            if self.tags[skill] != "neither"
        ]
        return sorted(found, key=lambda row: row[3] - row[2])

    def against_chance(self) -> tuple[str, dict[str, float]]:
        """Which title is true of these sets beside random ones, and its numbers."""
        random, ours = chance(self.sizes), self.link()
        low, middle, high = np.percentile(random, [5, 50, 95])
        key = "above" if ours > high else "below" if ours < low else "ordinary"
        numbers = {"r": ours, "med": middle, "p05": low, "p95": high, "more": onet.share_above(random, ours)}
        return key, {**numbers, "draws": len(random), "n": self.sizes[0], "n2": self.sizes[1]}


def matching(words: str) -> list[str]:
    """Titles that hold these words, an exact one alone; in the order of the table."""
    wanted = words.strip().casefold()
    if not wanted:
        return []
    exact = [title for title in jobs().titles if title.casefold() == wanted]
    return exact or [title for title in jobs().titles if wanted in title.casefold()]
