"""Places for labels: words beside marks that must not cover each other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from typing import NamedTuple


class Rect(NamedTuple):
    """A rectangle in inches."""

    x0: float
    y0: float
    x1: float
    y1: float

    def overlap(self, other: Rect) -> float:
        """The area that both cover, in square inches."""
        wide = min(self.x1, other.x1) - max(self.x0, other.x0)
        high = min(self.y1, other.y1) - max(self.y0, other.y0)
        return max(wide, 0.0) * max(high, 0.0)

    @property
    def area(self) -> float:
        return (self.x1 - self.x0) * (self.y1 - self.y0)


def around(x: float, y: float, radius: float, width: float, height: float) -> list[Rect]:
    """Where a label of this size may stand by a mark: right, left, above, below, the corners, then a line further."""
    right, left, middle, centre = x + radius, x - radius - width, y - height / 2, x - width / 2
    above, below = y + radius, y - radius - height
    corners = [(right, above), (right, below), (left, above), (left, below)]
    further = [(a, b + (height if b == above else -height)) for a, b in corners]
    places = [(right, middle), (left, middle), (centre, above), (centre, below), *corners, *further]
    return [Rect(a, b, a + width, b + height) for a, b in places]


def place(wanted: Sequence[Sequence[Rect]], inside: Rect, taken: Iterable[Rect] = ()) -> list[Rect]:
    """One place for each label, from its places in order of preference: nothing covered, nothing outside.

    Tries every combination, so it is for a handful of labels. When none is free of overlap, the least bad one is used.
    """
    obstacles = list(taken)

    def own_cost(rect: Rect) -> float:
        return rect.area - rect.overlap(inside) + sum(rect.overlap(other) for other in obstacles)

    def cost(choice: tuple[tuple[int, float, Rect], ...]) -> tuple[float, int]:
        rects = [rect for _, _, rect in choice]
        crossed = sum(a.overlap(b) for n, a in enumerate(rects) for b in rects[:n])
        return round(crossed + sum(own for _, own, _ in choice), 9), sum(rank for rank, _, _ in choice)

    options = [[(rank, own_cost(rect), rect) for rank, rect in enumerate(places)] for places in wanted]
    return [rect for _, _, rect in min(product(*options), key=cost)]


def spread(centres: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """Centres moved apart as little as need be, so that labels of these sizes, in one line, do not touch.

    The order is kept. Neighbours that touch move as one block (pool adjacent violators). When all of them together are
    longer than the line, they start at ``low`` and run past ``high``.
    """
    order = sorted(range(len(centres)), key=lambda n: centres[n])
    blocks: list[tuple[list[int], float, float]] = []  # members, start, length
    for n in order:
        block = ([n], centres[n] - sizes[n] / 2, sizes[n])
        while blocks and blocks[-1][1] + blocks[-1][2] > block[1]:
            members, _, length = blocks.pop()
            block = _joined([*members, *block[0]], length + block[2], centres, sizes)
        blocks.append(block)
    return _clamped(blocks, sizes, low, high)


def _joined(
    members: list[int], length: float, centres: Sequence[float], sizes: Sequence[float]
) -> tuple[list[int], float, float]:
    """One block of touching labels, placed where its members on average want to be."""
    offset, wish = 0.0, 0.0
    for n in members:
        wish += centres[n] - sizes[n] / 2 - offset
        offset += sizes[n]
    return members, wish / len(members), length


def _clamped(
    blocks: list[tuple[list[int], float, float]], sizes: Sequence[float], low: float, high: float
) -> list[float]:
    """Push the blocks inside the line from the top, then from the bottom, and read off the centres."""
    ceiling, starts = high, [0.0] * len(blocks)
    for k in range(len(blocks) - 1, -1, -1):
        starts[k] = min(blocks[k][1], ceiling - blocks[k][2])
        ceiling = starts[k]
    floor, found = low, [0.0] * len(sizes)
    for (members, _, length), start in zip(blocks, starts, strict=True):
        at = max(start, floor)
        floor = at + length
        for n in members:
            found[n] = at + sizes[n] / 2
            at += sizes[n]
    return found
