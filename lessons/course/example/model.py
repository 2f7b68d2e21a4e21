"""Who looks at whom: words, deeds and an admired colleague in a team of fourteen.

Opinion dynamics after Friedkin and Johnsen (1990): each week people take over a share of what they see in others and
keep the rest of their own starting habit. A boss whose words go beyond their deeds is watched less (behavioural
integrity: Simons, 2002; the size of the effect is a teaching assumption). Care is counted from 0 to 100.

People are numbered: 0 the boss, 1 the admired colleague, 2 to 15 the team, in three groups.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lessons.course.lever import lever, within_ranges

BOSS, COLLEAGUE, FIRST = 0, 1, 2
GROUPS = np.repeat([0, 1, 2], [5, 5, 4])
"""Of each of the 14: near the boss, near the colleague, or between."""
NEAR_BOSS = np.array([1.4, 0.6, 1.0])
NEAR_COLLEAGUE = np.array([0.5, 1.75, 0.7])
"""How much of the team's attention to the boss and to the colleague each group pays."""
HABIT, HABIT_SPREAD = 40.0, 12.0
"""Where the team starts: on average, and at most above or below (before centring)."""
TWO_TEAMS = 10.0
"""Groups this far apart count as two teams."""

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Levers:
    word: float = lever(90.0, 0.0, 100.0, 5.0)
    deed: float = lever(40.0, 0.0, 100.0, 5.0)
    colleague: float = lever(40.0, 0.0, 100.0, 5.0)
    look_boss: float = lever(35.0, 0.0, 50.0, 1.0)
    look_colleague: float = lever(15.0, 0.0, 40.0, 1.0)
    openness: float = lever(0.8, 0.0, 0.95, 0.05, "Friedkin and Johnsen (1990)")


@dataclass(frozen=True)
class Constants:
    """What learners cannot move (teaching assumptions)."""

    word_share: float = 0.3
    """How much of what people take from the boss is word; the rest is deed."""
    gap_power: float = 1.0
    """How strongly a gap between word and deed costs attention: 0 not at all, 1 in proportion."""


@dataclass(frozen=True, eq=False)
class Outcome:
    """Where the team settles. care (16,): of each person; attention (16, 16): share of i's looking that goes to j."""

    levers: Levers
    care: Array
    attention: Array


CONSTANTS = Constants()


# ---- the team --------------------------------------------------------------------------------------------------------
@lru_cache(maxsize=1)
def ties() -> NDArray[np.bool_]:
    """Who sees whose work within the team: all of one's own group, and now and then somebody else. (14, 14)."""
    random = np.random.default_rng(4)
    seen: NDArray[np.bool_] = np.equal.outer(GROUPS, GROUPS)
    for one, other in itertools.product(range(len(GROUPS)), repeat=2):
        if GROUPS[one] != GROUPS[other]:
            seen[one, other] = random.random() < 0.06
    np.fill_diagonal(seen, False)
    seen.setflags(write=False)
    return seen


@lru_cache(maxsize=1)
def habits() -> Array:
    """The care with which each of the 14 starts: (14,), mean 40."""
    drawn = np.random.default_rng(1).uniform(-1, 1, len(GROUPS))
    start: Array = HABIT + HABIT_SPREAD * (drawn - drawn.mean())
    start.setflags(write=False)
    return start


# ---- the equations ---------------------------------------------------------------------------------------------------
def gap(levers: Levers) -> float:
    """By how many points the boss's words go beyond the deeds."""
    return max(levers.word - levers.deed, 0.0)


def signal(levers: Levers, constants: Constants = CONSTANTS) -> float:
    """What people take from the boss: mostly the deed."""
    return (1 - constants.word_share) * levers.deed + constants.word_share * levers.word


def attention(levers: Levers, constants: Constants = CONSTANTS) -> Array:
    """Share of i's looking that goes to j: (16, 16), rows add up to 1. Boss and colleague look at themselves.

    A gap costs the boss attention, which goes to the people whose work one sees.
    """
    believed = (1 - gap(levers) / 100) ** constants.gap_power
    to_boss = levers.look_boss / 100 * believed * NEAR_BOSS[GROUPS]
    to_colleague = levers.look_colleague / 100 * NEAR_COLLEAGUE[GROUPS]
    share = np.eye(FIRST + len(GROUPS))
    share[FIRST:, BOSS], share[FIRST:, COLLEAGUE] = to_boss, to_colleague
    of_each_tie = (1 - to_boss - to_colleague) / ties().sum(axis=1)
    share[FIRST:, FIRST:] = ties() * of_each_tie[:, None]
    return share


def starting_care(levers: Levers, constants: Constants = CONSTANTS) -> Array:
    """What each shows at first: the boss's signal, the colleague's example, the team's habits. (16,)."""
    return np.concatenate([[signal(levers, constants), levers.colleague], habits()])


def openness(levers: Levers) -> Array:
    """How open each is to what they see: boss and colleague not at all. (16,)."""
    return np.concatenate([[0.0, 0.0], np.full(len(GROUPS), levers.openness)])


def settled_care(levers: Levers, constants: Constants = CONSTANTS) -> Array:
    """Where everyone ends up, solved at once: x = open · attention · x + (1 − open) · start. (16,)."""
    opened = openness(levers)
    left = np.eye(len(opened)) - opened[:, None] * attention(levers, constants)
    return np.asarray(np.linalg.solve(left, (1 - opened) * starting_care(levers, constants)), dtype=np.float64)


def team_care(levers: Levers, constants: Constants = CONSTANTS) -> float:
    """The team's average care."""
    return float(settled_care(levers, constants)[FIRST:].mean())


def kept_words_to_repair(trust: float, lost: float, won: float) -> int:
    """Kept words until trust is back where it was before one broken word.

    A broken word takes the share ``lost`` of the trust; a kept word adds the share ``won`` of what is missing to 1.
    """
    now, kept = trust * (1 - lost), 0
    while now < trust:
        now, kept = now + won * (1 - now), kept + 1
    return kept


# ---- the model's face ------------------------------------------------------------------------------------------------
def run(levers: Levers) -> Outcome:
    """Where the team settles, and who looks at whom."""
    return Outcome(levers, settled_care(levers), attention(levers))


def picture(outcome: Outcome) -> dict[str, Any]:
    """The chart's data. Person 0 is the boss, 1 the admired colleague, 2 … 15 the team; care is from 0 to 100.

    care (16,): of each person; the boss's is what people take from them, see ``signal``. groups (16,): -1 for boss and
    colleague, then 0 near the boss, 1 near the colleague, 2 between. ties (16, 16): whether i sees j's work within
    the team (not symmetric). attention (16, 16): share of i's looking that goes to j; rows of the team add up to 1.
    word, deed, colleague: the levers. signal: what people take from the boss. team, near_boss, near_colleague: means.
    start: the team's mean before.
    """
    levers, care = outcome.levers, outcome.care
    people = len(care)
    seen = np.zeros((people, people), dtype=bool)
    seen[FIRST:, FIRST:] = ties()
    return {
        "care": care,
        "groups": np.concatenate([[-1, -1], GROUPS]),
        "ties": seen,
        "attention": outcome.attention,
        "word": levers.word,
        "deed": levers.deed,
        "colleague": levers.colleague,
        "signal": signal(levers),
        "team": float(care[FIRST:].mean()),
        "near_boss": group_care(outcome, 0),
        "near_colleague": group_care(outcome, 1),
        "start": HABIT,
    }


def group_care(outcome: Outcome, group: int) -> float:
    """A group's average care."""
    return float(outcome.care[FIRST:][group == GROUPS].mean())


def finding(outcome: Outcome) -> tuple[str, dict[str, float]]:
    """What stands out: the first that is true of these, in this order. The team's mean is compared as it is printed."""
    levers, named = outcome.levers, numbers(outcome)
    team = round(named["n"])
    looks_away = named["gap"] > 0 and levers.look_boss > 0
    cases = (
        ("closed", levers.openness == 0),
        ("gap_falls", looks_away and team < HABIT),
        ("gap_rises", looks_away and team > HABIT),
        ("two_teams", abs(named["a"] - named["b"]) >= TWO_TEAMS),
        ("same", team == HABIT),
        ("settles", True),
    )
    return next(key for key, holds in cases if holds), named


def numbers(outcome: Outcome) -> dict[str, float]:
    """Every number that the texts name.

    n: the team's mean; a, b: of the groups near the boss and near the colleague; w, dd, p: what the boss asks for, what
    the boss does, what the colleague does; gap: points, and % of attention lost; s: what people take from the boss.
    """
    levers = outcome.levers
    return {
        "n": float(outcome.care[FIRST:].mean()),
        "a": group_care(outcome, 0),
        "b": group_care(outcome, 1),
        "w": levers.word,
        "dd": levers.deed,
        "p": levers.colleague,
        "gap": gap(levers),
        "s": signal(levers),
        "start": HABIT,
        "look_boss": levers.look_boss,
        "look_colleague": levers.look_colleague,
        "openness": levers.openness,
    }


def settle(levers: Levers, moved: str) -> tuple[Levers, str]:
    """These levers limit each other in nothing: even at their highest, nobody's attention exceeds the whole."""
    return within_ranges(levers), ""


def reveal() -> float:
    """By how many points the team moves when the boss asks for 90 and goes on doing 40."""
    return float(round(team_care(Levers()) - HABIT))


def answers() -> dict[str, float]:
    """kept_words: how many repair one broken word, at a trust of 0.50."""
    return {"kept_words": float(kept_words_to_repair(trust=0.5, lost=0.3, won=0.1))}


def ways(levers: Levers) -> dict[str, float]:
    """Where a team settles, with the attention and openness given, if all did 40 and then someone goes to 90.

    words: the boss asks for it; colleague: the colleague does it in silence; deeds: the boss asks and does; both:
    boss and colleague do it.
    """
    quiet = replace(levers, word=HABIT, deed=HABIT, colleague=HABIT)
    moves: dict[str, dict[str, float]] = {
        "words": {"word": 90.0},
        "colleague": {"colleague": 90.0},
        "deeds": {"word": 90.0, "deed": 90.0},
        "both": {"word": 90.0, "deed": 90.0, "colleague": 90.0},
    }
    return {way: team_care(replace(quiet, **moved)) for way, moved in moves.items()}


def causes(outcome: Outcome) -> dict[str, float]:
    """What keeps the team from what the boss asks for, in points; they add up to asked − reached.

    habits: what would be missing even if the boss did it; deed: what doing less takes away; attention: what people's
    looking away takes away (below 0: it protects the team from a poor example).
    """
    levers = outcome.levers
    honest = team_care(replace(levers, deed=levers.word))
    watched_all_the_same = team_care(levers, Constants(gap_power=0.0))
    reached = float(outcome.care[FIRST:].mean())
    return {
        "habits": levers.word - honest,
        "deed": honest - watched_all_the_same,
        "attention": watched_all_the_same - reached,
    }
