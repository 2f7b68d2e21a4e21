"""What a reader could not read in a figure: words that leave the sheet, cover each other, or were cut."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.text import Text

from figures.labels import Rect

SLACK = 0.012
"""Inches by which boxes may touch: the space around letters is part of their box."""


def problems(figure: Figure) -> list[str]:
    """One line for each fault, with the words concerned; an empty list for a figure without one."""
    canvas: Any = figure.canvas
    canvas.draw()
    renderer = canvas.get_renderer()
    width, height = figure.get_size_inches()
    sheet = Rect(-SLACK, -SLACK, width + SLACK, height + SLACK)
    found = [(text.get_text(), _box(text, renderer, figure.dpi)) for text in _texts(figure)]
    cut = [f"cut: {words}" for words, _ in found if words.endswith("…")]
    outside = [f"leaves the sheet: {words}" for words, box in found if box.overlap(sheet) < box.area * (1 - 1e-9)]
    covered = [f"overlap: {a} / {b}" for (a, one), (b, two) in combinations(found, 2) if _touch(one, two)]
    return cut + outside + covered


def _texts(artist: Artist) -> Iterator[Text]:
    """Every text that is drawn: what is invisible hides what it contains."""
    if not artist.get_visible():
        return
    if isinstance(artist, Text) and artist.get_text().strip():
        yield artist
    for child in artist.get_children():
        yield from _texts(child)


def _box(text: Text, renderer: Any, dpi: float) -> Rect:
    box = text.get_window_extent(renderer)
    return Rect(*(float(edge) / dpi for edge in (box.x0, box.y0, box.x1, box.y1)))


def _touch(one: Rect, two: Rect) -> bool:
    wide = min(one.x1, two.x1) - max(one.x0, two.x0)
    high = min(one.y1, two.y1) - max(one.y0, two.y0)
    return wide > SLACK and high > 2 * SLACK
