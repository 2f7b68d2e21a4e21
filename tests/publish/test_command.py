"""``python -m lessons.publish`` writes files, or says in one sentence why not."""

from __future__ import annotations

from pathlib import Path

import pytest

from lessons.course import library
from lessons.publish.__main__ import main
from lessons.publish.press import PAPERS
from lessons.publish.proof import SheetError
from lessons.publish.sheet import participant_sheet
from lessons.publish.shelf import Document, documents


def test_it_writes_the_sheets_that_were_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "new" / "sheets"
    assert main(["--lesson", "focus", "--paper", "a4", "--out", str(folder)]) == 0
    written = {file.name for file in folder.iterdir()}
    assert {"01_focus_sheet_a4.pdf", "01_focus_facilitator_a4.pdf"} <= written
    assert not any("letter" in name or "horizon" in name for name in written)
    assert (folder / "01_focus_sheet_a4.pdf").read_bytes() == participant_sheet(library.lesson("focus"), "a4")
    said = capsys.readouterr().out.splitlines()
    assert said[-1] == f"{len(written)} files are in {folder}."
    assert all(any(line.endswith(name) for line in said) for name in written)


def test_by_default_everything_is_printed_in_both_sizes() -> None:
    names = [document.file for document in documents()]
    assert len(set(names)) == len(names)
    for lesson in library.lessons():
        for kind in ("sheet", "facilitator"):
            for paper in PAPERS:
                assert f"{lesson.number:02}_{lesson.slug}_{kind}_{paper}.pdf" in names
    for once in ("15_two_hats_paper_game", "15_two_hats_role_cards", "privacy_notice", "facilitators_guide", "booklet"):
        assert {f"{once}_{paper}.pdf" for paper in PAPERS} <= set(names)


def test_what_must_not_be_handed_out_is_named_and_the_rest_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> bytes:
        raise SheetError("This one is too long.")

    (tmp_path / "bad.pdf").write_bytes(b"from an earlier day")
    shelf = [Document("bad.pdf", refuse), Document("good.pdf", lambda: b"pdf")]
    monkeypatch.setattr("lessons.publish.__main__.documents", lambda *_: shelf)
    assert main(["--out", str(tmp_path)]) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["good.pdf"]
    assert capsys.readouterr().err == "This one is too long.\n"


def test_a_terminal_shows_one_line_that_fills(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf = [Document(f"{number}.pdf", lambda: b"pdf") for number in range(3)]
    monkeypatch.setattr("lessons.publish.__main__.documents", lambda *_: shelf)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    assert main(["--out", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert said.count("\n") == 1
    assert said.count("\r") == 5
    assert f"[{'#' * 24}] 3 / 3  2.pdf" in said


def test_an_unknown_lesson_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--lesson", "hats", "--out", str(tmp_path)]) == 1
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 1
    assert said[0].startswith("There is no lesson called “hats”. There are: start_here, focus")


def test_a_folder_that_is_a_file_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "taken").write_text("here already")
    assert main(["--lesson", "focus", "--paper", "a4", "--out", str(tmp_path / "taken")]) == 1
    said = capsys.readouterr().err.splitlines()
    assert len(said) == 1
    assert "Choose another folder with --out." in said[0]
