"""The numbers of lesson 13's real jobs, against sums done here afresh, row by row, from the shipped file."""

from __future__ import annotations

import csv
from functools import cache
from statistics import correlation, mean, median, stdev

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.activities.occupations import RATINGS, TAGS, jobs, tagged, tags
from lessons.course.overlap import onet


@cache
def rows() -> list[dict[str, str]]:
    with RATINGS.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def names(side: str) -> list[str]:
    with TAGS.open(encoding="utf-8", newline="") as file:
        return [row["skill"] for row in csv.DictReader(file) if row["tag"] == side]


def index(skills: list[str]) -> list[float]:
    return [mean(float(row[skill]) for skill in skills) for row in rows()]


def difference(values: list[float]) -> float:
    inside = [value for value, row in zip(values, rows(), strict=True) if row["is_management"] == "1"]
    outside = [value for value, row in zip(values, rows(), strict=True) if row["is_management"] == "0"]
    return (mean(inside) - mean(outside)) / stdev(values)


def test_the_table_is_whole() -> None:
    table = jobs()
    assert (len(table.titles), int(table.management.sum()), len(table.skills)) == (879, 51, 35)
    assert (len(names("managing")), len(names("leading"))) == (8, 8)
    assert table.importance.min() >= 1 and table.importance.max() <= 5


@pytest.mark.parametrize("side", ["managing", "leading"])
def test_an_index_is_the_plain_mean_of_the_raw_ratings(side: str) -> None:
    assert list(tagged(side, tags())) == names(side)
    assert jobs().index(names(side)) == pytest.approx(index(names(side)))


def test_the_two_sets_go_together_at_66_and_at_77_without_one_skill() -> None:
    managing, leading = names("managing"), names("leading")
    assert onet.link(jobs().index(managing), jobs().index(leading)) == pytest.approx(
        correlation(index(managing), index(leading))
    )
    assert correlation(index(managing), index(leading)) == pytest.approx(0.66, abs=0.005)
    fewer = [skill for skill in managing if skill != "Quality Control Analysis"]
    assert onet.link(jobs().index(fewer), jobs().index(leading)) == pytest.approx(0.77, abs=0.005)


def test_management_jobs_and_the_others() -> None:
    for side, expected in (("managing", 1.96), ("leading", 1.21)):
        found = onet.gap(jobs().index(names(side)), jobs().management)
        assert found == pytest.approx(difference(index(names(side))))
        assert found == pytest.approx(expected, abs=0.005)


def test_random_sets_of_eight_have_a_gap_too() -> None:
    found = onet.random_gaps(jobs().importance, jobs().management, 8)
    assert median(found) == pytest.approx(1.04, abs=0.03)
    assert onet.share_above(found, 1.96) < 0.5 and 25 < onet.share_above(found, 1.21) < 40


def test_leading_without_the_post() -> None:
    others = [row for row in rows() if row["is_management"] == "0"]
    plain = [row for row in others if "Supervisor" not in row["title"]]
    for found, expected, percent in (
        (onet.leading_without_post(jobs()), others, 21),
        (onet.leading_without_post(jobs(), supervisors=False), plain, 19),
    ):
        assert (found.count, found.of) == (sum(float(row["Leadership"]) >= 4 for row in expected), len(expected))
        assert round(found.percent) == percent


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 2**32 - 1))
def test_chance_has_its_middle_at_76_for_any_seed(seed: int) -> None:
    found = onet.random_links(jobs().importance, (8, 8), seed=seed)
    assert len(found) == 5000
    assert float(np.median(found)) == pytest.approx(0.76, abs=0.02)


def test_a_random_link_is_the_link_of_those_two_sets() -> None:
    """Worked out from covariances, it must be what the indexes themselves give."""
    sets = onet.random_sets(35, (3, 5), 20, seed=4)
    found = onet.random_links(jobs().importance, (3, 5), draws=20, seed=4)
    for one, (first, second) in zip(found, zip(*sets, strict=True), strict=True):
        chosen = [
            [skill for skill, weight in zip(jobs().skills, side, strict=True) if weight] for side in (first, second)
        ]
        assert [len(side) for side in chosen] == [3, 5] and not set(chosen[0]) & set(chosen[1])
        assert one == pytest.approx(onet.link(jobs().index(chosen[0]), jobs().index(chosen[1])))


def test_a_random_gap_is_the_gap_of_that_set() -> None:
    sets, _ = onet.random_sets(35, (8, 1), 5, seed=1)
    found = onet.random_gaps(jobs().importance, jobs().management, 8, draws=5, seed=1)
    for one, weights in zip(found, sets, strict=True):
        assert one == pytest.approx(onet.gap(jobs().importance @ weights, jobs().management))


@pytest.mark.parametrize("sizes", [(0, 3), (3, 0), (30, 6)])
def test_sets_that_cannot_be_are_refused(sizes: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="expected two sets within 35 skills"):
        onet.random_sets(35, sizes, 10, 0)


def test_an_empty_set_has_no_index() -> None:
    with pytest.raises(ValueError, match="at least one"):
        jobs().index([])


@pytest.mark.parametrize("part", ["3.14", "2.52", "3.44", "2.91"])
def test_the_means_that_the_lesson_prints(part: str) -> None:
    flags = np.array([row["is_management"] == "1" for row in rows()])
    values = [np.array(index(names(side))) for side in ("managing", "leading")]
    assert part in {f"{value[who].mean():.2f}" for value in values for who in (flags, ~flags)}
