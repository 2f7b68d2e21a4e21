"""What holds for every notebook of the course, whatever its steps: it opens, fits, and stays as it was."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from playwright.sync_api import expect

from lessons.activities.next import NOTEBOOKS
from tests.browser.driver import LabBrowser
from tests.browser.server import JupyterServer

WIDTHS = (1280, 900, 640, 420)
OVERFLOW = """() => { const outer = document.querySelector('.jp-WindowedPanel-outer');
  return outer.scrollHeight - outer.clientHeight; }"""
CODE = ".jp-CodeCell .jp-InputArea-editor, .jp-InputPrompt, .jp-OutputPrompt, .jp-InputPlaceholder, .th-hint"


def copy_notebook(server: JupyterServer, name: str) -> str:
    """Put a notebook of the course where the server finds it; its path there."""
    shutil.copyfile(NOTEBOOKS / name, server.notebooks / name)
    return f"notebooks/{name}"


def opens_as_a_page(lab: LabBrowser, title: str) -> None:
    """Nothing has failed, no code is seen, and the focus is on the title."""
    assert lab.cell_errors() == []
    assert lab.focused()["text"].startswith(title)
    assert lab.page.locator(CODE).locator("visible=true").count() == 0


def passes_axe(lab: LabBrowser) -> None:
    """No rule of axe is broken, in either theme."""
    for theme in ("light", "dark", "light"):
        lab.theme(theme)
        lab.settle()
        assert lab.axe() == [], theme


def never_scrolls_sideways(lab: LabBrowser) -> None:
    """The page fits every width; it is left at the widest."""
    for width in WIDTHS:
        lab.width(width)
        lab.settle()
        assert lab.sideways() <= 0, width
    lab.width(WIDTHS[0])
    lab.settle()


def fits_class_view(lab: LabBrowser) -> int:
    """No screen of class view scrolls at 1280 by 720; how many there are."""
    lab.page.evaluate("() => { document.querySelector('.jp-WindowedPanel-outer').scrollTop = 0; }")
    lab.page.get_by_role("button", name="Class view").click()  # it begins where one is
    place = lab.page.locator(".th-bar-place")
    count = int(place.inner_text().split()[-1])
    for number in range(1, count + 1):
        expect(place).to_have_text(f"{number} of {count}")
        lab.settle()
        assert lab.page.evaluate(OVERFLOW) <= 0, (number, lab.focused()["text"])
        assert lab.sideways() <= 0, number
        lab.press("PageDown")
    lab.press("Escape")
    expect(place).not_to_be_visible()
    return count


def is_as_it_was(lab: LabBrowser, server: JupyterServer, name: str) -> None:
    """The notebook's file has not changed, and nothing has failed or asked."""
    assert (server.notebooks / name).read_bytes() == (NOTEBOOKS / name).read_bytes()
    assert lab.cell_errors() == []
    errors = lab.console_errors()
    assert errors == [], errors
    assert lab.dialogs == []


def end_kernels(server: JupyterServer) -> None:
    """As after a night: no kernel runs."""
    for session in server.api("GET", "/api/sessions"):
        server.api("DELETE", f"/api/sessions/{session['id']}")


def record_files(server: JupyterServer) -> list[Path]:
    """The files of all records."""
    return sorted(server.learner.rglob("*.jsonl"))


def record_events(server: JupyterServer) -> list[dict[str, Any]]:
    """The events of all records, in the order in which they were written."""
    events = [json.loads(line) for line in record_text(server).splitlines()]
    return sorted(events, key=lambda event: event["at"])


def record_text(server: JupyterServer) -> str:
    """All that was written down."""
    return "".join(path.read_text(encoding="utf-8") for path in record_files(server))
