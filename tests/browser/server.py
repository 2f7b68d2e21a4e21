"""A private JupyterLab with the learner's own settings, in a temporary folder: the repository stays as it is."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

from lessons.lab.install import install_extension, write_settings

PRIVATE = {  # every place where Jupyter, IPython, matplotlib or the course would read or write
    "JUPYTER_CONFIG_DIR": "config",
    "JUPYTER_DATA_DIR": "data",
    "JUPYTER_RUNTIME_DIR": "run",
    "IPYTHONDIR": "ipython",
    "MPLCONFIGDIR": "matplotlib",
    "TWO_HATS_HOME": "learner",
}
# JupyterLab that ends when the other end of its standard input is closed: by us, or by the system if we are killed.
# The signal goes to the main thread, since to any other it would not wake an idle server.
LAB = """
import os, signal, sys, threading
def end_with_the_tests():
    os.read(0, 1)
    if sys.platform != "win32":
        signal.pthread_kill(threading.main_thread().ident, signal.SIGTERM)
        threading.Event().wait(8)
    os._exit(1)
threading.Thread(target=end_with_the_tests, daemon=True).start()
from jupyterlab.labapp import main
sys.exit(main())
"""


def free_port() -> int:
    """A port that was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def end(process: subprocess.Popen[bytes] | None, seconds: float) -> None:
    """End a server by closing its standard input, firmly if it takes longer than that."""
    if process is None:
        return
    try:
        process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(timeout=10)


class JupyterServer:
    """JupyterLab on 127.0.0.1 with a random token, from ``with`` to its end.

    ``folder`` holds everything: ``course/notebooks`` (the lessons that may run on open), ``course/elsewhere`` (other
    people's notebooks), ``learner`` (TWO_HATS_HOME), ``config`` (the learner's settings) and ``server.log``.
    ``variables``: more of the environment, such as TWO_HATS_CLASS.
    """

    def __init__(
        self, folder: Path, *, start_timeout: float = 60.0, variables: Mapping[str, str] | None = None
    ) -> None:
        self.folder = folder
        self.variables = dict(variables or {})
        self.root = folder / "course"
        self.notebooks = self.root / "notebooks"
        self.elsewhere = self.root / "elsewhere"
        self.learner = folder / "learner"
        self.token = secrets.token_hex(16)
        self.port = 0
        self._start_timeout = start_timeout
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """The address without a path."""
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> JupyterServer:
        self._prepare()
        for attempt in range(3):  # another process may take the port between the probe and the server
            self.port = free_port()
            try:
                self._start()
                return self
            except RuntimeError:
                if attempt == 2 or "already in use" not in self.log():
                    raise
        raise AssertionError("unreachable")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        process, self._process = self._process, None
        end(process, seconds=10)

    def log(self) -> str:
        """What the server has printed so far."""
        return (self.folder / "server.log").read_text(encoding="utf-8", errors="replace")

    def api(self, method: str, path: str, body: Any = None, timeout: float = 30) -> Any:
        """One call of the server's own interface; its answer, read from JSON."""
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, method=method, data=data)
        request.add_header("Authorization", f"token {self.token}")
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # never send this computer to a proxy
        with opener.open(request, timeout=timeout) as answer:
            text = answer.read()
        return json.loads(text) if text else None

    def _prepare(self) -> None:
        for place in (self.notebooks, self.elsewhere, *(self.folder / name for name in PRIVATE.values())):
            place.mkdir(parents=True, exist_ok=True)
        install_extension(self.folder / "prefix", self.notebooks)
        write_settings(self.folder / "config")

    def _command(self) -> list[str]:
        command = [sys.executable, "-c", LAB, "--no-browser", "--ServerApp.ip=127.0.0.1"]
        command += [f"--ServerApp.port={self.port}", "--ServerApp.port_retries=0", f"--ServerApp.root_dir={self.root}"]
        command += [f"--LabApp.extra_labextensions_path={self.folder / 'prefix/share/jupyter/labextensions'}"]
        command += ["--LabApp.expose_app_in_browser=True"]  # the driver looks into window.jupyterapp
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            command.append("--allow-root")
        return command

    def _environment(self) -> dict[str, str]:
        private = {name: str(self.folder / place) for name, place in PRIVATE.items()}
        course = {"TWO_HATS_NOTEBOOKS": str(self.notebooks), "JUPYTER_TOKEN": self.token}
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "TWO_HATS"))}
        return kept | private | course | self.variables

    def _start(self) -> None:
        with (self.folder / "server.log").open("ab") as log:
            self._process = subprocess.Popen(
                self._command(),
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=self._environment(),
                cwd=self.root,
                start_new_session=os.name == "posix",
            )
        limit = time.monotonic() + self._start_timeout
        while not self._answers():
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(timeout=0.05)  # ends at once if the server dies
                raise RuntimeError(f"JupyterLab ended at its start:\n{self.log()[-3000:]}")
            if time.monotonic() > limit:
                raise RuntimeError(f"JupyterLab did not answer in {self._start_timeout:.0f} s:\n{self.log()[-3000:]}")

    def _answers(self) -> bool:
        try:
            self.api("GET", "/api/status", timeout=2)
        except (urllib.error.URLError, OSError):
            return False
        return True
