"""A mistake in a case file, in words: "decision 1, option B, what happens"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import library
from .mistakes import Mistake
from .prose import fill

_STEP = re.compile(r"(?P<name>[^.\[\]]+)(?:\[(?P<number>\d+)\])?")
_LETTERS = "ABCDE"


def sentence(mistake: Mistake) -> str:
    """One sentence: file, place, what was expected, what was found."""
    words = library.planning().own_case
    values = {"file": mistake.file, "expected": mistake.expected, "found": mistake.found}
    where = place_in_words(mistake.place)
    return fill(words.mistake, {**values, "place": where}) if where else fill(words.mistake_file, values)


def place_in_words(place: str) -> str:
    """The place as a teacher would name it; what has no name stands as it is."""
    return ", ".join(_steps([(found["name"], found["number"]) for found in _STEP.finditer(place)]))


def _steps(steps: list[tuple[str, str | None]]) -> Iterator[str]:
    places = library.planning().own_case.places
    if len(steps) > 1 and steps[0][0] == "case":
        steps = steps[1:]
    while steps:
        (name, number), *rest = steps
        letter = ""
        if name in ("after", "scenes") and rest:
            (letter, _), *rest = rest
        elif name == "options" and number is not None:
            letter = _LETTERS[int(number)] if int(number) < len(_LETTERS) else str(int(number) + 1)
        elif name in ("options", "decisions") and number is None:
            name = f"all_{name}"
        steps = rest
        template = places.get(name, name)
        yield fill(template, {"letter": letter, "number": int(number or 0) + 1}) if name in places else template
