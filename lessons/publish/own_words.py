"""What a learner typed, made fit to print: data, never markup. What cannot be shown is replaced where one sees it."""

from __future__ import annotations

import re
import unicodedata

from lessons.publish.glyphs import printable

INSTEAD = "¤"
"""Stands on paper for a character that the typeface lacks."""
LOST = "\ufffd"
"""Stands in Markdown for a character that no text should hold."""
PIECE = 30
"""A longer word may be broken after so many characters: paper has an edge."""
_LINE_END = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_MARK = re.compile(r"[\\`*_{}\[\]#<>&|~$@^=]|^[-+]|:(?=[^\s\d])|(?<!\d):(?=\d)|(?<=www)\.", re.IGNORECASE)
"""What Markdown or one of its dialects may read as a mark, where it may; a list's number is seen to apart."""
_NUMBERED = re.compile(r"^(\d+)([.)])(?=\s|$)")
_UNSAFE = ("Cc", "Cs", "Co", "Cn")  # controls, lone surrogates, private and unassigned characters
_TURNING = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")
"""Invisible characters that turn or hide the text around them."""


def lines(text: str) -> list[str]:
    """The lines of a text, whatever ends them; tabs become spaces."""
    return [line.replace("\t", "    ") for line in _LINE_END.split(text)]


def on_paper(text: str) -> list[list[str]]:
    """The lines of a text in the course's typeface, each in pieces between which it may be broken."""
    return [_pieces("".join(_printed(char) for char in line)) for line in lines(text)]


def heading_on_paper(text: str) -> list[list[str]]:
    """The same for a heading, of which something must be seen."""
    shown = on_paper(text)
    return shown if any("".join(pieces).strip() for pieces in shown) else [[INSTEAD]]


def in_markdown(text: str) -> str:
    """The text as a Markdown quotation in which every mark shows as it was typed.

    A backslash ends a line that another one follows; before an empty line it would show.
    """
    shown = [_escaped(line) for line in lines(text)]
    broken = zip(shown, [*shown[1:], ""], strict=True)
    return "\n".join(f"> {line}\\" if line and after else f"> {line}".rstrip(" ") for line, after in broken)


def plain_markdown(text: str) -> str:
    """One line of text in which no mark is read as Markdown."""
    return _escaped(" ".join(lines(text)))


def _printed(char: str) -> str:
    if char in printable(italic=False) and char.isprintable():
        return char
    if unicodedata.category(char) == "Zs":
        return " "
    return INSTEAD


def _pieces(line: str) -> list[str]:
    return [line[start : start + PIECE] for start in range(0, len(line), PIECE)] if _has_long_word(line) else [line]


def _has_long_word(line: str) -> bool:
    return any(len(word) > PIECE for word in line.split(" "))


def _escaped(line: str) -> str:
    shown = "".join(LOST if unicodedata.category(char) in _UNSAFE or char in _TURNING else char for char in line)
    kept = shown.strip()
    indent = len(shown) - len(shown.lstrip(" "))
    marked = _NUMBERED.sub(r"\1\\\2", _MARK.sub(r"\\\g<0>", kept))
    return "\u00a0" * indent + marked if kept else ""
