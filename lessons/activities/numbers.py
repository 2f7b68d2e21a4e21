"""Reading a number that a person typed, and printing one as the course prints numbers."""

from __future__ import annotations

import re

NUMBER = re.compile(r"^\s*([-−+]?\d{1,9}(?:[.,]\d{1,6})?)\s*(\D{0,40})\s*$")


def read_number(text: str) -> float | None:
    """The number in ``14``, ``14,5``, ``14 people`` or ``46 %``; None if there is not exactly one."""
    match = NUMBER.match(text)
    if match is None:
        return None
    return float(match[1].replace("−", "-").replace(",", "."))


def show_number(value: float) -> str:
    """A number without needless zeros: 14, 4.75, −3."""
    return f"{value:g}".replace("-", "−")
