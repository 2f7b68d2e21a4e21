"""A kernel that is killed in the middle of saving, and two that save at once, lose no answer that was given before."""

import contextlib
import random
import subprocess
import sys
import time

import pytest

from lessons.learner.diary import Diary

SAVING = """
import sys
from pathlib import Path
from lessons.learner.diary import Diary
diary, first, last = Diary(Path(sys.argv[1])), int(sys.argv[2]), int(sys.argv[3])
sys.stdin.readline()
for number in range(first, last):
    assert diary.write("answered", "focus", question=str(number), answer="word " * (number % 90)) is None
    print(number, flush=True)
"""


def saving(folder, first, last):
    """A child process that saves answers first … last - 1, beginning when it gets a line, and reports each."""
    command = [sys.executable, "-c", SAVING, str(folder), str(first), str(last)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def begin(child):
    child.stdin.write("\n")
    child.stdin.flush()


def kill_while_saving(folder, saves, seed):
    """Kill children at seeded moments until all answers are given; every answer reported must be there each time."""
    moments, first, kills = random.Random(seed), 0, 0
    while first < saves:
        with contextlib.closing(Killed(folder, first, saves)) as child:
            stop = child.run(after=moments.randrange(1, 12), wait=moments.uniform(0, 0.004))
        kills += child.killed
        found = Diary(folder).state.lesson("focus").answers
        missing = [number for number in range(stop) if str(number) not in found]
        assert not missing, f"seed {seed}, after {kills} kills"
        first = stop
    return kills


class Killed:
    """A saving child that is killed a little after it has reported so many saves, so mostly in the middle of one."""

    def __init__(self, folder, first, last):
        self.first, self.killed = first, False
        self.child = saving(folder, first, last)

    def run(self, after, wait):
        """Returns the number of the first answer that was not reported as saved."""
        begin(self.child)
        reported = [self.child.stdout.readline() for _ in range(after)]
        end = time.perf_counter() + wait
        while time.perf_counter() < end:  # busy: a kill must be able to come at any microsecond
            pass
        self.killed = self.child.poll() is None
        self.child.kill()
        reported += self.child.stdout.readlines()
        whole = [int(line) for line in reported if line.endswith("\n")]
        return whole[-1] + 1 if whole else self.first

    def close(self):
        self.child.stdin.close()
        self.child.stdout.close()
        self.child.wait()


def test_a_killed_kernel_loses_no_earlier_answer(tmp_path):
    assert kill_while_saving(tmp_path / "code", saves=200, seed=1) >= 15


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(5))
def test_a_thousand_saves_under_fire(tmp_path, seed):
    assert kill_while_saving(tmp_path / "code", saves=200, seed=seed) >= 15


def test_a_line_cut_at_any_byte_loses_only_itself(tmp_path):
    folder = tmp_path / "code"
    diary = Diary(folder)
    diary.write("answered", "focus", question="1", answer="A")
    diary.write("answered", "focus", question="2", answer="B")
    path = next(folder.iterdir())
    content = path.read_bytes()
    second = content.index(b"\n") + 1
    for cut in range(len(content)):
        path.write_bytes(content[:cut])
        found = Diary(folder).state.lesson("focus").answers
        assert ("1" in found) == (cut >= second - 1)
        assert ("2" in found) == (cut >= len(content) - 1)


def test_two_windows_saving_at_once_lose_nothing(tmp_path):
    folder = tmp_path / "code"
    watching = Diary(folder)
    children = [saving(folder, 0, 100), saving(folder, 100, 200)]
    for child in children:
        begin(child)
    counts = []
    while any(child.poll() is None for child in children):
        counts.append(len(watching.state.lesson("focus").answers))
    for child in children:
        child.communicate()
        assert child.returncode == 0
    assert sorted(int(number) for number in watching.state.lesson("focus").answers) == list(range(200))
    assert Diary(folder).state == watching.state
    assert counts == sorted(counts), "an answer that was seen never goes away"
    assert len(list(folder.iterdir())) == 2
