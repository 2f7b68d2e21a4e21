"""Lesson 13 from its title to its end: before the model come the second sort, the matrix and the real jobs."""

from __future__ import annotations

import re

from playwright.sync_api import expect

from lessons.course import library
from lessons.course.schema import Lesson
from tests.browser.driver import LabBrowser
from tests.browser.hands import Hands
from tests.browser.walk import Walk

OWN = library.laboratory()
CARDS = 24
JOB = re.compile("^Midwives: managing skills")
MIDDLES = re.compile("^In the middle: the article 0 of 24 cards, our reading 7, you now 6")
CHANCE = re.compile("^Yours: 0.66")


class LaboratoryWalk(Walk):
    """One walk through the overlap laboratory with one pair of hands."""

    def explore(self) -> None:
        """All four parts."""
        self.sort_again()
        self.shared_by()
        self.jobs()
        super().explore()

    def sort_again(self) -> None:
        """Place all cards and finish; a sort that is finished outlives starting over, and may be taken up again."""
        part = self.part("sort_again")
        rows = part.locator(".th-card-row .widget-radio-box")
        for place in range(rows.count()):
            self.hands.choose(rows.nth(place), place % 4)
        finish = self.button("sort_again", OWN.sort_again.finish)
        if finish.count():
            self.hands.press(finish)
        expect(part.locator(".th-note")).to_contain_text(f"{CARDS} of {CARDS} cards placed")
        self.hands.press(self.button("sort_again", OWN.sort_again.once_more))
        expect(part.locator("[data-th-key=sorting-again]")).to_be_focused()
        self.hands.press(self.button("sort_again", OWN.sort_again.leave))
        expect(part.locator("[data-th-key=sorted-again]")).to_be_focused()
        expect(part.locator(".th-chart img").first).to_have_attribute("alt", MIDDLES)
        expect(part.locator(".th-numbered li")).to_have_count(CARDS)
        self.hands.choose(part.locator(".widget-radio-box"), 1)
        expect(part.locator(".th-chart img").last).to_be_visible()
        self.hands.press(self.button("sort_again", OWN.sort_again.open_table))
        expect(part.locator("table").first).to_be_visible()

    def shared_by(self) -> None:
        """Switch to all cards; the picture follows."""
        part = self.part("shared_by")
        before = part.locator(".th-chart img").get_attribute("src") or ""
        self.hands.choose(part.locator(".widget-radio-box"), 1)
        expect(part.locator(".th-chart img")).not_to_have_attribute("src", before)
        self.hands.press(self.button("shared_by", OWN.shared_by.open_text))
        expect(part.locator("table tbody tr")).to_have_count(len(library.differences()))

    def jobs(self) -> None:
        """Look a job up, change a tag, guess what chance gives, and see it."""
        part = self.part("jobs")
        self.hands.write(part.locator("input[type=text]").first, "midwives")
        self.hands.press(self.button("jobs", OWN.jobs.look_up))
        picture = part.locator(".th-chart img").first
        expect(picture).to_have_attribute("alt", JOB)
        self.hands.press(self.button("jobs", OWN.jobs.open_skills))
        self.hands.press(self.button("jobs", OWN.jobs.open_list))
        expect(part.locator("table tbody tr")).not_to_have_count(0)
        self.hands.press(self.button("jobs", OWN.tags.take_out))
        expect(part).to_contain_text("at 0.77 over all jobs")
        self.hands.press(self.button("jobs", OWN.tags.ours))
        guess = self.button("jobs", OWN.chance.commit)
        if guess.count():
            self.hands.choose(part.locator(".widget-radio-box").last, 2)
            self.hands.press(guess)
        self.hands.press(self.button("jobs", OWN.chance.many))
        expect(part.locator(".th-chart img").last).to_have_attribute("alt", CHANCE)


def walk_of(lab: LabBrowser, lesson: Lesson, hands: Hands) -> Walk:
    """The walk through this lesson."""
    return (LaboratoryWalk if lesson.slug == "overlap" else Walk)(lab, lesson, hands)
