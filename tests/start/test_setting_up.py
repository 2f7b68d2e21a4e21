"""Setting up with a pretended Python: what runs, what runs again, and what a person reads when it fails."""

import json
import os
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import start

DEBIAN = """The virtual environment was not created successfully because ensurepip is not
available.  On Debian/Ubuntu systems, you need to install the python3-venv"""


def script(path: Path, body: str) -> Path:
    """A program for the shell, which stands in for Python."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


class Course:
    """A small course folder whose Python only writes down what it was asked to do."""

    def __init__(self, root: Path) -> None:
        self.places = start.Places(root)
        self.diary = root.parent / "asked.txt"
        for name in ("notebooks", "lessons/lab", ".two-hats"):
            (root / name).mkdir(parents=True)
        (root / "requirements.txt").write_text("# pins\na==1\nb==2 ; sys_platform == 'nowhere'\n", encoding="utf-8")
        (root / "requirements-test.txt").write_text("-r requirements.txt\nc==3\n", encoding="utf-8")
        (root / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
        (root / "lessons/lab/install.py").write_text("pass\n", encoding="utf-8")

    def python(self, body: str = "exit 0") -> str:
        """The body of a Python that notes its arguments, makes the settings folder and does `body` for pip."""
        lab = 'mkdir -p "${4:-.}"'
        return f'echo "$@" >> {self.diary}\ncase "$2" in\npip) {body};;\nlessons.lab.install) {lab};;\nesac'

    def give_venv(self, body: str = "exit 0", version: str = f"{sys.version_info[0]}.{sys.version_info[1]}.9") -> None:
        script(self.places.python, self.python(body))
        (self.places.venv / "pyvenv.cfg").write_text(f"home = /usr/bin\nversion = {version}\n", encoding="utf-8")

    def asked(self) -> list[str]:
        """What the pretended Python was asked since the last look."""
        lines = self.diary.read_text(encoding="utf-8").splitlines() if self.diary.exists() else []
        self.diary.unlink(missing_ok=True)
        return lines


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Course:
    """A course whose base Python, asked for a venv, makes one with the same pretended Python."""
    root = tmp_path / "course"
    root.mkdir()
    made = Course(root)
    cfg = f"version = {sys.version_info[0]}.{sys.version_info[1]}.9"
    copy = f"mkdir -p $3/bin && cp {root}/fake $3/bin/python && echo '{cfg}' > $3/pyvenv.cfg"
    script(root / "fake", made.python())
    monkeypatch.setattr(sys, "_base_executable", str(script(tmp_path / "base", copy)), raising=False)
    return made


def test_everything_is_done_once_and_then_nothing(course: Course) -> None:
    start.set_up(course.places)
    asked = course.asked()
    lab = "lessons.lab.install"
    assert [line.split(" ")[1] for line in asked] == ["import", "pip", "pip", lab, lab]
    assert asked[-1].endswith(f"--settings {course.places.settings}")
    assert not course.places.unfinished.exists()
    start.set_up(course.places)
    assert course.asked() == []


def test_test_tools_are_added_only_for_tests(course: Course) -> None:
    start.set_up(course.places)
    course.asked()
    start.set_up(course.places, tests=True)
    assert [line for line in course.asked() if "requirements-test.txt" in line]
    start.set_up(course.places, tests=True)
    assert course.asked() == []


@pytest.mark.parametrize(
    ("changed", "again"),
    [
        ("requirements.txt", ["-r"]),
        ("pyproject.toml", ["-e"]),
        ("lessons/lab/install.py", ["lessons.lab.install", "--settings"]),
    ],
)
def test_only_what_depends_on_a_changed_file_runs_again(changed: str, again: list[str], course: Course) -> None:
    start.set_up(course.places)
    course.asked()
    with (course.places.root / changed).open("a", encoding="utf-8") as file:
        file.write("# more\n")
    start.set_up(course.places)
    asked = course.asked()
    assert len(asked) == len(again)
    assert all(word in line for word, line in zip(again, asked, strict=True))


def test_a_moved_folder_is_set_right_without_fetching_anything(
    course: Course, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    start.set_up(course.places)
    lab = script(course.places.python.with_name("jupyter"), "exit 0")
    lab.write_text(f"#!{course.places.python}\nimport this\n", encoding="utf-8")
    course.asked()
    before = course.places.root
    after = before.rename(tmp_path / "moved")
    places = start.Places(after)
    start.set_up(places)
    assert f"moved here from {before}" in capsys.readouterr().out
    asked = course.asked()
    assert f"-e {after}" in asked[0]
    assert not any("-r " in line for line in asked)
    assert (places.venv / "bin" / "jupyter").read_text(encoding="utf-8").startswith(f"#!{places.python}\n")
    assert start.stamps(places)["root"] == str(after)


def test_an_installation_that_was_cut_off_begins_anew(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    start.set_up(course.places)
    course.places.unfinished.touch()
    (course.places.venv / "half").touch()
    start.set_up(course.places)
    assert "cut off half-way" in capsys.readouterr().out
    assert not (course.places.venv / "half").exists()
    assert not course.places.unfinished.exists()


def test_another_python_gets_its_own_packages(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    course.give_venv(version="3.9.1")
    start.set_up(course.places)
    assert "another Python" in capsys.readouterr().out
    assert start.venv_version(course.places) == f"{sys.version_info[0]}.{sys.version_info[1]}"


def test_a_venv_that_one_made_by_hand_is_kept(course: Course) -> None:
    course.give_venv()
    (course.places.venv / "mine").touch()
    start.set_up(course.places)
    assert (course.places.venv / "mine").exists()


def test_a_venv_that_is_a_link_is_replaced_and_its_target_kept(course: Course, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere"
    (target / "precious").mkdir(parents=True)
    course.places.venv.symlink_to(target)
    start.set_up(course.places)
    assert (target / "precious").is_dir()
    assert not course.places.venv.is_symlink()


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("[Errno 28] No space left on device", "disk is full"),
        ("Failed to establish a new connection", "no network"),
        ("ERROR: the moon is wrong", "ERROR: the moon is wrong"),
    ],
)
def test_a_failed_installation_says_why_and_is_not_taken_for_done(said: str, read: str, course: Course) -> None:
    course.give_venv(f"echo '{said}' >&2; exit 1")
    with pytest.raises(start.Trouble, match=read):
        start.set_up(course.places)
    assert course.places.unfinished.exists()
    assert "requirements.txt" not in start.stamps(course.places)
    assert said in (course.places.own / "install.log").read_text(encoding="utf-8")


def test_debians_python_without_venv(course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    base = script(tmp_path / "base", f"cat <<'END'\n{DEBIAN}\nEND\nexit 1")
    monkeypatch.setattr(sys, "_base_executable", str(base), raising=False)
    with pytest.raises(start.Trouble, match=r"sudo apt install python3\.\d+-venv"):
        start.set_up(course.places)
    assert not course.places.venv.exists()


def test_a_failing_lab_part_is_reported_and_tried_again(course: Course) -> None:
    start.set_up(course.places)
    (course.places.root / "lessons/lab/install.py").write_text("changed\n", encoding="utf-8")
    script(course.places.python, "echo 'no such folder' >&2; exit 1")
    with pytest.raises(start.Trouble, match="no such folder"):
        start.set_up(course.places)
    script(course.places.python, course.python())
    course.asked()
    start.set_up(course.places)
    assert len(course.asked()) == 2


def test_two_at_once(course: Course) -> None:
    with start.alone(course.places), pytest.raises(start.Trouble, match="Another start"):
        start.set_up(course.places)


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


@given(st.dictionaries(st.text(min_size=1), st.text()))
def test_stamps_come_back_as_they_were_set(values: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        places = start.Places(Path(folder))
        places.venv.mkdir()
        for name, value in values.items():
            start.set_stamp(places, name, value)
        assert start.stamps(places) == values


@pytest.mark.parametrize("damaged", ["", "{", "[]", "\x00"])
def test_a_damaged_record_counts_as_none(damaged: str, tmp_path: Path) -> None:
    places = start.Places(tmp_path)
    places.venv.mkdir()
    places.stamps.write_text(damaged, encoding="utf-8")
    assert start.stamps(places) == {}
    start.set_stamp(places, "a", "1")
    assert json.loads(places.stamps.read_text(encoding="utf-8")) == {"a": "1"}


@given(st.lists(st.text()), st.lists(st.text()))
def test_a_stamp_tells_its_parts_apart(some: list[str], others: list[str]) -> None:
    plain = [text.replace("\0", "") for text in some], [text.replace("\0", "") for text in others]
    assert (start.stamp(*plain[0]) == start.stamp(*plain[1])) == (plain[0] == plain[1])


def test_a_stamp_reads_files(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("1", encoding="utf-8")
    before = start.stamp(file)
    file.write_text("2", encoding="utf-8")
    assert start.stamp(file) != before


def test_the_meter_follows_pip() -> None:
    meter = start.Meter(total=3)
    for line in ("Collecting a==1", "  Downloading a.whl", "Requirement already satisfied: b==2", "Collecting c"):
        meter.read(line)
    assert "3 of 3" in meter.text(0)
    meter.read("Installing collected packages: a, c")
    assert meter.text(2).endswith("2 of 3")
    assert meter.text(9).endswith("3 of 3")


def test_pins_are_counted_for_this_computer_and_across_files(course: Course) -> None:
    root = course.places.root
    (root / "requirements.txt").write_text(
        f'a==1\nb==2 ; python_version < "3.12"\nb==3 ; python_version >= "3.12"\nc==1 ; sys_platform == "nowhere"\n'
        f'd==1 ; sys_platform == "{sys.platform}"\n',
        encoding="utf-8",
    )
    assert start.count_pins(root / "requirements-test.txt") == 4


def test_a_test_run_goes_on_after_a_failure_and_ends_with_pytests_line(
    course: Course, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start, "has_chromium", lambda: True)
    course.give_venv()
    python = course.python().replace(
        "pip) exit 0;;", "pip) exit 0;;\nmypy) echo wrong; exit 1;;\npytest) echo = 3 passed =;;"
    )
    script(course.places.python, python)
    script(course.places.python.with_name("lint-imports"), "echo kept")
    assert start.main(["test", "-k", "x"], course.places) == 1
    said = capfd.readouterr().out.splitlines()
    summary = said[said.index("--- summary ---") + 1 :]
    assert [line.split()[-2:] for line in summary if "mypy" in line] == [["mypy", "FAILED"]]
    assert "import-linter  passed   kept" in summary
    assert summary[-1] == "= 3 passed ="
    assert [line for line in course.asked() if line.startswith("-m pytest") and line.endswith("-k x")]


def test_a_live_line_on_a_terminal(
    course: Course, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gate = course.places.root / "gate"
    os.mkfifo(gate)  # pip goes on only after the live line was shown
    course.give_venv(f"echo Collecting a; read -r go < {gate}")
    shown: list[str] = []

    def show(text: str, **_: object) -> None:
        shown.append(text)
        if sum("1 of" in line for line in shown) == 1 and "1 of" in text:
            gate.write_text("go\n", encoding="utf-8")

    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr(start, "print", show, raising=False)
    with start.alone(course.places):
        start.install_packages(course.places, "requirements.txt", "Installing ...")
    assert "\r  fetching packages: 1 of 1" in [text.rstrip() for text in shown]
    assert shown[-1].strip() == ""
