"""The portfolio as files to save: PDF in both sizes of paper, and Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lessons.course import library
from lessons.publish.own_words import heading_on_paper, in_markdown, on_paper, plain_markdown
from lessons.publish.portfolio import Section, portfolio
from lessons.publish.press import PAPERS, Paper, press
from lessons.publish.words import sheet_words
from lessons.record.state import State

SIZE = 10.5
"""Size of type in points."""


class SavedFile(NamedTuple):
    """A file for the browser to save."""

    name: str
    media_type: str
    content: bytes


def portfolio_files(state: State, code: str) -> tuple[SavedFile, ...]:
    """All files of one learner's portfolio. Whatever was typed, they are made."""
    sections = portfolio(state)
    name = f"two-hats-portfolio-{code}"
    pdfs = [SavedFile(f"{name}-{paper}.pdf", "application/pdf", as_pdf(sections, paper)) for paper in PAPERS]
    return (*pdfs, SavedFile(f"{name}.md", "text/markdown;charset=utf-8", as_markdown(sections).encode("utf-8")))


def as_pdf(sections: Sequence[Section], paper: Paper) -> bytes:
    """The portfolio as a PDF/UA-1 file; a character that the typeface lacks is replaced where one sees it."""
    words = {**sheet_words(), "portfolio": dict(library.word_table("portfolio"))}
    shown = [
        {
            "title": heading_on_paper(section.title),
            "entries": [{"asked": on_paper(entry.asked), "said": on_paper(entry.said)} for entry in section.entries],
        }
        for section in sections
    ]
    return press(
        "portfolio.typ", {"title": words["portfolio"]["title"], "sections": shown, "words": words}, paper, SIZE
    ).pdf


def as_markdown(sections: Sequence[Section]) -> str:
    """The portfolio as Markdown: our words as headings, the learner's as quotations in which nothing is markup."""
    words = library.word_table("portfolio")
    blocks = [f"# {words['title']}", words["intro"] if sections else words["empty"]]
    for section in sections:
        blocks.append(f"## {plain_markdown(section.title)}")
        for entry in section.entries:
            blocks += [f"**{plain_markdown(entry.asked)}**", in_markdown(entry.said)]
    return "\n\n".join(blocks) + "\n"
