"""Claim: a column for each hat, or columns with names of their own where the article gives both hats the same."""

from __future__ import annotations

from lessons.activities.claim import ClaimView
from lessons.activities.desk import Desk
from lessons.course import library
from lessons.course.schema import Claim, Side
from tests.activities.test_views import text


def test_columns_with_names_keep_the_sign_of_both(desk: Desk) -> None:
    lesson = library.lesson("ninety_percent")
    shown = text(ClaimView(Desk(lesson, desk.page, desk.diary)))
    for side in lesson.claim.shared:
        assert f'<h3 class="th-side-name th-role-both"><span aria-hidden="true">◆</span> {side.name}</h3>' in shown
    assert len(lesson.claim.shared) == shown.count("th-side-both") == 2


def test_the_columns_stand_managing_leading_both() -> None:
    sides = {name: Side(text=name) for name in ("managing", "leading", "both")}
    claim = Claim(title="t", leading=sides["leading"], managing=sides["managing"], shared=(sides["both"],), catch="c")
    assert claim.sides == tuple(sides.items())
