"""Explore: the rules. Levers of a model, what they lead to, and the words for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from types import ModuleType
from typing import Any

from figures.contract import Words
from lessons.course.lever import Lever, levers_of
from lessons.course.prose import fill, plain
from lessons.course.schema import Explore


@dataclass(frozen=True)
class Run:
    """One setting of the levers and what came of it. ``limit`` is the key of a limit that stopped a lever, or ""."""

    outcome: Any
    limit: str = ""

    @property
    def levers(self) -> Any:
        """The levers that led to it."""
        return self.outcome.levers


@dataclass(frozen=True)
class Exploration:
    """A model and its words. Pure: each method gives a run or a text, nothing is remembered."""

    model: ModuleType
    words: Explore

    @property
    def levers(self) -> tuple[Lever, ...]:
        """The levers in the order of the lesson's words."""
        named = {lever.name: lever for lever in levers_of(self.model.Levers)}
        return tuple(named[name] for name in self.words.levers)

    def start(self) -> Run:
        """The run at the levers' first positions."""
        return Run(self.model.run(self.model.Levers()))

    def move(self, run: Run, name: str, value: float) -> Run:
        """The run after one lever has moved; it stops where a combined limit says so."""
        return self._run(run.levers, {name: value})

    def set_up(self, preset: Mapping[str, float]) -> Run:
        """The run that a task starts from: its own levers, all others at their first positions."""
        return self._run(self.model.Levers(), preset)

    def restore(self, levers: Mapping[str, float] | None) -> Run:
        """The run where the learner left off; unknown levers and values out of range are passed over."""
        left = {lever.name: (levers or {}).get(lever.name) for lever in self.levers}
        ranges = {lever.name: (lever.low, lever.high) for lever in self.levers}
        inside = {
            name: value
            for name, value in left.items()
            if value is not None and ranges[name][0] <= value <= ranges[name][1]
        }
        return self._run(self.model.Levers(), inside)

    def _run(self, levers: Any, wanted: Mapping[str, float]) -> Run:
        """The run after these levers have moved, one after the other.

        They move twice: one that a combined limit stopped goes on once the others have made room for it.
        """
        limit = ""
        for name, value in (*wanted.items(), *(wanted.items() if len(wanted) > 1 else ())):
            whole = isinstance(getattr(levers, name), int)
            moved = replace(levers, **{name: round(value) if whole else value})
            levers, limit = self.model.settle(moved, name)
        return Run(self.model.run(levers), limit)

    def numbers(self, run: Run) -> Mapping[str, float | str]:
        """Every number that a text may name, and the words that stand for names of the model."""
        named = getattr(self.model, "named", None)
        words = named(run.outcome) if named else {}
        return {**self.model.numbers(run.outcome), **{name: self.words.labels[key] for name, key in words.items()}}

    def title(self, run: Run) -> str:
        """The finding that is true of this run, as a sentence."""
        key, numbers = self.model.finding(run.outcome)
        return plain(self.words.findings[key], {**self.numbers(run), **numbers})

    def takeaway(self, run: Run) -> str:
        """The takeaway that is true of this run: the one the model names, else the lesson's only one."""
        names = getattr(self.model, "takeaway", None)
        template = self.words.takeaways.get(names(run.outcome), "") if names else ""
        return plain(template or self.words.takeaway, self.numbers(run))

    def chart_words(self, run: Run) -> Words:
        """All words of the chart for this run."""
        numbers = self.numbers(run)
        return Words(
            title=self.title(run),
            subtitle=plain(self.words.subtitle, numbers),
            takeaway=self.takeaway(run),
            source=plain(self.words.source),
            labels=self.words.labels,
        )

    def causes(self, run: Run) -> list[tuple[str, str]]:
        """What each cause takes away (less than 0: gives), the largest first, as name and number."""
        found: Mapping[str, float] = self.model.causes(run.outcome)
        ranked = sorted(found.items(), key=lambda cause: -abs(cause[1]))
        return [(self.words.labels[name], fill("{value:.1f}", {"value": value})) for name, value in ranked]

    def in_words(self, run: Run) -> str:
        """The chart as text, for the alternative text and for reading."""
        return f"{self.title(run)}. {plain(self.words.in_words, self.numbers(run))}"

    def results(self, run: Run) -> list[tuple[str, str]]:
        """The results of a run by name, for comparing two runs."""
        numbers = self.numbers(run)
        return [(name, plain(template, numbers)) for name, template in self.words.table.items()]

    def settings(self, run: Run) -> list[tuple[str, str]]:
        """The levers of a run by name."""
        levers = asdict(run.levers)
        return [(words.label, self.shown(name, levers[name])) for name, words in self.words.levers.items()]

    def shown(self, name: str, value: float) -> str:
        """A lever's position in words: its own name if it has one, else the number and its unit."""
        words = self.words.levers[name]
        number = f"{value:g}".replace("-", "−")
        return words.values.get(f"{value:g}") or f"{number} {words.unit}".strip()
