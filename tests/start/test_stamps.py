"""The record of which steps are done."""

import json
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from starter import stamps
from starter.places import Places


@given(st.dictionaries(st.text(min_size=1), st.text()))
def test_stamps_come_back_as_they_were_set(values: dict[str, str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        places = Places(Path(folder))
        places.venv.mkdir()
        for name, value in values.items():
            stamps.set_stamp(places, name, value)
        assert stamps.stamps(places) == values


@pytest.mark.parametrize("damaged", ["", "{", "[]", "\x00"])
def test_a_damaged_record_counts_as_none(damaged: str, tmp_path: Path) -> None:
    places = Places(tmp_path)
    places.venv.mkdir()
    places.stamps.write_text(damaged, encoding="utf-8")
    assert stamps.stamps(places) == {}
    stamps.set_stamp(places, "a", "1")
    assert json.loads(places.stamps.read_text(encoding="utf-8")) == {"a": "1"}


@given(st.lists(st.text()), st.lists(st.text()))
def test_a_stamp_tells_its_parts_apart(some: list[str], others: list[str]) -> None:
    plain = [text.replace("\0", "") for text in some], [text.replace("\0", "") for text in others]
    assert (stamps.stamp(*plain[0]) == stamps.stamp(*plain[1])) == (plain[0] == plain[1])


def test_a_stamp_reads_files(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_text("1", encoding="utf-8")
    before = stamps.stamp(file)
    file.write_text("2", encoding="utf-8")
    assert stamps.stamp(file) != before
