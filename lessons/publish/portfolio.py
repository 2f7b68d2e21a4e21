"""The portfolio: what one learner predicted, chose, placed, answered and wrote, lesson by lesson.

It is made from the record alone. What is sealed stays out of it. Beside this stands what the course adds up to
(`portfolio_sums`), the years of its game (`portfolio_game`) and its last page (`last_page`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lessons.course import library, prose
from lessons.course.schema import ALTERNATIVE, Keep, Lesson, Question
from lessons.publish.content import ROLES
from lessons.publish.entries import Entry, Section, number, sure_words
from lessons.publish.portfolio_game import GAME, game_entries, game_prompts
from lessons.publish.portfolio_sums import sums
from lessons.record.state import Kept, LessonState, Prediction, State

REFLECTION = "reflection"
"""The prompt under which the record keeps the words of a lesson's reflection."""
SORTS = {"sort00": "first_box", "sort13": "second_box"}
"""The two great sorts, by the name under which they are kept, and the words for their boxes."""
SAVED = ("first", "second")
"""The same while they are being made: they count as they were saved."""


def portfolio(state: State) -> tuple[Section, ...]:
    """The sections in the order of the course; lessons of which nothing is kept are left out."""
    known = {lesson.slug: lesson for lesson in library.lessons()}
    others = [slug for slug in _slugs(state) if slug not in known and slug != library.START]
    sections = [
        Section(_title(0, library.start().title), tuple(_kept(state, library.START))),
        *(_of_lesson(lesson, state) for lesson in known.values()),
        *sums(state),
        *(Section(slug, tuple(_texts(state.lesson(slug), {}))) for slug in others),
    ]
    return tuple(section for section in sections if section.entries)


def _slugs(state: State) -> list[str]:
    return [slug for slug in state.lessons if slug]


def _title(place: int, title: str) -> str:
    return prose.fill(library.words("portfolio.lesson"), {"number": place, "title": title})


def _of_lesson(lesson: Lesson, state: State) -> Section:
    done = state.lesson(lesson.slug)
    entries = [
        *_prediction(lesson, done.prediction),
        *_choices(lesson, done.choices),
        *(entry for name, places in done.placed.items() if name not in SAVED for entry in _sort(places)),
        *_answers(lesson, done),
        *_kept(state, lesson.slug, set(lesson.predict.kept_as)),
        *(game_entries(done) if lesson.slug == GAME else ()),
        *_texts(done, {REFLECTION: prose.plain(lesson.reflect.prompt), **_more_prompts(lesson)}),
    ]
    return Section(_title(lesson.number, lesson.title), tuple(entries))


def _prediction(lesson: Lesson, made: Prediction | None) -> Iterator[Entry]:
    if made is not None:
        yield Entry(prose.plain(lesson.predict.question), f"{_guess(lesson, made.value)}, {sure_words(made.sure)}")


def _guess(lesson: Lesson, value: float | str) -> str:
    """The number with its unit, or the words that were chosen in its place."""
    if isinstance(value, str):
        return lesson.predict.alternative if value == ALTERNATIVE and lesson.predict.alternative else value
    return f"{number(value)} {lesson.predict.unit}"


def _more_prompts(lesson: Lesson) -> dict[str, str]:
    """What else a lesson asks for in one's own words: only the last one does."""
    return game_prompts() if lesson.slug == GAME else {}


def _choices(lesson: Lesson, choices: Mapping[int, str]) -> Iterator[Entry]:
    for place, letter in choices.items():
        if place <= len(lesson.case.decisions):
            decision = lesson.case.decisions[place - 1]
            texts = {option.id: prose.plain(option.text) for option in decision.options}
            yield Entry(prose.plain(decision.question), texts.get(letter, letter))  # type: ignore[call-overload]


def _sort(places: Mapping[str, Any], words: str = "box") -> Iterator[Entry]:
    """One entry for each box that holds a card, under the words at ``[portfolio]`` ``words``."""
    deck = library.cards()
    for role in ROLES:
        cards = [deck[card].text if card in deck else card for card, place in places.items() if place == role]
        if cards:
            box = prose.fill(library.words("portfolio", words), {"box": library.words("roles", role, "name")})
            yield Entry(box, "\n".join(cards))


def _answers(lesson: Lesson, done: LessonState) -> Iterator[Entry]:
    for place, question in enumerate(lesson.check.questions, 1):
        answer = done.answers.get(str(place))
        if answer is not None:
            yield Entry(prose.plain(question.question), _answered(question, answer.latest))


def _answered(question: Question, given: Any) -> str:
    """An answer in words: of letters their texts, of boxes one line a statement, a number with its unit."""
    texts = {one.id or str(place): prose.plain(one.text) for place, one in enumerate(question.answers, 1)}
    if isinstance(given, Mapping):
        stated = {key: texts.get(str(key), str(key)).removesuffix(".") for key in given}
        return "\n".join(f"{stated[key]}: {box}" for key, box in given.items())
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
        yield from _sort(kept.value, SORTS.get(name, "box"))
    else:
        sure = name.startswith("confidence")
        yield Entry(_prompts().get(name, name), sure_words(str(kept.value)) if sure else _said(kept.value))


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
        if not text.sealed and text.text.strip():  # a line that was emptied is no longer said
            yield Entry(prompts.get(prompt, prompt), text.text)


def _said(value: Any) -> str:
    return number(value) if isinstance(value, int | float) and not isinstance(value, bool) else str(value)
