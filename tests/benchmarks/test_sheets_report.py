"""The benchmark of printing times what it says it times."""

from __future__ import annotations

import pytest

from benchmarks import sheets
from lessons.publish.shelf import Document


def test_a_row_holds_the_median_of_warm_runs_the_first_run_and_the_size(monkeypatch: pytest.MonkeyPatch) -> None:
    ticks = iter([0.0, 0.5, 1.0, 1.010, 2.0, 2.030, 3.0, 3.020])  # the first run, then three warm ones
    monkeypatch.setattr(sheets.time, "perf_counter", lambda: next(ticks))
    told = sheets.row(Document("a.pdf", lambda: bytes(71_000)), times=3).split()
    assert told == ["a.pdf", "20", "500", "71"]
