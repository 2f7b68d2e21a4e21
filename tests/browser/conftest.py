"""One JupyterLab and one Chromium for all browser tests of a session."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Error, sync_playwright

from tests.browser.driver import LabBrowser, launch
from tests.browser.server import JupyterServer


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium; without one, a skip that says how to get it."""
    with sync_playwright() as playwright:
        try:
            chromium = launch(playwright)
        except Error as error:
            pytest.skip(
                f"No Chromium: install one, or run python -m playwright install chromium ({error.message[:80]})"
            )
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[JupyterServer]:
    """JupyterLab with the learner's settings, in a folder of its own."""
    with JupyterServer(tmp_path_factory.mktemp("jupyter")) as running:
        yield running


@pytest.fixture
def lab(browser: Browser, server: JupyterServer) -> Iterator[LabBrowser]:
    """A fresh browser page of 1280 by 720."""
    page = LabBrowser(server, browser)
    yield page
    page.close()
