"""A small course folder whose Python only writes down what it was asked to do."""

import sys
from pathlib import Path

from starter.places import Places


def script(path: Path, body: str) -> Path:
    """A program for the shell, which stands in for Python."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


class Course:
    """A small course folder whose Python only writes down what it was asked to do."""

    def __init__(self, root: Path) -> None:
        self.places = Places(root)
        self.diary = root.parent / "asked.txt"
        for name in ("notebooks", "lessons/lab", ".two-hats"):
            (root / name).mkdir(parents=True)
        (root / "requirements.txt").write_text("# pins\na==1\nb==2 ; sys_platform == 'nowhere'\n", encoding="utf-8")
        (root / "requirements-test.txt").write_text("-r requirements.txt\nc==3\n", encoding="utf-8")
        (root / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
        (root / "lessons/lab/install.py").write_text("pass\n", encoding="utf-8")

    def python(self, body: str = "exit 0") -> str:
        """The body of a Python that notes its arguments, makes the settings folder and does `body` for pip."""
        lab = 'mkdir -p "${4:-.}"'
        return f'echo "$@" >> {self.diary}\ncase "$2" in\npip) {body};;\nlessons.lab.install) {lab};;\nesac'

    def give_venv(self, body: str = "exit 0", version: str = f"{sys.version_info[0]}.{sys.version_info[1]}.9") -> None:
        script(self.places.python, self.python(body))
        (self.places.venv / "pyvenv.cfg").write_text(f"home = /usr/bin\nversion = {version}\n", encoding="utf-8")

    def asked(self) -> list[str]:
        """What the pretended Python was asked since the last look."""
        lines = self.diary.read_text(encoding="utf-8").splitlines() if self.diary.exists() else []
        self.diary.unlink(missing_ok=True)
        return lines
