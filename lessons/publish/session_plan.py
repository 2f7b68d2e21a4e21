"""A session's plan on paper: minutes, questions, replies, what to print; and the form for a show of hands."""

from __future__ import annotations

from lessons.course import library, prose
from lessons.course.hands import thirds
from lessons.course.schema import Decision, Lesson
from lessons.course.session import COUNTED, Meeting, Plan
from lessons.course.session_words import print_rows, title, uses
from lessons.publish.citations import Citations
from lessons.publish.content import Data, Runs, Writer
from lessons.publish.guide_plans import guide_plans, keyed_part
from lessons.publish.picture import values
from lessons.publish.press import Paper, press
from lessons.publish.proof import read_over
from lessons.publish.words import sheet_words

SIZE = 10.0
"""Size of type in points."""


def session_plan(plan: Plan, paper: Paper) -> bytes:
    """The plan as a PDF/UA-1 file. Raises SheetError for a missing glyph."""
    data = session_plan_data(plan)
    read_over(data, data["title"])
    return press("session.typ", data, paper, SIZE).pdf


def hands_form(lesson: Lesson, paper: Paper) -> bytes:
    """The form for a show of hands in one lesson, as a PDF/UA-1 file of its own. Raises SheetError."""
    data = hands_data(lesson)
    read_over(data, lesson.slug)
    return press("hands.typ", data, paper, SIZE).pdf


def session_plan_data(plan: Plan) -> Data:
    """All that the template needs, as plain data; prose as runs."""
    words = library.planning().plan
    citations = Citations(library.references())
    write = Writer({}, citations)
    return {
        "title": title(plan, guide_plans()),
        "remark": write(plan.remark) if plan.remark else [],
        "uses": uses(plan),
        "cards": [write(card) for card in plan.cards],
        "groups": [write(text) for text in plan.groups],
        "care": [_care(lesson) for lesson in plan.lessons if lesson.warning],
        "meetings": [_meeting(meeting, write) for meeting in plan.meetings],
        "lessons": [_lesson(lesson, citations) for lesson in plan.lessons],
        "prints": print_rows(plan),
        "alone": plan.wish.group != COUNTED and not plan.wish.computers,
        "words": {**sheet_words(), "plan": words.model_dump()},
    }


def _care(lesson: Lesson) -> Runs:
    head = prose.fill(library.planning().plan.care_of, {"number": lesson.number})
    return [{"kind": "strong", "text": head}, {"kind": "plain", "text": f" {prose.plain(lesson.warning)}"}]


def _meeting(meeting: Meeting, write: Writer) -> Data:
    words = library.planning().plan
    span = [prose.fill(words.span, {"start": step.start, "end": step.end}) for step in meeting.steps]
    return {
        "name": prose.fill(words.meeting, {"name": meeting.name}) if meeting.name else "",
        "before": prose.fill(words.before, {"before": meeting.before}) if meeting.before else "",
        "question": prose.fill(words.question, {"question": meeting.question}) if meeting.question else "",
        "steps": [[minutes, write(step.do)] for minutes, step in zip(span, meeting.steps, strict=True)],
    }


def _lesson(lesson: Lesson, citations: Citations) -> Data:
    model = library.model(lesson.slug)
    write = Writer(values(lesson, model, model.run(model.Levers())), citations)
    side = lesson.facilitator
    return {
        "title": prose.fill(library.planning().plan.of_lesson, {"number": lesson.number, "title": lesson.title}),
        "ask": [write(question) for question in side.debrief],
        "replies": [[write(one.says), write(one.reply)] for one in side.misconceptions],
    }


def hands_data(lesson: Lesson) -> Data:
    """The guide's form for this lesson: its options by letter, and its guesses in three parts."""
    words = library.planning().hands
    low, high = thirds(lesson.predict)
    cut = {"low": low, "high": high}
    write = Writer({}, Citations(library.references()))
    prediction = keyed_part("hands_prediction").text
    for letter, number in zip("ab", (low, high), strict=True):
        prediction = prediction.replace(f"[{letter}]", prose.fill("{v}", {"v": number}))
    spans = [prose.fill(one, cut) for one in (words.under, words.between, words.over)]
    return {
        "title": words.title,
        "lesson": prose.fill(words.lesson, {"number": lesson.number, "title": lesson.title}),
        "say": write(keyed_part("hands_say").text),
        "decisions": [_decision(one, number, write) for number, one in enumerate(lesson.case.decisions, 1)],
        "hands": _form("hands"),
        "prediction": write(prediction),
        "guesses": _form("hands_guesses", [lesson.predict.unit, *spans, *_alternative(lesson)]),
        "cards": _form("hands_cards"),
        "kept": write(keyed_part("hands_kept").text),
        "words": sheet_words(),
    }


def _form(key: str, header: list[str] | None = None) -> Data:
    """A form of the guide: its header, perhaps another one, and the head of each row."""
    part = keyed_part(key)
    return {"header": header or list(part.header), "rows": [row[0] for row in part.rows]}


def _alternative(lesson: Lesson) -> list[str]:
    """The words that may be chosen in place of a number, if there are some."""
    return [lesson.predict.alternative] if lesson.predict.alternative else []


def _decision(decision: Decision, number: int, write: Writer) -> Data:
    question = prose.plain(decision.question, {})
    return {
        "head": prose.fill(library.planning().hands.decision, {"number": number, "question": question}),
        "options": [[option.id, write(option.text)] for option in decision.options],
    }
