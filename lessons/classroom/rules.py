"""When something of a class may be shown: nothing of under five people, no per cent under ten, changes in batches."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from lessons.record.handin import HandIn

FEWEST = 5
"""Under so many hand-ins nothing of a class is shown, and so many new ones change its charts."""
PERCENT_FROM = 10
"""From so many people on a share is printed in per cent; under it only counts are."""


def enough(count: int) -> bool:
    """Whether so many people are enough to show something of them."""
    return count >= FEWEST


def counted(count: int, of: int) -> str:
    """A count as it is printed: ``7``, and from ten people on ``7 · 58 %``."""
    return f"{count} · {100 * count / of:.0f} %" if of >= PERCENT_FROM else str(count)


def batch(shown: Iterable[HandIn], found: Iterable[HandIn]) -> int:
    """How many hand-ins are there that are not in the charts; a newer one in place of an older counts once."""
    before = {made.seal for made in shown}
    return sum(made.seal not in before for made in found)


def next_shown(shown: Iterable[HandIn], found: Iterable[HandIn], *, pressed: bool) -> tuple[HandIn, ...]:
    """The hand-ins that charts show next.

    On the teacher's button all that were found; without it, only the lessons that have five new ones change.
    """
    found = tuple(found)
    if pressed:
        return found
    before, now = _by_lesson(shown), _by_lesson(found)
    kept = {lesson: now[lesson] if batch(before[lesson], now[lesson]) >= FEWEST else before[lesson] for lesson in now}
    gone = {lesson: made for lesson, made in before.items() if lesson not in now}
    return tuple(made for lesson in sorted(kept | gone) for made in (kept | gone)[lesson])


def _by_lesson(hand_ins: Iterable[HandIn]) -> dict[str, list[HandIn]]:
    groups: dict[str, list[HandIn]] = defaultdict(list)
    for made in hand_ins:
        groups[made.lesson].append(made)
    return groups
