"""The practice round: one of each step. Nothing in it counts, and nothing is kept."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from lessons.activities.case import CaseView
from lessons.activities.check import CheckView
from lessons.activities.evidence import EvidenceView
from lessons.activities.explore_view import ExploreView
from lessons.activities.predict import PredictView
from lessons.activities.reflect import ReflectView
from lessons.activities.view import View
from lessons.activities.words import word
from lessons.page import parts
from lessons.page.markup import Markup, tag
from lessons.record.events import Event, later
from lessons.record.fold import apply
from lessons.record.state import State
from lessons.record.trouble import Trouble

from .desk import StartDesk, desk_of
from .row import plain_row

PRACTICE = "practice"


class Unkept:
    """What a diary is while the page is open, in memory alone: it has no folder, so nothing can reach the disk."""

    def __init__(self) -> None:
        self.state = State()

    def write(self, kind: str, lesson: str, /, **data: Any) -> Trouble | None:
        """Add an event. It counts until the page is closed."""
        at = later(datetime.now(UTC), self.state.last_at)
        self.state = apply(self.state, Event(kind, lesson, data, at, PRACTICE))
        return None


class PracticeDesk(StartDesk):
    """The desk of the practice round: what is answered at it goes into no record."""

    def __init__(self, desk: StartDesk) -> None:
        super().__init__(desk.start, desk.page, desk.diary)
        self._unkept = Unkept()

    @property
    def everything(self) -> State:
        return self._unkept.state

    def _write(self, kind: str, data: dict[str, Any]) -> Trouble | None:
        return self._unkept.write(kind, self.lesson.slug, **data)

    def forget(self) -> None:
        """Begin again, for somebody else at the same screen."""
        if self.everything.lessons:
            self._unkept = Unkept()
            self.show_all()


class PracticeClaimView(View):
    """Two sides under headings of their own, then the catch."""

    step = "claim"

    def parts(self) -> list[Any]:
        claim, write = desk_of(self).start.practice.claim, self.desk.writer.write
        sides = (
            tag("div", tag("h4", side.name, class_="th-side-name"), tag("p", write(side.text)), class_="th-side")
            for side in claim.sides
        )
        catch = tag("p", tag("strong", word("claim.catch")), " ", write(claim.catch), class_="th-p")
        return [parts.html(tag("div", *sides, class_="th-claim-sides")), parts.html(catch)]


class PracticeCardView(View):
    """One card, four boxes, no verdict."""

    step = "cards"

    def parts(self) -> list[Any]:
        card = desk_of(self).start.practice.card
        box = self.desk.state.placed.get(PRACTICE, {}).get(PRACTICE)
        self._said = parts.html(self._placed(box))
        row = plain_row(card.text, PRACTICE, box, self._place)
        return [parts.html(tag("p", card.intro, class_="th-p")), row, self._said]

    def _place(self, key: str, role: str) -> None:
        self.keep("placed", card=key, role=role, sort=PRACTICE)
        self._said.value = self._placed(role) or ""
        card = desk_of(self).start.practice.card.text
        self.desk.page.say(f"{card}: {word(f'roles.{role}.name')}.")

    def _placed(self, role: str | None) -> Markup | None:
        if role is None:
            return None
        card = desk_of(self).start.practice.card
        return tag("p", self.desk.writer.write(card.placed, {"box": word(f"roles.{role}.name")}), class_="th-p")


VIEWS: dict[str, type[View]] = {
    "claim": PracticeClaimView,
    "predict": PredictView,
    "case": CaseView,
    "explore": ExploreView,
    "cards": PracticeCardView,
    "evidence": EvidenceView,
    "check": CheckView,
    "reflect": ReflectView,
}
OWN_SCREENS = ("case", "explore")
"""The steps that are too much for one screen of class view, and have their own; the badge stays over each."""


class PracticeView(View):
    """All eight steps, each under the badge."""

    step = "practice"
    personal = False

    def __init__(self, desk: StartDesk) -> None:
        self.desk_of_practice = PracticeDesk(desk)
        self._steps = [self._step(desk, step, kind) for step, kind in VIEWS.items()]
        super().__init__(desk)

    def parts(self) -> list[Any]:
        self.desk_of_practice.forget()
        practice, write = desk_of(self).start.practice, self.desk.writer
        intro = parts.html(write.paragraph(practice.intro), classes=("th-screen",))
        return [intro, *self._steps, parts.html(write.paragraph(practice.closing))]

    def _step(self, desk: StartDesk, step: str, kind: type[View]) -> Any:
        practice = desk.start.practice
        badge = tag("span", practice.badge, class_="th-badge th-badge-none")
        heading = tag("h3", word(f"steps.{step}"), class_="th-h3")
        head = parts.html(tag("div", heading, badge, class_="th-practice-head"), classes=("th-practice-bar",))
        about = parts.html(desk.writer.paragraph(practice.about[step]))  # type: ignore[index]
        screen = () if step in OWN_SCREENS else ("th-screen",)
        return parts.box(head, about, kind(self.desk_of_practice).widget, classes=("th-practice-step", *screen))
