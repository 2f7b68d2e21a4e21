"""The participant sheet as a DOCX file of A4, for a teacher to edit. It may run to more than two pages."""

from __future__ import annotations

from lessons.course import library, prose
from lessons.course.schema import Lesson
from lessons.publish.content import Data
from lessons.publish.docx_page import TICK_BOX, DocxPage
from lessons.publish.docx_parts import add_claim, add_evidence, add_head, add_references, add_ways, label, say, signed
from lessons.publish.picture import in_words, start_pixels
from lessons.publish.sheet import sheet_data

LINES = 4
"""Lines to write on for the reflection."""


def participant_docx(lesson: Lesson) -> bytes:
    """The participant sheet, with the chart; the same lesson gives the same bytes."""
    data = sheet_data(lesson)
    page = DocxPage(lesson.title, data["words"]["sheet"]["course"], data["words"]["sheet"]["credit"])
    add_head(page, data, lesson.title)
    add_claim(page, data)
    _predict(page, data)
    _case(page, data)
    _model(page, data, lesson)
    _cards(page, data)
    add_evidence(page, data, data["evidence"]["lines"], data["evidence"]["note"])
    _check(page, data)
    _reflect(page, data)
    add_references(page, data)
    return page.file()


def _predict(page: DocxPage, data: Data) -> None:
    predict, sure = data["predict"], data["words"]["confidences"]
    page.heading(2, say(predict["title"]))
    page.paragraph(predict["situation"])
    page.paragraph([{"kind": "strong", "text": run["text"]} for run in predict["question"]])
    page.paragraph(say(f"{predict['range']}: ____________ {predict['unit']}"))
    if predict["alternative"]:
        page.ticks([say(predict["alternative"])])
    levels = "   ".join(f"{TICK_BOX}{level['name']} ({level['odds']})" for level in sure["levels"])
    page.paragraph(say(f"{sure['question']}   {levels}"))


def _case(page: DocxPage, data: Data) -> None:
    case, sheet = data["case"], data["words"]["sheet"]
    page.heading(2, say(case["title"]))
    page.paragraph(case["opening"])
    page.paragraph(case["credit"])
    for number, decision in enumerate(case["decisions"], 1):
        page.heading(3, [*say(f"{number}. "), *decision["question"]])
        if decision["scene"]:
            page.paragraph(decision["scene"])
        for scene in decision["scenes"]:
            page.paragraph([*say(prose.fill(sheet["after"], {"letter": scene["after"]}) + " ", "em"), *scene["text"]])
        page.ticks([[*option["text"], *say(f" ({option['id']})")] for option in decision["options"]])
        page.paragraph(say(sheet["because"]))
        page.room(2)


def _model(page: DocxPage, data: Data, lesson: Lesson) -> None:
    explore, model = data["explore"], library.model(lesson.slug)
    outcome = model.run(model.Levers())
    page.heading(2, say(explore["title"]))
    page.paragraph(explore["intro"])
    page.picture(start_pixels(lesson, model, outcome), in_words(lesson, model, outcome))
    add_ways(page, explore["ways"])
    page.paragraph(label(data["words"]["notes"]["not_shown"], explore["not_shown"]))


def _cards(page: DocxPage, data: Data) -> None:
    cards, words = data["cards"], data["words"]
    page.heading(2, say(cards["title"]))
    header = [say(words["sheet"]["card"]), *(signed(role, "") for role in words["roles"])]
    page.table(header, [[card, *[say(TICK_BOX.strip())] * len(words["roles"])] for card in cards["cards"]])


def _check(page: DocxPage, data: Data) -> None:
    page.heading(2, say(data["check"]["title"]))
    for number, question in enumerate(data["check"]["questions"], 1):
        page.heading(3, [*say(f"{number}. "), *question["question"]])
        if question["form"] == "classify":
            header = [say(data["words"]["sheet"]["statement"]), *(say(box) for box in question["boxes"])]
            boxes = [say(TICK_BOX.strip())] * len(question["boxes"])
            page.table(header, [[answer["text"], *boxes] for answer in question["answers"]])
        elif question["form"] == "numeric":
            page.paragraph(say(f"____________ {question['unit']}"))
        else:
            page.ticks(
                [[*say(f"{answer['id']}. " if answer["id"] else ""), *answer["text"]] for answer in question["answers"]]
            )


def _reflect(page: DocxPage, data: Data) -> None:
    reflect = data["reflect"]
    page.heading(2, say(reflect["title"]))
    page.paragraph(reflect["prompt"])
    page.room(LINES)
    if reflect["asked"]:
        page.paragraph(reflect["asked"]["prompt"])
        page.ticks(reflect["asked"]["options"])
