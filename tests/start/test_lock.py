"""The markers of the pinned requirements."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from packaging.markers import Marker
from packaging.requirements import Requirement

import lock

PYTHONS = ["3.11", "3.12", "3.13"]
EVERYWHERE = {(system, python) for system in lock.SYSTEMS for python in PYTHONS}


def environment(system: str, python: str) -> dict[str, str]:
    return lock.SYSTEMS[system] | {"python_version": python}


@given(st.sets(st.sampled_from(sorted(lock.SYSTEMS)), min_size=1))
def test_a_systems_marker_holds_on_these_systems_only(systems: set[str]) -> None:
    marker = lock.system_marker(systems)
    for system in lock.SYSTEMS:
        holds = not marker or Marker(marker).evaluate(environment(system, "3.12"))
        assert holds == (system in systems)


@given(st.integers(0, 2), st.integers(0, 2))
def test_a_pythons_marker_holds_for_these_pythons_only(one: int, other: int) -> None:
    versions = set(PYTHONS[min(one, other) : max(one, other) + 1])
    marker = lock.python_marker(versions, PYTHONS)
    for python in PYTHONS:
        holds = not marker or Marker(marker).evaluate(environment("linux", python))
        assert holds == (python in versions)


def test_the_newest_pins_serve_pythons_to_come() -> None:
    assert Marker(lock.python_marker({"3.12", "3.13"}, PYTHONS)).evaluate({"python_version": "3.15"})


def test_a_gap_between_pythons_is_refused() -> None:
    with pytest.raises(ValueError, match="unbroken"):
        lock.python_marker({"3.11", "3.13"}, PYTHONS)


def test_a_package_with_two_versions_gets_two_lines() -> None:
    pins = {"numpy": {(system, python): "2.4" if python == "3.11" else "2.5" for system, python in EVERYWHERE}}
    pins["appnope"] = {("darwin", python): "1.0" for python in PYTHONS}
    pins["attrs"] = dict.fromkeys(EVERYWHERE, "26.1")
    assert sorted(lock.lines(pins, PYTHONS)) == [
        'appnope==1.0 ; sys_platform == "darwin"',
        "attrs==26.1",
        'numpy==2.4 ; python_version < "3.12"',
        'numpy==2.5 ; python_version >= "3.12"',
    ]


def test_what_another_system_needs_is_found_through_extras_and_markers() -> None:
    found = lock.Found(environment("linux", "3.12"))
    found.versions = {"top": "1", "shell": "2"}
    found.needs = {
        "top": [Requirement("shell ; extra == 'terminal'"), Requirement("colour>=3 ; sys_platform == 'win32'")],
        "shell": [Requirement("pty ; os_name != 'nt'")],
    }
    roots = [Requirement("top[terminal]")]
    names, missing = lock.walk(found, roots, "win32")
    assert names == {"top", "shell"}
    assert [str(need.name) for need in missing] == ["colour"]
    assert [str(need.name) for need in lock.walk(found, roots, "linux")[1]] == ["pty"]
