"""Nothing is left behind when a test run is killed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import psutil
import pytest

pytestmark = pytest.mark.browser

REPOSITORY = Path(__file__).resolve().parents[2]
RUN = """
import sys
from pathlib import Path
from tests.browser.server import JupyterServer
with JupyterServer(Path(sys.argv[1])) as server:
    server.api("POST", "/api/kernels", {})
    print("started", flush=True)
    sys.stdin.read()
"""


def test_jupyterlab_and_its_kernels_end_with_a_test_run_that_is_killed(tmp_path: Path) -> None:
    command = [sys.executable, "-c", RUN, str(tmp_path)]
    with subprocess.Popen(command, cwd=REPOSITORY, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == "started\n"
        family = psutil.Process(run.pid).children(recursive=True)
        run.kill()
    left = psutil.wait_procs(family, timeout=20)[1]
    for process in left:
        process.kill()
    assert len(family) >= 2, "JupyterLab and a kernel"
    assert left == []
