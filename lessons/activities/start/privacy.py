"""What is kept and who can see it, and one's own record: to read, to save, to delete."""

from __future__ import annotations

from typing import Any

from lessons.activities.own_record import OwnRecord
from lessons.activities.view import View
from lessons.page import parts
from lessons.page.markup import tag

from .desk import desk_of


class PrivacyView(View):
    """The notice, then the record itself."""

    step = "privacy"

    def parts(self) -> list[Any]:
        privacy, write = desk_of(self).start.privacy, self.desk.writer
        folder = {"folder": str(self.desk.diary.folder)}
        lines = (tag("li", tag("strong", one.head), " ", write.write(one.text, folder)) for one in privacy.lines)
        notice = parts.html(
            tag("ul", *lines, class_="th-goals"), write.paragraph(privacy.warning), classes=("th-screen",)
        )
        own = parts.box(OwnRecord(self.desk).widget, classes=("th-screen",))
        return [notice, own]
