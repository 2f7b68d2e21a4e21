"""The numbers that lesson 10 prints are those of its model."""

from __future__ import annotations

import pytest

from lessons.course import library
from lessons.course.people.model import CORNERS, Levers, determinant, numbers, pairs, run, ways

LESSON = library.lesson("people")


def corner(name: str, **levers: float) -> int:
    return round(ways(Levers(**levers))[name])


def test_what_the_published_links_are_worth_in_pairs() -> None:
    start = Levers()
    care, structure = f"{start.care:g}", f"{start.structure:g}"
    assert f"The correlation is {care}." in LESSON.predict.situation
    assert f"care {care}, structure {structure}" in LESSON.evidence.lines[0].text
    said = LESSON.explore.prediction
    assert f"Read from {care}, it is {pairs(start.care):.0f} of 100" in said
    assert f"A coin has {pairs(0):.0f}; structure, {structure}, has {pairs(start.structure):.0f}." in said
    assert f"0.48 is not {100 * start.care:.0f} %" in said
    assert f"Structure and outcomes correlate {structure}." in LESSON.check.questions[1].question


def test_the_table_of_ways() -> None:
    table = LESSON.explore.ways
    assert table and [head.lower() for head in table.header[1:]] == [
        LESSON.explore.labels[f"corner_{name}"] for name in CORNERS
    ]
    for row, best in zip(table.rows, table.best, strict=True):
        care, structure = (float(part.split(" ")[1]) for part in row[0].split(", "))
        shares = list(ways(Levers(care, structure)).values())
        assert [f"{share:.0f}" for share in shares] == list(row[1:])
        assert best == shares.index(max(shares))
    start = Levers()
    assert table.rows[0][0] == f"care {start.care:g}, structure {start.structure:g}"
    assert f"come together by {start.together:g}." in table.intro


def test_what_there_is_to_notice() -> None:
    counting, together, argue = LESSON.explore.tasks
    start = Levers()
    assert counting.levers == {"care": start.structure, "structure": start.care}
    exchanged = {"care": start.structure, "structure": start.care}
    fall = f"Care alone falls from {corner('care')} to {corner('care', **exchanged)}"
    rise = f"structure alone rises from {corner('structure')} to {corner('structure', **exchanged)}"
    assert f"{fall}, {rise}" in counting.notice
    weights = [f"{numbers(run(Levers(together=k)))['bs']:.2f}".replace("-", "−") for k in (start.together, 0.5, 0.7)]
    assert f"falls from {' to '.join(weights)}" in together.notice
    assert f"Structure alone has {corner('structure', care=0)}, both only {corner('both', care=0)}." in argue.notice


def test_both_is_ahead_in_about_four_of_five_settings() -> None:
    assert LESSON.explore.ways and "in about four of five settings" in LESSON.explore.ways.note
    grid = [Levers(c / 20, s / 20, k / 10) for c in range(17) for s in range(17) for k in range(-3, 8)]
    possible = [ways(levers) for levers in grid if determinant(levers) > 1e-9]
    ahead = sum(max(found, key=found.__getitem__) == "both" for found in possible)
    assert ahead / len(possible) == pytest.approx(0.8, abs=0.05)


def test_what_the_facilitator_says_about_the_corners() -> None:
    replies = " ".join(one.reply for one in LESSON.facilitator.misconceptions)
    assert f"high on both, {corner('both')} of 100; care alone, {corner('care')}." in replies
    assert f"In pairs it is {pairs(Levers().care):.0f} of 100" in replies
    extra = {"care": 0.25, "structure": 0.30}
    said = [corner(name, **extra) for name in ("structure", "care", "both")]
    assert "set 0.25 and 0.30" in LESSON.facilitator.notes[-1]
    assert "Structure alone has {}, care alone {}, both {}.".format(*said) in LESSON.facilitator.notes[-1]


def test_the_facilitator_counts_signs_and_hours_as_the_case_does() -> None:
    one, _, three = (option.measures for option in LESSON.case.decisions[1].options)
    signs = [(m.results, m.people, m.future).count(1) for m in (one, three)]
    assert signs[0] == signs[1] and three.hours - one.hours == 3
    assert "A gets as many plus signs as C, for three hours less" in LESSON.facilitator.misconceptions[-1].reply


def test_the_corners_are_not_called_by_the_hats() -> None:
    """Whether care and structure belong to hats is what the lesson asks, so the chart does not say so."""
    shown = " ".join([*LESSON.explore.labels.values(), *LESSON.explore.findings.values()]).lower()
    assert not any(word in shown for word in ("manag", "lead"))
