"""The colours of the course, by theme and token. Nothing else in `figures` writes a colour.

Manager blue, leader orange, plum where both meet, a grey ring for neither. Measured for contrast (WCAG 2.2), for three
kinds of colour vision and for grey print; colour never carries a meaning alone, so shape, hatch and a word go with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from matplotlib.colors import to_hex, to_rgb

from figures.contract import Look

ROLES = ("managing", "leading", "both", "neither")
GLYPH = {"managing": "■", "leading": "●", "both": "◆", "neither": "○"}
HATCH = {"managing": "////", "leading": "....", "both": "", "neither": ""}

LIGHT = {
    "managing": "#2063B5", "leading": "#D2602E", "both": "#5A1A4F", "neither": "#6B7480",
    "managing_text": "#1F5CA8", "leading_text": "#A03D12", "both_text": "#5A1A4F", "neither_text": "#525B66",
    "managing_tint": "#D8E6FA", "leading_tint": "#FCE3D9", "both_tint": "#D3BFD1", "neither_tint": "#EEF1F4",
    "ink": "#1D2127", "muted": "#525B66", "on_tint": "#3A414B", "axis": "#7A838E", "rule": "#C9CFD6",
    "leading_mid": "#E7A284", "faint": "#EEF1F4", "paper": "#FFFFFF",
    "result": "#3B6B62", "result_text": "#2C5A51", "map_low": "#F2F6F5", "map_high": "#86B5A9",
}  # fmt: skip
DARK = {
    "managing": "#4F92E0", "leading": "#F59B6B", "both": "#E3C3E8", "neither": "#9AA3AD",
    "managing_text": "#8BBAF2", "leading_text": "#F8B08A", "both_text": "#E3C3E8", "neither_text": "#B3BBC4",
    "managing_tint": "#1D3655", "leading_tint": "#5A301C", "both_tint": "#664A66", "neither_tint": "#24282D",
    "ink": "#F1F3F5", "muted": "#B3BBC4", "on_tint": "#D3D9DF", "axis": "#8E97A1", "rule": "#454B53",
    "leading_mid": "#A5643F", "faint": "#24282D", "paper": "#17191C",
    "result": "#7FB8AA", "result_text": "#9BD0C2", "map_low": "#1D2423", "map_high": "#316658",
}  # fmt: skip


def grey(colour: str) -> str:
    """The grey that this colour becomes on a printer without colour (same relative luminance)."""
    linear = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in to_rgb(colour)]
    light = sum(weight * v for weight, v in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
    value = light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
    return to_hex((value, value, value))


@cache
def colours(look: Look) -> Mapping[str, str]:
    """Token -> colour for this look."""
    tokens = LIGHT if look.theme == "light" else DARK
    return MappingProxyType({token: grey(colour) for token, colour in tokens.items()} if look.mono else tokens)


def hatch(look: Look, role: str) -> str | None:
    """The hatch of a role's areas on paper; on a screen areas have none, their label and place tell them apart."""
    return HATCH[role] or None if look.mono or look.size == "print" else None
