"""Lesson 13's explorer of jobs beside `interact` drawing the same chart: from a key to pixels, in the same run.

    pip install -e ".[bench]"
    python -m benchmarks.occupations [--rounds 8] [--presses 6]

Measured as `benchmarks.slider` measures. Each key press names another job, so that the explorer has to lay its key out
anew; `interact` draws one picture at the page's own pixels, the explorer one at twice these, its text and its table.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import statistics
from datetime import date

from benchmarks.slider import Way, measure, ratios, spread

WAYS = {"jobs_interact": "`interact`, new pyplot figure each time", "jobs_ours": "lesson 13's explorer"}
MOST = 1.0
"""The explorer must be no slower than that share of `interact`."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=8)
    parser.add_argument("--presses", type=int, default=6, help="key presses of each way in a round")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    print(report(measure(given.rounds, given.presses, random.Random(given.seed), tuple(WAYS))))


def report(ways: dict[str, Way]) -> str:
    """The measurements as Markdown: the machine, a row for each way, and the goal."""
    ours = ratios(ways["jobs_ours"], ways["jobs_interact"])
    rounds = ways["jobs_ours"].rounds
    facts = (
        f"Measured {date.today():%d %B %Y}: {platform.system()} {platform.machine()}, {os.cpu_count()} cores, load "
        f"{os.getloadavg()[0]:.1f} after; {len(rounds)} rounds of {len(rounds[0])} key presses each way; medians in ms."
    )
    rows = [
        f"| {WAYS[name]} | **{way.median('total'):.0f}** | {way.median('kernel'):.0f} |" for name, way in ways.items()
    ]
    said = "Met" if statistics.median(ours) <= MOST else "Missed"
    goal = f"Goal: no slower than `interact`. {said}: {spread(ours)} of it, round by round."
    return "\n".join([facts, "", "| way | key to pixels | kernel |", "|---|---|---|", *rows, "", goal])


if __name__ == "__main__":
    main()
