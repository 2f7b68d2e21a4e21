"""start.py for real: a fresh copy of the course, a fresh home, the address, and nothing left behind."""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

ROOT = Path(__file__).resolve().parents[2]
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", ".two-hats", ".*_cache", "__pycache__", "*.egg-info", "handouts")
PATIENCE = 600  # seconds for one installation on a slow network

pytestmark = pytest.mark.slow


class Started:
    """A running start.py, read up to the address that it prints."""

    def __init__(self, folder: Path, home: Path) -> None:
        cache = subprocess.run([sys.executable, "-m", "pip", "cache", "dir"], capture_output=True, text=True).stdout
        kept = {
            key: value for key, value in os.environ.items() if not key.startswith(("JUPYTER", "TWO_HATS", "DISPLAY"))
        }
        env = kept | {"HOME": str(home), "PIP_CACHE_DIR": cache.strip()}
        python = getattr(sys, "_base_executable", sys.executable)
        began = time.monotonic()
        self.process = subprocess.Popen(
            [python, "start.py"], cwd=folder, env=env, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
        self.watchdog = threading.Timer(PATIENCE, self.process.kill)
        self.watchdog.start()
        self.said: list[str] = []
        self.address = self.read_address()
        self.seconds = time.monotonic() - began

    def read_address(self) -> str:
        for line in self.process.stdout or ():
            self.said.append(line.rstrip("\n"))
            if line.startswith("http://"):
                return line.strip()
        raise AssertionError("start.py printed no address:\n" + "\n".join(self.said))

    @property
    def token(self) -> str:
        return self.address.partition("token=")[2]

    def ask(self, path: str, method: str = "GET", token: str | None = None) -> int:
        """The status that the server answers with."""
        base = self.address.partition("/doc/")[0]
        headers = {"Authorization": f"token {self.token if token is None else token}"}
        request = urllib.request.Request(base + path, method=method, headers=headers)
        try:
            with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=30) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            return error.code

    def end(self, number: int) -> tuple[int, list[psutil.Process]]:
        """Send a signal; returns the exit code and the processes that outlived it."""
        family = psutil.Process(self.process.pid).children(recursive=True)
        assert family, "JupyterLab runs below start.py"
        self.process.send_signal(number)
        self.said += (self.process.stdout or "").read().splitlines() if self.process.stdout else []
        code = self.process.wait(60)
        self.watchdog.cancel()
        return code, psutil.wait_procs(family, timeout=10)[1]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh copy, in a folder with a space and a letter outside ASCII in its name."""
    return Path(shutil.copytree(ROOT, tmp_path_factory.mktemp("a") / "Zwei Hüte", ignore=LEFT_OUT))


@pytest.fixture(scope="module")
def first(folder: Path, home: Path) -> Iterator[Started]:
    """The first start, which installs everything."""
    started = Started(folder, home)
    yield started
    if started.process.poll() is None:
        started.end(signal.SIGTERM)


def command_lines() -> list[str]:
    """What the process list shows."""
    shown = []
    for process in psutil.process_iter():
        try:
            shown.append(" ".join(process.cmdline()))
        except psutil.Error:
            continue
    return shown


def test_the_address_answers_with_the_token_only(first: Started) -> None:
    assert first.address.startswith("http://127.0.0.1:")
    assert len(first.token) >= 24
    assert first.ask("/api/contents/notebooks") == 200
    assert first.ask("/api/contents/notebooks", token="wrong") == 403


def test_the_process_list_does_not_show_the_token(first: Started) -> None:
    shown = command_lines()
    assert any("jupyterlab" in line for line in shown)
    assert not any(first.token in line for line in shown)


def test_ctrl_c_ends_jupyterlab_and_its_kernels(first: Started) -> None:
    assert first.ask("/api/kernels", method="POST") == 201
    code, left = first.end(signal.SIGINT)
    assert (code, left) == (0, [])
    assert any("Closing" in line for line in first.said)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=["kill", "closed window"])
def test_the_second_start_installs_nothing_and_every_end_is_clean(
    number: signal.Signals, first: Started, folder: Path, home: Path
) -> None:
    again = Started(folder, home)
    code, left = again.end(number)
    assert not any("Installing" in line for line in again.said)
    assert again.seconds < max(20, first.seconds / 2)
    assert (code, left) == (0, [])


def test_check_finds_nothing_wrong(first: Started, folder: Path, home: Path) -> None:
    python = getattr(sys, "_base_executable", sys.executable)
    env = os.environ | {"HOME": str(home)}
    done = subprocess.run([python, "start.py", "check"], cwd=folder, env=env, capture_output=True, text=True)
    assert (done.returncode, "MEND" in done.stdout) == (0, False), done.stdout


def test_a_moved_folder_starts_without_fetching(first: Started, folder: Path, home: Path) -> None:
    moved = folder.rename(folder.with_name("Moved"))
    started = Started(moved, home)
    try:
        assert any("moved here from" in line for line in started.said)
        assert not any("packages" in line for line in started.said)
        code = "import lessons; print(lessons.__file__)"
        python = moved / ".venv" / "bin" / "python"
        where = subprocess.run([python, "-c", code], cwd=home, capture_output=True, text=True, check=True).stdout
        assert Path(where.strip()).is_relative_to(moved)
        assert subprocess.run([python.with_name("jupyter"), "--version"], capture_output=True).returncode == 0
    finally:
        assert started.end(signal.SIGINT)[1] == []
        moved.rename(folder)
