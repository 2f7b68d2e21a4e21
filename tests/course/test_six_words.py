"""The course tells the article in its own words: no file shares six words in a row with it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

from .make_article_runs import LENGTH, RUNS, digest, normal, runs

ROOT = Path(__file__).parents[2]
LEFT_OUT = {"__pycache__", "node_modules", "build", "dist"}
LARGEST = 5_000_000  # bytes; a larger file is data


def files() -> Iterator[Path]:
    """The text files of the course's folder, without hidden folders and what tools leave behind."""
    for folder, below, names in os.walk(ROOT):
        below[:] = [name for name in below if name not in LEFT_OUT and not name.startswith(".")]
        below[:] = [name for name in below if not name.endswith(".egg-info")]
        yield from (path for name in names if (path := Path(folder, name)).stat().st_size < LARGEST)


def text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def test_no_file_shares_six_words_in_a_row_with_the_article() -> None:
    article = set(json.loads(RUNS.read_text(encoding="utf-8")))
    shared = {
        (str(path.relative_to(ROOT)), " ".join(run))
        for path in files()
        for run in set(runs(text_of(path)))
        if digest(run) in article
    }
    assert shared == set()


def test_the_articles_runs_are_all_there() -> None:
    article = json.loads(RUNS.read_text(encoding="utf-8"))
    assert len(article) > 500 and all(len(one) == 16 for one in article)


def test_a_run_is_found_whatever_its_marks_and_capitals() -> None:
    assert normal("The *manager's* (own) Plan: P1") == ["the", "managers", "own", "plan", "p1"]
    assert {digest(run) for run in runs("One two, three four; five six")} == {
        digest(("one", "two", "three", "four", "five", "six"))
    }
    assert list(runs("only five words are here")) == [] and LENGTH == 6


def test_files_of_the_course_are_looked_at() -> None:
    looked_at = {path.relative_to(ROOT).as_posix() for path in files()}
    assert {"ARCHITECTURE.md", "lessons/course/article.toml", "lessons/course/focus/lesson.toml"} <= looked_at
