"""A lesson's chart for paper and slides: vector, its words as outlines, and a text that says what it shows."""

from __future__ import annotations

import io
from types import ModuleType
from typing import Any

import matplotlib
from matplotlib.figure import Figure

import figures
from figures import Look, Words
from lessons.course import prose
from lessons.course.schema import Lesson

PAPER = Look("light", "print", mono=True)
SLIDE = Look("light", "projector")
GREY_SLIDE = Look("light", "projector", mono=True)
"""The same for a copier."""


def start_picture(lesson: Lesson, model: ModuleType, outcome: Any, look: Look = PAPER) -> dict[str, str]:
    """The lesson's chart of ``outcome`` as ``{"svg": ..., "alt": ...}``."""
    return {"svg": svg(_drawn(lesson, model, outcome, look)), "alt": in_words(lesson, model, outcome)}


def start_pixels(lesson: Lesson, model: ModuleType, outcome: Any) -> bytes:
    """The same chart as a PNG file of 200 dots an inch, for programs that show no vectors."""
    file = io.BytesIO()
    figure = _drawn(lesson, model, outcome, PAPER)
    figure.savefig(file, format="png", dpi=200, metadata={"Software": None})
    return file.getvalue()


def in_words(lesson: Lesson, model: ModuleType, outcome: Any) -> str:
    """The chart as text, for those who do not see it."""
    return prose.plain(lesson.explore.in_words, values(lesson, model, outcome))


def values(lesson: Lesson, model: ModuleType, outcome: Any) -> dict[str, Any]:
    """Every number that a text may name, and the words that stand for names of the model."""
    named = getattr(model, "named", None)
    words = named(outcome) if named else {}
    return {**model.numbers(outcome), **{name: lesson.explore.labels[key] for name, key in words.items()}}


def svg(figure: Figure) -> str:
    """The figure as SVG, the same text each time: no date, and ids from a fixed salt. Words become outlines.

    matplotlib reads these settings when it writes the file, not when the figure is made.
    """
    file = io.StringIO()
    with matplotlib.rc_context({"svg.fonttype": "path", "svg.hashsalt": "two-hats"}):
        figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None})
    return file.getvalue()


def _drawn(lesson: Lesson, model: ModuleType, outcome: Any, look: Look) -> Figure:
    chart = figures.chart(lesson.explore.chart)
    drawn = chart.Chart(chart.Data(**model.picture(outcome)), _words(lesson, model, outcome), look)
    found: Figure = drawn.figure
    return found


def _words(lesson: Lesson, model: ModuleType, outcome: Any) -> Words:
    """The chart's words for this outcome: its finding, what is drawn, and what to take away."""
    explore, numbers = lesson.explore, values(lesson, model, outcome)
    key, found = model.finding(outcome)
    names = getattr(model, "takeaway", None)
    takeaway = explore.takeaways.get(names(outcome), "") if names else ""
    return Words(
        title=prose.plain(explore.findings[key], {**numbers, **found}),
        subtitle=prose.plain(explore.subtitle, numbers),
        takeaway=prose.plain(takeaway or explore.takeaway, numbers),
        source=prose.plain(explore.source, numbers),
        labels=explore.labels,
    )
