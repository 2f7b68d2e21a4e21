"""How long the same events take to be played again with other hours: what looking back does when hours are moved.

    python -m benchmarks.replay

One look back plays a year four times: as it was, with hours moved to leading, with as many moved to managing, and the
way that answers each month. Its rivals in the same rounds: the same four in a plain loop of Python numbers, one player,
no arrays; and a plain chart drawn anew with pyplot, which a notebook without this course's live figure would pay on top
after every move.
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.models import GOAL, milliseconds, rival
from benchmarks.plain_game import plain_year
from lessons.course.two_hats.best import CHOICES
from lessons.course.two_hats.events import Year, events
from lessons.course.two_hats.model import look_back
from lessons.course.two_hats.month import MONTH
from lessons.course.two_hats.players import MOVED, answering, shifted

ROUNDS = 200
CHARTS = 15


@dataclass(frozen=True)
class Row:
    """Median and slowest CPU time of a look back, and the medians of its two rivals, in milliseconds."""

    name: str
    median: float
    slowest: float
    plain: float
    chart: float

    @property
    def met(self) -> bool:
        """Whether it is as quick as any lesson's model should be, so that moving hours feels like moving a lever."""
        return self.median <= GOAL

    def __str__(self) -> str:
        ratios = (f"{self.median / self.plain:.2f}", f"{self.median / self.chart:.3f}")
        cells = (self.name, f"{self.median:.2f}", f"{self.slowest:.2f}", *ratios, "met" if self.met else "missed")
        return f"| {' | '.join(cells)} |"


def plain_look_back(year: Year, hours: Sequence[Sequence[float]]) -> list[tuple[float, ...]]:
    """What a look back plays, in plain Python: as it was, with hours moved either way, and the answering way."""
    moved = (shifted(np.array(hours), by).tolist() for by in (MOVED, -MOVED))
    played = [hours, *moved, answering(year).tolist()]
    return [plain_year(events(year), one) for one in played]


def measure(name: str, year: Year, clock: Callable[[Callable[[], object]], float] = milliseconds) -> Row:
    """One row: a year with hours of its own in every round, since the same hours might be remembered."""
    random = np.random.default_rng(0)
    ours, plain, charts = [], [], []
    for number in range(ROUNDS):
        hours = random.dirichlet(np.ones(5), year.months) * MONTH
        listed = hours.tolist()
        ours.append(clock(lambda hours=hours: look_back(year, hours)))  # type: ignore[misc]
        plain.append(clock(lambda listed=listed: plain_look_back(year, listed)))  # type: ignore[misc]
        if number < CHARTS:
            charts.append(clock(rival))
    return Row(name, statistics.median(ours), max(ours), statistics.median(plain), statistics.median(charts))


def main() -> None:
    """One row a year of the lesson."""
    rival()
    print("| year | one look back, ms | slowest, ms | of a plain Python loop | of a plain chart | goal |")
    print("|---|---|---|---|---|---|")
    for name, year in CHOICES.items():
        print(measure(name, year))
    print(f"Goal: at most {GOAL:.0f} ms, as for every lesson's model.")


if __name__ == "__main__":
    main()
