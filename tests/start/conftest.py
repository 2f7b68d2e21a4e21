"""What the tests of setting up share."""

import sys
from pathlib import Path

import pytest

from tests.start.course import Course, script


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Course:
    """A course whose base Python, asked for a venv, makes one with the same pretended Python."""
    root = tmp_path / "course"
    root.mkdir()
    made = Course(root)
    cfg = f"version = {sys.version_info[0]}.{sys.version_info[1]}.9"
    copy = f"mkdir -p $3/bin && cp {root}/fake $3/bin/python && echo '{cfg}' > $3/pyvenv.cfg"
    script(root / "fake", made.python())
    monkeypatch.setattr(sys, "_base_executable", str(script(tmp_path / "base", copy)), raising=False)
    return made
