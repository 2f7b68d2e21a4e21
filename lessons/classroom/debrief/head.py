"""The head of the debrief: what it is, and what it never shows."""

from __future__ import annotations

from lessons.page import parts

from .desk import DebriefDesk


class DebriefHead:
    """A few sentences to the teacher."""

    def __init__(self, desk: DebriefDesk) -> None:
        text = parts.html(*(desk.writer.paragraph(one) for one in desk.words.head))
        self.widget = parts.box(text, classes=("th-root", "th-activity", "th-head"))
        desk.join(self.widget)
