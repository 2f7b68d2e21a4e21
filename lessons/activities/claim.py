"""Claim: what the article says of each hat, in our words, and where it contradicts itself."""

from __future__ import annotations

from typing import Any

from lessons.course.schema import Role, Side
from lessons.page import parts
from lessons.page.markup import Markup, tag

from .roles import role_name
from .view import View
from .words import word


class ClaimView(View):
    """Two columns, then the catch."""

    step = "claim"

    def parts(self) -> list[Any]:
        claim = self.desk.lesson.claim
        columns = tag("div", *(self._side(role, side) for role, side in claim.sides), class_="th-claim-sides")
        catch = tag("p", tag("strong", word("claim.catch")), " ", self.desk.writer.write(claim.catch), class_="th-p")
        return [parts.html(columns), parts.html(catch)]

    def _side(self, role: Role, side: Side) -> Markup:
        ids = " ".join(side.sentences)
        text = tag("p", self.desk.writer.write(f"{side.text} {ids}".strip()))
        kind = "th-side-name" if side.name else "th-role"
        head = tag("h3", role_name(role, side.name), class_=f"{kind} th-role-{role}")
        return tag("div", head, text, class_=f"th-side th-side-{role}")
