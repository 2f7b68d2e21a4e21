"""A link that saves a file which is part of the page itself, so that it works wherever the page is."""

from __future__ import annotations

from base64 import b64encode

from .markup import Markup, tag


def save_link(shown: str, name: str, media_type: str, content: bytes) -> Markup:
    """The link. ``shown``: its words; ``name``: what the file is called when it is saved."""
    href = f"data:{media_type};base64,{b64encode(content).decode('ascii')}"
    return tag("a", shown, href=href, download=name, class_="th-link")
