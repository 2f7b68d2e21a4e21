"""What a hub needs is there, says the same everywhere, and does what docs/hub.md promises."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from traitlets.config import Config

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "hub.md").read_text(encoding="utf-8")
VALUES = yaml.safe_load((ROOT / "hub" / "values.yaml").read_text(encoding="utf-8"))
COURSE, CLASS, SETTINGS = "/srv/two-hats", "/srv/two-hats-class", "/srv/two-hats-settings"
posix = pytest.mark.skipif(os.name == "nt", reason="these are scripts for Linux, where hubs run")


def configured(monkeypatch: pytest.MonkeyPatch, **environment: str) -> Config:
    """The configuration that hub/two_hats.py makes in a hub with this environment."""
    for name in ("TWO_HATS_COURSE", "TWO_HATS_SETTINGS", "TWO_HATS_CLASS"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    made = Config()
    code = (ROOT / "hub" / "two_hats.py").read_text(encoding="utf-8")
    exec(compile(code, "two_hats.py", "exec"), {"get_config": lambda: made})
    return made


def environment_of(made: Config) -> dict[str, str]:
    found: dict[str, str] = made.Spawner.environment.get_value({"KEPT": "yes"})
    return found


# ---- the configuration
def test_everybody_opens_lesson_0_of_one_course_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    spawner = configured(monkeypatch).Spawner
    assert spawner.notebook_dir == COURSE
    _, _, notebook = spawner.default_url.partition("/doc/tree/")
    assert (ROOT / notebook).is_file()


def test_servers_get_the_class_folder_and_the_settings_and_keep_what_they_have(monkeypatch: pytest.MonkeyPatch) -> None:
    found = environment_of(configured(monkeypatch))
    assert found == {"KEPT": "yes", "TWO_HATS_CLASS": CLASS, "JUPYTER_CONFIG_PATH": SETTINGS}


def test_folders_are_named_in_the_hubs_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    made = configured(monkeypatch, TWO_HATS_COURSE="/a", TWO_HATS_SETTINGS="/b", TWO_HATS_CLASS="/c")
    assert made.Spawner.notebook_dir == "/a"
    assert environment_of(made) == {"KEPT": "yes", "TWO_HATS_CLASS": "/c", "JUPYTER_CONFIG_PATH": "/b"}


# ---- Kubernetes
def test_kubernetes_opens_the_same_course_with_the_same_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    spawner, single = configured(monkeypatch).Spawner, VALUES["singleuser"]
    assert single["defaultUrl"] == spawner.default_url
    assert VALUES["hub"]["config"]["KubeSpawner"]["notebook_dir"] == spawner.notebook_dir
    (mount,) = single["storage"]["extraVolumeMounts"].values()
    (volume,) = single["storage"]["extraVolumes"].values()
    assert single["extraEnv"]["TWO_HATS_CLASS"] == mount["mountPath"] == CLASS
    assert mount["name"] == volume["name"]


def test_on_kubernetes_only_teachers_are_in_the_group_that_may_read() -> None:
    made: Any = SimpleNamespace(KubeSpawner=SimpleNamespace())
    exec(VALUES["hub"]["extraConfig"]["two-hats-teachers"], names := {"c": made})
    (teacher,) = names["TEACHERS"]
    groups = {}
    for name in (teacher, "anna"):
        spawner = SimpleNamespace(user=SimpleNamespace(name=name), supplemental_gids=None)
        made.KubeSpawner.pre_spawn_hook(spawner)
        groups[name] = spawner.supplemental_gids
    assert groups == {teacher: [2000], "anna": []}
    assert "chown root:2000" in PAGE and "chmod 1773" in PAGE


# ---- Binder
def test_binder_installs_the_courses_own_pins() -> None:
    lines = (ROOT / "binder" / "requirements.txt").read_text(encoding="utf-8").splitlines()
    included, *more = [line for line in lines if not line.startswith("#")]
    assert included == "-r ../requirements.txt" and (ROOT / "binder" / "../requirements.txt").is_file()
    assert more and all(re.fullmatch(r"[a-z-]+==[\d.]+", line) for line in more)


def test_binder_runs_a_python_that_the_course_runs_on() -> None:
    runtime = (ROOT / "binder" / "runtime.txt").read_text(encoding="utf-8").strip()
    found = re.fullmatch(r"python-3\.(\d+)", runtime)
    assert found and int(found[1]) >= 11


@posix
@pytest.mark.parametrize("name", ["postBuild", "start"])
def test_scripts_can_be_run(name: str) -> None:
    script = ROOT / "binder" / name
    assert os.access(script, os.X_OK) and script.read_text(encoding="utf-8").startswith("#!/bin/bash\n")
    assert subprocess.run(["bash", "-n", script], capture_output=True).returncode == 0


@posix
def test_start_lets_a_teacher_read_what_a_server_writes(tmp_path: Path) -> None:
    written = tmp_path / "made by a server"
    command = [ROOT / "binder" / "start", "bash", "-c", 'umask; echo yes > "$0"', written]
    done = subprocess.run(command, capture_output=True, text=True, umask=0o077)
    assert done.stdout.strip() == "0022" and written.stat().st_mode & 0o777 == 0o644


PYTHON = """#!/bin/bash
# pip is only noted; everything else is done by this environment's own Python
if [ "$1 $2" = "-m pip" ]; then echo "$@" >> {noted}; else exec {python} "$@"; fi
"""


@posix
def test_postbuild_puts_extension_and_settings_where_jupyterlab_reads_them(tmp_path: Path) -> None:
    """In an environment of its own, which borrows the packages of the one that runs the tests."""
    own = tmp_path / "env"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", own], check=True, timeout=120)
    (site,) = own.glob("lib/python*/site-packages")
    borrowed = [path for path in sys.path if path.endswith("site-packages")]
    (site / "borrowed.pth").write_text("\n".join([str(ROOT), *borrowed]) + "\n", encoding="utf-8")
    fake, noted = tmp_path / "bin" / "python", tmp_path / "pip"
    fake.parent.mkdir()
    fake.write_text(PYTHON.format(noted=noted, python=own / "bin" / "python"), encoding="utf-8")
    fake.chmod(0o755)
    path = {"PATH": f"{fake.parent}{os.pathsep}{os.environ['PATH']}"}
    kept = {name: value for name, value in os.environ.items() if not name.startswith("TWO_HATS")}
    subprocess.run([ROOT / "binder" / "postBuild"], check=True, cwd=ROOT, env=kept | path, timeout=120)
    assert noted.read_text(encoding="utf-8").split() == [
        "-m",
        "pip",
        "install",
        "--no-cache-dir",
        "--no-deps",
        "-e",
        ".",
    ]
    (place,) = own.glob("share/jupyter/labextensions/two-hats-lab/static/*/place.json")
    assert str(ROOT / "notebooks") in json.loads(place.read_text(encoding="utf-8"))["folders"]
    assert (own / "etc/jupyter/labconfig/default_setting_overrides.json").is_file()
    assert "strip_outputs" in (own / "etc/jupyter/jupyter_server_config.json").read_text(encoding="utf-8")


# ---- the page
def test_every_file_that_the_page_names_is_there() -> None:
    without_links = re.sub(r"https?://\S+", "", PAGE).replace("two-hats/notebooks", "")
    named = set(re.findall(r"\b(?:hub|binder|notebooks|tests)/[\w./]+\w", without_links))
    assert len(named) > 6
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_every_variable_that_the_page_names_is_read_somewhere() -> None:
    files = [*(ROOT / "lessons").rglob("*.py"), ROOT / "hub" / "two_hats.py"]
    code = "".join(file.read_text(encoding="utf-8") for file in files)
    named = set(re.findall(r"TWO_HATS_[A-Z]+", PAGE))
    assert {"TWO_HATS_CLASS", "TWO_HATS_NOTEBOOKS"} <= named
    assert [name for name in named if f'"{name}"' not in code] == []


def test_every_module_that_the_page_runs_exists() -> None:
    modules = set(re.findall(r"python -m ([\w.]+)", PAGE))
    assert modules and all(importlib.util.find_spec(name) for name in modules)


def test_the_folders_of_the_page_are_those_of_the_configuration(monkeypatch: pytest.MonkeyPatch) -> None:
    found = environment_of(configured(monkeypatch))
    assert f"git clone ADDRESS-OF-THE-COURSE {configured(monkeypatch).Spawner.notebook_dir}\n" in PAGE
    assert f"--settings {found['JUPYTER_CONFIG_PATH']}\n" in PAGE
    assert re.search(rf"install -d -m 1733 -o \S+ {found['TWO_HATS_CLASS']}\n", PAGE)


def test_the_link_that_fetches_the_course_opens_lesson_0() -> None:
    (link,) = re.findall(r"^https://HUB/\S+$", PAGE, re.M)
    asked = {name: values[0] for name, values in parse_qs(urlsplit(link).query).items()}
    assert set(asked) == {"repo", "branch", "urlpath"}
    folder, _, notebook = asked["urlpath"].removeprefix("doc/tree/").partition("/")
    assert (ROOT / notebook).is_file() and f"~/{folder}/notebooks" in PAGE
