"""Keys in a lesson's widgets do what they do natively, and never change or run the notebook."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.driver import LabBrowser
from tests.browser.sample import write_lesson, write_notebook
from tests.browser.server import JupyterServer

pytestmark = pytest.mark.browser

LETTERS = ("d", "d", "x", "a", "b", "m", "y", "r", "c", "v", "z", "0", "0", "i", "i", "l", "o", "j", "k", "1", "2")
ARROWS = ("ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "Shift+ArrowDown", "Control+Shift+ArrowDown")
RUNS = ("Enter", "Escape", "Control+Enter", "Shift+Enter", "Alt+Enter")
SHORTCUTS = (
    *(*LETTERS, "Shift+z", "Shift+m", "Escape", *ARROWS, *RUNS),
    *("Control+Shift+Minus", "Control+a", "Control+z"),
)


@pytest.fixture(scope="module")
def lesson(browser: Browser, server: JupyterServer) -> Iterator[LabBrowser]:
    """One opened lesson for all tests here: none of them may change it."""
    page = LabBrowser(server, browser)
    page.open_lesson(str(write_lesson(server.notebooks / "keys").relative_to(server.root)))
    yield page
    page.close()


def controls(lesson: LabBrowser) -> dict[str, Locator]:
    named = lesson.page.locator(".jp-OutputArea")
    return {
        "radio": named.get_by_role("radio", name="Some"),
        "menu": named.get_by_role("combobox", name="Which one?"),
        "slider": named.get_by_role("slider", name="Height"),
        "number": named.get_by_role("spinbutton", name="How many?"),
        "text": named.get_by_role("textbox", name="Who?"),
        "area": named.get_by_role("textbox", name="Why?"),
        "toggle": named.get_by_role("button", name="left"),
        "checkbox": named.get_by_role("checkbox", name="Alpha"),
        "title": lesson.page.locator(".jp-RenderedMarkdown h1"),
    }


@pytest.mark.parametrize("kind", ["radio", "menu", "slider", "number", "text", "area", "toggle", "checkbox", "title"])
def test_no_key_changes_or_runs_the_notebook(lesson: LabBrowser, kind: str) -> None:
    before = lesson.cells()
    controls(lesson)[kind].focus()
    lesson.press(*SHORTCUTS)
    lesson.settle()
    assert lesson.cells() == before
    assert lesson.page.locator(".jp-InputArea-editor:visible, .jp-Dialog").count() == 0


def test_no_click_on_text_opens_it_for_editing(lesson: LabBrowser) -> None:
    before = lesson.cells()
    text = lesson.page.locator(".jp-RenderedMarkdown p", has_text="Pick one")
    text.dblclick()
    lesson.press("d", "d", "Enter", "Shift+Enter")
    text.click(button="right")
    assert lesson.page.locator(".lm-Menu").count() == 0
    assert lesson.cells() == before
    assert lesson.page.locator(".jp-InputArea-editor:visible").count() == 0


def test_these_keys_do_harm_without_the_guard(lab: LabBrowser, server: JupyterServer) -> None:
    notebook = write_lesson(server.notebooks / "unguarded")
    no_guard = "export function guardKeys() {}"
    lab.page.route("**/keys.js", lambda route: route.fulfill(body=no_guard, content_type="text/javascript"))
    lab.open_lesson(str(notebook.relative_to(server.root)))
    before = lab.cells()
    controls(lab)["toggle"].focus()
    lab.press("d", "d")
    lab.page.wait_for_function(f"() => window.jupyterapp.shell.currentWidget.content.widgets.length < {len(before)}")


def test_what_keys_do_natively_stays(lesson: LabBrowser) -> None:
    part = controls(lesson)
    part["radio"].check()
    lesson.press("ArrowDown")
    expect(lesson.page.get_by_role("radio", name="Most")).to_be_checked()
    expect(lesson.page.get_by_role("radio", name="Most")).to_be_focused()
    part["menu"].select_option("one")
    part["menu"].focus()
    lesson.press("ArrowDown")
    expect(part["menu"]).to_have_value("two")
    at = float(part["slider"].get_attribute("aria-valuenow") or "nan")
    part["slider"].focus()
    lesson.press("ArrowRight")
    expect(part["slider"]).to_have_attribute("aria-valuenow", f"{at + 1:.1f}")
    part["area"].fill("")
    part["area"].focus()
    lesson.press("d", "d", "Enter", "x")
    expect(part["area"]).to_have_value("dd\nx")
    speak = lesson.page.get_by_role("button", name="Speak")
    count = int(lesson.page.locator(".th-count").inner_text())
    speak.focus()
    lesson.press("Enter")
    expect(lesson.page.locator(".th-count")).to_have_text(str(count + 1))
    lesson.settle()


def test_tab_goes_from_the_title_through_the_widgets(lesson: LabBrowser) -> None:
    lesson.page.locator(".jp-RenderedMarkdown h1").focus()
    lesson.press("Tab")
    expect(lesson.page.locator(".widget-radio-box input:focus")).to_have_count(1)
    lesson.press("Tab")
    expect(controls(lesson)["menu"]).to_be_focused()


def test_shortcuts_work_where_the_code_is_shown(lab: LabBrowser, server: JupyterServer) -> None:
    notebook = write_lesson(server.notebooks / "curious")
    lab.open_lesson(str(notebook.relative_to(server.root)))
    lab.page.get_by_role("button", name="Show the code").click()
    before = lab.cells()
    lab.page.locator(".jp-OutputArea").get_by_role("button", name="Speak").focus()
    lab.press("d", "d", "x", "Shift+Enter")
    lab.settle()
    assert lab.cells() == before  # widgets are safe even there
    lab.page.locator(".jp-RenderedMarkdown p", has_text="That was all.").click()
    lab.press("a")
    lab.page.wait_for_function(
        f"() => window.jupyterapp.shell.currentWidget.content.widgets.length === {len(before) + 1}"
    )


def test_a_strangers_notebook_is_as_ever(lab: LabBrowser, server: JupyterServer) -> None:
    notebook = write_notebook(server.elsewhere / "stranger.ipynb", ("# Mine", "> 1 + 1", "> 2 + 2"))
    lesson = write_lesson(server.notebooks / "neighbour")
    path = str(notebook.relative_to(server.root))
    lab.page.route("**/two-hats-lab/**", lambda route: route.abort())
    lab.open(path, mode="lab")
    plain = look(lab)
    lab.page.unroute("**/two-hats-lab/**")
    lab.open(str(lesson.relative_to(server.root)), mode="lab")
    lab.wait_ran()
    lab.page.evaluate("path => window.jupyterapp.commands.execute('docmanager:open', {path})", path)
    lab.page.wait_for_function("path => window.jupyterapp.shell.currentWidget?.context?.path === path", arg=path)
    lab.page.wait_for_selector(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Cell")
    lab.page.wait_for_function(
        "() => window.jupyterapp.shell.currentWidget.sessionContext.session?.kernel?.status === 'idle'"
    )
    assert look(lab) == plain
    lab.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell").last.locator(".jp-InputPrompt").click()
    lab.press("Shift+Enter")
    lab.page.wait_for_function(
        "() => window.jupyterapp.shell.currentWidget.content.widgets[2].model.executionCount === 1"
    )
    lab.page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell").first.locator(".jp-InputPrompt").click()
    lab.press("d", "d")
    lab.page.wait_for_function("() => window.jupyterapp.shell.currentWidget.content.widgets.length === 3")


LOOK = """() => {
  const panel = window.jupyterapp.shell.currentWidget.node;
  const parts = ['.jp-NotebookPanel-toolbar', '.jp-Notebook', '.jp-WindowedPanel-viewport', '.jp-MarkdownCell',
    '.jp-RenderedMarkdown', '.jp-RenderedMarkdown h1', '.jp-CodeCell', '.jp-InputPrompt', '.jp-InputArea-editor'];
  return parts.map(part => {
    const element = panel.querySelector(part), style = getComputedStyle(element);
    return [part, ...['display', 'margin', 'padding', 'border', 'outline', 'color', 'backgroundColor', 'fontSize',
      'fontWeight', 'lineHeight', 'maxWidth', 'visibility', 'overflow', 'contain'].map(name => style[name])];
  }); }"""


def look(lab: LabBrowser) -> list[list[str]]:
    """The computed style of a notebook's parts, and whether anything of ours is in its panel."""
    assert lab.page.evaluate(
        "() => { const {node} = window.jupyterapp.shell.currentWidget;"
        " return !node.matches('[class*=th-]') && !node.querySelector('[class*=th-]'); }"
    )
    found: list[list[str]] = lab.page.evaluate(LOOK)
    return found
