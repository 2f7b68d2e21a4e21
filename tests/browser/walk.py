"""A whole lesson, from its title to its end, as a learner does it. Written from the lesson's words, for any lesson."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from lessons.activities.check import keyed
from lessons.course.order import mixed
from lessons.course.schema import Lesson, Question
from tests.browser.driver import LabBrowser
from tests.browser.hands import Hands

SPOKEN = """alt => { const said = document.querySelector('.th-live').innerText.trim();
  return said !== '' && alt.startsWith(said + '.'); }"""  # the finding, which may have a stop in it, begins the text
WORDS = "Three acts: <b>a plan</b>, a talk & a list."


class Walk:
    """One walk through one lesson with one pair of hands."""

    def __init__(self, lab: LabBrowser, lesson: Lesson, hands: Hands) -> None:
        self.lab, self.lesson, self.hands = lab, lesson, hands

    def part(self, step: str) -> Locator:
        """The activity of a step."""
        return self.lab.page.locator(f".th-activity.th-{step}")

    def button(self, step: str, name: str) -> Locator:
        """A button of an activity, by its name."""
        return self.part(step).get_by_role("button", name=name, exact=True)

    def predict(self) -> None:
        """Commit to a number, fairly sure."""
        part = self.part("predict")
        self.hands.write(part.locator("input[type=text]"), f"{self.lesson.predict.low:g}")
        self.hands.choose(part.locator(".widget-radio-box"), 1)
        self.hands.press(self.button("predict", "Commit to this answer"))
        expect(part.locator(".th-note")).to_contain_text(self.lesson.predict.recorded)

    def case(self) -> None:
        """Choose, see what happened, take it back, choose again; then the second decision."""
        part = self.part("case")
        self.choose_in_case(2)
        self.hands.press(self.button("case", "Go back one step and choose again"))
        expect(part.locator(".th-measured")).to_have_count(0)
        self.choose_in_case(0)
        self.choose_in_case(1)
        expect(part.locator(".th-chosen")).to_have_count(2)
        expect(part).to_contain_text("Your two choices together:")

    def choose_in_case(self, place: int) -> None:
        """Choose an option of the decision that is open; the focus then rests on what happened."""
        part = self.part("case")
        before = part.locator(".th-chosen").count()
        self.hands.choose(part.locator(".widget-radio-box"), place)
        self.hands.press(self.button("case", "This is my choice"))
        expect(part.locator(".th-chosen")).to_have_count(before + 1)
        expect(part.locator(f"[data-th-key=consequence{before + 1}]")).to_be_focused()

    def explore(self) -> None:
        """Move a lever: the picture and its text follow, and the finding is spoken. Then set up each task."""
        part = self.part("explore")
        picture = part.locator(".th-chart img")
        before = picture.get_attribute("src")
        self.hands.push(part.locator(".noUi-handle").first)
        expect(picture).not_to_have_attribute("src", before or "")
        self.lab.page.wait_for_function(SPOKEN, arg=picture.get_attribute("alt"))
        for task in self.lesson.explore.tasks:
            if task.levers:
                self.hands.press(self.button("explore", f"Set it up: {task.name}"))
        self.hands.press(self.button("explore", "Why did that happen?"))
        self.hands.press(self.button("explore", "Read this chart as text and as a table"))
        expect(part.locator("table").first).to_be_visible()

    def cards(self) -> None:
        """Place each card; the columns open when the last one lies."""
        part = self.part("cards")
        rows = part.locator(".th-card-row")
        expect(rows).to_have_count(len(self.lesson.cards.cards))
        for place in range(len(self.lesson.cards.cards)):
            self.hands.choose(rows.nth(place).locator(".widget-radio-box"), place % 4)
        expect(part.locator("table tbody tr")).to_have_count(len(self.lesson.cards.cards))
        expect(part.locator(".th-chart img")).to_be_visible()

    def check(self) -> None:
        """Answer every question rightly; the reply says so."""
        for number, question in enumerate(self.lesson.check.questions, 1):
            box = self.part("check").locator(".th-question-box").nth(number - 1)
            self.answer(box, number, question)
            self.hands.press(box.get_by_role("button", name="Answer", exact=True))
            expect(box.locator(".th-note.th-good")).to_be_visible()

    def answer(self, box: Locator, number: int, question: Question) -> None:
        """Give the right answer to one question."""
        order = [key for key, _ in mixed(keyed(question), self.lesson.slug, "check", number)]
        right = dict(keyed(question))
        if question.form == "one":
            place = next(place for place, key in enumerate(order) if right[key].right)
            self.hands.choose(box.locator(".widget-radio-box"), place)
        elif question.form == "several":
            for place, key in enumerate(order):
                if right[key].right:
                    self.hands.tick(box.locator("input[type=checkbox]").nth(place))
        elif question.form == "classify":
            for place, key in enumerate(order):
                self.hands.choose(box.locator(".widget-radio-box").nth(place), question.boxes.index(right[key].box))
        else:
            self.hands.write(box.locator("input[type=text]"), f"{question.value:g}")

    def reflect(self) -> None:
        """Write a few words and save them."""
        part = self.part("reflect")
        self.hands.write(part.locator("textarea"), WORDS)
        self.hands.press(self.button("reflect", "Save my words"))
        expect(part).to_contain_text("Saved")

    def whole(self) -> None:
        """Every step in the order of the page."""
        for step in ("predict", "case", "explore", "cards", "check", "reflect"):
            getattr(self, step)()
        expect(self.part("next")).to_contain_text("You have done every step of this lesson.")
