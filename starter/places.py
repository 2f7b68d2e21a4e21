"""Where things are in a course folder."""

import os
from pathlib import Path

from starter.meanings import Trouble


class Places:
    """The paths of one course folder on one kind of computer."""

    def __init__(self, root: Path, windows: bool = os.name == "nt") -> None:
        self.root = root
        self.windows = windows
        self.venv = root / ".venv"
        self.python = self.venv / "Scripts" / "python.exe" if windows else self.venv / "bin" / "python"
        self.stamps = self.venv / "two-hats.json"
        self.unfinished = self.venv / "unfinished"
        self.own = root / ".two-hats"
        self.settings = self.own / "jupyter"

    def first_notebook(self) -> str:
        """The first notebook by number, as a path with slashes: 00_start_here where there is one."""
        found = sorted(path.name for path in (self.root / "notebooks").glob("[0-9][0-9]_*.ipynb"))
        if not found:
            raise Trouble(f"There is no lesson in {self.root / 'notebooks'}; get the whole course folder again.")
        return f"notebooks/{found[0]}"
