"""How often a learner's words of confidence came true.

A prediction that is right in this model only (kind ``assumed``) says nothing about the world, so it is counted apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

CONFIDENCES = ("guess", "fairly", "nearly")
FEWEST = 5
"""Under so many answers on one word there are too few to say anything."""


@dataclass(frozen=True)
class Forecast:
    """A prediction with its outcome. kind: published, exact or assumed; right: None while it is not known."""

    sure: str
    kind: str
    right: bool | None


@dataclass(frozen=True)
class Count:
    """Of so many answers given with one word of confidence, how many were right."""

    right: int = 0
    of: int = 0

    @property
    def too_few(self) -> bool:
        """Whether there are too few answers to say anything."""
        return self.of < FEWEST


def calibration(forecasts: Iterable[Forecast], in_model: bool = False) -> dict[str, Count]:
    """Counts for guess, fairly and nearly, in this order: of findings and mathematics, or of this model's answers."""
    counts = dict.fromkeys(CONFIDENCES, Count())
    for forecast in forecasts:
        if forecast.right is None or forecast.sure not in counts or (forecast.kind == "assumed") != in_model:
            continue
        before = counts[forecast.sure]
        counts[forecast.sure] = Count(before.right + forecast.right, before.of + 1)
    return counts
