"""The benchmark of looking back plays the same game as its rival, and reports what it timed."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import replay
from benchmarks.plain_game import plain_year
from lessons.course.two_hats.events import YEARS, Year, events
from lessons.course.two_hats.game import final
from lessons.course.two_hats.model import look_back


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(sorted(YEARS)), st.integers(0, 200), st.integers(3, 12))
def test_the_equations_told_twice_come_to_the_same_readings(kind: str, seed: int, months: int) -> None:
    year = Year(kind, seed, months)
    hours = np.random.default_rng(seed).dirichlet(np.ones(5), months) * 40
    assert plain_year(events(year), hours.tolist()) == pytest.approx(tuple(final(year, hours)))


def test_the_rival_plays_what_a_look_back_plays() -> None:
    year, hours = Year("mixed", 3), np.random.default_rng(3).dirichlet(np.ones(5), 10) * 40
    seen = look_back(year, hours)
    ends = [one[:, -1] for one in (seen.replay.own, seen.moved, seen.other_way, seen.replay.answering)]
    assert replay.plain_look_back(year, hours.tolist()) == [pytest.approx(tuple(end)) for end in ends]


def test_a_row_holds_medians_the_slowest_and_both_ratios(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(replay, "ROUNDS", 3)
    monkeypatch.setattr(replay, "CHARTS", 2)
    monkeypatch.setattr(replay, "rival", lambda: None)
    ticks = iter([2.0, 8.0, 20.0, 4.0, 8.0, 20.0, 6.0, 8.0])  # ours, plain, chart; ours, plain, chart; ours, plain

    def clock(act: Callable[[], object]) -> float:
        act()
        return next(ticks)

    row = replay.measure("A", Year("mixed", 0), clock)
    assert str(row) == "| A | 4.00 | 6.00 | 0.50 | 0.200 | met |"
    assert not replay.Row("A", 11.0, 12.0, 8.0, 20.0).met
