"""`start.py check`, what is wrong with this computer: each check returns what is well, or raises Trouble."""

import importlib.util
import os
import shutil
import sys
import tempfile
import webbrowser
from collections.abc import Callable

from starter.browser import has_screen
from starter.environment import works
from starter.jupyter import PORT, free_port
from starter.meanings import NEEDED_MB, Trouble, known, last_words
from starter.places import Places
from starter.programs import run, say
from starter.stamps import stamps


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
