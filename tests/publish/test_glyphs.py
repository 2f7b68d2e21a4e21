"""What the typeface can print is known before printing."""

from __future__ import annotations

import pytest

from lessons.publish.glyphs import MissingGlyph, check_glyphs, printable


def test_the_letters_of_the_course_can_be_printed() -> None:
    assert set("Aa09–—−’“”…×≤≥·éłőşß€") <= printable() & printable(italic=True)


@pytest.mark.parametrize("text", ["漢字", "\N{GRINNING FACE}", "a\x07b"])
def test_what_cannot_be_printed_is_found_at_any_depth(text: str) -> None:
    with pytest.raises(MissingGlyph) as missing:
        check_glyphs({"a": [{"b": "fine"}, {"c": [text]}]})
    assert missing.value.where == text
    assert missing.value.glyph in text


def test_italics_are_checked_against_the_italic_face() -> None:
    check_glyphs({"kind": "plain", "text": "ρ"})
    with pytest.raises(MissingGlyph):
        check_glyphs({"kind": "em", "text": "ρ"})


def test_a_drawing_is_not_text() -> None:
    check_glyphs({"chart": {"svg": "漢", "alt": "A chart"}})
