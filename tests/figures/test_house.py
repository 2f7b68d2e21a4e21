"""The house style: nothing global is touched, nothing global gets in, and colours keep their contrast."""

from __future__ import annotations

import subprocess
import sys

import matplotlib as mpl
import matplotlib.style
import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.colors import to_rgb

import figures
from figures import palette
from figures.contract import Look
from tests.figures.scenes import start

WILD = {
    "axes.unicode_minus": False,
    "lines.antialiased": False,
    "patch.antialiased": False,
    "text.antialiased": False,
    "axes.xmargin": 0.4,
    "lines.linewidth": 9,
    "font.size": 30,
    "text.parse_math": True,
    "figure.autolayout": True,
}


def drawing() -> bytes:
    module, data, words = start()
    chart = module.Chart(data, words, Look())
    chart.mark(14)
    chart.figure.canvas.draw()
    return bytes(chart.figure.canvas.buffer_rgba())


@pytest.mark.parametrize("style", ["dark_background", "ggplot", "grayscale", "bmh"])
def test_a_style_of_the_readers_own_changes_nothing(style: str) -> None:
    plain = drawing()
    with matplotlib.style.context(style):
        assert drawing() == plain


@pytest.mark.parametrize("key", sorted(WILD))
def test_a_setting_of_the_readers_own_changes_nothing(key: str) -> None:
    plain = drawing()
    with mpl.rc_context({key: WILD[key]}):
        assert drawing() == plain


def test_drawing_changes_no_setting() -> None:
    before = dict(mpl.rcParams)
    drawing()
    assert dict(mpl.rcParams) == before


def test_pyplot_is_never_loaded_and_nothing_is_warned_of() -> None:
    code = (
        "import sys; from tests.figures.test_house import drawing; drawing(); "
        "from figures import chart; chart('lens'); sys.exit('matplotlib.pyplot' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def luminance(colour: str) -> float:
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in to_rgb(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, two: str) -> float:
    low, high = sorted((luminance(one), luminance(two)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("look", [Look("light"), Look("dark"), Look("light", mono=True), Look("dark", mono=True)])
def test_words_and_marks_stand_out(look: Look) -> None:
    found = palette.colours(look)
    paper = found["paper"]
    for token in ("ink", "muted", "on_tint", "result_text", *(f"{role}_text" for role in palette.ROLES)):
        assert contrast(found[token], paper) >= 4.5, token
    for token in ("axis", "result", *palette.ROLES):
        assert contrast(found[token], paper) >= 3, token
    for role in palette.ROLES:
        for words in ("ink", "on_tint", f"{role}_text"):
            assert contrast(found[words], found[f"{role}_tint"]) >= 4.5, (words, role)
    for ground in ("map_low", "map_high"):
        assert contrast(found["ink"], found[ground]) >= 4.5, ground
        assert contrast(found["on_tint"], found[ground]) >= 4.5, ground


def test_both_themes_name_the_same_colours() -> None:
    assert set(palette.LIGHT) == set(palette.DARK)


@given(st.tuples(*[st.integers(0, 255)] * 3))
def test_grey_keeps_the_luminance(rgb: tuple[int, int, int]) -> None:
    colour = "#{:02x}{:02x}{:02x}".format(*rgb)
    assert luminance(palette.grey(colour)) == pytest.approx(luminance(colour), abs=0.006)
    assert palette.grey(palette.grey(colour)) == palette.grey(colour)


@pytest.mark.parametrize("name", ["nothing", "../focus", "palette", "", "focus.Chart"])
def test_a_chart_that_does_not_exist_is_named(name: str) -> None:
    with pytest.raises(ValueError, match="chart"):
        figures.chart(name)


@pytest.mark.parametrize(("theme", "size"), [("grey", "notebook"), ("light", "poster")])
def test_a_look_that_does_not_exist_is_named(theme: str, size: str) -> None:
    with pytest.raises(ValueError, match=f"found '(?:{theme}|{size})'"):
        Look(theme, size)  # type: ignore[arg-type]
