"""The extension and the settings land where JupyterLab looks for them, and nowhere else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jupyterlab_server.config import get_federated_extensions

from lessons.lab import place
from lessons.lab.install import extension_folder, install_extension, main, settings_files


def installed_files(prefix: Path) -> Path:
    """The folder of the files that an installed extension loads."""
    package = json.loads((extension_folder(prefix) / "package.json").read_text(encoding="utf-8"))
    entry = extension_folder(prefix) / package["jupyterlab"]["_build"]["load"]
    assert entry.name == "remoteEntry.js" and entry.exists()
    return entry.parent


def test_jupyterlab_finds_the_extension(tmp_path: Path) -> None:
    main(["--prefix", str(tmp_path), "--notebooks", str(tmp_path / "notebooks")])
    found = get_federated_extensions([str(tmp_path / "share" / "jupyter" / "labextensions")])
    assert list(found) == ["two-hats-lab"]
    folders = json.loads((installed_files(tmp_path) / "place.json").read_text(encoding="utf-8"))["folders"]
    assert (tmp_path / "notebooks").as_posix() in folders


def test_a_changed_extension_gets_a_new_place_and_leaves_no_old_files(tmp_path: Path) -> None:
    install_extension(tmp_path, tmp_path / "one")
    first = installed_files(tmp_path)
    install_extension(tmp_path, tmp_path / "two")
    assert installed_files(tmp_path) != first
    assert not first.exists()
    install_extension(tmp_path, tmp_path / "one")
    assert installed_files(tmp_path) == first


def test_removing_takes_everything_out_and_may_be_repeated(tmp_path: Path) -> None:
    install_extension(tmp_path)
    for _ in range(2):
        main(["--prefix", str(tmp_path), "--remove"])
        assert not extension_folder(tmp_path).exists()


def test_settings_are_written_over_older_ones_only(tmp_path: Path) -> None:
    (tmp_path / "lab").mkdir()
    (tmp_path / "lab" / "own.json").write_text("{}", encoding="utf-8")
    for _ in range(2):
        main(["--settings", str(tmp_path)])
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert written == set(settings_files()) | {"lab/own.json"}
    assert all(json.loads(text) for text in settings_files().values())


def test_every_setting_exists_in_this_jupyterlab() -> None:
    import jupyterlab.commands as commands

    schemas = Path(commands.get_app_dir()) / "schemas"
    overrides = json.loads(settings_files()["labconfig/default_setting_overrides.json"])
    for plugin, values in overrides.items():
        package, name = plugin.split(":")
        schema = json.loads((schemas / package / f"{name}.json").read_text(encoding="utf-8"))
        assert set(values) <= set(schema["properties"]), plugin


def test_the_folder_is_spelled_as_jupyterlab_may_write_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    found = place.spellings(tmp_path / "link")
    assert found == [
        (tmp_path / "link").as_posix(),
        (tmp_path / "real").as_posix(),
        "~/link",
        "~/real",
    ]


def test_a_folder_in_everybodys_own_home_is_spelled_as_jupyterlab_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    main(["--prefix", str(tmp_path), "--notebooks", "~/two-hats/notebooks"])
    (file,) = extension_folder(tmp_path).glob("static/*/place.json")
    assert json.loads(file.read_text(encoding="utf-8")) == {"folders": ["~/two-hats/notebooks"]}
    monkeypatch.setenv("HOME", str(tmp_path / "anna"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "anna"))
    monkeypatch.setenv(place.VARIABLE, "~/two-hats/notebooks")
    assert place.is_course_file(tmp_path / "anna" / "two-hats" / "notebooks" / "01_focus.ipynb")
    assert not place.is_course_file(tmp_path / "ben" / "two-hats" / "notebooks" / "01_focus.ipynb")


def test_the_folder_is_beside_the_package_unless_it_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(place.VARIABLE, raising=False)
    assert place.notebooks_folder() == Path(place.__file__).parents[2] / "notebooks"
    monkeypatch.setenv(place.VARIABLE, str(tmp_path))
    assert place.notebooks_folder() == tmp_path
    assert place.is_course_file(tmp_path / "a" / "b.ipynb")
    assert not place.is_course_file(tmp_path / ".." / "b.ipynb")
