"""The house is in order: thin notebooks, honest documents, pins in step, and nothing that belongs to one machine."""

import ast
import json
import re
import subprocess
import tomllib
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
IGNORED = {".git", ".venv", ".two-hats", "__pycache__", "build", "handouts", "screenshots"}
MADE = {"settings.json", "place.json"}  # documents name them; they are made by running


def tracked() -> list[str]:
    """The repository's files, with slashes; in a copy without git, all files that are not made by running."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True)
    if listed.returncode == 0 and listed.stdout:
        return [name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]
    names = [path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file()]
    return [name.as_posix() for name in names if not IGNORED & set(name.parts) and "egg-info" not in str(name)]


FILES = tracked()
NOTEBOOKS = [name for name in FILES if name.endswith(".ipynb")]
DOCUMENTS = [name for name in FILES if name in ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")]


def text(name: str) -> str:
    """A file's text; "" when it is none."""
    try:
        return (ROOT / name).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def code_cells(name: str) -> list[dict[str, Any]]:
    return [cell for cell in json.loads(text(name))["cells"] if cell["cell_type"] == "code"]


def test_there_is_something_to_look_at() -> None:
    assert len(FILES) > 50
    assert NOTEBOOKS
    assert {"README.md", "ARCHITECTURE.md"} <= set(DOCUMENTS)


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_notebooks_hold_no_outputs(name: str) -> None:
    """As committed: on a learner's disk a save hook sees to it."""
    for cell in code_cells(name):
        assert cell["outputs"] == []
        assert cell["execution_count"] is None
    assert "widgets" not in json.loads(text(name))["metadata"]


def is_facade_call(statement: ast.stmt, known: set[str]) -> bool:
    """An import from the facade, `name = call(…)`, or a call on a name that came from there."""
    if isinstance(statement, ast.ImportFrom):
        known |= {alias.asname or alias.name for alias in statement.names}
        return statement.module == "lessons" and statement.level == 0
    if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Call):
        good = is_facade_call(ast.Expr(statement.value), known)
        known |= {target.id for target in statement.targets if isinstance(target, ast.Name)}
        return good
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
        called = statement.value.func
        name = called.value if isinstance(called, ast.Attribute) else called
        return isinstance(name, ast.Name) and name.id in known
    return False


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_cells_are_short_calls_of_the_facade(name: str) -> None:
    known: set[str] = set()
    for cell in code_cells(name):
        source = "".join(cell["source"])
        assert len(source.splitlines()) <= 4, source
        for statement in ast.parse(source).body:
            assert is_facade_call(statement, known), ast.unparse(statement)


@pytest.mark.parametrize(
    "bad", ["import os", "from os import path", "lesson.begin()", "x = 1", "print(1)", "from lessons.page import page"]
)
def test_other_code_would_be_noticed(bad: str) -> None:
    assert not is_facade_call(ast.parse(bad).body[0], set())


# Written in halves, so that this file does not hold what it forbids.
FORBIDDEN = {
    "a path of one machine": r"/wo" + r"rk/|/ho" + r"me/[a-z]+/\.|/ro" + r"ot/",
    "unfinished": r"\bTO" + r"DO\b|\bFIX" + r"ME\b|(?i:lorem" + r" ipsum)",
    "a package registry": r"py"
    + r"pi\.org|python"
    + r"hosted\.org|npm"
    + r"js\.org|deb\.deb"
    + r"ian\.org|simple/ind"
    + "ex",
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_holds(what: str) -> None:
    found = [
        f"{name}:{number}: {line.strip()[:80]}"
        for name in FILES
        for number, line in enumerate(text(name).splitlines(), 1)
        if re.search(FORBIDDEN[what], line)
    ]
    assert found == []


def named_paths(document: str) -> set[str]:
    """Paths that a document names: in code spans, in blocks, and as targets of links; not patterns such as <name>."""
    content = text(document)
    code = re.findall(r"```.*?```", content, re.DOTALL) + re.findall(r"(?<!`)`([^`\n]+)`(?!`)", content)
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", content)
    end = r"(?:/(?=[\s`,;)]|$)|\.(?:py|toml|txt|md|ipynb|json|css|js|typ|cff)\b)"  # a folder's slash, or a suffix
    path = r"(?<![\w/.<{:*~-])((?:\.?[\w-]+/)*\.?[\w-]+" + end + ")"
    return {name for name in chain(links, *(re.findall(path, part) for part in code)) if "NN_" not in name}


def exists(name: str) -> bool:
    """Whether the repository has a file or folder with that end. What running the course makes may be named too."""
    if name.split("/")[0] in IGNORED | MADE:
        return True
    inside = [f"/{file}" for file in FILES]
    return any(f"/{name}" in file if name.endswith("/") else file.endswith(f"/{name}") for file in inside)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_documents_name_what_exists(document: str) -> None:
    named = named_paths(document)
    assert named
    assert sorted(name for name in named if not exists(name)) == []


def test_no_test_sleeps() -> None:
    """A test that waits for time passes on a quick machine and fails on a busy one."""
    sleepers = []
    for name in FILES:
        if name.startswith("tests/") and name.endswith(".py"):
            calls = [node.func for node in ast.walk(ast.parse(text(name))) if isinstance(node, ast.Call)]
            names = [call.attr if isinstance(call, ast.Attribute) else getattr(call, "id", "") for call in calls]
            sleepers += [name for called in names if called in ("sleep", "wait_for_timeout")]
    assert sleepers == []


def pins(name: str) -> dict[str, list[Requirement]]:
    """The pinned packages of a requirements file by name."""
    found: dict[str, list[Requirement]] = {}
    for line in text(name).splitlines():
        if line and not line.startswith(("#", "-")):
            requirement = Requirement(line)
            found.setdefault(canonicalize_name(requirement.name), []).append(requirement)
    return found


def wanted(*extras: str) -> list[Requirement]:
    """What pyproject.toml asks for."""
    project = tomllib.loads(text("pyproject.toml"))
    lines = project["project"]["dependencies"] + project["build-system"]["requires"]
    return [
        Requirement(line) for line in chain(lines, *(project["project"]["optional-dependencies"][e] for e in extras))
    ]


@pytest.mark.parametrize("files", [("requirements.txt",), ("requirements.txt", "requirements-test.txt")])
def test_pins_are_in_step_with_pyproject(files: tuple[str, ...]) -> None:
    """After a change of dependencies: run .ci/lock.py."""
    pinned = {name: found for file in files for name, found in pins(file).items()}
    for requirement in wanted(*(["test"] if len(files) > 1 else [])):
        versions = pinned.get(canonicalize_name(requirement.name), [])
        assert versions, f"{requirement} is not pinned"
        for version in versions:
            assert requirement.specifier.contains(next(iter(version.specifier)).version), f"{requirement}: {version}"


@pytest.mark.parametrize("file", ["requirements.txt", "requirements-test.txt"])
def test_every_package_is_pinned_once_for_each_computer(file: str) -> None:
    for name, found in pins(file).items():
        assert all(str(requirement.specifier).startswith("==") for requirement in found)
        for system in ("linux", "darwin", "win32"):
            for python in ("3.11", "3.12", "3.13", "3.14"):
                place = {"sys_platform": system, "python_version": python}
                fitting = [pin for pin in found if pin.marker is None or pin.marker.evaluate(place)]
                assert len(fitting) <= 1, f"{name} on {system}, Python {python}"


def test_versions_and_licences_agree() -> None:
    project = tomllib.loads(text("pyproject.toml"))["project"]
    citation = yaml.safe_load(text("CITATION.cff"))
    newest = re.search(r"^## (\S+)", text("CHANGELOG.md"), re.MULTILINE)
    assert newest
    assert project["version"] == citation["version"] == newest[1]
    assert project["license"] == " AND ".join(citation["license"])
    assert {"cff-version", "message", "title", "authors"} <= set(citation)
    assert all(name in FILES for name in project["license-files"])
