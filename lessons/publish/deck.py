"""The deck: a lesson as slides of 16:9 for a projector, and a copy on paper with the speaker's notes.

Slides hold no answers; these stand in the notes.
"""

from __future__ import annotations

from lessons.course import library, prose
from lessons.course.schema import Lesson
from lessons.publish.content import Data, Runs, sheet_content
from lessons.publish.facilitator import facilitator_data
from lessons.publish.picture import GREY_SLIDE, SLIDE, start_picture, values
from lessons.publish.press import Paper, Sheet, press
from lessons.publish.proof import read_over, sheet_error
from lessons.publish.words import sheet_words

SIZE = 9.6
"""Size of type of the notes in points; each slide chooses its own."""
LEAST = 14.0
"""The smallest type of a slide in points, on a slide 297 mm wide; on references it may be smaller."""


def deck(lesson: Lesson) -> bytes:
    """The slides as a PDF/UA-1 file. Raises SheetError if a slide is too full or a character is missing."""
    return _printed(lesson, "slide")


def speaker_copy(lesson: Lesson, paper: Paper) -> bytes:
    """The slides with what to say beside them, several to a page of paper. Raises SheetError as ``deck`` does."""
    return _printed(lesson, paper)


def _printed(lesson: Lesson, paper: Sheet) -> bytes:
    data = deck_data(lesson, paper)
    read_over(data, lesson.slug)
    printed = press("deck.typ", data, paper, SIZE)
    if printed.room < LEAST or (paper == "slide" and printed.pages != len(data["slides"])):
        raise sheet_error("slide", lesson=lesson.slug, size=printed.room, least=LEAST)
    return printed.pdf


def deck_data(lesson: Lesson, paper: Sheet = "slide") -> Data:
    """The slides in order, each with its notes, and the words beside them; on paper the chart has no colours."""
    model = library.model(lesson.slug)
    outcome = model.run(model.Levers())
    shown, known = sheet_content(lesson, values(lesson, model, outcome)), facilitator_data(lesson)
    picture = start_picture(lesson, model, outcome, SLIDE if paper == "slide" else GREY_SLIDE)
    slides = [
        _opening(shown, known),
        *_claim(shown),
        _predict(shown, known),
        *_case(shown, known),
        *_model(shown, known, picture),
        _evidence(shown),
        *_check(shown, known),
        *_closing(shown, known, lesson),
    ]
    return {
        "title": lesson.title,
        "slides": slides,
        "words": {**sheet_words(), "deck": dict(library.word_table("deck"))},
    }


def _slide(kind: str, title: str, notes: list[Runs], **content: object) -> Data:
    return {"kind": kind, "title": title, "notes": [note for note in notes if note], **content}


def _say(text: str, kind: str = "plain") -> Runs:
    return [{"kind": kind, "text": text}]


def _opening(shown: Data, known: Data) -> Data:
    plan = [[*_say(row["minutes"] + "  ", "strong"), *row["do"]] for row in known["plan"]]
    return _slide(
        "opening",
        shown["title"],
        [*plan, *known["notes"]],
        line=known["lesson"],
        warning=shown["warning"],
        objectives=shown["objectives"],
    )


def _claim(shown: Data) -> list[Data]:
    claim = shown["claim"]
    ask = _say(library.words("deck.ask_catch"))
    return [
        _slide("claim", claim["title"], [ask], sides=claim["sides"]),
        _slide("text", library.words("deck.catch"), [], paragraphs=[claim["catch"]], list=[]),
    ]


def _predict(shown: Data, known: Data) -> Data:
    answer = known["predict"]
    told = f"{library.words('sheet.facilitator.answer')} {answer['answer']} ({answer['kind']}). "
    return _slide(
        "predict", shown["predict"]["title"], [_say(told, "strong") + answer["said"]], predict=shown["predict"]
    )


def _case(shown: Data, known: Data) -> list[Data]:
    case = shown["case"]
    opening = _slide("text", case["title"], [], paragraphs=[case["opening"], case["credit"]], list=[])
    decisions = [
        _slide("decision", case["title"], _consequences(told), decision=decision, number=number)
        for number, (decision, told) in enumerate(zip(case["decisions"], known["case"]["decisions"], strict=True), 1)
    ]
    decisions[-1]["notes"].append(known["case"]["closing"])
    return [opening, *decisions]


def _consequences(decision: Data) -> list[Runs]:
    """What each option leads to, for the one who speaks."""
    found = []
    for option in decision["options"]:
        head = f"{option['id']}, {library.words('roles', option['hat'], 'name')}. "
        marks = _say(f" ({option['measures']})")
        found.append([*_say(head, "strong"), *option["happens"], *_say(" "), *option["notice"], *marks])
        for after in option["after"]:
            first = prose.fill(library.words("sheet.after"), {"letter": after["letter"]})
            found.append([*_say(f"{first} ", "em"), *after["text"], *_say(" "), *after["notice"]])
    return found


def _model(shown: Data, known: Data, picture: dict[str, str]) -> list[Data]:
    explore, told = shown["explore"], known["explore"]
    notices = [[*_say(f"{task['name']}. ", "strong"), *task["notice"]] for task in told["tasks"]]
    slides = [
        _slide("chart", explore["title"], [_say(picture["alt"]), explore["not_shown"]], chart=picture),
        _slide("tasks", library.words("deck.tasks"), notices, tasks=told["tasks"]),
    ]
    if explore["ways"]:
        slides.append(_slide("ways", library.words("notes.which_wins"), _winners(told["ways"]), ways=explore["ways"]))
    return slides


def _winners(ways: Data) -> list[Runs]:
    """For each row that has a winner: the situation, and the way that wins in it."""
    wins = library.words("sheet.facilitator.wins")
    rows = zip(ways["rows"], ways["best"], strict=True)
    return [[*row[0], *_say(": "), *ways["header"][best], *_say(f" {wins}.")] for row, best in rows if best > 0]


def _evidence(shown: Data) -> Data:
    evidence = shown["evidence"]
    return _slide("evidence", evidence["title"], [], lines=evidence["lines"], note=evidence["note"])


def _check(shown: Data, known: Data) -> list[Data]:
    title = shown["check"]["title"]
    return [
        _slide("question", f"{title} {number}", _replies(told), question=question)
        for number, (question, told) in enumerate(zip(shown["check"]["questions"], known["check"], strict=True), 1)
    ]


def _replies(question: Data) -> list[Runs]:
    right = library.words("sheet.facilitator.right")
    found = (
        [_say(f"{library.words('sheet.facilitator.answer')} {question['value']}", "strong")]
        if question["value"]
        else []
    )
    for answer in question["answers"]:
        place = f"{answer['place']}: " if answer["place"] else ""
        mark = f" – {right}" if answer["right"] else ""
        found.append([*_say(place, "strong"), *answer["text"], *_say(f"{mark} – ", "strong"), *answer["feedback"]])
    return found


def _closing(shown: Data, known: Data, lesson: Lesson) -> list[Data]:
    replies = [[*one["says"], *_say(" – "), *one["reply"]] for one in known["misconceptions"]]
    act = [shown["reflect"]["prompt"]]
    tomorrow = [*_say(library.words("notes.tomorrow") + " ", "strong"), *_say(prose.plain(lesson.next.tomorrow, {}))]
    return [
        _slide("text", library.words("deck.debrief"), replies, paragraphs=[], list=known["debrief"]),
        _slide("text", shown["reflect"]["title"], [], paragraphs=[*act, tomorrow], list=[]),
        _slide("references", library.words("sheet.references"), [], references=shown["references"]),
    ]
