"""Reading a class folder and making its table, beside what one would write without this course.

    python -m benchmarks.classroom [--rounds 5] [--learners 10 100 1000 10000]

The rival reads the same files with ``json.loads`` and flattens them with ``pandas.json_normalize``. It checks nothing:
a file that is no hand-in ends it, a code used twice counts twice, and nobody can hand in again. Times are
wall-clock, of warm files, the two ways one after the other in each round; whether the time grows as the class does is
told by CPU time, in which what else the machine does hardly counts.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path

import pandas as pd

from lessons.classroom.handin import content_of
from lessons.classroom.table import read_folder, table
from lessons.record.handin import HandIn, hand_in, new_secret
from lessons.record.state import Answer, LessonState, Prediction, State, Text

GOAL, AT = 1.0, 1_000
"""Seconds, for so many learners."""
LINEAR = 1.3
"""The most by which the time of one learner may grow when the class is ten times as large."""
WORDS = "I shall ask what it is for before I ask what it costs. " * 5


@dataclass(frozen=True)
class Timed:
    """Seconds of each round, of ours and of the rival; cpu: of ours, without what it had to wait."""

    ours: tuple[float, ...]
    rival: tuple[float, ...]
    cpu: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.ours)


def learner(chance: random.Random) -> HandIn:
    """A whole lesson: prediction, case, 5 cards of the lesson and 24 of a sort, six questions, ticked words."""
    roles, right = ("managing", "leading", "both", "neither"), (True, False)
    sorts = {"lesson": 5, "second": 24}
    done = LessonState(
        prediction=Prediction(float(chance.randint(7, 30)), chance.choice(("guess", "fairly", "nearly")), ""),
        choices={1: chance.choice("ABC"), 2: chance.choice("ABC")},
        placed={
            sort: {f"T{card:02}": chance.choice(roles) for card in range(1, cards + 1)} for sort, cards in sorts.items()
        },
        answers={
            str(number): Answer(chance.choice("ABCD"), "A", 2, "", chance.choice(right)) for number in range(1, 7)
        },
        texts={"reflection": Text(WORDS, "")},
    )
    return hand_in(State({"focus": done}), "focus", date(2026, 11, 24), new_secret(), texts=("reflection",))


def fill(folder: Path, learners: int, chance: random.Random) -> None:
    for number in range(learners):
        (folder / f"focus-{number:08}.json").write_bytes(content_of(learner(chance)))


def ours(folder: Path) -> int:
    """How many learners the table has."""
    return len(table(read_folder(folder).hand_ins))


def rival(folder: Path) -> int:
    found = [json.loads(path.read_bytes()) for path in sorted(folder.iterdir())]
    return len(pd.json_normalize(found))


def seconds(way: Callable[[Path], int], folder: Path, learners: int) -> tuple[float, float]:
    """Wall-clock and CPU seconds of one reading."""
    wall, cpu = time.perf_counter(), time.process_time()
    found = way(folder)
    took = time.perf_counter() - wall, time.process_time() - cpu
    assert found == learners, found
    return took


def measure(sizes: Sequence[int], rounds: int, chance: random.Random) -> dict[int, Timed]:
    """Both ways at each size, in turns: what slows a round down slows all of it."""
    with tempfile.TemporaryDirectory() as place:
        folders = {learners: Path(place) / str(learners) for learners in sizes}
        for learners, folder in folders.items():
            folder.mkdir()
            fill(folder, learners, chance)
            both(folder, learners)  # the files are warm now
        taken = [{learners: both(folder, learners) for learners, folder in folders.items()} for _ in range(rounds)]
    return {learners: Timed(*zip(*(one[learners] for one in taken), strict=True)) for learners in sizes}


def both(folder: Path, learners: int) -> tuple[float, float, float]:
    """Seconds of ours, of the rival, and CPU seconds of ours."""
    mine, cpu = seconds(ours, folder, learners)
    return mine, seconds(rival, folder, learners)[0], cpu


def report(measured: Mapping[int, Timed], load: float) -> str:
    """The measurements as Markdown: the machine, a row for each size, and the goals."""
    rounds = len(next(iter(measured.values())).ours)
    facts = (
        f"Measured {date.today():%d %B %Y}: {platform.system()} {platform.machine()}, {os.cpu_count()} cores, load "
        f"{load:.1f} before and {os.getloadavg()[0]:.1f} after, Python {platform.python_version()}, pydantic "
        f"{version('pydantic')}, pandas {version('pandas')}; {rounds} rounds each way, medians."
    )
    head = "| learners | reading and table, s | a learner, ms | plain `json` and pandas, s | of the plain way |"
    return "\n".join([facts, "", head, "|---|---|---|---|---|", *map(row, measured.items()), "", *goals(measured)])


def row(size: tuple[int, Timed]) -> str:
    learners, timed = size
    of_it = [mine / theirs for mine, theirs in zip(timed.ours, timed.rival, strict=True)]
    ratio = f"{statistics.median(of_it):.1f} ({min(of_it):.1f}–{max(of_it):.1f})"
    plain = statistics.median(timed.rival)
    return f"| {learners:,} | **{timed.median:.3f}** | {timed.median / learners * 1e3:.2f} | {plain:.3f} | {ratio} |"


def goals(measured: Mapping[int, Timed]) -> list[str]:
    """At most a second for a thousand, and a time that grows as the class does."""
    said = []
    if AT in measured:
        took = measured[AT].median
        met = "Met" if took <= GOAL else "Missed"
        said.append(f"Goal: at most {GOAL:.0f} s for {AT:,} learners. {met}: {took:.2f} s.")
        for learners, timed in measured.items():
            if learners > AT:
                grown = statistics.median(growth(timed, measured[AT])) / (learners / AT)
                met = "Met" if grown <= LINEAR else "Missed"
                what = f"{learners:,} learners take at most {LINEAR} times as much a learner as {AT:,}"
                said.append(f"Goal: linear, so {what}. {met}: {grown:.2f}.")
    return said


def growth(large: Timed, small: Timed) -> list[float]:
    """How many times the CPU time of the smaller class the larger one takes, round by round."""
    return [mine / theirs for mine, theirs in zip(large.cpu, small.cpu, strict=True)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--learners", type=int, nargs="+", default=[10, 100, 1_000, 10_000])
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    load = os.getloadavg()[0]
    print(report(measure(given.learners, given.rounds, random.Random(given.seed)), load))


if __name__ == "__main__":
    main()
