"""The learner's web browser: whether there is one, and how it gets the address."""

import os
import webbrowser
from collections.abc import Mapping
from contextlib import suppress

from starter.places import Places


def has_screen(platform: str, environ: Mapping[str, str]) -> bool:
    """Whether a browser window could open here."""
    if platform in ("win32", "darwin"):
        return "SSH_CONNECTION" not in environ
    return bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def open_browser(places: Places, url: str) -> bool:
    """Open the address through a file only its owner can read: a browser's command line would show the token."""
    page = places.own / "open.html"
    page.unlink(missing_ok=True)
    with os.fdopen(os.open(page, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(f'<!doctype html><meta http-equiv="refresh" content="0;url={url}"><a href="{url}">Two Hats</a>')
    with suppress(webbrowser.Error):
        return webbrowser.open(page.as_uri())
    return False
