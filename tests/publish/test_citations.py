"""References are numbered as they are named, and unchecked ones never reach the paper."""

from __future__ import annotations

from lessons.course.prose import Run
from lessons.course.schema import Reference
from lessons.publish.citations import Citations

KNOWN = {
    "one2001": Reference(id="one2001", short="One 2001", text="One (2001). First.", checked=True, doi="10.1/one"),
    "two2002": Reference(
        id="two2002",
        short="Two 2002",
        text="Two (2002). Second. https://doi.org/10.1/two",
        checked=True,
        doi="10.1/two",
    ),
    "lost1999": Reference(id="lost1999", short="Lost 1999", text="Lost (1999).", checked=False),
}


def cite(citations: Citations, identity: str, note: str = "") -> str:
    return citations.cite(Run("reference", note, identity))


def test_numbers_follow_the_first_mention() -> None:
    citations = Citations(KNOWN)
    assert [cite(citations, name) for name in ("two2002", "one2001", "two2002")] == ["[1]", "[2]", "[1]"]


def test_a_note_stands_beside_the_number() -> None:
    assert cite(Citations(KNOWN), "one2001", "read in a digest") == "[1, read in a digest]"


def test_only_what_was_named_is_printed_with_its_doi_once() -> None:
    citations = Citations(KNOWN)
    cite(citations, "two2002")
    cite(citations, "one2001")
    assert citations.printed() == [
        "Two (2002). Second. https://doi.org/10.1/two",
        "One (2001). First. https://doi.org/10.1/one",
    ]


def test_an_unchecked_reference_is_never_printed() -> None:
    citations = Citations(KNOWN)
    assert cite(citations, "lost1999") == ""
    assert citations.printed() == []
