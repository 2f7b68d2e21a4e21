"""Write requirements.txt and requirements-test.txt anew from pyproject.toml.

    .venv/bin/python .ci/lock.py python3.11 python3.12 python3.13

Name every Python the files should serve, oldest first. pip resolves on each of them; what only Windows or macOS needs
is read from the packages' own markers and resolved for that system. Nothing is installed.
"""

import json
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
HEAD = "# Written by .ci/lock.py from pyproject.toml; change that and run it again.\n"
SYSTEMS = {
    "linux": {"sys_platform": "linux", "os_name": "posix", "platform_system": "Linux"},
    "darwin": {"sys_platform": "darwin", "os_name": "posix", "platform_system": "Darwin"},
    "win32": {"sys_platform": "win32", "os_name": "nt", "platform_system": "Windows"},
}
Pins = dict[str, dict[tuple[str, str], str]]  # the version of each package for (system, Python)
FIRST_RELEASE = "import sys; print(f'{sys.version_info[0]}.{sys.version_info[1]}.0')"
HELD_BACK = ["argon2-cffi-bindings<26"]  # 26 has no wheel for Macs with an Intel processor
WHEELS_OF = {"darwin": "macosx_11_0_arm64", "win32": "win_amd64"}


@dataclass
class Found:
    """What one Python resolved to: versions and needs by package name, and the values of its markers."""

    environment: dict[str, str]
    versions: dict[str, str] = field(default_factory=dict)
    needs: dict[str, list[Requirement]] = field(default_factory=dict)

    def add(self, report: dict[str, Any]) -> None:
        for item in report["install"]:
            name = canonicalize_name(item["metadata"]["name"])
            self.versions[name] = item["metadata"]["version"]
            self.needs[name] = [Requirement(text) for text in item["metadata"].get("requires_dist", [])]


def resolve(python: str, *arguments: str) -> dict[str, Any]:
    """pip's own report of what it would install; pip's error ends the run.

    Asks for wheels that the first release of this Python can use: Debian's is years behind the newest.
    """
    first = subprocess.run([python, "-c", FIRST_RELEASE], check=True, capture_output=True, text=True).stdout.strip()
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [
            python,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--dry-run",
            "--ignore-installed",
            "--report",
            str(report),
        ]
        wheels = ["--only-binary=:all:", "--python-version", first, "--target", folder]
        subprocess.run([*command, *wheels, *arguments, *HELD_BACK], check=True, cwd=ROOT)
        answer: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
        return answer


def walk(found: Found, roots: list[Requirement], system: str) -> tuple[set[str], list[Requirement]]:
    """Names that `system` needs, and needs that this Python, running elsewhere, has not resolved."""
    environment = found.environment | SYSTEMS[system]
    seen: set[tuple[str, frozenset[str]]] = set()
    missing: list[Requirement] = []
    waiting = list(roots)
    while waiting:
        need = waiting.pop()
        key = (canonicalize_name(need.name), frozenset(need.extras))
        if key in seen:
            continue
        if key[0] not in found.versions:
            missing += [need] if need not in missing else []
            continue
        seen.add(key)
        for extra in ("", *need.extras):
            waiting += [
                n for n in found.needs[key[0]] if n.marker is None or n.marker.evaluate(environment | {"extra": extra})
            ]
    return {name for name, _ in seen}, missing


def complete(found: Found, python: str, roots: list[Requirement], system: str) -> set[str]:
    """The names that `system` needs, after resolving those that this machine's own system does not."""
    names, missing = walk(found, roots, system)
    while missing:
        wanted = [f"{need.name}{need.specifier}" for need in missing]
        found.add(resolve(python, "--no-deps", "--platform", WHEELS_OF[system], *wanted))
        names, missing = walk(found, roots, system)
    return names


def system_marker(systems: set[str]) -> str:
    """The shortest marker for these systems; "" when all three."""
    if systems == set(SYSTEMS):
        return ""
    if len(systems) == 1:
        return f'sys_platform == "{next(iter(systems))}"'
    return f'sys_platform != "{next(iter(set(SYSTEMS) - systems))}"'


def python_marker(versions: set[str], every: list[str]) -> str:
    """A marker for an unbroken run of Python versions; the newest is open upwards, for Pythons to come."""
    places = sorted(every.index(version) for version in versions)
    first, last = places[0], places[-1]
    if places != list(range(first, last + 1)):
        raise ValueError(f"not an unbroken run of versions: {sorted(versions)}")
    parts = [f'python_version >= "{every[first]}"'] if first else []
    parts += [f'python_version < "{every[last + 1]}"'] if last + 1 < len(every) else []
    return " and ".join(parts)


def lines(pins: Pins, pythons: list[str]) -> list[str]:
    """One line a package and version. `pins[name][(system, python)]` is the version wanted there."""
    written = []
    for name, places in sorted(pins.items()):
        for version in dict.fromkeys(places.values()):
            here = {place for place, pinned in places.items() if pinned == version}
            markers = [
                python_marker({python for _, python in here}, pythons),
                system_marker({system for system, _ in here}),
            ]
            marker = " and ".join(part for part in markers if part)
            written.append(f"{name}=={version}" + (f" ; {marker}" if marker else ""))
    return written


def pin(interpreters: list[str], roots: list[Requirement], *arguments: str) -> tuple[Pins, list[str]]:
    """Resolve on every interpreter for every system: (pins, Python versions)."""
    pins: Pins = {}
    pythons: list[str] = []
    for interpreter in interpreters:
        report = resolve(interpreter, *arguments, *(str(root) for root in roots))
        found = Found(report["environment"])
        found.add(report)
        python = found.environment["python_version"]
        pythons.append(python)
        for system in SYSTEMS:
            for name in complete(found, interpreter, roots, system):
                pins.setdefault(name, {})[(system, python)] = found.versions[name]
    return pins, pythons


def main(interpreters: list[str]) -> int:
    if not interpreters:
        print(__doc__)
        return 1
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    base = [Requirement(text) for text in project["build-system"]["requires"] + project["project"]["dependencies"]]
    test = [Requirement(text) for text in project["project"]["optional-dependencies"]["test"]]
    requirements = ROOT / "requirements.txt"
    pins, pythons = pin(interpreters, base)
    requirements.write_text(HEAD + "\n".join(lines(pins, pythons)) + "\n", encoding="utf-8")
    more, _ = pin(interpreters, base + test, "-r", str(requirements))
    extra = {name: places for name, places in more.items() if places != pins.get(name)}
    (ROOT / "requirements-test.txt").write_text(
        HEAD + "-r requirements.txt\n" + "\n".join(lines(extra, pythons)) + "\n", encoding="utf-8"
    )
    print(f"{len(pins)} packages for the course and {len(extra)} more for its tests, for Python {', '.join(pythons)}.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
