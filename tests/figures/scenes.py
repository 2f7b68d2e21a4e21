"""Every lesson's chart in every regime, and the words for it, taken from the list of lessons."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any

import figures
from figures.contract import Words
from lessons.activities.explore import Exploration
from lessons.course import library


@dataclass(frozen=True)
class Regime:
    """One setting of one lesson's levers."""

    slug: str
    name: str
    levers: tuple[tuple[str, float], ...]

    def __str__(self) -> str:
        return f"{self.slug}-{self.name}"


def exploration(slug: str) -> Exploration:
    return Exploration(library.model(slug), library.lesson(slug).explore)


@cache
def drawn(regime: Regime) -> tuple[ModuleType, Any, Words]:
    """The chart's module, its data and its words."""
    rules = exploration(regime.slug)
    run = rules.set_up(dict(regime.levers))
    chart = figures.chart(rules.words.chart)
    return chart, chart.Data(**rules.model.picture(run.outcome)), rules.chart_words(run)


def regimes(slug: str) -> list[Regime]:
    """The start, each task's setting, and each lever at its lowest and highest with the others at the start."""
    rules = exploration(slug)
    tasks = [Regime(slug, task.name, tuple(task.levers.items())) for task in rules.words.tasks]
    ends = [(lever.name, end) for lever in rules.levers for end in (lever.low, lever.high)]
    return [Regime(slug, "start", ()), *tasks, *(Regime(slug, f"{name}={end:g}", ((name, end),)) for name, end in ends)]


def all_regimes() -> list[Regime]:
    return [regime for lesson in library.lessons() for regime in regimes(lesson.slug)]


@cache
def start() -> tuple[ModuleType, Any, Words]:
    """Lesson 1's chart at the start."""
    return drawn(Regime("focus", "start", ()))
