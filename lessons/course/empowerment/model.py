"""Who should decide? One order, asking first, freedom up to a limit, or the person on the spot.

What is needed lies anywhere from 0 to 100 with equal chance. The person on the spot sees it and always leans a little
too high. Asking is cheap talk (Crawford and Sobel, 1982): the more the person leans, the fewer words can be believed.
Letting decide costs the lean itself; Dessein (2002) found where it beats asking. The best limit on freedom is that of
Holmström (1984) and Melumad and Shibano (1991). That decisions taken late are taken on old news, and what is seen in
reports, are teaching assumptions. Errors are expected squared distances from what is needed, in % of those of one order
for all. Inside the equations everything is a share of the whole range.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from lessons.course.lever import lever, within_ranges

ONE_ORDER = 1 / 12
"""Expected squared error of always ordering the middle."""
WAYS = ("order", "ask", "limit", "local")
TIES = ("local", "order", "ask", "limit")
"""Of ways with the same error, the one that comes first here: the one with fewer words and rules."""
LEVEL = 0.5
"""Errors less than so much apart count as level."""
ANY_WORDS = 1000
"""Stands for any number of words: a person who does not lean can be believed in full."""
LEAN = "Crawford and Sobel (1982)"

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Levers:
    much: float = lever(15.0, 0.0, 60.0, 1.0, LEAN)
    weeks: float = lever(2.0, 0.0, 8.0, 1.0)
    change: float = lever(5.0, 0.0, 20.0, 1.0)
    seen: float = lever(60.0, 0.0, 100.0, 5.0)
    shared: float = lever(0.0, 0.0, 100.0, 5.0)


@dataclass(frozen=True)
class Outcome:
    """The error of each way, in % of one order, and how far the person still leans (a share of the range)."""

    levers: Levers
    lean: float
    errors: dict[str, float]


# ---- the equations ---------------------------------------------------------------------------------------------------
def lean_left(levers: Levers) -> float:
    """How far the person leans, after what shared aims take away."""
    return levers.much / 100 * (1 - levers.shared / 100)


def staleness(weeks: ArrayLike, change: ArrayLike) -> Array:
    """Squared distance that what is needed moves (a random walk) while a decision is waited for."""
    return np.asarray(np.asarray(weeks) * np.asarray(change) ** 2, dtype=np.float64)


def words(lean: ArrayLike) -> NDArray[np.int64]:
    """How many different things a person who leans so far can say and be believed."""
    lean = np.asarray(lean, dtype=np.float64)
    leans = np.maximum(lean, 1e-9)
    most = np.ceil(-0.5 + 0.5 * np.sqrt(1 + 2 / leans) - 1e-12)
    return np.asarray(np.where(lean > 0, np.clip(most, 1, ANY_WORDS), ANY_WORDS), dtype=np.int64)


def talk_error(lean: ArrayLike) -> Array:
    """Expected squared error of deciding on what the person says."""
    lean, count = np.asarray(lean, dtype=np.float64), words(lean)
    return np.where(lean > 0, 1 / (12 * count**2) + lean**2 * (count**2 - 1) / 3, 0.0)


def limit_error(lean: ArrayLike, stale: ArrayLike) -> Array:
    """Of freedom up to the best limit, 1 − lean; it binds in 2 · lean of all cases, and there it is as old as it is."""
    binding = np.minimum(np.asarray(lean, dtype=np.float64), 0.5)
    return np.asarray(binding**2 - 4 * binding**3 / 3 + 2 * binding * np.asarray(stale))


def errors(lean: ArrayLike, stale: ArrayLike, seen: float) -> Array:
    """Error of each of the `WAYS` in % of one order: (4, …); ``lean`` and ``stale`` broadcast."""
    lean, stale = np.broadcast_arrays(np.asarray(lean, dtype=np.float64), np.asarray(stale, dtype=np.float64))
    asked = (1 - seen) * talk_error(lean) + stale
    every = (np.full(lean.shape, ONE_ORDER), asked, limit_error(lean, stale), lean**2)
    return np.stack(every) / ONE_ORDER * 100


def word_edges(lean: float) -> Array:
    """Where one word ends and the next begins: (words + 1,), shares of the range. Low words cover the shorter parts."""
    count = int(words(lean))
    index = np.arange(count + 1)
    return np.asarray(index / count - 2 * lean * index * (count - index))


def decisions(needed: Array, lean: float) -> Array:
    """What each of the `WAYS` decides for each need: (4, …), shares of the range."""
    edges = word_edges(lean)
    heard = np.clip(np.searchsorted(edges, needed, side="right") - 1, 0, len(edges) - 2)
    middles = (edges[1:] + edges[:-1]) / 2
    return np.stack(
        [np.full(needed.shape, 0.5), middles[heard], np.minimum(needed + lean, max(1 - lean, 0.5)), needed + lean]
    )


# ---- the model's face ------------------------------------------------------------------------------------------------
def run(levers: Levers) -> Outcome:
    """The error of each way."""
    return Outcome(levers, lean_left(levers), ways(levers))


def picture(outcome: Outcome) -> dict[str, Any]:
    """The charts' data, in points of 0 to 100; ways in the order order, ask, limit, local.

    Left: needed (401,): what the situation calls for; decided (4, 401): what each way decides; edges (words + 1,):
    where one word ends and the next begins (the steps of "ask"); words: how many can be believed; lean: points too
    much. errors (4,): in % of one order, less is better. Right: map_much (61,), map_change (41,): the two axes;
    map_winner (41, 61) [change, too much]: index of the best way, at the weeks, view and shared aims that are set.
    here_much, here_change: the learner's place.
    """
    levers, lean = outcome.levers, outcome.lean
    needed = np.linspace(0, 1, 401)
    return {
        "ways": WAYS,
        "needed": 100 * needed,
        "decided": 100 * decisions(needed, lean),
        "edges": 100 * word_edges(lean),
        "words": int(words(lean)),
        "lean": 100 * lean,
        "errors": np.array([outcome.errors[way] for way in WAYS]),
        "map_much": np.arange(61.0),
        "map_change": np.arange(0, 20.5, 0.5),
        "map_winner": winners(levers.weeks, levers.seen, levers.shared),
        "here_much": levers.much,
        "here_change": levers.change,
    }


@lru_cache(maxsize=32)
def winners(weeks: float, seen: float, shared: float) -> NDArray[np.int64]:
    """Index of the best way over change (rows, 0 to 20 in halves) and too much (columns, 0 to 60): (41, 61)."""
    lean = np.arange(61.0) / 100 * (1 - shared / 100)
    stale = staleness(weeks, np.arange(0, 20.5, 0.5) / 100)
    index = np.array([WAYS.index(way) for way in TIES])
    best: NDArray[np.int64] = index[errors(lean[None, :], stale[:, None], seen / 100)[index].argmin(axis=0)]
    best.setflags(write=False)
    return best


def ranking(outcome: Outcome) -> tuple[str, str]:
    """The best and the second-best way."""
    first, second, *_ = sorted(TIES, key=outcome.errors.__getitem__)
    return first, second


def finding(outcome: Outcome) -> tuple[str, dict[str, float]]:
    """The way with the smallest error, or "level" if the second is hardly worse."""
    first, second = ranking(outcome)
    level = outcome.errors[second] - outcome.errors[first] < LEVEL
    return "level" if level else first, numbers(outcome)


def takeaway(outcome: Outcome) -> str:
    """How much of what the person says can be believed: all of it, some words, or none (one word is no news)."""
    count = int(words(outcome.lean))
    return "all" if outcome.lean == 0 else "none" if count == 1 else "some"


def named(outcome: Outcome) -> dict[str, str]:
    """The ways that the texts name: the best (way, also way1) and the second best (way2)."""
    first, second = ranking(outcome)
    return {"way": first, "way1": first, "way2": second}


def numbers(outcome: Outcome) -> dict[str, float]:
    """Every number that the texts name.

    ask, frame, local, order: errors in % of one order; x: the second-smallest; b: points too much after shared aims;
    N: words that can be believed (1,000 = any number); r: % seen; weeks, change, much, shared: the levers.
    """
    levers, found = outcome.levers, outcome.errors
    return {
        "order": found["order"],
        "ask": found["ask"],
        "frame": found["limit"],
        "local": found["local"],
        "x": found[ranking(outcome)[1]],
        "b": 100 * outcome.lean,
        "N": float(words(outcome.lean)),
        "r": levers.seen,
        "weeks": levers.weeks,
        "change": levers.change,
        "much": levers.much,
        "shared": levers.shared,
    }


def settle(levers: Levers, moved: str) -> tuple[Levers, str]:
    """These levers limit each other in nothing."""
    return within_ranges(levers), ""


@lru_cache(maxsize=1)
def reveal() -> float:
    """With nothing seen and nothing changing: up to how many points too much is letting decide no worse than asking?"""
    return float(round(100 * equal_lean()))


def equal_lean() -> float:
    """The largest lean at which letting decide is no worse than asking, found by halving an interval."""
    better, worse = 0.1, 0.6
    for _ in range(60):
        middle = (better + worse) / 2
        better, worse = (middle, worse) if middle**2 <= float(talk_error(middle)) else (better, middle)
    return better


def answers() -> dict[str, float]:
    """local_at_20: the error of letting decide at 20 points too much."""
    return {"local_at_20": ways(Levers(much=20.0))["local"]}


def ways(levers: Levers) -> dict[str, float]:
    """Error of each way in % of one order: the smallest is the best."""
    stale = staleness(levers.weeks, levers.change / 100)
    found = errors(lean_left(levers), stale, levers.seen / 100)
    return dict(zip(WAYS, found.tolist(), strict=True))


def causes(outcome: Outcome) -> dict[str, float]:
    """What makes up the errors of asking and of letting decide, in % of one order.

    words: what talk cannot tell and reports do not show; late: old news; leaning: of letting the person decide.
    """
    levers = outcome.levers
    return {
        "words": float((1 - levers.seen / 100) * talk_error(outcome.lean)) / ONE_ORDER * 100,
        "late": float(staleness(levers.weeks, levers.change / 100)) / ONE_ORDER * 100,
        "leaning": outcome.errors["local"],
    }
