"""`start.py erase`: delete what a class handed in, when its course is over."""

import os
import subprocess

from starter.places import Places
from starter.programs import clean_environment


def erase_class(places: Places, rest: list[str]) -> int:
    """Let the course look at the class folder, ask and delete. A folder is counted from where one stands."""
    command = [str(places.python), "-m", "lessons.classroom.erase", *rest]
    return subprocess.run(command, env=clean_environment(os.environ)).returncode
