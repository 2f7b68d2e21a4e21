"""Two skills, one person: how many stars in leading are stars in managing, and what promotion hides of the link.

`skills` holds the mathematics. Unrelated skills look like rivals among people who were chosen for their sum (Berkson,
1946): who is weak in one got in only by being strong in the other. How strong the link is in truth, nobody knows.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from math import sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lessons.course.lever import lever, within_ranges

from .skills import BOTH, Array, Chosen, best_of, chosen, people, promoted, promotion_score, stars_in_both

PEOPLE = 600
SEED = 3
CHOSEN_FOR = ("both", "managing", "leading")
CLOSE = 0.05
"""Links less than this apart are about the same; one no larger than this cannot be seen."""
UNRELATED = 0.005


@dataclass(frozen=True)
class Levers:
    link: float = lever(0.5, -0.5, 0.95, 0.01)
    top: int = lever(10, 1, 50, 1)
    promoted: int = lever(10, 2, 100, 1)
    chosen_for: int = lever(BOTH, 0, 2, 1)


@dataclass(frozen=True, eq=False)
class Outcome:
    """600 people and who of them is promoted (600,); exact: what the promoted are like, and stars in both, in %."""

    levers: Levers
    managing: Array
    leading: Array
    promoted: NDArray[np.bool_]
    chosen: Chosen
    stars: float

    @property
    def link_among_promoted(self) -> float:
        """Exact, not the dots': of everybody, it is the link itself."""
        return self.chosen.link


@lru_cache(maxsize=64)
def curve(top: int) -> tuple[Array, Array]:
    """Links from −.50 to .95 in steps of .01, and stars in both in % at each: two arrays (146,)."""
    links = np.round(np.arange(-50, 96) / 100, 2)
    return links, np.array([100 * stars_in_both(float(link), top / 100) for link in links])


# ---- the model's face ------------------------------------------------------------------------------------------------
def run(levers: Levers) -> Outcome:
    """The people, the promoted among them, and the exact numbers."""
    share = levers.promoted / 100
    managing, leading = people(levers.link, PEOPLE, SEED)
    return Outcome(
        levers=levers,
        managing=managing,
        leading=leading,
        promoted=promoted(promotion_score(managing, leading, levers.chosen_for), share),
        chosen=chosen(levers.link, share, levers.chosen_for),
        stars=100 * stars_in_both(levers.link, levers.top / 100),
    )


def picture(outcome: Outcome) -> dict[str, Any]:
    """The charts' data. Skills are in standard deviations from the mean.

    Left: managing, leading (600,): the skills of each person; promoted (600,): True for the promoted. chosen_for: 0
    both added, 1 managing, 2 leading; line: what the last one promoted scored in that (people from there on are in).
    link, link_promoted: exact correlations among all and among the promoted. trend (2, 2): two points (managing,
    leading) on the exact regression line of the promoted, at the ends of their dots.
    Right: curve_link (146,): −.50 … .95; curve_stars (146,): of 100 in the top for leading, how many are in the top for
    managing. top: the share that counts as top, in %, which is also what chance gives. here_link, here_stars: the
    learner's place on the curve.
    """
    levers, links = outcome.levers, curve(outcome.levers.top)
    score = promotion_score(outcome.managing, outcome.leading, levers.chosen_for)
    return {
        "managing": outcome.managing,
        "leading": outcome.leading,
        "promoted": outcome.promoted,
        "chosen_for": levers.chosen_for,
        "line": float(score[outcome.promoted].min()),
        "link": levers.link,
        "link_promoted": outcome.link_among_promoted,
        "trend": trend(outcome),
        "curve_link": links[0],
        "curve_stars": links[1],
        "top": levers.top,
        "here_link": levers.link,
        "here_stars": outcome.stars,
    }


def trend(outcome: Outcome) -> Array:
    """Two points on the regression line of the promoted, where their dots begin and end: (2, 2)."""
    like = outcome.chosen
    across = outcome.managing[outcome.promoted]
    ends = np.array([across.min(), across.max()])
    return np.stack([ends, like.mean_leading + like.slope * (ends - like.mean_managing)], axis=1)


def finding(outcome: Outcome) -> tuple[str, dict[str, float]]:
    """What promotion does to the link: the first that is true of these, in this order."""
    link, among = outcome.levers.link, outcome.link_among_promoted
    one_skill = outcome.levers.chosen_for != BOTH
    cases = (
        ("everybody", outcome.levers.promoted == 100),
        ("one_skill_unrelated", one_skill and abs(link) < UNRELATED),
        ("one_skill", one_skill),
        ("hardly", abs(link - among) < CLOSE),
        ("hidden", abs(among) <= CLOSE),
        ("made", link >= 0 and among < 0),
        ("rivals", link < 0),
        ("weaker", True),
    )
    return next(key for key, holds in cases if holds), numbers(outcome)


def numbers(outcome: Outcome) -> dict[str, float]:
    """Every number that the texts name.

    r, rp: the link among all and among the promoted; n: of 100 stars in leading, how many are stars in managing, and
    not_n how many are not; q: "top" means the best so many %; share: promoted in %; k: of the 600 people; what: see
    `named`.
    """
    levers = outcome.levers
    return {
        "r": levers.link,
        "rp": outcome.link_among_promoted,
        "n": outcome.stars,
        "not_n": 100 - outcome.stars,
        "q": levers.top,
        "share": levers.promoted,
        "k": float(outcome.promoted.sum()),
    }


def named(outcome: Outcome) -> dict[str, str]:
    """what: what people were promoted for. because: "weak_and_strong" where promotion for both skills has weakened the
    link (who is weak in one got in by the other), else "nothing_to_add"."""
    weakened = outcome.link_among_promoted < outcome.levers.link - CLOSE
    traded = outcome.levers.chosen_for == BOTH and weakened
    return {
        "what": CHOSEN_FOR[outcome.levers.chosen_for],
        "because": "weak_and_strong" if traded else "nothing_to_add",
    }


def settle(levers: Levers, moved: str) -> tuple[Levers, str]:
    """These levers limit each other in nothing."""
    return within_ranges(levers), ""


def reveal() -> float:
    """With a link of .5, how many of 100 people in the top tenth for leading are in the top tenth for managing."""
    return float(round(100 * stars_in_both(0.5, 0.1)))


def answers() -> dict[str, float]:
    """not_stars: with a link of .9, how many of 100 stars in leading are not stars in managing."""
    return {"not_stars": 100 - 100 * stars_in_both(0.9, 0.1)}


def ways(levers: Levers) -> dict[str, float]:
    """Mean skill of the promoted, by what the job needs and what they were chosen for: need_choice.

    "one": one skill, the same in both words; "both": both skills added up.
    """
    mean, _ = best_of(levers.promoted / 100)
    each_of_both = mean * sqrt((1 + levers.link) / 2)
    return {
        "one_one": mean,
        "one_both": each_of_both,
        "both_one": mean * (1 + levers.link),
        "both_both": 2 * each_of_both,
    }


def causes(outcome: Outcome) -> dict[str, float]:
    """What the choice takes from the link that is there among all."""
    return {"choice": outcome.levers.link - outcome.link_among_promoted}
