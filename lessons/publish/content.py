"""A lesson as the plain data of its printed sheet: everything on the paper, nothing about how it looks.

Answers, hats, feedback and consequences stay out of it: what is not in this data cannot be printed by accident.
Prose becomes a list of runs (``{"kind": ..., "text": ...}``), so the template never reads a text as markup.
"""

from __future__ import annotations

import re
from typing import Any

from lessons.course import library, prose
from lessons.course.order import mixed
from lessons.course.prose import Numbers
from lessons.course.schema import Case, Decision, Lesson, Option, Prediction, Question, Side, WaysTable
from lessons.publish.citations import Citations

Runs = list[dict[str, str]]
Data = dict[str, Any]
NO_WINNER = -1
NO_BREAK = "\u00a0"
"""A space at which no line ends."""
ROLES = ("managing", "leading", "both", "neither")
_PER_CENT = re.compile(r"(?<=\d) (?=%)")


class Writer:
    """Turns prose into runs, and remembers which references were named."""

    def __init__(self, numbers: Numbers, citations: Citations) -> None:
        self._numbers = dict(numbers)
        self._citations = citations

    def __call__(self, text: str) -> Runs:
        return [self._run(run) for run in prose.parse(text, self._numbers)]

    def _run(self, run: prose.Run) -> dict[str, str]:
        text = self._citations.cite(run) if run.kind == "reference" else run.text
        return {"kind": run.kind, "text": _PER_CENT.sub(NO_BREAK, text)}


def sheet_content(lesson: Lesson, numbers: Numbers) -> Data:
    """What the participant sheet of ``lesson`` says. ``numbers`` fill the braces in its texts."""
    citations = Citations(library.references())
    write = Writer(numbers, citations)
    content = {
        "title": lesson.title,
        "number": lesson.number,
        "minutes": lesson.minutes,
        "warning": write(lesson.warning) if lesson.warning else [],
        "objectives": [write(objective.text) for objective in lesson.objectives],
        "claim": claim_content(lesson, write),
        "predict": _predict(lesson.predict, write),
        "case": _case(lesson, write),
        "explore": _explore(lesson, write),
        "cards": _cards(lesson, write),
        "evidence": _evidence(lesson, write),
        "check": _check(lesson, write),
        "reflect": _reflect(lesson, write),
    }
    return {**content, "references": citations.printed()}


def claim_content(lesson: Lesson, write: Writer) -> Data:
    claim = lesson.claim
    return {
        "title": claim.title,
        "sides": [_side(role, side, write) for role, side in claim.sides],
        "catch": write(claim.catch),
    }


def _side(role: str, side: Side, write: Writer) -> Data:
    return {"role": role, "name": side.name, "text": write(side.text), "sentences": list(side.sentences)}


def _predict(prediction: Prediction, write: Writer) -> Data:
    span = {"low": prediction.low, "high": prediction.high}
    return {
        "title": prediction.title,
        "situation": write(prediction.situation),
        "question": write(prediction.question),
        "range": prose.fill(library.words("sheet.number"), span),
        "unit": prediction.unit,
        "alternative": prediction.alternative,
    }


def _case(lesson: Lesson, write: Writer) -> Data:
    case: Case = lesson.case
    return {
        "title": case.title,
        "credit": write(case.credit),
        "opening": write(case.opening),
        "decisions": [
            _decision(decision, mixed(decision.options, lesson.slug, "case", number), write)
            for number, decision in enumerate(case.decisions, 1)
        ],
    }


def _decision(decision: Decision, options: list[Option], write: Writer) -> Data:
    return {
        "question": write(decision.question),
        "scene": write(decision.scene) if decision.scene else [],
        "scenes": [{"after": letter, "text": write(text)} for letter, text in sorted(decision.scenes.items())],
        "options": [{"id": option.id, "text": write(option.text)} for option in options],
    }


def _explore(lesson: Lesson, write: Writer) -> Data:
    """The model on paper. The introduction describes the chart, so without one its terms are explained instead."""
    explore = lesson.explore
    return {
        "title": explore.title,
        "source": write(explore.source) if explore.source else [],
        "intro": write(explore.intro),
        "terms": _terms(explore.intro, write),
        "ways": ways_content(explore.ways, write) if explore.ways else None,
        "not_shown": write(explore.not_shown),
    }


def _terms(text: str, write: Writer) -> list[Data]:
    """The glossary's meaning of each term that ``text`` uses, under the word that it uses for it."""
    glossary = library.glossary()
    used = {run.target: run.text for run in prose.parse(text) if run.kind == "term"}
    return [{"name": name, "meaning": write(glossary[term].meaning)} for term, name in used.items()]


def ways_content(ways: WaysTable, write: Writer) -> Data:
    """Which way wins where. ``contest``: the winner is not the same in all rows, which is worth a question."""
    return {
        "intro": write(ways.intro) if ways.intro else [],
        "header": [write(cell or library.words("sheet.situation")) for cell in ways.header],
        "rows": [[write(cell) for cell in row] for row in ways.rows],
        "note": write(ways.note) if ways.note else [],
        "contest": len(set(ways.best) - {NO_WINNER}) > 1,
    }


def _cards(lesson: Lesson, write: Writer) -> Data:
    deck = library.cards()
    return {"title": lesson.cards.title, "cards": [write(deck[card].text) for card in lesson.cards.cards]}


def _evidence(lesson: Lesson, write: Writer) -> Data:
    evidence = lesson.evidence
    return {
        "title": evidence.title,
        "lines": [{"badge": line.badge, "text": write(line.text)} for line in evidence.lines],
        "note": write(evidence.note) if evidence.note else [],
    }


def _check(lesson: Lesson, write: Writer) -> Data:
    return {
        "title": lesson.check.title,
        "questions": [_question(question, write) for question in lesson.check.questions],
    }


def _question(question: Question, write: Writer) -> Data:
    """A question without its key. The likely answers of a numeric one would give it away: it gets a line instead."""
    listed = () if question.form == "numeric" else question.answers
    return {
        "form": question.form,
        "question": write(question.question),
        "answers": [{"id": answer.id or "", "text": write(answer.text)} for answer in listed],
        "boxes": list(question.boxes),
        "unit": question.unit,
    }


def _reflect(lesson: Lesson, write: Writer) -> Data:
    reflect, keep = lesson.reflect, lesson.reflect.keep
    asked = {"prompt": write(keep.prompt), "options": [write(option) for option in keep.options]} if keep else None
    return {"title": reflect.title, "prompt": write(reflect.prompt), "asked": asked}
