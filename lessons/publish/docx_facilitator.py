"""The facilitator's sheet as a DOCX file of A4, for a teacher to edit."""

from __future__ import annotations

from lessons.course import prose
from lessons.course.schema import Lesson
from lessons.publish.content import Data, Runs
from lessons.publish.docx_page import DocxPage
from lessons.publish.docx_parts import add_claim, add_evidence, add_head, add_references, add_ways, label, say, signed
from lessons.publish.facilitator import facilitator_data

MINUTES = 24
"""Width in mm of the column for minutes."""
RUBRIC, CARD = 26, 80
"""The same of the names of a rubric's rows, and of the cards."""


def facilitator_docx(lesson: Lesson) -> bytes:
    """The facilitator's sheet; the same lesson gives the same bytes."""
    data = facilitator_data(lesson)
    words = data["words"]["facilitator"]
    title = f"{words['name']}: {lesson.title}"
    page = DocxPage(title, data["words"]["sheet"]["course"], data["words"]["sheet"]["credit"])
    add_head(page, data, title)
    _session(page, data, words)
    add_claim(page, data)
    _answer_to_prediction(page, data, words)
    _outcomes(page, data)
    _model_answers(page, data, words)
    _card_answers(page, data, words)
    add_evidence(page, data, data["evidence"], data["evidence-note"])
    _check_answers(page, data, words)
    _rubric(page, data, words)
    add_references(page, data)
    return page.file()


def _session(page: DocxPage, data: Data, words: Data) -> None:
    page.heading(2, say(words["plan"]))
    plan = [[say(row["minutes"]), row["do"]] for row in data["plan"]]
    page.table([say(words["minutes"]), say(words["do"])], plan, first=MINUTES)
    for note in data["notes"]:
        page.paragraph(note)
    page.heading(2, say(words["ask"]))
    for question in data["debrief"]:
        page.paragraph(question, "List Number")
    page.heading(2, say(words["misconceptions"]))
    said = [[one["says"], one["reply"]] for one in data["misconceptions"]]
    page.table([say(words["says"]), say(words["reply"])], said)
    page.heading(2, say(words["answers"]))
    page.paragraph(data["answers"])


def _answer_to_prediction(page: DocxPage, data: Data, words: Data) -> None:
    predict = data["predict"]
    page.heading(2, say(data["words"]["steps"]["predict"]))
    page.paragraph(predict["question"])
    page.paragraph(label(words["answer"], say(f"{predict['answer']} ({predict['kind']})")))
    page.paragraph([*say(f"{words['said']} "), *predict["said"]])


def _outcomes(page: DocxPage, data: Data) -> None:
    case, words = data["case"], data["words"]
    page.heading(2, say(f"{words['steps']['case']}: {case['title']}"))
    for number, decision in enumerate(case["decisions"], 1):
        page.heading(3, [*say(f"{number}. "), *decision["question"]])
        for option in decision["options"]:
            _outcome(page, option, words)
    if case["closing"]:
        page.paragraph(case["closing"])


def _outcome(page: DocxPage, option: Data, words: Data) -> None:
    page.paragraph([*signed(option["hat"], ""), *say(f" {option['id']}. ", "strong"), *option["text"]])
    happens = label(words["notes"]["what_happens"], option["happens"])
    page.paragraph([*happens, *say(" "), *label(words["notes"]["to_notice"], option["notice"])])
    page.paragraph(say(option["measures"]))
    for after in option["after"]:
        first = prose.fill(words["sheet"]["after"], {"letter": after["letter"]})
        page.paragraph(
            [*say(f"{first} ", "em"), *after["text"], *say(" "), *after["notice"], *say(f" {after['measures']}")]
        )


def _model_answers(page: DocxPage, data: Data, words: Data) -> None:
    explore = data["explore"]
    page.heading(2, say(f"{data['words']['steps']['explore']}: {explore['title']}"))
    page.bullets([[*label(f"{task['name']}.", task["do"]), *say(" "), *task["notice"]] for task in explore["tasks"]])
    add_ways(page, explore["ways"], words["wins"])
    page.paragraph(label(data["words"]["notes"]["not_shown"], explore["not_shown"]))


def _card_answers(page: DocxPage, data: Data, words: Data) -> None:
    page.heading(2, say(data["words"]["steps"]["cards"]))
    rows = [
        [say(card["text"]), say(" ".join([card["article"], *card["sentences"]])), say(card["research"])]
        for card in data["cards"]
    ]
    header = [say(data["words"]["sheet"]["card"]), say(words["article"]), say(words["research"])]
    page.table(header, rows, first=CARD)
    page.paragraph(say(words["cards"]))


def _check_answers(page: DocxPage, data: Data, words: Data) -> None:
    page.heading(2, say(data["words"]["steps"]["check"]))
    for number, question in enumerate(data["check"], 1):
        page.heading(3, [*say(f"{number}. "), *question["question"]])
        if question["value"]:
            page.paragraph(label(words["answer"], say(question["value"])))
        page.bullets([_reply(answer, words["right"]) for answer in question["answers"]])


def _reply(answer: Data, right: str) -> Runs:
    place = say(f"{answer['place']}: ", "strong") if answer["place"] else []
    mark = say(f" – {right}", "strong") if answer["right"] else []
    return [*place, *answer["text"], *mark, *say(" – "), *answer["feedback"]]


def _rubric(page: DocxPage, data: Data, words: Data) -> None:
    page.heading(2, say(data["words"]["steps"]["reflect"]))
    page.paragraph(data["reflect"]["prompt"])
    page.paragraph(say(words["rubric"]))
    header = [say(words["points"]), *(say(str(points)) for points in range(4))]
    page.table(header, [[say(cell) for cell in row] for row in data["reflect"]["rubric"]], first=RUBRIC)
