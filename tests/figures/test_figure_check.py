"""The check finds what a reader could not read, and nothing else."""

from __future__ import annotations

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from figures.check import problems


def sheet(*texts: tuple[float, float, str]) -> Figure:
    figure = Figure((6, 4))
    FigureCanvasAgg(figure)
    for x, y, words in texts:
        figure.text(x, y, words)
    return figure


def test_words_apart_are_no_problem() -> None:
    assert problems(sheet((0.1, 0.2, "one"), (0.1, 0.4, "two"))) == []


def test_words_over_words_are_named() -> None:
    assert problems(sheet((0.1, 0.2, "one over"), (0.12, 0.21, "the other"))) == ["overlap: one over / the other"]


def test_words_over_the_edge_are_named() -> None:
    assert problems(sheet((0.95, 0.5, "too far to the right"))) == ["leaves the sheet: too far to the right"]
    assert problems(sheet((3.0, 0.5, "far away"))) == ["leaves the sheet: far away"]


def test_cut_words_are_named() -> None:
    assert problems(sheet((0.1, 0.5, "a title that was…"))) == ["cut: a title that was…"]


def test_what_is_hidden_is_no_problem() -> None:
    figure = sheet((0.1, 0.2, "one"), (0.1, 0.2, "the same place"))
    figure.texts[1].set_visible(False)
    axes = figure.add_axes((0, 0, 1, 1))
    axes.text(0.1, 0.2, "also here", transform=figure.transFigure)
    axes.set_visible(False)
    assert problems(figure) == []
