"""Prose with marks, shown on a page: sentences, references and first uses of terms become chips."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from lessons.course.prose import Run, parse

from .chips import chip
from .markup import Markup, join, tag
from .page import Page


def tied(text: str) -> str:
    """The text with each number tied to the per cent sign behind it, so that no line ends between the two."""
    return re.sub(r"(?<=\d) (?=%)", "\u00a0", text)


@dataclass(frozen=True)
class Opened:
    """What a chip shows in the line, and what it opens."""

    shown: str
    note: Markup


Note = Callable[[Run], Opened | None]


class Writer:
    """Turns prose into markup for one page.

    notes: for each kind of run (``sentence``, ``reference``, ``term``) what its chip opens; None leaves plain text.
    """

    def __init__(self, page: Page, notes: Mapping[str, Note]) -> None:
        self.page, self._notes = page, notes

    def write(self, text: str, numbers: Mapping[str, object] | None = None) -> Markup:
        """The text with its marks as inline markup."""
        shown: list[Markup | str] = []
        for before, run in pairwise((None, *parse(text, numbers))):
            assert run is not None
            if before is not None and before.kind == run.kind == "reference":
                shown.append("; ")  # two references in one bracket
            shown.append(self._run(replace(run, text=tied(run.text)), text))
        return join(*shown)

    def paragraph(self, text: str, numbers: Mapping[str, object] | None = None, class_: str = "th-p") -> Markup:
        """The text as one paragraph."""
        return tag("p", self.write(text, numbers), class_=class_)

    def _run(self, run: Run, template: str) -> Markup:
        if run.kind in ("em", "strong"):
            return tag(run.kind, run.text)
        if run.kind == "break":
            return tag("br")
        if run.kind in self._notes:
            return self._chip(run, template)
        return join(run.text)

    def _chip(self, run: Run, template: str) -> Markup:
        """A term explains itself in the first text that uses it, and there again whenever that text is shown anew."""
        if run.kind == "term" and self.page.explained.get(run.target, template) != template:
            return join(run.text)
        opened = self._notes[run.kind](run)
        if opened is None:
            return join(run.text)
        if run.kind == "term":
            self.page.explained[run.target] = template
        return chip(opened.shown, opened.note, run.kind)
