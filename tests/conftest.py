"""What holds for every test: with TWO_HATS_REQUIRE set, as in CI, a skip is a failure; browser tests share a worker."""

import os
from collections.abc import Generator

import pytest
from hypothesis import settings

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


@pytest.hookimpl(tryfirst=True)  # before pytest-xdist reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the browser tests on one worker: two browsers at once would only slow each other down."""
    for item in items:
        if item.get_closest_marker("browser"):
            item.add_marker(pytest.mark.xdist_group("browser"))
