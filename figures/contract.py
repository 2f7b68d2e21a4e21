"""What every chart promises, and what it is given: plain words, plain data, and how it should look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol, get_args

from matplotlib.artist import Artist
from matplotlib.figure import Figure

Theme = Literal["light", "dark"]
SizeName = Literal["notebook", "narrow", "projector", "print"]
Role = Literal["managing", "leading", "both", "neither"]


@dataclass(frozen=True)
class Words:
    """Every word of a chart. Charts hold none of their own.

    title: the finding, as a sentence; subtitle: what is drawn, and its unit; takeaway: what to do with it;
    source: one line under the chart; labels: words beside marks and axes, by the keys in the chart's ``LABELS``.
    Title, subtitle and takeaway may change with the data. Labels are fixed words: the chart adds the numbers.
    """

    title: str
    subtitle: str = ""
    takeaway: str = ""
    source: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Look:
    """How a chart looks. ``narrow`` is for a column of 420 CSS pixels; ``mono`` is for a printer without colour."""

    theme: Theme = "light"
    size: SizeName = "notebook"
    mono: bool = False

    def __post_init__(self) -> None:
        if self.theme not in get_args(Theme):
            raise ValueError(f"theme: expected light or dark, found {self.theme!r}")
        if self.size not in get_args(SizeName):
            raise ValueError(f"size: expected notebook, narrow, projector or print, found {self.size!r}")


class Chart(Protocol):
    """A chart built once and then changed in place.

    Made by ``Chart(data, words, look)``. Layout depends on the look, the labels, the source, on which of subtitle and
    takeaway are present, and on what the module's ``shape(data)`` returns; when one of these changes, build a new one.
    """

    @property
    def figure(self) -> Figure:
        """The figure, at 100 pixels an inch for a screen and 300 for print. Its layout is in inches."""

    @property
    def moving(self) -> tuple[Artist, ...]:
        """The artists that `update` and `mark` change; everything else stays as it was built."""

    def update(self, data: Any, words: Words) -> None:
        """Show other data and words."""

    def mark(self, prediction: float | None) -> None:
        """Draw what the learner predicted, or take it away again with None."""


def label(words: Words, key: str) -> str:
    """The label of this key; a missing one is an error that names the key."""
    try:
        return words.labels[key]
    except KeyError:
        raise KeyError(f"explore.labels: the chart needs a label {key!r}") from None


__all__ = ["Chart", "Look", "Role", "SizeName", "Theme", "Words", "label"]
