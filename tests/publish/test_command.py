"""``python -m lessons.publish`` writes files, or says in one sentence why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from lessons.course import library
from lessons.publish.__main__ import main
from lessons.publish.sheet import participant_sheet


def test_it_writes_the_sheet_that_was_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "new" / "sheets"
    assert main(["--lesson", "focus", "--paper", "a4", "--out", str(folder)]) == 0
    (file,) = folder.iterdir()
    assert file.name == "01_focus_sheet_a4.pdf"
    assert file.read_bytes() == participant_sheet(library.lesson("focus"), "a4")
    assert str(file) in capsys.readouterr().out


def test_by_default_both_sizes_are_written(tmp_path: Path) -> None:
    assert main(["--lesson", "focus", "--out", str(tmp_path)]) == 0
    assert {file.name for file in tmp_path.iterdir()} == {f"01_focus_sheet_{size}.pdf" for size in ("a4", "us-letter")}


def test_an_unknown_lesson_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lesson", "hats", "--out", str(tmp_path)]) == 1
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 1
    assert said[0].startswith("There is no lesson called “hats”. There are: focus")


def test_a_folder_that_is_a_file_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "taken").write_text("here already")
    assert main(["--lesson", "focus", "--paper", "a4", "--out", str(tmp_path / "taken")]) == 1
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 1
    assert "Choose another folder with --out." in said[0]
