"""Pages 3 and 4, and what to say aloud: a year beside simple ways, under other weights, and what we chose."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import numpy as np

from lessons.activities.desk import Desk
from lessons.activities.predict import Commitment
from lessons.activities.words import word
from lessons.course import library
from lessons.course.prose import fill
from lessons.course.two_hats import model, steady
from lessons.course.two_hats.best import CHOICES
from lessons.course.two_hats.comparison import YEARS_OF_THE_PREDICTION, advice_to_lead_more, way_readings
from lessons.course.two_hats.events import MONTHS, YEARS
from lessons.course.two_hats.game import READINGS, total
from lessons.course.two_hats.players import grid
from lessons.course.two_hats.review import NEARLY_NOTHING
from lessons.page import parts
from lessons.page.markup import Markup, join, tag

from .looking import MOST, REST, Looked, totals_under, ways, weights_beside
from .own_words import own_text

SHORT = 3
"""Months of the short year of daily work."""
OTHERS = "other_weights"
"""The prompt of the line on who would choose other weights, written before a year."""


# ---- the prediction --------------------------------------------------------------------------------------------------
def advice_page(desk: Desk) -> Markup:
    """One's prediction beside the answer, and what the same advice does to three players."""
    words, write = library.game().look_back.advice, desk.writer
    made, asked = desk.state.prediction, Commitment(desk.lesson.predict)
    if made is None:
        guessed: object = words.not_guessed
    else:
        close = word("explore.close" if asked.right(made.value) else "explore.not_close")
        guessed = join(fill(words.guessed, {"guess": asked.shown(made.value)}), " ", close)
    advice = advice_to_lead_more()
    rows = [(words.players[player], *_signed(change)) for player, change in advice.items()]  # type: ignore[index]
    return join(
        tag("h3", words.title, class_="th-h3"),
        tag("p", guessed, class_="th-p"),
        write.paragraph(words.answer, {"answer": model.reveal()}),
        parts.table(words.header, rows, fill(words.table, {"years": YEARS_OF_THE_PREDICTION})),
        write.paragraph(words.after),
    )


def _signed(change: Any) -> list[str]:
    """Points with their sign; a change that prints as nothing has none."""
    return [fill("{x:+.0f}", {"x": float(points)}) if abs(points) >= 0.5 else "0" for points in change]


# ---- page 3 ----------------------------------------------------------------------------------------------------------
def ways_page(desk: Desk, looked: Looked) -> Markup:
    """The year beside simple ways through the same events, and which way wins where."""
    words, write = library.game().look_back.ways, desk.writer
    found = ways(looked)
    rows = [_way_row(words.names[way], words.what[way], read) for way, read in found.items()]  # type: ignore[index]
    own = _way_row(words.you, words.yours, looked.replay.final)
    rows.insert(0, tuple(tag("strong", cell) for cell in own))
    searched = None if "best_found" in found else write.paragraph(words.nobody_searched)
    return join(
        tag("h3", words.title, class_="th-h3"),
        write.paragraph(words.intro),
        parts.table(words.header, rows, words.table),
        searched,
        write.paragraph(words.after) if _one_hat_loses(found) else None,
        parts.folded(words.where_title, *(write.paragraph(text, where_numbers()) for text in words.where)),
    )


def _one_hat_loses(found: Mapping[str, Any]) -> bool:
    """Whether either hat alone ends with nearly nothing of a reading: in a short year that need not be so."""
    return all(found[way].min() <= NEARLY_NOTHING for way in ("only_managing", "only_leading"))


def _way_row(name: str, what: str, read: Any) -> tuple[object, ...]:
    return (name, what, *(f"{float(value):.0f}" for value in read))


@cache
def where_numbers() -> dict[str, float | str]:
    """Hours of managing in the best steady plans, by kind of year and months."""
    places = [("daily_work", SHORT), *((kind, MONTHS) for kind in YEARS)]
    hours = {f"{kind}_{months}": float(steady.best_steady(kind, months)[:2].sum()) for kind, months in places}
    return {**hours, "plans": float(len(grid())), "years": float(steady.YEARS_COMPARED)}


# ---- page 4 ----------------------------------------------------------------------------------------------------------
def weights_page(desk: Desk, looked: Looked) -> Markup:
    """Totals of the same year under one's own weights and under three others."""
    words = library.game().look_back.weights
    counted = weights_beside(looked.game.weights)
    numbers, who = {**counted["own"], "most": float(MOST), "rest": float(REST)}, own_text(desk, OTHERS)
    rows = [
        (fill(words.rows[name], numbers), *(f"{one:.1f}" for one in totals_under(looked, weights)))  # type: ignore[index]
        for name, weights in counted.items()
    ]
    return join(
        tag("h3", words.title, class_="th-h3"),
        parts.table(words.header, rows, words.table),
        desk.writer.paragraph(words.ask),
        desk.writer.paragraph(words.who, {"text": who}) if who else None,
    )


# ---- to say aloud ----------------------------------------------------------------------------------------------------
def aloud_page(desk: Desk) -> Markup:
    """Three things to say aloud, with their numbers."""
    words, write = library.game().look_back, desk.writer
    said = (
        tag("li", tag("strong", one.head), " ", write.write(one.text, aloud_numbers()), class_="th-p")
        for one in words.aloud
    )
    return join(tag("h3", words.aloud_title, class_="th-h3"), tag("ul", *said, class_="th-goals"))


@cache
def aloud_numbers() -> dict[str, float | str]:
    """Readings and totals of one hat alone in year A, and in how many years managing alone is ahead."""
    year = CHOICES["A"]
    ends = {"om": way_readings("only_managing", year), "ol": way_readings("only_leading", year)}
    each = {
        f"{way}_{name}": float(value) for way, read in ends.items() for name, value in zip(READINGS, read, strict=True)
    }
    totals = {f"{way}_total": float(np.round(total(read, model.EQUAL))) for way, read in ends.items()}
    ahead = {kind: float(steady.managing_alone_ahead(kind)) for kind in YEARS}
    return {**each, **totals, **ahead, "alone": float(steady.YEARS_ALONE)}
