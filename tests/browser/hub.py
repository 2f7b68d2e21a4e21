"""A real JupyterHub on this computer, with the configuration that the course ships: hub, proxy, a server a person.

SimpleLocalProcessSpawner runs every server under this account: good for a test, and for nothing else.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from lessons.activities.next import NOTEBOOKS
from lessons.lab.install import install_extension, write_settings
from tests.browser.server import LAB, end, free_port

ROOT = Path(__file__).resolve().parents[2]
PROXY = "configurable-http-proxy@5.3.0"
PASSWORD = "one-for-all"
# The hub ends when its standard input is closed, as `tests.browser.server.LAB` does, and its proxy and servers with it.
# Ending a hub takes longer than ending a server.
HUB = LAB.replace("from jupyterlab.labapp import main", "from jupyterhub.app import main").replace(
    "wait(8)", "wait(30)"
)
CONFIG = """
import os, sys
load_subconfig({shipped!r})
c = get_config()
c.JupyterHub.bind_url = "http://127.0.0.1:{port}"
c.JupyterHub.hub_bind_url = "http://127.0.0.1:{hub_port}"
c.JupyterHub.db_url = "sqlite:///:memory:"
c.JupyterHub.cookie_secret_file = {secret!r}
c.JupyterHub.authenticator_class = "dummy"
c.Authenticator.allow_all = True
c.DummyAuthenticator.password = {password!r}
c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = {homes!r} + "/{{username}}"
c.Spawner.cmd = [sys.executable, "-m", "jupyterhub.singleuser"]
c.Spawner.args = ["--LabApp.extra_labextensions_path=" + {extensions!r}, "--LabApp.expose_app_in_browser=True"]
if hasattr(os, "geteuid") and os.geteuid() == 0:
    c.Spawner.args.append("--allow-root")
c.Spawner.environment.update({{"TWO_HATS_NOTEBOOKS": {notebooks!r}, "MPLCONFIGDIR": {fonts!r}}})
c.Spawner.start_timeout = c.Spawner.http_timeout = 120
c.ConfigurableHTTPProxy.command = [{proxy!r}]
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{proxy_port}"
c.ConfigurableHTTPProxy.pid_file = {pid!r}
"""


@dataclass(frozen=True)
class Seat:
    """One person's server as a browser page sees it: its address; who they are is in the browser's cookies."""

    url: str
    token: str = ""


def install_proxy(folder: Path) -> Path:
    """The hub's proxy, fetched by npm into a folder; its program. Raises RuntimeError with what npm said."""
    npm = shutil.which("npm") or "npm"
    command = [npm, "install", "--prefix", str(folder), "--no-audit", "--no-fund", "--loglevel=error", PROXY]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    if done.returncode:
        raise RuntimeError(f"npm could not fetch {PROXY}:\n{done.stderr[-2000:]}")
    return folder / "node_modules" / ".bin" / "configurable-http-proxy"


class Hub:
    """A hub from ``with`` to its end. ``folder`` holds the course, the homes, the drop folder and ``hub.log``."""

    def __init__(self, folder: Path, proxy: Path, *, start_timeout: float = 90.0) -> None:
        self.folder, self._proxy, self._start_timeout = folder, proxy, start_timeout
        self.course, self.homes, self.drop = folder / "course", folder / "homes", folder / "class"
        self.port = 0
        self.handed_out: dict[Path, bytes] = {}  # the notebooks as they were before anybody opened one
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """The address that people are given."""
        return f"http://127.0.0.1:{self.port}"

    def seat(self, name: str) -> Seat:
        """The server of one person."""
        return Seat(f"{self.url}/user/{name}")

    def log(self) -> str:
        """What the hub has printed so far."""
        return (self.folder / "hub.log").read_text(encoding="utf-8", errors="replace")

    def __enter__(self) -> Hub:
        self._prepare()
        self._start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        process, self._process = self._process, None
        end(process, seconds=40)

    def _prepare(self) -> None:
        for place in (self.homes, self.drop, self.folder / "matplotlib"):
            place.mkdir(parents=True)
        shutil.copytree(NOTEBOOKS, self.course / "notebooks", ignore=shutil.ignore_patterns(".*"))
        self.handed_out = {path: path.read_bytes() for path in self.course.rglob("*.ipynb")}
        install_extension(self.folder / "prefix", self.course / "notebooks")
        write_settings(self.folder / "settings")
        self.port = free_port()
        config = CONFIG.format(
            shipped=str(ROOT / "hub" / "two_hats.py"),
            port=self.port,
            hub_port=free_port(),
            proxy_port=free_port(),
            secret=str(self.folder / "cookie_secret"),
            password=PASSWORD,
            homes=str(self.homes),
            extensions=str(self.folder / "prefix/share/jupyter/labextensions"),
            notebooks=str(self.course / "notebooks"),
            fonts=str(self.folder / "matplotlib"),
            proxy=str(self._proxy),
            pid=str(self.folder / "proxy.pid"),
        )
        (self.folder / "jupyterhub_config.py").write_text(config, encoding="utf-8")
        for place in (*self.course.rglob("*"), self.course):  # nobody's to change; an administrator can all the same
            place.chmod(0o555 if place.is_dir() else 0o444)

    def _environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "TWO_HATS"))}
        places = {"TWO_HATS_COURSE": self.course, "TWO_HATS_SETTINGS": self.folder / "settings"}
        return kept | {name: str(place) for name, place in places.items()} | {"TWO_HATS_CLASS": str(self.drop)}

    def _start(self) -> None:
        command = [sys.executable, "-c", HUB, "--config", str(self.folder / "jupyterhub_config.py")]
        with (self.folder / "hub.log").open("ab") as log:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=self._environment(),
                cwd=self.folder,
                start_new_session=True,
            )
        limit = time.monotonic() + self._start_timeout
        while not self._answers():
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(timeout=0.1)  # ends at once if the hub dies
                raise RuntimeError(f"JupyterHub ended at its start:\n{self.log()[-3000:]}")
            if time.monotonic() > limit:
                raise RuntimeError(f"JupyterHub did not answer in {self._start_timeout:.0f} s:\n{self.log()[-3000:]}")

    def _answers(self) -> bool:
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # never send this computer to a proxy
        try:
            with opener.open(f"{self.url}/hub/api/", timeout=2) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, OSError):
            return False
