"""The record of which steps are done, so that a second start repeats none of them."""

import hashlib
import json
from pathlib import Path

from starter.places import Places


def stamp(*parts: object) -> str:
    """A digest of files (their bytes) and of whatever else decides whether a step must run again."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.read_bytes() if isinstance(part, Path) else str(part).encode())
        digest.update(b"\0")
    return digest.hexdigest()


def stamps(places: Places) -> dict[str, str]:
    """The steps that are done; empty when there is no record or it is damaged."""
    try:
        found = json.loads(places.stamps.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def set_stamp(places: Places, name: str, value: str) -> None:
    """Record a step as done: written whole, and after the step, so that a step cut off runs again."""
    text = json.dumps(stamps(places) | {name: value}, indent=1)
    fresh = places.stamps.with_suffix(".new")
    fresh.write_text(text, encoding="utf-8")
    fresh.replace(places.stamps)
