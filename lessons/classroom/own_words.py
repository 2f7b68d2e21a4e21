"""Words that learners ticked for the class: plans, and the sentence of the beginning beside that of the end.

Nothing here carries a code. The order is by chance: drawn once for a debrief, and the same each time it is shown.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from lessons.record.handin import HandIn

LESSON = "two_hats"
FIELDS = ("plan_if", "plan_then", "plan_date", "plan_observer", "plan_unless", "plan_change")
FIRST, LAST = "sentence00", "sentence15"
LEAST = 2
"""Sentences in which a word must stand to be counted."""
WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")

Plan = Mapping[str, str]


@dataclass(frozen=True)
class Sentences:
    """The first and the second sentence of one person."""

    then: str
    now: str

    @property
    def kept(self) -> bool:
        """Whether the words are the same."""
        return words(self.then) == words(self.now)


def plans(hand_ins: Iterable[HandIn], salt: str) -> list[Plan]:
    """The plans that were ticked, as far as they were, in an order by chance. salt: what the order is drawn from."""
    found = [{key: made.texts[key].strip() for key in FIELDS if made.texts.get(key, "").strip()} for made in hand_ins]
    return sorted((plan for plan in found if plan), key=lambda plan: _drawn(salt, *plan.values()))


def sentences(hand_ins: Iterable[HandIn], salt: str) -> list[Sentences]:
    """The sentences of those who ticked both, in an order by chance."""
    both = (made.texts for made in hand_ins if {FIRST, LAST} <= made.texts.keys())
    found = [Sentences(texts[FIRST].strip(), texts[LAST].strip()) for texts in both]
    return sorted((one for one in found if one.then and one.now), key=lambda one: _drawn(salt, one.then, one.now))


def more_frequent(found: Collection[Sentences], common: Collection[str], most: int = 8) -> list[tuple[str, int, int]]:
    """Words that stand in more of the second sentences than of the first, with both counts: most gained first.

    common: words that say nothing by themselves.
    """
    then = Counter(word for one in found for word in set(words(one.then)))
    now = Counter(word for one in found for word in set(words(one.now)))
    gained = [word for word in now if word not in common and now[word] >= LEAST and now[word] > then[word]]
    order = sorted(gained, key=lambda word: (then[word] - now[word], -now[word], word))
    return [(word, then[word], now[word]) for word in order[:most]]


def words(text: str) -> list[str]:
    """The words of a text in small letters."""
    return WORD.findall(text.casefold())


def _drawn(salt: str, *texts: str) -> str:
    return hashlib.sha256("\0".join((salt, *texts)).encode("utf-8", "surrogatepass")).hexdigest()
