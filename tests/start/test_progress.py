"""How far pip is."""

import os
import sys

import pytest

from starter import installing, progress
from starter.progress import Meter
from tests.start.course import Course


def test_the_meter_follows_pip() -> None:
    meter = Meter(total=3)
    for line in ("Collecting a==1", "  Downloading a.whl", "Requirement already satisfied: b==2", "Collecting c"):
        meter.read(line)
    assert "3 of 3" in meter.text(0)
    meter.read("Installing collected packages: a, c")
    assert meter.text(2).endswith("2 of 3")
    assert meter.text(9).endswith("3 of 3")


def test_pins_are_counted_for_this_computer_and_across_files(course: Course) -> None:
    root = course.places.root
    (root / "requirements.txt").write_text(
        f'a==1\nb==2 ; python_version < "3.12"\nb==3 ; python_version >= "3.12"\nc==1 ; sys_platform == "nowhere"\n'
        f'd==1 ; sys_platform == "{sys.platform}"\n',
        encoding="utf-8",
    )
    assert progress.count_pins(root / "requirements-test.txt") == 4


def test_a_live_line_on_a_terminal(
    course: Course, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gate = course.places.root / "gate"
    os.mkfifo(gate)  # pip goes on only after the live line was shown
    course.give_venv(f"echo Collecting a; read -r go < {gate}")
    shown: list[str] = []

    def show(text: str, **_: object) -> None:
        shown.append(text)
        if sum("1 of" in line for line in shown) == 1 and "1 of" in text:
            gate.write_text("go\n", encoding="utf-8")

    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setattr(progress, "print", show, raising=False)
    with installing.alone(course.places):
        installing.install_packages(course.places, "requirements.txt", "Installing ...")
    assert "\r  fetching packages: 1 of 1" in [text.rstrip() for text in shown]
    assert shown[-1].strip() == ""
