"""How long a sheet takes to print: ``python benchmarks/sheets.py [--lesson focus] [--times 5]``.

Prints milliseconds for each kind of document (the median of warm runs, the first run, kilobytes), beside what other
tools took for a handout of two pages on a machine like the one that ARCHITECTURE.md's numbers come from.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable

from lessons.course import library
from lessons.publish.shelf import Document, documents

MEASURED_BEFORE = (
    ("typst, a handout of two pages", "15 quiet, 20–60 loaded"),
    ("WeasyPrint, the same handout", "230 quiet, 460–940 loaded"),
    ("pandoc to DOCX, the same handout", "184–640"),
    ("python-docx, the same handout", "54–77"),
)
"""From the comparison of tools that came before this code: typst 0.15, WeasyPrint 70, pandoc 3.9, python-docx 1.2."""


def timed(make: Callable[[], bytes]) -> tuple[float, int]:
    """Milliseconds and bytes of one run."""
    start = time.perf_counter()
    made = make()
    return (time.perf_counter() - start) * 1000, len(made)


def row(document: Document, times: int) -> str:
    """One line of the table."""
    first, size = timed(document.make)
    warm = statistics.median(timed(document.make)[0] for _ in range(times))
    return f"{document.file:<44} {warm:>8.0f} {first:>8.0f} {size / 1000:>8.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(description="Milliseconds a printed document.")
    parser.add_argument("--lesson", default="focus")
    parser.add_argument("--times", type=int, default=5)
    asked = parser.parse_args()
    print(f"{'document':<44} {'warm ms':>8} {'first ms':>8} {'kB':>8}")
    for document in documents([asked.lesson, library.START]):
        print(row(document, asked.times), flush=True)
    print("\nmeasured before, ms")
    for name, took in MEASURED_BEFORE:
        print(f"{name:<44} {took}")


if __name__ == "__main__":
    main()
