"""The portfolio says what one learner said, and nothing can break it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import ipywidgets as widgets
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.activities.desk import Desk
from lessons.activities.own_record import OwnRecord
from lessons.course import library, prose
from lessons.facade import _portfolio
from lessons.learner.diary import Diary
from lessons.page.page import Page
from lessons.publish.entries import Entry, Section
from lessons.publish.last_page import last_page_files
from lessons.publish.own_words import on_paper
from lessons.publish.portfolio import portfolio
from lessons.publish.portfolio_files import as_markdown, as_pdf, portfolio_files
from lessons.publish.press import Paper
from lessons.record.events import Event
from lessons.record.fold import fold
from lessons.record.state import State
from tests.publish.pdf import assert_accessible, assert_named, pages, text_outside
from tests.publish.test_own_words import HOSTILE

Read = Callable[..., str]
Squeeze = Callable[[str], str]


def state(*events: tuple[str, str, dict[str, object]]) -> State:
    """The state after these events, a second apart: kind, lesson, data."""
    return fold(
        Event(kind, lesson, data, f"2026-03-01T10:00:{second:02}.000Z", "s", second, 1)
        for second, (kind, lesson, data) in enumerate(events)
    )


@pytest.fixture
def busy() -> State:
    return state(
        ("predicted", "focus", {"value": 12, "sure": "fairly"}),
        ("chose", "focus", {"decision": 1, "option": "C"}),
        ("placed", "focus", {"card": "T01", "role": "managing", "sort": "lesson"}),
        ("answered", "focus", {"question": 1, "answer": "C", "right": True}),
        ("answered", "focus", {"question": 2, "answer": {"1": "leading"}, "right": False}),
        ("answered", "focus", {"question": 4, "answer": ["A", "C"], "right": True}),
        ("answered", "focus", {"question": 5, "answer": 9, "right": True}),
        ("wrote", "focus", {"prompt": "reflection", "text": "I ask Kim\non Friday"}),
        ("kept", "focus", {"id": "tangle01", "value": "tangle"}),
        ("kept", "start_here", {"id": "sentence00", "value": "a sealed thought", "sealed": True}),
        ("kept", "start_here", {"id": "sort00", "value": {"T02": "both"}}),
        ("kept", "start_here", {"id": "confidence00", "value": "nearly"}),
        ("wrote", "of_another_edition", {"prompt": "old", "text": "kept too"}),
    )


def test_it_says_what_was_predicted_chosen_placed_answered_and_written(busy: State) -> None:
    said = {entry.asked: entry.said for section in portfolio(busy) for entry in section.entries}
    focus, cards = library.lesson("focus"), library.cards()
    assert said[focus.predict.question] == "12 people, fairly sure (2 in 3)"
    assert said[focus.case.decisions[0].question] == focus.case.decisions[0].options[2].text
    assert said["Cards I placed in managing"] == cards["T01"].text
    assert said["First sort: cards I placed in both"] == cards["T02"].text
    first, second, _, fourth, fifth = focus.check.questions
    assert said[prose.plain(first.question)] == "Two lists of acts"
    assert said[second.question] == f"{second.answers[0].text}: leading"
    assert said[fourth.question].splitlines() == [fourth.answers[0].text, fourth.answers[2].text]
    assert said[fifth.question].startswith("9")
    assert said[focus.reflect.prompt] == "I ask Kim\non Friday"
    assert said[library.start().sort.question] == "nearly certain (9 in 10)"
    assert said["old"] == "kept too"
    assert "tangle" in said.values()


ODD_GAME = {"game": "0a1b2c3d", "edition": 9, "kind": "odd", "seed": 1, "months": 2, "team": 1}
"""A game of an edition that nobody knows."""


def said_in(*events: tuple[str, str, dict[str, object]]) -> dict[str, str]:
    """What a portfolio of these events says, by what was asked."""
    return {entry.asked: entry.said for section in portfolio(state(*events)) for entry in section.entries}


def test_words_chosen_in_place_of_a_number_are_printed() -> None:
    following = library.lesson("following")
    said = said_in(("predicted", "following", {"value": "alternative", "sure": "guess"}))
    assert said[prose.plain(following.predict.question)] == f"{following.predict.alternative}, guess (1 in 3)"


def test_a_saved_sort_is_printed_once_and_a_half_done_one_not_at_all() -> None:
    placed = ("placed", "overlap", {"card": "T01", "role": "both", "sort": "second"})
    assert said_in(placed) == {}
    titles = said_in(placed, ("kept", "overlap", {"id": "sort13", "value": {"T01": "both"}}))
    assert list(titles) == ["Second sort: cards I placed in both"]


def test_what_moved_between_two_sorts_is_counted_and_named() -> None:
    cards = library.cards()
    said = said_in(
        ("kept", "start_here", {"id": "sort00", "value": {"T01": "managing", "T02": "both", "T03": "leading"}}),
        ("kept", "overlap", {"id": "sort13", "value": {"T01": "both", "T02": "both"}}),
    )
    assert said["Cards that I moved between my two sorts: 1 of 2"] == f"{cards['T01'].text}: managing → both"


def test_calibration_counts_findings_and_mathematics_with_its_number_and_says_what_is_too_few() -> None:
    real = [lesson for lesson in library.lessons() if lesson.predict.kind != "assumed"]
    models = [lesson for lesson in library.lessons() if lesson.predict.kind == "assumed"]
    right = [("predicted", one.slug, {"value": one.predict.value, "sure": "nearly"}) for one in real]
    wrong = [("predicted", one.slug, {"value": one.predict.low, "sure": "nearly"}) for one in models]
    asked = "Predictions of findings and of mathematics: nearly certain (9 in 10)"
    assert len(real) >= 5
    assert said_in(*right[:5], *wrong)[asked] == "Came close: 5 of 5"
    assert said_in(*right[:4], *wrong)[asked] == "Came close: 4 of 4. Too few to say."
    assert asked not in said_in(*wrong)


def test_a_year_of_the_game_is_told_month_by_month() -> None:
    game = {"game": "0a1b2c3d", "edition": 1, "kind": "mixed", "seed": 0, "months": 10, "team": 1}
    weights = {"delivery": 4, "budget": 2, "commitment": 2, "direction": 2}
    said = said_in(
        ("began", "two_hats", {**game, "weights": weights}),
        ("spent", "two_hats", {"game": "0a1b2c3d", "month": 1, "hours": [16, 8, 8, 0, 8], "because": "the roof"}),
        ("wrote", "two_hats", {"prompt": "plan_if", "text": "somebody brings a plan"}),
    )
    month = "1. Plan 16, Check 8, Inspire 8, Scan 0, Develop 8. Because: the roof"
    assert said["Year A, played in 1 of 10 months"] == month
    assert said["What counted for me"] == "Delivery 4, Budget 2, Commitment 2, Direction 2"
    assert said["If"] == "somebody brings a plan"


def test_what_is_sealed_stays_sealed(busy: State) -> None:
    assert "a sealed thought" not in as_markdown(portfolio(busy))


def test_it_follows_the_course_and_leaves_out_what_is_empty(busy: State) -> None:
    titles = [section.title for section in portfolio(busy)]
    assert titles[0].startswith("Lesson 0:")
    assert titles[1].startswith("Lesson 1:")
    assert titles[2:] == ["of_another_edition"]


def test_an_empty_record_gives_a_page_that_says_so(paper: Paper, tmp_path: Path, read: Read) -> None:
    assert portfolio(State()) == ()
    pdf = as_pdf((), paper)
    assert "Nothingiskeptyet." in read(pdf)
    assert_accessible(pdf, tmp_path)


def test_its_files_are_readable_and_the_same_each_time(busy: State, tmp_path: Path) -> None:
    made = portfolio_files(busy, "blue-lamp-42")
    assert [file.name.removeprefix("two-hats-portfolio-blue-lamp-42") for file in made] == [
        "-a4.pdf",
        "-us-letter.pdf",
        ".md",
    ]
    for file in made[:2]:
        assert_accessible(file.content, tmp_path)
        assert_named(file.content, "My portfolio")
    assert portfolio_files(busy, "blue-lamp-42") == made


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_appears_on_paper_as_typed_or_replaced(
    text: str, read: Read, squeeze: Squeeze, tmp_path: Path
) -> None:
    pdf = as_pdf([Section("Lesson", (Entry("You wrote", text),))], "a4")
    assert_accessible(pdf, tmp_path)
    printed = "".join("".join(pieces) for pieces in on_paper(text))
    assert squeeze(printed) in read(pdf)


def test_the_sign_for_a_lacking_character_is_explained_only_where_it_stands(read: Read, squeeze: Squeeze) -> None:
    note = squeeze(library.words("portfolio.replaced"))
    for said, there in (("a plan", False), ("漢", True)):
        assert (note in read(as_pdf([Section("1", (Entry("Why?", said),))], "a4"))) is there


def test_a_statement_and_its_box_have_one_stop_at_most() -> None:
    answer = {"question": "4", "answer": {"1": "the article"}, "right": True}
    told = said_in(("answered", "overlap", answer))
    assert "Some traits are shared: the article" in told.values()


def test_a_long_word_stays_on_the_paper_and_a_long_text_goes_on(read: Read) -> None:
    wide = as_pdf([Section("W" * 500, (Entry("@" * 500, "W" * 10_000),))], "us-letter")
    assert text_outside(wide) == []
    assert pages(wide) >= 4
    assert pages(as_pdf([Section("Lesson", (Entry("You wrote", "\n" * 10_000),))], "a4")) >= 4


typed = st.text(max_size=200)


@given(title=typed, asked=typed, said=typed)
@settings(max_examples=40, deadline=None)
def test_no_text_breaks_the_build(title: str, asked: str, said: str) -> None:
    sections = [Section(title, (Entry(asked, said),))]
    assert as_pdf(sections, "us-letter").startswith(b"%PDF")
    as_markdown(sections).encode("utf-8")


@given(
    value=st.recursive(
        st.none() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False) | typed,
        lambda one: st.lists(one) | st.dictionaries(typed, one),
        max_leaves=6,
    )
)
@settings(max_examples=60, deadline=None)
def test_no_record_breaks_it(value: object) -> None:
    """A record is a file that anyone may have edited."""
    odd = state(
        ("predicted", "focus", {"value": value, "sure": "sure as eggs"}),
        ("chose", "focus", {"decision": 1, "option": "Z"}),
        ("answered", "focus", {"question": 2, "answer": value}),
        ("kept", "focus", {"id": "tangle01", "value": value}),
        ("placed", "focus", {"card": "T99", "role": "both", "sort": "lesson"}),
        ("kept", "start_here", {"id": "sort00", "value": value}),
        ("kept", "overlap", {"id": "sort13", "value": {"T01": value, "T99": "both"}}),
        ("began", "two_hats", {**ODD_GAME, "weights": {}}),
        ("spent", "two_hats", {"game": "0a1b2c3d", "month": 1, "hours": [1, 2], "because": "x"}),
        ("expected", "two_hats", {"game": "0a1b2c3d", "reading": "odd", "value": 1, "text": str(value)}),
        ("wrote", "two_hats", {"prompt": "sentence15", "text": str(value)}),
    )
    for file in (*portfolio_files(odd, "blue-lamp-42")[2:], *last_page_files(odd, "blue-lamp-42")[2:]):
        assert file.content


def test_a_button_beside_the_record_makes_it(tmp_path: Path) -> None:
    desk = Desk(library.lesson("focus"), Page(), Diary(tmp_path))
    desk.portfolio = _portfolio
    desk.keep("wrote", prompt="reflection", text="I ask Kim")
    record = OwnRecord(desk)
    press(record, "Save my portfolio")
    shown = "".join(part.value for part in record.widget.children if isinstance(part, widgets.HTML))
    assert shown.count('href="data:application/pdf;base64,') == 2
    assert shown.count('href="data:text/markdown;charset=utf-8;base64,') == 1
    assert f"two-hats-portfolio-{desk.diary.code}.md" in shown


def test_without_a_press_there_is_no_button(tmp_path: Path) -> None:
    record = OwnRecord(Desk(library.lesson("focus"), Page(), Diary(tmp_path)))
    assert "Save my portfolio" not in [button.description for button in buttons(record)]


def press(record: OwnRecord, name: str) -> None:
    next(button for button in buttons(record) if button.description == name).click()


def buttons(record: OwnRecord) -> list[widgets.Button]:
    rows = [part for part in record.widget.children if isinstance(part, widgets.HBox)]
    return [part for row in rows for part in row.children if isinstance(part, widgets.Button)]
