"""The facilitator's sheet: the minute plan, what to ask, every answer with its feedback, and how to mark reasons."""

from __future__ import annotations

from typing import Any

from lessons.course import library, prose
from lessons.course.prose import Numbers
from lessons.course.schema import Answer, Decision, Facilitator, Lesson, Measures, Option, Question, WaysTable
from lessons.course.start_schema import Start
from lessons.publish.citations import Citations
from lessons.publish.content import NO_BREAK, NO_WINNER, Data, Runs, Writer, claim_content, ways_content
from lessons.publish.picture import values
from lessons.publish.press import Paper, press
from lessons.publish.proof import read_over
from lessons.publish.sheet import lesson_line
from lessons.publish.words import sheet_words

SIZES = (9.4, 9.1, 8.8)
"""Sizes of type in points: a smaller one is taken where it saves a page."""
MEASURES = ("results", "people", "future")
SIGNS = {1: "+", 0: "0", -1: "−"}
RUBRIC = ("claim", "evidence", "other", "payer")


def facilitator_sheet(lesson: Lesson, paper: Paper) -> bytes:
    """The facilitator's sheet of ``lesson`` as a PDF/UA-1 file. Raises SheetError for a missing glyph."""
    data = facilitator_data(lesson)
    read_over(data, lesson.slug)
    return _fewest_pages(data, paper)


def start_facilitator_sheet(start: Start, paper: Paper) -> bytes:
    """The facilitator's sheet of lesson 0, which has a plan, questions and misconceptions only. Raises SheetError."""
    data = start_facilitator_data(start)
    read_over(data, start.slug)
    return _fewest_pages(data, paper)


def _fewest_pages(data: Data, paper: Paper) -> bytes:
    """The sheet in the largest type that takes as few pages as the smallest does."""
    return min((press("facilitator.typ", data, paper, size) for size in SIZES), key=lambda one: one.pages).pdf


def facilitator_data(lesson: Lesson) -> Data:
    """All that the template needs, as plain data; prose as runs."""
    model = library.model(lesson.slug)
    numbers = values(lesson, model, model.run(model.Levers()))
    citations = Citations(library.references())
    write = Writer(numbers, citations)
    content = {
        "title": lesson.title,
        "lesson": lesson_line(lesson),
        "warning": write(lesson.warning) if lesson.warning else [],
        "objectives": [write(objective.text) for objective in lesson.objectives],
        **_session(lesson.facilitator, write),
        "claim": claim_content(lesson, write),
        "predict": _predict(lesson, numbers, citations),
        "case": _case(lesson, write),
        "explore": _explore(lesson, write),
        "cards": _cards(lesson),
        "evidence": [{"badge": line.badge, "text": write(line.text)} for line in lesson.evidence.lines],
        "evidence-note": write(lesson.evidence.note) if lesson.evidence.note else [],
        "check": [_question(question, write) for question in lesson.check.questions],
        "reflect": {"prompt": write(lesson.reflect.prompt), **rubric("reflection", RUBRIC)},
    }
    return {**content, "references": citations.printed(), "words": facilitator_words()}


def start_facilitator_data(start: Start) -> Data:
    """The same for lesson 0: parts that it lacks are None."""
    write = Writer({}, Citations(library.references()))
    line = prose.fill(library.words("sheet.lesson"), {"number": start.number, "minutes": start.minutes})
    lacking: Data = dict.fromkeys(("claim", "predict", "case", "explore", "cards", "reflect"))
    return {
        "title": start.title,
        "lesson": line,
        "warning": [],
        "objectives": [write(goal.text) for goal in start.objectives],
        **_session(start.facilitator, write),
        **lacking,
        "evidence": [],
        "evidence-note": [],
        "check": [],
        "references": [],
        "words": facilitator_words(),
    }


def facilitator_words() -> dict[str, Any]:
    """The words of the sheet itself."""
    measures = {key: library.words("measures", key) for key in (*MEASURES, "hours")}
    return {**sheet_words(), "facilitator": dict(library.word_table("sheet.facilitator")), "measures": measures}


def rubric(name: str, rows: tuple[str, ...]) -> Data:
    """A table for marking reasons, four levels a row, from ``[sheet.rubric]``."""
    found = [library.word_table("sheet.rubric", name, row) for row in rows]
    levels = ("name", "none", "one", "two", "three")
    return {"rubric": [[row[level] for level in levels] for row in found]}


def _session(facilitator: Facilitator, write: Writer) -> Data:
    return {
        "plan": [{"minutes": row.minutes, "do": write(row.do)} for row in facilitator.plan],
        "debrief": [write(question) for question in facilitator.debrief],
        "notes": [write(note) for note in facilitator.notes],
        "answers": write(facilitator.answers),
        "misconceptions": [{"says": write(one.says), "reply": write(one.reply)} for one in facilitator.misconceptions],
    }


def _predict(lesson: Lesson, numbers: Numbers, citations: Citations) -> Data:
    """The question, its answer, of which kind that is, and what the screen says to a guess."""
    predict = lesson.predict
    answer = predict.alternative if predict.value is None else prose.fill("{v} " + predict.unit, {"v": predict.value})
    said = Writer({**numbers, "guess": "…"}, citations)
    return {
        "question": said(predict.question),
        "answer": answer,
        "kind": library.words("kinds", predict.kind),
        "said": said(lesson.explore.prediction),
    }


def _case(lesson: Lesson, write: Writer) -> Data:
    return {
        "title": lesson.case.title,
        "decisions": [_decision(decision, write) for decision in lesson.case.decisions],
        "closing": write(lesson.case.closing) if lesson.case.closing else [],
    }


def _decision(decision: Decision, write: Writer) -> Data:
    return {"question": write(decision.question), "options": [_option(option, write) for option in decision.options]}


def _option(option: Option, write: Writer) -> Data:
    """What an option leads to, also where a first choice changes it."""
    after = [
        {
            "letter": letter,
            "text": write(variant.adds or variant.instead) if variant.adds or variant.instead else [],
            "notice": write(variant.notice) if variant.notice else [],
            "measures": measured(variant.measures) if variant.measures else "",
        }
        for letter, variant in sorted(option.after.items())
    ]
    return {
        "id": option.id,
        "text": write(option.text),
        "hat": option.hat or "",
        "happens": write(option.happens),
        "notice": write(option.notice),
        "measures": measured(option.measures),
        "after": after,
    }


def measured(measures: Measures) -> str:
    """The four marks as words: "results +, people −, future 0, your hours 3"."""
    marks = [(library.words("measures", key), SIGNS[getattr(measures, key)]) for key in MEASURES]
    all_marks = [*marks, (library.words("measures.hours"), measures.hours)]
    return ", ".join(f"{name} {mark}".replace(" ", NO_BREAK) for name, mark in all_marks)


def _explore(lesson: Lesson, write: Writer) -> Data:
    explore = lesson.explore
    tasks = [{"name": task.name, "do": write(task.do), "notice": write(task.notice)} for task in explore.tasks]
    return {
        "title": explore.title,
        "tasks": tasks,
        "ways": _won(explore.ways, write) if explore.ways else None,
        "not_shown": write(explore.not_shown),
    }


def _won(ways: WaysTable, write: Writer) -> Data:
    """The table of ways with its winners. The first way stands in column 1."""
    best = [winner if winner == NO_WINNER else winner + 1 for winner in ways.best]
    return {**ways_content(ways, write), "best": best or [NO_WINNER] * len(ways.rows)}


def _cards(lesson: Lesson) -> list[Data]:
    """Where the article and our reading of the studies put each card of the lesson."""
    deck = library.cards()
    named = [deck[card] for card in lesson.cards.cards]
    return [
        {
            "text": prose.plain(card.text),
            "article": library.words("roles", card.article, "name")
            if card.article
            else library.words("notes.not_named"),
            "sentences": list(card.sentences),
            "research": library.words("roles", card.research, "name"),
        }
        for card in named
    ]


def _question(question: Question, write: Writer) -> Data:
    value = prose.fill("{v}", {"v": question.value}) if question.value is not None else ""
    unit = f" {question.unit}" if value and question.unit else ""
    return {
        "question": write(question.question),
        "value": value + unit,
        "answers": [_answer(answer, question, write) for answer in question.answers],
    }


def _answer(answer: Answer, question: Question, write: Writer) -> Data:
    """One answer with its reply. ``place``: its letter, or the box it belongs in."""
    text: Runs = write(answer.text)
    return {
        "place": answer.id or answer.box,
        "text": text,
        "right": answer.right,
        "feedback": write(answer.feedback),
    }
