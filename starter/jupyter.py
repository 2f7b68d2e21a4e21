"""JupyterLab from its start to its end."""

import os
import secrets
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from starter.browser import has_screen, open_browser
from starter.meanings import Trouble, last_words
from starter.places import Places
from starter.programs import clean_environment, say
from starter.signals import catch_signals, own_group

PORT = 8899


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
