"""The teacher's desk for planning: the page, how things are printed, and where files go."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lessons.activities.notes import notes_of_the_course
from lessons.course import library
from lessons.page.page import Page
from lessons.page.prose import Writer

from .printing import Printing


class PlanDesk:
    """One opened plan notebook. handouts: the folder that is offered for files; cases: the one that lessons read."""

    def __init__(self, page: Page, printing: Printing, handouts: Path, cases: Path) -> None:
        self.page, self.printing, self.handouts, self.cases = page, printing, handouts, cases
        self.writer = Writer(page, notes_of_the_course())
        self.words = library.planning()
        self._widgets: list[Any] = []

    def join(self, widget: Any) -> None:
        """A widget that is given back when the notebook is opened anew."""
        self._widgets.append(widget)

    def close(self) -> None:
        """Give the parts back."""
        for widget in self._widgets:
            widget.close()
