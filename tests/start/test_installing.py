"""Setting up with a pretended Python: what runs, what runs again, and what a person reads when it fails."""

from pathlib import Path

import pytest

from starter import installing, stamps
from starter.meanings import Trouble
from starter.places import Places
from tests.start.course import Course, script


def test_everything_is_done_once_and_then_nothing(course: Course) -> None:
    installing.set_up(course.places)
    asked = course.asked()
    lab = "lessons.lab.install"
    assert [line.split(" ")[1] for line in asked] == ["import", "pip", "pip", lab, lab]
    assert asked[-1].endswith(f"--settings {course.places.settings}")
    assert not course.places.unfinished.exists()
    installing.set_up(course.places)
    assert course.asked() == []


def test_test_tools_are_added_only_for_tests(course: Course) -> None:
    installing.set_up(course.places)
    course.asked()
    installing.set_up(course.places, tests=True)
    assert [line for line in course.asked() if "requirements-test.txt" in line]
    installing.set_up(course.places, tests=True)
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
    installing.set_up(course.places)
    course.asked()
    with (course.places.root / changed).open("a", encoding="utf-8") as file:
        file.write("# more\n")
    installing.set_up(course.places)
    asked = course.asked()
    assert len(asked) == len(again)
    assert all(word in line for word, line in zip(again, asked, strict=True))


def test_a_moved_folder_is_set_right_without_fetching_anything(
    course: Course, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    installing.set_up(course.places)
    lab = script(course.places.python.with_name("jupyter"), "exit 0")
    lab.write_text(f"#!{course.places.python}\nimport this\n", encoding="utf-8")
    course.asked()
    before = course.places.root
    after = before.rename(tmp_path / "moved")
    places = Places(after)
    installing.set_up(places)
    assert f"moved here from {before}" in capsys.readouterr().out
    asked = course.asked()
    assert f"-e {after}" in asked[0]
    assert not any("-r " in line for line in asked)
    assert (places.venv / "bin" / "jupyter").read_text(encoding="utf-8").startswith(f"#!{places.python}\n")
    assert stamps.stamps(places)["root"] == str(after)


def test_an_installation_that_was_cut_off_begins_anew(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    installing.set_up(course.places)
    course.places.unfinished.touch()
    (course.places.venv / "half").touch()
    installing.set_up(course.places)
    assert "cut off half-way" in capsys.readouterr().out
    assert not (course.places.venv / "half").exists()
    assert not course.places.unfinished.exists()


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
    with pytest.raises(Trouble, match=read):
        installing.set_up(course.places)
    assert course.places.unfinished.exists()
    assert "requirements.txt" not in stamps.stamps(course.places)
    assert said in (course.places.own / "install.log").read_text(encoding="utf-8")


def test_a_failing_lab_part_is_reported_and_tried_again(course: Course) -> None:
    installing.set_up(course.places)
    (course.places.root / "lessons/lab/install.py").write_text("changed\n", encoding="utf-8")
    script(course.places.python, "echo 'no such folder' >&2; exit 1")
    with pytest.raises(Trouble, match="no such folder"):
        installing.set_up(course.places)
    script(course.places.python, course.python())
    course.asked()
    installing.set_up(course.places)
    assert len(course.asked()) == 2


def test_two_at_once(course: Course) -> None:
    with installing.alone(course.places), pytest.raises(Trouble, match="Another start"):
        installing.set_up(course.places)
