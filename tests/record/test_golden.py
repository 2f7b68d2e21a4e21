"""Records and hand-ins of every version so far: what was read of them then is read of them now, and for ever.

The files of a version are written once and never changed. When a version ends, a folder for the next one is added.
"""

from __future__ import annotations

import dataclasses
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from lessons.classroom.handin import content_of, parse
from lessons.classroom.table import newest, read_folder, table
from lessons.learner.diary import Diary
from lessons.record import fold as folding
from lessons.record.events import VERSION, decode, encode
from lessons.record.handin import SCHEMA

GOLDEN = Path(__file__).with_name("golden")
VERSIONS = sorted(GOLDEN.iterdir())
HAND_INS = sorted(GOLDEN.glob("*/hand_in*.json"))
each_version = pytest.mark.parametrize("folder", VERSIONS, ids=lambda folder: folder.name)


def differences(then: Any, now: Any, place: str = "state") -> list[str]:
    """Where what is read now is not what was read then. What has been added since is no difference."""
    if isinstance(then, dict) and isinstance(now, dict):
        missing = [f"{place}.{key} is gone" for key in then if key not in now]
        kept = (differences(then[key], now[key], f"{place}.{key}") for key in then if key in now)
        return [*missing, *(one for found in kept for one in found)]
    if isinstance(then, list) and isinstance(now, list) and len(then) == len(now):
        pairs = enumerate(zip(then, now, strict=True))
        return [one for number, pair in pairs for one in differences(*pair, f"{place}[{number}]")]
    return [] if then == now else [f"{place}: {then!r} then, {now!r} now"]


@each_version
def test_a_record_is_read_as_it_was_then(folder: Path, tmp_path: Path) -> None:
    shutil.copyfile(folder / "record.jsonl", tmp_path / "20261124T100000-0a1b2c3d.jsonl")
    state = Diary(tmp_path).state
    now = json.loads(json.dumps(dataclasses.asdict(state)))
    assert differences(json.loads((folder / "state.json").read_text("utf-8")), now) == []


@each_version
def test_no_event_of_a_record_is_changed_or_lost_on_its_way(folder: Path, tmp_path: Path) -> None:
    lines = (folder / "record.jsonl").read_bytes().splitlines()
    events = [decode(line) for line in lines]
    assert [encode(event).encode() for event in events if event] == lines
    shutil.copyfile(folder / "record.jsonl", tmp_path / "other.jsonl")
    exported = json.loads(Diary(tmp_path).export(with_sealed=True))["events"]
    assert len(exported) == len(lines)


@pytest.mark.parametrize("file", HAND_INS, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_a_hand_in_is_read_and_says_what_it_said(file: Path) -> None:
    made = parse(file.read_bytes())
    assert differences(json.loads(file.read_bytes()), json.loads(content_of(made))) == []
    assert len(table(newest([made])[0])) == 1


@each_version
def test_a_class_folder_of_that_version_is_a_class(folder: Path, tmp_path: Path) -> None:
    for file in folder.glob("*.json"):
        if file.name != "state.json":
            shutil.copyfile(file, tmp_path / file.name)
    found = read_folder(tmp_path)
    assert (len(found.hand_ins), found.left_out, found.withdrawn) == (3, (), 1)


def test_the_newest_golden_record_has_every_kind_of_event_and_every_field_of_a_hand_in() -> None:
    """So that a kind or a field that is added comes into the golden files before anything is written with it."""
    newest_folder = GOLDEN / f"version_{VERSION}"
    events = [decode(line) for line in (newest_folder / "record.jsonl").read_bytes().splitlines()]
    assert {event.kind for event in events if event} >= {*folding._LESSON_KINDS, *folding._COURSE_KINDS}
    made = [json.loads(file.read_bytes()) for file in HAND_INS if file.parent.name == f"version_{SCHEMA}"]
    fields = set(made[0])
    assert [field for field in sorted(fields) if not any(one[field] for one in made)] == []


def test_what_was_not_understood_then_is_kept_aside() -> None:
    state = json.loads((GOLDEN / "version_1" / "state.json").read_text("utf-8"))
    assert [(event["kind"], event["version"]) for event in state["others"]] == [
        ("of a later edition", 1),
        ("predicted", 2),
    ]
