"""Small buttons inside a text that open a note: a sentence of the article, a reference, a word explained."""

from __future__ import annotations

from .markup import Markup, join, tag
from .page import fresh_id


def chip(shown: object, note: Markup, kind: str, name: str | None = None) -> Markup:
    """A button that opens a note over the page; the browser itself handles Enter, Escape and a click elsewhere.

    kind: ``sentence``, ``reference`` or ``term``; name: what a screen reader says instead of the shown text.
    """
    target = fresh_id("note")
    button = tag(
        "button", shown, type="button", class_=f"th-chip th-chip-{kind}", popovertarget=target, aria_label=name
    )
    return join(button, tag("span", note, popover=True, id=target, class_="th-note-over", role="note"))
