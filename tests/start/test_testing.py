"""The test run as one command."""

import signal
import subprocess
import sys
from collections.abc import Callable
from itertools import takewhile
from pathlib import Path

import pytest

import start
from starter import testing
from starter.places import Places
from tests.start.course import Course, script

# Whoever starts the tests with nohup has told every program in them to ignore SIGHUP; here it must be heard.
TEST = """
import signal
import sys
from pathlib import Path
signal.signal(signal.SIGHUP, signal.SIG_DFL)
import start
from starter import testing
from starter.places import Places
testing.has_chromium = lambda: True
sys.exit(start.main(["test"], Places(Path(sys.argv[1]))))
"""
SLOW_TOOL = """
import signal
try:
    print("at work", flush=True)
    signal.pause()
except KeyboardInterrupt:
    print("put away")
"""


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
    monkeypatch.setattr(testing, "catch_signals", lambda: None)  # those of this test run stay as they are
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


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_tool_may_put_its_things_away_when_the_run_is_ended(number: signal.Signals, course: Course) -> None:
    (course.places.root / "tool.py").write_text(SLOW_TOOL, encoding="utf-8")
    course.give_venv()
    body = course.python().replace("pip) exit 0;;", f"pip) exit 0;;\nruff) exec {sys.executable} tool.py;;")
    script(course.places.python, body)
    command = [sys.executable, "-c", TEST, str(course.places.root)]
    root = Path(start.__file__).parent
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as run:
        assert run.stdout is not None
        before = list(takewhile(lambda line: line != "at work\n", run.stdout))
        run.send_signal(number)
        after = run.stdout.read().split("\n")
    assert "--- ruff check ---\n" in before
    assert [line for line in after if line] == ["put away", "Stopped."]
    assert run.returncode == 130


@pytest.mark.parametrize(
    ("get", "package"), [(testing.get_libreoffice, "libreoffice-writer-nogui"), (testing.get_npm, "npm")]
)
def test_what_slow_tests_need_is_installed_where_that_is_allowed_and_needed(
    get: Callable[[], None], package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[object, ...]] = []

    def run(*command: object) -> subprocess.CompletedProcess[str]:
        asked.append(command)
        return subprocess.CompletedProcess([], 0)

    monkeypatch.setattr(testing, "run", run)
    monkeypatch.setattr(testing, "debian_root", lambda: False)
    monkeypatch.setattr(testing.shutil, "which", lambda _: None)
    get()
    assert asked == []
    monkeypatch.setattr(testing, "debian_root", lambda: True)
    get()
    assert [command[1] for command in asked] == ["update", "install"]
    assert asked[1][-1] == package
    monkeypatch.setattr(testing.shutil, "which", lambda name: name)
    get()
    assert len(asked) == 2
