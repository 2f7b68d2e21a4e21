"""Where things are on each kind of computer, and the way in."""

from pathlib import Path

import pytest

from starter.meanings import Trouble
from starter.places import Places


def notebooks(root: Path, *names: str) -> Places:
    (root / "notebooks").mkdir()
    for name in names:
        (root / "notebooks" / name).write_text("{}", encoding="utf-8")
    return Places(root)


@pytest.mark.parametrize(
    ("windows", "python"), [(True, ".venv/Scripts/python.exe"), (False, ".venv/bin/python")], ids=["Windows", "others"]
)
def test_python_of_the_venv(windows: bool, python: str, tmp_path: Path) -> None:
    assert Places(tmp_path, windows).python == tmp_path / python


def test_the_way_in_is_the_first_notebook_by_number(tmp_path: Path) -> None:
    places = notebooks(tmp_path, "01_focus.ipynb", "00_start_here.ipynb", "Untitled.ipynb", "00_notes.md")
    assert places.first_notebook() == "notebooks/00_start_here.ipynb"
    (tmp_path / "notebooks" / "00_start_here.ipynb").unlink()
    assert places.first_notebook() == "notebooks/01_focus.ipynb"


def test_a_folder_without_lessons_is_said_to_be_incomplete(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="no lesson"):
        Places(tmp_path).first_notebook()
