"""Every lesson's chart in every regime, and the words for it, taken from the list of lessons."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any

import pytest
from _pytest.mark.structures import ParameterSet

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


def presets(slug: str) -> list[Regime]:
    """The start, and each task's setting."""
    tasks = exploration(slug).words.tasks
    return [Regime(slug, "start", ()), *(Regime(slug, task.name, tuple(task.levers.items())) for task in tasks)]


def ends(slug: str) -> list[Regime]:
    """Each lever at its lowest and at its highest, the others at the start."""
    levers = exploration(slug).levers
    places = [(lever.name, end) for lever in levers for end in (lever.low, lever.high)]
    return [Regime(slug, f"{name}={end:g}", ((name, end),)) for name, end in places]


def all_regimes() -> list[ParameterSet]:
    """Every lesson's regimes; the ends of the levers only when all tests are asked for."""
    slugs = [lesson.slug for lesson in library.lessons()]
    quick = [pytest.param(regime) for slug in slugs for regime in presets(slug)]
    return quick + [pytest.param(regime, marks=pytest.mark.slow) for slug in slugs for regime in ends(slug)]


@cache
def start() -> tuple[ModuleType, Any, Words]:
    """Lesson 1's chart at the start."""
    return drawn(Regime("focus", "start", ()))
