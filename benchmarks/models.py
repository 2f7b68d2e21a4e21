"""How long one evaluation of each lesson's model takes: the run, its picture and its finding.

    python -m benchmarks.models

Each time is also given as a ratio to a rival measured in the same round: one draw of a plain two-line pyplot chart,
which is what a notebook without this course's live figure would do after every move of a lever.
"""

from __future__ import annotations

import io
import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from lessons.course import library
from lessons.course.lever import levers_of

ROUNDS = 15
GOAL = 10.0
"""Milliseconds: the most that one evaluation should take."""


def settings(model: Any) -> list[Any]:
    """The start and, for each lever, the start with this lever at an end: what a learner meets when moving it."""
    start = model.Levers()
    moved = [model.settle(replace(start, **{one.name: one.high}), one.name)[0] for one in levers_of(start)]
    return [start, *moved]


def evaluate(model: Any, levers: Any) -> None:
    """What one move of a lever costs before anything is drawn."""
    outcome = model.run(levers)
    model.picture(outcome)
    model.finding(outcome)


def rival() -> None:
    """A plain two-line chart drawn anew with pyplot."""
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots()
    weeks = np.arange(104)
    axes.plot(weeks, weeks)
    axes.plot(weeks, weeks[::-1])
    figure.savefig(io.BytesIO(), format="png")
    plt.close(figure)


def milliseconds(act: Callable[[], object]) -> float:
    """CPU time of one call: what else the machine does hardly counts."""
    begin = time.process_time()
    act()
    return (time.process_time() - begin) * 1e3


def measure(slug: str) -> tuple[float, float, float]:
    """Median and slowest of the evaluations, and the median of the rival, in the same rounds."""
    model = library.model(slug)
    each = settings(model)
    for levers in each:
        evaluate(model, levers)  # fills what a model keeps from one move to the next
    times, rivals = [], []
    for _ in range(ROUNDS):
        times += [milliseconds(lambda levers=levers: evaluate(model, levers)) for levers in each]  # type: ignore[misc]
        rivals.append(milliseconds(rival))
    return statistics.median(times), max(times), statistics.median(rivals)


def main() -> None:
    """One row a lesson."""
    rival()
    print("| lesson | one evaluation, ms | slowest, ms | of a plain chart | goal |")
    print("|---|---|---|---|---|")
    for lesson in library.lessons():
        median, slowest, other = measure(lesson.slug)
        met = "met" if median <= GOAL else "missed"
        print(f"| {lesson.number:02d} {lesson.slug} | {median:.2f} | {slowest:.1f} | {median / other:.3f} | {met} |")


if __name__ == "__main__":
    main()
