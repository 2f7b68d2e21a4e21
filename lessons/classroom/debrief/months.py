"""Ten months of many houses, and the same advice given to all of them."""

from __future__ import annotations

from typing import Any

import numpy as np

from lessons.classroom.rules import enough
from lessons.classroom.years import LESSON, TenMonths, advised, houses, most_played, ten_months
from lessons.course.two_hats.game import READINGS

from .screen import Numbers, Screen

BUDGET, COMMITMENT = READINGS.index("budget"), READINGS.index("commitment")
NEARLY = 0.5
"""Points by which a reading must differ to count as gained or lost."""


class MonthsScreen(Screen):
    """Hours left, readings right, one line a house. No totals, and no order of houses."""

    name = "months"

    def parts(self) -> list[Any]:
        found = most_played(houses(self.desk.of(LESSON)))
        if not enough(len(found)):
            return self.missing(len(found))
        years = ten_months(found)
        picture = self.picture("years", "class_years")
        labels = picture.words.labels
        reading = self._reading(years)
        low, _, high = years.ends(reading)
        ends = [self._ends(years, name) for name in READINGS]
        numbers: Numbers = {
            "n": len(found), "by": "", "weights": self._weights(years), "reading": labels[reading].lower(), "lo": low,
            "hi": high, "list": "; ".join(ends),
        }  # fmt: skip
        picture.show(picture.chart.Data(years.leading, years.readings), years.finding, numbers)
        return [self.drawn(picture)]

    def _ends(self, years: TenMonths, name: str) -> str:
        low, middle, high = years.ends(name)
        reading = self.words.charts["years"].labels[name]
        return self.say("ends", {"reading": reading, "lo": low, "middle": middle, "hi": high})

    def _reading(self, years: TenMonths) -> str:
        """The reading that most houses gave the largest weight."""
        named = {name: count for name, count in years.wanted.items() if name}
        return max(sorted(named), key=lambda name: named[name]) if named else READINGS[0]

    def _weights(self, years: TenMonths) -> str:
        """How many houses gave each reading the largest weight."""
        labels = self.words.charts["years"].labels
        said = [
            self.say("weight", {"reading": labels[name].lower(), "k": years.wanted[name]})
            for name in READINGS
            if years.wanted[name]
        ]
        return ", ".join([*said, *([self.say("even", {"k": years.wanted[""]})] if years.wanted[""] else [])])


class AdviceScreen(Screen):
    """An arrow a year: commitment across, budget up."""

    name = "advice"

    def parts(self) -> list[Any]:
        found = houses(self.desk.of(LESSON))
        if not enough(len(found)):
            return self.missing(len(found))
        before, after = (ends[:, [COMMITMENT, BUDGET]] for ends in advised(found))
        gained = after - before
        numbers: Numbers = {
            "n": len(found), "by": "", "k": _count(gained[:, 0] > NEARLY), "down": _count(gained[:, 0] < -NEARLY),
            "j": _count(gained[:, 1] < -NEARLY), "up": _count(gained[:, 1] > NEARLY),
        }  # fmt: skip
        picture = self.picture("arrows", "class_arrows")
        picture.show(picture.chart.Data(before, after), "all", numbers)
        return [self.drawn(picture)]


def _count(true: Any) -> int:
    return int(np.count_nonzero(true))
