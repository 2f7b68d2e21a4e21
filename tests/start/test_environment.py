"""The private Python: when it is kept, and when it is made anew."""

import sys
from pathlib import Path

import pytest

from starter import environment, installing
from starter.meanings import Trouble
from tests.start.course import Course, script

DEBIAN = """The virtual environment was not created successfully because ensurepip is not
available.  On Debian/Ubuntu systems, you need to install the python3-venv"""


def test_another_python_gets_its_own_packages(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    course.give_venv(version="3.9.1")
    installing.set_up(course.places)
    assert "another Python" in capsys.readouterr().out
    assert environment.venv_version(course.places) == f"{sys.version_info[0]}.{sys.version_info[1]}"


def test_a_venv_that_one_made_by_hand_is_kept(course: Course) -> None:
    course.give_venv()
    (course.places.venv / "mine").touch()
    installing.set_up(course.places)
    assert (course.places.venv / "mine").exists()


def test_a_venv_that_is_a_link_is_replaced_and_its_target_kept(course: Course, tmp_path: Path) -> None:
    target = tmp_path / "elsewhere"
    (target / "precious").mkdir(parents=True)
    course.places.venv.symlink_to(target)
    installing.set_up(course.places)
    assert (target / "precious").is_dir()
    assert not course.places.venv.is_symlink()


def test_debians_python_without_venv(course: Course, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    base = script(tmp_path / "base", f"cat <<'END'\n{DEBIAN}\nEND\nexit 1")
    monkeypatch.setattr(sys, "_base_executable", str(base), raising=False)
    with pytest.raises(Trouble, match=r"sudo apt install python3\.\d+-venv"):
        installing.set_up(course.places)
    assert not course.places.venv.exists()
