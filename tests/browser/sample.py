"""Small notebooks for tests of the extension: a course of one stand-in lesson, and a stranger's notebook."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

# stands in for the package of the course: a kernel finds it first, because it lies beside the notebook
LESSONS = """
import comm, json, os, pathlib
import ipywidgets as w
from IPython.display import display

HEARD = []
LINES = []
RUNS = pathlib.Path("runs.txt")
pathlib.Path("kernel.pid").write_text(str(os.getpid()))

def heard(message):
    HEARD.append(message["content"]["data"])
    pathlib.Path("heard.json").write_text(json.dumps(HEARD))

def opened(line, message):
    LINES.append(line)
    line.on_msg(heard)
    heard(message)

comm.get_comm_manager().register_target("two_hats", opened)

def field(label, control, name="div"):
    box = w.VBox([w.HTML(f'<span class="th-label">{label}</span>'), control])
    box.add_class("th-field")
    return box

def screen(title, *children):
    box = w.VBox([w.HTML(f"<h3>{title}</h3>"), *children])
    box.add_class("th-screen")
    return box

class Lesson:
    def begin(self):
        RUNS.write_text(RUNS.read_text() + "x" if RUNS.exists() else "x")
        display(w.HTML('<p class="th-root">Two goals.</p>'))

    def predict(self):
        radios = w.RadioButtons(options=["A few", "Some", "Most"], value=None)
        menu = w.Dropdown(options=["one", "two", "three"])
        slider = w.IntSlider(value=50, readout=False)
        own = w.IntSlider(value=5, description="People", readout_format="d")
        range_ = w.IntRangeSlider(value=(2, 7), max=10, description="Span")
        number = w.BoundedIntText(value=3, max=9)
        area = w.Textarea()
        text = w.Text()
        toggles = w.ToggleButtons(options=["left", "right"], description="Side")
        ticks = w.VBox([w.Checkbox(description="Alpha", indent=False), w.Checkbox(description="Beta", indent=False)])
        off = w.IntSlider(disabled=True)
        button = w.Button(description="Speak")
        button.add_class("th-key-speak")
        count = w.HTML('<p class="th-count">0</p>')
        def speak(_):
            count.value = f'<p class="th-count">{int(count.value.split(">")[1].split("<")[0]) + 1}</p>'
            for line in LINES:
                line.send({"say": "First words"})
                line.send({"say": "Last words"})
        button.on_click(speak)
        jump = w.Button(description="Jump")
        place = w.VBox([])
        def go(_):
            for line in LINES:
                line.send({"focus": "late"})
            place.children = [w.HTML('<div data-th-key="late" tabindex="-1">Here</div>')]
        jump.on_click(go)
        tall = field('Height<span class="th-unit"> (metres)</span>', slider)
        guess = (field("How many follow?", radios), field("Which one?", menu), tall, own, range_)
        display(w.VBox([screen("A guess", *guess),
            field("How many?", number), field("Why?", area), field("Who?", text), toggles,
            field("Which apply?", ticks), field("Not now", off), w.HBox([button, jump]), place, count]))

    def case(self):
        first = screen("First decision", w.HTML("<p>You come in at eight.</p>"))
        second = screen("Second decision", w.HTML("<p>It is nine.</p>"))
        second.layout.display = "none"
        go_on = w.Button(description="Continue the case")
        def show(_):
            second.layout.display = None
        go_on.on_click(show)
        first.children += (go_on,)
        display(w.VBox([w.HTML("<p>Around the screens.</p>"), first, second]))

    def reflect(self):
        display(field("One act this week", w.Textarea()))

def open_lesson(slug):
    return Lesson()
"""

COURSE = {"course": "two-hats", "lesson": "sample"}
LESSON = (
    "# Why do people follow?\n\nTwo goals come first.",
    '> # Lesson code\n> from lessons import open_lesson\n> lesson = open_lesson("sample")\n> lesson.begin()',
    "## Predict\n\nPick one before you see the model.",
    "> lesson.predict()",
    "## The case\n\nTwo decisions.",
    "> # the case, in two steps\n> lesson.case()",
    "## Reflect",
    "> lesson.reflect()",
    "## Last words\n\nThat was all.",
)


def cell(text: str, number: int) -> dict[str, Any]:
    """A code cell if the text's lines begin with "> ", else a Markdown cell."""
    common: dict[str, Any] = {"id": f"cell-{number}", "metadata": {}}
    if not text.startswith("> "):
        return common | {"cell_type": "markdown", "source": text}
    source = "\n".join(line.removeprefix("> ") for line in text.split("\n"))
    return common | {"cell_type": "code", "source": source, "outputs": [], "execution_count": None}


def write_notebook(path: Path, cells: Sequence[str], metadata: dict[str, Any] | None = None) -> Path:
    """Write a notebook of these cells; ``metadata`` becomes its ``two_hats``."""
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    notebook = {
        "nbformat": 4,
        "nbformat_minor": 5,
        "metadata": kernel | ({"two_hats": metadata} if metadata else {}),
        "cells": [cell(text, number) for number, text in enumerate(cells)],
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(notebook), encoding="utf-8")
    return path


def write_lesson(folder: Path, name: str = "lesson.ipynb", cells: Sequence[str] = LESSON) -> Path:
    """Write the stand-in course and one lesson of it into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "lessons.py").write_text(LESSONS, encoding="utf-8")
    return write_notebook(folder / name, cells, COURSE)
