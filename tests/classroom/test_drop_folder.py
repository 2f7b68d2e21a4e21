"""A drop folder as docs/hub.md makes it: people may put their hand-ins there, and see nothing of anybody's."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from lessons.classroom.gathering import read_folder
from lessons.classroom.handin import write
from lessons.classroom.place import ClassPlace
from lessons.record.handin import HandIn, hand_in, new_secret
from lessons.record.state import LessonState, State
from lessons.record.trouble import Trouble

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes; a hub runs on Linux")

NOBODY = 65534
MODE = 0o1733


def made() -> HandIn:
    return hand_in(State({"focus": LessonState(choices={1: "A"})}), "focus", date(2026, 11, 24), new_secret())


@pytest.fixture
def drop(tmp_path: Path) -> Iterator[Path]:
    """The folder. Where the tests run as an administrator, it is theirs; else its owner may not read it either."""
    folder = tmp_path / "class"
    folder.mkdir()
    if os.geteuid() == 0:
        for outer in (folder, *folder.parents):
            if outer.stat().st_uid == 0 and outer != Path("/") and not outer.stat().st_mode & 0o001:
                outer.chmod(outer.stat().st_mode | 0o011)
        folder.chmod(MODE)
    else:
        folder.chmod(0o333)
    yield folder
    folder.chmod(0o700)


def as_somebody(act: Callable[[], bool]) -> bool:
    """Whether it comes true for an account that is not the folder's owner, nor the administrator's."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            code = 0 if act() else 1
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == 0


def refused(act: Callable[[], object]) -> bool:
    try:
        act()
    except PermissionError:
        return True
    return False


def test_anybody_can_hand_in_and_the_teacher_reads_it(drop: Path) -> None:
    one, two = made(), made()
    assert as_somebody(lambda: isinstance(write(one, drop), Path))
    assert as_somebody(lambda: isinstance(write(two, drop), Path))
    drop.chmod(0o700)
    found = read_folder(drop)
    assert {each.seal for each in found.hand_ins} == {one.seal, two.seal} and not found.left_out
    assert len(list(drop.iterdir())) == 2


def test_handing_in_the_same_twice_and_taking_it_back_work_without_seeing_the_folder(drop: Path) -> None:
    one, place = made(), ClassPlace(drop)
    assert as_somebody(lambda: place.write(one) is None and place.write(one) is None)
    assert as_somebody(lambda: place.has("focus", one.seal))
    assert as_somebody(lambda: place.remove("focus", [one.seal]) is None and not place.has("focus", one.seal))
    drop.chmod(0o700)
    assert list(drop.iterdir()) == []


def test_nobody_sees_what_lies_in_it(drop: Path) -> None:
    assert as_somebody(lambda: isinstance(write(made(), drop), Path))
    assert as_somebody(lambda: refused(lambda: list(drop.iterdir())))
    assert as_somebody(lambda: refused(lambda: os.open(drop, os.O_RDONLY)))


if hasattr(os, "geteuid") and os.geteuid() == 0:  # only an administrator can be two people in one test

    def test_nobody_takes_away_or_changes_what_another_has_handed_in(drop: Path) -> None:
        found = write(made(), drop)
        assert not isinstance(found, Trouble)
        assert as_somebody(lambda: refused(found.unlink))
        assert as_somebody(lambda: refused(lambda: found.open("a")))
        assert as_somebody(lambda: refused(lambda: found.rename(drop / "elsewhere.json")))
