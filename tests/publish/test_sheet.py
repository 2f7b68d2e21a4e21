"""The participant sheet: two pages, readable aloud, whole, and without its answers."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from lessons.activities import case
from lessons.course import library, prose
from lessons.course.schema import Lesson, Prediction
from lessons.publish.press import Paper
from lessons.publish.proof import SheetError
from lessons.publish.sheet import participant_sheet, sheet_data
from tests.publish.pdf import assert_accessible, figure_texts, images, pages, structure, text_outside

Read = Callable[..., str]
Squeeze = Callable[[str], str]


def test_it_has_two_pages_of_the_size_asked_for(sheet: bytes, paper: Paper) -> None:
    inches = {"a4": (210 / 25.4, 297 / 25.4), "us-letter": (8.5, 11)}[paper]
    with pikepdf.open(io.BytesIO(sheet)) as file:
        assert len(file.pages) == 2
        for one in file.pages:
            assert [float(one.MediaBox[2]) / 72, float(one.MediaBox[3]) / 72] == pytest.approx(inches, abs=0.01)


def test_it_passes_pdf_ua(sheet: bytes, tmp_path: Path) -> None:
    assert_accessible(sheet, tmp_path)


@pytest.mark.parametrize("lesson", library.lessons(), ids=lambda lesson: lesson.slug)
def test_every_lesson_has_one_of_two_pages(lesson: Lesson, paper: Paper, tmp_path: Path) -> None:
    """With three lines to write on, or it would have been refused."""
    pdf = participant_sheet(lesson, paper)
    assert pages(pdf) == 2
    assert text_outside(pdf) == []
    assert_accessible(pdf, tmp_path)


def test_text_over_the_edge_would_be_found(sheet: bytes) -> None:
    """The margins are 45 points and more."""
    assert text_outside(sheet, edge=44) == []
    assert len(text_outside(sheet, edge=60)) > 20


def test_its_title_and_language_are_set(sheet: bytes, focus: Lesson) -> None:
    with pikepdf.open(io.BytesIO(sheet)) as file:
        assert str(file.Root.Lang) == "en-GB"
        assert str(file.docinfo.Title) == focus.title
        assert bool(file.Root.MarkInfo.Marked)


def test_its_fonts_are_the_course_s_and_embedded(sheet: bytes) -> None:
    names = set()
    with pikepdf.open(io.BytesIO(sheet)) as file:
        for one in file.pages:
            for font in one.Resources.Font.values():
                names.add(str(font.BaseFont).partition("+")[2])
                assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
    assert names == {"SourceSansPro-Regular", "SourceSansPro-Semibold", "SourceSansPro-It"}


def test_the_same_lesson_gives_the_same_bytes(sheet: bytes, focus: Lesson, paper: Paper) -> None:
    assert participant_sheet(focus, paper) == sheet


def test_headings_are_in_order(sheet: bytes, focus: Lesson) -> None:
    levels = [kind for kind in structure(sheet) if kind in ("/H1", "/H2", "/H3")]
    assert levels.count("/H1") == 1
    assert levels[0] == "/H1"
    assert levels.count("/H3") == len(focus.case.decisions)
    assert levels.index("/H3") > levels.index("/H2")


def test_it_says_what_the_lesson_says(sheet: bytes, focus: Lesson, read: Read, squeeze: Squeeze) -> None:
    text = read(sheet)
    for words in expected_words(focus):
        assert squeeze(prose.plain(words)) in text, words


def expected_words(lesson: Lesson) -> list[str]:
    """Plain texts of every part. Those with references in the middle are checked by their first sentence."""
    sides = [side for _, side in lesson.claim.sides]
    cards = library.cards()
    return [
        lesson.title,
        *(objective.text for objective in lesson.objectives),
        *(side.text for side in sides),
        *(side.name for side in sides),
        *(identity for side in sides for identity in side.sentences),
        lesson.claim.catch,
        lesson.predict.situation,
        lesson.predict.question,
        *("guess (1 in 3)", "fairly sure (2 in 3)", "nearly certain (9 in 10)"),
        lesson.case.opening,
        lesson.case.credit,
        *(decision.question for decision in lesson.case.decisions),
        *(option.text for decision in lesson.case.decisions for option in decision.options),
        *(cell for row in lesson.explore.ways.rows for cell in row),  # type: ignore[union-attr]
        lesson.explore.not_shown,
        *(cards[card].text for card in lesson.cards.cards),
        *(line.text.partition("[")[0] for line in lesson.evidence.lines),
        *(question.question for question in lesson.check.questions),
        *(a.text for question in lesson.check.questions if question.form != "numeric" for a in question.answers),
        lesson.reflect.prompt,
    ]


def test_page_numbers_and_licence_are_at_the_foot(sheet: bytes, read: Read) -> None:
    text = read(sheet, decoration=True)
    assert "Page1of2" in text
    assert "Page2of2" in text
    assert text.count("CCBY4.0") == 2


def test_every_reference_of_the_evidence_is_printed_in_full(
    sheet: bytes, focus: Lesson, read: Read, squeeze: Squeeze
) -> None:
    cited = [run.target for line in focus.evidence.lines for run in prose.parse(line.text) if run.kind == "reference"]
    assert cited
    text = read(sheet)
    for number, identity in enumerate(dict.fromkeys(cited), 1):
        assert squeeze(f"[{number}]{library.references()[identity].text}") in text


def test_nothing_gives_an_answer_away(focus: Lesson, sheet: bytes, read: Read, squeeze: Squeeze) -> None:
    text = read(sheet)
    for words in secret_words(focus):
        assert squeeze(prose.plain(words)) not in text, words


def secret_words(lesson: Lesson) -> list[str]:
    """Consequences, feedback and the end of the case."""
    options = [option for decision in lesson.case.decisions for option in decision.options]
    return [
        *(option.happens for option in options),
        *(option.notice for option in options),
        *(answer.feedback for question in lesson.check.questions for answer in question.answers),
        lesson.case.closing,
        lesson.predict.recorded,
    ]


def test_a_sheet_does_not_depend_on_hats_or_on_which_answers_are_right(focus: Lesson) -> None:
    """What changes nothing in the data cannot be on the paper: neither as a word nor as an order."""
    turned = [
        decision.model_copy(
            update={"options": tuple(o.model_copy(update={"hat": "neither"}) for o in decision.options)}
        )
        for decision in focus.case.decisions
    ]
    questions = [
        question.model_copy(
            update={
                "value": 1.0,
                "answers": tuple(a.model_copy(update={"right": not a.right, "box": "both"}) for a in question.answers),
            }
        )
        for question in focus.check.questions
    ]
    other = focus.model_copy(
        update={
            "case": focus.case.model_copy(update={"decisions": tuple(turned), "closing": ""}),
            "check": focus.check.model_copy(update={"questions": tuple(questions)}),
            "predict": focus.predict.model_copy(update={"value": 29.0}),
        }
    )
    assert sheet_data(other) == sheet_data(focus)


def test_options_stand_in_the_same_order_as_on_the_screen(focus: Lesson) -> None:
    for number, decision in enumerate(focus.case.decisions, 1):
        shown = case.shuffled(focus, number)
        assert sorted(option.id for option in shown) == sorted(option.id for option in decision.options)
        printed = sheet_data(focus)["case"]["decisions"][number - 1]["options"]
        assert [option["id"] for option in printed] == [option.id for option in shown]


def test_without_a_table_of_ways_the_chart_is_shown_with_its_text(
    charted: Lesson, paper: Paper, tmp_path: Path
) -> None:
    pdf = participant_sheet(charted, paper)
    assert_accessible(pdf, tmp_path)
    model = library.model("focus")
    said = prose.plain(charted.explore.in_words, model.numbers(model.run(model.Levers())))
    assert figure_texts(pdf) == [said]
    assert participant_sheet(charted, paper) == pdf
    assert images(pdf) == 0, "the chart must be drawn in lines, not pixels"


def test_an_empty_corner_of_the_table_of_ways_gets_a_word(focus: Lesson, paper: Paper, tmp_path: Path) -> None:
    assert focus.explore.ways
    ways = focus.explore.ways.model_copy(update={"header": ("", *focus.explore.ways.header[1:])})
    lesson = focus.model_copy(update={"explore": focus.explore.model_copy(update={"ways": ways})})
    assert sheet_data(lesson)["explore"]["ways"]["header"][0] == [{"kind": "plain", "text": "Situation"}]
    assert_accessible(participant_sheet(lesson, paper), tmp_path)


def test_scenes_warnings_and_alternatives_are_printed(
    focus: Lesson, paper: Paper, read: Read, squeeze: Squeeze, tmp_path: Path
) -> None:
    first, second = focus.case.decisions
    second = second.model_copy(update={"scenes": {"B": "It rains."}, "scene": "Nine in the morning."})
    predict: Prediction = focus.predict.model_copy(update={"alternative": "no number is enough"})
    lesson = focus.model_copy(
        update={
            "warning": "This lesson speaks of illness.",
            "case": focus.case.model_copy(update={"decisions": (first, second)}),
            "predict": predict,
        }
    )
    pdf = participant_sheet(lesson, paper)
    assert_accessible(pdf, tmp_path)
    text = read(pdf)
    for words in ("This lesson speaks of illness.", "Nine in the morning.", "If you ticked B first: It rains."):
        assert squeeze(words) in text
    assert squeeze("no number is enough") in text


def test_a_lesson_that_is_too_long_is_refused_in_one_sentence(focus: Lesson, paper: Paper) -> None:
    case_ = focus.case.model_copy(update={"opening": focus.case.opening * 20})
    with pytest.raises(SheetError, match=r"^The sheet of lesson focus (takes 3 pages|leaves \d+ mm to write) on \S+;"):
        participant_sheet(focus.model_copy(update={"case": case_}), paper)


def test_a_lesson_that_leaves_no_room_to_write_is_refused(focus: Lesson, paper: Paper) -> None:
    """Whatever the length, a sheet is either two pages with three lines to write on, or an error: never in between."""
    for times in range(2, 9):
        longer = focus.model_copy(
            update={"case": focus.case.model_copy(update={"opening": "Word by word. " * 40 * times})}
        )
        try:
            pdf = participant_sheet(longer, paper)
        except SheetError:
            return
        with pikepdf.open(io.BytesIO(pdf)) as file:
            assert len(file.pages) == 2
    pytest.fail("no length was refused")


def test_a_missing_glyph_is_named_with_its_place(focus: Lesson) -> None:
    with pytest.raises(SheetError, match=r"cannot print “漢” \(U\+6F22\).*Plan 漢"):
        participant_sheet(focus.model_copy(update={"title": "Plan 漢"}), "a4")
