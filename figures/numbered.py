"""A numbered list in columns, in small type: which trait card a number stands for."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from figures import typeface
from figures.contract import Look
from figures.frame import SCALE, SIZES, Box, Frame


class NumberedList:
    """Texts numbered from 1, down one column and then the next. ``height`` is what they need; ``draw`` sets them."""

    def __init__(self, texts: Sequence[str], look: Look, width: float, columns: int) -> None:
        self._points = SIZES[look.size].points * SCALE["small"]
        em = self._points / 72
        self._gap, self._indent = em * 0.35, em * 1.9
        self._wide = width / columns
        self._lines = [typeface.wrap(text, self._points, (self._wide - self._indent) * 0.93) for text in texts]
        self._deep = ceil(len(texts) / columns)

    @property
    def height(self) -> float:
        """Inches from the first line to the last of the longest column."""
        starts = range(0, len(self._lines), self._deep or 1)
        return max((sum(map(self._high, self._lines[n : n + self._deep])) for n in starts), default=0.0)

    def draw(self, frame: Frame, box: Box) -> None:
        """Set the list from the top of a box."""
        top = box.top
        for n, lines in enumerate(self._lines):
            column, row = divmod(n, self._deep)
            top = box.top if row == 0 else top
            left = box.left + column * self._wide
            frame.text("small", str(n + 1), left + self._indent * 0.72, top, strong=True, align="right")
            frame.text("small", "\n".join(lines), left + self._indent, top)
            top -= self._high(lines)

    def _high(self, lines: Sequence[str]) -> float:
        return typeface.height(len(lines), self._points) + self._gap
