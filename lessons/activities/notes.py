"""What the chips of a text open: the paraphrase of a sentence, a full reference, the meaning of a word."""

from __future__ import annotations

from collections.abc import Mapping

from lessons.course import library
from lessons.course.article import original
from lessons.course.prose import Run
from lessons.page.markup import join, tag
from lessons.page.prose import Note, Opened


def notes_of_the_course() -> Mapping[str, Note]:
    """For each kind of run, what its chip opens."""
    return {"sentence": sentence_note, "reference": reference_note, "term": term_note}


def sentence_note(run: Run) -> Opened | None:
    """The sentence in our words; beside it the user's own copy of the article, if there is one."""
    sentence = library.article().get(run.target)
    if sentence is None:
        return None
    copy = original().get(run.target)
    note = join(
        tag("strong", run.target),
        " ",
        sentence.paraphrase,
        tag("span", sentence.note, class_="th-over-more") if sentence.note else None,
        tag("q", copy, class_="th-over-more") if copy else None,
    )
    return Opened(run.text, note)


def reference_note(run: Run) -> Opened | None:
    """The authors and the year in the line, the full reference in the note."""
    reference = library.references().get(run.target)
    if reference is None:
        return None
    return Opened(", ".join(filter(None, (reference.short, run.text))), tag("span", reference.text))


def term_note(run: Run) -> Opened | None:
    """What the word means here."""
    term = library.glossary().get(run.target)
    return None if term is None else Opened(run.text, join(tag("strong", run.target), ": ", term.meaning))
