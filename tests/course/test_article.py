"""One's own copy of the article: read if it has the right form, else one plain sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from lessons.course.article import VARIABLE, ArticleError, original, sentences, trouble

PARAGRAPH = "One is here. “Two,” it says, is 2.5 times as long! Is this three? Four (the last) ends."
WHOLE = [PARAGRAPH] * 7


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("between", ["\n\n", "\n", "\n \n\n", "\r\n\r\n"])
def test_seven_paragraphs_of_four_sentences_are_read(tmp_path: Path, between: str) -> None:
    found = sentences(write(tmp_path, between.join(WHOLE) + "\n"))
    assert list(found) == [f"P{paragraph}.S{place}" for paragraph in range(1, 8) for place in range(1, 5)]
    assert found["P3.S2"] == "“Two,” it says, is 2.5 times as long!"


def test_a_paragraph_may_run_over_several_lines(tmp_path: Path) -> None:
    assert len(sentences(write(tmp_path, "\n\n".join(WHOLE).replace(" it ", "\nit ")))) == 28


def test_without_the_variable_there_is_no_copy_and_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    assert original() == {} and trouble() == ""


def test_the_variable_names_the_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(write(tmp_path, "\n\n".join(WHOLE))))
    assert original()["P7.S4"] == "Four (the last) ends." and trouble() == ""


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (
            "\n\n".join(WHOLE[:6]),
            "The article needs 7 paragraphs, with an empty line between them or each on its own line; {} has 6.",
        ),
        (
            "\n\n".join([*WHOLE[:4], "One. Two.", *WHOLE[:2]]),
            "Each paragraph needs 4 sentences; paragraph 5 of {} has 2.",
        ),
    ],
)
def test_a_copy_of_another_form_is_told_in_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, sentence: str
) -> None:
    path = write(tmp_path, text)
    monkeypatch.setenv(VARIABLE, str(path))
    assert original() == {} and trouble() == sentence.format(path)
    with pytest.raises(ArticleError):
        sentences(path)


def test_a_file_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "gone.txt"))
    assert trouble().startswith("The file that TWO_HATS_ARTICLE names cannot be read: ")


def test_a_file_that_is_no_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "article.docx"
    path.write_bytes(b"\xff\xfe\x00PK")
    monkeypatch.setenv(VARIABLE, str(path))
    assert (
        trouble() == f"The file that TWO_HATS_ARTICLE names is not plain text in UTF-8: {path}. Save it again as UTF-8."
    )
