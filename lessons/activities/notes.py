"""What the chips of a text open: the paraphrase of a sentence, a full reference, the meaning of a word."""

from __future__ import annotations

from collections.abc import Mapping

from lessons.course import library
from lessons.course.article import original
from lessons.course.prose import Run
from lessons.page.markup import Markup, join, tag
from lessons.page.prose import Note


def notes_of_the_course() -> Mapping[str, Note]:
    """For each kind of run, what its chip opens."""
    return {"sentence": sentence_note, "reference": reference_note, "term": term_note}


def sentence_note(run: Run) -> Markup | None:
    """The sentence in our words; beside it the user's own copy of the article, if there is one."""
    sentence = library.article().get(run.target)
    if sentence is None:
        return None
    copy = original().get(run.target)
    return join(
        tag("strong", run.target),
        " ",
        sentence.paraphrase,
        tag("span", sentence.note, class_="th-over-more") if sentence.note else None,
        tag("q", copy, class_="th-over-more") if copy else None,
    )


def reference_note(run: Run) -> Markup | None:
    """The full reference."""
    reference = library.references().get(run.target)
    return None if reference is None else tag("span", reference.text)


def term_note(run: Run) -> Markup | None:
    """What the word means here."""
    term = library.glossary().get(run.target)
    return None if term is None else join(tag("strong", run.target), ": ", term.meaning)
