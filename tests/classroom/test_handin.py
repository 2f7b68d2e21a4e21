"""A hand-in as a file: whole or not there, never over another; and whatever else lies in the folder never raises."""

import errno
import json
import os
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.classroom.handin import LARGEST, NotAHandIn, parse, read, write
from lessons.course import library
from lessons.record.handin import HandIn, hand_in, new_secret
from lessons.record.state import Answer, LessonState, Prediction, State, Text
from lessons.record.trouble import Trouble

LESSON = LessonState(
    prediction=Prediction(12.0, "fairly", ""),
    choices={1: "A", 2: "C"},
    placed={"focus": {"T01": "both"}},
    answers={"1": Answer("A", "C", 2, "", False, True), "2": Answer({"1": "leading"}, {}, 1, "", True, True)},
    texts={"reflect": Text("I shall ask Ayla.", "")},
)
MADE = hand_in(State({"focus": LESSON}), "focus", date(2026, 11, 24), new_secret(), texts=("reflect",))
PLAIN = MADE.model_dump()


def test_a_hand_in_is_read_back_as_it_was_written(tmp_path):
    path = write(MADE, tmp_path)
    assert read(path) == MADE
    assert [found.name for found in tmp_path.iterdir()] == [path.name]
    assert MADE.pseudonym not in path.name


def test_handing_in_twice_makes_two_files_and_writing_the_same_once_more_none(tmp_path):
    again = hand_in(State({"focus": LESSON}), "focus", date(2026, 11, 24), new_secret())
    assert write(MADE, tmp_path) != write(again, tmp_path)
    assert write(MADE, tmp_path) == write(MADE, tmp_path)
    assert len(list(tmp_path.iterdir())) == 2


def refuse_links(path, target):
    raise PermissionError(errno.EPERM, "no links here")


@pytest.mark.parametrize("links", [True, False])
def test_a_file_that_is_there_is_never_replaced(tmp_path, monkeypatch, links):
    if not links:
        monkeypatch.setattr(type(tmp_path), "hardlink_to", refuse_links)
    path = write(MADE, tmp_path)
    before = path.read_bytes()
    other = MADE.model_copy(update={"day": "2026-11-25"})
    assert isinstance(write(other, tmp_path), Trouble)
    assert path.read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 1


def test_a_disk_without_links_serves_as_well(tmp_path, monkeypatch):
    monkeypatch.setattr(type(tmp_path), "hardlink_to", refuse_links)
    assert read(write(MADE, tmp_path)) == MADE
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.parametrize(("error", "key"), [("ENOSPC", "disk_full"), ("EROFS", "read_only"), ("EACCES", "not_allowed")])
@pytest.mark.parametrize("call", ["write", "fsync", "open"])
def test_trouble_is_named_and_nothing_half_written_stays(tmp_path, monkeypatch, error, key, call):
    def refuse(*args, **more):
        raise OSError(getattr(errno, error), "refused")

    with monkeypatch.context() as patch:
        patch.setattr(os, call, refuse)
        assert write(MADE, tmp_path) == Trouble(key, str(tmp_path))
    assert not list(tmp_path.iterdir())
    assert "{" not in library.words("handin", key).format(path=tmp_path)


def test_a_class_folder_that_is_not_there_is_named_and_not_made(tmp_path):
    assert write(MADE, tmp_path / "class") == Trouble("no_folder", str(tmp_path / "class"))
    assert not (tmp_path / "class").exists()


def test_what_would_be_too_big_to_be_read_is_not_written(tmp_path):
    words = {f"p{number}": "漢" * 2000 for number in range(20)}
    assert write(MADE.model_copy(update={"texts": words}), tmp_path) == Trouble("too_big", str(tmp_path))
    assert not list(tmp_path.iterdir())
    assert library.words("handin.too_big")


def dumped(**change):
    return json.dumps({**PLAIN, **change}).encode()


TEXT = json.dumps(PLAIN)
HOSTILE = {
    "empty": b"",
    "not text": b"\xff\xfe\x00",
    "a torn file": TEXT.encode()[:-5],
    "a list": b"[]",
    "null": b"null",
    "a number": b"9",
    "deep": b"[" * 60_000,
    "deep inside": TEXT.replace('"texts": {', '"texts": ' + '{"a": ' * 5000, 1).encode(),
    "a key twice": TEXT.replace('"lesson": "focus"', '"lesson": "focus", "lesson": "focus"').encode(),
    "not a number": TEXT.replace("12.0", "NaN").encode(),
    "infinity": TEXT.replace("12.0", "1e999").encode(),
    "a huge integer": TEXT.replace("12.0", "1" + "0" * 400).encode(),
    "an endless integer": TEXT.replace("12.0", "9" * 30_000).encode(),
    "a number as text": dumped(prediction={"value": "12", "sure": "guess"}),
    "true as a number": dumped(prediction={"value": True, "sure": "guess"}),
    "a number as truth": dumped(checks={"1": {"first": "A", "right": 1, "tries": 1}}),
    "markup in a name": dumped(checks={"<img src=x>": {"first": "A", "right": True, "tries": 1}}),
    "markup in an answer": dumped(checks={"1": {"first": "<img src=x>", "right": True, "tries": 1}}),
    "markup as a role": dumped(sorts={"focus": {"T01": "<b>both</b>"}}),
    "a formula as a card": dumped(sorts={"focus": {"=1+1": "both"}}),
    "a path as a lesson": dumped(lesson="../../etc/passwd"),
    "a name as a pseudonym": dumped(pseudonym="Kim"),
    "a time as a day": dumped(day="2026-11-24T10:00"),
    "a line end after the day": dumped(day="2026-11-24\n"),
    "other digits": dumped(day="٢٠٢٦-11-24"),
    "an unknown option": dumped(choices={"1": "F"}),
    "a third decision": dumped(choices={"3": "A"}),
    "an unknown key": dumped(score=100),
    "a key that is missing": json.dumps({key: PLAIN[key] for key in PLAIN if key != "opens"}).encode(),
    "another format": dumped(format="tax return", version=7),
    "too many questions": dumped(checks={str(n): {"first": 1, "right": True, "tries": 1} for n in range(1, 52)}),
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_hand_in_is_refused(content):
    assert parse(TEXT.encode()) == MADE
    with pytest.raises(NotAHandIn, match="not_a_hand_in"):
        parse(content)


@pytest.mark.parametrize("version", [0, 2, "1", 1.5, None, [1]])
def test_another_version_is_named(version):
    with pytest.raises(NotAHandIn, match="other_version"):
        parse(dumped(version=version))


def test_a_file_of_more_than_64_kb_is_not_read(tmp_path):
    path = tmp_path / "huge.json"
    path.write_bytes(TEXT.encode() + b" " * (LARGEST - len(TEXT)))
    assert read(path) == MADE
    path.write_bytes(TEXT.encode() + b" " * (LARGEST + 1 - len(TEXT)))
    with pytest.raises(NotAHandIn, match="too_big"):
        read(path)


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=9)
    | st.just("<script>alert(1)</script>"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=5,
)


@given(st.sampled_from(sorted(PLAIN)), VALUES)
def test_any_value_in_any_place_is_either_a_hand_in_or_refused(name, value):
    try:
        made = parse(dumped(**{name: value}))
    except NotAHandIn as why:
        assert library.words("classroom", str(why))
    else:
        assert isinstance(made, HandIn)
        assert "<script>" not in made.model_copy(update={"texts": {}}).model_dump_json()


@given(st.binary(max_size=300) | st.text().map(lambda text: text.encode("utf-8")))
def test_any_bytes_at_all_are_refused(content):
    with pytest.raises(NotAHandIn):
        parse(content)


@given(st.integers(0, len(TEXT) - 1), st.binary(min_size=1, max_size=3))
def test_a_damaged_file_is_a_hand_in_or_refused(place, damage):
    content = TEXT.encode()
    try:
        assert isinstance(parse(content[:place] + damage + content[place + len(damage) :]), HandIn)
    except NotAHandIn as why:
        assert library.words("classroom", str(why))
