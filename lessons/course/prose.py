"""Text with marks, turned into runs that screen and paper share.

The marks: ``*em*``, ``**strong**``, sentence ids (``P1.S1``), references (``[kotter1990hbr, read in a digest]``,
``[one2001; two2002]``), terms (``[[tangle]]``, ``[[tangle|shown words]]``), a line break, and numbers in braces
(``{delivered:.1f}``). Marks are found first and numbers filled in afterwards, so a value can never add a mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from string import Formatter
from typing import Literal

from .mistakes import ContentError, Mistake, shown

Kind = Literal["plain", "em", "strong", "sentence", "reference", "term", "break"]
Numbers = Mapping[str, object]  # numbers, and words of the learner
KEY = r"[a-z]+\d{2,4}[a-z]*"
_BRACES = r"\{[^{}]*\}"
_MARK = re.compile(
    rf"(?P<skip>{_BRACES})"
    rf"|\*\*(?P<strong>(?:{_BRACES}|[^*\n])+)\*\*"
    rf"|(?<!\w)\*(?=\S)(?P<em>(?:{_BRACES}|[^*\n])+)(?<=\S)\*(?!\w)"  # not the star of O*NET
    r"|\b(?P<sentence>P[1-9]\.S[1-9])\b"
    r"|\[\[(?P<term>[^\[\]|\n]+)(?:\|(?P<words>[^\[\]\n]+))?\]\]"
    rf"|\[(?P<reference>{KEY}(?:[;,][^\[\]\n]*)?)\]"
    r"|(?P<break>\n)"
)
_CITED = re.compile(rf";\s*(?={KEY}\b)")


class Verbatim(str):
    """A text of somebody else's, in which nothing is a mark: no star, no bracket and no brace means anything."""

    __slots__ = ()


@dataclass(frozen=True)
class Run:
    """A piece of text of one kind. ``target``: the id of a sentence, the key of a reference, the name of a term.

    A reference's ``text`` is the note printed beside it ("read in a digest"), often empty.
    """

    kind: Kind
    text: str
    target: str = ""


def parse(text: str, numbers: Numbers | None = None) -> tuple[Run, ...]:
    """The runs of a text. Without ``numbers`` the braces stay as they are. Of a Verbatim, only lines are told apart.

    Raises ContentError if the text asks for a number that is not there or a format that does not fit.
    """
    if isinstance(text, Verbatim):
        return tuple(_lines(text))
    return tuple(_filled(run, numbers) for run in _runs(text))


def together(*texts: str) -> str:
    """Texts one after the other with a space between, the empty ones left out; Verbatim if one of them is."""
    joined = " ".join(filter(None, texts))
    return Verbatim(joined) if any(isinstance(text, Verbatim) for text in texts) else joined


def fill(template: str, numbers: Numbers) -> str:
    """The template with its numbers in place: a real minus sign, a comma between thousands if the format asks for it.

    Raises ContentError as ``parse`` does.
    """
    try:
        return "".join(before + _number(name, spec, numbers) for before, name, spec in _places(template))
    except KeyError as error:
        raise _mistake(template, f"one of {', '.join(numbers) or 'no names'}", f"{{{error.args[0]}}}") from None
    except (ValueError, IndexError, AttributeError, TypeError) as error:
        raise _mistake(template, "numbers in braces such as {delivered:.1f}", str(error)) from None


def names(template: str) -> tuple[str, ...]:
    """The names that a template asks for, in order. Raises ContentError if its braces do not parse."""
    try:
        return tuple(name for _, name, _ in _places(template) if name is not None)
    except ValueError as error:
        raise _mistake(template, "numbers in braces such as {delivered:.1f}", str(error)) from None


def plain(text: str, numbers: Numbers | None = None) -> str:
    """The words alone, for alternative text, speech and counting: no marks, no references."""
    runs = parse(text, numbers)
    words = "".join(" " if run.kind == "break" else run.text for run in runs if run.kind != "reference")
    return re.sub(r"\s+([.,;:?])(?=\s|$)", r"\1", " ".join(words.split()))


def _runs(text: str) -> Iterator[Run]:
    start = 0
    for found in _MARK.finditer(text):
        if found["skip"] is not None:
            continue
        if found.start() > start:
            yield Run("plain", text[start : found.start()])
        yield from _marked(found)
        start = found.end()
    if start < len(text):
        yield Run("plain", text[start:])


def _lines(text: str) -> Iterator[Run]:
    """The lines of a text that has no marks, with breaks between them."""
    for number, line in enumerate(text.splitlines()):
        if number:
            yield Run("break", "\n")
        if line:
            yield Run("plain", line)


def _marked(found: re.Match[str]) -> Iterator[Run]:
    """The runs of one mark: one, or one for each reference in a bracket."""
    kind = str(found.lastgroup if found.lastgroup != "words" else "term")
    if kind == "reference":
        for cited in _CITED.split(found["reference"]):
            key, _, note = cited.partition(",")
            yield Run("reference", note.strip(), key.strip())
    elif kind == "term":
        yield Run("term", found["words"] or found["term"], found["term"])
    elif kind == "sentence":
        yield Run("sentence", found["sentence"], found["sentence"])
    elif kind == "break":
        yield Run("break", "\n")
    elif kind == "strong":
        yield Run("strong", found["strong"])
    else:
        yield Run("em", found["em"])


def _filled(run: Run, numbers: Numbers | None) -> Run:
    return run if numbers is None else Run(run.kind, fill(run.text, numbers), run.target)


def _places(template: str) -> Iterator[tuple[str, str | None, str]]:
    """Text before, name and format of every brace. A name is a plain word: no attribute, no index, no conversion."""
    for before, name, spec, conversion in Formatter().parse(template):
        if name is not None and (conversion or not name.isidentifier()):
            raise ValueError(f"{{{name}}}")
        yield before, name, spec or ""


def _number(name: str | None, spec: str, numbers: Numbers) -> str:
    if name is None:
        return ""
    value = numbers[name]
    if not isinstance(value, int | float):
        return str(value)
    text = format(value, spec or ".10g")
    if not re.search(r"[1-9]", text) and re.fullmatch(r"-[0.,]+%?", text):
        text = text[1:]  # no "−0.0"
    return text.replace("-", "−")


def _mistake(template: str, expected: str, found: str) -> ContentError:
    return ContentError([Mistake("a text", shown(template), expected, found)])
