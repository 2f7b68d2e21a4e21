"""Every word of the course: read from its files, checked, and kept.

A lesson exists when its folder holds a ``lesson.toml``; nothing is registered anywhere. Any mistake in a file raises
ContentError, one line for each mistake.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import re
import sys
import tomllib
from collections.abc import Mapping
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

from .classroom_schema import Debrief
from .game_rules import game_complaints
from .game_schema import GameWords
from .laboratory_schema import Laboratory
from .mark_rules import mark_complaints
from .mistakes import ContentError, Mistake, shown
from .notice_schema import Notice, notice_complaints
from .paper_game_schema import PaperGame
from .plan_schema import Planning
from .rules import check_lesson, check_shared
from .schema import Card, CardId, Difference, Lesson, Reference, Sentence, SentenceId, Term
from .shapes import shape
from .start_rules import check_start
from .start_schema import Start

COURSE = Path(__file__).parent
START = "start_here"
"""The folder of lesson 0, whose text has a shape of its own."""


class Library:
    """The texts below one folder. The module's functions read the course's own folder; tests may give another."""

    def __init__(self, root: Path = COURSE) -> None:
        self.root = root
        self._lessons: dict[str, Lesson] = {}

    def slugs(self) -> tuple[str, ...]:
        """The folders that hold a lesson, in order of name."""
        return tuple(sorted(path.parent.name for path in self.root.glob("*/lesson.toml")))

    def lesson(self, slug: str) -> Lesson:
        """The lesson of that folder, checked against every rule."""
        if slug not in self._lessons:
            self._lessons[slug] = self._read_lesson(slug)
        return self._lessons[slug]

    @cached_property
    def lessons(self) -> tuple[Lesson, ...]:
        """All lessons, in order of number."""
        found = sorted((self.lesson(slug) for slug in self.slugs()), key=lambda lesson: lesson.number)
        for first, second in pairwise(found):
            if first.number == second.number:
                what = f"{second.number}, the number of {first.slug} as well"
                raise ContentError([Mistake(f"{second.slug}/lesson.toml", "number", "a number of its own", what)])
        return tuple(found)

    @cached_property
    def start(self) -> Start:
        """Lesson 0, checked against every rule."""
        file = f"{START}/start.toml"
        start = shape(file, Start, self._toml(file))
        if self.shared_is_sound and (mistakes := check_start(start, START, self)):
            raise ContentError(mistakes)
        return start

    @cached_property
    def laboratory(self) -> Laboratory:
        """The parts of lesson 13 that are no model with levers."""
        file = "overlap/laboratory.toml"
        laboratory = shape(file, Laboratory, self._toml(file))
        complaints = mark_complaints(laboratory, self) if self.shared_is_sound else ()
        if mistakes := [Mistake(file, *complaint) for complaint in complaints]:
            raise ContentError(mistakes)
        return laboratory

    @cached_property
    def debrief(self) -> Debrief:
        """The words of the class debrief."""
        file = "classroom/debrief.toml"
        debrief = shape(file, Debrief, self._toml(file))
        complaints = mark_complaints(debrief, self) if self.shared_is_sound else ()
        if mistakes := [Mistake(file, *complaint) for complaint in complaints]:
            raise ContentError(mistakes)
        return debrief

    @cached_property
    def game(self) -> GameWords:
        """The words of lesson 15's game."""
        file = "two_hats/game.toml"
        game = shape(file, GameWords, self._toml(file))
        complaints = [*game_complaints(game), *(mark_complaints(game, self) if self.shared_is_sound else ())]
        if mistakes := [Mistake(file, *complaint) for complaint in complaints]:
            raise ContentError(mistakes)
        return game

    @cached_property
    def notice(self) -> Notice:
        """The privacy notice for use in a class; it may name its own fields in braces and nothing else."""
        file = "classroom/notice.toml"
        notice = shape(file, Notice, self._toml(file))
        complaints = [*notice_complaints(notice), *(mark_complaints(notice, self) if self.shared_is_sound else ())]
        if mistakes := [Mistake(file, *complaint) for complaint in complaints]:
            raise ContentError(mistakes)
        return notice

    @cached_property
    def paper_game(self) -> PaperGame:
        """The game of lesson 15 on paper, and the five cards of a team."""
        file = "two_hats/paper.toml"
        game = shape(file, PaperGame, self._toml(file))
        complaints = mark_complaints(game, self) if self.shared_is_sound else ()
        if mistakes := [Mistake(file, *complaint) for complaint in complaints]:
            raise ContentError(mistakes)
        return game

    @cached_property
    def planning(self) -> Planning:
        """The words of the notebook that plans a session."""
        file = "classroom/plan.toml"
        return shape(file, Planning, self._toml(file))

    @cached_property
    def article(self) -> dict[str, Sentence]:
        return shape("article.toml", dict[SentenceId, Sentence], self._toml("article.toml"))

    @cached_property
    def differences(self) -> dict[str, Difference]:
        return shape("differences.toml", dict[str, Difference], self._toml("differences.toml"))

    @cached_property
    def cards(self) -> dict[str, Card]:
        return shape("traits.toml", dict[CardId, Card], self._toml("traits.toml"))

    @cached_property
    def glossary(self) -> dict[str, Term]:
        return shape("glossary.toml", dict[str, Term], self._toml("glossary.toml"))

    @cached_property
    def references(self) -> dict[str, Reference]:
        data = shape("references.json", list[Reference], self._json("references.json"))
        return {reference.id: reference for reference in data}

    def keeps(self, number: int) -> frozenset[str] | None:
        """The ids of the answers that the lesson of that number keeps; None if there is no such lesson.

        Read from the text of the file, because the other lesson may itself hold a mistake.
        """
        files = (*self.root.glob("*/lesson.toml"), *self.root.glob(f"{START}/start.toml"))
        for path in files:
            text = self._text(path.relative_to(self.root).as_posix())
            if re.search(rf"^number = {number}$", text, re.MULTILINE):
                return frozenset(re.findall(rf'"([a-z]+{number:02d})"', text))
        return None

    @cached_property
    def _words(self) -> dict[str, Any]:
        return self._toml("words.toml")

    @cached_property
    def shared_is_sound(self) -> bool:
        """True once the files that all lessons share fit together. Raises ContentError if they do not."""
        if mistakes := check_shared(self):
            raise ContentError(mistakes)
        return True

    def words(self, *keys: str) -> str:
        """The words at a dotted key of ``words.toml``: ``words("buttons.next")`` or ``words("buttons", "next")``."""
        found = self._at(keys)
        if not isinstance(found, str):
            raise ContentError([Mistake("words.toml", ".".join(keys), "words", shown(found) if found else "nothing")])
        return found

    def word_table(self, *keys: str) -> Mapping[str, str]:
        """All words of one table of ``words.toml``, such as ``word_table("badges")``."""
        found = self._at(keys)
        return shape("words.toml", dict[str, str], found if found is not None else "nothing")

    def model(self, slug: str) -> ModuleType:
        """The lesson's model, ``<slug>/model.py``, as a module."""
        path = self.root / slug / "model.py"
        if not path.is_file():
            raise ContentError([Mistake(f"{slug}/model.py", "", "the lesson’s model", "no such file")])
        if self.root == COURSE:
            return importlib.import_module(f"lessons.course.{slug}.model")
        return _loaded(f"two_hats_{abs(hash(path))}_{slug}", path)

    def _read_lesson(self, slug: str) -> Lesson:
        file = f"{slug}/lesson.toml"
        lesson = shape(file, Lesson, self._toml(file))
        if self.shared_is_sound and (mistakes := check_lesson(lesson, slug, self)):
            raise ContentError(mistakes)
        return lesson

    def _at(self, keys: tuple[str, ...]) -> object:
        found: object = self._words
        for key in ".".join(keys).split("."):
            found = found.get(key) if isinstance(found, dict) else None
        return found

    def _toml(self, file: str) -> dict[str, Any]:
        try:
            return tomllib.loads(self._text(file))
        except tomllib.TOMLDecodeError as error:
            raise ContentError([Mistake(file, "", "TOML", str(error))]) from None

    def _json(self, file: str) -> Any:
        try:
            return json.loads(self._text(file))
        except json.JSONDecodeError as error:
            raise ContentError([Mistake(file, f"line {error.lineno}", "JSON", error.msg)]) from None

    def _text(self, file: str) -> str:
        try:
            return (self.root / file).read_text(encoding="utf-8")
        except FileNotFoundError:
            raise ContentError([Mistake(file, "", "a file", "no such file")]) from None
        except (OSError, UnicodeDecodeError) as error:
            raise ContentError([Mistake(file, "", "a text file in UTF-8", str(error))]) from None


def _loaded(name: str, path: Path) -> ModuleType:
    """A module from a file outside the package. It is registered, because dataclasses look their module up."""
    if name in sys.modules:
        return sys.modules[name]
    spec = importlib.util.spec_from_file_location(name, path)
    assert spec and spec.loader
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@cache
def course() -> Library:
    """The course's own library."""
    return Library()


def lesson(slug: str) -> Lesson:
    """One lesson by its slug."""
    return course().lesson(slug)


def lessons() -> tuple[Lesson, ...]:
    """All lessons, in order of number."""
    return course().lessons


def start() -> Start:
    """Lesson 0, the door of the course."""
    return course().start


def laboratory() -> Laboratory:
    """The parts of lesson 13 that are no model with levers."""
    return course().laboratory


def debrief() -> Debrief:
    """The words of the class debrief."""
    return course().debrief


def game() -> GameWords:
    """The words of lesson 15's game."""
    return course().game


def notice() -> Notice:
    """The privacy notice for use in a class."""
    return course().notice


def paper_game() -> PaperGame:
    """The game of lesson 15 on paper, and the five cards of a team."""
    return course().paper_game


def planning() -> Planning:
    """The words of the notebook that plans a session."""
    return course().planning


def article() -> dict[str, Sentence]:
    """The 28 sentences by id, in our words."""
    return course().article


def differences() -> dict[str, Difference]:
    """The thirteen differences by id."""
    return course().differences


def cards() -> dict[str, Card]:
    """The 54 trait cards by id."""
    return course().cards


def glossary() -> dict[str, Term]:
    """The glossary by term."""
    return course().glossary


def references() -> dict[str, Reference]:
    """The references by key."""
    return course().references


def words(*keys: str) -> str:
    """Words of buttons, notes and errors by dotted key."""
    return course().words(*keys)


def word_table(*keys: str) -> Mapping[str, str]:
    """All words of one table of ``words.toml``."""
    return course().word_table(*keys)


def model(slug: str) -> ModuleType:
    """The model of a lesson."""
    return course().model(slug)
