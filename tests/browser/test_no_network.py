"""A lesson needs no network: lessons 0 and 1 are walked where nothing but this computer's loopback exists."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.slow]

REPOSITORY = Path(__file__).resolve().parents[2]
# SIOCSIFFLAGS with IFF_UP | IFF_RUNNING: a new network namespace begins with its loopback down
LOOPBACK_UP = """
import fcntl, os, socket, struct, sys
with socket.socket() as probe:
    fcntl.ioctl(probe, 0x8914, struct.pack("16sH14x", b"lo", 0x41))
os.execv(sys.executable, [sys.executable, *sys.argv[1:]])
"""
REACH_OUT = """
import socket
try:
    socket.create_connection(("192.0.2.1", 80), timeout=1)
except OSError as error:
    print("unreachable" if error.errno in (101, 113) else error)
"""


def without_network(*arguments: str) -> list[str]:
    """A Python command in a network namespace of its own."""
    unshare = shutil.which("unshare")
    if sys.platform != "linux" or unshare is None:
        pytest.skip("Taking the network away needs Linux and unshare (util-linux).")
    new = ["--net"] if os.geteuid() == 0 else ["--map-root-user", "--net"]
    return [unshare, *new, sys.executable, "-c", LOOPBACK_UP, *arguments]


def test_there_is_no_network_in_there() -> None:
    done = subprocess.run(without_network("-c", REACH_OUT), capture_output=True, text=True)
    assert done.stdout.strip() == "unreachable", done.stdout + done.stderr


@pytest.mark.parametrize("walk", ["test_start.py", "test_walk.py -k 01_focus"])
def test_a_lesson_is_walked_without_a_network(walk: str) -> None:
    pytest_again = ["-m", "pytest", "-q", "-p", "no:cacheprovider", *f"tests/browser/{walk}".split()]
    done = subprocess.run(without_network(*pytest_again), cwd=REPOSITORY, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-1000:]
    assert " passed" in done.stdout
