"""The typeface of charts, Source Sans Pro, and the measuring and wrapping of words set in it.

The files in ``fonts/`` are registered under names of our own, so an older copy on the computer never gets in; DejaVu
Sans, which comes with matplotlib, fills in the glyphs that Source Sans lacks.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from matplotlib import font_manager
from matplotlib.font_manager import FontEntry, FontProperties
from matplotlib.textpath import TextToPath

FONTS = Path(__file__).parent / "fonts"
PLAIN, STRONG = "Two Hats Sans", "Two Hats Sans Semibold"
_FALLBACK = "DejaVu Sans"


def _register(name: str, file: str) -> None:
    """Both weights are entered as "normal": asking DejaVu for a semibold, which it lacks, would log a warning."""
    entry = FontEntry(
        fname=str(FONTS / file),
        name=name,
        style="normal",
        variant="normal",
        weight=400,
        stretch="normal",
        size="scalable",
    )
    if not any(known.name == name for known in font_manager.fontManager.ttflist):
        font_manager.fontManager.ttflist.append(entry)


_register(PLAIN, "SourceSansPro-Regular.ttf")
_register(STRONG, "SourceSansPro-Semibold.ttf")


@lru_cache(maxsize=64)
def font(points: float, strong: bool = False) -> FontProperties:
    """The typeface at this size. Every property is named, so no setting of matplotlib's can change it."""
    family = [STRONG if strong else PLAIN, _FALLBACK]
    return FontProperties(
        family=family, style="normal", variant="normal", weight="normal", stretch="normal", size=points
    )


@lru_cache(maxsize=4096)
def _ems(text: str, strong: bool) -> float:
    """Width in units of the font size, without hinting, so it is the same at every resolution."""
    width, _, _ = TextToPath().get_text_width_height_descent(text, font(100.0, strong), ismath=False)
    return float(width) / 100


def width(text: str, points: float, strong: bool = False) -> float:
    """Width of one line in inches. Words are measured one by one, so a changing number costs one new measurement."""
    words = text.split(" ")
    ems = sum(_ems(word, strong) for word in words if word)
    return (ems + (len(words) - 1) * _space(strong)) * points / 72


def _space(strong: bool) -> float:
    return _ems("a a", strong) - _ems("aa", strong)


def height(lines: int, points: float, leading: float = 1.25) -> float:
    """Height of so many lines in inches."""
    return lines * points * leading / 72


def wrap(text: str, points: float, room: float, strong: bool = False) -> list[str]:
    """Lines no wider than ``room`` inches; a word that is wider by itself is broken."""
    lines: list[str] = []
    for word in text.split():
        trial = f"{lines[-1]} {word}" if lines else word
        if lines and width(trial, points, strong) <= room:
            lines[-1] = trial
        else:
            lines.extend(_broken(word, points, room, strong))
    return lines


def balanced(text: str, points: float, room: float, strong: bool = False) -> list[str]:
    """As `wrap`, in as many lines, but about equally long: for centred text."""
    lines = wrap(text, points, room, strong)
    for share in (0.5, 0.6, 0.7, 0.8, 0.9) if len(lines) > 1 else ():
        narrower = wrap(text, points, room * share, strong)
        if len(narrower) == len(lines):
            return narrower
    return lines


def _broken(word: str, points: float, room: float, strong: bool) -> list[str]:
    if width(word, points, strong) <= room or len(word) < 2:
        return [word]
    end = next((n for n in range(len(word) - 1, 1, -1) if width(word[:n], points, strong) <= room), 1)
    return [word[:end], *_broken(word[end:], points, room, strong)]


def fit(text: str, points: float, room: float, lines: int, strong: bool = False) -> tuple[str, float]:
    """Text that fills at most so many lines, and its size: set smaller if need be (to 80 %), then cut with "…"."""
    for share in (1.0, 0.94, 0.88, 0.82, 0.8):
        wrapped = wrap(text, points * share, room, strong)
        if len(wrapped) <= lines:
            return "\n".join(wrapped), points * share
    return "\n".join([*wrapped[: lines - 1], _cut(wrapped[lines - 1], points * 0.8, room, strong)]), points * 0.8


def _cut(line: str, points: float, room: float, strong: bool) -> str:
    while line and width(line + "…", points, strong) > room:
        line = line[:-1]
    return line.rstrip(" .,;:") + "…"
