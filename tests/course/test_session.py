"""Plans of a session: minutes add up, whatever was asked for, and what to print follows."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.course import library
from lessons.course.hands import thirds
from lessons.course.mistakes import ContentError
from lessons.course.session import GROUPS, THEME_CARDS, Group, Plan, Wish, plan, themes
from lessons.course.session_words import print_rows, stem, title, uses
from lessons.publish.guide_plans import guide_plans

GUIDE = guide_plans()
THEMES = [(one.case, one.model) for one in themes(GUIDE)]
NUMBERS = [lesson.number for lesson in library.lessons()]
WISHES = [
    *(Wish("lesson", (number,), "6", False) for number in NUMBERS),
    *(Wish("theme", pair, "3-5", True) for pair in [*THEMES, (14, 1)]),
    Wish("workshop", (), "2", False),
    Wish("sessions", (), "6", True),
]
MINUTES = {"lesson": [50], "theme": [90], "workshop": [180], "sessions": [90] * 5}


def planned(wish: Wish) -> Plan:
    return plan(wish, GUIDE, library.lessons(), library.cards())


def named(wish: Wish) -> str:
    return "-".join((wish.length, *map(str, wish.lessons)))


@pytest.mark.parametrize("wish", WISHES, ids=named)
def test_minutes_follow_each_other_and_add_up(wish: Wish) -> None:
    meetings = planned(wish).meetings
    assert [meeting.minutes for meeting in meetings] == MINUTES[wish.length]
    for meeting in meetings:
        assert meeting.steps[0].start == 0
        assert all(before.end == after.start for before, after in itertools.pairwise(meeting.steps))
        assert all(step.start < step.end and step.do for step in meeting.steps)


def test_minutes_that_leave_a_gap_are_refused() -> None:
    lesson = library.lesson("focus")
    rows = (lesson.facilitator.plan[0], *lesson.facilitator.plan[2:])
    gap = lesson.model_copy(update={"facilitator": lesson.facilitator.model_copy(update={"plan": rows})})
    with pytest.raises(ContentError, match="minutes that begin with 4"):
        plan(Wish("lesson", (1,), "6", False), GUIDE, [gap], library.cards())


@given(st.sampled_from(WISHES), st.sampled_from(GROUPS), st.booleans())
def test_everything_that_is_printed_is_of_a_lesson_of_the_plan(wish: Wish, group: Group, computers: bool) -> None:
    made = planned(Wish(wish.length, wish.lessons, group, computers))
    lessons = {lesson.number for lesson in made.lessons} | {0, None}
    kinds = {item.kind for item in made.prints}
    assert {item.lesson for item in made.prints} <= lessons
    assert len(set(made.prints)) == len(made.prints)
    assert ("sheet" in kinds) == (not computers)
    assert ("hands" in kinds) == (not computers and group == "6")
    assert ("notice" in kinds) == (computers and group == "6")
    assert "facilitator" in kinds and print_rows(made) and made.groups
    assert title(made, GUIDE) and stem(made).isascii()


def test_themes_are_the_guides_and_say_where_case_and_model_come_from() -> None:
    assert len(THEMES) == 6
    for case, model in THEMES:
        made = planned(Wish("theme", (case, model), "6", False))
        assert {lesson.number for lesson in made.lessons} == {case, model}
        assert (made.case.number, made.model.number) == (case, model)  # type: ignore[union-attr]
        assert library.lesson(made.case.slug).case.title in uses(made)  # type: ignore[union-attr]
        assert len(set(made.cards)) == THEME_CARDS
    assert title(planned(Wish("theme", (9, 5), "6", False)), GUIDE).startswith("Who says so?")


def test_the_workshop_and_the_five_sessions_name_their_lessons() -> None:
    workshop, sessions = planned(WISHES[-2]), planned(WISHES[-1])
    assert workshop.opens and sessions.opens
    assert {1, 6, 11, 14} <= {lesson.number for lesson in workshop.lessons}
    assert set(range(1, 15)) <= {lesson.number for lesson in sessions.lessons}
    assert "lesson 6" in workshop.remark
    assert not planned(WISHES[0]).remark


@pytest.mark.parametrize("slug", library.course().slugs())
def test_a_show_of_hands_cuts_the_range_in_three_and_gives_no_answer_away(slug: str) -> None:
    asked = library.lesson(slug).predict
    low, high = thirds(asked)
    assert asked.low < low < high < asked.high
    assert thirds(asked.model_copy(update={"value": asked.low})) == (low, high)
