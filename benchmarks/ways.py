"""The same two-line chart behind a slider, drawn three ways, and charts of lessons: what the benchmarks' cells run.

Every way shows 104 weekly points of two lines, a mark at the peak of the second, and a title with the setting, in 720
by 400 CSS pixels. Each writes down when its callback began and ended.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import ipywidgets as widgets
import numpy as np
from IPython.display import display
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from numpy.typing import NDArray

from figures import palette
from figures.contract import Look, Words
from figures.frame import Frame

Array = NDArray[np.float64]
INCHES = (7.2, 4.0)
WEEKS = np.arange(104.0)
SLIDER = "bench-slider"
START = 100


def model(setting: int) -> tuple[Array, Array]:
    """Two lines (104,): one rises to the share that is set, the other follows it and gives way."""
    share = setting / 200
    first, second = np.empty(104), np.empty(104)
    x, y = 0.2, 0.1
    for week in range(104):
        x += 0.06 * (0.2 + 0.8 * share - x) + 0.01 * np.sin(week / 6)
        y += 0.04 * (x * (1.2 - share) - 0.4 * y)
        first[week], second[week] = x, y
    return first, second


def title(setting: int) -> str:
    return f"Setting {setting}: the second line ends at {model(setting)[1][-1]:.2f}"


def timed(log: str, act: Callable[[int], object]) -> Callable[[int], None]:
    """The callback, with its beginning and end (milliseconds, wall clock) appended to a file."""

    @wraps(act)
    def run(v: int) -> None:
        begin = time.time() * 1e3
        act(v)
        with Path(log).open("a", encoding="utf-8") as file:
            file.write(json.dumps({"setting": v, "begin": begin, "end": time.time() * 1e3}) + "\n")

    return run


def slider(high: int = 200, start: int = START) -> widgets.IntSlider:
    found = widgets.IntSlider(start, 0, high, description="v", layout=widgets.Layout(width="500px"))
    found.add_class(SLIDER)
    return found


def interact(log: str) -> None:
    """What the ipywidgets guide shows: `interact`, and a new pyplot figure each time."""
    import matplotlib.pyplot as plt

    def draw(v: int) -> None:
        first, second = model(v)
        _, ax = plt.subplots(figsize=INCHES)
        ax.plot(WEEKS, first, color="#2063B5", lw=2, label="first")
        ax.plot(WEEKS, second, color="#D2602E", lw=2, ls="--", label="second")
        ax.plot([second.argmax()], [second.max()], "ko", ms=8)
        ax.set(xlim=(0, 103), ylim=(0, 1.6), xlabel="week", ylabel="output", title=title(v))
        ax.grid(alpha=0.3)
        ax.legend()
        plt.show()

    widgets.interact(timed(log, draw), v=slider())


def plotly(log: str) -> None:
    """plotly's FigureWidget: the browser draws, the kernel sends two lines."""
    import plotly.graph_objects as go

    first, second = model(START)
    figure = go.FigureWidget(
        [
            go.Scatter(x=WEEKS, y=first, name="first", line={"color": "#2063B5"}),
            go.Scatter(x=WEEKS, y=second, name="second", line={"color": "#D2602E", "dash": "dash"}),
            go.Scatter(x=[second.argmax()], y=[second.max()], mode="markers", marker={"size": 10, "color": "black"}),
        ]
    )
    figure.update_layout(width=720, height=400, xaxis_title="week", yaxis_title="output", title=title(START))
    figure.update_layout(xaxis_range=[0, 103], yaxis_range=[0, 1.6])

    def draw(v: int) -> None:
        first, second = model(v)
        with figure.batch_update():
            figure.data[0].y, figure.data[1].y = first, second
            figure.data[2].x, figure.data[2].y = [second.argmax()], [second.max()]
            figure.layout.title.text = title(v)

    _show(log, slider(), figure, draw)


@dataclass(frozen=True)
class Lines:
    first: Array
    second: Array


class TwoLines:
    """The chart of the benchmark, built as every chart of the course is."""

    def __init__(self, data: Lines, words: Words, look: Look) -> None:
        self._frame = Frame(replace(look, size="notebook"), words, INCHES[1])
        self.figure: Figure = self._frame.figure
        self.figure.set_size_inches(INCHES)
        room, colours = self._frame.room, self._frame.colours
        box = room._replace(left=room.left + 0.3, bottom=room.bottom + 0.4, width=5.8, height=room.height - 0.4)
        axes = self._frame.axes(box, (0, 103), (0, 1.6))
        for tick in np.arange(0, 1.7, 0.4):
            axes.add_line(Line2D([0, 103], [tick, tick], color=colours["rule"], lw=0.7))
            y = box.bottom + box.height * tick / 1.6
            self._frame.text("label", f"{tick:.1f}", box.left - 0.05, y, align="right", anchor="center")
        for week in range(0, 104, 20):
            self._frame.text("label", f"{week}", box.left + box.width * week / 103, box.bottom - 0.05, align="center")
        self._lines = [
            axes.add_line(Line2D(WEEKS, data.first, color=colours[role], lw=2, ls=dash))
            for role, dash in (("managing", "-"), ("leading", "--"))
        ]
        self._peak = axes.add_line(Line2D([], [], marker="o", ms=8, color=colours["ink"]))
        self._names = [
            self._frame.text("label", role, box.right + 0.05, 0, anchor="center") for role in palette.ROLES[:2]
        ]
        self._box = box
        self.update(data, words)

    @property
    def moving(self) -> tuple[Any, ...]:
        return *self._lines, self._peak, *self._names, *self._frame.moving

    def update(self, data: Lines, words: Words) -> None:
        for line, name, values in zip(self._lines, self._names, (data.first, data.second), strict=True):
            line.set_ydata(values)
            name.set_y(self._box.bottom + self._box.height * values[-1] / 1.6)
        self._peak.set_data([data.second.argmax()], [data.second.max()])
        self._frame.update(words)

    def mark(self, prediction: float | None) -> None:
        """Nothing is predicted in a benchmark."""


def ours(log: str) -> None:
    """The course's live figure, at twice the CSS pixels."""
    from lessons.page.live import LiveFigure

    chart: Any = SimpleNamespace(Chart=TwoLines, shape=lambda data: ())
    live = LiveFigure(chart, Look())

    def draw(v: int) -> None:
        live.show(Lines(*model(v)), Words(title(v), "Output by week"), title(v))

    draw(START)
    _show(log, slider(), live.widget, draw)


def lesson(log: str) -> None:
    """Lesson 1's own chart, with the lever for people."""
    _lesson(log, "focus", "people")


def flagship(log: str) -> None:
    """Lesson 11's own chart, with the lever for strands: its futures and its map follow."""
    _lesson(log, "vision", "streams")


def _lesson(log: str, slug: str, name: str) -> None:
    """A lesson's model, its texts and its chart, behind one of its levers."""
    import figures
    from lessons.activities.explore import Exploration
    from lessons.course import library
    from lessons.page.live import LiveFigure

    words = library.lesson(slug).explore
    rules, chart = Exploration(library.model(slug), words), figures.chart(words.chart)
    lever = next(lever for lever in rules.levers if lever.name == name)
    live = LiveFigure(chart, Look())
    live.mark(library.lesson(slug).predict.value)

    def draw(v: int) -> None:
        run = rules.move(rules.start(), name, v)
        live.show(chart.Data(**rules.model.picture(run.outcome)), rules.chart_words(run), rules.in_words(run))

    draw(int(lever.default))
    _show(log, slider(int(lever.high), int(lever.default)), live.widget, draw)


def jobs_interact(log: str) -> None:
    """Lesson 13's jobs as the ipywidgets guide would show them: `interact`, and a new pyplot figure each time."""
    import matplotlib.pyplot as plt

    from lessons.activities.laboratory.reading import Reading
    from lessons.activities.occupations import jobs

    table, reading = jobs(), Reading.ours()

    def draw(v: int) -> None:
        managing, leading = reading.indexes()
        inside = table.management
        _, ax = plt.subplots(figsize=(8.6, 5.0))
        ax.plot(managing[~inside], leading[~inside], "o", color="#6B7480", ms=2.5, alpha=0.5, label="all other jobs")
        ax.plot(managing[inside], leading[inside], "^", color="#3B6B62", ms=5, label="management jobs")
        ax.plot([managing[v]], [leading[v]], "o", mfc="none", mec="black", ms=9, mew=2, label=table.titles[v])
        ax.set(xlim=(1, 5), ylim=(1, 5), xlabel="Managing skills", ylabel="Leading skills")
        ax.set_title(f"{table.titles[v]}: managing skills {managing[v]:.2f}, leading skills {leading[v]:.2f}")
        ax.grid(alpha=0.3)
        ax.legend()
        plt.show()

    widgets.interact(timed(log, draw), v=slider(len(table.titles) - 1))


def jobs_ours(log: str) -> None:
    """Lesson 13's explorer of jobs: its picture at twice the CSS pixels, its text and its table."""
    import tempfile

    from lessons.activities.desk import Desk
    from lessons.activities.laboratory.jobs import JobsView
    from lessons.activities.occupations import jobs
    from lessons.course import library
    from lessons.learner.diary import Diary
    from lessons.page.page import Page

    titles = jobs().titles
    view = JobsView(Desk(library.lesson("overlap"), Page(), Diary(Path(tempfile.mkdtemp()))))

    def draw(v: int) -> None:
        view.show_only(titles[v])

    draw(START)
    _show(log, slider(len(titles) - 1), view.picture, draw)


def _show(log: str, lever: widgets.IntSlider, chart: Any, draw: Callable[[int], None]) -> None:
    run = timed(log, draw)
    lever.observe(lambda change: run(change["new"]), "value")
    display(widgets.VBox([lever, chart]))
