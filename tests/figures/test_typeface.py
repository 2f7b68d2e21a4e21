"""The typeface is ours, and words are measured and wrapped as they are drawn."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib import font_manager
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from figures import typeface

WORDS = st.lists(st.text(st.characters(codec="latin-1", categories=["L", "N"]), min_size=1, max_size=14), max_size=20)


@pytest.mark.parametrize("strong", [False, True])
def test_the_files_of_the_house_are_used(strong: bool) -> None:
    found = Path(font_manager.findfont(typeface.font(10, strong), fallback_to_default=False))
    assert found.parent == typeface.FONTS
    assert ("Semibold" in found.name) is strong


def test_the_licence_lies_beside_the_files() -> None:
    assert "SIL Open Font License" in (typeface.FONTS / "OFL.txt").read_text(encoding="utf-8")


@given(WORDS, st.floats(0.4, 6))
def test_wrapping_keeps_every_letter_and_the_width(words: list[str], room: float) -> None:
    lines = typeface.wrap(" ".join(words), 10, room)
    assert "".join(lines).replace(" ", "") == "".join(words)
    assert all(typeface.width(line, 10) <= room or len(line) == 1 for line in lines)


@given(WORDS, st.floats(0.6, 6), st.integers(1, 3), st.booleans())
def test_fitted_words_take_no_more_lines_and_stay_readable(
    words: list[str], room: float, lines: int, strong: bool
) -> None:
    text, points = typeface.fit(" ".join(words), 12, room, lines, strong)
    assert text.count("\n") < lines
    assert 12 * 0.8 <= points <= 12
    assert all(typeface.width(line, points, strong) <= room for line in text.split("\n") if len(line) > 1)


@given(WORDS.filter(bool), st.floats(0.6, 3))
def test_balanced_words_take_as_many_lines(words: list[str], room: float) -> None:
    text = " ".join(words)
    assert len(typeface.balanced(text, 10, room)) == len(typeface.wrap(text, 10, room))


@pytest.mark.parametrize("dpi", [100, 200, 300])
@pytest.mark.parametrize("strong", [False, True])
@pytest.mark.parametrize(
    "text", ["The next hour brings most if it inspires", "Ringelmann’s 7 × 0.56 – 3.92", "◆ nobody ○"]
)
def test_the_width_is_the_drawn_width(text: str, strong: bool, dpi: int) -> None:
    figure = Figure(dpi=dpi)
    canvas = FigureCanvasAgg(figure)
    drawn = figure.text(0.1, 0.5, text, fontproperties=typeface.font(12, strong), parse_math=False)
    extent = drawn.get_window_extent(canvas.get_renderer())
    assert typeface.width(text, 12, strong) == pytest.approx(
        extent.width / dpi, rel=0.035 if dpi == 100 else 0.02, abs=2 / dpi
    )
