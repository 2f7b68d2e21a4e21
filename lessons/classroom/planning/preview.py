"""A case as a learner sees it, while it is being written. What is chosen in it goes into no record."""

from __future__ import annotations

from typing import Any

from lessons.activities.case import CaseView
from lessons.activities.class_case import inside
from lessons.activities.desk import Desk
from lessons.activities.start.practice import Unkept
from lessons.course import library
from lessons.course.case_draft import Draft, preview
from lessons.course.schema import Case
from lessons.page import parts
from lessons.page.page import Page
from lessons.record.state import State
from lessons.record.trouble import Trouble

SLUG = "preview"


class PreviewDesk(Desk):
    """A desk whose diary is in memory alone."""

    def __init__(self, page: Page, case: Case, unkept: Unkept) -> None:
        self._unkept = unkept
        lesson = library.lessons()[0].model_copy(update={"slug": SLUG, "case": case, "back": ()})
        super().__init__(lesson, page, None)  # type: ignore[arg-type]  # nothing here asks for a diary

    @property
    def everything(self) -> State:
        return self._unkept.state

    def _write(self, kind: str, data: dict[str, Any]) -> Trouble | None:
        return self._unkept.write(kind, SLUG, **data)


class Preview:
    """The place of the preview; ``show`` sets it anew and keeps what was chosen in it."""

    def __init__(self, page: Page) -> None:
        self._page, self._unkept = page, Unkept()
        self.widget = parts.box(classes=("th-preview",))

    def show(self, draft: Draft) -> None:
        """The draft as far as it is written."""
        before = self.widget.children
        self.widget.children = (inside(CaseView(PreviewDesk(self._page, preview(draft), self._unkept))),)
        for widget in before:
            widget.close()

    def forget(self) -> None:
        """Choose from the beginning again."""
        self._unkept = Unkept()
