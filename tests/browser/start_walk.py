"""Lesson 0 from its title to its end: the practice round as in every lesson, then what is kept."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from lessons.activities.start.desk import as_lesson
from lessons.course import library
from tests.browser.driver import LabBrowser
from tests.browser.hands import Hands
from tests.browser.walk import Walk

START = library.start()
SENTENCE = "One looks after today, <b>the other</b> asks what for & why."
CARDS = 24


class StartWalk(Walk):
    """One walk through lesson 0 with one pair of hands."""

    def __init__(self, lab: LabBrowser, hands: Hands) -> None:
        super().__init__(lab, as_lesson(START), hands)

    def practice(self) -> None:
        """Each of the eight steps; the first and the sixth are read."""
        for step in ("predict", "case", "explore", "cards", "check", "reflect"):
            getattr(self, step)()

    def case(self) -> None:
        """Choose, take it back, choose again; here there is one decision, and no hat."""
        part = self.part("case")
        self.choose_in_case(2)
        self.hands.press(self.button("case", "Go back one step and choose again"))
        self.choose_in_case(0)
        expect(part).not_to_contain_text("Your hat was")

    def cards(self) -> None:
        """Place the one card."""
        part = self.part("cards")
        self.hands.choose(part.locator(".widget-radio-box"), 1)
        expect(part).to_contain_text("You placed it in both.")

    def sentence(self) -> None:
        """Write the sentence and seal it."""
        part = self.part("sentence")
        self.hands.write(part.locator("textarea"), SENTENCE)
        self.hands.press(self.button("sentence", "Seal my sentence"))
        expect(part.locator(".th-note")).to_contain_text("Sealed on ")
        expect(part.locator("textarea")).to_have_count(0)

    def row(self, place: int) -> Locator:
        """The four boxes of a card."""
        return self.part("sort").locator(".th-card-row .widget-radio-box").nth(place)

    def place(self, first: int, last: int) -> None:
        """Place some of the cards, in all four boxes."""
        for place in range(first, last):
            self.hands.choose(self.row(place), place % 4)

    def save(self) -> None:
        """Say how sure one is of the whole, and save."""
        part = self.part("sort")
        self.hands.press(self.button("sort", "Save my sort"))
        expect(part.get_by_role("alert")).to_contain_text("how sure you are")
        self.hands.choose(part.locator(".th-key-sort-sure .widget-radio-box"), 1)
        self.hands.press(self.button("sort", "Save my sort"))
        expect(part.locator(".th-note")).to_contain_text("You sort the cards again in lesson 13")
        expect(part.locator(".th-mat li")).to_have_count(CARDS)

    def open_all(self) -> None:
        """Open everything that can be opened below the sort."""
        self.hands.press(self.button("map", "Read the map as a table, and open its lessons"))
        self.hands.press(self.button("article", "Read the article"))
        expect(self.part("article").locator("tbody tr")).to_have_count(28)
        self.hands.press(self.button("short_path", "Six cards again"))
        rows = self.part("short_path").locator(".th-card-row .widget-radio-box")
        for place in range(6):
            expect(self.part("short_path")).not_to_contain_text("of the 6 moved")
            self.hands.choose(rows.nth(place), 3)
        expect(self.part("short_path")).to_contain_text("of the 6 moved")
        self.hands.press(self.button("privacy", "Show my record"))
        expect(self.part("privacy").locator("pre")).to_contain_text('"events"')
