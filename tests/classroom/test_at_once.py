"""Two hundred learners hand in at once, from twenty programs, while the debrief reads again and again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from lessons.classroom.table import read_folder
from lessons.record.handin import seal

pytestmark = pytest.mark.slow

PROGRAMS, EACH = 20, 10
# One classroom of ten: each has a diary of their own and hands in twice, the second time with one answer more.
PROGRAM = """
import sys
from pathlib import Path
from lessons.activities.desk import Desk
from lessons.activities.handing_in import HandingIn
from lessons.classroom.place import ClassPlace
from lessons.course import library
from lessons.learner.diary import Diary
from lessons.page.page import Page

records, folder, number = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
lesson, place = library.lesson("focus"), ClassPlace(folder)
print("ready", flush=True)
sys.stdin.readline()
for learner in range(10 * number, 10 * number + 10):
    desk = Desk(lesson, Page(), Diary(records / f"learner-{learner}"))
    desk.keep("predicted", value=learner, sure="guess")
    rules = HandingIn(desk, place)
    assert rules.hand_in().said == "handed_in"
    desk.keep("chose", decision=1, option="ABC"[learner % 3])
    rules.begin()
    done = rules.hand_in()
    assert done.said == "handed_in", done
"""


def begin(tmp_path: Path, number: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", PROGRAM, str(tmp_path / "records"), str(tmp_path / "class"), str(number)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_two_hundred_at_once_are_all_read_and_none_half(tmp_path: Path) -> None:
    folder = tmp_path / "class"
    folder.mkdir()
    programs = [begin(tmp_path, number) for number in range(PROGRAMS)]
    for program in programs:
        assert program.stdout is not None and program.stdout.readline() == "ready\n"
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("go\n")
        program.stdin.flush()
    seen: set[str] = set()
    readings = 0
    while any(program.poll() is None for program in programs):
        found = read_folder(folder)
        assert found.left_out == ()
        now = {made.pseudonym for made in found.hand_ins}
        assert now >= seen, "a learner who was there is not there any more"
        seen, readings = now, readings + 1
    assert [program.returncode for program in programs] == [0] * PROGRAMS
    assert readings > 3
    found = read_folder(folder)
    assert found.left_out == ()
    assert sorted(made.prediction.value for made in found.hand_ins if made.prediction) == list(range(PROGRAMS * EACH))
    assert {made.choices["1"] for made in found.hand_ins} == {"A", "B", "C"}
    assert all(len(made.opens) == 1 and seal(made.opens[0]) != made.seal for made in found.hand_ins)
    assert len(list(folder.iterdir())) == PROGRAMS * EACH
    print(f"{readings} readings while {PROGRAMS * EACH} handed in twice")
