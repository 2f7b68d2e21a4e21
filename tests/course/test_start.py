"""Lesson 0's words: checked like a lesson's, true to its model, easy to read, and in step with its notebook."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from lessons.activities.next import NOTEBOOKS
from lessons.course import library
from lessons.course.library import COURSE, START, Library
from lessons.course.mark_rules import texts
from lessons.course.mistakes import ContentError
from lessons.course.prose import names

from .readability import grade, sentences, words
from .test_reading import AMERICAN, GRADE, TYPES, WORDS

UNREAD = {"slug", "facilitator", "id", "met_by", "labels", "chart", "misconception", "form", "kind", "cards"}
LOWEST, HIGHEST = 100, 600


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the shared files and of lesson 0."""
    for file in (*COURSE.glob("*.toml"), *COURSE.glob("*.json")):
        shutil.copy(file, tmp_path)
    (tmp_path / START).mkdir()
    shutil.copy(COURSE / START / "start.toml", tmp_path / START)
    return tmp_path


MISTAKES: dict[str, tuple[str | re.Pattern[str], str, str]] = {
    "unknown key": (
        "minutes = 25\n",
        "minuts = 25\nminutes = 25\n",
        "minuts: expected “minutes”; found the unknown key",
    ),
    "number": ("number = 0", "number = 3", "number: expected 0; found 3"),
    "folder": (
        'slug = "start_here"',
        'slug = "here"',
        "slug: expected “start_here”, the name of its folder; found “here”",
    ),
    "hat in practice": (
        'text = "Boil it twice."\n',
        'text = "Boil it twice."\nhat = "leading"\n',
        "practice.case.decisions[0].options[1].hat: expected no hat before the first sort; found “leading”",
    ),
    "prediction": ("value = 6.9", "value = 69", "practice.predict.value: expected a number from 1 to 60; found 69"),
    "check": (
        'text = "An answer that is true inside the model only."\nright = true\n',
        'text = "An answer that is true inside the model only."\n',
        "practice.check.questions[0].answers: expected exactly one right answer; found 0",
    ),
    "step without words": (
        re.compile(r'^evidence = "What research adds.*\n', re.MULTILINE),
        "",
        "practice.about: expected words for “evidence”; found none",
    ),
    "kept id": (
        'id = "sort00"',
        'id = "sort13"',
        "sort.id: expected an id that ends in 00, this lesson’s number; found",
    ),
    "box": ('neither = "it is neither of the two."\n', "", "sort.boxes: expected words for “neither”; found none"),
    "six cards": ('"T53"]', '"T54"]', "short_path.again.cards[5]: expected a core card of the course; found “T54”"),
    "mark": (
        "it checks them.",
        "it checks them [x1990].",
        "welcome.rows[1].yes: expected a key of references.json; found",
    ),
    "number in braces": ("{folder}", "{folder", "privacy.lines[1].text: expected"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_gets_one_line_with_its_place(root: Path, name: str) -> None:
    old, new, said = MISTAKES[name]
    path = root / START / "start.toml"
    text = path.read_text(encoding="utf-8")
    pattern = re.compile(re.escape(old)) if isinstance(old, str) else old
    assert pattern.search(text)
    path.write_text(pattern.sub(lambda _: new, text, count=1), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        _ = Library(root).start
    (line,) = str(caught.value).splitlines()
    assert line.startswith(f"{START}/start.toml: {said}")


def test_it_is_no_lesson_among_lessons_but_keeps_answers_for_them(root: Path) -> None:
    assert START not in library.course().slugs()
    assert library.course().keeps(0) == {"sentence00", "sort00", "confidence00"}
    (root / START / "start.toml").unlink()
    assert Library(root).keeps(0) is None


def test_lessons_are_still_asked_for_two_decisions_with_hats() -> None:
    for lesson in library.lessons():
        options = [option for decision in lesson.case.decisions for option in decision.options]
        assert len(lesson.case.decisions) == 2 and all(option.hat for option in options), lesson.slug


# ---- numbers
def test_the_numbers_of_the_practice_round_are_the_models() -> None:
    model, practice = library.model(START), library.start().practice
    explore = practice.explore
    assert model.reveal() == pytest.approx(10 * 1000 * 20 * 3 / 86_400)
    assert f"{model.reveal():.1f}" == f"{practice.predict.value}"
    assert f"It is {model.reveal():.1f} days" in explore.prediction
    fast, large = (
        model.run(model.Levers(**{key: int(value) for key, value in task.levers.items()})).days
        for task in explore.tasks[:2]
    )
    assert explore.tasks[0].notice == f"{model.reveal():.1f} days become {fast:.1f}."
    assert explore.tasks[1].notice.startswith(f"{large:.1f} days")
    said = library.start().facilitator.answers
    assert f"{model.numbers(model.run(model.Levers()))['all_seconds']:,.0f} seconds" in said
    assert f"{fast:.1f} days" in said and f"{large:.1f}" in said
    late = 7 - model.reveal()
    assert 0 < late * 24 < 3  # "a few hours too late"


def test_every_finding_has_words_and_each_comes_about() -> None:
    model, explore = library.model(START), library.start().practice.explore
    found = set()
    for seconds in range(1, 11):
        for litres in range(5, 21):
            outcome = model.run(model.Levers(seconds, litres))
            key, numbers = model.finding(outcome)
            found.add(key)
            assert set(names(explore.findings[key])) <= set(numbers)
            assert model.picture(outcome)["days"][-1] >= outcome.days
    assert found == set(explore.findings)


def test_the_texts_name_only_numbers_that_are_there() -> None:
    model, explore = library.model(START), library.start().practice.explore
    known = set(model.numbers(model.run(model.Levers()))) | {"guess"}
    for text in (explore.why, explore.in_words, explore.subtitle, explore.prediction, *explore.table.values()):
        assert set(names(text)) <= known
    assert set(model.causes(model.run(model.Levers()))) <= set(explore.labels)


def test_the_course_says_how_large_it_is() -> None:
    start = library.start()
    assert f"{len(library.article())} sentences" in start.welcome.rows[1].yes
    core = [card for card in library.cards().values() if card.core]
    assert f"{len(core)} cards" in start.objectives[2].text
    assert sum(row.minutes for row in start.short_path.rows) == 50
    both = sum(card.research == "both" for card in library.cards().values())
    assert f"{both} of the {len(library.cards())} cards" in start.facilitator.misconceptions[2].reply


# ---- reading
def learner_texts() -> list[str]:
    return [text for path, text in texts(library.start()) if not UNREAD & {str(step) for step in path}]


def test_it_reads_at_grade_9_or_below_in_short_sentences() -> None:
    found = [sentence for text in learner_texts() if "." in text for sentence in sentences(text)]
    assert LOWEST < len(found) < HIGHEST
    assert grade(found) <= GRADE
    assert [one for text in learner_texts() for one in sentences(text) if len(words(one)) > WORDS] == []


def test_it_does_not_shout_types_nobody_and_is_spelt_the_british_way() -> None:
    for text in learner_texts():
        assert "!" not in text and not TYPES.search(text), text
        assert {word.lower() for word in AMERICAN.findall(text)} <= {"size"}, text


# ---- the notebook
def test_the_notebook_calls_each_part_once_under_its_heading() -> None:
    cells = json.loads((NOTEBOOKS / "00_start_here.ipynb").read_text(encoding="utf-8"))["cells"]
    markdown = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
    assert markdown[0] == f"# {library.start().title}"
    code = "\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    parts = ("welcome", "cast", "practice", "sentence", "sort", "map", "next", "short_path", "article", "privacy")
    assert re.findall(r"^lesson\.(\w+)\(\)$", code, re.MULTILINE) == ["begin", *parts]
    headings = [text.removeprefix("## ") for text in markdown[1:] if text.startswith("## ")]
    named = [library.words("steps", part) for part in parts]
    assert len(headings) == len(named)
    for heading, name in zip(headings, named, strict=True):
        assert name.lower() in heading.lower()
