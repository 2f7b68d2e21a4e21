#!/usr/bin/env python3
"""Open the course:     python3 start.py          (Windows: double-click this file, or  py start.py)
Print it:            python3 start.py handouts (--out DIR, --lesson SLUG, --paper a4: sheets and slides as files)
After a class:       python3 start.py erase    (--class FOLDER: delete what the class handed in, after asking once)
Test it:             python3 start.py test     (--all with the slow tests; anything else goes to pytest)
What is wrong here:  python3 start.py check

Only Python's standard library is used, because nothing else is there yet. What is made stays beside this file:
.venv holds the packages, .two-hats holds JupyterLab's settings and two logs. Delete both and you are back at the start.
"""

import os
import sys

OLDEST = (3, 11)


def too_old(version: "tuple[int | str, ...]") -> str:  # an old Python reads this far: no newer word may stand here
    """One sentence when this Python cannot run the course, else ""."""
    if tuple(version[:2]) >= OLDEST:
        return ""
    here = ".".join(str(part) for part in version[:3])
    text = "Python {}.{} or newer is needed, and this is Python {} ({}); get a newer one from python.org."
    return text.format(OLDEST[0], OLDEST[1], here, sys.executable)


def leave(sentence: str) -> None:
    """End before the course could begin."""
    sys.stderr.write(sentence + "\n")
    keep_window_open()
    sys.exit(1)


def keep_window_open() -> None:
    """Let a person read the end: the window of a double-clicked file closes at once otherwise."""
    if os.name == "nt" and "PROMPT" not in os.environ and sys.stdin.isatty():
        input("Press Enter to close this window.")


if too_old(sys.version_info):
    leave(too_old(sys.version_info))

import argparse
from pathlib import Path

HERE = Path(__file__).resolve().parent

if not (HERE / "starter").is_dir():  # Windows takes a file that is opened inside a zip archive out alone
    leave("start.py needs the folder that it came in; unpack or download the whole course and start it there.")
sys.path.insert(0, str(HERE))  # PYTHONSAFEPATH leaves it out

from starter.checks import check
from starter.erasing import erase_class
from starter.handouts import write_handouts
from starter.installing import set_up
from starter.jupyter import open_course
from starter.meanings import Trouble, known
from starter.places import Places
from starter.programs import say
from starter.testing import run_tests


def arguments(argv: list[str]) -> tuple[argparse.Namespace, list[str]]:
    """What was asked for, and what goes on to pytest, to the press or to the eraser."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter, allow_abbrev=False
    )
    parser.add_argument(
        "what",
        nargs="?",
        choices=["open", "test", "check", "handouts", "erase"],
        default="open",
        help=argparse.SUPPRESS,
    )
    parser.add_argument("--port", type=int, help="use this port and no other")
    parser.add_argument("--no-browser", action="store_true", help="only print the address")
    parser.add_argument("--all", action="store_true", help="with test: the slow tests too")
    asked, rest = parser.parse_known_args(argv)
    if rest and asked.what not in ("test", "handouts", "erase"):
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
        if asked.what == "handouts":
            return write_handouts(places, rest)
        if asked.what == "erase":
            return erase_class(places, rest)
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
    code = main(sys.argv[1:], Places(HERE))
    if code:
        keep_window_open()
    raise SystemExit(code)
