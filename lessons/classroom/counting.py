"""Numbers that a teacher counted by hand and typed."""

from __future__ import annotations

import re

MOST = 10_000
"""Hands or cards that may be counted at once."""
_APART = re.compile(r"[\s,;/]+")


def counted_numbers(text: str, how_many: int) -> tuple[int, ...] | None:
    """So many whole numbers with spaces, commas or slashes between them; () for nothing, None for anything else."""
    parts = [part for part in _APART.split(text.strip()) if part]
    if not parts:
        return ()
    if len(parts) != how_many or any(not (part.isascii() and part.isdigit() and len(part) <= 5) for part in parts):
        return None
    numbers = tuple(int(part) for part in parts)
    return numbers if max(numbers) <= MOST else None
