"""The benchmark of a class reads real folders, and says a miss as a miss."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from benchmarks import classroom
from benchmarks.classroom import Timed


def test_both_ways_read_the_same_class(tmp_path: Path) -> None:
    classroom.fill(tmp_path, 7, random.Random(1))
    assert classroom.ours(tmp_path) == classroom.rival(tmp_path) == 7
    assert 1_500 < min(path.stat().st_size for path in tmp_path.iterdir()) < 10_000


@pytest.mark.parametrize(
    ("thousand", "ten_thousand", "said"),
    [
        (0.5, 5.0, ("Met: 0.50 s", "Met: 1.00")),
        (1.1, 11.0, ("Missed: 1.10 s", "Met: 1.00")),
        (0.5, 9.0, ("Met: 0.50 s", "Missed: 1.80")),
    ],
)
def test_the_goals_are_a_second_and_to_be_linear(thousand: float, ten_thousand: float, said: tuple[str, str]) -> None:
    measured = {
        1_000: Timed((thousand, 9.0, thousand), (0.25, 4.5, 0.25), (thousand,) * 3),
        10_000: Timed((9.0,) * 3, (2.5,) * 3, (ten_thousand,) * 3),
    }
    shown = classroom.report(measured, 0.1)
    assert f"| 1,000 | **{thousand:.3f}** | {thousand:.2f} | 0.250 |" in shown
    for sentence in said:
        assert sentence in shown
