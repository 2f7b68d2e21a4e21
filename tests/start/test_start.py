"""What a user runs: the version check, the arguments, and how each trouble ends."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import start
from tests.start.course import Course

ROOT = Path(start.__file__).parent
PROGRAM = [ROOT / "start.py", *sorted((ROOT / "starter").glob("*.py"))]


@pytest.mark.parametrize("version", [(3, 10, 13), (3, 9), (2, 7, 18, "final", 0)])
def test_an_old_python_is_told_which_one_is_needed(version: tuple[int | str, ...]) -> None:
    sentence = start.too_old(version)
    assert "3.11 or newer" in sentence
    assert ".".join(str(part) for part in version[:3]) in sentence


@pytest.mark.parametrize("version", [(3, 11, 0), (3, 13, 1), (4, 0)])
def test_a_new_python_is_not(version: tuple[int, ...]) -> None:
    assert start.too_old(version) == ""


def test_an_old_python_can_read_as_far_as_the_sentence() -> None:
    """The whole file parses as Python 3.6, and before the check it imports nothing that was not always there."""
    tree = ast.parse((ROOT / "start.py").read_text(encoding="utf-8"), feature_version=(3, 6))
    check = next(place for place, node in enumerate(tree.body) if isinstance(node, ast.If))
    before = [name.name for node in tree.body[:check] if isinstance(node, ast.Import) for name in node.names]
    assert before == ["os", "sys"]
    assert not any(isinstance(node, ast.ImportFrom) for node in tree.body[:check])


@pytest.mark.parametrize("file", PROGRAM, ids=lambda file: file.name)
def test_only_the_standard_library_is_used(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    names = {name.name.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    names |= {(node.module or "").split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert names <= sys.stdlib_module_names | {"starter"}


def test_it_starts_without_any_package_and_from_anywhere(tmp_path: Path) -> None:
    """-I: no package of this Python, no variable, and no folder but those that start.py itself names."""
    command = [sys.executable, "-I", "-S", str(ROOT / "start.py"), "--help"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert "start.py check" in done.stdout


def test_a_file_without_its_folder_says_so(tmp_path: Path) -> None:
    alone = shutil.copy(ROOT / "start.py", tmp_path)
    done = subprocess.run([sys.executable, alone], capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("start.py needs the folder that it came in")
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("argv", "what", "rest"),
    [
        ([], "open", []),
        (["check"], "check", []),
        (["test", "--all"], "test", []),
        (["test", "tests/start", "-k", "port", "-x"], "test", ["tests/start", "-k", "port", "-x"]),
    ],
)
def test_arguments(argv: list[str], what: str, rest: list[str]) -> None:
    asked, more = start.arguments(argv)
    assert (asked.what, sorted(more)) == (what, sorted(rest))
    assert asked.all is ("--all" in argv)


def test_unknown_arguments_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        start.arguments(["--colour"])
    assert "--colour" in capsys.readouterr().err


def test_a_folder_that_may_not_be_written_to(course: Course, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "mkdir", refuse)
    said: list[str] = []
    monkeypatch.setattr(start, "say", said.append)
    assert start.main([], course.places) == 1
    assert "may not be written to" in said[-1]


def test_troubles_end_in_one_sentence_and_exit_code_1(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    course.give_venv("echo 'No space left on device'; exit 1")
    assert start.main(["--no-browser"], course.places) == 1
    assert "disk is full" in capsys.readouterr().out.strip().splitlines()[-1]
