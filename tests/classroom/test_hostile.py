"""A thousand files and a thousand zips made to do harm: each is a sentence or a hand-in, and the good ones count.

``TWO_HATS_FUZZ=10000`` makes ten thousand of each, with another seed each time that ``TWO_HATS_SEED`` says so.
"""

from __future__ import annotations

import io
import os
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.classroom import archive
from lessons.classroom.archive import read_archive, read_class
from lessons.classroom.export import to_csv
from lessons.classroom.gathering import ClassFolder
from lessons.classroom.handin import NotAHandIn, content_of, parse
from lessons.classroom.table import newest, read_folder, table
from lessons.course import library
from lessons.page import parts
from lessons.record.handin import HandIn, Withdrawal, seal
from tests.classroom.hostile import MARKUP, NAMES, SPOIL, ZIPS, good, hostile_files, hostile_zips, with_entry, zipped

COUNT = int(os.environ.get("TWO_HATS_FUZZ", "1000"))
SEED = int(os.environ.get("TWO_HATS_SEED", "20261124"))


def harmless(found: ClassFolder) -> None:
    """What a teacher is shown and given of it: sentences, a table, a file for a spreadsheet."""
    for sentence in found.left_out:
        assert sentence.isprintable() and len(sentence) < 260
        sentence.encode("utf-8")
        assert "<img" not in parts.alert(sentence) and "<script" not in parts.alert(sentence)
    made = table(found.hand_ins)
    assert len(made) == len(found.hand_ins)
    for hand_in in found.hand_ins:
        without_words = hand_in.model_copy(update={"texts": {}}).model_dump_json()
        assert not any(mark in without_words for mark in MARKUP)
    for cell in to_csv(made).decode("utf-8-sig").replace("\r\n", ",").split(","):
        assert not cell.strip('"').startswith(("=", "+", "@", "\t", "\r"))


def test_hostile_files_are_sentences_and_the_good_ones_count(tmp_path: Path) -> None:
    """All in one class folder, with five good hand-ins among them."""
    expected = {(made := good(number)).pseudonym: made for number in range(5)}
    for number, made in enumerate(expected.values()):
        (tmp_path / f"good {number}.json").write_bytes(content_of(made))
    accepted = 0
    for number, content in enumerate(hostile_files(SEED, COUNT)):
        name = NAMES[number % len(NAMES)] if number < len(NAMES) else f"{number}.json"
        (tmp_path / f"{number % 7} {name}").write_bytes(content)
        try:
            accepted += bool(parse(content))
        except NotAHandIn as why:
            assert library.words("classroom", str(why))
    found = read_folder(tmp_path)
    harmless(found)
    assert {made.pseudonym: made for made in found.hand_ins if made.pseudonym in expected} == expected
    assert len(found.left_out) >= COUNT - accepted
    assert COUNT * 0.02 < accepted < COUNT * 0.3, "hostile words in a good file are accepted, all else is not"


def test_every_way_to_spoil_a_file_is_tried() -> None:
    assert len(SPOIL) == 17 and len(ZIPS) == 11 and COUNT >= 1000


def test_hostile_zips_are_sentences_and_the_good_file_in_them_counts() -> None:
    kept = 0
    for content, must_count in hostile_zips(SEED, COUNT):
        found = read_archive(io.BytesIO(content))
        harmless(found)
        kept += bool(found.hand_ins)
        assert not must_count or any(made.prediction and made.prediction.value == 1 for made in found.hand_ins)
    assert kept > COUNT * 0.5


def test_a_zip_beside_a_folder_reads_the_same(tmp_path: Path) -> None:
    made = [good(number) for number in range(3)]
    (tmp_path / "class" / "Kim_1_file").mkdir(parents=True)
    for number, one in enumerate(made):
        (tmp_path / "class" / "Kim_1_file" / f"{number}.json").write_bytes(content_of(one))
    inside = {f"Kim_1_file/{number}.json": content_of(one) for number, one in enumerate(made)}
    (tmp_path / "class.zip").write_bytes(zipped(inside | {"Kim_1_file/": b"", "__MACOSX/._0.json": b"x", ".DS": b""}))
    assert read_class(tmp_path / "class") == read_class(tmp_path / "class.zip")
    assert len(read_class(tmp_path / "class.zip").hand_ins) == 3


@pytest.mark.parametrize("name", ["nowhere", "nowhere.zip", "a\x00b"])
def test_a_class_that_is_not_there_is_a_sentence(tmp_path: Path, name: str) -> None:
    found = read_class(tmp_path / name)
    assert found.hand_ins == () and len(found.left_out) == 1
    assert found.left_out[0].startswith("The class folder ")


def test_a_file_that_is_no_zip_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "class.zip").write_text("Bring the projector.")
    (sentence,) = read_class(tmp_path / "class.zip").left_out
    assert sentence == "class.zip is not a zip file that can be read. Download it again from your learning platform."


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (with_entry(lambda entry: None, bytes(70_000)), "bad.json is larger than 64 kB"),
        (with_entry(lambda entry: setattr(entry, "external_attr", 0o120777 << 16)), "bad.json is not a hand-in"),
        (with_entry(lambda entry: setattr(entry, "compress_type", 14)), "bad.json is not a hand-in"),
        (with_entry(lambda entry: None, zipped({"a.json": b"{}"}), "nested.zip"), "nested.zip is not a hand-in"),
        (with_entry(lambda entry: None, b"{}", "../../../home/Kim/x.json"), "x.json is not a hand-in"),
        (with_entry(lambda entry: None, b"{}", "C:\\Users\\Kim\\x.json"), "x.json is not a hand-in"),
    ],
    ids=["bomb", "link", "lzma", "nested", "traversal", "backslashes"],
)
def test_a_bad_file_in_a_zip_is_named_without_its_folders(content: bytes, told: str) -> None:
    found = read_archive(io.BytesIO(content))
    assert len(found.hand_ins) == 1
    (sentence,) = found.left_out
    assert sentence.startswith(told) and "Kim" not in sentence


def test_a_password_and_a_broken_sum_have_sentences_of_their_own() -> None:
    for place, bit, told in ((8, 0x1, "is locked with a password"), (16, 0xFF, "was damaged on its way")):
        whole = bytearray(zipped({"a.json": content_of(good(1)), "b.json": content_of(good(2))}))
        whole[whole.rindex(b"PK\x01\x02") + place] ^= bit
        found = read_archive(io.BytesIO(whole))
        assert len(found.hand_ins) == 1
        assert found.left_out[0].startswith(f"b.json {told}")


def test_no_more_is_unpacked_than_a_class_can_have(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_UNPACKED", 200_000)
    members = {f"a{number}.json": bytes(1_000_000) for number in range(5)} | {"z.json": content_of(good(1))}
    found = read_archive(io.BytesIO(zipped(members)))
    assert found.hand_ins == ()
    assert sum("larger than 64 kB" in sentence for sentence in found.left_out) == 4
    assert sum("fill 200 MB" in sentence for sentence in found.left_out) == 2


def test_of_too_many_files_in_a_zip_the_first_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lessons.classroom.gathering.MOST", 2)
    found = read_archive(io.BytesIO(zipped({f"{number}.json": content_of(good(number)) for number in range(4)})))
    assert len(found.hand_ins) == 2 and found.left_out[0].startswith("The class folder holds more than 2 files.")


def test_a_list_of_files_that_would_fill_the_memory_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_LIST", 10_000)
    found = read_archive(io.BytesIO(zipped({f"{number:03}": b"" for number in range(300)})))
    assert found.left_out == ("zip is not a zip file that can be read. Download it again from your learning platform.",)


WHOLE = zipped({"Kim_1/a.json": content_of(good(1)), "b.json": content_of(good(2)), "c.txt": b"hello"})


@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=20))
def test_any_scratched_zip_is_read_or_refused(scratches: Sequence[tuple[int, int]]) -> None:
    content = bytearray(WHOLE)
    for place, byte in scratches:
        content[place] = byte
    harmless(read_archive(io.BytesIO(content)))


@given(st.binary(max_size=400), st.integers(0, len(WHOLE)))
def test_any_piece_of_a_zip_with_anything_behind_it_is_read_or_refused(noise: bytes, cut: int) -> None:
    harmless(read_archive(io.BytesIO(WHOLE[:cut] + noise)))
    harmless(read_archive(io.BytesIO(noise + WHOLE[cut:])))


@given(st.lists(st.sampled_from(range(6)), max_size=8), st.data())
def test_whatever_opens_whatever_one_learner_has_one_hand_in_or_none(picks: list[int], data: st.DataObject) -> None:
    """Hand-ins and withdrawals that open each other at will, in any order: never two of one learner."""
    secrets = [f"{number:032x}" for number in range(6)]
    handed: list[HandIn | Withdrawal] = []
    for pick in picks:
        made = good(pick).model_dump() | {"pseudonym": "0" * 32}
        made["seal"] = seal(secrets[pick])
        made["opens"] = data.draw(st.lists(st.sampled_from(secrets), max_size=3))
        handed.append(HandIn.model_validate(made))
    standing, doubtful = newest(handed)
    assert len(standing) + len(doubtful) <= 1
    assert newest(reversed(handed)) == (standing, doubtful)
