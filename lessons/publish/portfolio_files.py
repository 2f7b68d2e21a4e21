"""The portfolio as files to save: PDF in both sizes of paper, and Markdown."""

from __future__ import annotations

import json
from collections.abc import Sequence

from lessons.course import library
from lessons.publish.content import Data
from lessons.publish.entries import Section
from lessons.publish.last_page import has_own_words, last_page_data, last_page_markdown
from lessons.publish.own_words import INSTEAD, heading_on_paper, in_markdown, on_paper, plain_markdown
from lessons.publish.portfolio import portfolio
from lessons.publish.press import PAPERS, Paper, press
from lessons.publish.saved_file import MARKDOWN, PDF, SavedFile
from lessons.publish.words import sheet_words
from lessons.record.state import State

SIZE = 10.5
"""Size of type in points."""


def portfolio_files(state: State, code: str) -> tuple[SavedFile, ...]:
    """All files of one learner's portfolio. Whatever was typed, they are made."""
    sections, name = portfolio(state), f"two-hats-portfolio-{code}"
    page = last_page_data(state, code) if has_own_words(state) else None
    pdfs = [SavedFile(f"{name}-{paper}.pdf", PDF, as_pdf(sections, paper, page)) for paper in PAPERS]
    text = as_markdown(sections)
    if page:
        text += f"\n## {library.words('portfolio.last_page')}\n\n{last_page_markdown(state, code)}"
    return (*pdfs, SavedFile(f"{name}.md", MARKDOWN, text.encode("utf-8")))


def as_pdf(sections: Sequence[Section], paper: Paper, last_page: Data | None = None) -> bytes:
    """The portfolio as a PDF/UA-1 file, with the last page if there is one.

    A character that the typeface lacks is replaced where one sees it.
    """
    words = {**sheet_words(), "portfolio": dict(library.word_table("portfolio"))}
    shown = [
        {
            "title": heading_on_paper(section.title),
            "entries": [{"asked": on_paper(entry.asked), "said": on_paper(entry.said)} for entry in section.entries],
        }
        for section in sections
    ]
    data: Data = {"title": words["portfolio"]["title"], "sections": shown, "last-page": last_page, "words": words}
    data["replaced"] = INSTEAD in json.dumps([shown, last_page], ensure_ascii=False)
    return press("portfolio.typ", data, paper, SIZE).pdf


def as_markdown(sections: Sequence[Section]) -> str:
    """The portfolio as Markdown: our words as headings, the learner's as quotations in which nothing is markup."""
    words = library.word_table("portfolio")
    blocks = [f"# {words['title']}", words["intro"] if sections else words["empty"]]
    for section in sections:
        blocks.append(f"## {plain_markdown(section.title)}")
        for entry in section.entries:
            blocks += [f"**{plain_markdown(entry.asked)}**", in_markdown(entry.said)]
    return "\n\n".join(blocks) + "\n"
