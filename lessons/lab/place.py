"""Where the course's notebooks lie: what may run on open, and whose outputs are never saved."""

from __future__ import annotations

import os
from pathlib import Path

VARIABLE = "TWO_HATS_NOTEBOOKS"


def notebooks_folder() -> Path:
    """The course's notebooks: the folder that ``TWO_HATS_NOTEBOOKS`` names, else ``notebooks`` beside ``lessons``."""
    named = os.environ.get(VARIABLE)
    return Path(named).expanduser() if named else Path(__file__).resolve().parents[2] / "notebooks"


def spellings(folder: Path) -> list[str]:
    """The ways in which JupyterLab may write a folder: as given, without links, and from the home folder ("~/…").

    A folder that is given as "~/…" is that folder in everybody's own home, as on a hub.
    """
    if folder.parts[:1] == ("~",):
        return [folder.as_posix()]
    home = Path.home()
    plain = dict.fromkeys((folder.absolute(), folder.resolve()))
    from_home = [f"~/{path.relative_to(home).as_posix()}" for path in plain if path.is_relative_to(home)]
    return [path.as_posix() for path in plain] + from_home


def is_course_file(path: Path) -> bool:
    """Whether a file lies in the course's notebooks folder or below it."""
    return path.resolve().is_relative_to(notebooks_folder().resolve())
