"""A lesson's chart for paper: vector, in one ink, with its words as outlines and a text that says what it shows."""

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


def start_picture(lesson: Lesson, model: ModuleType, outcome: Any) -> dict[str, str]:
    """The lesson's chart of ``outcome`` as ``{"svg": ..., "alt": ...}``."""
    numbers = model.numbers(outcome)
    chart = figures.chart(lesson.explore.chart)
    look = Look("light", "print", mono=True)
    drawn = chart.Chart(chart.Data(**model.picture(outcome)), _words(lesson, model, outcome), look)
    return {"svg": svg(drawn.figure), "alt": prose.plain(lesson.explore.in_words, numbers)}


def svg(figure: Figure) -> str:
    """The figure as SVG, the same text each time: no date, and ids from a fixed salt. Words become outlines.

    matplotlib reads these settings when it writes the file, not when the figure is made.
    """
    file = io.StringIO()
    with matplotlib.rc_context({"svg.fonttype": "path", "svg.hashsalt": "two-hats"}):
        figure.savefig(file, format="svg", metadata={"Date": None, "Creator": None})
    return file.getvalue()


def _words(lesson: Lesson, model: ModuleType, outcome: Any) -> Words:
    """The chart's words for this outcome: its finding, what is drawn, and what to take away."""
    explore, numbers = lesson.explore, model.numbers(outcome)
    key, values = model.finding(outcome)
    return Words(
        title=prose.plain(explore.findings[key], values),
        subtitle=prose.plain(explore.subtitle, numbers),
        takeaway=prose.plain(explore.takeaway, numbers),
        source=prose.plain(explore.source, numbers),
        labels=explore.labels,
    )
