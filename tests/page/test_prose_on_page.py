"""Prose on a page: marks become markup, chips open notes, a term explains itself once."""

from __future__ import annotations

import pytest

from lessons.page.bridge import Bridge
from lessons.page.markup import tag
from lessons.page.page import Page
from lessons.page.prose import Opened, Writer


@pytest.fixture
def writer() -> Writer:
    return Writer(Page(Bridge()), {"term": lambda run: Opened(run.text, tag("span", f"means {run.target}"))})


def test_marks_become_elements_and_text_is_escaped(writer: Writer) -> None:
    assert writer.write("*soft* **loud** <b>") == "<em>soft</em> <strong>loud</strong> &lt;b&gt;"


def test_a_value_adds_no_mark_and_no_markup(writer: Writer) -> None:
    assert writer.write("You said {answer}.", {"answer": "**<i>P1.S1"}) == "You said **&lt;i&gt;P1.S1."


def test_a_term_explains_itself_in_the_first_text_that_uses_it(writer: Writer) -> None:
    assert "means tangle" in writer.write("Less [[tangle]] here.")
    assert writer.write("More [[tangle]] there.") == "More tangle there."


def test_a_text_that_is_shown_anew_explains_its_terms_anew(writer: Writer) -> None:
    for value in (1, 2):
        assert "means tangle" in writer.write("[[tangle]] takes {value}", {"value": value})


def test_the_button_opens_its_own_note(writer: Writer) -> None:
    shown = writer.write("[[tangle]] and [[holding back]]")
    for part in shown.split("<button")[1:]:
        target = part.split('popovertarget="')[1].split('"')[0]
        assert f'id="{target}"' in part


def test_what_has_no_note_stays_words(writer: Writer) -> None:
    assert writer.write("See P1.S1.") == "See P1.S1."


def test_two_references_in_one_bracket_stand_apart() -> None:
    writer = Writer(Page(Bridge()), {"reference": lambda run: Opened(run.target, tag("span", "in full"))})
    shown = writer.write("Found. [arvey2006; arvey2007]")
    assert shown.count("; ") == 1
    assert shown.index("arvey2006<") < shown.index("; ") < shown.index("arvey2007<")
