"""The benchmark reports what it measured: ratios round by round, and a miss as a miss."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from benchmarks import slider


def way(name: str, *rounds: list[float]) -> slider.Way:
    page: Any = None
    presses = [[slider.Press(total, 1, total - 3, 1, 1) for total in totals] for totals in rounds]
    return slider.Way(name, page, Path(name), presses)


def ways(ours: float) -> dict[str, slider.Way]:
    slow = way("interact", [200, 210, 220], [400, 420, 440])
    return {
        "interact": slow,
        "plotly": way("plotly", [50, 60, 70], [100, 120, 140]),
        "ours": way("ours", [ours] * 3, [2 * ours] * 3),
        "lesson": way("lesson", [90, 90, 90], [180, 180, 180]),
        "flagship": way("flagship", [120, 120, 120], [240, 240, 240]),
    }


def test_a_round_is_compared_with_the_same_round() -> None:
    found = ways(63)
    assert slider.ratios(found["ours"], found["interact"]) == [pytest.approx(0.3), pytest.approx(0.3)]


@pytest.mark.parametrize(("ours", "said"), [(63, ["Met: 0.30", "Met: 1.05"]), (105, ["Missed: 0.50", "Missed: 1.75"])])
def test_a_goal_is_met_or_missed(ours: float, said: list[str]) -> None:
    for line, words in zip(slider.goals(ways(ours)), said, strict=True):
        assert words in line


def test_the_table_has_a_row_for_each_way_and_a_cell_for_each_column() -> None:
    head, line, *rows = slider.table(ways(63))
    assert len(rows) == 5
    assert {row.count("|") for row in (head, line, *rows)} == {11}
    assert "| **94** | 63–126 |" in rows[2]
