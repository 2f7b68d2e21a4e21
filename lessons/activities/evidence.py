"""Evidence: what research adds, each line under a badge, each with its reference."""

from __future__ import annotations

from typing import Any

from lessons.course.schema import EvidenceLine
from lessons.page import parts
from lessons.page.markup import Markup, tag

from .view import View
from .words import word


class EvidenceView(View):
    """One line for each finding."""

    step = "evidence"

    def parts(self) -> list[Any]:
        evidence = self.desk.lesson.evidence
        note = self.desk.writer.paragraph(evidence.note) if evidence.note else None
        return [parts.html(tag("ul", *map(self._line, evidence.lines), class_="th-evidence-list"), note)]

    def _line(self, line: EvidenceLine) -> Markup:
        badge = tag("span", word(f"badges.{line.badge}"), class_=f"th-badge th-badge-{line.badge}")
        return tag("li", badge, tag("span", self.desk.writer.write(line.text)))
