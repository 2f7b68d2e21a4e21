"""The test run as one command."""

from pathlib import Path

import pytest

import start
from starter import testing
from starter.places import Places
from tests.start.course import Course, script


def test_pytest_comes_last_and_slow_tests_only_when_asked_for(tmp_path: Path) -> None:
    commands = testing.tools(Places(tmp_path), everything=False, rest=[])
    assert list(commands)[-1] == "pytest"
    assert "not slow" in commands["pytest"]
    assert "not slow" not in testing.tools(Places(tmp_path), everything=True, rest=[])["pytest"]
    assert testing.tools(Places(tmp_path), everything=True, rest=["-k", "focus"])["pytest"][-2:] == ["-k", "focus"]


def test_a_test_run_goes_on_after_a_failure_and_ends_with_pytests_line(
    course: Course, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(testing, "has_chromium", lambda: True)
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
