"""What goes into .venv, each step only when something it depends on has changed."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from starter.environment import make_venv, mend_scripts
from starter.meanings import Trouble, known, last_words
from starter.places import Places
from starter.programs import clean_environment, run, say
from starter.progress import Meter, count_pins, watch
from starter.stamps import set_stamp, stamp, stamps


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
