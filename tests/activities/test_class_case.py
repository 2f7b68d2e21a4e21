"""A class's own case in a lesson: offered, answered in a place of its own, and never in the way of the course's."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import ipywidgets as widgets
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import lessons.facade as facade
import lessons.opened as opened
from lessons.activities.class_case import ClassCaseView
from lessons.activities.desk import Desk
from lessons.activities.head import HeadView
from lessons.activities.progress import progress_in
from lessons.course import library
from lessons.course.case_draft import drafted, needed, put
from lessons.course.mistakes import ContentError
from lessons.course.own_case import OwnCase, parsed
from lessons.course.own_case_toml import as_toml
from lessons.record.handin import hand_in, new_secret
from tests.activities.conftest import Heard
from tests.activities.test_views import every, press, reopened, text
from tests.publish.test_own_words import HOSTILE

SLUGS = frozenset(library.course().slugs())


def own_case(title: str = "The late bus", replaces: bool = False, **changed: str) -> OwnCase:
    draft = drafted("focus", replaces, library.lesson("focus").case)
    for name, value in {"title": title, **changed}.items():
        put(draft, ("case", name), value)
    return parsed(f"{title}.toml", as_toml(draft).encode(), SLUGS)


def choose(view: ClassCaseView, which: int) -> None:
    """The option at that place of the open decision; the last radio buttons are its."""
    radios = every(view, widgets.RadioButtons)[-1]
    radios.value = radios.options[which][1]
    press(view, "This is my choice")


def through(view: ClassCaseView) -> None:
    choose(view, 0)
    choose(view, 1)


def cases(view: ClassCaseView) -> widgets.RadioButtons:
    return every(view, widgets.RadioButtons)[0]


def take(view: ClassCaseView, title: str) -> None:
    radios = cases(view)
    radios.value = next(key for shown, key in radios.options if title in shown)


def test_both_cases_are_offered_and_their_answers_stay_apart(desk: Desk, heard: Heard) -> None:
    own = own_case()
    view = ClassCaseView(desk, [own])
    assert [shown for shown, _ in cases(view).options] == [
        f"The course’s case: {desk.lesson.case.title}",
        "Your class’s case: The late bus",
    ]
    choose(view, 0)
    take(view, "The late bus")
    assert {"say": "The other case is below."} in heard.sent
    through(view)
    state = reopened(desk)
    assert set(state.lesson("focus").choices) == {1}
    assert set(state.lesson(own.place).choices) == {1, 2}
    take(view, desk.lesson.case.title)
    assert text(view).count("What happens.") == 1


def test_nothing_of_it_goes_into_a_hand_in(desk: Desk) -> None:
    view = ClassCaseView(desk, [own_case(replaces=True)])
    through(view)
    made = hand_in(desk.everything, "focus", date(2026, 1, 1), new_secret())
    assert made.choices == {}


def test_one_that_replaces_stands_alone_and_counts_as_done(desk: Desk) -> None:
    view = ClassCaseView(desk, [own_case(replaces=True)])
    assert desk.lesson.case.title not in text(view)
    assert len(every(view, widgets.RadioButtons)) == 1
    assert not progress_in(desk.lesson, desk.everything)["case"]
    through(view)
    assert progress_in(desk.lesson, desk.everything)["case"]


def test_the_case_that_was_begun_is_shown_again(desk: Desk) -> None:
    first, second = own_case(), own_case("The flood")
    view = ClassCaseView(desk, [first, second])
    take(view, "The flood")
    choose(view, 0)
    assert cases(ClassCaseView(desk, [first, second])).value == second.place


def test_starting_over_puts_its_answers_away_too(desk: Desk) -> None:
    own = own_case(replaces=True)
    view = ClassCaseView(desk, [own])
    through(view)
    head = HeadView(desk)
    press(head, "Start over")
    press(head, "Yes, start over")
    assert desk.everything.lesson(own.place).choices == {}
    assert reopened(desk).lesson(own.place).earlier
    assert not text(view).count("What happens.")


def test_what_follows_answers_hears_of_it(desk: Desk) -> None:
    heard: list[str] = []
    desk.on_answer("test", lambda: heard.append("answer"))
    choose(ClassCaseView(desk, [own_case(replaces=True)]), 0)
    assert heard == ["answer"]


PLACES = list(needed(drafted("focus", False, library.lesson("focus").case)))


@given(st.sampled_from(PLACES), st.one_of(st.sampled_from(HOSTILE), st.text("<>&\"'ab *[]{}", min_size=1, max_size=30)))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_of_it_becomes_markup(desk: Desk, path: tuple[Any, ...], typed: str) -> None:
    draft = copy.deepcopy(drafted("focus", True, library.lesson("focus").case))
    put(draft, path, typed)
    try:
        own = parsed("mine.toml", as_toml(draft).encode("utf-8", "surrogatepass"), SLUGS)
    except ContentError:
        return  # refused, which the tests of the file look at
    shown = text(ClassCaseView(desk, [own]))
    for mark in ("<script", "<img", "<b>", "<em></em>"):
        assert mark not in shown


def opened_case(monkeypatch: pytest.MonkeyPatch) -> Sequence[Any]:
    """What a notebook shows for the case of lesson 1."""
    shown: list[Any] = []
    monkeypatch.setattr(opened, "show", lambda widget, _otherwise: shown.append(widget))
    lesson = facade.open_in_notebook("focus")
    lesson.case()  # type: ignore[union-attr]
    return [one.value for one in _below(shown[0]) if isinstance(one, widgets.HTML)]


def _below(widget: Any) -> list[Any]:
    return [widget, *(found for child in getattr(widget, "children", ()) for found in _below(child))]


def test_a_lesson_opens_with_a_good_file_and_in_spite_of_a_bad_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TWO_HATS_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("TWO_HATS_CASES", str(tmp_path / "cases"))
    assert not any("Which case?" in one for one in opened_case(monkeypatch))
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "bad.toml").write_bytes(b"\xff\xfe\x00")
    assert not any("Which case?" in one for one in opened_case(monkeypatch))
    draft = drafted("focus", False, library.lesson("focus").case)
    (tmp_path / "cases" / "good.toml").write_text(as_toml(draft), encoding="utf-8")
    assert any("Which case?" in one for one in opened_case(monkeypatch))


def test_cases_written_by_this_account_are_found_without_a_variable(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TWO_HATS_HOME", str(tmp_path))
    monkeypatch.delenv("TWO_HATS_CASES", raising=False)
    from lessons.learner.cases import cases_folder, own_folder

    assert cases_folder() is None
    own_folder().mkdir(parents=True)
    assert cases_folder() == tmp_path / "cases"
