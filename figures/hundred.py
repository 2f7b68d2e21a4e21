"""A hundred dots in ten rows: how many of a hundred, where a coin would end, and where a guess ends."""

from __future__ import annotations

import numpy as np
from matplotlib.artist import Artist
from matplotlib.lines import Line2D
from numpy.typing import NDArray

from figures import typeface
from figures.frame import Box, Frame

Array = NDArray[np.float64]
SIDE, COUNT, HALF = 10, 100, 50


class Hundred:
    """A name with the number over the dots, filled row by row from above; if ``guessed``, with a line for a guess."""

    def __init__(self, frame: Frame, box: Box, name: str, of: str, coin: str, *, guessed: bool) -> None:
        self._frame, self._name, self._of = frame, name, of
        self._caption = frame.text("label", x=box.left, y=box.top, strong=True)
        line, pad = frame.line("label"), frame.margin * 0.35
        words = typeface.width(coin, frame.points("small")) * 1.03 + 2 * pad
        side = min(box.height - (2 if guessed else 1) * line - pad, box.width - words)
        self._grid = grid = Box(box.left, box.top - line - pad * 0.5 - side, side, side)
        self._places = _places(grid)
        size = side / SIDE * 72 * 0.7
        self._empty, self._full = self._dots("paper", size), self._dots("result", size)
        y = grid.bottom + grid.height * (1 - HALF / COUNT)
        self._line([grid.left, grid.right + pad], [y, y], width=10)
        frame.text("small", coin, grid.right + pad * 1.5, y, colour="muted", anchor="center")
        self._guess = self._line([], [], width=6, dashed=True)
        self._guess.set_gapcolor(frame.colours["paper"])
        self._said = frame.text("label", x=grid.left, y=grid.bottom - pad * 0.3)

    @property
    def moving(self) -> tuple[Artist, ...]:
        """What `update` and `mark` change."""
        return self._empty, self._full, self._guess, self._caption, self._said

    def update(self, number: float) -> None:
        """Fill so many dots of a hundred, rounded."""
        full = round(number)
        self._full.set_data(*self._places[:full].T)
        self._empty.set_data(*self._places[full:].T)
        self._caption.set_text(f"{self._name}: {full} {self._of}")

    def mark(self, guess: float | None, words: str = "") -> None:
        """Draw where a guess would end, with its words; None takes it away."""
        self._said.set_text("" if guess is None else words)
        self._guess.set_data(*(([], []) if guess is None else self._end(round(guess))))

    def _end(self, number: int) -> tuple[list[float], list[float]]:
        """The steps between the first dots, so many, and the others."""
        rows, over = divmod(min(max(number, 0), COUNT), SIDE)
        grid, cell = self._grid, self._grid.width / SIDE
        above, x = grid.top - rows * cell, grid.left + over * cell
        if not over:
            return [grid.left, grid.right], [above, above]
        return [grid.right, x, x, grid.left], [above, above, above - cell, above - cell]

    def _dots(self, face: str, size: float) -> Line2D:
        colours = self._frame.colours
        found = Line2D(
            [], [], ls="none", marker="o", ms=size, mfc=colours[face], antialiased=True, zorder=3,
            mec=colours["axis" if face == "paper" else face], mew=self._frame.size.points / 14,
            transform=self._frame.figure.dpi_scale_trans,
        )  # fmt: skip
        self._frame.figure.add_artist(found)
        return found

    def _line(self, x: list[float], y: list[float], *, width: float, dashed: bool = False) -> Line2D:
        found = Line2D(
            x, y, color=self._frame.colours["ink"], lw=self._frame.size.points / width,
            ls=(0, (3, 2)) if dashed else "-", antialiased=True, zorder=4 + dashed,
            transform=self._frame.figure.dpi_scale_trans,
        )  # fmt: skip
        self._frame.figure.add_artist(found)
        return found


def _places(grid: Box) -> Array:
    """The middle of each dot, row by row from above: (100, 2), in inches."""
    row, column = np.divmod(np.arange(COUNT), SIDE)
    cell = grid.width / SIDE
    return np.column_stack([grid.left + (column + 0.5) * cell, grid.top - (row + 0.5) * cell])


__all__ = ["Hundred"]
