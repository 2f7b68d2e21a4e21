"""What moved and why, in words: one line a reading, from the texts of ``game.toml`` and a month's facts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lessons.course.game_schema import Came
from lessons.course.prose import fill, plain
from lessons.course.two_hats.game import readings
from lessons.course.two_hats.month import HOURS, Month

from . import facts
from .facts import Numbers


@dataclass(frozen=True)
class Sentence:
    """A text with marks, and the numbers in it."""

    text: str
    numbers: Numbers = field(default_factory=dict)

    def __str__(self) -> str:
        """The words alone."""
        return plain(self.text, self.numbers)


Line = tuple[Sentence, ...]
INSPIRING = "inspire"


def what_moved(words: Came, month: Month, number: int) -> tuple[Line, Line, Line, Line]:
    """The lines on delivery, commitment, budget and direction for a month that is the year's number-th."""
    return (
        _delivery(words, month, number),
        _commitment(words, month),
        _budget(words, month, number),
        _direction(words, month),
    )


def spoken_hours(words: Came, hours: float) -> str:
    """No hours, 1 hour, 12 hours."""
    key = "none" if not hours else "one" if hours == 1 else "many"
    return fill(words.hours[key], {"h": hours})


def line_of(lines: tuple[str, ...], time: int) -> str:
    """What is said the how-manieth time an event comes: each line in turn, then the last again."""
    return lines[min(time, len(lines)) - 1]


def _spent(words: Came, month: Month) -> Numbers:
    """Hours of each kind as words."""
    kinds = {"planning": "plan", "checking": "check", "scanning": "scan", "inspiring": "inspire"}
    return {name: spoken_hours(words, facts.spent_on(month, kind)) for name, kind in kinds.items()}


def _delivery(words: Came, month: Month, number: int) -> Line:
    cause = facts.loss(month)
    spent = _spent(words, month)
    hours = spent["planning" if cause == "order" else "checking"]
    numbers = {**facts.delivery(month, number), "hours": hours}
    return Sentence(words.delivery, numbers), Sentence(words.losses[cause], numbers)


def _commitment(words: Came, month: Month) -> Line:
    before, after = (100 * float(house.commitment) for house in (month.before, month.after))
    listed = _listed(_cause(words, month, key, points) for key, points in facts.causes(month))
    end, at = facts.stopped(month)
    stopped = [Sentence(getattr(words, end), {"end": at})] if end else []
    return Sentence(words.commitment, {"before": before, "after": after}), listed, *stopped


def _cause(words: Came, month: Month, key: str, points: float) -> str:
    """What one cause did, in words. A cause is named by its kind of hours; inspiring holds who may leave."""
    kind = key.split("_")[0]
    hours = spoken_hours(words, facts.spent_on(month, kind if kind in HOURS else INSPIRING))
    return fill(words.moves[key], {"x": points, "hours": hours, "order": facts.order(month)})


def _budget(words: Came, month: Month, number: int) -> Line:
    before, after = (float(readings(house, number)[1]) for house in (month.before, month.after))
    listed = _listed(fill(words.parts[part], {"x": x}) for part, x in facts.money(month).items())
    key, points = facts.beyond(month)
    past = [Sentence(getattr(words, key), {"beyond": points})] if key else []
    return Sentence(words.budget, {"before": before, "after": after}), listed, *past


def _direction(words: Came, month: Month) -> Line:
    numbers = {**facts.direction(month), **_spent(words, month)}
    return Sentence(words.direction, numbers), Sentence(words.courses[facts.course(month)], numbers)


def _listed(items: Iterable[str]) -> Sentence:
    """Items as one sentence that begins with a capital."""
    said = ", ".join(items)
    return Sentence("{said}.", {"said": said[:1].upper() + said[1:]})
