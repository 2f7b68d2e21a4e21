"""The checks of the last step: what is needed, and what makes a case better."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from lessons.course import library
from lessons.course.case_advice import Finding, findings
from lessons.course.case_draft import drafted, preview, put

GOALS = drafted("goals", False, library.lesson("goals").case)
FLAT = {"results": 0, "people": 0, "future": 0, "hours": 0}


def found(changed: dict[tuple[Any, ...], Any]) -> dict[str, Finding]:
    draft = copy.deepcopy(GOALS)
    for path, value in changed.items():
        put(draft, path, value)
    return {one.key: one for one in findings(preview(draft), ("splendid",))}


@pytest.mark.parametrize("slug", library.course().slugs())
def test_every_case_of_the_course_passes_what_is_needed(slug: str) -> None:
    assert all(one.good for one in findings(library.lesson(slug).case, ()) if one.needed)


def test_ways_that_are_beaten_are_named() -> None:
    told = found({("case", "decisions", 0, "options", which, "measures"): FLAT for which in range(3)})
    assert "unbeaten" not in told
    assert not told["beaten"].good and " – " in str(told["beaten"].values["worse"])


def test_a_kind_that_is_never_best_is_named() -> None:
    worst = {"results": -1, "people": -1, "future": -1, "hours": 50}
    hats = {(number, which): option.hat for number, decision in enumerate(preview(GOALS).decisions)
            for which, option in enumerate(decision.options)}  # fmt: skip
    measures = {
        ("case", "decisions", number, "options", which, "measures"): FLAT if hat == "managing" else worst
        for (number, which), hat in hats.items()
    }
    bare = {("case", "decisions", 1, "options", which, "after"): {} for which in range(3)}
    assert found(measures | bare)["unkind"].values["kind"] in ("leading", "both")


def test_lengths_praise_hours_and_ways_are_advice() -> None:
    told = found(
        {
            ("case", "opening"): "Too short, and Splendid.",
            ("case", "decisions", 0, "options", 1, "text"): "Go.",
            **{("case", "decisions", 1, "options", which, "after"): {} for which in range(3)},
        }
    )
    assert (told["opening"].good, told["opening"].values["words"]) == (False, 4)
    assert "1B: 1" in str(told["options"].values["options"])
    assert told["praise"].values["words"] == "splendid"
    assert (told["ways"].good, told["ways"].values["count"]) == (False, 0)
    assert not any(told[key].needed for key in ("opening", "options", "praise", "ways", "both"))


def test_both_for_free_is_noticed() -> None:
    free = {("case", "decisions", 0, "options", which, "measures", "hours"): 0 for which in range(3)}
    assert not found(free)["both"].good and found({})["both"].good
