"""Whatever was typed appears as typed, or is replaced where one sees it; it is never markup."""

from __future__ import annotations

import html
import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from lessons.publish.glyphs import printable
from lessons.publish.own_words import INSTEAD, LOST, PIECE, in_markdown, lines, on_paper, plain_markdown

HOSTILE = (
    '#read("/etc/passwd") $x$ @a <b> = c',
    "<script>alert(1)</script> &amp; <!-- x -->",
    "\\documentclass{a} \\input{/etc/passwd} $$ % ^^41",
    '{ HYPERLINK "file:///x" } {{DDEAUTO c:\\\\x "y"}} =cmd|\'/C x\'!A0',
    "# a\n- b\n1. c\n> d\n```\ne\n```\n| f | g |\n|---|---|\n[h](javascript:x) ![i](j) *k* _l_ ~~m~~ <http://n>\n===\n---",
    "https://example.org www.example.org a@example.org :smile:",
    "\u202eturned\u202c and \ufeffhidden",
    "السلام عليكم 漢字 \N{GRINNING FACE}\u200d\N{WOMAN}",
    "    four spaces\n\ttab\r\nend\u2028sep\x0bvt\x00null\ud800",
    "wordwithoutend" * 720,
)
TYPED = st.one_of(
    st.sampled_from(HOSTILE), st.text(max_size=300), st.text("#*_`<>&\\[](){}|~=-+.!$%^@ \n\t1a", max_size=200)
)


def test_examples_reach_10_000_characters() -> None:
    assert max(map(len, HOSTILE)) > 10_000


@given(TYPED)
def test_on_paper_each_character_is_there_or_its_sign_is(text: str) -> None:
    for line, pieces in zip(lines(text), on_paper(text), strict=True):
        shown = "".join(pieces)
        assert len(shown) == len(line)
        for typed, printed in zip(line, shown, strict=True):
            assert printed in printable()
            assert printed in (typed, INSTEAD) or (printed == " " and typed.isspace())


@given(TYPED)
def test_no_piece_is_wider_than_the_paper(text: str) -> None:
    for pieces in on_paper(text):
        for piece in pieces:
            assert max(map(len, piece.split(" "))) <= PIECE


@given(TYPED)
def test_markdown_shows_what_was_typed_and_nothing_else(text: str) -> None:
    """Read back by a Markdown parser with HTML and tables allowed: one quotation with plain lines in it."""
    page = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(in_markdown(text))
    tags = set(re.findall(r"</?([a-z0-9]+)", page))
    assert tags <= {"blockquote", "p", "br"}
    assert squeezed(html.unescape(re.sub(r"<[^>]*>", "\n", page))) == squeezed(expected(text))


@given(TYPED)
def test_a_heading_stays_one_line(text: str) -> None:
    page = MarkdownIt("commonmark", {"html": True}).render(f"## {plain_markdown(text)}")
    assert set(re.findall(r"</?([a-z0-9]+)", page)) <= {"h2"}


def expected(text: str) -> str:
    """The text with the sign of loss in place of what no text should hold, found by other means than the code's."""
    bad = re.compile(
        "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]"
    )
    return bad.sub(LOST, "\n".join(lines(text)))


def squeezed(text: str) -> str:
    """Without white space, and without what Unicode has not assigned or keeps private."""
    return "".join(
        c for c in text if not c.isspace() and c != LOST and unicodedata.category(c) not in ("Co", "Cn", "Cs", "Cc")
    )


def test_numbers_times_and_dates_are_left_as_they_are() -> None:
    for plain in ("1.8 at first", "30.11.2026", "at 5:40"):
        assert plain_markdown(plain) == plain
    assert plain_markdown("1. plan") == "1\\. plan" and plain_markdown("2)") == "2\\)"
