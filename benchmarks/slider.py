"""From a key on a slider to pixels on the screen: the course's live figure beside what a teacher would use instead.

    pip install -e ".[bench]"
    python -m benchmarks.slider [--rounds 8] [--presses 6]

Each way has a notebook of its own, open in a real JupyterLab in a real browser. In every round each way gets some key
presses, in an order drawn anew, so that whatever else the computer does falls on all of them. Prints Markdown.
"""

from __future__ import annotations

import argparse
import datetime
import json
import os
import platform
import random
import statistics
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

import nbformat
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.driver import launch
from tests.browser.server import JupyterServer

HERE = Path(__file__).resolve().parent
WAYS = {
    "interact": "`interact`, new pyplot figure each time",
    "plotly": "plotly `FigureWidget`",
    "ours": "ours, at twice the pixels",
    "lesson": "lesson 1's own chart, ours, at twice the pixels",
    "flagship": "lesson 11's own chart, ours, at twice the pixels",
}
GOALS = {"interact": ("at most 0.40", 0.40), "plotly": ("at most 1.50", 1.50)}
QUIET = 350  # ms without a change before a press counts as drawn


@dataclass
class Press:
    """One key press, in ms: until the callback began, the callback, until the page changed, until the frame stood."""

    total: float
    up: float
    kernel: float
    down: float
    paint: float


@dataclass
class Way:
    """One way of drawing: its page, the file its callback writes, and the presses of each round."""

    name: str
    page: Page
    log: Path
    rounds: list[list[Press]] = field(default_factory=list)

    @property
    def presses(self) -> list[Press]:
        return [press for each in self.rounds for press in each]

    def median(self, part: str) -> float:
        return statistics.median(getattr(press, part) for press in self.presses)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=8)
    parser.add_argument("--presses", type=int, default=6, help="key presses of each way in a round")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    load = os.getloadavg()[0]
    ways = measure(given.rounds, given.presses, random.Random(given.seed))
    print(report(ways, load))


def measure(rounds: int, presses: int, chance: random.Random, names: Sequence[str] = tuple(WAYS)) -> dict[str, Way]:
    """Open every way, warm it up, and press keys in rounds."""
    with opened_browser() as (browser, server):
        ways = {name: opened(browser, server, name) for name in names}
        for number in range(-1, rounds):  # the round before the first only warms up
            order = list(ways.values())
            chance.shuffle(order)
            for way in order:
                found = [press(way, n) for n in range(presses)]
                if number >= 0:
                    way.rounds.append(found)
        return ways


@contextmanager
def opened_browser() -> Iterator[tuple[Browser, JupyterServer]]:
    """A browser and a JupyterLab for it, both gone at the end."""
    with tempfile.TemporaryDirectory() as folder, JupyterServer(Path(folder)) as server, sync_playwright() as player:
        browser = launch(player)
        try:
            yield browser, server
        finally:
            browser.close()


def opened(browser: Browser, server: JupyterServer, name: str) -> Way:
    """The page of a way, its cell run and its chart drawn."""
    log = server.folder / f"{name}.jsonl"
    code = f"import sys; sys.path[:0] = [{str(HERE)!r}]\nimport ways\nways.{name}({str(log)!r})"
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code)])
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    nbformat.write(notebook, server.elsewhere / f"{name}.ipynb")
    page = browser.new_context(viewport={"width": 1300, "height": 900}).new_page()
    page.add_init_script((HERE / "probe.js").read_text(encoding="utf-8"))
    page.goto(f"{server.url}/lab/tree/elsewhere/{name}.ipynb?token={server.token}&reset")
    page.wait_for_function("window.jupyterapp?.shell?.currentWidget?.sessionContext?.isReady", timeout=60_000)
    page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
    page.wait_for_selector(".bench-slider .noUi-handle", timeout=60_000)
    page.wait_for_selector(".jp-OutputArea-output img, .jp-OutputArea-output .main-svg", timeout=60_000)
    page.locator(".jp-Cell-inputWrapper").first.evaluate("input => input.style.display = 'none'")
    return Way(name, page, log)


def press(way: Way, n: int) -> Press:
    """One key on the slider; the time to the last change of the chart before it is quiet again."""
    way.page.bring_to_front()
    way.page.locator(".bench-slider .noUi-handle").focus()
    way.page.evaluate("Object.assign(bench, {keys: [], frames: []})")
    before = len(calls(way.log))
    way.page.keyboard.press("ArrowRight" if n % 2 else "ArrowLeft")
    way.page.wait_for_function(
        f"bench.frames.length && performance.timeOrigin + performance.now() - bench.frames.at(-1).drawn > {QUIET}",
        timeout=20_000,
    )
    seen = way.page.evaluate("bench")
    made = calls(way.log)[before:]
    if len(made) != 1:
        raise RuntimeError(f"{way.name}: one key press called {len(made)} times, expected once")
    key, frame = seen["keys"][0], max(seen["frames"], key=lambda frame: float(frame["drawn"]))
    begin, end = made[0]["begin"], made[0]["end"]
    return Press(
        frame["drawn"] - key, begin - key, end - begin, frame["changed"] - end, frame["drawn"] - frame["changed"]
    )


def calls(log: Path) -> list[dict[str, float]]:
    """What the callback of a way has written so far."""
    return [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()] if log.exists() else []


def report(ways: dict[str, Way], load: float) -> str:
    """The measurements as Markdown: the date and the machine, a row for each way, and the goals."""
    return "\n".join([facts(ways, load), "", *table(ways), "", *goals(ways)])


def facts(ways: dict[str, Way], load: float) -> str:
    tools = ("jupyterlab", "ipykernel", "ipywidgets", "matplotlib", "plotly")
    rounds = ways["ours"].rounds
    return (
        f"Measured {datetime.date.today():%d %B %Y}: {platform.system()} {platform.machine()}, {os.cpu_count()} cores, "
        f"load {load:.1f} before and {os.getloadavg()[0]:.1f} after, Python {platform.python_version()}, "
        f"{', '.join(f'{tool} {version(tool)}' for tool in tools)}, headless Chromium without a graphics card. "
        f"{len(rounds)} interleaved rounds of {len(rounds[0])} key presses each way; times in ms, medians."
    )


def table(ways: dict[str, Way]) -> list[str]:
    head = "| way | key to pixels | middle half | p95 | of `interact` | of plotly | up | kernel | down | paint |"
    return [head, "|" + "---|" * 10, *(row(way, ways) for way in ways.values())]


def row(way: Way, ways: dict[str, Way]) -> str:
    totals = [press.total for press in way.presses]
    low, _, high = statistics.quantiles(totals, n=4)
    tail = statistics.quantiles(totals, n=20)[-1]
    cells = [WAYS[way.name], f"**{way.median('total'):.0f}**", f"{low:.0f}–{high:.0f}", f"{tail:.0f}"]
    cells += [spread(ratios(way, ways[other])) for other in GOALS]
    cells += [f"{way.median(part):.0f}" for part in ("up", "kernel", "down", "paint")]
    return f"| {' | '.join(cells)} |"


def ratios(way: Way, other: Way) -> list[float]:
    """The way's median over the other's, round by round: what slowed a round down slowed both."""
    pairs: Any = zip(way.rounds, other.rounds, strict=True)
    return [middle(mine) / middle(theirs) for mine, theirs in pairs]


def middle(presses: Sequence[Press]) -> float:
    return statistics.median(press.total for press in presses)


def spread(values: list[float]) -> str:
    """The median of the rounds, and their lowest and highest."""
    return f"{statistics.median(values):.2f} ({min(values):.2f}–{max(values):.2f})"


def goals(ways: dict[str, Way]) -> list[str]:
    """Each goal, and whether the two-line chart met it."""
    found = {other: statistics.median(ratios(ways["ours"], ways[other])) for other in GOALS}
    return [
        f"Goal: {words} of {WAYS[other]}. {'Met' if found[other] <= most else 'Missed'}: {found[other]:.2f}."
        for other, (words, most) in GOALS.items()
    ]


if __name__ == "__main__":
    main()
