"""The paths through a case: totals, kinds, and that none is beaten by another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.course import library
from lessons.course.case_rules import KINDS, case_complaints, paths
from lessons.course.schema import Case, Decision, Measures, Option, Variant

HATS = ("managing", "leading", "both")
NOTHING = Measures(results=0, people=0, future=0, hours=0)


def decision(*measures: Measures, after: dict[str, Variant] | None = None) -> Decision:
    return Decision(
        question="What now?",
        options=tuple(
            Option(id=letter, text="x", hat=hat, happens="x", notice="x", measures=each, after=after or {})
            for letter, hat, each in zip("ABC", HATS, measures, strict=True)
        ),
    )


def case(first: Decision, second: Decision) -> Case:
    return Case(title="x", credit="x", opening="x", decisions=(first, second))


measures = st.builds(
    Measures,
    results=st.sampled_from([-1, 0, 1]),
    people=st.sampled_from([-1, 0, 1]),
    future=st.sampled_from([-1, 0, 1]),
    hours=st.integers(0, 20),
)


@pytest.mark.parametrize("slug", library.course().slugs())
def test_no_path_of_a_lesson_is_at_least_as_good_as_another_on_all_four(slug: str) -> None:
    found = paths(library.lesson(slug).case)
    assert len({path.name for path in found}) == 9
    for one in found:
        for other in found:
            assert one.name == other.name or any(a < b for a, b in zip(one.totals, other.totals, strict=True))


@pytest.mark.parametrize("slug", library.course().slugs())
def test_each_kind_of_path_is_best_at_something(slug: str) -> None:
    found = paths(library.lesson(slug).case)
    best = [max(path.totals[column] for path in found) for column in range(4)]
    winners = {path.kind for path in found for a, b in zip(path.totals, best, strict=True) if a == b}
    assert winners == set(KINDS)


def test_totals_of_lesson_1_by_hand() -> None:
    totals = {path.name: path.totals for path in paths(library.lesson("focus").case)}
    assert totals == {
        "AA": (1, 0, 0, -3),
        "AB": (2, -1, -1, -7),
        "AC": (1, 0, 1, -9),
        "BA": (-1, 2, 0, -3),
        "BB": (0, 1, -1, -4),
        "BC": (-1, 2, 1, -9),
        "CA": (0, 2, 0, -5),
        "CB": (1, 1, -1, -9),
        "CC": (0, 2, 1, -11),
    }


def test_a_path_with_a_managing_and_a_leading_act_wears_both_hats() -> None:
    three = decision(NOTHING, NOTHING, NOTHING)
    kinds = {path.name: path.kind for path in paths(case(three, three))}
    assert kinds["AA"] == kinds["AC"] == kinds["CA"] == "managing"
    assert kinds["BB"] == kinds["BC"] == kinds["CB"] == "leading"
    assert kinds["AB"] == kinds["BA"] == kinds["CC"] == "both"


@given(st.tuples(measures, measures, measures), st.tuples(measures, measures, measures), measures)
def test_a_variants_measures_replace_those_of_its_option(
    first: tuple[Measures, ...], second: tuple[Measures, ...], instead: Measures
) -> None:
    plain = {path.name: path for path in paths(case(decision(*first), decision(*second)))}
    after = {"A": Variant(measures=instead)}
    varied = {path.name: path for path in paths(case(decision(*first), decision(*second, after=after)))}
    for name, path in varied.items():
        if name[0] == "A":
            assert path.totals[0] == first[0].results + instead.results
            assert path.totals[3] == -(first[0].hours + instead.hours)
        else:
            assert path == plain[name]


def test_a_kind_of_path_that_is_best_at_nothing_is_a_mistake() -> None:
    poor = Measures(results=0, people=-1, future=-1, hours=9)
    kind = Measures(results=1, people=1, future=0, hours=1)
    far = Measures(results=1, people=0, future=1, hours=1)
    each = decision(poor, kind, far)
    expected = "a managing path to be best in results, people, future or hours"
    assert ("case", expected, "none") in list(case_complaints(case(each, each)))


def test_a_lesson_needs_its_second_decision() -> None:
    alone = Case(title="x", credit="x", opening="x", decisions=(decision(NOTHING, NOTHING, NOTHING),))
    assert list(case_complaints(alone)) == [("case.decisions", "2 decisions", "1")]
