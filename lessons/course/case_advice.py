"""The last step of writing a case: what has to hold, and what makes it better."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from .case_rules import KINDS, Path, best_at_something, paths
from .mark_rules import texts
from .schema import Case, Option

OPENING = (50, 95)
OPTION = (6, 16)
"""Fewest and most words."""
WAYS = 3
"""Of the nine ways through a case, how many should end in a way of their own."""


@dataclass(frozen=True)
class Finding:
    """One check. needed: a case that fails it is not written. key: its sentence in ``plan.toml``; values: what fills
    the sentence."""

    key: str
    needed: bool
    good: bool
    values: dict[str, float | str]


def findings(case: Case, praise: Iterable[str]) -> Iterator[Finding]:
    """Every check of a case without blanks. praise: words that praise or blame."""
    found = paths(case)
    yield from _beaten(found)
    yield from _kinds(found)
    words = _count(case.opening)
    yield Finding("opening", False, OPENING[0] <= words <= OPENING[1], {"words": words})
    yield _options(case)
    yield Finding("both", False, all(option.measures.hours > 0 for option in _all(case) if option.hat == "both"), {})
    count = sum(bool(variant) for option in case.decisions[1].options for variant in option.after.values())
    yield Finding("ways", False, count >= WAYS, {"count": count})
    said = [word for _, text in texts(case) for word in re.findall(r"[a-z]+", text.casefold())]
    praised = sorted(set(praise) & set(said))
    yield Finding("praise" if praised else "no_praise", False, not praised, {"words": ", ".join(praised)})


def _beaten(found: tuple[Path, ...]) -> Iterator[Finding]:
    """Ways that are at least as good as another on all four marks; the first such pair for each worse way."""
    worse: dict[str, str] = {}
    for better, other in product(found, found):
        beats = all(a >= b for a, b in zip(better.totals, other.totals, strict=True))
        if better.name != other.name and beats:
            worse.setdefault(other.name, better.name)
    for name, better_name in worse.items():
        yield Finding("beaten", True, False, {"worse": _way(name), "better": _way(better_name)})
    if not worse:
        yield Finding("unbeaten", True, True, {})


def _kinds(found: tuple[Path, ...]) -> Iterator[Finding]:
    missing = [kind for kind in KINDS if not best_at_something(kind, found)]
    yield from (Finding("unkind", True, False, {"kind": kind}) for kind in missing)
    if not missing:
        yield Finding("kinds", True, True, {})


def _options(case: Case) -> Finding:
    """Options whose text is shorter or longer than advised, by decision and letter: "1A 4"."""
    counted = {
        f"{number}{option.id}": _count(option.text)
        for number, decision in enumerate(case.decisions, 1)
        for option in decision.options
    }
    odd = {name: words for name, words in counted.items() if not OPTION[0] <= words <= OPTION[1]}
    named = ", ".join(f"{name}: {words}" for name, words in odd.items())
    return Finding("options" if odd else "options_fine", False, not odd, {"options": named})


def _way(name: str) -> str:
    return " – ".join(name)


def _all(case: Case) -> Iterator[Option]:
    for decision in case.decisions:
        yield from decision.options


def _count(text: str) -> int:
    return len(text.split())
