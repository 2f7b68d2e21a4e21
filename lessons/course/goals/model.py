"""Hit the target, or choose it: Deming's funnel as a board of darts.

200 pieces of work fall around a *stated* target. Chance throws each of them off; the work drifts by itself; whoever
controls moves it against the last miss. Meanwhile the *right* target, what people need, moves away, and whoever leads
chooses the stated one again, not quite rightly. The score is the average squared distance from the right target, in two
dimensions, in units of a usual chance miss: the less the better, and chance alone gives 2.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lessons.course.lever import lever, within_ranges

PIECES = 200
SEED = 152
"""Of 600 tried, the one whose four boards come closest to their expected scores (within 9 %), in four situations."""
BOARD = 7.0
"""Where the board ends, in usual misses from its middle."""
WAYS = ("alone", "correct", "choose", "both")

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Levers:
    gain: float = lever(0.4, 0.0, 1.8, 0.1, "Deming's funnel; feedback adjustment: Box and Luceño")
    wander: float = lever(0.3, 0.0, 1.0, 0.05)
    drift: float = lever(0.15, 0.0, 0.3, 0.05)
    review: int = lever(20, 0, 100, 5)
    judge: float = lever(0.5, 0.0, 1.5, 0.1)


@dataclass(frozen=True)
class Score:
    """The expected average squared miss, by where it comes from."""

    chance: float
    work: float
    moved: float
    judged: float

    @property
    def total(self) -> float:
        return self.chance + self.work + self.moved + self.judged


@dataclass(frozen=True, eq=False)
class Outcome:
    """Expected scores of the four ways, and one board (200, 2) of each: distances from the right target."""

    levers: Levers
    scores: dict[str, Score]
    boards: Array


def levers_of_way(way: str, levers: Levers) -> Levers:
    """The learner's situation with only what the way does: neither, correcting, choosing again, or both as set."""
    corrects, chooses = way in ("correct", "both"), way in ("choose", "both")
    return replace(levers, gain=levers.gain if corrects else 0.0, review=levers.review if chooses else 0)


# ---- the closed form -------------------------------------------------------------------------------------------------
def expected_score(levers: Levers) -> Score:
    """What the score is on average over all chances. Both dimensions add, so each term comes twice."""
    judged_share = float(np.mean(chosen_before(levers.review) > 0))
    return Score(
        chance=2.0,
        work=2 * float(process_variance(levers.gain, levers.wander).mean()),
        moved=2 * levers.drift**2 * float(target_age(levers.review).mean()),
        judged=2 * levers.judge**2 * judged_share,
    )


def process_variance(gain: float, wander: float) -> Array:
    """How far the work itself is off at each piece: (200,), a variance per dimension.

    A correction of each miss takes the share ``gain`` off what the work was off before and adds that share of the last
    chance miss: two geometric sums.
    """
    kept = ((1 - gain) ** 2) ** np.arange(PIECES)
    sums = np.cumsum(kept)
    return np.asarray(wander**2 * sums + gain**2 * (sums - kept))


def lasting_spread(gain: float) -> float:
    """The score that correcting leads to in the long run where nothing but chance is at work."""
    return 2 * 2 / (2 - gain)


def chosen_before(review: int) -> NDArray[np.int64]:
    """The piece at which the target that holds at each piece was chosen; 0 = the first target. (200,)."""
    pieces = np.arange(PIECES)
    return pieces // review * review if review else np.zeros_like(pieces)


def target_age(review: int) -> NDArray[np.int64]:
    """How many steps the right target has made since the stated one was chosen. The first is one step old at once."""
    chosen = chosen_before(review)
    return np.asarray(np.arange(PIECES) - chosen + (chosen == 0))


def middle_after_correcting(middle: float, result: float, gain: float) -> float:
    """Around which number results lie after one correction of a result that missed by chance alone."""
    return middle - gain * (result - middle)


# ---- the boards ------------------------------------------------------------------------------------------------------
@lru_cache(maxsize=2)
def chances(boards: int = 1, seed: int = SEED) -> Array:
    """All that is left to chance, in its own unit: misses, steps of the target and of the work, judgements.

    (4, boards, 200, 2): the same whatever the levers say.
    """
    drawn = np.random.default_rng(seed).standard_normal((4, boards, PIECES, 2))
    drawn.setflags(write=False)
    return drawn


def throw(levers: Levers, drawn: Array) -> Array:
    """Where each piece of work falls, seen from the right target: (boards, 200, 2). ``drawn``: see `chances`."""
    chance, target_steps, work_steps, judgements = drawn
    right = np.cumsum(levers.drift * target_steps, axis=1)
    chosen = chosen_before(levers.review)
    stated = np.where((chosen > 0)[:, None], right[:, chosen] + levers.judge * judgements[:, chosen], 0.0)
    return np.asarray(stated + _misses(levers, chance, work_steps) - right)


def _misses(levers: Levers, chance: Array, work_steps: Array) -> Array:
    """Distances from the stated target: (boards, 200, 2). The work wanders, falls, and is moved against its miss."""
    misses = np.empty_like(chance)
    work = np.zeros_like(chance[:, 0])
    for piece in range(PIECES):
        work = work + levers.wander * work_steps[:, piece]
        misses[:, piece] = work + chance[:, piece]
        work = work - levers.gain * misses[:, piece]
    return misses


def off_board(boards: Array) -> NDArray[np.int64]:
    """How many pieces lie beyond the edge of each board: (boards,)."""
    return np.asarray((np.hypot(boards[..., 0], boards[..., 1]) > BOARD).sum(axis=-1))


# ---- the model's face ------------------------------------------------------------------------------------------------
def run(levers: Levers) -> Outcome:
    """The four ways in the same situation and under the same chances."""
    settings = {way: levers_of_way(way, levers) for way in WAYS}
    boards = np.concatenate([throw(setting, chances()) for setting in settings.values()])
    return Outcome(levers, {way: expected_score(setting) for way, setting in settings.items()}, boards)


def picture(outcome: Outcome) -> dict[str, Any]:
    """The chart's data: four boards in the order of ``ways`` (alone, correct, choose, both).

    dots (4, 200, 2): x and y of each piece of work, seen from the right target at (0, 0), in the order in which they
    were done, in usual misses; some lie beyond board (7.0), the radius; off (4,): how many. scores (4,): the expected
    average squared miss of each way. parts (4, 4): what makes it up: chance, work, moved target, misjudged target.
    rings (3,): radii to draw. own: index of the way that the learner's setting is.
    """
    scores = [outcome.scores[way] for way in WAYS]
    levers = outcome.levers
    return {
        "ways": WAYS,
        "dots": outcome.boards,
        "board": BOARD,
        "off": off_board(outcome.boards),
        "scores": np.array([score.total for score in scores]),
        "parts": np.array([[score.chance, score.work, score.moved, score.judged] for score in scores]),
        "rings": np.array([2.0, 4.0, 6.0]),
        "own": (1 if levers.gain else 0) + (2 if levers.review else 0),
    }


def finding(outcome: Outcome) -> tuple[str, dict[str, float]]:
    """Which way does best, of the four scores as they are printed: the first that is true of these, in this order."""
    levers = outcome.levers
    printed = {way: round(score.total, 1) for way, score in outcome.scores.items()}
    best = min(printed.values())
    cases = (
        ("nothing", not levers.gain and not levers.review),
        ("only_correcting", not levers.review),
        ("only_choosing", not levers.gain),
        *((way, printed[way] == best) for way in WAYS),
    )
    return next(key for key, holds in cases if holds), numbers(outcome)


def named(outcome: Outcome) -> dict[str, str]:
    """The board with most pieces beyond its edge."""
    return {"arm": WAYS[int(off_board(outcome.boards).argmax())]}


def numbers(outcome: Outcome) -> dict[str, float]:
    """Every number that the texts name.

    a, c, h, b: scores left alone, correcting, choosing again, both; m: the smallest. score: the learner's own board,
    and its parts chance, work, moved, judged. k: pieces off the board that has most of them. The levers by their names.
    """
    levers, scores, own = outcome.levers, outcome.scores, outcome.scores["both"]
    totals = {letter: scores[way].total for letter, way in zip("achb", WAYS, strict=True)}
    return {
        **totals,
        "m": min(totals.values()),
        "score": own.total,
        "chance": own.chance,
        "work": own.work,
        "moved": own.moved,
        "judged": own.judged,
        "k": float(off_board(outcome.boards).max()),
        "gain": levers.gain,
        "wander": levers.wander,
        "drift": levers.drift,
        "review": levers.review,
        "judge": levers.judge,
    }


def settle(levers: Levers, moved: str) -> tuple[Levers, str]:
    """These levers limit each other in nothing."""
    return within_ranges(levers), ""


def reveal() -> float:
    """The spread where chance alone is at work and each miss is corrected in full."""
    return lasting_spread(gain=1.0)


def answers() -> dict[str, float]:
    """middle_after_correcting: results lie around 8, the last was 10 by chance, and is corrected in full."""
    return {"middle_after_correcting": middle_after_correcting(middle=8, result=10, gain=1)}


def ways(levers: Levers) -> dict[str, float]:
    """The expected score of each way: the smallest is the best."""
    return {way: expected_score(levers_of_way(way, levers)).total for way in WAYS}


def causes(outcome: Outcome) -> dict[str, float]:
    """What makes up the learner's own score."""
    own = outcome.scores["both"]
    return {"chance": own.chance, "work": own.work, "moved": own.moved, "judged": own.judged}
