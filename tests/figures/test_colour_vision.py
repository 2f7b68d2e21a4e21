"""Colours that stand for a role stay apart for every kind of colour vision and on paper; none stands for it alone."""

from __future__ import annotations

import ast
import re
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from matplotlib.colors import is_color_like

from figures import palette, shift
from figures.contract import Look
from tests.figures.colour_vision import VISIONS, ciede2000, difference, lab

THEMES = {"light": palette.LIGHT, "dark": palette.DARK}
PAIRS = list(combinations(palette.ROLES, 2))
MARKS, AREAS, WORDS = 12.0, 7.0, 7.0
"""Least CIEDE2000 between two roles. Areas also have an edge and a heading, words stand behind their sign."""
SHARMA = [  # from the test data published with the formula: two colours in L*a*b*, and their difference
    ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
    ((50.0, 0.0, 0.0), (50.0, -1.0, 2.0), 2.3669),
    ((50.0, 2.5, 0.0), (50.0, 0.0, -2.5), 4.3065),
    ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
    ((50.0, 2.5, 0.0), (50.0, 3.2592, 0.3350), 1.0),
    ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
    ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
    ((90.8027, -2.0831, 1.4410), (91.1528, -1.6435, 0.0447), 1.4441),
    ((6.7747, -0.2908, -2.4247), (5.8714, -0.0985, -2.2286), 0.6377),
    ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
]


@pytest.mark.parametrize(("one", "two", "expected"), SHARMA)
def test_the_difference_is_the_published_one(
    one: tuple[float, float, float], two: tuple[float, float, float], expected: float
) -> None:
    assert ciede2000(np.array(one), np.array(two)) == pytest.approx(expected, abs=5e-5)
    assert ciede2000(np.array(two), np.array(one)) == pytest.approx(expected, abs=5e-5)


@pytest.mark.parametrize("vision", VISIONS)
def test_grey_looks_the_same_to_everybody(vision: str) -> None:
    for colour in ("#000000", "#777777", "#ffffff"):
        assert difference(colour, colour, vision) == 0
        assert ciede2000(lab(colour), lab(colour, vision)) < 0.5


def test_red_and_green_are_confused_by_some_and_blue_and_green_by_others() -> None:
    red, green = "#b04a3a", "#6b7a2a"
    assert difference(red, green, "deuteranopia") < 0.4 * difference(red, green)
    blue, teal = "#2b6bb3", "#2b7f86"
    assert difference(blue, teal, "tritanopia") < 0.7 * difference(blue, teal)


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ending", "least"), [("", MARKS), ("_tint", AREAS), ("_text", WORDS)])
def test_roles_stay_apart_for_every_kind_of_colour_vision(theme: str, vision: str, ending: str, least: float) -> None:
    tokens = THEMES[theme]
    near = {
        pair: round(found, 1)
        for pair in PAIRS
        if (found := difference(tokens[pair[0] + ending], tokens[pair[1] + ending], vision)) < least
    }
    assert near == {}


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("theme", THEMES)
def test_a_role_stands_out_from_its_ground_and_a_models_outcome_from_each_hat(theme: str, vision: str) -> None:
    tokens = THEMES[theme]
    for role in palette.ROLES:
        assert difference(tokens[role], tokens["paper"], vision) >= 30, role
        assert difference(tokens[role], tokens[f"{role}_tint"], vision) >= 20, role
    for role in ("managing", "leading", "both"):
        assert difference(tokens["result"], tokens[role], vision) >= AREAS, role


def named_colour(value: object) -> bool:
    """Whether a word in the code is a colour: "#2063B5", "navy". "none" and numbers, such as "0.5", are not meant."""
    if not isinstance(value, str) or len(value) < 3 or value == "none":
        return False
    return is_color_like(value) and not re.fullmatch(r"[-+.\d]+", value)


def test_no_chart_has_a_colour_of_its_own_so_this_holds_for_all_of_them() -> None:
    files = [file for file in Path(palette.__file__).parent.glob("*.py") if file.name != "palette.py"]
    assert len(files) > 40
    nodes = [(file.name, node) for file in files for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))]
    own = {(name, node.value) for name, node in nodes if isinstance(node, ast.Constant) and named_colour(node.value)}
    assert own == set()
    assert named_colour("#2063B5") and named_colour("navy") and not named_colour("0.5")


def test_no_role_is_told_by_colour_alone() -> None:
    assert len(set(palette.GLYPH.values())) == len(palette.ROLES)
    assert len({shift.MARKER[role] for role in ("managing", "leading", "both")}) == 3
    assert shift.MARKER["neither"] == shift.MARKER["leading"]  # a ring and a full circle


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_in_grey_print_areas_differ_in_lightness_or_by_their_hatch(theme: str) -> None:
    look = Look("light" if theme == "light" else "dark", "print", mono=True)
    tokens = palette.colours(look)
    for one, two in PAIRS:
        apart = abs(lab(tokens[one])[0] - lab(tokens[two])[0])
        assert apart >= 10 or palette.hatch(look, one) != palette.hatch(look, two), (one, two)
