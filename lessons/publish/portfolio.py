"""The portfolio: what one learner predicted, chose, placed, answered and wrote, lesson by lesson.

It is made from the record alone. What is sealed stays out of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lessons.course import library, prose
from lessons.course.schema import Keep, Lesson, Question
from lessons.publish.content import ROLES
from lessons.record.state import Kept, LessonState, Prediction, State

REFLECTION = "reflection"
"""The prompt under which the record keeps the words of a lesson's reflection."""


@dataclass(frozen=True)
class Entry:
    """Something asked, in the course's words, and what the learner said to it, as plain text."""

    asked: str
    said: str


@dataclass(frozen=True)
class Section:
    """All that was said in one lesson."""

    title: str
    entries: tuple[Entry, ...]


def portfolio(state: State) -> tuple[Section, ...]:
    """The sections in the order of the course; lessons of which nothing is kept are left out."""
    known = {lesson.slug: lesson for lesson in library.lessons()}
    others = [slug for slug in _slugs(state) if slug not in known and slug != library.START]
    sections = [
        Section(_title(0, library.start().title), tuple(_kept(state, library.START))),
        *(_of_lesson(lesson, state) for lesson in known.values()),
        *(Section(slug, tuple(_texts(state.lesson(slug), {}))) for slug in others),
    ]
    return tuple(section for section in sections if section.entries)


def _slugs(state: State) -> list[str]:
    return [slug for slug in state.lessons if slug]


def _title(number: int, title: str) -> str:
    return prose.fill(library.words("portfolio.lesson"), {"number": number, "title": title})


def _of_lesson(lesson: Lesson, state: State) -> Section:
    done = state.lesson(lesson.slug)
    entries = [
        *_prediction(lesson, done.prediction),
        *_choices(lesson, done.choices),
        *(entry for places in done.placed.values() for entry in _sort(places)),
        *_answers(lesson, done),
        *_kept(state, lesson.slug, set(lesson.predict.kept_as)),
        *_texts(done, {REFLECTION: prose.plain(lesson.reflect.prompt)}),
    ]
    return Section(_title(lesson.number, lesson.title), tuple(entries))


def _prediction(lesson: Lesson, made: Prediction | None) -> Iterator[Entry]:
    if made is not None:
        value = made.value if isinstance(made.value, str) else f"{_number(made.value)} {lesson.predict.unit}"
        yield Entry(prose.plain(lesson.predict.question), f"{value}, {_sure(made.sure)}")


def _choices(lesson: Lesson, choices: Mapping[int, str]) -> Iterator[Entry]:
    for number, letter in choices.items():
        if number <= len(lesson.case.decisions):
            decision = lesson.case.decisions[number - 1]
            texts = {option.id: prose.plain(option.text) for option in decision.options}
            yield Entry(prose.plain(decision.question), texts.get(letter, letter))  # type: ignore[call-overload]


def _sort(places: Mapping[str, Any]) -> Iterator[Entry]:
    """One entry for each box that holds a card."""
    deck = library.cards()
    for role in ROLES:
        cards = [deck[card].text if card in deck else card for card, place in places.items() if place == role]
        if cards:
            box = prose.fill(library.words("portfolio.box"), {"box": library.words("roles", role, "name")})
            yield Entry(box, "\n".join(cards))


def _answers(lesson: Lesson, done: LessonState) -> Iterator[Entry]:
    for number, question in enumerate(lesson.check.questions, 1):
        answer = done.answers.get(str(number))
        if answer is not None:
            yield Entry(prose.plain(question.question), _answered(question, answer.latest))


def _answered(question: Question, given: Any) -> str:
    """An answer in words: of letters their texts, of boxes one line a statement, a number with its unit."""
    texts = {one.id or str(place): prose.plain(one.text) for place, one in enumerate(question.answers, 1)}
    if isinstance(given, Mapping):
        return "\n".join(f"{texts.get(str(key), str(key))}: {box}" for key, box in given.items())
    if isinstance(given, Sequence) and not isinstance(given, str):
        return "\n".join(texts.get(str(key), str(key)) for key in given)
    if isinstance(given, str):
        return texts.get(given, given)
    return f"{_said(given)} {question.unit}".strip()


def _kept(state: State, slug: str, known: set[str] | None = None) -> Iterator[Entry]:
    """What was kept in a lesson for later ones, but not what is ``known`` from elsewhere, and nothing sealed."""
    for name, kept in state.kept.items():
        if kept.lesson == slug and not kept.sealed and name not in (known or set()):
            yield from _kept_entry(name, kept)


def _kept_entry(name: str, kept: Kept) -> Iterator[Entry]:
    if isinstance(kept.value, Mapping):
        yield from _sort(kept.value)
    else:
        sure = name.startswith("confidence")
        yield Entry(_prompts().get(name, name), _sure(str(kept.value)) if sure else _said(kept.value))


def _prompts() -> dict[str, str]:
    """The question under which each answer was kept."""
    start = library.start()
    keeps = [keep for lesson in library.lessons() for keep in _keeps(lesson)]
    return {start.sort.confidence: start.sort.question, **{keep.id: prose.plain(keep.prompt) for keep in keeps}}


def _keeps(lesson: Lesson) -> list[Keep]:
    turn = lesson.half_way.keep if lesson.half_way else None
    return [keep for keep in (lesson.explore.keep, lesson.reflect.keep, turn) if keep]


def _texts(done: LessonState, prompts: Mapping[str, str]) -> Iterator[Entry]:
    for prompt, text in done.texts.items():
        if not text.sealed:
            yield Entry(prompts.get(prompt, prompt), text.text)


def _sure(key: str) -> str:
    """A word of confidence with its odds; a word of another edition stands as it is."""
    if key not in ("guess", "fairly", "nearly"):
        return key
    sure = library.word_table("confidences", key)
    return f"{sure['name']} ({sure['odds']})"


def _said(value: Any) -> str:
    return _number(value) if isinstance(value, int | float) and not isinstance(value, bool) else str(value)


def _number(value: float) -> str:
    return f"{value:.10g}".replace("-", "−")
