#!/usr/bin/env python3
"""Open the course:     python3 start.py          (Windows: double-click this file, or  py start.py)
Test it:             python3 start.py test     (--all with the slow tests; anything else goes to pytest)
What is wrong here:  python3 start.py check

Only Python's standard library is used, because nothing else is there yet. What is made stays beside this file:
.venv holds the packages, .two-hats holds JupyterLab's settings and two logs. Delete both and you are back at the start.
"""

import sys

OLDEST = (3, 11)


def too_old(version: "tuple[int | str, ...]") -> str:  # an old Python reads this far: no newer word may stand here
    """One sentence when this Python cannot run the course, else ""."""
    if tuple(version[:2]) >= OLDEST:
        return ""
    here = ".".join(str(part) for part in version[:3])
    text = "Python {}.{} or newer is needed, and this is Python {} ({}); get a newer one from python.org."
    return text.format(OLDEST[0], OLDEST[1], here, sys.executable)


if too_old(sys.version_info):
    sys.exit(too_old(sys.version_info))

import argparse
import hashlib
import importlib.util
import json
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import urllib.error
import urllib.request
import webbrowser
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

NEEDED_MB = 1000  # measured: .venv takes 520 MB, pip's downloads and the test tools the rest
PORT = 8899


class Trouble(Exception):
    """Something a person can mend; its text is one sentence that says how."""


# Where things are


class Places:
    """The paths of one course folder on one kind of computer."""

    def __init__(self, root: Path, windows: bool = os.name == "nt") -> None:
        self.root = root
        self.windows = windows
        self.venv = root / ".venv"
        self.python = self.venv / "Scripts" / "python.exe" if windows else self.venv / "bin" / "python"
        self.stamps = self.venv / "two-hats.json"
        self.unfinished = self.venv / "unfinished"
        self.own = root / ".two-hats"
        self.settings = self.own / "jupyter"

    def first_notebook(self) -> str:
        """The first notebook by number, as a path with slashes: 00_start_here where there is one."""
        found = sorted(path.name for path in (self.root / "notebooks").glob("[0-9][0-9]_*.ipynb"))
        if not found:
            raise Trouble(f"There is no lesson in {self.root / 'notebooks'}; get the whole course folder again.")
        return f"notebooks/{found[0]}"


def say(text: str) -> None:
    print(text, flush=True)


def clean_environment(environ: Mapping[str, str]) -> dict[str, str]:
    """The environment for our own Python, which another Python's settings would mislead."""
    kept = {key: value for key, value in environ.items() if key not in ("PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV")}
    return kept | {"PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def run(*command: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run quietly, with both outputs in .stdout."""
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=clean_environment(os.environ),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )


# What pip and venv say, and what it means

MEANINGS = (
    (
        "No space left on device|not enough space on the disk|Disk quota exceeded",
        "The disk is full; make {needed} MB of room where {root} is and start again.",
    ),
    (
        "CERTIFICATE_VERIFY_FAILED|SSLError|SSLCertVerificationError|TLS CA certificate bundle",
        "This network replaces certificates, as companies do; ask its administrators for the certificate, run"
        " 'python3 -m pip config set global.cert FILE' and start again.",
    ),
    (
        "ProxyError|Proxy Authentication Required|Tunnel connection failed",
        "The network's proxy refused the connection; ask its administrators for the proxy's address, set the variable"
        " HTTPS_PROXY to it and start again.",
    ),
    (
        "NewConnectionError|Failed to establish a new connection|NameResolutionError|getaddrinfo failed|ConnectTimeout"
        "|Temporary failure in name resolution|Network is unreachable|[Rr]ead ?timed ?out|ReadTimeout"
        "|Connection (reset|aborted|broken)|IncompleteRead",
        "The packages could not be fetched because there is no network; connect this computer and start again.",
    ),
    (
        "Permission denied|Access is denied|Read-only file system|Operation not permitted",
        "This folder may not be written to: {root}; move the course to a folder of your own, such as Documents.",
    ),
    (
        "ensurepip|No module named '?venv",
        "This Python cannot make environments; on Debian or Ubuntu run 'sudo apt install python{python}-venv',"
        " elsewhere install Python from python.org, and start again.",
    ),
    (
        "No matching distribution|Could not find a version",
        "A package has no version for Python {python} here; install Python 3.13 from python.org and start again.",
    ),
)


def known(output: str, root: Path) -> str:
    """The sentence for what pip, venv or the system said; "" when we know none."""
    for signs, sentence in MEANINGS:
        if re.search(signs, output):
            return sentence.format(needed=NEEDED_MB, root=root, python=f"{sys.version_info[0]}.{sys.version_info[1]}")
    return ""


def last_words(output: str) -> str:
    """The last error, or the last line, for troubles that we have no sentence for."""
    lines = [line.strip() for line in output.splitlines() if line.strip()] or ["it said nothing"]
    return next((line for line in reversed(lines) if line.startswith("ERROR")), lines[-1])


# Progress


@dataclass
class Meter:
    """Counts what pip says while it works."""

    total: int
    fetched: int = 0
    placing: bool = False

    def read(self, line: str) -> None:
        if line.startswith(("Collecting ", "Requirement already satisfied: ")):
            self.fetched += 1
        elif line.startswith("Installing collected packages"):
            self.placing = True

    def text(self, placed: int) -> str:
        """The live line; `placed` counts the packages that are there."""
        if self.placing:
            return f"  putting packages in place: {min(placed, self.total)} of {self.total}"
        return f"  fetching packages: {min(self.fetched, self.total)} of {self.total}"


def count_placed(places: Places) -> int:
    library = places.venv / "Lib" if places.windows else next(places.venv.glob("lib/python*"), places.venv)
    return sum(1 for _ in (library / "site-packages").glob("*.dist-info"))


def count_pins(requirements: Path) -> int:
    """How many packages a file pins for this computer, nearly: lines for other systems and Pythons are few."""
    lines = requirements.read_text(encoding="utf-8").splitlines()
    here = f'sys_platform == "{sys.platform}"'
    pinned = {line.split("==")[0] for line in lines if "==" in line and ("sys_platform ==" not in line or here in line)}
    more = [line[3:].strip() for line in lines if line.startswith("-r ")]
    return len(pinned - {""}) + sum(count_pins(requirements.parent / name) for name in more)


def watch(process: "subprocess.Popen[str]", meter: Meter, places: Places) -> str:
    """pip's whole output, with a live line on a terminal while it comes."""
    lines: list[str] = []

    def read() -> None:
        for line in process.stdout or ():
            lines.append(line)
            meter.read(line)

    reader = threading.Thread(target=read, daemon=True)
    reader.start()
    live = sys.stdout.isatty()
    while reader.is_alive():
        reader.join(0.3)
        if live:
            print(f"\r{meter.text(count_placed(places) if meter.placing else 0):<60}", end="", flush=True)
    if live:
        print(f"\r{'':<60}\r", end="", flush=True)
    return "".join(lines)


# Setting up


def stamp(*parts: object) -> str:
    """A digest of files (their bytes) and of whatever else decides whether a step must run again."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.read_bytes() if isinstance(part, Path) else str(part).encode())
        digest.update(b"\0")
    return digest.hexdigest()


def stamps(places: Places) -> dict[str, str]:
    """The steps that are done; empty when there is no record or it is damaged."""
    try:
        found = json.loads(places.stamps.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def set_stamp(places: Places, name: str, value: str) -> None:
    """Record a step as done: written whole, and after the step, so that a step cut off runs again."""
    text = json.dumps(stamps(places) | {name: value}, indent=1)
    fresh = places.stamps.with_suffix(".new")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(places.stamps)


def pip_install(places: Places, note: str, *arguments: object, total: int = 1) -> None:
    """Install into .venv; while it runs a file there says that it is unfinished."""
    say(note)
    places.unfinished.touch()
    command = [places.python, "-m", "pip", "install", "--progress-bar=off", "--retries=3", *arguments]
    process = subprocess.Popen(
        [str(part) for part in command],
        cwd=places.root,
        env=clean_environment(os.environ) | {"PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    output = watch(process, Meter(total), places)
    (places.own / "install.log").write_text(output, encoding="utf-8")
    if process.wait():
        story = f"pip could not install ({last_words(output)}); the whole story is in {places.own / 'install.log'}."
        raise Trouble(known(output, places.root) or story)
    places.unfinished.unlink()


def works(places: Places) -> bool:
    """Whether .venv's Python starts; it does not when the Python it was made from is gone."""
    with suppress(OSError):
        return run(places.python, "-c", "import pip").returncode == 0
    return False


def venv_version(places: Places) -> str:
    """The Python that .venv was made with, such as 3.11; "" when there is none."""
    with suppress(OSError):
        found = re.search(r"^version\w* *= *(\d+\.\d+)", (places.venv / "pyvenv.cfg").read_text("utf-8"), re.MULTILINE)
        return found[1] if found else ""
    return ""


def remove_venv(places: Places) -> None:
    """Delete .venv, never what a link with that name points to."""
    if places.venv.is_symlink():
        places.venv.unlink()
    elif places.venv.exists():
        shutil.rmtree(places.venv)


def make_venv(places: Places) -> None:
    """A .venv that works: kept, or made anew when its installation was cut off or its Python is another or gone."""
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    if places.unfinished.exists():
        say("The last installation was cut off half-way, so it begins anew.")
    elif venv_version(places) == version and places.python.exists():
        return
    elif places.venv.exists():
        say(f"The packages in .venv belong to another Python than this {version}, so they are fetched anew.")
    remove_venv(places)
    say("Making a private place for packages (.venv) ...")
    places.venv.mkdir()
    places.unfinished.touch()
    made = run(getattr(sys, "_base_executable", sys.executable), "-m", "venv", places.venv)
    if made.returncode or not works(places):
        shutil.rmtree(places.venv, ignore_errors=True)
        story = f"Python could not make a place for packages: {last_words(made.stdout)}"
        raise Trouble(known(made.stdout, places.root) or story)


def mend_scripts(places: Places, before: str) -> None:
    """After a move, let the commands in .venv/bin start this folder's Python, not the old folder's."""
    if places.windows:  # commands are programs there; start.py itself uses none of them
        return
    old, new = str(Path(before) / ".venv").encode(), str(places.venv).encode()
    for script in places.python.parent.iterdir():
        if script.is_file() and not script.is_symlink():
            content = script.read_bytes()
            if old in content and (content.startswith(b"#!") or script.name.lower().startswith("activate")):
                script.write_bytes(content.replace(old, new))


def install_packages(places: Places, name: str, note: str) -> None:
    """Install what a requirements file pins, unless it is installed."""
    files = [places.root / "requirements.txt"] + ([places.root / name] if name != "requirements.txt" else [])
    want = stamp(*files)
    if stamps(places).get(name) != want:
        pip_install(places, note, "-r", places.root / name, total=count_pins(places.root / name))
        set_stamp(places, name, want)


def install_course(places: Places) -> None:
    """Install the course itself, which needs no network; again when its folder was moved."""
    want = stamp(places.root / "pyproject.toml", str(places.root))
    done = stamps(places)
    if done.get("course") == want:
        return
    before = done.get("root", str(places.root))
    if before != str(places.root):
        say(f"The course was moved here from {before}; setting that right.")
        mend_scripts(places, before)
    offline = ("--no-deps", "--no-build-isolation", "--no-index", "-e", places.root)
    pip_install(places, "Installing the course ...", *offline)
    set_stamp(places, "root", str(places.root))
    set_stamp(places, "course", want)


def install_lab(places: Places) -> None:
    """Put the JupyterLab extension into .venv and the learner's settings into our own folder."""
    files = sorted(
        path for path in (places.root / "lessons" / "lab").rglob("*") if path.is_file() and path.suffix != ".pyc"
    )
    names = [path.relative_to(places.root).as_posix() for path in files]
    want = stamp(str(places.root), str(Path.home()), os.environ.get("TWO_HATS_NOTEBOOKS"), *names, *files)
    if stamps(places).get("lab") == want and places.settings.is_dir():
        return
    for arguments in ((), ("--settings", places.settings)):
        done = run(places.python, "-m", "lessons.lab.install", *arguments, cwd=places.own)
        if done.returncode:
            raise Trouble(f"The course's part of JupyterLab could not be put in place: {last_words(done.stdout)}")
    set_stamp(places, "lab", want)


@contextmanager
def alone(places: Places) -> Iterator[None]:
    """Let one start.py at a time install in this folder; the system ends the lock with the process."""
    places.own.mkdir(exist_ok=True)
    lock = (places.own / "lock").open("a+b")
    with lock:
        try:
            if sys.platform == "win32":
                import msvcrt

                msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise Trouble(
                "Another start.py is installing in this folder; wait until it is done and start again."
            ) from error
        yield


def set_up(places: Places, tests: bool = False) -> None:
    """Everything the course needs, each step only when something it depends on has changed."""
    with alone(places):
        make_venv(places)
        install_packages(
            places, "requirements.txt", "Installing JupyterLab and the course's packages; this takes minutes ..."
        )
        install_course(places)
        install_lab(places)
        if tests:
            install_packages(places, "requirements-test.txt", "Installing the test tools ...")


# Opening the course


def free_port(wanted: int | None) -> int:
    """A port that is free now: the one a person asked for or none, else the usual one or any."""
    for port in (wanted,) if wanted else (PORT, 0):
        with socket.socket() as probe, suppress(OSError, OverflowError):
            if os.name != "nt":  # a port just left is free again
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(("127.0.0.1", port))
            return int(probe.getsockname()[1])
    if wanted and not 0 < wanted < 65536:
        raise Trouble(f"There is no port {wanted}; leave --port away, or name one from 1024 to 65535.")
    raise Trouble(f"Port {wanted or PORT} is taken by another program; leave --port away, or name another.")


def lab_command(places: Places, port: int, notebook: str, root_user: bool) -> list[str]:
    """JupyterLab for one learner on this computer: no news, updates or package store, so no use of the network."""
    return [
        str(places.python),
        "-m",
        "jupyterlab",
        "--no-browser",
        "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
        f"--ServerApp.root_dir={places.root}",
        f"--LabApp.default_url=/doc/tree/{notebook}",
        "--LabApp.extension_manager=readonly",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        "--LabApp.news_url=None",
        "--log-level=WARN",
        *(["--allow-root"] if root_user else []),
    ]


def lab_environment(places: Places, token: str, environ: Mapping[str, str]) -> dict[str, str]:
    """The token goes here, where no process list shows it. A person's own Jupyter settings stay out, and untouched."""
    kept = {
        key: value
        for key, value in clean_environment(environ).items()
        if not key.startswith(("JUPYTER_", "JUPYTERLAB_"))
    }
    return kept | {"JUPYTER_TOKEN": token, "JUPYTER_CONFIG_DIR": str(places.settings), "JUPYTER_PREFER_ENV_PATH": "1"}


def own_group(windows: bool) -> dict[str, Any]:
    """Keep Ctrl+C from JupyterLab, which would ask whether to stop; we stop it politely ourselves."""
    return {"creationflags": 0x200} if windows else {"start_new_session": True}  # 0x200: CREATE_NEW_PROCESS_GROUP


def ask(port: int, token: str, path: str, method: str = "GET") -> bool:
    """Whether our own server answered; a proxy is never asked for this computer."""
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}{path}", method=method, headers={"Authorization": f"token {token}"}
    )
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with suppress(urllib.error.URLError, OSError), opener.open(request, timeout=5):
        return True
    return False


def ended(server: "subprocess.Popen[bytes]", seconds: float) -> bool:
    """Wait so long for the server's end. Short waits, since Windows lets Ctrl+C through only between two of them."""
    try:
        server.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    return True


def wait_for_server(server: "subprocess.Popen[bytes]", port: int, token: str, log: Path) -> None:
    """Return when JupyterLab answers."""
    for _ in range(1200):
        if ended(server, 0.1):
            words = log.read_text(encoding="utf-8", errors="replace")
            if "already in use" in words:
                raise Trouble(f"Port {port} was taken by another program just now; start again.")
            raise Trouble(f"JupyterLab stopped by itself ({last_words(words)}); the whole story is in {log}.")
        if ask(port, token, "/api/status"):
            return
    raise Trouble(f"JupyterLab did not answer within two minutes; {log} may say why.")


def stop_server(server: "subprocess.Popen[bytes]", port: int, token: str) -> None:
    """End JupyterLab and its kernels: politely, then firmly. Kernels end themselves when their server is gone."""
    try:
        if not ended(server, 0) and not (ask(port, token, "/api/shutdown", "POST") and ended(server, 15)):
            server.terminate()
            ended(server, 5)
    finally:
        if server.poll() is None:
            server.kill()
            server.wait()


def has_screen(platform: str, environ: Mapping[str, str]) -> bool:
    """Whether a browser window could open here."""
    if platform in ("win32", "darwin"):
        return "SSH_CONNECTION" not in environ
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def open_browser(places: Places, url: str) -> bool:
    """Open the address through a file only its owner can read: a browser's command line would show the token."""
    page = places.own / "open.html"
    page.unlink(missing_ok=True)
    with os.fdopen(os.open(page, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(f'<!doctype html><meta http-equiv="refresh" content="0;url={url}"><a href="{url}">Two Hats</a>')
    with suppress(webbrowser.Error):
        return webbrowser.open(page.as_uri())
    return False


def interrupt(*_: object) -> None:
    raise KeyboardInterrupt


def catch_signals() -> None:
    """Close the course on Ctrl+C, on a closed window and on a polite kill alike; nohup keeps its meaning."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number and (name != "SIGHUP" or signal.getsignal(number) is not signal.SIG_IGN):
            signal.signal(number, interrupt)


def open_course(places: Places, port: int | None, browser: bool) -> int:
    """Run JupyterLab until Ctrl+C, the window's end, or File > Shut Down."""
    notebook, number, token = places.first_notebook(), free_port(port), secrets.token_urlsafe(24)
    url = f"http://127.0.0.1:{number}/doc/tree/{notebook}?token={token}"
    log = places.own / "jupyterlab.log"
    command = lab_command(places, number, notebook, hasattr(os, "geteuid") and os.geteuid() == 0)
    catch_signals()
    with log.open("wb") as words:
        server = subprocess.Popen(
            command,
            cwd=places.root,
            env=lab_environment(places, token, os.environ),
            stdin=subprocess.DEVNULL,
            stdout=words,
            stderr=subprocess.STDOUT,
            **own_group(places.windows),
        )
    try:
        say("Opening JupyterLab ...")
        wait_for_server(server, number, token, log)
        say(f"\nThe course is open at this address, on this computer only:\n\n{url}\n")
        shown = browser and has_screen(sys.platform, os.environ) and open_browser(places, url)
        say("It opens in your browser." if shown else "Open this address in a browser on this computer.")
        say("Keep this window open while you learn. Ctrl+C here ends the course; your answers are kept.")
        while not ended(server, 0.5):
            pass
        say("JupyterLab was shut down.")
    except KeyboardInterrupt:
        say("\nClosing the course ...")
    finally:
        stop_server(server, number, token)
        (places.own / "open.html").unlink(missing_ok=True)
    return 0


# Testing it


def has_chromium() -> bool:
    return any(shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome", "chrome"))


def get_chromium(places: Places) -> None:
    """A browser for the tests: the one that is there, else Debian's when we may install it, else Playwright's own."""
    if has_chromium():
        return
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        say("Installing Debian's Chromium for the browser tests ...")
        os.environ["DEBIAN_FRONTEND"] = "noninteractive"
        for command in (["apt-get", "update", "-q"], ["apt-get", "install", "-y", "-q", "chromium"]):
            if run(*command).returncode:
                raise Trouble(f"'{' '.join(command)}' failed; run it to see why, or install Chromium some other way.")
        return
    # UNTESTED: where this was written, Playwright's own browser could not be downloaded.
    say("Fetching Playwright's own Chromium for the browser tests (this way is untested) ...")
    if run(places.python, "-m", "playwright", "install", "chromium").returncode:
        raise Trouble("No browser could be had for the browser tests; install Chromium or Chrome and start again.")


def tools(places: Places, everything: bool, rest: list[str]) -> dict[str, list[str]]:
    """The commands of the test run by name; pytest last, so that its closing line ends the output."""
    python = [str(places.python), "-m"]
    chosen = rest if rest else ["-n", "2", "--dist", "loadgroup"]
    return {
        "ruff check": [*python, "ruff", "check", "."],
        "ruff format": [*python, "ruff", "format", "--check", "."],
        "mypy": [*python, "mypy"],
        "import-linter": [str(places.python.with_name("lint-imports.exe" if places.windows else "lint-imports"))],
        "pytest": [*python, "pytest", *([] if everything else ["-m", "not slow"]), *chosen],
    }


def run_tool(command: list[str], cwd: Path) -> tuple[int, str]:
    """Run with the output shown as it comes; returns exit code and last line."""
    process = subprocess.Popen(
        command, cwd=cwd, env=clean_environment(os.environ), stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    assert process.stdout is not None
    tail = b""
    for piece in iter(lambda: os.read(process.stdout.fileno(), 4096) if process.stdout else b"", b""):
        sys.stdout.buffer.write(piece)
        sys.stdout.flush()
        tail = (tail + piece)[-2000:]
    lines = tail.decode("utf-8", "replace").strip().splitlines()
    return process.wait(), lines[-1] if lines else "it said nothing"


def run_tests(places: Places, everything: bool, rest: list[str]) -> int:
    """Run every tool, whatever the others said; 0 when all passed."""
    get_chromium(places)
    results: dict[str, tuple[int, str]] = {}
    for name, command in tools(places, everything, rest).items():
        say(f"\n--- {name} ---")
        results[name] = run_tool(command, places.root)
    say("\n--- summary ---")
    for name, (code, last) in results.items():
        told = last if code == 0 and name != "pytest" else ""  # a failing tool's last line is seldom its point
        say(f"{name:<14} {'passed' if code == 0 else 'FAILED'}   {told}".rstrip())
    say(results["pytest"][1])
    return 0 if all(code == 0 for code, _ in results.values()) else 1


# What is wrong with this computer: each check returns what is well, or raises Trouble


def check_python(places: Places) -> str:
    return f"Python {sys.version.split()[0]} is new enough."


def check_venv(places: Places) -> str:
    if not importlib.util.find_spec("venv") or not importlib.util.find_spec("ensurepip"):
        raise Trouble(known("ensurepip", places.root))
    return "Python can make environments."


def check_writable(places: Places) -> str:
    try:
        with tempfile.TemporaryFile(dir=places.root):
            return f"The folder may be written to: {places.root}"
    except OSError as error:
        raise Trouble(known(str(error), places.root) or known("Permission denied", places.root)) from error


def check_space(places: Places) -> str:
    need = 100 if "requirements.txt" in stamps(places) else NEEDED_MB
    free = shutil.disk_usage(places.root).free // 1_000_000
    if free < need:
        raise Trouble(f"Only {free} MB are free on the disk and {need} MB are needed; make room.")
    return f"There is room on the disk: {free} MB."


def check_installation(places: Places) -> str:
    if places.unfinished.exists():
        raise Trouble("The last installation was cut off half-way; run start.py again, and it begins anew.")
    if "requirements.txt" not in stamps(places):
        return "Nothing is installed yet; start.py does that."
    if not works(places):
        raise Trouble("The Python that .venv was made with is gone; run start.py again, and .venv is made anew.")
    before = stamps(places).get("root", str(places.root))
    if before != str(places.root):
        raise Trouble(f"The course was moved here from {before}; run start.py once, and it sets that right.")
    return "The installation is whole and belongs to this folder."


def check_packages(places: Places) -> str:
    if "requirements.txt" not in stamps(places) or not works(places):
        return "Packages are looked at once they are installed."
    arguments = ("--dry-run", "--no-index", "--no-deps", "-r", places.root / "requirements.txt")
    done = run(places.python, "-m", "pip", "install", *arguments)
    if done.returncode or "Would install" in done.stdout:
        raise Trouble(
            "The installed packages differ from requirements.txt; delete the folder .venv and run start.py again."
        )
    return "The installed packages are those of requirements.txt."


def check_network(places: Places) -> str:
    if "requirements.txt" in stamps(places):
        return "No network is needed any more."
    pins = (places.root / "requirements.txt").read_text(encoding="utf-8").splitlines()
    small = next(line for line in pins if line.startswith("comm=="))
    with tempfile.TemporaryDirectory() as folder:
        pip = (
            "-m",
            "pip",
            "download",
            "--retries=0",
            "--timeout=15",
            "--no-deps",
            "--no-cache-dir",
            "-d",
            folder,
            small,
        )
        done = run(sys.executable, *pip)
    if "No module named pip" in done.stdout:
        return "This Python has no pip of its own, so the network shows itself only when start.py installs."
    if done.returncode:
        raise Trouble(known(done.stdout, places.root) or f"Packages cannot be fetched: {last_words(done.stdout)}")
    return "Packages can be fetched over the network."


def check_port(places: Places) -> str:
    port = free_port(None)
    return f"Port {port} is free." if port == PORT else f"Port {PORT} is taken, so another is used, such as {port}."


def check_browser(places: Places) -> str:
    if not has_screen(sys.platform, os.environ):
        return "There is no screen here, so start.py prints an address to open yourself."
    try:
        webbrowser.get()
        return "There is a web browser."
    except webbrowser.Error as error:
        raise Trouble(
            "No web browser was found; install Firefox, Chrome or Edge, or open the printed address yourself."
        ) from error


CHECKS: tuple[Callable[[Places], str], ...] = (
    check_python,
    check_venv,
    check_writable,
    check_space,
    check_installation,
    check_packages,
    check_network,
    check_port,
    check_browser,
)


def check(places: Places) -> int:
    """One line for each thing; 1 when any needs mending."""
    wrong = 0
    for one in CHECKS:
        try:
            say(f"well   {one(places)}")
        except Trouble as trouble:
            wrong += 1
            say(f"MEND   {trouble}")
    say("All is well." if not wrong else f"{wrong} to mend." if wrong > 1 else "One thing to mend.")
    return 1 if wrong else 0


def arguments(argv: list[str]) -> tuple[argparse.Namespace, list[str]]:
    """What was asked for, and what goes on to pytest."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter, allow_abbrev=False
    )
    parser.add_argument("what", nargs="?", choices=["open", "test", "check"], default="open", help=argparse.SUPPRESS)
    parser.add_argument("--port", type=int, help="use this port and no other")
    parser.add_argument("--no-browser", action="store_true", help="only print the address")
    parser.add_argument("--all", action="store_true", help="with test: the slow tests too")
    asked, rest = parser.parse_known_args(argv)
    if rest and asked.what != "test":
        parser.error(f"unknown: {' '.join(rest)}")
    return asked, rest


def main(argv: list[str], places: Places) -> int:
    asked, rest = arguments(argv)
    try:
        if asked.what == "check":
            return check(places)
        set_up(places, tests=asked.what == "test")
        if asked.what == "test":
            return run_tests(places, asked.all, rest)
        return open_course(places, asked.port, not asked.no_browser)
    except Trouble as trouble:
        say(f"\n{trouble}")
    except OSError as error:
        say("\n" + (known(str(error), places.root) or f"This computer refused something: {error}"))
    except KeyboardInterrupt:
        say("\nStopped.")
        return 130
    return 1


if __name__ == "__main__":
    code = main(sys.argv[1:], Places(Path(__file__).resolve().parent))
    if code and os.name == "nt" and "PROMPT" not in os.environ and sys.stdin.isatty():
        input("Press Enter to close this window.")  # a double-clicked file's window closes at once otherwise
    raise SystemExit(code)
