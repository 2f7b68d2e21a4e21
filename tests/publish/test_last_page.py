"""The last page: one printed side, in the order of the course, and nothing of what is missing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lessons.course import library
from lessons.publish.last_page import SIZES, fitted, has_own_words, last_page_data, last_page_files, last_page_pdf
from lessons.publish.own_words import on_paper
from lessons.publish.portfolio_files import portfolio_files
from lessons.publish.press import Paper
from lessons.publish.words import sheet_words
from lessons.record.state import State
from tests.publish.pdf import assert_accessible, assert_named, pages, text_outside
from tests.publish.test_own_words import HOSTILE
from tests.publish.test_portfolio import state

Read = Callable[..., str]
Squeeze = Callable[[str], str]
Told = tuple[str, str, dict[str, object]]
WORDS = library.game().last_page
PLAN = ("plan_if", "plan_then", "plan_date", "plan_observer", "plan_unless", "plan_change")


def wrote(prompt: str, text: str) -> Told:
    return ("wrote", "two_hats", {"prompt": prompt, "text": text})


FIRST: Told = ("kept", "start_here", {"id": "sentence00", "value": "the lamp on the roof", "sealed": True})
CHOICES: list[Told] = [
    ("chose", lesson.slug, {"decision": decision, "option": "ABC"[(lesson.number + decision) % 3]})
    for lesson in library.lessons()
    for decision in (1, 2)
]
SORTS: list[Told] = [
    ("kept", "start_here", {"id": "sort00", "value": {"T01": "managing", "T02": "both"}}),
    ("kept", "overlap", {"id": "sort13", "value": {"T01": "both", "T02": "both"}}),
]
HALVES = [wrote("managing_first", "a promise has a date"), wrote("leading_first", "nobody knows why")]


@pytest.fixture
def whole() -> State:
    plan = [wrote(prompt, f"my words to {prompt}") for prompt in PLAN]
    return state(FIRST, *CHOICES, *SORTS, wrote("sentence15", "whom I ask first"), *HALVES, *plan)


def test_a_whole_course_is_one_side(whole: State, paper: Paper, tmp_path: Path) -> None:
    pdf = last_page_pdf(whole, "blue-lamp-42", paper)
    assert pages(pdf) == 1
    assert text_outside(pdf) == []
    assert_accessible(pdf, tmp_path)
    assert_named(pdf, WORDS.title)
    assert last_page_pdf(whole, "blue-lamp-42", paper) == pdf


def test_everything_stands_there_in_order(whole: State, read: Read, squeeze: Squeeze) -> None:
    text = read(last_page_pdf(whole, "blue-lamp-42", "a4"))
    wanted = [
        *("blue-lamp-42", "01.03.2026", WORDS.first, "the lamp on the roof", WORDS.today, "whom I ask first"),
        *(WORDS.choices, WORDS.type, "Cards you moved between your two sorts: 1 of 2."),
        *(WORDS.managing, "a promise has a date", WORDS.leading, "nobody knows why", WORDS.plan),
        *(f"my words to {prompt}" for prompt in PLAN),
        *(WORDS.six, *(line for one in WORDS.people for line in (one.name, one.first, one.last)), WORDS.closing),
    ]
    place = 0
    for words in map(squeeze, wanted):
        place = text.index(words, place) + len(words)


def test_the_strip_holds_28_choices_and_none_of_the_last_lesson(whole: State) -> None:
    hats = last_page_data(whole, "blue-lamp-42")["choices"]["hats"]
    assert [one["lesson"] for one in hats] == list(range(1, 15))
    assert sum(hat != "" for one in hats for hat in one["hats"]) == 28


def test_the_first_evening_stays_sealed_until_there_is_a_sentence_of_today(read: Read, squeeze: Squeeze) -> None:
    sealed = state(FIRST, *HALVES)
    for file in (*last_page_files(sealed, "blue-lamp-42"), *portfolio_files(sealed, "blue-lamp-42")):
        text = file.content.decode() if file.name.endswith(".md") else read(file.content)
        assert squeeze("the lamp on the roof") not in squeeze(text)


def test_what_is_missing_leaves_no_gap(read: Read, squeeze: Squeeze) -> None:
    text = read(last_page_pdf(state(*HALVES), "blue-lamp-42", "a4"))
    assert squeeze("a promise has a date") in text
    for words in (WORDS.first, WORDS.choices, WORDS.plan, WORDS.type):
        assert squeeze(f"{words}") not in text.replace(squeeze(WORDS.header[1]), "")


def test_an_empty_record_says_so(read: Read, squeeze: Squeeze) -> None:
    assert not has_own_words(State())
    assert squeeze(WORDS.empty) in read(last_page_pdf(State(), "blue-lamp-42", "us-letter"))


def test_it_is_a_page_of_the_portfolio(whole: State, read: Read, squeeze: Squeeze) -> None:
    pdf, _, markdown = portfolio_files(whole, "blue-lamp-42")
    assert read(pdf.content).count(squeeze(WORDS.closing)) == 1
    assert markdown.content.decode().count(WORDS.closing) == 1
    nothing, _, text = portfolio_files(State(), "blue-lamp-42")
    assert squeeze(WORDS.closing) not in read(nothing.content)
    assert WORDS.closing not in text.content.decode()


@pytest.mark.parametrize("typed", HOSTILE)
def test_hostile_words_appear_as_typed_or_replaced(typed: str, read: Read, squeeze: Squeeze, tmp_path: Path) -> None:
    typed = typed.replace("\ud800", "")  # no record can hold half a character
    pdf = last_page_pdf(state(wrote("plan_then", typed)), "blue-lamp-42", "a4")
    assert_accessible(pdf, tmp_path)
    assert text_outside(pdf) == []
    assert squeeze("".join("".join(pieces) for pieces in on_paper(typed.strip()))) in read(pdf)


def test_longer_words_take_smaller_type_before_they_take_a_second_page() -> None:
    def sides(words: int) -> int:
        data = last_page_data(state(wrote("plan_then", "a word " * words)), "blue-lamp-42")
        return fitted({"page": data, "title": WORDS.title, "words": sheet_words()}, "a4").pages

    assert sides(500) == 1
    assert sides(4000) > 1
    assert tuple(sorted(SIZES, reverse=True)) == SIZES
