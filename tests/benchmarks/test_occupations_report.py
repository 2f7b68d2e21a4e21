"""The benchmark of the jobs says a miss as a miss."""

from __future__ import annotations

import pytest

from benchmarks import occupations
from tests.benchmarks.test_slider_report import way


@pytest.mark.parametrize(("ours", "said"), [(100, "Met: 0.50"), (200, "Met: 1.00"), (220, "Missed: 1.10")])
def test_the_goal_is_to_be_no_slower_than_interact(ours: float, said: str) -> None:
    ways = {
        "jobs_interact": way("jobs_interact", [200] * 3, [400] * 3),
        "jobs_ours": way("jobs_ours", [ours] * 3, [2 * ours] * 3),
    }
    shown = occupations.report(ways)
    assert said in shown
    assert f"| **{1.5 * ours:.0f}** |" in shown
