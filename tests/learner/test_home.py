"""Where records lie, and the codes that keep learners apart."""

import errno
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lessons.course import library
from lessons.learner import home
from lessons.learner.diary import Diary
from lessons.record.trouble import Trouble


@pytest.fixture(autouse=True)
def own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("TWO_HATS_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_records_lie_where_the_learner_says_or_where_the_platform_keeps_data(own_home, monkeypatch):
    assert home.home() == own_home
    monkeypatch.delenv("TWO_HATS_HOME")
    monkeypatch.setenv("XDG_DATA_HOME", str(own_home / "data"))
    assert home.home().name == "two-hats"


def test_a_fresh_computer_knows_nobody(own_home):
    assert (home.codes(), home.last_code(), home.is_shared()) == ((), None, False)
    assert not own_home.exists()


def test_codes_are_the_folders_of_learners(own_home):
    for code in ("blue-lamp-42", "a1"):
        Diary(home.learner_folder(code)).write("opened", "focus")
    (own_home / "learners" / "Not A Code").mkdir()
    (own_home / "learners" / "file").write_text("")
    assert home.codes() == ("a1", "blue-lamp-42")


def test_the_last_code_and_the_shared_computer_are_remembered(own_home):
    assert home.remember("blue-lamp-42") is None
    assert home.set_shared(True) is None
    assert (home.last_code(), home.is_shared()) == ("blue-lamp-42", True)
    assert home.remember("") is None
    assert home.set_shared(False) is None
    assert (home.last_code(), home.is_shared()) == (None, False)
    assert [path.name for path in own_home.iterdir()] == ["settings.json"]


@pytest.mark.parametrize("content", [b"", b"\xff", b"[]", b'{"last_code": "../x", "shared": "yes"}', b"[" * 100_000])
def test_settings_that_make_no_sense_are_passed_over(own_home, content):
    own_home.mkdir()
    (own_home / "settings.json").write_bytes(content)
    assert (home.last_code(), home.is_shared()) == (None, False)
    assert home.remember("a1") is None
    assert home.last_code() == "a1"


def test_a_home_that_cannot_be_written_to_is_named(own_home, monkeypatch):
    home.remember("a1")

    def full(descriptor, data):
        raise OSError(errno.ENOSPC, "full")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        assert home.remember("b2") == Trouble("not_remembered", str(own_home / "settings.json"))
    assert home.last_code() == "a1", "the old settings are whole"
    assert [path.name for path in own_home.iterdir()] == ["settings.json"]


def test_a_new_code_is_two_plain_words_and_a_number_and_new(own_home, monkeypatch):
    monkeypatch.setattr(home, "_code_words", lambda: {"first": ["blue"], "second": ["lamp"]})
    for number in range(10, 99):
        (own_home / "learners" / f"blue-lamp-{number}").mkdir(parents=True)
    assert home.new_code() == "blue-lamp-99"


def test_every_new_code_is_a_code():
    words = home._code_words()
    assert len(words["first"]) * len(words["second"]) * 90 > 200_000
    for first in words["first"]:
        for second in words["second"]:
            assert home.clean_code(f"{first}-{second}-10") == f"{first}-{second}-10"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("blue-lamp-42", "blue-lamp-42"),
        ("  Blue Lamp  42 ", "blue-lamp-42"),
        ("BLUE_LAMP--42-", "blue-lamp-42"),
        ("x", "x"),
        ("9" * 32, "9" * 32),
    ],
)
def test_a_code_may_be_typed_carelessly(typed, code):
    assert home.clean_code(typed) == code


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("", "code_empty"),
        (" - ", "code_empty"),
        ("x" * 33, "code_long"),
        ("Zoë", "code_letters"),
        ("../x", "code_letters"),
        ("a/b", "code_letters"),
        ("a\\b", "code_letters"),
        ("<b>", "code_letters"),
        ("a\x00b", "code_letters"),
        ("a.b", "code_letters"),
        ("٣", "code_letters"),
        ("CON", "code_reserved"),
        ("com1", "code_reserved"),
    ],
)
def test_what_is_wrong_with_a_code_is_named(typed, key):
    assert home.clean_code(typed) == Trouble(key)
    with pytest.raises(ValueError, match=r".*"):
        home.learner_folder(typed)


@given(st.text(max_size=40))
def test_a_code_stays_one_and_never_leaves_the_folder(typed):
    code = home.clean_code(typed)
    if isinstance(code, str):
        assert home.clean_code(code) == code
        folder = home.learner_folder(code)
        assert folder.parent == home.home() / "learners"
        assert Path(os.path.normpath(folder)) == folder


KEYS = ["disk_full", "read_only", "not_allowed", "no_folder", "unknown", "not_read", "not_erased", "not_remembered"]
KEYS += ["code_empty", "code_long", "code_letters", "code_reserved"]


@pytest.mark.parametrize("key", KEYS)
def test_every_trouble_has_a_sentence(key):
    sentence = library.words("learner", key).format(path="/place/{x}")
    assert sentence.endswith(".") and "!" not in sentence
    assert ("/place/{x}" in sentence) == (not key.startswith("code_"))
