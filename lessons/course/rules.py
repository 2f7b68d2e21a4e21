"""Rules that hold between the texts, beyond the shape of one table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from .case_rules import case_complaints
from .check_rules import check_complaints
from .kept_rules import kept_complaints
from .mark_rules import evidence_complaints, mark_complaints
from .mistakes import Complaint, Mistake, place
from .schema import Card, Difference, Lesson, Prediction, Sentence, Term, WaysTable
from .shared import Shared


def check_lesson(lesson: Lesson, slug: str, shared: Shared) -> tuple[Mistake, ...]:
    """Every mistake of a lesson whose shape is right."""
    complaints = chain(
        _head(lesson, slug),
        _ids(lesson, shared),
        kept_complaints(lesson, shared),
        mark_complaints(lesson, shared),
        prediction_complaints(lesson.predict),
        case_complaints(lesson.case),
        _ways(lesson.explore.ways),
        evidence_complaints(lesson.evidence),
        check_complaints(lesson.check, lesson.number),
    )
    return tuple(Mistake(f"{slug}/lesson.toml", *complaint) for complaint in complaints)


def check_shared(shared: Shared) -> tuple[Mistake, ...]:
    """Every id and every mark in the shared files that leads nowhere."""
    files: dict[str, Mapping[str, Sentence | Difference | Card | Term]] = {
        "article.toml": shared.article,
        "differences.toml": shared.differences,
        "traits.toml": shared.cards,
        "glossary.toml": shared.glossary,
    }
    return tuple(
        Mistake(file, *complaint)
        for file, tables in files.items()
        for key, table in tables.items()
        for complaint in chain(_shared_ids(key, table, shared), mark_complaints(table, shared, (key,)))
    )


def _head(lesson: Lesson, slug: str) -> Iterator[Complaint]:
    """The folder's name, and objectives that something meets."""
    if lesson.slug != slug:
        yield "slug", f"“{slug}”, the name of its folder", f"“{lesson.slug}”"
    there = {f"check {number}" for number, _ in enumerate(lesson.check.questions, 1)}
    there |= {f"explore {number}" for number, _ in enumerate(lesson.explore.tasks, 1)} | {"predict", "reflection"}
    for number, objective in enumerate(lesson.objectives):
        for which, part in enumerate(objective.met_by):
            if part not in there:
                yield place(["objectives", number, "met_by", which]), "a part of this lesson", f"“{part}”"


def prediction_complaints(asked: Prediction) -> Iterator[Complaint]:
    """An answer that can be given: a number in the range, or the words of the alternative."""
    if asked.value is None and not asked.alternative:
        yield "predict.value", "a number, or words in predict.alternative", "neither"
    if asked.value is not None and not asked.low <= asked.value <= asked.high:
        yield "predict.value", f"a number from {asked.low:g} to {asked.high:g}", f"{asked.value:g}"


def _ways(ways: WaysTable | None) -> Iterator[Complaint]:
    """Rows as long as the header, and a winner among the ways."""
    if ways is None:
        return
    columns = len(ways.header)
    for number, row in enumerate(ways.rows):
        if len(row) != columns:
            yield place(["explore", "ways", "rows", number]), f"{columns} cells, as in the header", str(len(row))
    if ways.best and len(ways.best) != len(ways.rows):
        yield "explore.ways.best", f"one for each of {len(ways.rows)} rows", str(len(ways.best))
    for number, best in enumerate(ways.best):
        if best >= columns - 1:
            yield place(["explore", "ways", "best", number]), f"0 to {columns - 2}, or -1 for none", str(best)


def _ids(lesson: Lesson, shared: Shared) -> Iterator[Complaint]:
    """Differences, sentences and cards that exist."""
    yield from _unknown(["differences"], lesson.differences, shared.differences, "difference")
    yield from _unknown(["sentences"], lesson.sentences, shared.article, "sentence")
    for role, side in lesson.claim.sides:
        yield from _unknown(["claim", role, "sentences"], side.sentences, shared.article, "sentence")
    yield from _unknown(["cards", "cards"], lesson.cards.cards, shared.cards, "card")


def _shared_ids(key: str, table: Sentence | Difference | Card | Term, shared: Shared) -> Iterator[Complaint]:
    """Sentences, references and differences that a card, a difference or a term names."""
    if isinstance(table, Card | Difference):
        yield from _unknown([key, "sentences"], table.sentences, shared.article, "sentence")
    if isinstance(table, Card | Term):
        yield from _unknown([key, "sources"], table.sources, shared.references, "reference")
    if isinstance(table, Card) and table.difference and table.difference not in shared.differences:
        yield place([key, "difference"]), "a difference of the course", f"“{table.difference}”"
    if isinstance(table, Card) and bool(table.article) != bool(table.sentences):
        found = "no sentences" if table.article else "sentences, but no role in the article"
        yield place([key, "sentences"]), "both a role in the article and its sentences, or neither", found


def _unknown(path: list[str], ids: tuple[str, ...], known: Mapping[str, object], what: str) -> Iterator[Complaint]:
    for number, one in enumerate(ids):
        if one not in known:
            yield place([*path, number]), f"a {what} of the course", f"“{one}”"
