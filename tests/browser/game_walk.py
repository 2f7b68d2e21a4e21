"""A game played in the browser, with either pair of hands: set up, spent month by month, gone back on."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from playwright.sync_api import Locator, expect

from lessons.course import library
from lessons.course.game_rules import KEYS
from lessons.course.two_hats.events import Year
from lessons.course.two_hats.game import READINGS, final
from tests.browser.driver import LabBrowser
from tests.browser.hands import Hands

WORDS = library.game().play
POINTS = (4, 2, 3, 1)


class GameWalk:
    """One pair of hands at the game of lesson 15."""

    def __init__(self, lab: LabBrowser, hands: Hands) -> None:
        self.lab, self.hands = lab, hands
        self.part: Locator = lab.page.locator(".th-game")

    def button(self, name: str) -> Locator:
        """The one button of the game with this name."""
        return self.part.get_by_role("button", name=name, exact=True)

    def begin(self, choice: str) -> None:
        """Share out the points, choose the year, and begin it."""
        points = self.part.locator(".th-points input[type=number]")
        for place, value in enumerate(POINTS):
            self.hands.write(points.nth(place), str(value))
        years = self.part.locator(".th-choices .widget-radio-box")
        self.hands.choose(years, KEYS["years"].index(choice))
        self.hands.press(self.button(WORDS.setup.begin))
        self.stands_at(1)

    def stands_at(self, month: int) -> None:
        """The game is at this month."""
        expect(self.part).to_contain_text(f"Month {month} of ")

    def spend(self, hours: Sequence[int], because: str = "") -> None:
        """Set the hours that are not set yet, and spend the month."""
        fields = self.part.locator(".th-hours").last.locator("input[type=number]")
        for place, value in enumerate(hours):
            if fields.nth(place).input_value() != str(value):
                self.hands.write(fields.nth(place), str(value))
        if because:
            self.hands.write(self.part.locator(".th-wide input").last, because)
        self.hands.press(self.button(WORDS.month.spend))

    def shows(self, year: Year, hours: Sequence[Sequence[int]]) -> None:
        """The last table holds the model's own readings for this year and these hours."""
        rows = self.part.locator(".th-stands").last.locator("tbody tr")
        for row, value in enumerate(final(year, np.array(hours, dtype=float))):
            expect(rows.nth(row)).to_contain_text(WORDS.readings[READINGS[row]].name)
            expect(rows.nth(row).locator("td").last).to_contain_text(f"{value:.0f}")
