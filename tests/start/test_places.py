"""Paths, commands and environments on each kind of computer."""

import socket
from pathlib import Path

import pytest

import start


def notebooks(root: Path, *names: str) -> start.Places:
    (root / "notebooks").mkdir()
    for name in names:
        (root / "notebooks" / name).write_text("{}", encoding="utf-8")
    return start.Places(root)


@pytest.mark.parametrize(
    ("windows", "python"), [(True, ".venv/Scripts/python.exe"), (False, ".venv/bin/python")], ids=["Windows", "others"]
)
def test_python_of_the_venv(windows: bool, python: str, tmp_path: Path) -> None:
    assert start.Places(tmp_path, windows).python == tmp_path / python


def test_the_way_in_is_the_first_notebook_by_number(tmp_path: Path) -> None:
    places = notebooks(tmp_path, "01_focus.ipynb", "00_start_here.ipynb", "Untitled.ipynb", "00_notes.md")
    assert places.first_notebook() == "notebooks/00_start_here.ipynb"
    (tmp_path / "notebooks" / "00_start_here.ipynb").unlink()
    assert places.first_notebook() == "notebooks/01_focus.ipynb"


def test_a_folder_without_lessons_is_said_to_be_incomplete(tmp_path: Path) -> None:
    with pytest.raises(start.Trouble, match="no lesson"):
        start.Places(tmp_path).first_notebook()


@pytest.mark.parametrize(
    ("platform", "environ", "expected"),
    [
        ("win32", {}, True),
        ("darwin", {}, True),
        ("darwin", {"SSH_CONNECTION": "x"}, False),
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"DISPLAY": ""}, False),
    ],
)
def test_has_screen(platform: str, environ: dict[str, str], expected: bool) -> None:
    assert start.has_screen(platform, environ) is expected


def test_the_token_is_in_the_environment_and_not_in_the_command(tmp_path: Path) -> None:
    places = start.Places(tmp_path)
    environment = start.lab_environment(places, "s3cret", {"PATH": "/bin"})
    command = start.lab_command(places, 8899, "notebooks/01_focus.ipynb", root_user=True)
    assert environment["JUPYTER_TOKEN"] == "s3cret"
    assert not any("s3cret" in part for part in command)


def test_jupyterlab_listens_on_this_computer_only_and_does_not_wander_to_another_port(tmp_path: Path) -> None:
    command = start.lab_command(start.Places(tmp_path), 1234, "notebooks/01_focus.ipynb", root_user=False)
    assert {"--ServerApp.ip=127.0.0.1", "--ServerApp.port=1234", "--ServerApp.port_retries=0"} <= set(command)
    assert "--allow-root" not in command


def test_a_persons_own_settings_stay_out(tmp_path: Path) -> None:
    mine = {
        "JUPYTER_CONFIG_DIR": "/somewhere/jupyter",
        "JUPYTERLAB_SETTINGS_DIR": "/home/me/lab",
        "PYTHONPATH": "/home/me/modules",
        "PYTHONHOME": "/opt/python",
        "PIP_USER": "1",
        "HOME": "/home/me",
    }
    places = start.Places(tmp_path)
    environment = start.lab_environment(places, "t", mine)
    assert environment["JUPYTER_CONFIG_DIR"] == str(places.settings)
    assert not {"JUPYTERLAB_SETTINGS_DIR", "PYTHONPATH", "PYTHONHOME"} & set(environment)
    assert (environment["PIP_USER"], environment["HOME"]) == ("0", "/home/me")


def test_ctrl_c_does_not_reach_jupyterlab() -> None:
    assert start.own_group(windows=False) == {"start_new_session": True}
    assert start.own_group(windows=True) == {"creationflags": 0x200}


def test_the_usual_port_when_it_is_free_else_another(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        monkeypatch.setattr(start, "PORT", taken)
        assert start.free_port(None) not in (0, taken)
    assert start.free_port(None) == taken


@pytest.mark.parametrize("impossible", [70000, -1])
def test_an_impossible_port_is_refused(impossible: int) -> None:
    with pytest.raises(start.Trouble, match="There is no port"):
        start.free_port(impossible)


def test_a_port_that_was_asked_for_and_is_taken_is_named() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken = other.getsockname()[1]
        with pytest.raises(start.Trouble, match=f"Port {taken} is taken"):
            start.free_port(taken)


def test_the_browser_is_given_a_file_that_only_its_owner_can_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = start.Places(tmp_path)
    places.own.mkdir()
    opened: list[str] = []
    monkeypatch.setattr(start.webbrowser, "open", lambda url: not opened.append(url))
    assert start.open_browser(places, "http://127.0.0.1:1/doc?token=s3cret")
    page = places.own / "open.html"
    assert opened == [page.as_uri()]
    assert "s3cret" in page.read_text(encoding="utf-8")
    assert page.stat().st_mode & 0o077 == 0


def test_pytest_comes_last_and_slow_tests_only_when_asked_for(tmp_path: Path) -> None:
    commands = start.tools(start.Places(tmp_path), everything=False, rest=[])
    assert list(commands)[-1] == "pytest"
    assert "not slow" in commands["pytest"]
    assert "not slow" not in start.tools(start.Places(tmp_path), everything=True, rest=[])["pytest"]
    assert start.tools(start.Places(tmp_path), everything=True, rest=["-k", "focus"])["pytest"][-2:] == ["-k", "focus"]


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
