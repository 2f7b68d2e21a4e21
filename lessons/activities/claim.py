"""Claim: what the article says of each hat, in our words, and where it contradicts itself."""

from __future__ import annotations

from typing import Any

from lessons.course.schema import Role, Side
from lessons.page import parts
from lessons.page.markup import Markup, tag

from .desk import View
from .roles import role_name
from .words import word


class ClaimView(View):
    """Two columns, then the catch."""

    step = "claim"

    def parts(self) -> list[Any]:
        claim = self.desk.lesson.claim
        ends = ((role, side) for role, side in self._sides() if side is not None)
        columns = tag("div", *(self._side(role, side) for role, side in ends), class_="th-claim-sides")
        catch = tag("p", tag("strong", word("claim.catch")), " ", self.desk.writer.write(claim.catch), class_="th-p")
        return [parts.html(columns), parts.html(catch)]

    def _sides(self) -> tuple[tuple[Role, Side | None], ...]:
        claim = self.desk.lesson.claim
        return (("managing", claim.managing), ("leading", claim.leading), ("both", claim.shared))

    def _side(self, role: Role, side: Side) -> Markup:
        ids = " ".join(side.sentences)
        text = tag("p", self.desk.writer.write(f"{side.text} {ids}".strip()))
        return tag(
            "div", tag("h3", role_name(role), class_=f"th-role th-role-{role}"), text, class_=f"th-side th-side-{role}"
        )
