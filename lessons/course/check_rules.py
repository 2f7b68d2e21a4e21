"""Check questions that can be answered, and not by their pattern."""

from __future__ import annotations

from collections.abc import Iterator

from .mistakes import Complaint, shown
from .schema import Check, Question

ANY_OTHER = "any other"
LETTERS = "ABCDE"


def check_complaints(check: Check, lesson: int) -> Iterator[Complaint]:
    """What each form of question needs, and no pattern that gives the answer away; ``lesson``: its number."""
    for number, question in enumerate(check.questions):
        where = f"check.questions[{number}]"
        rules = {"one": _one, "several": _several, "classify": _classify, "numeric": _numeric}
        yield from rules[question.form](where, question)
        if question.from_lesson is not None and question.from_lesson >= lesson:
            yield f"{where}.from_lesson", "the number of an older lesson", str(question.from_lesson)
    yield from _pattern(check)


def _one(where: str, question: Question) -> Iterator[Complaint]:
    yield from _lettered(where, question)
    if (right := _rights(question)) != 1:
        yield f"{where}.answers", "exactly one right answer", str(right)


def _several(where: str, question: Question) -> Iterator[Complaint]:
    yield from _lettered(where, question)
    if not _rights(question):
        yield f"{where}.answers", "at least one right answer", "none"


def _classify(where: str, question: Question) -> Iterator[Complaint]:
    if len(question.boxes) < 2:
        yield f"{where}.boxes", "at least 2 boxes", str(len(question.boxes))
    for number, answer in enumerate(question.answers):
        if answer.box not in question.boxes:
            yield f"{where}.answers[{number}].box", "one of " + ", ".join(question.boxes), shown(answer.box)


def _numeric(where: str, question: Question) -> Iterator[Complaint]:
    if question.value is None:
        yield f"{where}.value", "the right number", "nothing"
    if (right := _rights(question)) != 1:
        yield f"{where}.answers", "exactly one right answer", str(right)
    last = question.answers[-1]
    if last.text != ANY_OTHER or last.right:
        yield (
            f"{where}.answers[{len(question.answers) - 1}].text",
            f"“{ANY_OTHER}”, for all other numbers",
            shown(last.text),
        )
    for number, answer in enumerate(question.answers[:-1]):
        yield from _number(f"{where}.answers[{number}]", answer.text, answer.right, question)


def _number(where: str, text: str, right: bool, question: Question) -> Iterator[Complaint]:
    """A likely number reads as one, and is right just when it lies within the margin."""
    try:
        number = float(text.replace("−", "-").replace(",", ""))
    except ValueError:
        yield f"{where}.text", "a number", shown(text)
        return
    if question.value is not None and (abs(number - question.value) <= question.within + 1e-9) != right:
        expected = f"a right answer within {question.within:g} of {question.value:g}, and wrong ones outside"
        yield f"{where}.right", expected, f"{text} marked as {'right' if right else 'not right'}"


def _lettered(where: str, question: Question) -> Iterator[Complaint]:
    letters = "".join(answer.id or "–" for answer in question.answers)
    if letters != LETTERS[: len(question.answers)]:
        yield f"{where}.answers", "answers with the ids A, B, C … in order", shown(letters)


def _rights(question: Question) -> int:
    return sum(answer.right for answer in question.answers)


def _pattern(check: Check) -> Iterator[Complaint]:
    """Over a lesson, the right answer is neither always first nor always the longest."""
    ones = [question for question in check.questions if question.form == "one" and _rights(question) == 1]
    if len(ones) < 2:
        return
    if all(question.answers[0].right for question in ones):
        yield (
            "check.questions",
            "the right answer not to come first each time",
            f"it does, in {len(ones)} of {len(ones)}",
        )
    if all(max(question.answers, key=lambda answer: len(answer.text)).right for question in ones):
        yield (
            "check.questions",
            "the right answer not to be the longest each time",
            f"it is, in {len(ones)} of {len(ones)}",
        )
