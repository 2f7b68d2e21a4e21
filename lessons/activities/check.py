"""Check: questions with a reply to every answer. A wrong answer is told what it saw, and may look again."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lessons.course import library
from lessons.course.order import mixed
from lessons.course.prose import fill
from lessons.course.schema import Answer, Question
from lessons.page import parts
from lessons.page.markup import Markup, join, tag

from .desk import Desk
from .numbers import read_number
from .view import View
from .words import word

Given = str | float | Sequence[str] | Mapping[str, str]


@dataclass(frozen=True)
class Told:
    """Feedback to one part of an answer. ``lead``: the key of the words before it, "" where the part goes unnamed."""

    part: str
    feedback: str
    lead: str = ""


@dataclass(frozen=True)
class Reply:
    """How an answer was met: right or not yet, and the feedback to each part of it."""

    right: bool
    told: tuple[Told, ...]


def is_empty(given: Given | None) -> bool:
    """Whether nothing was answered."""
    return given is None or (isinstance(given, str | Sequence | Mapping) and not given)


def grade(question: Question, given: Given) -> Reply:
    """The reply to an answer: a letter, letters, a number, or a box for each statement."""
    if question.form == "one":
        answer = next(one for one in question.answers if one.id == given)
        return Reply(answer.right, (Told(answer.text, answer.feedback),))
    if question.form == "several":
        return _several(question, given)  # type: ignore[arg-type]
    if question.form == "classify":
        return _classified(question, given)  # type: ignore[arg-type]
    return _numeric(question, float(given))  # type: ignore[arg-type]


def _several(question: Question, given: Sequence[str]) -> Reply:
    """Feedback on every answer that was ticked wrongly or missed, or on the right ones when all is right."""
    wrong = [one for one in question.answers if one.right != (one.id in given)]
    if not wrong:
        return Reply(True, tuple(Told(one.text, one.feedback, "fits") for one in question.answers if one.right))
    return Reply(False, tuple(Told(one.text, one.feedback, "also" if one.right else "again") for one in wrong))


def _classified(question: Question, given: Mapping[str, str]) -> Reply:
    right = {key: given.get(key) == one.box for key, one in keyed(question)}
    told = (Told(one.text, one.feedback, "fits" if right[key] else "again") for key, one in keyed(question))
    return Reply(all(right.values()), tuple(told))


def _numeric(question: Question, given: float) -> Reply:
    """The feedback of the number that was meant, else that of "any other"."""
    value = question.value
    right = value is not None and abs(given - value) <= question.within + 1e-9
    answer = next((one for one in question.answers if one.right), None) if right else _likely(question, given)
    assert answer is not None
    return Reply(right, (Told(answer.text, answer.feedback),))


def _likely(question: Question, given: float) -> Answer:
    named = (one for one in question.answers[:-1] if not one.right and read_number(one.text) == given)
    return next(named, question.answers[-1])


def keyed(question: Question) -> list[tuple[str, Answer]]:
    """Each answer with a key: its letter, or its place for those without one."""
    return [(one.id or str(place), one) for place, one in enumerate(question.answers, 1)]


class CheckView(View):
    """All questions of a lesson, each on a screen of its own in class view."""

    step = "check"

    def parts(self) -> list[Any]:
        questions = self.desk.lesson.check.questions
        return [QuestionView(self.desk, number, one, self.keep).widget for number, one in enumerate(questions, 1)]


class QuestionView:
    """One question: how it is answered depends on its form; the reply stands under it."""

    def __init__(self, desk: Desk, number: int, question: Question, keep: Any) -> None:
        self.desk, self.number, self.question, self._keep = desk, number, question, keep
        self._reply = parts.html(classes=("th-reply",))
        self._numbers = numbers_of(desk)
        self._given: Callable[[], Any]
        field = getattr(self, f"_{question.form}")(self._earlier())
        press = parts.button(word("buttons.answer"), self._answer)
        self.widget = parts.box(field, press, self._reply, classes=("th-screen", "th-question-box"))
        if not is_empty(self._earlier()):
            self._show_reply(self._earlier())

    def _earlier(self) -> Any:
        answer = self.desk.state.answers.get(str(self.number))
        return None if answer is None else answer.latest

    def _label(self) -> Markup:
        return tag("span", f"{self.number}. ", self._write(self.question.question), class_="th-question")

    def _write(self, text: str) -> Markup:
        return self.desk.writer.write(text, self._numbers)

    def _shuffled(self) -> list[tuple[str, str]]:
        pairs = [(self._plain(one.text), key) for key, one in keyed(self.question)]
        return mixed(pairs, self.desk.lesson.slug, "check", self.number)

    def _plain(self, text: str) -> str:
        return fill(text, self._numbers)

    def _one(self, earlier: Any) -> Any:
        field, radios = parts.choices(self._label(), self._shuffled(), earlier if isinstance(earlier, str) else None)
        self._given = lambda: radios.value
        return field

    def _several(self, earlier: Any) -> Any:
        ticked = earlier if isinstance(earlier, list | tuple) else ()
        field, boxes = parts.ticks(self._label(), self._shuffled(), ticked)
        self._given = lambda: [key for key, box in boxes.items() if box.value]
        return field

    def _numeric(self, earlier: Any) -> Any:
        shown = f"{earlier:g}" if isinstance(earlier, int | float) else ""
        field, text = parts.entry(self._label(), shown, unit=self.question.unit)
        self._given = lambda: read_number(text.value)
        return field

    def _classify(self, earlier: Any) -> Any:
        given = earlier if isinstance(earlier, Mapping) else {}
        rows, radios = [], {}
        for shown, key in self._shuffled():
            options = [(box, box) for box in self.question.boxes]
            field, radios[key] = parts.choices(shown, options, given.get(key), flat=True)
            rows.append(field)
        self._given = lambda: {key: one.value for key, one in radios.items() if one.value}
        return parts.box(parts.html(self._label()), *rows, classes=("th-classify",))

    def _answer(self) -> None:
        given = self._given()
        if is_empty(given) or (self.question.form == "classify" and len(given) < len(self.question.answers)):
            self._reply.value = parts.alert(word(f"check.empty_{self.question.form}"))
            return
        right = grade(self.question, given).right
        self._keep("answered", question=str(self.number), answer=given, right=right)
        self._show_reply(given)
        self.desk.page.say(self._spoken(given))

    def _spoken(self, given: Given) -> str:
        return word("check.right" if grade(self.question, given).right else "check.not_yet")

    def _show_reply(self, given: Given) -> None:
        reply = grade(self.question, given)
        hint = "" if reply.right else self.question.misplaced
        lines = [self._line(one) for one in self._as_shown(reply.told)]
        head = None if reply.right else tag("strong", word("check.not_yet"))
        body = tag("div", head, *lines, tag("p", self._write(hint)) if hint else None)
        tone, sign = ("good", "✓") if reply.right else ("retry", "↺")
        mark = tag("span", sign, class_="th-sign", aria_hidden="true")
        spoken = tag("span", word("check.right"), class_="th-sr") if reply.right else None
        self._reply.value = tag("div", mark, spoken, body, class_=f"th-note th-signed th-{tone}")

    def _as_shown(self, told: Sequence[Told]) -> list[Told]:
        """The feedback in the order in which the answers stand above it."""
        order = [shown for shown, _ in self._shuffled()]
        return sorted(told, key=lambda one: order.index(self._plain(one.part)) if one.lead else 0)

    def _line(self, told: Told) -> Markup:
        """The feedback; where several parts were answered, the part first."""
        lead = join(word(f"check.{told.lead}"), " ", tag("em", self._plain(told.part)), " · ") if told.lead else None
        return tag("p", lead, self._write(told.feedback))


def numbers_of(desk: Desk) -> Mapping[str, float]:
    """The numbers of the lesson's own model that a question may name."""
    answers: Mapping[str, float] = library.model(desk.lesson.slug).answers()
    return answers
