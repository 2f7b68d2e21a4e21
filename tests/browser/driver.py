"""Drive JupyterLab in a real browser: open a notebook, wait for what it does, look at it and judge it.

Nothing here waits for a fixed time: each wait is for a condition, with a limit. The conditions look into the frontend
object that ``--LabApp.expose_app_in_browser=True`` publishes as ``window.jupyterapp``.
"""

from __future__ import annotations

import re
import secrets
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Locator, Page, Playwright

from tests.browser.server import JupyterServer

CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--force-color-profile=srgb",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # a lesson must not need the network
)
# what JupyterLab 4.6 itself logs; keep this short
BENIGN = (
    re.compile(r"404 .*(workspaces|metadata|favicon)", re.I),
    re.compile(r"404 .*api/(kernels|sessions)/[0-9a-f-]{36}", re.I),  # of the page before, whose kernel was ended
    re.compile(r"ResizeObserver loop"),  # the browser put a redraw off by one frame
)

OPENED = """path => {
  const panel = window.jupyterapp?.shell?.currentWidget;
  return panel?.context?.path === path && panel.context.isReady && panel.sessionContext.isReady; }"""
IDLE = """() => {
  const panel = window.jupyterapp.shell.currentWidget, kernel = panel.sessionContext.session?.kernel;
  return kernel?.status === 'idle' &&
    panel.content.widgets.every(cell => cell.model.type !== 'code' || cell.model.executionState !== 'running'); }"""
EXECUTED = """() => {
  const panel = window.jupyterapp.shell.currentWidget, kernel = panel.sessionContext.session?.kernel;
  if (kernel?.status !== 'idle') return false;
  const cells = panel.content.widgets.filter(cell =>
    cell.model.type === 'code' && cell.model.sharedModel.source.trim());
  return cells.some(cell => cell.model.outputs.toJSON().some(output => output.output_type === 'error')) ||
    cells.every(cell => cell.model.executionCount && cell.model.executionState !== 'running'); }"""
# pairs each widget message with the kernel's own "idle" for it, so it holds with and without threads for comms
SETTLED = """async limit => {
  const kernel = window.jupyterapp.shell.currentWidget.sessionContext.session.kernel;
  if (!kernel.thPending) {
    const pending = kernel.thPending = new Set();
    kernel.anyMessage.connect((_, {msg, direction}) => {
      if (direction === 'send') {
        if (msg.channel === 'shell' && msg.header.msg_type.startsWith('comm_')) pending.add(msg.header.msg_id);
      } else if (msg.header.msg_type === 'status' && msg.content.execution_state === 'idle')
        pending.delete(msg.parent_header?.msg_id);
    });
    kernel.statusChanged.connect((_, status) => ['idle', 'busy'].includes(status) || pending.clear()); // a new process
    await kernel.requestExecute({code: '', silent: true, store_history: false}).done;
  }
  const end = performance.now() + limit;
  for (let quiet = 0; quiet < 4;) {
    await new Promise(drawn => requestAnimationFrame(drawn));
    quiet = kernel.thPending.size === 0 && kernel.status === 'idle' ? quiet + 1 : 0;
    if (performance.now() > end) throw new Error(`${kernel.thPending.size} widget messages have had no answer`);
  } }"""
ERRORS = """() => window.jupyterapp.shell.currentWidget.content.widgets.flatMap((cell, index) =>
  cell.model.type !== 'code' ? [] : cell.model.outputs.toJSON()
    .filter(output => output.output_type === 'error' || (output.output_type === 'stream' && output.name === 'stderr'))
    .map(output => `cell ${index}: ${output.ename || 'stderr'}: ${output.evalue || output.text}`))"""
CELLS = """() => window.jupyterapp.shell.currentWidget.content.widgets.map(cell =>
  ({type: cell.model.type, source: cell.model.sharedModel.source, count: cell.model.executionCount ?? null}))"""


def chromium() -> str | None:
    """The system's Chromium or Chrome, or None (Playwright may have one of its own)."""
    return next((found for name in CHROMIUM if (found := shutil.which(name))), None)


def launch(playwright: Playwright) -> Browser:
    """A headless Chromium that reaches nothing but this computer."""
    return playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))


@dataclass(frozen=True)
class Logged:
    """A line of the browser's console, or a request that failed."""

    kind: str
    text: str


class LabBrowser:
    """One browser page on a JupyterServer."""

    def __init__(self, server: JupyterServer, browser: Browser, viewport: tuple[int, int] = (1280, 720)) -> None:
        self.server = server
        self.logged: list[Logged] = []
        self.dialogs: list[str] = []
        width, height = viewport
        self._context = browser.new_context(viewport={"width": width, "height": height}, locale="en-GB")
        self.page: Page = self._context.new_page()
        self.page.set_default_timeout(30_000)
        self._listen()

    def close(self) -> None:
        """End this page."""
        self._context.close()

    def _listen(self) -> None:
        def log(kind: str, text: str) -> None:
            self.logged.append(Logged(kind, text))

        self.page.on("console", lambda line: log(line.type, f"{line.text} {line.location.get('url', '')}"))
        self.page.on("pageerror", lambda error: log("error", str(error)))
        self.page.on("requestfailed", lambda request: log("failed", f"{request.url} {request.failure}"))
        self.page.on("dialog", lambda dialog: (self.dialogs.append(dialog.type), dialog.accept()))

    # ---- opening and waiting
    def open(self, path: str, *, mode: str = "doc") -> None:
        """Open a notebook ("doc": alone, as learners do; "lab": in the whole of JupyterLab) and wait for its kernel."""
        place = f"/{mode}/workspaces/{secrets.token_hex(4)}/tree/{path}"  # a workspace that remembers no other tab
        self.page.goto(f"{self.server.url}{place}?token={self.server.token}", wait_until="domcontentloaded")
        self.page.wait_for_function(OPENED, arg=path)
        self.page.wait_for_function(IDLE)
        self.settle()

    def open_lesson(self, path: str) -> None:
        """Open a lesson and wait until it has run by itself."""
        self.open(path)
        self.wait_ran()

    def wait_ran(self) -> None:
        """The extension has run the lesson and nothing is under way."""
        self.page.wait_for_selector(".th-lab[data-th-state=ran], .th-lab[data-th-state=failed]")
        self.wait_executed()
        self.settle()

    def wait_executed(self) -> None:
        """Every code cell has run, or one of them has failed."""
        self.page.wait_for_function(EXECUTED)

    def settle(self, limit_ms: int = 30_000) -> None:
        """Every widget message sent so far has been handled by the kernel and drawn."""
        self.page.evaluate(SETTLED, limit_ms)

    def restart_kernel(self) -> None:
        """Restart as the menu does, without its dialog."""
        self.page.evaluate(
            "() => window.jupyterapp.shell.currentWidget.sessionContext.restartKernel().then(() => undefined)"
        )

    # ---- acting
    def press(self, *keys: str) -> None:
        """Press keys one after the other, wherever the focus is."""
        for key in keys:
            self.page.keyboard.press(key)

    def theme(self, name: str) -> None:
        """Switch JupyterLab's theme: "light" or "dark"."""
        full = {"light": "JupyterLab Light", "dark": "JupyterLab Dark"}[name]
        self.page.evaluate("name => window.jupyterapp.commands.execute('apputils:change-theme', {theme: name})", full)
        self.page.wait_for_selector(f"body[data-jp-theme-light={str(name == 'light').lower()}]", state="attached")
        self.page.wait_for_selector("#jupyterlab-splash", state="detached")

    def width(self, pixels: int, height: int = 720) -> None:
        """Resize the window."""
        self.page.set_viewport_size({"width": pixels, "height": height})

    # ---- looking
    @property
    def outputs(self) -> Locator:
        """Everything that cells have put on the page."""
        return self.page.locator(".jp-Notebook .jp-OutputArea-output")

    def cells(self) -> list[dict[str, Any]]:
        """Type, source and execution count of every cell."""
        found: list[dict[str, Any]] = self.page.evaluate(CELLS)
        return found

    def focused(self) -> dict[str, str]:
        """Tag, text and classes of the element that has the focus."""
        found: dict[str, str] = self.page.evaluate(
            "() => ({tag: document.activeElement.tagName, text: document.activeElement.textContent.trim(),"
            " classes: document.activeElement.className})"
        )
        return found

    def spoken(self) -> str:
        """What the page's live region holds."""
        return self.page.locator(".th-live").inner_text()

    def sideways(self) -> int:
        """By how many pixels the page scrolls sideways."""
        found: int = self.page.evaluate(
            "() => { const outer = document.querySelector('.jp-WindowedPanel-outer');"
            " return Math.max(outer.scrollWidth - outer.clientWidth,"
            " document.documentElement.scrollWidth - document.documentElement.clientWidth); }"
        )
        return found

    # ---- judging
    def cell_errors(self) -> list[str]:
        """Errors that cells have printed."""
        found: list[str] = self.page.evaluate(ERRORS)
        return found

    def console_errors(self, allowed: Sequence[re.Pattern[str]] = BENIGN) -> list[str]:
        """Errors on the browser's console, and requests that failed."""
        bad = [line.text for line in self.logged if line.kind in {"error", "failed"}]
        return [text for text in bad if not any(pattern.search(text) for pattern in allowed)]

    def axe(self, *selectors: str) -> list[str]:
        """Accessibility violations in the page's own parts: rule, impact and the first element of each."""
        if not self.page.evaluate("() => Boolean(window.axe)"):
            self.page.evaluate(files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8"))
        inside = selectors or (".jp-OutputArea-output", ".jp-RenderedMarkdown", ".th-bar")
        context = {"include": [[selector] for selector in inside if self.page.locator(selector).count()]}
        found = self.page.evaluate("async context => (await axe.run(context)).violations", context)
        return [f"{rule['id']} ({rule['impact']}): {rule['nodes'][0]['html'][:200]}" for rule in found]

    def screenshot(self, path: Path) -> Path:
        """A picture of the window."""
        self.page.screenshot(path=path)
        return path
