"""A case has no wrong option: every path gains something that another gives up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from .mistakes import Complaint
from .schema import Case, Decision, Measures, Option, Role

KINDS = ("managing", "leading", "both")


@dataclass(frozen=True)
class Path:
    """Two choices in a row. ``totals``: results, people, future, and hours of one's own with a minus: more is better.

    kind: the hats worn on the way; a path with a managing and a leading act wears both.
    """

    name: str
    kind: str
    totals: tuple[int, int, int, int]


def paths(case: Case) -> tuple[Path, ...]:
    """The nine paths through a case."""
    first, second = case.decisions
    return tuple(_path(one, two) for one, two in product(first.options, second.options))


def case_complaints(case: Case) -> Iterator[Complaint]:
    """Two decisions with hats; no option in the wrong place, no path beaten, each kind of path best at something."""
    if missing := tuple(_missing(case)):
        yield from missing
        return
    yield from letter_complaints(case)
    yield from _variants(case)
    found = paths(case)
    for better, worse in product(found, found):
        if better.name != worse.name and all(a >= b for a, b in zip(better.totals, worse.totals, strict=True)):
            yield "case", f"path {worse.name} to be better than {better.name} in something", "nothing"
    for kind in KINDS:
        if not best_at_something(kind, found):
            yield "case", f"a {kind} path to be best in results, people, future or hours", "none"


def _path(one: Option, two: Option) -> Path:
    variant = two.after.get(one.id)
    after = variant.measures if variant and variant.measures else two.measures
    totals = tuple(a + b for a, b in zip(_more_is_better(one.measures), _more_is_better(after), strict=True))
    return Path(one.id + two.id, _kind({one.hat, two.hat}), totals)  # type: ignore[arg-type]


def _more_is_better(measures: Measures) -> tuple[int, int, int, int]:
    return measures.results, measures.people, measures.future, -measures.hours


def _kind(hats: set[Role | None]) -> str:
    """managing: a managing act and no leading one; leading: the reverse; else both."""
    if ("managing" in hats) == ("leading" in hats):
        return "both"
    return "managing" if "managing" in hats else "leading"


def best_at_something(kind: str, found: tuple[Path, ...]) -> bool:
    """Whether a path of that kind has the most results, people, future or hours left of all."""
    best = [max(column) for column in zip(*(path.totals for path in found), strict=True)]
    own = [path.totals for path in found if path.kind == kind]
    return any(total == top for totals in own for total, top in zip(totals, best, strict=True))


def _missing(case: Case) -> Iterator[Complaint]:
    """A lesson's case has a second decision, and a hat for every option."""
    if len(case.decisions) != 2:
        yield "case.decisions", "2 decisions", str(len(case.decisions))
    for number, decision in enumerate(case.decisions):
        for place, option in enumerate(decision.options):
            if option.hat is None:
                yield f"case.decisions[{number}].options[{place}].hat", "a hat", "nothing"


def letter_complaints(case: Case) -> Iterator[Complaint]:
    """Options whose letters are not A, B and C."""
    for number, decision in enumerate(case.decisions):
        letters = "".join(option.id for option in decision.options)
        if letters != "ABC":
            yield f"case.decisions[{number}].options", "the options A, B and C, in this order", f"“{letters}”"


def _variants(case: Case) -> Iterator[Complaint]:
    """The first decision follows nothing; the second may only follow an option of the first."""
    first, second = case.decisions
    yield from _unfounded("case.decisions[0]", first, set())
    yield from _unfounded("case.decisions[1]", second, {str(option.id) for option in first.options})


def _unfounded(where: str, decision: Decision, before: set[str]) -> Iterator[Complaint]:
    """Scenes and variants that follow an option which is not there."""
    named = [(f"{where}.scenes.{letter}", str(letter)) for letter in decision.scenes]
    for number, option in enumerate(decision.options):
        named += [(f"{where}.options[{number}].after.{letter}", str(letter)) for letter in option.after]
    for place, letter in named:
        if letter not in before:
            yield place, "an option of the decision before", f"“{letter}”"
