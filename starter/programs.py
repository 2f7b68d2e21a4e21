"""Other programs: what they are given of our surroundings, and what we say meanwhile."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path


def say(text: str) -> None:
    print(text, flush=True)


def clean_environment(environ: Mapping[str, str]) -> dict[str, str]:
    """The environment for our own Python, which another Python's settings would mislead."""
    kept = {key: value for key, value in environ.items() if key not in ("PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV")}
    return kept | {"PIP_USER": "0", "PIP_REQUIRE_VIRTUALENV": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}


def run(*command: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run quietly, with both outputs in .stdout."""
    return subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env=clean_environment(os.environ),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
