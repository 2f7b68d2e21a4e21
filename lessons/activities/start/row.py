"""A card with its four boxes before anything is said about it: words only, no sign and no colour of a hat."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lessons.activities.roles import COLUMNS
from lessons.activities.words import word
from lessons.page import parts


def plain_row(text: str, key: str, role: str | None, placed: Callable[[str, str], None]) -> Any:
    """One radio group; ``placed(key, role)`` is called when a person chooses. The focus key is ``card-<key>``."""
    options = [(word(f"roles.{box}.name"), box) for box in COLUMNS]
    field, radios = parts.choices(text, options, role if role in COLUMNS else None, flat=True)
    for name in ("th-card-row", "th-no-hats", f"th-key-card-{key}"):
        field.add_class(name)
    radios.observe(lambda change: placed(key, change["new"]) if change["new"] else None, "value")
    return field
