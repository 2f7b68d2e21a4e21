"""Who holds which of the five cards. A deal is the same again for the same game, so that a reload changes nothing."""

from __future__ import annotations

from dataclasses import dataclass

from lessons.course.order import mixed

CARDS = 5
ALONE, TWO, PAIRS = 1, 2, 6
"""Players who deal in a way of their own: one alone, two, and six or more, who sit in pairs."""
PLAYERS = (1, 2, 3, 4, 5, 6)


@dataclass(frozen=True)
class Deal:
    """So many players and the holder of each card, from 1; None where it lies on the table."""

    players: int
    holders: tuple[int | None, ...]

    @property
    def pairs(self) -> bool:
        """Whether each card belongs to a pair."""
        return self.players >= PAIRS


def deal(players: int, game: str, time: int = 0) -> Deal:
    """The cards of a game, dealt the how-manieth time.

    One alone has all of them on the table; two have two each and leave one; up to five deal them all; six and more
    sit in pairs, one card each.
    """
    order = mixed(range(CARDS), game, players, time)
    if players == ALONE:
        return Deal(players, (None,) * CARDS)
    seats = min(players, CARDS)
    dealt = CARDS - 1 if players == TWO else CARDS
    holders: list[int | None] = [None] * CARDS
    for turn, card in enumerate(order[:dealt]):
        holders[card] = turn % seats + 1
    return Deal(players, tuple(holders))


def row(players: int) -> int:
    """Which of the four rows on how to play is theirs: one, two, three to five, six and more."""
    return 0 if players == ALONE else 1 if players == TWO else 2 if players < PAIRS else 3
