"""The private Python in .venv: made, kept, made anew, moved."""

import re
import shutil
import sys
from contextlib import suppress
from pathlib import Path

from starter.meanings import Trouble, known, last_words
from starter.places import Places
from starter.programs import run, say


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
