"""What the shape of ``two_hats/game.toml`` cannot say: every key has its words, and a month has its hours.

The keys are those of the model; a test holds them together, so that reading words needs no model.
"""

from __future__ import annotations

from collections.abc import Iterator

from .game_schema import GameWords
from .key_rules import missing_keys
from .mistakes import Complaint

HOURS_OF_A_MONTH = 40
KEYS = {
    "hours": ("plan", "check", "inspire", "scan", "develop"),
    "readings": ("delivery", "budget", "commitment", "direction"),
    "events": ("calm", "rush", "key_person", "scare", "market", "technology"),
    "years": ("A", "B", "C", "daily_work", "change", "three_months"),
    "teams": ("1", "2", "3", "6"),
}
"""The keys of the tables in ``play``."""
CAUSES = {
    "hours": ("none", "one", "many"),
    "losses": ("skill", "commitment", "order", "errors", "overload", "misfit"),
    "moves": (
        *("inspire_up", "inspire_down", "develop_up", "develop_down", "check", "gap"),
        *("key_left", "key_held", "drift_up", "drift_down", "rest"),
    ),
    "parts": ("earned", "running", "overtime", "repairs"),
    "courses": (
        *("after_event", "after_event_unscanned", "after_event_still"),
        *("distance_left", "distance_unscanned", "distance_still", "nothing_to_turn", "nothing_missed"),
    ),
}
"""The keys of the tables in ``play.came``."""


def game_complaints(game: GameWords) -> Iterator[Complaint]:
    """A key without words or unknown, and a guided try whose hours do not fill the month."""
    for where, holder, tables in (("play", game.play, KEYS), ("play.came", game.play.came, CAUSES)):
        for name, keys in tables.items():
            found = getattr(holder, name)
            for key in found.keys() - set(keys):
                yield f"{where}.{name}.{key}", f"one of {', '.join(keys)}", f"the unknown key “{key}”"
            if missing := [key for key in keys if key not in found]:
                yield f"{where}.{name}", f"words for {', '.join(missing)}", "none"
    for number, guided in enumerate(game.play.practice.tries):
        if sum(guided.hours) != HOURS_OF_A_MONTH:
            yield f"play.practice.tries[{number}].hours", f"{HOURS_OF_A_MONTH} hours", f"{sum(guided.hours)}"
    yield from missing_keys(game)
