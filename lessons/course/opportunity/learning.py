"""People and a written view that learn from each other, period by period.

March (1991), with the steps that his article leaves open as Christensen (2015) and Workiewicz's open replication have
them. Reality is 30 questions whose answer is +1 or −1. Each of 50 people holds +1, −1 or 0 (undecided) on each; the
written view starts at 0 everywhere. Everything works on many firms at once: leading axes are firms, and nothing but
chance tells them apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

QUESTIONS = 30
PEOPLE = 50
PERIODS = 60

Array = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Firms:
    """Firms at one time. reality (…, 30): +1, −1; beliefs (…, 50, 30) and view (…, 30): +1, 0, −1."""

    reality: Array
    beliefs: Array
    view: Array


@dataclass(frozen=True, eq=False)
class Chance:
    """All that chance decides in one period. Uniform in [0, 1), but for ``guesses`` (±1) and ``fresh`` (−1, 0, 1)."""

    leaves: Array
    """(…, 50): below the share of newcomers, this person is replaced."""
    fresh: Array
    """(…, 50, 30): what a newcomer believes."""
    turns: Array
    """(…, 30): below the rate of change, the answer to this question turns round."""
    guesses: Array
    """(…, 50, 30): what the undecided do."""
    adopts: Array
    """(…, 50, 30): below the speed of adoption, a belief moves."""
    learns: Array
    """(…, 30): above the chance that nobody persuades the view, the view moves."""


@dataclass(frozen=True)
class Rules:
    """Chances a period. ``adopts`` may differ between people: one number, or an array (50,)."""

    adopts: Any
    learns: float
    newcomers: float = 0.0
    change: float = 0.0


def start(random: np.random.Generator, firms: tuple[int, ...] = ()) -> Firms:
    """Firms of people who know nothing: their beliefs are right, wrong and undecided equally often."""
    return Firms(
        reality=_signs(random, (*firms, QUESTIONS)),
        beliefs=_beliefs(random, (*firms, PEOPLE, QUESTIONS)),
        view=np.zeros((*firms, QUESTIONS), np.float32),
    )


def chances(random: np.random.Generator, firms: tuple[int, ...] = (), newcomers: bool = True) -> Iterator[Chance]:
    """Chance, period after period. The same draws whatever the rules: firms differ by their rules alone.

    Without ``newcomers`` nobody's fresh beliefs are drawn, which is quicker and gives other draws.
    """
    views, people, beliefs = (*firms, QUESTIONS), (*firms, PEOPLE), (*firms, PEOPLE, QUESTIONS)
    nobody = np.empty(0, np.float32)
    while True:
        yield Chance(
            turns=random.random(views, np.float32),
            guesses=_signs(random, beliefs),
            adopts=random.random(beliefs, np.float32),
            learns=random.random(views, np.float32),
            leaves=random.random(people, np.float32) if newcomers else nobody,
            fresh=_beliefs(random, beliefs) if newcomers else nobody,
        )


def period(firms: Firms, chance: Chance, rules: Rules) -> Firms:
    """One period: people leave and the world turns; all act; people learn from the view, and the view from the best."""
    beliefs = newcomers_join(firms.beliefs, chance, rules.newcomers)
    reality = np.where(chance.turns < rules.change, -firms.reality, firms.reality) if rules.change else firms.reality
    acts = np.where(beliefs == 0, chance.guesses, beliefs)
    return Firms(
        reality=reality,
        beliefs=people_learn(beliefs, firms.view, chance, rules.adopts),
        view=view_learns(firms.view, reality, acts, chance, rules.learns),
    )


def newcomers_join(beliefs: Array, chance: Chance, share: float) -> Array:
    """Each person is replaced, with the chance ``share``, by one who knows nothing."""
    if not share:
        return beliefs
    return np.where((chance.leaves < share)[..., None], chance.fresh, beliefs)


def people_learn(beliefs: Array, view: Array, chance: Chance, adopts: Any) -> Array:
    """Where there is a written view, a belief moves one step towards it with the chance ``adopts``: −1, 0, +1."""
    moves = chance.adopts < np.asarray(adopts, np.float32)[..., None]
    return np.clip(beliefs + moves * view[..., None, :], -1, 1)


def view_learns(view: Array, reality: Array, acts: Array, chance: Chance, learns: float) -> Array:
    """The view takes the majority of those who did better than it would have done, the sooner the larger it is.

    Who did better is judged by what people *did*, luck of guessing included, as in March. With k more votes on one
    side, the view moves with chance 1 − (1 − learns)^k.
    """
    did = (acts @ reality[..., None])[..., 0]
    better = did > (view * reality).sum(axis=-1)[..., None]
    votes = (better[..., None, :].astype(np.float32) @ acts)[..., 0, :]
    nobody_persuades = (1 - learns) ** np.abs(votes)
    moves = (votes != 0) & (np.sign(votes) != view) & (chance.learns > nobody_persuades)
    return np.where(moves, np.sign(votes), view)


def history(firms: Firms, chance: Iterator[Chance], rules: Rules, periods: int = PERIODS) -> Iterator[Firms]:
    """The firms at the start and after each of so many periods."""
    yield firms
    for drawn in islice(chance, periods):
        firms = period(firms, drawn, rules)
        yield firms


def known(firms: Firms) -> NDArray[np.float64]:
    """What the written view knows: right minus wrong answers, as a share of all: (…)."""
    return np.asarray((firms.view * firms.reality).sum(axis=-1) / QUESTIONS, float)


def _signs(random: np.random.Generator, shape: tuple[int, ...]) -> Array:
    return (random.integers(0, 2, shape, np.int8) * 2 - 1).astype(np.float32)


def _beliefs(random: np.random.Generator, shape: tuple[int, ...]) -> Array:
    return (random.integers(0, 3, shape, np.int8) - 1).astype(np.float32)
