"""A lesson that is open in a notebook: it shows one view after the other."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from .activities.desk import Desk
from .activities.view import View
from .activities.words import word
from .course.mistakes import ContentError
from .page import parts
from .page.show import show

AnyDesk = TypeVar("AnyDesk", bound=Desk)


class Opened(Generic[AnyDesk]):
    """What all open lessons can do."""

    def __init__(self, desk: AnyDesk) -> None:
        self._desk = desk

    def _show(self, view: Callable[[AnyDesk], View]) -> None:
        """Display a view, or the mistakes in its texts, one a line."""
        try:
            widget: Any = view(self._desk).widget
        except ContentError as error:
            widget = parts.html(parts.alert(str(error)))
        show(widget, word("notes.run_first"))
