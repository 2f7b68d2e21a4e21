"""How hard a text is to read: sentences, words, syllables, and the school grade after Flesch and Kincaid."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pyphen

from lessons.course.mark_rules import Path, texts
from lessons.course.prose import parse
from lessons.course.schema import Lesson

_HYPHENS = pyphen.Pyphen(lang="en_GB")
_TERMS = ("manag", "lead", "organis", "motivat", "inspir", "coordinat", "influenc")
"""Beginnings of the article's own terms. A lesson cannot avoid them, so each counts as two syllables."""
_UNREAD = {"slug", "differences", "sentences", "facilitator", "back"}
_LABELS = {
    "id",
    "hat",
    "kind",
    "form",
    "badge",
    "met_by",
    "box",
    "code",
    "misconception",
    "chart",
    "computed",
    "kept_as",
}


def learner_texts(lesson: Lesson) -> Iterator[tuple[Path, str]]:
    """Everything that a learner reads in a lesson, except labels and words of the chart."""
    for path, text in texts(lesson):
        labels = path[0] == "explore" and path[1] in ("labels", "table", "chart", "source")
        if path[0] not in _UNREAD and not labels and path[-1] not in _LABELS and "ways" not in path:
            yield path, text


def sentences(text: str) -> list[str]:
    """The sentences of a text without its references. A sentence's id counts as a word, a number in braces too."""
    words = "".join("this" if run.kind == "sentence" else run.text for run in parse(text) if run.kind != "reference")
    words = re.sub(r"\{[^{}]*\}", "3", words)
    return [one for one in re.split(r"(?<=[.!?…])[”’)]*\s+", words) if re.search(r"\w", one)]


def words(sentence: str) -> list[str]:
    """The words of a sentence; "6.7" and "people’s" are one word each."""
    return re.findall(r"[\w]+(?:[’'.,-]\w+)*", sentence)


def syllables(word: str) -> int:
    """Syllables of a word; two for the article's own terms.

    Hyphenation leaves out breaks near the ends of a word, so where it gives fewer than the word has groups of vowels
    (a silent "e" at the end not counted), the groups count.
    """
    small = word.lower()
    if small.startswith(_TERMS):
        return 2
    groups = re.findall(r"[aeiouy]+", re.sub(r"(?<=[^aeiouyl])e(?=s?$)|(?<=[^aeioutdy])ed$", "", small))
    return max(len(_HYPHENS.positions(word)) + 1, len(groups))


def grade(found: list[str]) -> float:
    """Flesch–Kincaid grade of some sentences."""
    count = [word for sentence in found for word in words(sentence)]
    spoken = sum(syllables(word) for word in count)
    return 0.39 * len(count) / len(found) + 11.8 * spoken / len(count) - 15.59
