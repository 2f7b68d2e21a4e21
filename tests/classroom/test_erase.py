"""Erasing a class: what it handed in and nothing else, and only after a yes."""

from __future__ import annotations

from pathlib import Path

import pytest

from lessons.classroom import erase as erasing
from lessons.classroom.erase import find, main
from lessons.classroom.handin import content_of, write
from lessons.classroom.table import read_folder
from tests.classroom.hostile import good, taken_back


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three hand-ins, one of them deeper down, a withdrawal, one of another edition, a piece, and other files."""
    for number in range(2):
        write(good(number), tmp_path)
    write(taken_back(), tmp_path)
    (tmp_path / "Kim_1").mkdir()
    write(good(2), tmp_path / "Kim_1")
    (tmp_path / "old.json").write_bytes(content_of(good(3)).replace(b'"version": 1', b'"version": 99'))
    (tmp_path / f".{'0f' * 8}.tmp").write_bytes(content_of(good(4))[:100])
    (tmp_path / "notes.txt").write_text("Bring the projector.")
    (tmp_path / ".profile").write_text("mine")
    return tmp_path


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_after_a_yes_only_what_is_not_ours_stays(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--class", str(folder)], ask=lambda question: " Yes ") == 0
    assert names(folder) == [".profile", "Kim_1", "notes.txt"]
    told = capsys.readouterr().out
    assert "6 files that a class handed in, from 4 people (days: 2026-11-24 – 2026-11-24). 1 other files stay." in told
    assert "6 files are deleted." in told


@pytest.mark.parametrize("answer", ["", "y", "no", "yes, please"])
def test_anything_but_a_yes_deletes_nothing(folder: Path, capsys: pytest.CaptureFixture[str], answer: str) -> None:
    before = names(folder)
    assert main(["--class", str(folder)], ask=lambda question: answer) == 1
    assert names(folder) == before
    assert "Nothing was deleted." in capsys.readouterr().out


def test_where_nobody_can_answer_nothing_is_deleted(folder: Path) -> None:
    def gone(question: str) -> str:
        raise EOFError

    before = names(folder)
    assert main(["--class", str(folder)], ask=gone) == 1
    assert names(folder) == before


def test_a_program_may_say_yes_and_the_folder_may_be_the_variables(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TWO_HATS_CLASS", str(folder))
    assert main(["--yes"]) == 0
    assert read_folder(folder).hand_ins == ()
    assert main([]) == 0, "an empty folder needs no answer"


def test_no_folder_and_a_wrong_folder_are_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("TWO_HATS_CLASS", raising=False)
    assert main([]) == 1
    assert "start.py erase --class FOLDER, or set TWO_HATS_CLASS." in capsys.readouterr().err
    assert main(["--class", str(tmp_path / "nowhere")]) == 1
    assert capsys.readouterr().err.startswith("The class folder ")


def test_what_cannot_be_deleted_is_counted(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(erasing, "erase", lambda found: list(found.ours[:2]))
    assert main(["--class", str(folder), "--yes"]) == 1
    assert "2 of 6 files" in capsys.readouterr().err


def test_a_link_to_a_hand_in_elsewhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "class").mkdir()
    (tmp_path / "elsewhere.json").write_bytes(content_of(good(1)))
    (tmp_path / "class" / "link.json").symlink_to(tmp_path / "elsewhere.json")
    assert find(tmp_path / "class").ours == ()
