"""`start.py handouts`: write the sheets, slides and booklet as files."""

import os
import subprocess

from starter.places import Places
from starter.programs import clean_environment


def write_handouts(places: Places, rest: list[str]) -> int:
    """Let the course print; it shows how far it is. A folder given with --out counts from where one stands."""
    out = [] if any(word.split("=")[0] == "--out" for word in rest) else ["--out", str(places.root / "handouts")]
    command = [str(places.python), "-m", "lessons.publish", *rest, *out]
    return subprocess.run(command, env=clean_environment(os.environ)).returncode
