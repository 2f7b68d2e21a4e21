"""What holds for every test: with TWO_HATS_REQUIRE set, as in CI, a skip is a failure; browser tests share a worker."""

import os
from collections.abc import Generator
from typing import Any

import pytest
from hypothesis import settings

BROWSER_TESTS = "tests/browser/"

# A busy machine must not fail a test for being slow once.
settings.register_profile("two-hats", deadline=None)
settings.load_profile("two-hats")


def refuse(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Turn a skip into a failure that says why it would have been skipped. An expected failure is no skip."""
    if os.environ.get("TWO_HATS_REQUIRE") and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"TWO_HATS_REQUIRE is set, so nothing may be skipped. {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    refuse(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    refuse(report)
    return report


@pytest.hookimpl(optionalhook=True)  # without pytest-xdist there is nothing to share out
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """With `--dist loadfile`: a file is one worker's, and so is all of tests/browser.

    Two browsers at once would only slow each other down. No xdist_group: pytest 9.2 with pytest-xdist 3.8 ignores it
    (pytest-xdist issue 1386).
    """
    if config.getoption("dist") != "loadfile":
        return None
    from xdist.scheduler import LoadFileScheduling

    class BrowserTestsTogether(LoadFileScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return BROWSER_TESTS if nodeid.startswith(BROWSER_TESTS) else str(super()._split_scope(nodeid))

    return BrowserTestsTogether(config, log)
