"""Trait cards in rows: their words centred, and a small line under each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from matplotlib.text import Text

from figures import typeface
from figures.contract import Look
from figures.frame import SCALE, SIZES, Box, Frame

LEADING = 1.22


class Entry(NamedTuple):
    """A card's words, and the longest line that may come to stand under it."""

    text: str
    below: str


class CardList:
    """Cards in so many columns, wrapped to fit a width in inches. ``height`` is what they need; ``draw`` sets them.

    step: the size of their words, a step of the type scale.
    """

    def __init__(
        self, entries: Sequence[Entry], look: Look, width: float, columns: int = 1, step: str = "body"
    ) -> None:
        points = SIZES[look.size].points
        self._step, self._body = step, points * SCALE[step]
        self._small, self._columns = points * SCALE["small"], columns
        self._gap = self._body / 72 * 0.75
        self._width = width / columns - (self._gap if columns > 1 else 0)
        self._texts = [typeface.balanced(entry.text, self._body, self._width) for entry in entries]
        self._below = [typeface.wrap(entry.below, self._small, self._width) for entry in entries]
        self._drawn: list[Text] = []

    @property
    def count(self) -> int:
        return len(self._texts)

    @property
    def height(self) -> float:
        """Inches from the top of the first row to the end of the last."""
        rows = self._rows()
        return sum(rows) + self._gap * max(len(rows) - 1, 0)

    @property
    def moving(self) -> tuple[Text, ...]:
        """The small lines, which may change."""
        return tuple(self._drawn)

    def draw(self, frame: Frame, box: Box) -> None:
        """Put the cards in the middle of a box, row by row."""
        y, wide = box.bottom + (box.height + self.height) / 2, box.width / self._columns
        for n, lines in enumerate(self._texts):
            row, column = divmod(n, self._columns)
            x = box.left + wide * (column + 0.5)
            frame.text(self._step, "\n".join(lines), x, y, align="center")
            under = y - typeface.height(len(lines), self._body, LEADING)
            self._drawn.append(frame.text("small", "", x, under, colour="on_tint", align="center"))
            y -= self._rows()[row] + self._gap if column == self._columns - 1 else 0

    def update(self, below: Sequence[str]) -> None:
        """Other words in the small lines, one for each card."""
        for text, words in zip(self._drawn, below, strict=True):
            text.set_text("\n".join(typeface.wrap(words, self._small, self._width)))

    def _rows(self) -> list[float]:
        """The height of each row: its tallest card's."""
        heights = [
            typeface.height(len(lines), self._body, LEADING) + typeface.height(len(below), self._small, LEADING)
            for lines, below in zip(self._texts, self._below, strict=True)
        ]
        return [max(heights[n : n + self._columns]) for n in range(0, len(heights), self._columns)]
