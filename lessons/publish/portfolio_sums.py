"""What a learner's course adds up to: how often a word of confidence came true, and which cards moved.

Nothing here is a mark. Predictions that hold in a model only are not counted, and the number of answers stands beside
each count; under five it says that they are too few.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lessons.course import library, prose
from lessons.publish.entries import Entry, Section, sure_words
from lessons.record.calibration import Count, Forecast, calibration
from lessons.record.shift import Move, Shift, shift
from lessons.record.state import State


def sums(state: State) -> tuple[Section, ...]:
    """One section, or none where there is nothing to add up."""
    entries = (*_calibration(state), *_moves(state))
    return (Section(library.words("portfolio.sums"), entries),) if entries else ()


def forecasts(state: State) -> list[Forecast]:
    """Every prediction as it was made the first time: later ones know the answer."""
    made = ((lesson.predict, state.lesson(lesson.slug).first_prediction) for lesson in library.lessons())
    return [Forecast(one.sure, asked.kind, asked.right(one.value)) for asked, one in made if one]


def moved_cards(state: State) -> Shift | None:
    """What moved between the two great sorts; None unless both were saved."""
    words = library.laboratory().sort_again
    sorts = [state.kept[name].value for name in (words.first, words.id) if name in state.kept]
    if len(sorts) < 2 or not all(isinstance(places, Mapping) for places in sorts):
        return None
    return shift(*sorts)


def _calibration(state: State) -> Iterator[Entry]:
    which = library.words("calibration.counted")
    for sure, count in calibration(forecasts(state)).items():
        if count.of:
            asked = prose.fill(library.words("portfolio.sure"), {"which": which, "sure": sure_words(sure)})
            yield Entry(asked, _came_close(count))


def _came_close(count: Count) -> str:
    template = library.words("calibration", "too_few" if count.too_few else "of")
    close = library.words("calibration.close")
    return f"{close}: {prose.fill(template, {'right': count.right, 'of': count.of})}"


def _moves(state: State) -> Iterator[Entry]:
    found = moved_cards(state)
    if found is not None:
        numbers = {"moved": len(found.moved), "common": len(found.common)}
        said = "\n".join(_move(move) for move in found.moved)
        yield Entry(prose.fill(library.words("portfolio.moved"), numbers), said)


def _move(move: Move) -> str:
    deck = library.cards()
    card = deck[move.card].text if move.card in deck else move.card
    places = {"before": _role(move.before), "after": _role(move.after)}
    return prose.fill(library.words("portfolio.move"), {"card": card, **places})


def _role(role: str) -> str:
    known = isinstance(role, str) and role in ("managing", "leading", "both", "neither")
    return library.words("roles", role, "name") if known else str(role)
