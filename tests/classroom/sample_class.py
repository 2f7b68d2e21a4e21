"""A class that never was: seeded hand-ins for tests and pictures. Never shipped, never shown as a result."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import numpy as np

from lessons.activities.check import keyed
from lessons.classroom.handin import write
from lessons.course import library
from lessons.course.schema import Lesson, Question
from lessons.course.two_hats.game import EDITION
from lessons.record.handin import HandIn, seal

ROLES = ("managing", "leading", "both", "neither")
MARKUP = '<img src=x onerror="window.alerted=1"><script>window.alerted=1</script>'


def hand_ins(people: int, slugs: tuple[str, ...] = (), seed: int = 1) -> list[HandIn]:
    """So many people's hand-ins of these lessons, of all by default, of the two great sorts and of the game."""
    lessons = [library.lesson(slug) for slug in slugs] if slugs else list(library.lessons())
    return [made for person in range(people) for made in _person(person, lessons, seed)]


def put(hand_ins: list[HandIn], folder: Path) -> Path:
    """Write them into a folder, as learners do."""
    folder.mkdir(parents=True, exist_ok=True)
    for made in hand_ins:
        write(made, folder)
    return folder


def one(code: str, lesson: str, **data: Any) -> HandIn:
    """A hand-in with what is given and nothing else."""
    pseudonym = hashlib.md5(code.encode(), usedforsecurity=False).hexdigest()
    tables = ("choices", "own_cases", "checks", "sorts", "sort_sure", "texts")
    empty = {"prediction": None, "games": [], **{table: {} for table in tables}}
    head = {"format": "two-hats hand-in", "version": 1, "lesson": lesson, "pseudonym": pseudonym, "day": "2026-11-02"}
    sealed = {"opens": [], "seal": seal(f"{code} {lesson}")}
    return HandIn.model_validate({**head, **sealed, **empty, **data})


def _person(person: int, lessons: list[Lesson], seed: int) -> list[HandIn]:
    random = np.random.default_rng([seed, person])
    code = f"person {seed} {person}"
    found = [one(code, lesson.slug, **_lesson(lesson, random)) for lesson in lessons if lesson.slug != "two_hats"]
    first = {key: ROLES[_lean(key, random)] for key, card in library.cards().items() if card.core}
    second = {key: ("both" if random.random() < 0.25 else box) for key, box in first.items()}
    moved = {key: ROLES[random.integers(4)] if random.random() < 0.1 else box for key, box in second.items()}
    started = one(code, "start_here", sorts={"first": first}, sort_sure={"first": "fairly"})
    found = [made for made in found if made.lesson != "overlap"]
    again = one(
        code,
        "overlap",
        **_lesson(library.lesson("overlap"), random),
    )
    again = again.model_copy(update={"sorts": {"second": moved}})
    played = one(code, "two_hats", games=[_game(random)], texts=_texts(person, random))
    return [started, *found, again, played]


def _lean(key: str, random: Any) -> int:
    """Each card has a box of its own in which most put it; some cards are split."""
    digest = hashlib.md5(key.encode(), usedforsecurity=False).digest()
    strength = (0.25, 0.5, 0.75, 0.9)[digest[1] % 4]
    return digest[0] % 4 if random.random() < strength else int(random.integers(4))


def _lesson(lesson: Lesson, random: Any) -> dict[str, Any]:
    asked = lesson.predict
    middle = asked.value if asked.value is not None else (asked.low + asked.high) / 2
    value = float(np.clip(random.normal(middle, (asked.high - asked.low) / 5), asked.low, asked.high))
    value = round(asked.low + round((value - asked.low) / asked.step) * asked.step, 6)
    words = asked.alternative and random.random() < 0.2
    return {
        "prediction": {"value": None if words else value, "sure": str(random.choice(["guess", "fairly", "nearly"]))},
        "choices": {"1": str(random.choice(list("ABC"), p=[0.5, 0.3, 0.2])), "2": str(random.choice(list("ABC")))},
        "checks": {
            str(number): {"first": (given := _answer(question, random))[0], "right": given[1], "tries": 1}
            for number, question in enumerate(lesson.check.questions, 1)
        },
    }


def _answer(question: Question, random: Any) -> tuple[Any, bool]:
    right = random.random() < 0.5
    keys = [key for key, _ in keyed(question)]
    if question.form == "one":
        key = next(key for key, one in keyed(question) if one.right) if right else str(random.choice(keys))
        return key, next(one.right for other, one in keyed(question) if other == key)
    if question.form == "several":
        return ([key for key, one in keyed(question) if one.right] if right else [str(random.choice(keys))]), bool(
            right
        )
    if question.form == "classify":
        boxes = {key: one.box if right else str(random.choice(question.boxes)) for key, one in keyed(question)}
        return (boxes if all(len(box) <= 40 and box.isascii() for box in boxes.values()) else None), bool(right)
    return (float(question.value or 0) if right else float(random.integers(0, 100))), bool(right)


def _game(random: Any) -> dict[str, Any]:
    hours = random.dirichlet([2] * 5, size=10) * 40
    weights = dict.fromkeys(("delivery", "budget", "commitment", "direction"), 20.0)
    weights[str(random.choice(list(weights)))] = 40.0
    spent = [[float(round(hour, 3)) for hour in month] for month in hours * 0.999]
    return {
        "edition": EDITION,
        "kind": "mixed",
        "seed": 7,
        "months": 10,
        "weights": weights,
        "hours": spent,
        "backs": 0,
    }


def _texts(person: int, random: Any) -> dict[str, str]:
    """Four in five tick their words; one in ten of these tries to be markup."""
    if random.random() < 0.2:
        return {}
    then = "One keeps the work in order, the other shows where to go."
    now = then if random.random() < 0.2 else "The same person plans in the morning and asks what for after lunch."
    plan = {"plan_if": "somebody brings me a ready plan", "plan_then": "I ask what it is for before what it costs"}
    if random.random() < 0.6:
        plan |= {"plan_date": "4 March", "plan_observer": "Kim, on Friday"}
    if random.random() < 0.5:
        plan["plan_unless"] = "it is a matter of safety"
    if person % 10 == 3:
        plan["plan_change"] = MARKUP
    return {"sentence00": then, "sentence15": now, **plan}
