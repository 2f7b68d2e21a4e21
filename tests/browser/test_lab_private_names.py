"""The private names of JupyterLab and ipywidgets that the extension and its styles rely on, all in one place.

A new release that changes one of them fails here first, and says which.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.driver import LabBrowser
from tests.browser.sample import write_lesson
from tests.browser.server import JupyterServer

pytestmark = pytest.mark.browser

CLASSES = (  # JupyterLab's
    ".jp-NotebookPanel > .jp-Notebook",
    ".jp-Notebook > .jp-WindowedPanel-outer .jp-WindowedPanel-viewport > .jp-Cell",
    ".jp-MarkdownCell .jp-RenderedMarkdown.jp-MarkdownOutput h1",
    ".jp-CodeCell > .jp-Cell-inputWrapper .jp-InputArea-editor",
    ".jp-CodeCell > .jp-Cell-outputWrapper .jp-OutputArea > .jp-OutputArea-child > .jp-OutputArea-output",
    ".jp-InputArea .jp-InputPrompt",
    ".jp-OutputArea .jp-OutputPrompt",
    ".jp-Cell .jp-Collapser",
    ".jp-RenderedMarkdown .jp-InternalAnchorLink",
    ".jp-NotebookPanel-toolbar",
    "body[data-jp-theme-light]",
    # ipywidgets'
    ".widget-radio .widget-radio-box input[type=radio]",
    ".jupyter-widgets.widget-slider .noUi-target .noUi-handle[role=slider][aria-valuenow]",
    ".jupyter-widgets.widget-slider > .widget-label",
    ".widget-slider .widget-readout[contenteditable]",
    ".widget-slider .noUi-target[disabled]",
    ".widget-toggle-buttons .widget-toggle-button.mod-active",
    ".widget-toggle-buttons > .widget-label",
    ".jupyter-widgets.widget-dropdown select",
    ".jupyter-widgets.widget-textarea textarea",
    ".jupyter-widgets.widget-text input[type=number]",
    ".jupyter-widgets.widget-checkbox .widget-label-basic input[type=checkbox]",
    ".jupyter-widgets.widget-button",
)
MEMBERS = (  # of the notebook panel, and of its kernel connection
    "panel.contentHeader.addWidget",
    "panel.toolbar.setHidden",
    "panel.context.saveState.connect",
    "panel.context.model.stateChanged.connect",
    "panel.content.notebookConfig.windowingMode",
    "panel.content.widgets[0].model.sharedModel.source",
    "panel.content.activeCellIndex",
    "panel.model.getMetadata",
    "panel.sessionContext.restartKernel",
    "panel.sessionContext.statusChanged.connect",
    "panel.sessionContext.kernelChanged.connect",
    "panel.sessionContext.kernelDisplayStatus",
    "panel.sessionContext.session.kernel.createComm",
    "panel.sessionContext.session.kernel.hasComm",
    "panel.sessionContext.session.kernel.supportsSubshells",
    "app.serviceManager.contents.localPath",
    "app.docRegistry.addWidgetExtension",
    "app.version",
    "document.body.showPopover",
)


@pytest.fixture(scope="module")
def lesson(browser: Browser, server: JupyterServer) -> Iterator[LabBrowser]:
    page = LabBrowser(server, browser)
    page.open_lesson(str(write_lesson(server.notebooks / "private").relative_to(server.root)))
    yield page
    page.close()


@pytest.mark.parametrize("selector", CLASSES)
def test_class_names(lesson: LabBrowser, selector: str) -> None:
    assert lesson.page.locator(selector).count() > 0


@pytest.mark.parametrize("member", MEMBERS)
def test_members(lesson: LabBrowser, member: str) -> None:
    kind = lesson.page.evaluate(
        f"() => {{ const app = window.jupyterapp, panel = app.shell.currentWidget; return typeof ({member}); }}"
    )
    assert kind != "undefined"


def test_the_release_is_one_that_was_tested(lesson: LabBrowser) -> None:
    expect(lesson.page.locator(".th-bar-note")).to_have_text("")
    assert lesson.page.evaluate("() => window.jupyterapp.version").startswith("4.6.")


def test_shortcuts_are_heard_after_the_page_has_had_its_turn(lesson: LabBrowser) -> None:
    """JupyterLab must listen on the document in the bubbling phase, or keys could not be kept from it."""
    assert lesson.page.evaluate("() => window.jupyterapp._bubblingKeydown") is True
