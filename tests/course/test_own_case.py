"""A class's own case is a stranger's data: good ones are read, others are told in a sentence, and nothing breaks."""

from __future__ import annotations

import copy
import os
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lessons.course import library, prose
from lessons.course.case_draft import at, blanks, drafted, empty, filled, needed, preview, put
from lessons.course.case_places import place_in_words, sentence
from lessons.course.mark_rules import texts
from lessons.course.mistakes import ContentError
from lessons.course.own_case import LARGEST, LONGEST, MOST, own_cases_in, parsed, read_file, read_folder
from lessons.course.own_case_toml import as_toml
from lessons.course.prose import Verbatim
from tests.publish.test_own_words import HOSTILE

SLUGS = frozenset(library.course().slugs())
FOCUS = library.lesson("focus").case
GOOD = drafted("focus", False, FOCUS)
SECOND = ("case", "decisions", 1)
OPTIONAL = [("case", "closing"), (*SECOND, "scene"), *((*SECOND, "options", 0, "after", one, "adds") for one in "ABC")]
PLACES = [*needed(GOOD), *OPTIONAL]
TYPED = st.one_of(
    st.sampled_from(HOSTILE), st.text(max_size=60), st.text("*[]{}<>&\"'\\#=\n\r\t\x00\x7f P1.S", max_size=40)
)


def toml(changed: dict[tuple[Any, ...], Any] | None = None) -> bytes:
    """The good case with something changed, as its file."""
    draft = copy.deepcopy(GOOD)
    for path, value in (changed or {}).items():
        put(draft, path, value)
    return as_toml(draft).encode("utf-8", "surrogatepass")


def mistakes(content: bytes) -> list[str]:
    with pytest.raises(ContentError) as told:
        parsed("mine.toml", content, SLUGS)
    return [str(mistake) for mistake in told.value.mistakes]


# ---- good ones
def test_a_good_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_bytes(toml({("replaces",): True}))
    found = read_folder(tmp_path, SLUGS)
    assert not found.mistakes
    (own,) = found.of("focus")
    assert own.case == FOCUS and own.replaces and own.file == "mine.toml"
    assert found.of("goals") == ()


def test_windows_files_are_read_too() -> None:
    assert parsed("a.toml", b"\xef\xbb\xbf" + toml().replace(b"\n", b"\r\n"), SLUGS).case == FOCUS


def test_its_answers_have_a_place_that_no_lesson_has() -> None:
    own, other = parsed("a.toml", toml(), SLUGS), parsed("a.toml", toml({("case", "title"): "Another"}), SLUGS)
    assert own.place != other.place
    assert not {own.place, other.place} & SLUGS
    assert own_cases_in("focus", [own.place, "focus", "focusing.1", "goals.1"]) == (own.place,)


@given(st.dictionaries(st.sampled_from(PLACES), TYPED, max_size=6))
@settings(max_examples=150, deadline=None)
def test_whatever_is_typed_comes_back_from_the_file(typed: dict[tuple[Any, ...], str]) -> None:
    draft = copy.deepcopy(GOOD)
    for path, text in typed.items():
        put(draft, path, text)
    again = tomllib.loads(as_toml(filled(draft)))
    for path, text in typed.items():
        kept = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        assert at(again, path) == ("" if path in OPTIONAL and not text.strip() else kept)


@given(st.sampled_from(PLACES), TYPED)
@settings(max_examples=150, deadline=None)
def test_whatever_is_typed_is_no_mark(path: tuple[Any, ...], text: str) -> None:
    draft = copy.deepcopy(GOOD)
    put(draft, path, text)
    for _, shown in texts(preview(draft)):
        assert {run.kind for run in prose.parse(shown, {})} <= {"plain", "break"}


def test_two_texts_of_a_stranger_stay_verbatim_together() -> None:
    assert isinstance(prose.together(Verbatim("*a*"), "b"), Verbatim)
    assert prose.together("a", "", "b") == "a b" and not isinstance(prose.together("a", "b"), Verbatim)


def test_an_empty_form_can_be_looked_at() -> None:
    draft = empty("focus", "me")
    assert set(blanks(draft)) == set(needed(draft)) - {("case", "credit")}
    assert preview(draft).decisions[1].options[2].hat == "both"


# ---- others
@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({("lesson",): "nowhere"}, "mine.toml: lesson: expected one of"),
        ({("replaces",): "yes"}, "mine.toml: replaces: expected true or false; found “yes”"),
        ({("case", "titel"): "x"}, "mine.toml: case.titel: expected “title”; found the unknown key “titel”"),
        ({("case", "opening"): "x " * LONGEST}, f"mine.toml: case.opening: expected at most {LONGEST} characters"),
        ({("case", "opening"): "x" * 60}, "mine.toml: case.opening: expected words of at most 40 characters"),
        ({("case", "decisions", 0, "options", 1, "id"): "A"}, "the options A, B and C"),
        ({("case", "decisions", 0, "options", 1, "hat"): "boss"}, "options[1].hat"),
        ({("case", "decisions", 1, "options", 1, "measures", "people"): 2}, "expected -1, 0 or 1; found 2"),
        ({("case", "decisions", 1, "options", 1, "measures", "hours"): 999}, "expected at most 200; found 999"),
    ],
)
def test_a_mistake_is_told_with_file_place_and_what_was_expected(changed: Any, said: str) -> None:
    assert any(said in one for one in mistakes(toml(changed)))


def test_a_path_that_is_beaten_is_told() -> None:
    flat = {"results": 0, "people": 0, "future": 0, "hours": 0}
    changed = {("case", "decisions", 0, "options", which, "measures"): flat for which in range(3)}
    assert any("to be better than" in one for one in mistakes(toml(changed)))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"a = ",
        b"a = [" * 5_000,
        b"a." * 9_000 + b"b = 1",
        b"lesson = 'focus'\ncase = 3",
        b"lesson = 'focus'\n[case]\ntitle = 1979-05-27\nopening = nan",
        b"a = 0x" + b"f" * 9_000,
        b"".join(b"k%d = 1\n" % number for number in range(5_000)),
        toml().replace(b"hours = 3", b"hours = " + b"9" * 4_900),
        b"x" * (LARGEST + 1),
    ],
    ids=range(11),
)
def test_a_hostile_file_is_told_and_no_more(content: bytes) -> None:
    told = mistakes(content)
    assert 1 <= len(told) <= 20
    assert all(len(one) < 900 for one in told)


@given(st.binary(max_size=400) | st.text(max_size=400).map(lambda text: text.encode("utf-8", "surrogatepass")))
@settings(max_examples=200, deadline=None)
def test_no_bytes_do_anything_else(content: bytes) -> None:
    mistakes(content)


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_a_good_file_with_a_hole_does_nothing_else(data: st.DataObject) -> None:
    content = toml()
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, min(len(content), start + 200)))
    broken = content[:start] + data.draw(st.binary(max_size=20)) + content[end:]
    try:
        assert parsed("mine.toml", broken, SLUGS).lesson in SLUGS
    except ContentError as error:
        assert error.mistakes


def test_what_is_no_file_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "link.toml").symlink_to(tmp_path / "good")
    (tmp_path / "good").write_bytes(toml())
    (tmp_path / ".hidden.toml").write_bytes(b"x")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.toml")
    (tmp_path / "mine.toml").write_bytes(toml())
    found = read_folder(tmp_path, SLUGS)
    assert [own.file for own in found.cases] == ["mine.toml"]
    assert {one.file for one in found.mistakes} >= {"folder.toml", "link.toml"}


def test_a_folder_is_told_when_it_is_missing_or_too_full(tmp_path: Path) -> None:
    assert "folder that can be read" in str(read_folder(tmp_path / "none", SLUGS).mistakes[0])
    assert read_folder(None, SLUGS).mistakes == ()
    for number in range(MOST + 1):
        (tmp_path / f"{number:03}.toml").write_bytes(b"x")
    assert f"at most {MOST} files" in str(read_folder(tmp_path, SLUGS).mistakes[-1])


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="can read"):
        read_file(tmp_path / "none.toml", SLUGS)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("case.decisions[0].options[1].happens", "decision 1, option B, what happens"),
        ("case.decisions[1].options[0].after.B.measures.hours", "decision 2, option A, after B, the marks, your hours"),
        ("case.decisions[0].options", "decision 1, the options"),
        ("case", "the case"),
        ("lesson", "the lesson"),
        ("case.something", "something"),
        ("", ""),
    ],
)
def test_a_place_is_named_as_a_teacher_would(place: str, words: str) -> None:
    assert place_in_words(place) == words


def test_a_mistake_is_one_sentence() -> None:
    with pytest.raises(ContentError) as told:
        parsed("mine.toml", toml({("case", "decisions", 0, "options", 0, "measures", "people"): 7}), SLUGS)
    said = sentence(told.value.mistakes[0])
    assert said == "mine.toml, decision 1, option A, the marks, people: expected -1, 0 or 1; found 7."
