"""Opening a lesson: it runs by itself and looks like a page; nothing else runs, and nothing is saved."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.driver import LabBrowser
from tests.browser.sample import COURSE, LESSON, write_lesson, write_notebook
from tests.browser.server import JupyterServer

pytestmark = pytest.mark.browser


@pytest.fixture
def folder(server: JupyterServer, request: pytest.FixtureRequest) -> Path:
    """A folder of this test's own among the lessons."""
    return server.notebooks / request.node.name.split("[")[0]


def test_a_lesson_runs_by_itself_and_shows_no_code(server: JupyterServer, lab: LabBrowser, folder: Path) -> None:
    lesson = write_lesson(folder)
    lab.open_lesson(str(lesson.relative_to(server.root)))
    assert lab.cell_errors() == [] and lab.console_errors() == []
    assert (folder / "runs.txt").read_text() == "x"
    assert lab.focused() | {"classes": ""} == {"tag": "H1", "text": "Why do people follow?¶", "classes": ""}
    for trace in (
        ".jp-InputArea-editor",
        ".jp-InputPrompt",
        ".jp-OutputPrompt",
        ".jp-InputPlaceholder",
        ".jp-Collapser",
    ):
        assert lab.page.locator(f".jp-Notebook {trace}:visible").count() == 0, trace
    empty = lab.page.locator(".jp-CodeCell").first
    assert empty.locator(".jp-OutputArea-output").count() == 1  # the cell that opens the lesson shows its goals
    assert lab.axe() == []
    lab.theme("dark")
    assert lab.axe() == []


def test_the_code_comes_and_goes_by_its_button(server: JupyterServer, lab: LabBrowser, folder: Path) -> None:
    lesson = write_lesson(folder)
    lab.open_lesson(str(lesson.relative_to(server.root)))
    toggle = lab.page.get_by_role("button", name="Show the code")
    expect(toggle).to_have_attribute("aria-pressed", "false")
    toggle.focus()
    lab.press("Enter")
    expect(toggle).to_have_attribute("aria-pressed", "true")
    assert lab.page.locator(".jp-CodeCell .jp-InputArea-editor:visible").count() == 4
    assert lab.page.locator(".jp-NotebookPanel-toolbar:visible").count() == 1
    lab.press("Space")
    expect(toggle).to_have_attribute("aria-pressed", "false")
    assert lab.page.locator(".jp-InputArea-editor:visible, .jp-NotebookPanel-toolbar:visible").count() == 0


@pytest.mark.parametrize(
    "cells",
    [
        pytest.param(("# Title", "> import os", *LESSON[1:]), id="other code"),
        pytest.param(("# Title", "> # a remark\x0c!touch runs.txt", *LESSON[1:]), id="a command behind a remark"),
    ],
)
def test_other_code_waits_for_the_learner(
    server: JupyterServer, lab: LabBrowser, folder: Path, cells: tuple[str, ...]
) -> None:
    lesson = write_lesson(folder, cells=cells)
    (folder / "runs.txt").unlink(missing_ok=True)
    lab.open(str(lesson.relative_to(server.root)))
    lab.page.wait_for_selector(".th-lab[data-th-state=waiting]")
    assert all(cell["count"] is None for cell in lab.cells())
    assert not (folder / "runs.txt").exists()
    assert lab.page.locator(".jp-CodeCell .jp-InputArea-editor:visible").count() > 0  # what it would run can be read
    lab.page.get_by_role("button", name="Run this lesson").click()
    lab.wait_ran()
    assert (folder / "runs.txt").exists()


def test_a_course_notebook_in_another_folder_is_a_strangers(server: JupyterServer, lab: LabBrowser) -> None:
    lesson = write_lesson(server.elsewhere / "copied")
    lab.open(str(lesson.relative_to(server.root)))
    assert lab.page.locator(".th-lab, .th-bar").count() == 0
    assert all(cell["count"] is None for cell in lab.cells())


def test_a_restart_runs_the_lesson_anew(server: JupyterServer, lab: LabBrowser, folder: Path) -> None:
    lesson = write_lesson(folder)
    lab.open_lesson(str(lesson.relative_to(server.root)))
    lab.restart_kernel()
    lab.wait_ran()
    assert (folder / "runs.txt").read_text() == "xx"
    lab.page.get_by_role("button", name="Speak").click()
    expect(lab.page.locator(".th-count")).to_have_text("1")
    expect(lab.page.locator(".th-live")).to_have_text("Last words")  # the line to the kernel is open again


def test_a_killed_kernel_comes_back_with_the_lesson(server: JupyterServer, lab: LabBrowser, folder: Path) -> None:
    lesson = write_lesson(folder)
    lab.open_lesson(str(lesson.relative_to(server.root)))
    lab.page.get_by_role("button", name="Class view").click()
    os.kill(int((folder / "kernel.pid").read_text()), signal.SIGKILL)
    lab.page.wait_for_selector(".th-lab[data-th-state=running]")
    lab.page.locator(".jp-Dialog button.jp-mod-accept").click()  # JupyterLab says that the kernel has died
    lab.wait_ran()
    assert (folder / "runs.txt").read_text() == "xx"
    lab.page.get_by_role("button", name="Speak").click()
    expect(lab.page.locator(".th-count")).to_have_text("1")


def test_a_reload_runs_the_lesson_anew(server: JupyterServer, lab: LabBrowser, folder: Path) -> None:
    lesson = write_lesson(folder)
    lab.open_lesson(str(lesson.relative_to(server.root)))
    lab.page.reload()
    lab.wait_ran()
    assert (folder / "runs.txt").read_text() == "xx"
    lab.page.get_by_role("button", name="Speak").click()
    expect(lab.page.locator(".th-count")).to_have_text("1")
    assert lab.dialogs == []  # outputs alone are no unsaved changes


def test_outputs_are_never_saved(server: JupyterServer, lab: LabBrowser, folder: Path) -> None:
    lesson = write_lesson(folder)
    lab.open_lesson(str(lesson.relative_to(server.root)))
    lab.page.evaluate("() => window.jupyterapp.shell.currentWidget.context.save()")
    saved = json.loads(lesson.read_text(encoding="utf-8"))
    code = [cell for cell in saved["cells"] if cell["cell_type"] == "code"]
    assert len(code) == 4
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code)
    assert saved["metadata"]["two_hats"] == COURSE
    assert lab.page.get_by_role("button", name="Speak").is_visible()  # saving changes nothing on the page


def test_a_strangers_outputs_are_saved(server: JupyterServer, lab: LabBrowser) -> None:
    notebook = write_notebook(server.elsewhere / "own.ipynb", ("> 6 * 7",))
    lab.open(str(notebook.relative_to(server.root)))
    lab.page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-all-cells')")
    lab.wait_executed()
    lab.page.evaluate("() => window.jupyterapp.shell.currentWidget.context.save()")
    assert "42" in notebook.read_text(encoding="utf-8")


def test_an_unknown_release_is_named(server: JupyterServer, lab: LabBrowser, folder: Path) -> None:
    lesson = write_lesson(folder)
    lab.page.route(
        "**/version.js", lambda route: route.fulfill(body='export const KNOWN = "3.1";', content_type="text/javascript")
    )
    lab.open_lesson(str(lesson.relative_to(server.root)))
    expect(lab.page.locator(".th-bar-note")).to_contain_text("tested with JupyterLab 3.1")
    known = LabBrowser(server, lab.page.context.browser)
    known.open_lesson(str(lesson.relative_to(server.root)))
    expect(known.page.locator(".th-bar-note")).to_be_hidden()
    known.close()


def test_the_page_never_scrolls_sideways(server: JupyterServer, lab: LabBrowser, folder: Path) -> None:
    lesson = write_lesson(folder)
    lab.open_lesson(str(lesson.relative_to(server.root)))
    for width in (1280, 900, 640, 420):
        lab.width(width)
        lab.page.wait_for_function(BAR_FITS)  # however many lines the bar has
        assert lab.sideways() == 0


BAR_FITS = """() => {
  const box = part => document.querySelector(part).getBoundingClientRect();
  const bar = box('.th-bar'), page = box('.jp-WindowedPanel-outer');
  return bar.right <= innerWidth && Math.abs(bar.bottom - page.top) <= 1; }"""
