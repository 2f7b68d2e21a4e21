"""What moved between two sorts of the same cards: moves are counted, never points."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Move:
    """One card that lies elsewhere in the second sort."""

    card: str
    before: str
    after: str


@dataclass(frozen=True)
class Shift:
    """Two sorts compared. common: the cards that lie in both; moved: those of them that moved; by card id."""

    common: tuple[str, ...]
    moved: tuple[Move, ...]

    def moved_to(self, role: str) -> int:
        """How many cards moved into a role."""
        return sum(move.after == role for move in self.moved)


def shift(first: Mapping[str, str], second: Mapping[str, str]) -> Shift:
    """Compare two sorts, each card -> role."""
    common = tuple(sorted(first.keys() & second.keys()))
    moves = (Move(card, first[card], second[card]) for card in common)
    return Shift(common, tuple(move for move in moves if move.before != move.after))
