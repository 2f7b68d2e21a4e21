"""What a planned session prints: readable aloud, complete, and with a class's own case as data."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lessons.course import library
from lessons.course.case_draft import drafted, put
from lessons.course.own_case import parsed
from lessons.course.own_case_toml import as_toml
from lessons.course.session import Wish, plan
from lessons.publish.case_papers import case_documents, with_case, with_cases
from lessons.publish.guide_plans import guide_plans
from lessons.publish.press import Paper
from lessons.publish.session_files import session_documents
from lessons.publish.session_plan import hands_form, session_plan
from tests.publish.pdf import assert_accessible, assert_named, pages, text_outside

Read = Callable[..., str]
Squeeze = Callable[[str], str]
SLUGS = frozenset(library.course().slugs())
TYPED = "<b>&amp; #read(“/x”) $a$ *b* [c] {d} [[e]] P1.S1 漢"


def planned(wish: Wish):  # type: ignore[no-untyped-def]
    return plan(wish, guide_plans(), library.lessons(), library.cards())


@pytest.mark.parametrize(
    "wish",
    [
        Wish("lesson", (9,), "6", False),
        Wish("theme", (9, 5), "3-5", True),
        Wish("workshop", (), "6", True),
        Wish("sessions", (), "1", False),
    ],
    ids=lambda wish: wish.length,
)
def test_a_plan_can_be_read_aloud_and_says_everything(
    wish: Wish, paper: Paper, tmp_path: Path, read: Read, squeeze: Squeeze
) -> None:
    made = planned(wish)
    pdf = session_plan(made, paper)
    assert_accessible(pdf, tmp_path)
    assert text_outside(pdf) == []
    said = read(pdf)
    for meeting in made.meetings:
        for step in meeting.steps:
            assert squeeze(step.do.replace("*", "")) in said
    for lesson in made.lessons:
        assert squeeze(lesson.facilitator.misconceptions[0].reply.replace("*", "")) in said
    if wish.length == "lesson":
        assert_named(pdf, "50 minutes: Would they come if they could stay away?")
        assert pages(pdf) == 1


@pytest.mark.parametrize("slug", library.course().slugs())
def test_every_lesson_has_its_form_for_a_show_of_hands_on_one_page(slug: str, paper: Paper, tmp_path: Path) -> None:
    pdf = hands_form(library.lesson(slug), paper)
    assert_accessible(pdf, tmp_path)
    assert text_outside(pdf) == []
    assert pages(pdf) == 1


def test_the_files_of_a_plan_are_named_once_and_made_the_same() -> None:
    documents = session_documents(planned(Wish("workshop", (), "6", False)), "a4")
    names = [document.file for document in documents]
    assert len(set(names)) == len(names)
    assert "00_start_here_sort_mat_a4.pdf" in names and "11_vision_slides.pdf" in names
    form = next(one for one in documents if "show_of_hands" in one.file)
    assert form.make() == form.make()


def test_a_case_of_ones_own_is_printed_as_it_was_typed(paper: Paper, read: Read, squeeze: Squeeze) -> None:
    draft = drafted("focus", False, library.lesson("focus").case)
    for path in (("opening",), ("title",), ("decisions", 1, "options", 0, "happens"), ("decisions", 0, "question")):
        put(draft, ("case", *path), TYPED)
    own = parsed("mine.toml", as_toml(draft).encode(), SLUGS)
    documents = {document.file: document.make() for document in case_documents(own, paper)}
    assert len(documents) == 5 and all(name.startswith("mine_01_focus_") for name in documents)
    shown = squeeze(TYPED.replace("漢", "¤"))
    for name, pdf in documents.items():
        assert shown in read(pdf), name
    assert with_case(own).claim == library.lesson("focus").claim


def test_a_plan_shows_the_case_that_replaces_the_courses_and_no_other(read: Read, squeeze: Squeeze) -> None:
    draft = drafted("following", True, library.lesson("following").case)
    put(draft, ("case", "title"), "The night ferry")
    replaces = parsed("ferry.toml", as_toml(draft).encode(), SLUGS)
    beside = parsed("a.toml", as_toml({**draft, "replaces": False}).encode(), SLUGS)
    made = planned(Wish("theme", (9, 5), "6", True))
    assert with_cases(made, [beside]) == made
    changed = with_cases(made, [beside, replaces])
    assert [one.case.title for one in changed.lessons if one.slug == "following"] == ["The night ferry"]
    assert squeeze("“The night ferry”") in read(session_plan(changed, "a4"))
