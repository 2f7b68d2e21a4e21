"""The game on paper: eight months, six tokens a month, one die. Simpler than the screen; its numbers do not match.

Everything works on one house or on many at once: numbers of a house are whole numbers or arrays of them, and tokens
have the five kinds of `month.HOURS` as their last axis.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import product
from typing import Any

import numpy as np

from .events import CALM, KEY_PERSON, MARKET, RUSH, SCARE, TECHNOLOGY
from .month import CHECK, DEVELOP, HOURS, INSPIRE, PLAN, SCAN

MONTHS, TOKENS, DIE = 8, 6, 6
LOW, HIGH = 1, 6
"""A track never leaves these."""
ORDER_BY_PLANNING = (-2, -1, 0, 1)
"""What no, one, two, or three and more tokens of planning do to order."""
COMMITMENT_BY_INSPIRING = (-1, 0, 1)
WATCHED = 3
"""So many tokens of checking feel like mistrust."""
HELD = 2
"""So many tokens of inspiring hold a key person."""
LEAVES = 2
STEPS = {MARKET: 3, TECHNOLOGY: 1}
"""How far an event takes direction down."""
HOLDS = {PLAN: 2, INSPIRE: 1}
"""So many tokens keep order and commitment where they are."""
LEARNED, MARKS, WILLING = 3, 2, 3
"""Every third token of developing gives a skill mark, up to so many; they count while commitment is so high."""
ERRORS, SCARED = 2, 5
RUSH_ORDER, RUSHED = 4, 2
"""With so much order a rush brings so much more."""
RUNNING, MOST = 2, 20
"""What a month costs, and where the budget ends."""
TURNS_BY = 6
"""If the market has not turned before this month, it turns in it."""


@dataclass(frozen=True, eq=False)
class PaperHouse:
    """Where a house stands. delivery: the sum so far; developed: tokens of developing so far."""

    order: Any = 3
    commitment: Any = 3
    direction: Any = 3
    budget: Any = 8
    delivery: Any = 0
    developed: Any = 0

    @property
    def skill(self) -> Any:
        """Skill marks that count: people use what they can where they want to."""
        return np.minimum(self.developed // LEARNED, MARKS) * (self.commitment >= WILLING)

    @property
    def lowest(self) -> Any:
        """The lowest of the three tracks."""
        return np.minimum(np.minimum(self.order, self.commitment), self.direction)


@dataclass(frozen=True, eq=False)
class PaperMonth:
    """What a month came to: its errors, what it delivered, and the house after it."""

    errors: Any
    delivered: Any
    after: PaperHouse


def spend(house: PaperHouse, tokens: Any, event: str) -> PaperMonth:
    """One month by the rules, in their order. tokens: (…, 5)."""
    spent = np.asarray(tokens)
    order = on_track(house.order + steps(ORDER_BY_PLANNING, spent[..., PLAN]))
    direction = on_track(on_track(house.direction - STEPS.get(event, 0)) + spent[..., SCAN])
    commitment = on_track(house.commitment + moved_people(spent, event))
    built = replace(
        house,
        order=order,
        direction=direction,
        commitment=commitment,
        developed=house.developed + spent[..., DEVELOP],
    )
    errors = np.maximum((SCARED if event == SCARE else ERRORS) - spent[..., CHECK], 0)
    ready = (order >= RUSH_ORDER) & (event == RUSH)
    delivered = np.maximum(built.lowest + built.skill + RUSHED * ready - errors, 0)
    tired = (order < RUSH_ORDER) & (event == RUSH)
    after = replace(
        built,
        commitment=on_track(commitment - tired),
        delivery=house.delivery + delivered,
        budget=np.clip(house.budget + delivered - RUNNING, 0, MOST),
    )
    return PaperMonth(errors, delivered, after)


def on_track(value: Any) -> Any:
    """A track stays between its ends."""
    return np.clip(value, LOW, HIGH)


def steps(by_tokens: Sequence[int], tokens: Any) -> Any:
    """What so many tokens do; the last step counts for more as well."""
    return np.asarray(by_tokens)[np.minimum(tokens, len(by_tokens) - 1)]


def moved_people(spent: Any, event: str) -> Any:
    """What a month does to commitment."""
    leaves = LEAVES * (spent[..., INSPIRE] < HELD) if event == KEY_PERSON else 0
    watched = (spent[..., CHECK] >= WATCHED) * 1
    return steps(COMMITMENT_BY_INSPIRING, spent[..., INSPIRE]) - watched - leaves


def rolled(first: int, second: int) -> str:
    """The event of a roll; the second roll counts only after a six."""
    if first == DIE:
        return TECHNOLOGY if second <= DIE // 2 else CALM
    return (CALM, RUSH, SCARE, KEY_PERSON, MARKET)[first - 1]


def year(seed: int) -> tuple[str, ...]:
    """The events of a year, rolled. The first month is calm, and the market turns at least once."""
    rolls = np.random.default_rng(seed).integers(1, DIE + 1, (MONTHS, 2))
    events = [CALM, *(rolled(int(first), int(second)) for first, second in rolls[1:])]
    if MARKET not in events[: TURNS_BY - 1]:
        events[TURNS_BY - 1] = MARKET
    return tuple(events)


def play(events: Sequence[str], tokens: Any) -> PaperHouse:
    """A whole year with the same tokens every month: (…, 5)."""
    house = PaperHouse()
    for event in events:
        house = spend(house, tokens, event).after
    return house


def answer(events: Sequence[str]) -> PaperHouse:
    """A whole year that answers each month's event first, and then the track that is lowest."""
    house = PaperHouse()
    for event in events:
        house = spend(house, answering(house, event), event).after
    return house


def answering(house: PaperHouse, event: str) -> tuple[int, ...]:
    """Tokens of that way: what holds order and people, what the month asks for, then the track that is lowest.

    What is left over finds errors, as far as nobody feels watched, and the rest develops people.
    """
    placed = [0] * len(HOURS)
    placed[PLAN], placed[INSPIRE] = HOLDS[PLAN], HELD if event == KEY_PERSON else HOLDS[INSPIRE]
    direction = on_track(house.direction - STEPS.get(event, 0))
    useful = {PLAN: HOLDS[PLAN] + (house.order < HIGH), INSPIRE: HELD, SCAN: int(HIGH - direction), CHECK: WATCHED - 1}
    track = {PLAN: house.order, INSPIRE: house.commitment, SCAN: direction, CHECK: HIGH}
    for kind in sorted(useful, key=lambda one: int(track[one])):
        left = TOKENS - sum(placed)
        placed[kind] += min(left, max(useful[kind] - placed[kind], 0))
    placed[DEVELOP] = TOKENS - sum(placed)
    return tuple(placed)


@dataclass(frozen=True)
class Example:
    """The month that the sheet works out: a rush, met with order."""

    tokens: tuple[int, ...] = (3, 1, 2, 0, 0)
    event: str = RUSH

    @property
    def month(self) -> PaperMonth:
        """What it comes to in a house at its start."""
        return spend(PaperHouse(), self.tokens, self.event)


WAYS: dict[str, tuple[int, ...] | None] = {
    "managing": (4, 2, 0, 0, 0),
    "leading": (0, 0, 2, 2, 2),
    "mixed": (2, 1, 2, 1, 0),
    "steady": (3, 0, 2, 1, 0),
    "answering": None,
}
"""Simple ways of playing, with their tokens every month; the last one answers each month."""
YEARS = 1000
"""So many rolled years are played to say what a way comes to."""
READ = ("delivery", "budget", "commitment", "direction")


def ends(way: str, years: int = YEARS) -> dict[str, float]:
    """Where a way ends on average, by reading."""
    tokens = WAYS[way]
    houses = [answer(events) if tokens is None else play(events, tokens) for events in map(year, range(years))]
    return {name: float(np.mean([getattr(house, name) for house in houses])) for name in READ}


@cache
def numbers() -> dict[str, float]:
    """Every number that the rules, the example and the table of ways name."""
    before, example = PaperHouse(), Example()
    after, kinds = example.month.after, dict(zip(HOURS, example.tokens, strict=True))
    rules = {"months": MONTHS, "tokens": TOKENS, "low": LOW, "high": HIGH, "start": before.order, "most": MOST}
    rules |= {"budget": before.budget, "market": STEPS[MARKET], "technology": STEPS[TECHNOLOGY], "by": TURNS_BY}
    rules |= {"half": DIE // 2, "next": DIE // 2 + 1, "die": DIE, "before": TURNS_BY - 1, "held": HELD}
    rules |= {"watched": WATCHED, "leaves": LEAVES, "learned": LEARNED, "marks": MARKS, "willing": WILLING}
    rules |= {"errors": ERRORS, "scared": SCARED, "rush_order": RUSH_ORDER, "rushed": RUSHED, "running": RUNNING}
    told = {f"x_{kind}": tokens for kind, tokens in kinds.items()}
    told |= {"x_errors": example.month.errors, "x_delivered": example.month.delivered, "x_lowest": after.lowest}
    told |= {f"x_{track}": getattr(after, track) for track in ("order", "commitment", "direction", "budget")}
    ways = {f"{way}_{name}": value for way in WAYS for name, value in ends(way).items()}
    return {
        name: float(value)
        for name, value in {**rules, **told, **ways, "years": YEARS, "plans": len(tuple(plans()))}.items()
    }


def plans() -> Iterator[tuple[int, ...]]:
    """Every way to place the tokens."""
    for four in product(range(TOKENS + 1), repeat=4):
        if sum(four) <= TOKENS:
            yield (*four, TOKENS - sum(four))
