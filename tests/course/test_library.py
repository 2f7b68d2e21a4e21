"""Finding lessons in folders, words by key, and models."""

from __future__ import annotations

from pathlib import Path

import pytest

from lessons.course import library
from lessons.course.library import Library
from lessons.course.mistakes import ContentError

from .conftest import Change


def test_a_folder_with_a_lesson_is_a_lesson(copy: Path) -> None:
    assert Library(copy).slugs() == ("focus",)
    text = (copy / "focus" / "lesson.toml").read_text(encoding="utf-8")
    (copy / "late").mkdir()
    (copy / "empty").mkdir()
    late = text.replace("number = 1\n", "number = 16\n", 1).replace('slug = "focus"', 'slug = "late"')
    late = late.replace("tangle01", "tangle16").replace("back_in = [8, 10]", "back_in = [17]")
    (copy / "late" / "lesson.toml").write_text(late, encoding="utf-8")
    assert [lesson.number for lesson in Library(copy).lessons] == [1, 16]


def test_two_lessons_with_one_number_are_a_mistake(copy: Path) -> None:
    text = (copy / "focus" / "lesson.toml").read_text(encoding="utf-8")
    (copy / "twin").mkdir()
    (copy / "twin" / "lesson.toml").write_text(text.replace('slug = "focus"', 'slug = "twin"'), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        _ = Library(copy).lessons
    assert (
        str(caught.value)
        == "twin/lesson.toml: number: expected a number of its own; found 1, the number of focus as well"
    )


def test_a_lesson_is_read_once() -> None:
    assert library.lesson("focus") is library.lesson("focus")


def test_a_lesson_that_is_not_there() -> None:
    with pytest.raises(ContentError) as caught:
        library.lesson("nowhere")
    assert str(caught.value) == "nowhere/lesson.toml: expected a file; found no such file"


@pytest.mark.parametrize("keys", [("badges.agrees",), ("badges", "agrees")])
def test_words_are_found_by_dotted_key(keys: tuple[str, ...]) -> None:
    assert library.words(*keys) == "Agrees"


@pytest.mark.parametrize(
    ("key", "found"), [("badges", "a table"), ("badges.blue", "nothing"), ("badges.agrees.x", "nothing")]
)
def test_words_that_are_not_there_are_a_mistake(key: str, found: str) -> None:
    with pytest.raises(ContentError) as caught:
        library.words(key)
    assert str(caught.value) == f"words.toml: {key}: expected words; found {found}"


def test_a_table_of_words() -> None:
    assert library.word_table("badges") == {
        "agrees": "Agrees",
        "contested": "Contested",
        "contradicts": "Contradicts",
        "none": "No evidence",
    }


def test_the_words_of_roles_and_confidences() -> None:
    glyphs = [library.words("roles", role, "glyph") for role in ("managing", "leading", "both", "neither")]
    assert glyphs == ["■", "●", "◆", "○"]
    odds = [library.words("confidences", sure, "odds") for sure in ("guess", "fairly", "nearly")]
    assert odds == ["1 in 3", "2 in 3", "9 in 10"]


def test_the_courses_model_is_the_module_that_others_import() -> None:
    from lessons.course.focus import model

    assert library.model("focus") is model


def test_a_model_from_another_folder(copy: Path) -> None:
    (copy / "focus" / "model.py").write_text("def reveal() -> float:\n    return 14.0\n", encoding="utf-8")
    elsewhere = Library(copy)
    assert elsewhere.model("focus").reveal() == 14.0
    assert elsewhere.model("focus") is elsewhere.model("focus")


def test_a_lesson_without_a_model(copy: Path) -> None:
    with pytest.raises(ContentError, match="expected the lesson’s model; found no such file"):
        Library(copy).model("focus")


def test_what_an_older_lesson_keeps(copy: Path) -> None:
    assert Library(copy).keeps(1) == {"tangle01"}
    assert Library(copy).keeps(2) is None


def test_broken_json_names_the_line(change: Change) -> None:
    with pytest.raises(ContentError) as caught:
        _ = change("references.json", "[", "").references
    assert str(caught.value).startswith("references.json: line ")
