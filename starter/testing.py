"""`start.py test`: every tool once, and a summary that ends with pytest's own line."""

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress

from starter.meanings import Trouble
from starter.places import Places
from starter.programs import clean_environment, run, say
from starter.signals import catch_signals, own_group


def has_chromium() -> bool:
    return any(shutil.which(name) for name in ("chromium", "chromium-browser", "google-chrome", "chrome"))


def debian_root() -> bool:
    """Whether Debian's packages may be installed here."""
    return bool(shutil.which("apt-get")) and hasattr(os, "geteuid") and os.geteuid() == 0


def install(what: str, package: str, *flags: str) -> None:
    """Install one of Debian's packages, or raise Trouble with the command that failed."""
    say(what)
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    get = ["apt-get", "install", "-y", "-q", *flags, package]
    for command in (["apt-get", "update", "-q"], get):
        if run(*command).returncode:
            raise Trouble(f"'{' '.join(command)}' failed; run it to see why, or install {package} some other way.")


def get_libreoffice() -> None:
    """LibreOffice for the tests of DOCX files, where we may install it; elsewhere they say that it is missing."""
    if not shutil.which("soffice") and debian_root():
        what = "Installing Debian's LibreOffice for the tests of DOCX files ..."
        install(what, "libreoffice-writer-nogui", "--no-install-recommends")


def get_npm() -> None:
    """npm, which fetches the proxy of the JupyterHub that a test starts, where we may install it."""
    if not shutil.which("npm") and debian_root():
        install("Installing Debian's npm for the test of a class on a hub ...", "npm", "--no-install-recommends")


def get_chromium(places: Places) -> None:
    """A browser for the tests: the one that is there, else Debian's when we may install it, else Playwright's own."""
    if has_chromium():
        return
    if debian_root():
        install("Installing Debian's Chromium for the browser tests ...", "chromium")
        return
    # UNTESTED: where this was written, Playwright's own browser could not be downloaded.
    say("Fetching Playwright's own Chromium for the browser tests (this way is untested) ...")
    if run(places.python, "-m", "playwright", "install", "chromium").returncode:
        raise Trouble("No browser could be had for the browser tests; install Chromium or Chrome and start again.")


def tools(places: Places, everything: bool, rest: list[str]) -> dict[str, list[str]]:
    """The commands of the test run by name; pytest last, so that its closing line ends the output."""
    python = [str(places.python), "-m"]
    chosen = rest if rest else ["-n", "2", "--dist", "loadfile"]
    return {
        "ruff check": [*python, "ruff", "check", "."],
        "ruff format": [*python, "ruff", "format", "--check", "."],
        "mypy": [*python, "mypy"],
        "import-linter": [str(places.python.with_name("lint-imports.exe" if places.windows else "lint-imports"))],
        "pytest": [*python, "pytest", *([] if everything else ["-m", "not slow"]), *chosen],
    }


def run_tool(command: list[str], places: Places) -> tuple[int, str]:
    """Run with the output shown as it comes; returns exit code and last line."""
    process = subprocess.Popen(
        command,
        cwd=places.root,
        env=clean_environment(os.environ),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        **own_group(places.windows),
    )
    try:
        tail = show(process)
    except KeyboardInterrupt:
        end(process, places.windows)
        raise
    lines = tail.decode("utf-8", "replace").strip().splitlines()
    return process.wait(), lines[-1] if lines else "it said nothing"


def show(process: "subprocess.Popen[bytes]") -> bytes:
    """Pass the output on until it ends; returns its end."""
    assert process.stdout is not None
    tail = b""
    while piece := os.read(process.stdout.fileno(), 4096):
        sys.stdout.buffer.write(piece)
        sys.stdout.flush()
        tail = (tail + piece)[-2000:]
    return tail


def end(process: "subprocess.Popen[bytes]", windows: bool) -> None:
    """Let a tool put away what it started; end it firmly if it does not."""
    try:
        if windows:
            process.terminate()
        else:
            process.send_signal(signal.SIGINT)
        with suppress(subprocess.TimeoutExpired):
            sys.stdout.buffer.write(process.communicate(timeout=20)[0])
    finally:
        process.kill()


def run_tests(places: Places, everything: bool, rest: list[str]) -> int:
    """Run every tool, whatever the others said; 0 when all passed."""
    catch_signals()
    get_chromium(places)
    if everything:
        get_libreoffice()
        get_npm()
    results: dict[str, tuple[int, str]] = {}
    for name, command in tools(places, everything, rest).items():
        say(f"\n--- {name} ---")
        results[name] = run_tool(command, places)
    say("\n--- summary ---")
    for name, (code, last) in results.items():
        told = last if code == 0 and name != "pytest" else ""  # a failing tool's last line is seldom its point
        say(f"{name:<14} {'passed' if code == 0 else 'FAILED'}   {told}".rstrip())
    say(results["pytest"][1])
    return 0 if all(code == 0 for code, _ in results.values()) else 1
